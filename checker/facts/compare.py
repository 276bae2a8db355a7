"""Two figures for one thing: whether both can be true, and what kind of slip would turn one into the other."""

from __future__ import annotations

import math

from checker.intervals import Interval, interval_of, number, rounding
from checker.records import Claim
from checker.units import UnknownUnitError, convert

__all__ = ["TURNED", "agree", "is_step_apart", "scale_slip", "sides", "slip", "span"]

ROUND = 0.05
"""How far a round number (300, 8,000, 60 billion) may be from the count it stands for, where no digit says less."""
_SHARES: dict[tuple[str | None, str], float] = {
    ("dimensionless", "percent"): 100.0,
    ("percent", "dimensionless"): 0.01,
}
TURNED = "two digits swapped"
"""The slip that exchanges two neighbouring digits."""
SHORT = 100
"""Below this a counted number is taken as counted one by one, round or not."""


def span(claim: Claim, unit: str | None = None) -> Interval | None:
    """The values that the claim may stand for, in `unit`; None where its own unit cannot be converted."""
    wide = interval_of(claim)
    if claim.unit not in ("count", None) and claim.bound == "exact":
        wide = Interval(wide.low, wide.high + rounding(claim))  # cut off rather than rounded: 22.56 as 22.5
    if claim.bound in ("exact", "about"):
        slack = _roundness(claim)
        wide = Interval(min(wide.low, claim.low - slack), max(wide.high, claim.high + slack))
    if unit is None or claim.unit is None or claim.unit == unit:
        return wide
    if (claim.unit, unit) in _SHARES:
        return wide.scaled(_SHARES[claim.unit, unit])
    try:
        ends = [end if math.isinf(end) else convert(end, claim.unit, unit) for end in (wide.low, wide.high)]
    except UnknownUnitError:
        return None
    return Interval(min(ends), max(ends))


def _roundness(claim: Claim) -> float:
    """Half the step of the last digit that is not 0, at most `ROUND` of the value: 1,400 may be 1,350 to 1,450."""
    value = abs(claim.low)
    if claim.low != claim.high or value < SHORT or value % 1 or not math.isfinite(value):
        return 0.0
    digits = str(int(value))
    zeros = len(digits) - len(digits.rstrip("0"))
    return min(10**zeros / 2, value * ROUND) if zeros >= 2 else 0.0


def agree(one: Claim, other: Claim) -> bool:
    """Whether a value exists that both figures may stand for."""
    if (one.low, one.high, one.unit, one.bound) == (other.low, other.high, other.unit, other.bound):
        return True
    first, second = span(one), span(other, one.unit)
    return first is not None and second is not None and first.overlaps(second, slack=1e-9)


def is_step_apart(one: Claim, other: Claim) -> bool:
    """Whether both give as many decimals and still differ: 6.8 and 6.9 may be of one value, but no reader thinks so."""
    is_alike = one.bound == other.bound == "exact" and one.unit == other.unit and one.grain == other.grain
    return is_alike and one.grain is not None and one.grain < 1 and abs(one.low - other.low) > one.grain / 2


def sides(one: Claim, other: Claim) -> str:
    """The comparison as a reader would check it."""
    first, second = span(one), span(other, one.unit)
    if first is None or second is None:
        return f"{one.figure} v {other.figure}: the units cannot be converted"
    overlap = "overlap" if first.overlaps(second, slack=1e-9) else "do not overlap"
    return f"{one.figure} v {other.figure}: {_shown(first)} and {_shown(second)} {overlap}"


def _shown(interval: Interval) -> str:
    if math.isinf(interval.high):
        return f"{number(interval.low)} or more"
    if math.isinf(interval.low):
        return f"{number(interval.high)} or less"
    return (
        number(interval.low) if interval.low == interval.high else f"{number(interval.low)} to {number(interval.high)}"
    )


def scale_slip(one: Claim, other: Claim) -> int:
    """The power of ten by which two figures of the same digits and unit differ; 1 where it is no such pair."""
    a, b = abs(one.low), abs(other.low)
    if not a or not b or one.unit != other.unit or one.low != one.high or other.low != other.high:
        return 1
    ratio = max(a, b) / min(a, b)
    power = round(math.log10(ratio))
    is_same = math.isclose(ratio, 10**power, rel_tol=1e-3) and _digits(a) == _digits(b) and len(_digits(a)) > 1
    return 10**power if is_same else 1


def slip(one: Claim, other: Claim) -> str | None:
    """The slip of pen that would turn one figure into the other, named for an editor; None where none fits."""
    a, b = abs(one.low), abs(other.low)
    if not a or not b or one.low != one.high or other.low != other.high:
        return None
    if one.unit != other.unit:
        return "same number, another unit" if a == b and a > 1 else None
    factor = scale_slip(one, other)
    if factor > 1:
        return "a factor of a million" if factor == 10**6 else f"a factor of {factor:,}"
    if _swapped(_digits(a), _digits(b)) and round(math.log10(a)) == round(math.log10(b)):
        return TURNED
    return None


def _digits(value: float) -> str:
    return f"{value:.9e}".partition("e")[0].replace(".", "").rstrip("0")


def _swapped(a: str, b: str) -> bool:
    """Whether two neighbouring digits changed places, in numbers of three digits or more."""
    if len(a) != len(b) or len(a) < 3:
        return False
    places = [at for at in range(len(a)) if a[at] != b[at]]
    return (
        len(places) == 2
        and places[1] == places[0] + 1
        and a[places[0]] == b[places[1]]
        and a[places[1]] == b[places[0]]
    )
