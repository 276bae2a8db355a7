"""Near-copies of one text are one voice, whatever day each of them came out."""

from pathlib import Path
from typing import Any

import pytest
import yaml

from checker.pipeline import analyse, report
from checker.records import Article
from checker.rulebook import default_rulebook

TABLE = yaml.safe_load((Path(__file__).parent / "cases/facts/copies.yaml").read_text(encoding="utf-8"))


@pytest.mark.parametrize("case", TABLE["cases"], ids=lambda case: case["name"])
@pytest.mark.parametrize("step", [1, -1], ids=["forwards", "backwards"])
def test_copies_are_one_voice(case: dict[str, Any], step: int) -> None:
    rules = default_rulebook()
    articles = [
        Article(id=name, uri="cases.jsonl", title=None, text=TABLE["texts"][text], published=day, is_record=True)
        for name, (day, text) in case["articles"].items()
    ]
    done = report([analyse(article, rules) for article in articles[::step]], [], 1, rules)
    said = [[finding.check, *(side.article for side in finding.evidence)] for finding in done.findings]
    assert said == case["says"]
    (fact,) = [fact for fact in done.facts if fact.fact == "injured"]
    assert {claim.partition(":")[0] for claim in fact.claims} == {*case["articles"]}
    assert fact.why[0] == case["why"]
