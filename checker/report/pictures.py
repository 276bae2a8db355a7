"""The pictures of the facts that a report tells of."""

from __future__ import annotations

from collections.abc import Iterable

from checker.records import Fact, Finding
from checker.report.course import Step, course
from checker.report.escape import clean
from checker.report.index import Index
from checker.report.timeline import Point, timeline

__all__ = ["picture", "pictures", "stressed"]


def picture(fact: Fact, findings: Iterable[Finding], index: Index, name: str, *, alone: bool = False) -> str:
    """The course of the fact as SVG, the sides of errors and warnings stressed; empty where too few values have a day.

    `name` makes the ids in it; `alone` makes it fit for a file of its own.
    """
    sides = stressed(findings)
    points = [_point(step, sides, index) for step in course(fact, index)]
    return timeline(points, clean(fact.label), name, alone=alone)


def stressed(findings: Iterable[Finding]) -> set[str | None]:
    """The claims that the findings set against others, but for what is only to be known of."""
    return {side.claim for finding in findings if finding.severity != "info" for side in finding.evidence}


def pictures(findings: Iterable[Finding], index: Index) -> dict[str, str]:
    """For each fact of the findings that has a course: the fact's id, and the picture as the text of a file."""
    together: dict[str, list[Finding]] = {}
    for finding in findings:
        together.setdefault(finding.fact or "", []).append(finding)
    drawn = (
        (name, picture(index.facts[name], told, index, name, alone=True))
        for name, told in sorted(together.items())
        if name in index.facts
    )
    return {name: svg for name, svg in drawn if svg}


def _point(step: Step, sides: set[str | None], index: Index) -> Point:
    first = step.claims[0]
    outlets = dict.fromkeys(clean(index.sources[claim.article].outlet or "") for claim in step.claims)
    named = [name for name in outlets if name]
    return Point(
        day=step.day,
        low=first.low,
        high=first.high,
        figure=clean(step.figure),
        outlet=" and ".join(named[:1] + ([f"{len(named) - 1} more"] if len(named) > 1 else [])),
        exact=first.bound in ("exact", "range"),
        stressed=any(claim.id in sides for claim in step.claims),
    )
