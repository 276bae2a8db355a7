"""Findings of a draft, each at the figures of the draft that it is about."""

from __future__ import annotations

from collections.abc import Iterator

from lsprotocol import types
from msgspec import Struct

from checker.lsp.drafts import Judged
from checker.lsp.places import Units, elsewhere, span
from checker.records import Evidence, FieldName, Finding

__all__ = ["Mark", "Other", "marks"]

Spot = tuple[str, FieldName, int, int]
"""Article, field, start and end."""


class Other(Struct, frozen=True):
    """Another side of a finding, and where to go for it; None where its file is not to be found."""

    side: Evidence
    place: types.Location | None


class Mark(Struct, frozen=True):
    """A figure of the draft, the finding that it is part of, and what it is set against."""

    where: types.Range
    finding: Finding
    others: tuple[Other, ...]
    is_first: bool
    """A finding is told at its first figure; the others only know of it."""


def marks(address: str, text: str, judged: Judged, units: Units) -> Iterator[Mark]:
    """The figures of findings in their order; `address` is that of the draft, as the client gives it."""

    def place(spot: Spot) -> types.Range:
        article, field, start, end = spot
        return span(text, judged.articles[article], field, start, end, units)

    def other(side: Evidence) -> Other:
        if side.article in judged.articles:
            return Other(side, types.Location(address, place(_spot(side))))
        return Other(side, elsewhere(side, units))

    for finding in judged.report.findings:
        sides = [(_spot(side), other(side)) for side in finding.evidence]
        for number, spot in enumerate(dict.fromkeys(_spots(finding, judged))):
            others = tuple(one for where, one in sides if where != spot)
            yield Mark(place(spot), finding, others, number == 0)


def _spots(finding: Finding, judged: Judged) -> Iterator[Spot]:
    """The finding's figures in the draft.

    Where two other articles stand for the two sides of a conflict, the draft's figure is one that equals one of them;
    what was updated elsewhere is no matter of the draft's.
    """
    told = [_spot(side) for side in finding.evidence if side.article in judged.articles]
    yield from told
    if not told and finding.verdict == "conflict":
        for claim in judged.report.claims:
            if claim.id in finding.claims and claim.article in judged.articles:
                yield claim.article, claim.field, claim.start, claim.end


def _spot(side: Evidence) -> Spot:
    return side.article, side.field, side.start, side.end
