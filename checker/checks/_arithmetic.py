"""What figures stand for when a writer computes with them, and how the sum is shown."""

from __future__ import annotations

import math
from functools import cache

from checker.checks._reading import Sentence
from checker.intervals import NEARLY, Interval, number, rounding
from checker.records import Quantity
from checker.units import UnknownUnitError, convert

__all__ = ["change", "factor", "is_exact", "off_by", "point", "ratio", "shown", "stands_for", "strictly"]

ROUND = 0.01
"""A figure that ends in zeros may be rounded to them, but by no more than this share of it."""
UNDER = ("nearly", "almost", "just under", "close to", "just short of", "not quite", "approaching")
OVER = ("just over", "slightly more than", "a little over")


def point(quantity: Quantity) -> float:
    """The middle of a figure as written.

    Raises:
        ValueError: it has none (a date, a name).
    """
    if quantity.low is None or quantity.high is None:
        raise ValueError(f"{quantity.figure!r} has no value")
    return (quantity.low + quantity.high) / 2


def is_exact(quantity: Quantity) -> bool:
    """Whether it is one value, given without a hedge."""
    return quantity.low is not None and quantity.low == quantity.high and quantity.bound == "exact"


def stands_for(quantity: Quantity) -> Interval:
    """All values that the figure may stand for as a term of a sum: by its last digit, its zeros and its bound.

    A bound is read as a writer means it in a computation: "more than 60" is a little more than 60, not anything above.
    """
    low, high = quantity.low, quantity.high
    if low is None or high is None:
        raise ValueError(f"{quantity.figure!r} has no value")
    half = max(rounding(quantity), _zeros(low))
    match quantity.bound:
        case "about" | "vague":
            reach = 0.1
        case "at_least" | "more_than":
            return Interval(low - half, high + max(half, abs(high) * NEARLY))
        case "at_most" | "less_than":
            return Interval(low - max(half, abs(low) * NEARLY), high + half)
        case _:
            reach = 0.0
    return Interval(low - max(half, abs(low) * reach), high + max(half, abs(high) * reach))


def _zeros(value: float) -> float:
    """Half the step that the zeros at the end of a whole number suggest, at most one per cent of it."""
    if value == 0 or not float(value).is_integer() or abs(value) < 100 or abs(value) >= 1e15:
        return 0.0
    step = 1
    while value % (step * 10) == 0:
        step *= 10
    return min(step / 2, abs(value) * ROUND) if step > 1 else 0.0


def strictly(sentence: Sentence, quantity: Quantity) -> Interval:
    """What the hedge allows when it is taken at its word: "almost half" is below a half, "more than 10" above 10."""
    hedge, value = sentence.hedge(quantity), point(quantity)
    half = rounding(quantity)
    if any(hedge.endswith(word) for word in UNDER):
        return Interval(value * (1 - 2 * NEARLY), value)
    if any(hedge.endswith(word) for word in OVER):
        return Interval(value, value * (1 + 2 * NEARLY))
    match quantity.bound:
        case "more_than" | "at_least":
            return Interval(value, math.inf)
        case "less_than" | "at_most":
            return Interval(-math.inf, value)
        case "about" | "vague":
            return Interval(value * 0.85, value * 1.15)
        case _:
            return Interval(value - half, value + half)


def ratio(part: Interval, base: Interval) -> Interval:
    """Part over base, both positive."""
    return Interval(part.low / base.high, part.high / base.low) if base.low > 0 else Interval(-math.inf, math.inf)


def change(old: Interval, new: Interval) -> Interval:
    """The change from old to new, in per cent of old."""
    times = ratio(new, old)
    return Interval((times.low - 1) * 100, (times.high - 1) * 100)


@cache
def factor(unit: str, to: str) -> float | None:
    """How many of `to` are in one of `unit`; None where they do not measure the same."""
    if unit == to:
        return 1.0
    try:
        return convert(1.0, unit, to, difference="degree_" in unit)
    except UnknownUnitError:
        return None


def shown(value: float) -> str:
    """A computed value with three or four digits that matter, for a reader."""
    if value == 0 or not math.isfinite(value):
        return number(value)
    digits = 3 - math.floor(math.log10(abs(value)))
    rounded = round(value, max(digits, 0)) if abs(value) < 10_000 else round(value)
    return number(float(rounded))


def off_by(said: float, computed: float) -> str:
    """How far a stated figure is from the one computed, as a reader would put it."""
    if computed == 0 or said == 0:
        return f"off by {shown(abs(said - computed))}"
    factor = max(abs(said / computed), abs(computed / said))
    if factor >= 3:
        return f"off by a factor of {shown(factor)}"
    return f"off by {abs(said - computed) / abs(computed) * 100:.1f}%"
