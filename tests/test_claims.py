"""Claims, by tables: a text in, the claims of the facts that the table names out."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
import yaml
from hypothesis import given, settings
from hypothesis import strategies as st

from checker.claims import place
from checker.quantities import find
from checker.records import Article, Claim
from checker.rulebook import default_rulebook

TABLES = sorted((Path(__file__).parent / "cases" / "claims").glob("*.yaml"))
CASES = [
    pytest.param(case, id=f"{table.stem}/{group}/{number}")
    for table in TABLES
    if table.stem != "context"
    for group, cases in yaml.safe_load(table.read_text(encoding="utf-8")).items()
    for number, case in enumerate(cases, 1)
]


def claims_of(text: str, title: str | None = None, published: str | None = "2024-06-12") -> tuple[Claim, ...]:
    """The claims of a text with the shipped rules."""
    article = Article(id="case", uri="case", title=title, text=text, published=published)
    return place(article, (*find(title or "", "title"), *find(text, "text")), default_rulebook().facts)


def shown(claim: Claim) -> str:
    """A claim as the tables write it."""
    value = f"{claim.low:.15g}" if claim.low == claim.high else f"{claim.low:.15g}-{claim.high:.15g}"
    parts = [claim.fact, value]
    if claim.bound != "exact":
        parts.append(claim.bound)
    if claim.status != "actual":
        parts.append(claim.status)
    return " ".join(parts)


@pytest.mark.parametrize("case", CASES)
def test_table(case: dict[str, Any]) -> None:
    wanted = [words.strip() for words in case["claims"].split(",")]
    facts = {words.split()[0] for words in wanted}
    found = claims_of(case["text"], case.get("title"), case.get("published", "2024-06-12"))
    said = sorted(shown(claim) for claim in found if claim.fact in facts)
    assert said == sorted(words for words in wanted if not words.endswith(" -"))


SETTINGS = yaml.safe_load((Path(__file__).parent / "cases" / "claims" / "context.yaml").read_text(encoding="utf-8"))


@pytest.mark.parametrize("case", SETTINGS, ids=lambda case: case["text"])
def test_setting(case: dict[str, Any]) -> None:
    (claim,) = (
        claim for claim in claims_of(case["text"]) if claim.fact == case["fact"] and claim.figure == case["figure"]
    )
    said = {
        "scope": list(claim.scope),
        "where": list(claim.where),
        "when": [claim.when.start, claim.when.end] if claim.when else None,
        "as_of": claim.as_of,
        "speaker": claim.speaker,
        "names": list(claim.names),
    }
    assert {key: said[key] for key in case["has"]} == case["has"]


STRAY = """two men 12 people were killed , and wounded a in Redport Ewan Tolliver , 22 , who died . police said that
no one the woman 's death toll rose to 40 % $5 million aid at least including of them -"""


@settings(max_examples=150, deadline=None)
@given(st.lists(st.sampled_from(STRAY.split()), max_size=40).map(" ".join))
def test_any_text_gives_claims_that_quote_it(text: str) -> None:
    claims = claims_of(text)
    assert all(text[claim.start : claim.end] == claim.figure for claim in claims)
    assert all(text[claim.quote_start :].startswith(claim.quote) for claim in claims)
    assert len({claim.id for claim in claims}) == len(claims)
    assert claims == claims_of(text)
