"""Where sentences begin and end."""

from pathlib import Path

import pytest
import yaml
from hypothesis import given, settings
from hypothesis import strategies as st

from checker.language.sentences import LONGEST, sentences

CASES = yaml.safe_load((Path(__file__).parent / "cases/language/sentences.yaml").read_text(encoding="utf-8"))


@pytest.mark.parametrize("case", CASES, ids=lambda case: case[:40] or "empty")
def test_sentences_end_at_the_bars(case: str) -> None:
    text = case.replace("|", "")
    wanted = [part.strip() for part in case.split("|") if part.strip()]
    assert [text[start:end] for start, end in sentences(text)] == wanted


@settings(deadline=None)
@given(st.text(alphabet="aA.!?… \n\"”'1|’)St", max_size=60))
def test_nothing_but_blanks_lies_between_sentences(text: str) -> None:
    position = 0
    for start, end in sentences(text):
        assert position <= start < end
        assert not text[position:start].strip()
        assert text[start:end] == text[start:end].strip()
        position = end
    assert not text[position:].strip()


@pytest.mark.parametrize(
    "piece", ["word 12 people ", ", ", "two men and ", "1/", '."b', "$5 ", "a\nb ", "7,7", "...... x"]
)
def test_text_without_full_stops_is_broken_off(piece: str) -> None:
    text = piece * (5 * LONGEST // len(piece))
    found = sentences(text)
    assert max(end - start for start, end in found) <= LONGEST
    assert "".join("".join(text[start:end].split()) for start, end in found) == "".join(text.split())


def test_a_break_parts_no_word() -> None:
    text = "seventeen " * LONGEST
    assert {word for start, end in sentences(text) for word in text[start:end].split()} == {"seventeen"}
    assert sentences("7" * 3 * LONGEST) == [(0, 3 * LONGEST)]
