"""Comments `checker: ignore[...]`: what each speaks of, and that none is taken for text."""

from __future__ import annotations

import re
from pathlib import Path
from typing import Any

import pytest
import yaml

from checker.articles import read
from checker.records import Article, Document, Ignore
from checker.rulebook import default_rulebook

CASES = yaml.safe_load((Path(__file__).parent / "cases" / "gate" / "ignores.yaml").read_text(encoding="utf-8"))


def offset(text: str, place: tuple[int, int]) -> int:
    line, column = place
    return sum(map(len, text.splitlines(keepends=True)[: line - 1])) + column - 1


def words(text: str, ignore: Ignore) -> str:
    """What stands where the comment speaks of, without comments."""
    covered = text[offset(text, ignore.start) : offset(text, ignore.end)]
    return re.sub(r"<!--.*?-->", "", covered, flags=re.S).strip()


@pytest.mark.parametrize("case", CASES, ids=lambda case: case["name"])
def test_what_a_comment_speaks_of(case: dict[str, Any]) -> None:
    text = case["text"]
    (article,) = read(Document(case["file"], text.encode()), default_rulebook().layouts)
    assert isinstance(article, Article)
    found = [(list(ignore.checks), ignore.reason, words(text, ignore)) for ignore in article.ignores]
    assert found == [(wanted["checks"], wanted["reason"], wanted["covers"]) for wanted in case["ignores"]]
    if not case["file"].endswith(".txt"):
        assert "<!--" not in article.text


def test_every_article_of_a_file_knows_its_comments() -> None:
    text = "# One\n\nFirst words.\n\n# Two\n\n<!-- checker: ignore[one] -->\n\nSecond words.\n"
    articles = list(read(Document("a.md", text.encode()), default_rulebook().layouts))
    assert [len(article.ignores) for article in articles if isinstance(article, Article)] == [1, 1]
