"""Quantities, by tables of wordings: every one found is in the table, and none beside."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
import yaml
from shown import shown

from checker.quantities import find

FOLDER = Path(__file__).parent / "cases" / "quantities"
CASES: list[dict[str, Any]] = [
    case for path in sorted(FOLDER.glob("*.yaml")) for case in yaml.safe_load(path.read_text(encoding="utf-8"))
]


@pytest.mark.parametrize("case", CASES, ids=lambda case: case["text"][:60])
def test_wording(case: dict[str, Any]) -> None:
    text = case["text"]
    found = find(text, "text")
    assert [shown(quantity) for quantity in found] == case["finds"]
    for quantity in found:
        start, end = quantity.phrase
        assert text[quantity.start : quantity.end] == quantity.figure
        assert start <= quantity.start < quantity.end <= end


def test_the_table_is_large_and_has_negatives() -> None:
    no_value = ("name", "date", "time", "score", "ordinal")
    negatives = [case for case in CASES if all(line.split(" = ")[-1].startswith(no_value) for line in case["finds"])]
    assert len(CASES) >= 400
    assert len(negatives) * 3 >= len(CASES)


@pytest.mark.parametrize(
    ("text", "phrase"),
    [
        ("In all, more than 2.4 million people voted.", "more than 2.4 million people"),
        ("They held at least 11 heavily armed smugglers there.", "at least 11 heavily armed smugglers"),
        ("It was a $60 billion contract.", "a $60 billion"),
        ("They lost all four ships.", "all four ships"),
        ("Some 400 jobs or more may go.", "Some 400 jobs or more"),
    ],
)
def test_phrase_holds_hedge_and_noun(text: str, phrase: str) -> None:
    (quantity,) = find(text, "text")
    assert text[slice(*quantity.phrase)] == phrase


@pytest.mark.parametrize(
    ("text", "grain"),
    [
        ("3.5 million people", 1e5),
        ("$60 billion", 1e9),
        ("9,000 people", 1.0),
        ("0.25 percent", 0.01),
        ("19.5 cents", 0.001),
        ("two hundred people", 100.0),
        ("half of the people", None),
    ],
)
def test_grain_is_the_step_of_the_last_digit(text: str, grain: float | None) -> None:
    (quantity,) = find(text, "text")
    assert quantity.grain == (None if grain is None else pytest.approx(grain))


@pytest.mark.parametrize(
    ("text", "concept"),
    [
        ("The death toll rose to 115.", "death toll"),
        ("The March copper contract was up 12 cents.", "copper contract"),
        ("The ministry collected a 30% tax on foreign ships.", "tax"),
        ("Unemployment in Verin stood at 4.1%.", "Unemployment"),
    ],
)
def test_concept_says_what_is_measured(text: str, concept: str) -> None:
    (quantity,) = find(text, "text")
    assert concept in quantity.concept


@pytest.mark.parametrize(
    ("text", "values"),
    [
        ("A Boeing 737 landed.", [737.0]),
        ("He lives at 49 Zorran Ranch Road.", [49.0]),
        ("They read chapters 3 and 4.", [3.0, 4.0]),
        ("Call 555-0199.", [None]),
        ("The address is 192.168.3.4.", [None]),
    ],
)
def test_a_name_has_the_value_of_its_only_number(text: str, values: list[float | None]) -> None:
    found = find(text, "text")
    assert {quantity.kind for quantity in found} == {"name"}
    assert [quantity.low for quantity in found] == values == [quantity.high for quantity in found]


@pytest.mark.parametrize(
    ("text", "phrase"),
    [
        ("They need 14 first-team players.", "first-team player"),
        ("They built two newly painted gas-fired power plants.", "gas-fired power plant"),
        ("They hired 3 more deputies.", "deputy"),
        ("They lost two of Marland's ships.", "marland ship"),
        ("They sold 30 Dutch and Belgian barges.", "dutch belgian barge"),
        ("They sold 30 barges.", "barge"),
    ],
)
def test_counted_phrase_tells_which_sort(text: str, phrase: str) -> None:
    (quantity,) = (found for found in find(text, "text") if found.kind == "count")
    assert quantity.counted_phrase == phrase
    assert quantity.counted == phrase.split()[-1]
