"""An article as two weighted sets of words, rare ones counting most, and how alike two of them are.

Rarity is that of the run's own articles, eased by a number of imagined articles in which a word does not occur: a name
that stands in both of two articles given is still a rare name.
"""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Iterable, Mapping
from functools import cache

from msgspec import Struct

from checker.facts.days import published_day
from checker.records import Source
from checker.rulebook.tables import table

__all__ = [
    "IMAGINED",
    "Background",
    "Portrait",
    "Rarity",
    "days_shown",
    "name_words",
    "portraits",
    "rareness",
    "rarity",
    "traits",
]

IMAGINED = 3000
"""Articles on other events that the run's articles are thought to stand among."""
DAYS = 4
"""Days of an article that are compared: those it mentions first."""


class Rarity(Struct, frozen=True):
    """How rare names and words are, 0 (in every article) to 1 (in one)."""

    names: dict[str, float]
    words: dict[str, float]


class Portrait(Struct, frozen=True):
    """What one article shows of its event.  Vectors have length 1."""

    article: str
    names: dict[str, float]
    words: dict[str, float]
    roads: frozenset[str]
    ages: frozenset[str]
    blocks: frozenset[str]
    figures: frozenset[str]
    days: tuple[int, ...]
    published: int | None
    is_aftermath: bool
    """Whether the article tells of courts, funerals, anniversaries: what may follow long after an event."""


@cache
def _roads() -> frozenset[str]:
    return frozenset(table("proper_names")["roads"])


@cache
def _generic() -> frozenset[str]:
    lists = table("proper_names")
    return frozenset(word for key in ("roads", "bodies", "lands", "joins") for word in lists[key])


@cache
def _aftermath() -> frozenset[str]:
    return frozenset(table("events")["aftermath"])


def name_words(names: Mapping[str, float]) -> dict[str, float]:
    """The words of the names, each with the largest weight of a name that holds it; "street", "police" name nothing."""
    found: dict[str, float] = {}
    for name, weight in names.items():
        for word in name.split():
            if word not in _generic():
                found[word] = max(found.get(word, 0.0), weight)
    return found


class Background(Struct, frozen=True):
    """What an archive knows of how common words are: counts over its articles, which of the articles given it holds."""

    number: int
    names: dict[str, int]
    words: dict[str, int]
    held: frozenset[str]


def rarity(sources: Iterable[Source], background: Background | None = None) -> Rarity:
    """How rare each word is among these articles, and those of an archive behind them."""
    names: Counter[str] = Counter(background.names if background else {})
    words: Counter[str] = Counter(background.words if background else {})
    number = background.number if background else 0
    for source in sources:
        if background is None or source.article not in background.held:
            number += 1
            names.update(name_words(source.names).keys())
            words.update(source.words)
    return Rarity(_scaled(names, number), _scaled(words, number))


def rareness(count: int, number: int) -> float:
    """How rare a word is that stands in `count` of `number` articles, 0 (in every article) to 1 (in one)."""
    most = math.log(number + IMAGINED)
    return (most - math.log(count)) / most


def _scaled(counts: Counter[str], number: int) -> dict[str, float]:
    return {word: rareness(count, number) for word, count in counts.items()}


def portraits(sources: Iterable[Source], rare: Rarity) -> list[Portrait]:
    """The portraits of the articles, in their order."""
    return [_portrait(source, rare) for source in sources]


def days_shown(source: Source) -> tuple[int, ...]:
    """The days of an article that are compared, as ordinals: those it names, else that of its publication."""
    days = [day.toordinal() for text in source.days[:DAYS] if (day := published_day(text))]
    published = published_day(source.published)
    return tuple(days) or ((published.toordinal(),) if published else ())


def _portrait(source: Source, rare: Rarity) -> Portrait:
    published = published_day(source.published)
    return Portrait(
        article=source.article,
        names=_unit({word: weight * rare.names[word] for word, weight in name_words(source.names).items()}),
        words=_unit({word: rare.words[word] for word in source.words}),
        roads=frozenset(stem for name in source.names if (stem := _road(name))),
        ages=frozenset(word for word in source.words if word.endswith("-year-old")),
        blocks=frozenset(word for word in source.words if word.endswith(" block")),
        figures=frozenset(word for word in source.words if word.startswith("=")),
        days=days_shown(source),
        published=published.toordinal() if published else None,
        is_aftermath=len(_aftermath().intersection(source.words)) >= 3,
    )


def _road(name: str) -> str:
    """The name without the kind of road, which is often left out or shortened: "brenwick" for "brenwick avenue"."""
    stem, _, last = name.rpartition(" ")
    return stem if last in _roads() else ""


def _unit(vector: dict[str, float]) -> dict[str, float]:
    length = math.sqrt(sum(value * value for value in vector.values())) or 1.0
    return {word: value / length for word, value in vector.items()}


def _dot(one: dict[str, float], other: dict[str, float]) -> float:
    # fsum is exact, so the order of the common words does not matter
    return math.fsum([one[word] * other[word] for word in one.keys() & other.keys()])


def traits(one: Portrait, other: Portrait, rare: Mapping[str, float]) -> dict[str, float]:
    """What speaks for and against two articles telling of one event; the weights are in `likelihood`."""
    names, words = _dot(one.names, other.names), _dot(one.words, other.words)
    common = sorted((rare[word] for word in one.names.keys() & other.names.keys()), reverse=True)
    nearest, first, overlap = 0.0, 0.0, 0
    if one.days and other.days:
        nearest = min(abs(a - b) for a in one.days for b in other.days)
        first = abs(one.days[0] - other.days[0])
        overlap = len({*one.days} & {*other.days})
    apart = abs(one.published - other.published) if one.published and other.published else 0
    blocks = bool(one.blocks & other.blocks)
    return {
        "names": names,
        "words": words,
        "both": names * words,
        "rare": sum(common[:5]),
        "figures": min(len(one.figures & other.figures), 4),
        "roads": min(len(one.roads & other.roads), 2),
        "other ages": bool(one.ages and other.ages and not one.ages & other.ages),
        "other blocks": bool(one.blocks and other.blocks and not blocks),
        "days apart": math.log1p(nearest),
        "first days apart": math.log1p(first),
        "common days": overlap,
        "next day": nearest <= 1,
        "other days": nearest > 2 and not one.is_aftermath and not other.is_aftermath,
        "years apart": nearest > 60,
        "published apart": math.log1p(apart),
        "published far": apart > 30,
    }
