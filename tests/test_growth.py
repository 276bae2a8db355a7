"""Growth and levels of several articles: what is flagged, with its working, and what passes."""

from pathlib import Path
from typing import Any

import pytest
import yaml

from checker.pipeline import analyse, report
from checker.records import Article, Finding
from checker.rulebook import default_rulebook

CASES = yaml.safe_load((Path(__file__).parent / "cases/facts/growth.yaml").read_text(encoding="utf-8"))


def found(case: dict[str, Any], step: int = 1) -> list[Finding]:
    rules = default_rulebook()
    articles = [
        Article(id=f"a{number}", uri="cases.jsonl", title=None, text=text, published="2024-02-03", is_record=True)
        for number, text in enumerate(case["articles"])
    ]
    done = report([analyse(article, rules) for article in articles[::step]], [], 1, rules)
    return [finding for finding in done.findings if finding.check == "growth_level"]


@pytest.mark.parametrize("case", CASES["flags"], ids=lambda case: case["working"])
def test_levels_that_growth_cannot_have_led_to(case: dict[str, Any]) -> None:
    (finding,) = found(case)
    assert finding.working.startswith(case["working"])
    assert {side.article for side in finding.evidence} == {"a0", "a1"}
    assert len(finding.claims) == len(case["articles"]) + 1
    assert found(case, -1) == [finding]


@pytest.mark.parametrize("case", CASES["passes"], ids=lambda case: case["articles"][1])
def test_levels_that_fit_or_are_not_of_one_thing(case: dict[str, Any]) -> None:
    assert found(case) == []
