"""Coverage of long events of the world: a season of fires, an epidemic, an election told over weeks.

Such articles share no street and no day, but a country and what the text says again and again.  Candidates share a
country together with one of the words that both dwell on; they are scored by how alike the texts are once a word counts
for how often it is said, and by what speaks for one event.  Weights: logistic regression over re-told coverage of 18
events of the world, each event left out in turn (98 % precision at 96 % recall of pairs that share a country); the
constant stands lower, for an archive holds more stories of one country than these events do.
"""

from __future__ import annotations

import math
from collections import defaultdict
from collections.abc import Iterator, Sequence

from msgspec import Struct

from checker.facts.days import published_day
from checker.facts.portrait import days_shown
from checker.language.countries import country
from checker.records import Source

__all__ = ["Subject", "keys", "strength", "subjects", "together"]

TOPIC = 41.0
EVENT = 0.27
CONSTANT = -4.5
LEAST, MOST = -8.0, 6.0
"""Ends of the logit of one event, as far as it counts."""
LONG = 120
"""Days from which two articles rather tell of two years of the same thing."""
DWELT_ON = 6
"""Words of an article that it says most often, by which it is found."""


class Subject(Struct, frozen=True):
    """What an article keeps coming back to: its words, a vector of length 1."""

    words: dict[str, float]
    days: tuple[int, ...]
    ages: frozenset[str]
    """Ages of people: two accounts of one incident give the same ones."""


def keys(source: Source) -> tuple[str, ...]:
    """Each country that the article is about, with each of the words that it says most often."""
    if not source.lands:
        return ()
    told = (word for word in source.often if country(word) is None)
    said = sorted(told, key=lambda word: (-source.often[word], word))
    return tuple(f"{land}|{word}" for land in source.lands for word in sorted(said[:DWELT_ON]))


def subjects(sources: Sequence[Source], rare: dict[str, float]) -> dict[int, Subject]:
    """The subjects of the articles that have such keys, by their place."""
    return {place: _subject(source, rare) for place, source in enumerate(sources) if source.lands}


def _subject(source: Source, rare: dict[str, float]) -> Subject:
    weights = {word: (1 + math.log(source.often.get(word, 1))) * rare[word] for word in source.words if word[0] != "="}
    length = math.sqrt(math.fsum(weight * weight for weight in weights.values())) or 1.0
    published = published_day(source.published)
    days = {*days_shown(source), *((published.toordinal(),) if published else ())}
    ages = frozenset(word for word in source.words if word.endswith("-year-old"))
    return Subject({word: weight / length for word, weight in weights.items()}, tuple(sorted(days)), ages)


def together(sources: Sequence[Source], hot: int) -> Iterator[tuple[int, int]]:
    """Pairs of places whose articles share a key that no more than `hot` articles have, in their order."""
    holders: dict[str, list[int]] = defaultdict(list)
    for place, source in enumerate(sources):
        for key in keys(source):
            holders[key].append(place)
    found = {
        (one, other)
        for places in holders.values()
        if len(places) <= hot
        for at, one in enumerate(places)
        for other in places[at + 1 :]
    }
    yield from sorted(found)


def strength(one: Subject, other: Subject, as_event: float) -> float | None:
    """The logit of the two telling of one situation; None where they lie too far apart in time, or tell of others.

    `as_event` is the logit of their telling of one event.
    """
    if one.ages and other.ages and not one.ages & other.ages:
        return None
    if one.days and other.days and min(abs(a - b) for a in one.days for b in other.days) > LONG:
        return None
    common = one.words.keys() & other.words.keys()
    topic = math.fsum([one.words[word] * other.words[word] for word in common])
    return CONSTANT + TOPIC * topic + EVENT * min(max(as_event, LEAST), MOST)
