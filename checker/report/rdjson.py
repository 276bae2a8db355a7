"""Reviewdog's diagnostics, `rdjson`: findings as comments on a pull request.

Only lines are given: reviewdog counts columns in bytes of UTF-8, and a report knows characters.
The format: https://github.com/reviewdog/reviewdog/tree/master/proto/rdf
"""

from __future__ import annotations

from typing import Any

from checker.records import Evidence, Finding, Report, Severity
from checker.report.escape import markdown
from checker.report.links import Link
from checker.report.shapes import encode
from checker.report.sides import place, told

__all__ = ["render"]

_LEVELS: dict[Severity, str] = {"error": "ERROR", "warning": "WARNING", "info": "INFO"}


def render(report: Report, link: Link) -> str:
    """One JSON object; messages are Markdown, as reviewdog posts them.  `link` is not used."""
    return encode({"source": {"name": "checker"}, "diagnostics": [_diagnostic(f) for f in report.findings]}) + "\n"


def _diagnostic(finding: Finding) -> dict[str, Any]:
    first, *others = finding.evidence
    diagnostic: dict[str, Any] = {
        "message": f"{markdown(told(finding))} (finding {finding.id})",
        "location": _location(first),
        "severity": _LEVELS[finding.severity],
        "code": {"value": finding.check},
    }
    if others:
        related = [{"message": markdown(side.quote), "location": _location(side)} for side in others]
        diagnostic["relatedLocations"] = related
    return diagnostic


def _location(side: Evidence) -> dict[str, Any]:
    return {"path": place(side.uri), "range": {"start": {"line": side.line}}}
