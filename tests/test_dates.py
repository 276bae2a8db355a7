"""Dates in text, and the days that they mean."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
import yaml

from checker.language.dates import DateMention, find, resolve, weekday_of

CASES = yaml.safe_load((Path(__file__).parent / "cases/dates/mentions.yaml").read_text(encoding="utf-8"))
PUBLISHED = "2024-03-20T08:30:00Z"


def shown(mention: DateMention) -> str:
    when = resolve(mention, PUBLISHED)
    days = "?" if when is None else when.start if when.start == when.end else f"{when.start}..{when.end}"
    return f"{mention.text} = {days}"


@pytest.mark.parametrize("case", CASES, ids=lambda case: case["text"])
def test_mentions_and_their_days(case: dict[str, Any]) -> None:
    found = find(case["text"])
    assert [shown(mention) for mention in found] == case["finds"]
    for mention in found:
        assert case["text"][mention.start : mention.end] == mention.text


@pytest.mark.parametrize("text", ["on Monday", "last week", "March 5", "in May", "yesterday"])
def test_nothing_is_known_without_the_day_of_publication(text: str) -> None:
    (mention,) = find(text)
    assert resolve(mention, None) is None
    assert resolve(mention, "not a date") is None


def test_offsets_count_characters() -> None:
    text = "Señor Ñandú – “oft” — starb am 5 May 2020."
    (mention,) = find(text)
    assert text[mention.start : mention.end] == "5 May 2020"


def test_weekday_of_a_date() -> None:
    assert weekday_of(2024, 3, 20) == 2
    assert weekday_of(2023, 2, 29) is None
