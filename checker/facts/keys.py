"""The keys under which an archive keeps an article, and what makes an article call up another."""

from __future__ import annotations

from collections.abc import Sequence

from checker.facts.linking import HOT, SHARED
from checker.facts.portrait import days_shown, name_words, rareness
from checker.facts.situations import keys
from checker.records import Claim, Kept, Source

__all__ = ["HOT", "is_near", "keep", "rareness"]

ENOUGH = 2.0
"""Sum of the rarities of shared names from which articles are compared whatever their days."""
DAYS = 7
"""Days between two articles within which a little less shared is enough."""


def keep(source: Source, claims: tuple[Claim, ...]) -> Kept:
    """The article with the words of its names and what it dwells on, by which it is found, its other words, only
    counted, and its days.
    """
    found_by = {*name_words(source.names), *keys(source)}
    return Kept(source, claims, tuple(sorted(found_by)), source.words, days_shown(source))


def is_near(shared: float, days: Sequence[int], others: Sequence[int]) -> bool:
    """Whether two articles may tell of one event, by the summed rarity of the names they share and by their days.

    On 2,583 local-news articles among 7,700 more this leaves out one of 111 pairs that linking would join, and calls up
    a third of the articles that shared names alone would.
    """
    if shared >= ENOUGH or shared < SHARED:
        return shared >= ENOUGH
    return not days or not others or min(abs(a - b) for a in days for b in others) <= DAYS
