"""The words around a figure that say what it is of: what makes two equal figures the same and not chance."""

from __future__ import annotations

import re
from collections.abc import Iterable
from datetime import date, timedelta
from functools import lru_cache

from checker.facts.sides import Side
from checker.language.countries import country
from checker.language.forms import singular
from checker.records import Claim, When
from checker.rulebook import table

__all__ = [
    "common_words",
    "content",
    "digits",
    "is_long",
    "subject",
    "surnames",
    "together_in_place",
    "together_in_time",
]

_WORD = re.compile(r"[^\W\d_]{3,}")
_CAPITAL = re.compile(r"\b[A-Z][^\W\d_]{2,}")
_NO_BREAK = re.compile(r"[^,;:()\d]*")
"""What may stand between a name and its own figure."""
_BEHIND = 24
"""Characters behind a figure in which the name may begin whose figure it is."""
_GIVING = frozenset({"for", "to", "by"})
_BETWEEN = _GIVING | {"were", "was", "is", "are", "went", "goes", "go", "will", "the", "former", "cast", "won", "taken"}


def digits(claim: Claim) -> int:
    """How many digits of the figure say something: 1 for 500, 4 for 3,958."""
    return len(f"{abs(claim.low):.9e}".partition("e")[0].replace(".", "").rstrip("0"))


@lru_cache(maxsize=50_000)
def _words(text: str) -> frozenset[str]:
    small = table("proper_names")["openers"]
    return frozenset(singular(word) for word in _WORD.findall(text.lower())) - frozenset(small)


def content(claim: Claim) -> frozenset[str]:
    """The words of content in the claim's sentence, in the singular."""
    return _words(claim.quote)


def common_words(one: Claim, other: Claim) -> int:
    """How many words of content the two sentences share."""
    return len(content(one) & content(other))


def surnames(sides: Iterable[Side]) -> frozenset[str]:
    """Last words of the full names in the articles: a text that gave a name in full goes on with its last word."""
    sources = {side.source.article: side.source for side in sides}
    return frozenset(name.rpartition(" ")[2] for source in sources.values() for name in source.names if " " in name)


def subject(claim: Claim, known: frozenset[str] = frozenset()) -> str:
    """The last word of the name whose figure it is: whose share, whose revenue; empty for none.

    `known` are last words of full names, which count as names where they stand alone.
    It is the name before, "Ana Ruiz of the Greens had 16%", or one right behind, "16% were for Ana Ruiz", where no name
    leads straight to the figure.
    """
    quote = claim.quote.lower().replace("’", "'")
    figure, end = max(claim.start - claim.quote_start, 0), claim.end - claim.quote_start
    best, found, behind = -1, "", ""
    lone = {word.lower() for word in _CAPITAL.findall(claim.quote)} & known
    for name in (*claim.names, *sorted(lone)):
        at = quote.rfind(name, 0, figure)
        is_later = at + len(name) > best + len(found)
        if at >= 0 and (
            not found or is_later if (name in claim.where) == (found in claim.where) else found in claim.where
        ):
            best, found = at, name
        at = quote.find(name, end, end + _BEHIND + len(name))
        if at >= 0 and not behind and _leads_on(quote[end:at]):
            behind = name
    if behind and (best < 0 or not _NO_BREAK.fullmatch(quote[best + len(found) : figure])):
        return behind.rpartition(" ")[2]
    for name in claim.names:  # "Ana Ruiz of the Greens": the name before the body
        if best > 0 and quote.endswith((f"{name} of ", f"{name} of the "), 0, best):
            found = name
    return found.rpartition(" ")[2]


def _leads_on(between: str) -> bool:
    """Whether a figure belongs to the name behind these words: "were for", "goes to"."""
    words = between.split()
    return not _GIVING.isdisjoint(words) and _BETWEEN.issuperset(words)


def together_in_place(one: Side, other: Side) -> bool:
    """Whether the claims may be of one place: they share a word of its name, or one names none.

    Places that only one of the articles knows are rather two names for one place than two places.  A country is no
    other place than a town, which may lie in it.
    """
    (lands, towns), (others, elsewhere) = _places(one), _places(other)
    if lands and others and not (towns and elsewhere):
        return not lands.isdisjoint(others) or not (_knows(one, others) and _knows(other, lands))
    if any(map(_is_road, towns)) != any(map(_is_road, elsewhere)):
        return True  # a road of the town
    if not towns or not elsewhere or not {*" ".join(towns).split()}.isdisjoint(" ".join(elsewhere).split()):
        return True
    return not (_knows(one, elsewhere) and _knows(other, towns))


def _places(side: Side) -> tuple[frozenset[str], frozenset[str]]:
    """The countries and the other places that the claim's sentence names."""
    lands = {name: country(name) for name in side.claim.where}
    return (
        frozenset(land for land in lands.values() if land),
        frozenset(name for name, land in lands.items() if not land),
    )


def _knows(side: Side, places: frozenset[str]) -> bool:
    """Whether the article names one of the places."""
    return any(name in places or country(name) in places for name in side.source.names)


def _is_road(name: str) -> bool:
    return name.rpartition(" ")[2] in table("proper_names")["roads"]


def together_in_time(one: Claim, other: Claim) -> bool:
    """Whether the claims may be of one time: their days meet, or touch, for clocks differ, or one names none.

    Months and years that only touch are two.
    """
    a, b = one.when, other.when
    if a is None or b is None:
        return True
    if is_long(a) and is_long(b):
        return a.start <= b.end and b.start <= a.end
    return _before(a.start) <= b.end and _before(b.start) <= a.end


def is_long(when: When) -> bool:
    """Whether it is a month or more, and no day."""
    return when.start[:7] != when.end[:7] or (when.start[8:] == "01" and when.end[8:] >= "28")


def _before(day: str) -> str:
    try:
        return (date.fromisoformat(day) - timedelta(1)).isoformat()
    except (ValueError, OverflowError):
        return day
