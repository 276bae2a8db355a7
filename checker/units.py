"""Units of measure: the vocabulary, and conversion by pint.

Unit names are pint's canonical ones ("kilometer", "kilometer ** 2", "oil_barrel / day"); money is its ISO 4217 code.
"""

from __future__ import annotations

from functools import cache
from typing import Any

from checker.rulebook.tables import table

__all__ = [
    "TIME_UNITS",
    "UnknownUnitError",
    "convert",
    "convert_by_pint",
    "dimension",
    "dimension_by_pint",
    "same_dimension",
]

TIME_UNITS: tuple[str, ...] = ("second", "minute", "hour", "day", "week", "month", "year", "decade", "century")
_COUNTS = {"count": "count", "percent": "percent", "percentage_point": "percent", "dimensionless": "ratio"}
_NAMES = {
    "length": {"[length]": 1},
    "area": {"[length]": 2},
    "volume": {"[length]": 3},
    "mass": {"[mass]": 1},
    "time": {"[time]": 1},
    "temperature": {"[temperature]": 1},
    "speed": {"[length]": 1, "[time]": -1},
    "power": {"[length]": 2, "[mass]": 1, "[time]": -3},
    "energy": {"[length]": 2, "[mass]": 1, "[time]": -2},
    "pressure": {"[length]": -1, "[mass]": 1, "[time]": -2},
    "frequency": {"[time]": -1},
    "current": {"[current]": 1},
    "flow": {"[length]": 3, "[time]": -1},
}


class UnknownUnitError(ValueError):
    """A unit that is neither money nor known to pint, or two units of different dimensions."""


@cache
def _registry() -> Any:
    import pint  # takes a third of a second, and most runs convert nothing

    registry: Any = pint.UnitRegistry(cache_folder=":auto:")
    registry.define("parts_per_billion = 1e-9 = ppb")
    # counted things that pint does not know stand for themselves in rates (USD / share)
    for name in sorted(set(table("measures")["per"].values())):
        if name not in registry:
            registry.define(f"{name} = [{name}]")
    return registry


@cache
def _currencies() -> frozenset[str]:
    data = table("currencies")
    codes = {*data["signs"].values(), *data["codes"].values(), *data["names"].values(), *data["countries"].values()}
    return frozenset(codes | {code for family in data["families"].values() for code in family})


@cache
def dimension(unit: str) -> str:
    """What a unit measures: "length", "area", "mass", "time", "money", "percent", "count", "ratio" and so on.

    A rate of money is "money / " with the dimension or thing below; a unit that pint does not know is "other".
    """
    if unit in _COUNTS:
        return _COUNTS[unit]
    above, slash, below = unit.partition(" / ")
    if above in _currencies():
        return f"money / {dimension(below)}" if slash else "money"
    if above in _COUNTS:
        return f"{_COUNTS[above]} / {dimension(below)}"
    return _known().get(unit) or dimension_by_pint(unit)


@cache
def _known() -> dict[str, str]:
    data = table("dimensions")
    return {unit: name for name, units in (data["sizes"] | data["other"]).items() for unit in units}


@cache
def _sizes() -> dict[str, float]:
    """In SI units of what they measure."""
    return {unit: float(size) for units in table("dimensions")["sizes"].values() for unit, size in units.items()}


def dimension_by_pint(unit: str) -> str:
    """What pint says that a unit measures; most units of news are known without it."""
    try:
        found = dict(_registry().get_dimensionality(_registry().parse_units(unit)))
    except Exception:  # pint raises errors of many kinds for names that it cannot parse
        return "other"
    if not found:
        return "angle" if unit in ("degree", "radian", "turn") else "ratio"
    known = next((name for name, powers in _NAMES.items() if powers == found), None)
    return known or " ".join(f"{base}^{power:g}" for base, power in sorted(found.items()))


def same_dimension(a: str, b: str) -> bool:
    """Whether two units measure the same thing, so that a conversion makes sense (money of two kinds does not)."""
    if a == b:
        return True
    of_a, of_b = dimension(a), dimension(b)
    if "money" in of_a or "money" in of_b:
        return of_a == of_b and a.partition(" / ")[0] == b.partition(" / ")[0]
    return of_a == of_b and of_a != "other"


def convert(value: float, unit: str, to: str, *, difference: bool = False) -> float:
    """A value in another unit of the same dimension; months count as a twelfth of a year.

    `difference` says that a temperature is a step and not a reading: 10 °C warmer is 18 °F warmer.

    Raises:
        UnknownUnitError: the units measure different things, or one is unknown.
    """
    if unit == to:
        return value
    if not same_dimension(unit, to):
        raise UnknownUnitError(f"{unit} cannot be converted to {to}")
    if unit in _COUNTS and to in _COUNTS:
        return value
    above, _, below = unit.partition(" / ")
    if above in _currencies():
        return value / convert(1.0, below, to.partition(" / ")[2]) if below else value
    if dimension(unit) != "temperature":
        return value * _factor(unit, to)
    if difference:
        unit, to = (f"delta_{u}" if u.startswith("degree_") else u for u in (unit, to))
    return convert_by_pint(value, unit, to)


@cache
def _factor(unit: str, to: str) -> float:
    sizes = _sizes()
    return sizes[unit] / sizes[to] if unit in sizes and to in sizes else convert_by_pint(1.0, unit, to)


def convert_by_pint(value: float, unit: str, to: str) -> float:
    """A value in another unit, as pint has it.

    Raises:
        UnknownUnitError: the units measure different things, or one is unknown.
    """
    try:
        return float(_registry().Quantity(value, unit).to(to).magnitude)
    except Exception as error:
        raise UnknownUnitError(f"{unit} cannot be converted to {to}") from error
