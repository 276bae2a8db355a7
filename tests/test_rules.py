"""Rules: the shipped ones keep their promises, the manual's first rule works, mistakes are told where they stand."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
import yaml
from msgspec.structs import replace

from checker.claims.examples import failures
from checker.errors import RuleError
from checker.quantities import find
from checker.rulebook import Rulebook, default_rulebook

MISTAKES = yaml.safe_load((Path(__file__).parent / "cases" / "rules" / "mistakes.yaml").read_text(encoding="utf-8"))
SHIPPED_RULES = sorted(default_rulebook().facts)


def user_rules(folder: Path, content: str, kind: str = "facts") -> Path:
    """A user's folder with one file of rules."""
    (folder / kind).mkdir(exist_ok=True)
    path = folder / kind / "mine.yaml"
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
    path = user_rules(tmp_path, case["file"], case.get("in", "facts"))
    with pytest.raises(RuleError) as told:
        Rulebook.load((tmp_path,))
    said = [line.replace(str(path), "FILE").replace(str(tmp_path), "DIR") for line in told.value.mistakes]
    assert said == case["says"]


def test_rule_is_switched_off(tmp_path: Path) -> None:
    user_rules(tmp_path, "- {id: hospitalised, enabled: false}\n")
    assert "hospitalised" not in Rulebook.load((tmp_path,)).facts


def test_rule_is_replaced_whole(tmp_path: Path) -> None:
    user_rules(
        tmp_path,
        "- {id: fee, name: toll of a bridge, kinds: [money], nouns: [bridge toll],\n"
        "   examples: [{text: The bridge toll is $4., finds: {figure: $4}}, {text: A bridge toll., passes: true}]}\n",
    )
    rules = Rulebook.load((tmp_path,)).facts
    assert rules["fee"].nouns == ("bridge toll",)
    assert failures(rules, find) == []


def test_false_promise_is_told(tmp_path: Path) -> None:
    user_rules(
        tmp_path,
        "- {id: ploughs, name: ploughs, nouns: [plough],\n"
        "   examples: [{text: 40 ploughs came., finds: {figure: '40', low: 41}},\n"
        "     {text: A plough., passes: true}]}\n",
    )
    (failure,) = failures(Rulebook.load((tmp_path,)).facts, find)
    assert (failure.rule, failure.example) == ("ploughs", 1)


def test_folder_without_rules_is_told(tmp_path: Path) -> None:
    with pytest.raises(RuleError, match="holds no rules"):
        Rulebook.load((tmp_path,))


def test_a_check_keeps_what_is_not_given(tmp_path: Path) -> None:
    user_rules(tmp_path, "- {id: conversion, severity: info}\n- {id: points, enabled: false}\n", "checks")
    shipped, own = default_rulebook().checks, Rulebook.load((tmp_path,)).checks
    assert own["conversion"] == replace(shipped["conversion"], severity="info")
    assert own["points"] == replace(shipped["points"], enabled=False)
    assert own.keys() == shipped.keys()


def test_a_folder_changes_what_another_adds(tmp_path: Path) -> None:
    one, other = tmp_path / "one", tmp_path / "other"
    one.mkdir()
    other.mkdir()
    examples = "[{text: 40 ploughs., finds: {figure: '40'}}, {text: A plough., passes: true}]"
    user_rules(one, f"- {{id: ploughs, name: ploughs, nouns: [plough], examples: {examples}}}\n")
    user_rules(other, "- {id: ploughs, enabled: false}\n")
    assert "ploughs" in Rulebook.load((one,)).facts
    assert "ploughs" not in Rulebook.load((one, other)).facts


def test_a_rule_of_one_s_own_may_be_switched_off(tmp_path: Path) -> None:
    user_rules(tmp_path, "- {id: ploughs, enabled: false, nouns: [plough]}\n")
    assert "ploughs" not in Rulebook.load((tmp_path,)).facts


def test_other_files_of_a_project_are_let_be(tmp_path: Path) -> None:
    user_rules(tmp_path, "- {id: fee, enabled: false}\n")
    (tmp_path / "accepted.yaml").write_text("- {id: 0a1b, reason: seen}\n", encoding="utf-8")
    (tmp_path / "checker.yaml").write_text("fail_on: never\n", encoding="utf-8")
    assert "fee" not in Rulebook.load((tmp_path,)).facts
