"""JSON lines: one finding a line, each as in `checker/1`, for tools that read line by line."""

from __future__ import annotations

from checker.records import Report
from checker.report.links import Link
from checker.report.shapes import encode, finding_row

__all__ = ["render"]


def render(report: Report, link: Link) -> str:
    """The findings, the worst first; `link` is not used."""
    return "".join(encode(finding_row(finding)) + "\n" for finding in report.findings)
