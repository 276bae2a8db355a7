"""Properties of quantities: offsets, numbers in words, independence of sentences, any text at all."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from num2words import num2words

from checker.quantities import find
from checker.quantities.numerals import read_digits
from checker.records import Quantity

SENTENCES = (
    "At least 12 people died in the Tarn mine.",
    "The levy raised $3.5 million, up 13% from 2019.",
    "“Two-thirds of the crop failed,” said Nora Tesk, 44.",
    "No numbers stand here.",
    "They met at 7:28 p.m. on March 15, 2024.",
    "Señor Ñandú’s café sold 1,234 crêpes for €5.",
    "Dozens of sheep and tens of thousands of homes were hit.",
    "Prices fell from $5 to $4 a litre.",
    "The Il-76 flew 3,000 km (1,864 miles).",
    "One in five voters chose neither.",
    "The score was 3-2.",
)


def plain(quantity: Quantity, offset: int) -> tuple[object, ...]:
    start, end = quantity.phrase
    found = (
        quantity.figure,
        quantity.kind,
        quantity.low,
        quantity.high,
        quantity.bound,
        quantity.unit,
        quantity.counted,
    )
    change = (quantity.change, quantity.change_role, quantity.concept)
    return *found, *change, quantity.start - offset, start - offset, end - offset


@given(st.text(max_size=200))
@settings(max_examples=300, deadline=None)
def test_any_text_yields_quantities_that_quote_it(text: str) -> None:
    _quotes(text)


@given(st.text(alphabet="0123456789.,-–/:$€£%°’'() abcdehimnoprstuy½\n", max_size=80))
@settings(max_examples=500, deadline=None)
def test_numerals_run_wild_yield_quantities_that_quote_the_text(text: str) -> None:
    _quotes(text)


def _quotes(text: str) -> None:
    found = find(text, "text")
    last = 0
    for quantity in found:
        start, end = quantity.phrase
        assert text[quantity.start : quantity.end] == quantity.figure
        assert start <= quantity.start < quantity.end <= end
        assert quantity.start >= last
        last = quantity.end
        if quantity.low is not None and quantity.high is not None:
            assert quantity.low <= quantity.high


@given(st.integers(min_value=2, max_value=999_999_999_999))
@settings(max_examples=300, deadline=None)
def test_number_to_words_to_number(number: int) -> None:
    words = num2words(number).replace(",", "")
    (quantity,) = find(f"They counted {words} gulls.", "text")
    assert (quantity.figure, quantity.low, quantity.high) == (words, number, number)


NAMES = (911, 999)


@given(st.integers(min_value=2, max_value=10**12).filter(lambda n: n not in NAMES), st.booleans())
@settings(deadline=None)
def test_number_to_digits_to_number(number: int, commas: bool) -> None:
    digits = f"{number:,}" if commas else str(number)
    read = read_digits(digits)
    assert read is not None
    assert read[0] == number
    (quantity,) = find(f"They counted {digits} gulls.", "text")
    assert (quantity.figure, quantity.low) == (digits, number)


@given(st.integers(min_value=1, max_value=999).filter(lambda n: n != 100))  # "one hundredth" is a part
@settings(deadline=None)
def test_ordinals_in_words(number: int) -> None:
    (quantity,) = find(f"It was the {num2words(number, to='ordinal')} gull.", "text")
    assert (quantity.kind, quantity.low) == ("ordinal", number)


@pytest.mark.parametrize("joint", [" ", "\n", "\n\n"])
@given(st.lists(st.sampled_from(SENTENCES), min_size=1, max_size=5))
@settings(max_examples=60, deadline=None)
def test_a_sentence_never_changes_another(joint: str, chosen: list[str]) -> None:
    alone: list[tuple[int, tuple[object, ...]]] = []
    offset = 0
    for sentence in chosen:
        alone += [(offset, plain(quantity, 0)) for quantity in find(sentence, "text")]
        offset += len(sentence) + len(joint)
    together = find(joint.join(chosen), "text")
    assert [plain(q, o) for q, (o, _) in zip(together, alone, strict=True)] == [one for _, one in alone]
