"""A claim with the article that makes it: one side of a comparison."""

from __future__ import annotations

from datetime import date

from msgspec import Struct

from checker.facts.days import published_day
from checker.records import Claim, Source

__all__ = ["Side"]


class Side(Struct, frozen=True):
    """A claim with the article that makes it."""

    claim: Claim
    source: Source

    @property
    def day(self) -> date | None:
        """The day as of which the figure is given: what the text says, else the article's own."""
        return published_day(self.claim.as_of) or published_day(self.source.published)
