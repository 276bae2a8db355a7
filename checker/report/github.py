"""Annotations of GitHub Actions: workflow commands that put a finding beside the line it is about.

GitHub shows ten annotations of each kind for a step and drops the rest without a word, so the worst ten of each kind
are written and the number of the others is told in the log.  An annotation never fails a step; the exit status does.
The escaping is that of GitHub's toolkit (`@actions/core`, `command.ts`).
"""

from __future__ import annotations

from collections.abc import Iterator

from checker.records import Finding, Report, Severity
from checker.report.escape import clean
from checker.report.links import Link
from checker.report.sides import elsewhere, place, told
from checker.report.words import plural

__all__ = ["MOST", "render"]

MOST = 10
"""Annotations of each kind that GitHub shows for a step."""
OTHERS = 3
"""Other places that one annotation names."""
_KINDS: dict[Severity, str] = {"error": "error", "warning": "warning", "info": "notice"}


def render(report: Report, link: Link) -> str:
    """The commands, the worst first; `link` is not used, GitHub wants paths from the root of the repository."""
    return "".join(line + "\n" for severity in _KINDS for line in _lines(report, severity))


def _lines(report: Report, severity: Severity) -> Iterator[str]:
    found = [finding for finding in report.findings if finding.severity == severity]
    for finding in found[:MOST]:
        yield _command(finding)
    if len(found) > MOST:
        more = plural(len(found) - MOST, f"more {_KINDS[severity]}")
        yield f"{more} without annotation: GitHub shows {MOST} of a kind for a step"


def _command(finding: Finding) -> str:
    first = finding.evidence[0]
    properties = {"file": place(first.uri), "line": str(first.line)}
    if first.column:
        properties["col"] = str(first.column)
    properties["title"] = f"checker: {finding.check}"
    inside = ",".join(f"{name}={_property(value)}" for name, value in properties.items())
    others = "".join(f"; see {side.uri}:{side.line}" for _, side in elsewhere(finding)[:OTHERS])
    said = f"{told(finding)}{others} ({finding.id})"
    return f"::{_KINDS[finding.severity]} {inside}::{_data(clean(said))}"


def _data(text: str) -> str:
    return text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")


def _property(text: str) -> str:
    return _data(text).replace(":", "%3A").replace(",", "%2C")
