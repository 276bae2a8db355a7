"""Facts and findings do not depend on the order of articles and claims."""

from pathlib import Path
from random import Random

import yaml
from hypothesis import given, settings
from hypothesis import strategies as st

from checker.facts import judge
from checker.pipeline import analyse
from checker.records import Article
from checker.rulebook import default_rulebook

CASES = yaml.safe_load((Path(__file__).parents[1] / "cases/facts/across.yaml").read_text(encoding="utf-8"))
RULES = default_rulebook()
ANALYSES = [
    analyse(Article(uri=f"{number}.jsonl", is_record=True, **{**article, "id": f"{number}-{article['id']}"}), RULES)
    for number, case in enumerate(CASES)
    for article in case["articles"]
]
CLAIMS = [claim for analysis in ANALYSES for claim in analysis.claims]
SOURCES = [analysis.source for analysis in ANALYSES]
JUDGED = judge(tuple(CLAIMS), tuple(SOURCES), RULES)


@settings(max_examples=12, deadline=None)
@given(st.integers(0, 10_000))
def test_order_never_matters(seed: int) -> None:
    shuffle = Random(seed).shuffle
    claims, sources = list(CLAIMS), list(SOURCES)
    shuffle(claims)
    shuffle(sources)
    assert judge(tuple(claims), tuple(sources), RULES) == JUDGED


def test_there_is_something_to_judge() -> None:
    assert JUDGED.facts
    assert JUDGED.findings
