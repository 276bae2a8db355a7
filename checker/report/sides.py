"""What the formats for machines tell of a finding, in words and in places."""

from __future__ import annotations

from posixpath import normpath

from checker.records import Evidence, Finding
from checker.report.escape import clean

__all__ = ["elsewhere", "place", "told"]


def place(uri: str) -> str:
    """The path of a source as hosts of code know it, `./` and the like gone, in one line."""
    return clean(normpath(uri))


def told(finding: Finding) -> str:
    """The finding as one line, not yet escaped."""
    return f"{finding.message} Working: {finding.working}"


def elsewhere(finding: Finding) -> list[tuple[int, Evidence]]:
    """The sides on other lines than the first, one a line, each with its number among the sides, from 0."""
    seen = {(finding.evidence[0].uri, finding.evidence[0].line)}
    found: list[tuple[int, Evidence]] = []
    for number, side in enumerate(finding.evidence):
        if (side.uri, side.line) not in seen:
            seen.add((side.uri, side.line))
            found.append((number, side))
    return found
