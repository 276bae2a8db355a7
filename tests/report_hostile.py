"""Texts that mean harm, and reports that hold them in every place an article can reach; for tests of every format."""

from __future__ import annotations

from pathlib import Path

import msgspec
import yaml
from sample_report import sample

from checker.records import Evidence, Finding, Report

__all__ = ["HOSTILE", "PATHS", "hostile"]

_CASES = Path(__file__).parent / "cases" / "report"


def _texts(name: str) -> list[str]:
    return [case["text"] for case in yaml.safe_load((_CASES / name).read_text(encoding="utf-8"))]


HOSTILE = _texts("hostile.yaml") + _texts("hostile_machines.yaml") + _texts("hostile_pages.yaml")
"""Titles and sentences."""
PATHS = _texts("hostile_paths.yaml")
"""Names of files."""


def hostile(text: str, uri: str | None = None) -> Report:
    """The sample report with this text wherever an article's words go, and this name for every file."""
    report = sample()

    def side(one: Evidence) -> Evidence:
        return msgspec.structs.replace(one, quote=text, figure=text, uri=one.uri if uri is None else uri)

    def told(finding: Finding) -> Finding:
        sides = tuple(map(side, finding.evidence))
        return msgspec.structs.replace(finding, message=text, working=text, evidence=sides)

    names = {} if uri is None else {"uri": uri}
    speaker = {"speaker": text, "figure": text, "quote": text, "scope": (text,), "where": (text,), "counted": text}
    return msgspec.structs.replace(
        report,
        sources=tuple(msgspec.structs.replace(s, title=text, outlet=text, **names) for s in report.sources),
        claims=tuple(msgspec.structs.replace(claim, **speaker) for claim in report.claims),
        facts=tuple(msgspec.structs.replace(fact, label=text, why=(text,)) for fact in report.facts),
        findings=tuple(map(told, report.findings)),
        problems=tuple(msgspec.structs.replace(problem, message=text, **names) for problem in report.problems),
    )
