"""Plain lines as compilers write them, `file:line:column: severity: message [check, id]`, for terminals and editors."""

from __future__ import annotations

from collections.abc import Iterator

from checker.records import Finding, Report
from checker.report.escape import clean
from checker.report.links import Link
from checker.report.sides import elsewhere, told

__all__ = ["render"]


def render(report: Report, link: Link) -> str:
    """A line a finding, the worst first, and a line for each other line that it is about; `link` is not used."""
    return "".join(line + "\n" for finding in report.findings for line in _lines(finding))


def _lines(finding: Finding) -> Iterator[str]:
    first = finding.evidence[0]
    said = clean(told(finding))
    yield f"{_place(first.uri, first.line, first.column)}: {finding.severity}: {said} [{finding.check}, {finding.id}]"
    for _, side in elsewhere(finding):
        yield f"{_place(side.uri, side.line, side.column)}: note: {clean(side.figure)} [{finding.id}]"


def _place(uri: str, line: int, column: int | None) -> str:
    return f"{clean(uri)}:{line}" + (f":{column}" if column else "")
