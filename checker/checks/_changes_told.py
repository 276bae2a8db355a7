"""Two levels and their change where other words than "from ... to" tell which came first."""

from __future__ import annotations

from collections.abc import Iterator

from msgspec import Struct
from msgspec.structs import replace

from checker.checks._arithmetic import is_exact, point
from checker.checks._levels import comparable
from checker.checks._reading import Phrase, Sentence, mark
from checker.intervals import number
from checker.records import Quantity

__all__ = ["Told", "told_in_words"]

_BY_SO_MUCH = Phrase(
    r"\b(?:(?P<down><<down>>)|(?P<up><<up>>))\s(?:by\s)?"
    + mark("step", "m")
    + r"(?:,\sor\s|\sor\s|\s\(|,\s)"
    + mark("p", "p")
    + r"\)?,?\s(?:to\s(?:[a-z]+\s(?:at\s)?)?|at\s)"
    + mark("new", "m")
)
_NOUN = Phrase(
    r",\s(?:or\s)?an?\s(?:[a-z]+\s)?(?:" + mark("q", "p") + r"\s)?(?:(?P<fall><<fall_nouns>>)|<<rise_nouns>>)\b"
    r"(?:\sof\s" + mark("p", "p") + r")?"
)
_THEN = Phrase(
    r"\b(?:but(?:\s(?:only|just))?|against|(?:may|might|could|will|would)\s(?:only\s)?[a-z]+|(?:now|later|will|would|went|rise|rose|fall|fell|grew|is|was|to)(?:\s[a-z]+)?\sto"
    r"|(?:reached|hit|stands\sat|stood\sat|now\s(?:is|costs)|is\snow)"
    r"|compared\s(?:with|to)|(?:19|20)\d\d[^;:]{0,30})\s(?:(?:about|some|only|just|nearly|almost|over|the|in)\s)*$"
)
_WAS = Phrase(
    r"\b(?:was|were|stood\sat|had\sbeen|paid|cost)\s"
    + mark("old", "cm")
    + r"[^{}.;:()]{0,50}?\s(?P<p>\{p\d+\})\s(?P<word>more|less|higher|lower|fewer)\b"
)
_WHEN_WAS = Phrase(
    mark("p", "p")
    + r"\s(?P<word><<compared>>)\sthan\s[^{};:]{0,30}?(?:\{D\d+\})?,?\swhen\s[^{}.;:]{0,40}?\s"
    + mark("old", "cm")
)
_LESS = ("less", "fewer", "lower", "smaller", "cheaper", "shorter", "lighter", "slower", "weaker")
_NOW = Phrase(r"\b(?:now|this\s(?:year|month|week)|today|currently)\b[^{}.;:()]{0,40}?" + mark("new", "cm"))
_CLAUSE = Phrase(r"\b(?:and|while|but|whereas)\s\w+\s")
FAR = 20
"""Two figures that are further apart are hardly levels of one thing."""


class Told(Struct, frozen=True):
    """Two levels in the order of time, the change stated for them, and its way: "up" or "down"."""

    old: Quantity
    new: Quantity
    stated: Quantity
    way: str


def told_in_words(before: Sentence | None, sentence: Sentence) -> Iterator[Told]:
    """Every change of the sentence whose levels are in it or in the one before."""
    yield from _named(sentence)
    yield from _reached(sentence)
    yield from _since(before, sentence)
    yield from _when(sentence)


def _named(sentence: Sentence) -> Iterator[Told]:
    """As in "12,500 in 2019 but only 10,000 in 2023, a drop of 20 per cent": the word tells the old level."""
    for match in sentence.find(_NOUN):
        if not match["p"] and not match["q"]:
            continue
        stated = sentence.get(match, "p" if match["p"] else "q")
        levels = [q for q in sentence.quantities if q.kind in ("count", "money", "measure")]
        if (
            len(levels) != 2
            or levels[1].end > stated.start
            or not _THEN.search(_between(sentence, levels))
            or not all(is_exact(q) and q.low for q in levels)
            or levels[0].kind != levels[1].kind
        ):
            continue
        if not comparable(levels[0].unit, levels[1].unit) or (levels[1].counted or levels[0].counted) != (
            levels[0].counted or levels[1].counted
        ):
            continue
        small, large = sorted(levels, key=point)
        is_down = match["fall"] is not None
        if (
            point(small) < point(large) < point(small) * FAR
            and _CLAUSE.search(sentence.text[levels[1].end : stated.start]) is None
        ):
            old, new = (large, small) if is_down else (small, large)
            yield Told(old, new, stated, "down" if is_down else "up")


def _between(sentence: Sentence, levels: list[Quantity]) -> str:
    """The words from the end of the first level to the second, in lower case."""
    return sentence.text[levels[0].end : levels[1].start].lower()


def _reached(sentence: Sentence) -> Iterator[Told]:
    """As in "lost 12 cents, or 4 per cent, to close at $2.88": the level before is the two together."""
    for match in sentence.find(_BY_SO_MUCH):
        step, new, stated = (sentence.get(match, name) for name in ("step", "new", "p"))
        if step.unit == new.unit and step.low and new.low and step.low == step.high and new.low == new.high:
            is_down = match["down"] is not None
            value = new.low + step.low if is_down else new.low - step.low
            if value > 0:
                figure = f"{number(value)} ({new.figure} {'+' if is_down else '−'} {step.figure})"
                old = replace(new, low=value, high=value, figure=figure, grain=min(new.grain or 0, step.grain or 0))
                yield Told(old, new, stated, "down" if is_down else "up")


def _since(before: Sentence | None, sentence: Sentence) -> Iterator[Told]:
    """As in "The rent is now $1,150. Two years ago it was $1,000, so that tenants pay 15 per cent more"."""
    now = next(before.find(_NOW), None) if before is not None else None
    if before is None or now is None:
        return
    new = before.get(now, "new")
    for match in sentence.find(_WAS):
        old, stated = sentence.get(match, "old"), sentence.quantities[int(match["p"][2:-1])]
        if old.kind == new.kind and comparable(old.unit, new.unit) and is_exact(old) and is_exact(new):
            way = "down" if match["word"] in ("less", "lower", "fewer") else "up"
            yield Told(old, new, stated, way)


def _when(sentence: Sentence) -> Iterator[Told]:
    """As in "they pay $1,308, 9 per cent more than a year ago, when it was $1,200"."""
    for match in sentence.find(_WHEN_WAS):
        old, stated = sentence.get(match, "old"), sentence.get(match, "p")
        ahead = [q for q in sentence.quantities if q.end <= stated.start and q.kind == old.kind]
        if len(ahead) == 1 and comparable(ahead[0].unit, old.unit) and is_exact(old) and is_exact(ahead[0]):
            yield Told(old, ahead[0], stated, "down" if match["word"] in _LESS else "up")
