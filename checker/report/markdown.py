"""The report as Markdown."""

from __future__ import annotations

from checker.records import Report
from checker.report.links import Link

__all__ = ["render"]


def render(report: Report, link: Link) -> str:
    """The report."""
    return f"# {len(report.findings)} findings\n"
