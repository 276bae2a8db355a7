"""Text from articles is text and nothing else, wherever in a Markdown report it stands."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
import yaml
from hypothesis import given, settings
from hypothesis import strategies as st
from markdown_it import MarkdownIt
from markdown_it.token import Token

from checker.report.escape import address, clean, code, markdown

CASES = Path(__file__).parent / "cases" / "report" / "hostile.yaml"
HOSTILE: list[str] = [case["text"] for case in yaml.safe_load(CASES.read_text(encoding="utf-8"))]
JOINER = "\u2060"

PLACES = (
    "{}",
    "### {}",
    "| a | b |\n| --- | --- |\n| {} | b |",
    "> {}",
    "- {}",
    "It says **{}** here.",
    "[{}](there.txt)",
)
"""Wherever in a document such a text may stand."""


def tokens(source: str) -> list[Token]:
    """Flat: the blocks, and the pieces within them."""
    parser = MarkdownIt("commonmark").enable(["table", "strikethrough"])
    return [part for block in parser.parse(source) for part in (block, *(block.children or ()))]


def shape(source: str) -> list[str]:
    return [token.type for token in tokens(source) if token.type not in ("text", "inline")]


def text_of(source: str) -> str:
    parts = [token.content for token in tokens(source) if token.type in ("text", "code_inline", "text_special")]
    return "".join(parts).replace(JOINER, "")


def check_inert(text: str) -> None:
    safe = markdown(text)
    assert "\n" not in safe
    if not clean(text):
        assert safe == ""
        return
    for place in PLACES:
        assert shape(place.format(safe)) == shape(place.format("x"))
        assert text_of(place.format(safe)) == text_of(place.format("QQ")).replace("QQ", clean(text))


@pytest.mark.parametrize("text", HOSTILE)
def test_hostile_text_is_shown_as_it_is(text: str) -> None:
    check_inert(text)


@settings(deadline=None)
@given(text=st.text(alphabet=st.sampled_from("ab1 .-+=#*_`~[]()<>!|\\&;$@:/\n\t\u202e"), max_size=12))
def test_any_text_is_shown_as_it_is(text: str) -> None:
    check_inert(text)


@pytest.mark.parametrize("text", HOSTILE)
def test_nothing_becomes_an_address_or_a_mention(text: str) -> None:
    safe = markdown(text)
    assert "<" not in safe
    assert not re.search(r"(?<!\\)://", safe)
    assert not re.search(r"(?i)\b(www\.|mailto:|xmpp:)|@[\w.]", safe)


@pytest.mark.parametrize("text", HOSTILE)
def test_code_shows_the_text(text: str) -> None:
    if not clean(text):
        return
    assert text_of(code(text)) == clean(text)
    assert shape(code(text)) == shape("`x`")


@pytest.mark.parametrize("text", HOSTILE)
def test_clean_text_moves_no_cursor_and_turns_no_line(text: str) -> None:
    plain = clean(text)
    assert plain == " ".join(plain.split())
    assert not re.search(r"[\x00-\x1f\x7f-\x9f\u061c\u200b\u200e\u200f\u2028-\u202e\u2066-\u2069\ufeff]", plain)
    assert clean(plain) == plain


@pytest.mark.parametrize(
    ("path", "expected"),
    [
        ("../drop/a.txt", "../drop/a.txt"),
        ("a b/(1).txt", "a%20b/%281%29.txt"),
        ("javascript:alert(1)", "javascript%3Aalert%281%29"),
        ("//example.org/x", "/example.org/x"),
        ("a.txt#L3?x=<y>", "a.txt%23L3%3Fx%3D%3Cy%3E"),
        ("100%.txt", "100%25.txt"),
        ("naïve\udcff.txt", "na%C3%AFve%FF.txt"),
    ],
)
def test_paths_become_addresses(path: str, expected: str) -> None:
    assert address(path) == expected


def test_the_table_is_long_enough() -> None:
    assert len(set(HOSTILE)) >= 40
