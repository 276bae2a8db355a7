"""Rules: the shipped ones keep their promises, the manual's first rule works, mistakes are told where they stand."""

from __future__ import annotations

import re
from pathlib import Path
from typing import Any

import pytest
import yaml

from checker.claims.examples import failures
from checker.errors import RuleError
from checker.quantities import find
from checker.rulebook import Rulebook, default_rulebook
from checker.rulebook.source import SHIPPED

MISTAKES = yaml.safe_load((Path(__file__).parent / "cases" / "rules" / "mistakes.yaml").read_text(encoding="utf-8"))
SHIPPED_RULES = sorted(default_rulebook().facts)


def user_rules(folder: Path, content: str) -> Path:
    """A user's folder with one file of fact rules."""
    (folder / "facts").mkdir()
    path = folder / "facts" / "mine.yaml"
    path.write_text(content, encoding="utf-8")
    return path


def test_shipped_examples_hold() -> None:
    assert failures(default_rulebook().facts, find) == []


@pytest.mark.parametrize("rule", SHIPPED_RULES)
def test_shipped_rule_shows_both_sides(rule: str) -> None:
    examples = default_rulebook().facts[rule].examples
    assert any(example.wanted for example in examples)
    assert any(example.passes for example in examples)


@pytest.mark.parametrize("case", MISTAKES, ids=lambda case: case["name"])
def test_mistake_is_told_where_it_stands(case: dict[str, Any], tmp_path: Path) -> None:
    path = user_rules(tmp_path, case["file"])
    with pytest.raises(RuleError) as told:
        Rulebook.load((tmp_path,))
    assert [line.replace(str(path), "FILE") for line in told.value.mistakes] == case["says"]


def test_first_rule_of_the_manual_works(tmp_path: Path) -> None:
    manual = (SHIPPED / "README.md").read_text(encoding="utf-8")
    first = re.findall(r"```yaml\n(.*?)```", manual, re.S)[0]
    user_rules(tmp_path, first)
    rules = Rulebook.load((tmp_path,)).facts
    assert "ploughs" in rules
    assert failures(rules, find) == []


def test_rule_is_switched_off(tmp_path: Path) -> None:
    user_rules(tmp_path, "- {id: hospitalised, enabled: false}\n")
    assert "hospitalised" not in Rulebook.load((tmp_path,)).facts


def test_rule_is_replaced_whole(tmp_path: Path) -> None:
    user_rules(
        tmp_path,
        "- {id: fee, name: toll of a bridge, kinds: [money], nouns: [bridge toll],\n"
        "   examples: [{text: The bridge toll is $4., finds: {figure: $4}}]}\n",
    )
    rules = Rulebook.load((tmp_path,)).facts
    assert rules["fee"].nouns == ("bridge toll",)
    assert failures(rules, find) == []


def test_false_promise_is_told(tmp_path: Path) -> None:
    user_rules(
        tmp_path,
        "- {id: ploughs, name: ploughs, nouns: [plough],\n"
        "   examples: [{text: 40 ploughs came., finds: {figure: '40', low: 41}}]}\n",
    )
    (failure,) = failures(Rulebook.load((tmp_path,)).facts, find)
    assert (failure.rule, failure.example) == ("ploughs", 1)


def test_folder_without_rules_is_told(tmp_path: Path) -> None:
    with pytest.raises(RuleError, match="holds no rules"):
        Rulebook.load((tmp_path,))
