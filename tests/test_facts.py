"""Facts across articles, and what is said where their figures differ."""

from pathlib import Path
from typing import Any

import pytest
import yaml

from checker.pipeline import analyse, report
from checker.records import Article, Report
from checker.rulebook import default_rulebook

CASES = yaml.safe_load((Path(__file__).parent / "cases/facts/across.yaml").read_text(encoding="utf-8"))
ACROSS = {"conflict", "updated", "unexplained_fall", "magnitude_slip", "outdated_figure", "growth_level"}


def judged(case: dict[str, Any]) -> Report:
    articles = [Article(uri="cases.jsonl", is_record=True, **article) for article in case["articles"]]
    rules = default_rulebook()
    return report([analyse(article, rules) for article in articles], [], 1, rules)


@pytest.mark.parametrize("case", CASES, ids=lambda case: case["name"])
def test_what_is_said_of_two_figures(case: dict[str, Any]) -> None:
    found = judged(case)
    said = [(f.check, [e.figure for e in f.evidence]) for f in found.findings if f.check in ACROSS]
    assert sorted(said) == sorted((wanted["check"], wanted["figures"]) for wanted in case["says"])
    figures = {claim.id: claim.figure for claim in found.claims}
    for pair in case.get("agree", []):
        assert any(
            fact.verdict == "agree" and set(pair) <= {figures[claim] for claim in fact.claims} for fact in found.facts
        )


@pytest.mark.parametrize("case", CASES, ids=lambda case: case["name"])
def test_findings_name_their_fact_and_claims(case: dict[str, Any]) -> None:
    found = judged(case)
    facts = {fact.id: fact for fact in found.facts}
    assert len(facts) == len(found.facts)
    for finding in found.findings:
        if finding.check in ACROSS and finding.fact is not None:
            assert {item.claim for item in finding.evidence} <= set(facts[finding.fact].claims)
            assert finding.severity != "error"
            assert len(finding.evidence) == 2
    for fact in found.facts:
        assert len(fact.claims) > 1
        assert fact.why
        assert fact.label
