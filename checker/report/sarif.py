"""SARIF 2.1.0 (OASIS), the format in which code hosts take findings.

The first side of a finding is its location, the others are related locations, linked from the message.  The finding's
id is the fingerprint, so that an alert stays one alert when lines move.  GitHub takes 25,000 results of a run and shows
5,000 of them, and 100 places of one result: the worst are written and a notification tells of the rest.
"""

from __future__ import annotations

import posixpath
from collections.abc import Sequence
from typing import Any
from urllib.parse import quote

from checker.manual import page, summary
from checker.records import Evidence, Finding, Problem, Report, Severity
from checker.report.escape import clean
from checker.report.links import Link
from checker.report.shapes import encode
from checker.report.sides import elsewhere, told
from checker.report.words import VERDICTS, plural
from checker.rulebook import default_rulebook
from checker.version import __version__

__all__ = ["RELATED", "RESULTS", "render"]

RESULTS = 5_000
"""Results that GitHub shows of one run."""
RELATED = 100
"""Places of one result that GitHub shows."""
LINKED = 3
"""Related places that a message links to."""
_SCHEMA = "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json"
_LEVELS: dict[Severity, str] = {"error": "error", "warning": "warning", "info": "note"}
_ROOT = "SRCROOT"


def render(report: Report, link: Link) -> str:
    """One log with one run; `link` is not used, since paths count from the root of the sources."""
    shown = report.findings[:RESULTS]
    rules = sorted({finding.check for finding in shown})
    notices = [_notification(problem) for problem in report.problems]
    if len(report.findings) > RESULTS:
        rest = plural(len(report.findings) - RESULTS, "finding")
        notices.append({"level": "note", "message": {"text": f"{rest}, less severe or less certain, left out"}})
    run = {
        "tool": {"driver": {"name": "checker", "version": __version__, "rules": [_rule(name) for name in rules]}},
        "originalUriBaseIds": {_ROOT: {"description": {"text": "The folder in which checker ran."}}},
        "columnKind": "unicodeCodePoints",
        "invocations": [{"executionSuccessful": True, "toolExecutionNotifications": notices}],
        "results": [_result(finding, rules) for finding in shown],
    }
    log = {"$schema": _SCHEMA, "version": "2.1.0", "runs": [run]}
    return encode(log, indent=1) + "\n"


def _rule(check: str) -> dict[str, Any]:
    """The check with its manual page."""
    settings = default_rulebook().checks.get(check)
    manual = page(check)
    name = settings.name if settings else summary(check) or check
    rule: dict[str, Any] = {"id": check, "shortDescription": {"text": name}}
    if manual:
        rule["fullDescription"] = {"text": summary(check)}
        rule["help"] = {"text": manual, "markdown": "```text\n" + manual.replace("```", "'''") + "\n```"}
    if settings:
        rule["defaultConfiguration"] = {"level": _LEVELS[settings.severity]}
    return rule


def _result(finding: Finding, rules: Sequence[str]) -> dict[str, Any]:
    first, *others = finding.evidence[: RELATED + 1]
    related = [
        {"id": n, **_location(side), "message": {"text": _plain(side.quote)}} for n, side in enumerate(others, 1)
    ]
    linked = [(n, side) for n, side in elsewhere(finding) if n <= RELATED][:LINKED]
    links = "".join(f"; see [{_inside(side)}]({n})" for n, side in linked)
    result: dict[str, Any] = {
        "ruleId": finding.check,
        "ruleIndex": rules.index(finding.check),
        "level": _LEVELS[finding.severity],
        "rank": round(finding.confidence * 100, 1),
        "message": {"text": _plain(told(finding)) + links},
        "locations": [_location(first)],
        "partialFingerprints": {"primaryLocationLineHash": finding.id, "checkerFinding/v1": finding.id},
        "properties": {"confidence": finding.confidence, "verdict": VERDICTS[finding.verdict][1]},
    }
    if related:
        result["relatedLocations"] = related
    return result


def _location(side: Evidence) -> dict[str, Any]:
    region: dict[str, Any] = {"startLine": side.line}
    if side.column:
        region["startColumn"] = side.column
        if len(side.figure.split()) == 1:  # words may stand on two lines of the source
            region["endColumn"] = side.column + len(side.figure)
    return {"physicalLocation": {"artifactLocation": _artifact(side.uri), "region": region}}


def _artifact(uri: str) -> dict[str, str]:
    """A path as SARIF has it: relative to the root, or a file's URI where it is absolute."""
    path = posixpath.normpath(uri)
    encoded = quote(path.encode("utf-8", "surrogateescape"), safe="/")
    return {"uri": f"file:///{encoded.lstrip('/')}"} if path.startswith("/") else {"uri": encoded, "uriBaseId": _ROOT}


def _notification(problem: Problem) -> dict[str, Any]:
    return {
        "level": "error",
        "message": {"text": _plain(problem.message)},
        "locations": [{"physicalLocation": {"artifactLocation": _artifact(problem.uri)}}],
    }


def _inside(side: Evidence) -> str:
    return _plain(f"{side.uri}:{side.line}")


def _plain(text: str) -> str:
    """The text in a message of SARIF, in which brackets would make links and braces placeholders (3.11.5, 3.11.6)."""
    safe = clean(text).replace("\\", "\\\\").replace("[", "\\[").replace("]", "\\]")
    return safe.replace("{", "{{").replace("}", "}}")
