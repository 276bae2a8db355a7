"""Claims, by tables: a text in, the claims of the facts that the table names out."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
import yaml

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
