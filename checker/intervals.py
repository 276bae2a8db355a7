"""Figures as the intervals they stand for, and whether two of them can both be true.

A figure that is rounded stands for all values that round to it: "3.5 million", whose last digit steps by 100,000, is
[3.45, 3.55] million.  A bound widens further: "at least 12" is [12, ∞), "about 100" is [90, 110].  Two claims agree
when their intervals overlap.  This is how statcheck and XBRL Calculations 1.1 treat reported figures.
"""

from __future__ import annotations

import math

from msgspec import Struct

from checker.records import Bound, Claim, Quantity

__all__ = ["ABOUT", "NEARLY", "Interval", "interval_of", "number", "rounding"]

ABOUT = 0.10
"""How far "about", "some", "roughly" reach: a tenth to either side, at least half the grain."""
NEARLY = 0.15
"""How far short of its figure "nearly", "almost" or a bound may fall before nobody would write it."""


class Interval(Struct, frozen=True):
    """A closed stretch of the real line; an end may be infinite."""

    low: float
    high: float

    def overlaps(self, other: Interval, slack: float = 0.0) -> bool:
        """Whether the two share a value; `slack` widens the gap allowed, relative to the larger magnitude."""
        room = slack * max(abs(x) for x in (self.low, self.high, other.low, other.high) if math.isfinite(x))
        return self.low <= other.high + room and other.low <= self.high + room

    def __add__(self, other: Interval) -> Interval:
        return Interval(self.low + other.low, self.high + other.high)

    def __sub__(self, other: Interval) -> Interval:
        return Interval(self.low - other.high, self.high - other.low)

    def __mul__(self, other: Interval) -> Interval:
        ends = [a * b for a in (self.low, self.high) for b in (other.low, other.high) if not _undefined(a, b)]
        return Interval(min(ends), max(ends))

    def scaled(self, factor: float) -> Interval:
        """The interval times a number."""
        ends = self.low * factor, self.high * factor
        return Interval(min(ends), max(ends))


def _undefined(a: float, b: float) -> bool:
    return (a == 0 and math.isinf(b)) or (b == 0 and math.isinf(a))


def rounding(figure: Quantity | Claim) -> float:
    """Half the step of the last digit written; 0 for what is counted one by one (a count below 1,000 in steps of 1)."""
    if figure.grain is None or (figure.unit in ("count", None) and figure.grain <= 1):
        return 0.0
    return figure.grain / 2


def interval_of(figure: Quantity | Claim, *, low: float | None = None, high: float | None = None) -> Interval:
    """The values that a figure may stand for, given its grain and bound.

    `low` and `high` replace the figure's own ends after a conversion of units.

    Raises:
        ValueError: the figure has no value (a date, a name).
    """
    bottom = figure.low if low is None else low
    top = figure.high if high is None else high
    if bottom is None or top is None:
        raise ValueError(f"{figure.figure!r} has no value")
    return _widened(bottom, top, figure.bound, rounding(figure))


def _widened(low: float, high: float, bound: Bound, half: float) -> Interval:
    match bound:
        case "at_least" | "more_than":
            return Interval(low, math.inf)
        case "at_most" | "less_than":
            return Interval(-math.inf, high)
        case "about":
            return Interval(low - max(abs(low) * ABOUT, half), high + max(abs(high) * ABOUT, half))
        case _:
            return Interval(low - half, high + half)


def number(value: float) -> str:
    """A number for people: thousands separated, no needless digits."""
    if math.isinf(value):
        return "∞" if value > 0 else "−∞"
    if value == int(value) and abs(value) < 1e15:
        return f"{int(value):,}"
    return f"{value:,.6g}" if abs(value) < 1e6 else f"{value:,.0f}"
