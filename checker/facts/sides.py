"""A claim with the article that makes it: one side of a comparison."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, datetime

from msgspec import Struct
from msgspec.structs import replace

from checker.facts.copies import voices
from checker.facts.days import published_day
from checker.records import Claim, Source

__all__ = ["Side", "first_told"]

DAY = len("2024-03-22")
"""Characters of a date without an hour."""


class Side(Struct, frozen=True):
    """A claim with the article that makes it."""

    claim: Claim
    source: Source
    voice: str = ""
    """The article that speaks for all copies of the text, where there are some."""
    since: str | None = None
    """When a copy of the text first gave this figure, where that was earlier."""

    @property
    def day(self) -> date | None:
        """The day as of which the figure is given: what the text says, else the article's own."""
        return published_day(self.claim.as_of) or published_day(self.since or self.source.published)

    @property
    def moment(self) -> datetime | None:
        """When the figure was published, where the article tells the hour; an archive of days has none."""
        told = self.since or self.source.published
        try:
            return datetime.fromisoformat(told) if told and len(told) > DAY else None
        except ValueError:
            return None


def first_told(sides: Sequence[Side]) -> list[Side]:
    """The sides of one event; a reprint speaks with the voice of the first copy, as of the day that this one came out.

    A copy with a new figure is a new version of the text and keeps its day.
    """
    voice = voices([*{side.source.article: side.source for side in sides}.values()])
    first: dict[tuple[object, ...], str] = {}
    for side in sides:
        if side.source.published:
            key = _told(side, voice)
            first[key] = min(first.get(key, "9999"), side.source.published)
    return [replace(side, voice=voice[side.source.article], since=first.get(_told(side, voice))) for side in sides]


def _told(side: Side, voice: dict[str, str]) -> tuple[object, ...]:
    claim = side.claim
    return voice[side.source.article], claim.fact, claim.unit, claim.low, claim.high, claim.bound
