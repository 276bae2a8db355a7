"""bytes → Article, format by format."""

import gzip
import re
from pathlib import Path
from typing import Any

import pytest
import yaml
from hypothesis import given, settings
from hypothesis import strategies as st

from checker.articles import read
from checker.records import Article, Document, FieldName, Problem
from checker.rulebook import default_rulebook

FILES = sorted((Path(__file__).parent / "cases/articles").glob("*.yaml"))
CASES = [case for path in FILES for case in yaml.safe_load(path.read_text(encoding="utf-8"))]
FIELDS: tuple[FieldName, ...] = ("title", "text")
MARKUP = [
    "<p>",
    "</p>",
    "<h1>",
    "<![CDATA[",
    "]]>",
    "&amp;",
    "<item>",
    "<rss ",
    "<!--",
    '<a href="',
    "# ",
    "---\n",
    "Title: ",
    '{"text": "',
]


def articles(uri: str, data: bytes) -> tuple[list[Article], list[Problem]]:
    found = list(read(Document(uri, data), default_rulebook().layouts))
    return [a for a in found if isinstance(a, Article)], [p for p in found if isinstance(p, Problem)]


def data_of(case: dict[str, Any]) -> bytes:
    text = case.get("prefix", "") + case["source"]
    data = (text.replace("\n", "\r\n") if case.get("crlf") else text).encode(case.get("encoding", "utf-8"))
    return gzip.compress(data) if case.get("gzip") else data


def misplaced(article: Article, source: str) -> list[str]:
    """Characters that are not in the source where the article says; blanks may differ, entities are passed over."""
    lines = re.split(r"\r\n?|\n", source.removeprefix("\ufeff"))
    wrong = []
    for name in FIELDS:
        for offset, shown in enumerate(article.get(name)):
            line, column = article.locate(name, offset)
            there = lines[line - 1][(column or 0) - 1 : column]
            if not shown.isspace() and there not in (shown, "&"):
                wrong.append(f"{name}[{offset}] {shown!r} is {there!r} at {line}:{column}")
    return wrong


@pytest.mark.parametrize("case", CASES, ids=lambda case: case["name"])
def test_documents_give_their_articles(case: dict[str, Any]) -> None:
    found, problems = articles(case["uri"], data_of(case))
    wanted = case["gives"]
    shown = [{key: getattr(a, key) for key in w} for a, w in zip(found, wanted, strict=False)]
    assert (len(found), shown) == (len(wanted), wanted)
    assert [problem.message for problem in problems] == case.get("problems", [])
    assert {problem.uri for problem in problems} <= {case["uri"]}


@pytest.mark.parametrize("case", [case for case in CASES if case["gives"]], ids=lambda case: case["name"])
def test_every_character_stands_where_the_article_says(case: dict[str, Any]) -> None:
    found, _ = articles(case["uri"], data_of(case))
    for article in found:
        if article.is_record:
            assert article.locate("text", 3) == (article.line, None)
        else:
            assert misplaced(article, case["source"]) == []


@pytest.mark.parametrize("case", CASES, ids=lambda case: case["name"])
def test_ids_are_unique_and_the_same_again(case: dict[str, Any]) -> None:
    first, _ = articles(case["uri"], data_of(case))
    again, _ = articles(case["uri"], data_of(case))
    ids = [article.id for article in first]
    assert len(set(ids)) == len(ids)
    assert [article.id for article in again] == ids


@settings(deadline=None)
@given(
    st.binary(max_size=300),
    st.sampled_from(["a.txt", "a.html", "a.md", "a.csv", "a.jsonl", "a.rss", "a.json", "a.gz", "-"]),
)
def test_no_bytes_raise(data: bytes, uri: str) -> None:
    found, problems = articles(uri, data)
    assert found or problems


@settings(max_examples=300, deadline=None)
@given(
    st.lists(st.sampled_from(MARKUP) | st.text("aB .\n<>&;\"'=/*_#|-\r", max_size=12), max_size=20).map("".join),
    st.sampled_from(["a.txt", "a.html", "a.md", "a.rss"]),
)
def test_odd_markup_is_read_and_placed(source: str, uri: str) -> None:
    found, problems = articles(uri, source.encode())
    assert found or problems
    for article in found:
        assert article.is_record or misplaced(article, source) == []
