"""Whether two figures that agree are one: equal by what they say, not by chance."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections import defaultdict
from collections.abc import Iterable, Iterator
from functools import cache

from checker.facts.compare import agree
from checker.facts.context import common_words, digits, together_in_place, together_in_time
from checker.facts.sides import Side
from checker.facts.slots import is_ruled, measure_of
from checker.records import Claim
from checker.rulebook import table

__all__ = ["CHANCE", "NEAR", "SMALL", "Nearby", "kin", "likeness"]

CHANCE = 4
"""Digits that say something, words that sentences share and the like, from which equal figures are no chance."""
NEAR = 0.9
"""Share of a figure from which another one may repeat it, more roughly or more exactly."""
CLOSE = 0.99
"""Share of a figure from which another one that agrees with it may be its rounding."""
SMALL = 10
"""Counts below this are too common for equal ones of different nouns to be the same."""


@cache
def kin(unit: str | None) -> str:
    """The measure, with shares said as a ratio ("three quarters") counted among those in per cent."""
    measure = measure_of(unit)
    return "percent" if measure == "ratio" else measure


def likeness(one: Side, other: Side) -> int:
    """How much speaks for the two figures being one: digits that say something, words that the sentences share.

    0 where they differ, are of two kinds, places or times, or so small that equality says nothing.
    """
    a, b = one.claim, other.claim
    same_kind = a.fact == b.fact
    if kin(a.unit) != kin(b.unit) or (not same_kind and (a.article == b.article or _are_ruled(a, b))):
        return 0
    low, high = sorted((abs(a.low), abs(b.low)))
    if (a.unit == b.unit and low < NEAR * high) or not agree(a, b):
        return 0
    equal = a.low == b.low and a.high == b.high
    if not (equal and digits(a) > 2) and not (together_in_place(one, other) and together_in_time(a, b)):
        return 0
    is_small = a.unit in ("count", None) and low < SMALL and not low % 1
    if not same_kind and is_small:
        return 0
    kind = _of_one_class(a, b) if not same_kind else 3 if is_ruled(a.fact) and not is_small else 2
    has_unit = a.unit not in ("count", None)
    is_close = a.unit == b.unit and low >= CLOSE * high
    return min(digits(a), digits(b)) + (2 if equal else is_close - 1) + kind + has_unit + common_words(a, b)


@cache
def _class_of(noun: str) -> str | None:
    return next((name for name, nouns in sorted(table("nouns").items()) if noun in nouns), None)


def _of_one_class(one: Claim, other: Claim) -> int:
    """1 where both count people, or both buildings, -1 where one counts people and the other buildings."""
    here, there = _class_of(one.counted or ""), _class_of(other.counted or "")
    return 0 if here is None or there is None else 1 if here == there else -1


def _are_ruled(one: Claim, other: Claim) -> bool:
    return is_ruled(one.fact) and is_ruled(other.fact)


class Nearby:
    """Figures by unit and size, to find those close to another one without looking at all."""

    def __init__(self, numbered: Iterable[tuple[int, Side]]) -> None:
        self._sides: dict[str | None, list[tuple[float, str, int, Side]]] = defaultdict(list)
        for number, side in numbered:
            self._sides[side.claim.unit].append((side.claim.low, side.claim.id, number, side))
        for listed in self._sides.values():
            listed.sort(key=lambda entry: entry[:3])

    def near(self, side: Side) -> Iterator[tuple[int, Side]]:
        """Those of the same unit and about the same size, and all of other units of the same kin."""
        low = side.claim.low
        for unit, listed in self._sides.items():
            if unit == side.claim.unit:
                ends = sorted((low * NEAR, low / NEAR))
                first = bisect_left(listed, ends[0], key=lambda entry: entry[0])
                last = bisect_right(listed, ends[1], key=lambda entry: entry[0])
                yield from ((number, other) for _, _, number, other in listed[first:last])
            elif kin(unit) == kin(side.claim.unit):
                yield from ((number, other) for _, _, number, other in listed)
