"""Where sentences begin and end."""

from pathlib import Path

import pytest
import yaml
from hypothesis import given, settings
from hypothesis import strategies as st

from checker.language.sentences import sentences

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
