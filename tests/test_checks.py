"""The checks of one article: a table of flags and passes for each, and the shape that all of them keep."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
import yaml

from checker import checks, claims, quantities
from checker.checks import CHECKS
from checker.language.sentences import sentences
from checker.records import Article, Page, Remark
from checker.rulebook import default_rulebook

CASES = Path(__file__).parent / "cases" / "checks"
HEADINGS = ("What it does", "Why it matters", "Flags", "Passes", "Options", "Measured precision")
TABLES: dict[str, dict[str, list[dict[str, Any]]]] = {
    path.stem: yaml.safe_load(path.read_text(encoding="utf-8"))
    for path in sorted(CASES.glob("*.yaml"))
    if path.stem in CHECKS
}


def _page(case: dict[str, Any]) -> Page:
    title, text = case.get("title"), case["text"]
    article = Article(id="a", uri="a.txt", title=title, text=text, published=case.get("published"))
    found = (*quantities.find(title or "", "title"), *quantities.find(text, "text"))
    return Page(
        article,
        found,
        claims.place(article, found, default_rulebook().facts),
        tuple(sentences(title or "")),
        tuple(sentences(text)),
    )


def _remarks(case: dict[str, Any]) -> list[tuple[str, Remark]]:
    return [(setting.id, remark) for setting, remark in checks.remarks(_page(case), default_rulebook().checks)]


def _quotes(case: dict[str, Any], remark: Remark) -> list[str]:
    fields = {"title": case.get("title") or "", "text": case["text"]}
    return [fields[spot.field][spot.start : spot.end] for spot in remark.spots]


@pytest.mark.parametrize(("check", "case"), [(name, case) for name, table in TABLES.items() for case in table["flags"]])
def test_flags(check: str, case: dict[str, Any]) -> None:
    found = [remark for name, remark in _remarks(case) if name == check]
    assert found, "nothing was flagged"
    assert all(remark.message and remark.working and remark.spots for remark in found)
    quotes = [quote for remark in found for quote in _quotes(case, remark)]
    for figure in case.get("figures", []):
        assert any(figure in quote for quote in quotes), (figure, quotes)


@pytest.mark.parametrize(
    ("check", "case"), [(name, case) for name, table in TABLES.items() for case in table["passes"]]
)
def test_passes(check: str, case: dict[str, Any]) -> None:
    """No check at all has anything to say of a text that is right."""
    assert [(name, remark.working) for name, remark in _remarks(case)] == []


@pytest.mark.parametrize("check", sorted(CHECKS))
def test_every_check_has_its_page_settings_and_cases(check: str) -> None:
    module = __import__(f"checker.checks.{check}", fromlist=["check"])
    page = module.__doc__ or ""
    lines = page.splitlines()
    assert [line for line in lines if line in HEADINGS] == list(HEADINGS)
    assert module.__all__ == ["check"]
    assert check in default_rulebook().checks
    assert TABLES[check]["flags"]
    assert TABLES[check]["passes"]


def test_every_module_is_registered() -> None:
    modules = {path.stem for path in Path(checks.__file__ or "").parent.glob("[a-z]*.py")}
    assert modules == set(CHECKS)
