"""Units of measure: dimensions, conversion, and the vocabulary made from quantulum3's database."""

from __future__ import annotations

import pytest

from checker.quantities.vocabulary import unit_words
from checker.rulebook.tables import table
from checker.units import UnknownUnitError, convert, convert_by_pint, dimension, dimension_by_pint, same_dimension


@pytest.mark.parametrize(
    ("unit", "wanted"),
    [
        ("kilometer", "length"),
        ("kilometer ** 2", "area"),
        ("liter", "volume"),
        ("metric_ton", "mass"),
        ("year", "time"),
        ("degree_Celsius", "temperature"),
        ("kilometer / hour", "speed"),
        ("megawatt", "power"),
        ("kilowatt_hour", "energy"),
        ("USD", "money"),
        ("USD / oil_barrel", "money / volume"),
        ("percent", "percent"),
        ("percentage_point", "percent"),
        ("count", "count"),
        ("count / week", "count / time"),
        ("dimensionless", "ratio"),
        ("degree", "angle"),
        ("no_such_unit", "other"),
    ],
)
def test_dimension(unit: str, wanted: str) -> None:
    assert dimension(unit) == wanted


@pytest.mark.parametrize(
    ("value", "unit", "to", "wanted"),
    [
        (10, "mile", "kilometer", 16.09344),
        (6600, "mile ** 2", "kilometer ** 2", 17093.92),
        (86, "degree_Fahrenheit", "degree_Celsius", 30),
        (2, "metric_ton", "kilogram", 2000),
        (18, "month", "year", 1.5),
        (58.24, "USD / oil_barrel", "USD / oil_barrel", 58.24),
        (1, "USD / gallon", "USD / liter", 0.264172),
        (5, "count", "count", 5),
    ],
)
def test_convert(value: float, unit: str, to: str, wanted: float) -> None:
    assert convert(value, unit, to) == pytest.approx(wanted, rel=1e-4)


def test_what_known_units_measure_is_what_pint_says() -> None:
    data = table("dimensions")
    listed = {unit: name for name, units in (data["sizes"] | data["other"]).items() for unit in units}
    assert len(listed) > 100
    assert {unit: dimension_by_pint(unit) for unit in listed} == listed


@pytest.mark.parametrize("measured", table("dimensions")["sizes"])
def test_known_units_are_converted_as_pint_does(measured: str) -> None:
    units = [*table("dimensions")["sizes"][measured]]
    for unit in units:
        assert convert(1.0, unit, units[0]) == pytest.approx(convert_by_pint(1.0, unit, units[0]), rel=1e-12)


def test_a_step_of_temperature_is_no_reading() -> None:
    assert convert(10, "degree_Celsius", "degree_Fahrenheit", difference=True) == pytest.approx(18)


@pytest.mark.parametrize(("unit", "to"), [("mile", "kilogram"), ("USD", "EUR"), ("percent", "meter"), ("x_y", "meter")])
def test_units_that_measure_different_things(unit: str, to: str) -> None:
    assert not same_dimension(unit, to)
    with pytest.raises(UnknownUnitError):
        convert(1, unit, to)


def test_pint_knows_every_unit_of_the_vocabulary() -> None:
    unknown = sorted({unit for unit in unit_words().names.values() if dimension(unit) == "other"})
    unknown += sorted({unit for unit in unit_words().symbols.values() if dimension(unit) == "other"})
    assert unknown == []


def test_the_vocabulary_is_what_quantulum3_has() -> None:
    """Every name that the table holds is in the database; a new release may add more, then make the table again."""
    load = pytest.importorskip("quantulum3.load", reason="quantulum3 is not installed")
    database = load.units()
    known = {surface for name, unit in database.names.items() for surface in (name, *(unit.surfaces or ()))}
    made = {name for names in table("units")["names"].values() for name in names}
    assert made
    assert sorted(made - known) == []
