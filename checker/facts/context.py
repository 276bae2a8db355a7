"""The words around a figure that say what it is of: what makes two equal figures the same and not chance."""

from __future__ import annotations

import re
from datetime import date, timedelta
from functools import lru_cache

from checker.facts.sides import Side
from checker.language.forms import singular
from checker.records import Claim
from checker.rulebook import table

__all__ = ["common_words", "digits", "subject", "together_in_place", "together_in_time"]

_WORD = re.compile(r"[^\W\d_]{3,}")


def digits(claim: Claim) -> int:
    """How many digits of the figure say something: 1 for 500, 4 for 3,958."""
    return len(f"{abs(claim.low):.10g}".replace(".", "").strip("0"))


@lru_cache(maxsize=50_000)
def _words(text: str) -> frozenset[str]:
    small = table("proper_names")["openers"]
    return frozenset(singular(word) for word in _WORD.findall(text.lower())) - frozenset(small)


def common_words(one: Claim, other: Claim) -> int:
    """How many words of content the two sentences share."""
    return len(_words(one.quote) & _words(other.quote))


def subject(claim: Claim) -> str:
    """The last word of the name closest before the figure: whose share, whose revenue; empty for none."""
    quote = claim.quote.lower().replace("’", "'")
    figure = max(claim.start - claim.quote_start, 0)
    best, found = -1, ""
    for name in claim.names:
        at = quote.rfind(name, 0, figure)
        if at > best:
            best, found = at, name
    return found.rpartition(" ")[2]


def together_in_place(one: Side, other: Side) -> bool:
    """Whether the claims may be of one place: they share a word of its name, or one names none.

    Places that only one of the articles knows are rather two names for one place than two places.
    """
    here, there = one.claim.where, other.claim.where
    if not here or not there or not {*" ".join(here).split()}.isdisjoint(" ".join(there).split()):
        return True
    return not any(name in other.source.names for name in here) or not any(name in one.source.names for name in there)


def together_in_time(one: Claim, other: Claim) -> bool:
    """Whether the claims may be of one time: their days meet or touch, for clocks differ, or one names none."""
    a, b = one.when, other.when
    return a is None or b is None or (_before(a.start) <= b.end and _before(b.start) <= a.end)


def _before(day: str) -> str:
    try:
        return (date.fromisoformat(day) - timedelta(1)).isoformat()
    except (ValueError, OverflowError):
        return day
