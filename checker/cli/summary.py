"""What came of a run, in a few lines for the terminal."""

from __future__ import annotations

from collections.abc import Sequence

from checker.records import Report

__all__ = ["show"]


def show(report: Report, written: Sequence[str]) -> None:
    """Prints the summary."""
    print(f"{len(report.findings)} findings; report: {', '.join(written)}")
