"""All rules of a run: the shipped ones, overlaid by the user's folders."""

from __future__ import annotations

from functools import cache
from pathlib import Path
from typing import TypeVar

from msgspec import Struct

from checker.errors import RuleError
from checker.rulebook.checks import CheckSettings
from checker.rulebook.facts import FactRule, FactRules
from checker.rulebook.layouts import Layout
from checker.rulebook.source import SHIPPED, files_below, read, validate

__all__ = ["Rulebook", "default_rulebook"]

Rule = TypeVar("Rule", FactRule, CheckSettings, Layout)


class Rulebook(Struct, frozen=True):
    """Rules by id, each kind in the order of ids."""

    facts: FactRules
    checks: dict[str, CheckSettings]
    layouts: dict[str, Layout]

    @classmethod
    def load(cls, folders: tuple[Path, ...] = ()) -> Rulebook:
        """The shipped rules and those of the folders; a later rule replaces one of the same id.

        Raises:
            RuleError: all mistakes of all files, a line each.
        """
        mistakes: list[str] = []
        places = (SHIPPED, *folders)
        book = cls(
            facts=FactRules(_enabled(_gather(places, "facts", FactRule, mistakes))),
            checks=_gather(places, "checks", CheckSettings, mistakes),
            layouts=_gather(places, "layouts", Layout, mistakes),
        )
        if mistakes:
            raise RuleError(mistakes)
        return book


def _gather(places: tuple[Path, ...], kind: str, shape: type[Rule], mistakes: list[str]) -> dict[str, Rule]:
    rules: dict[str, Rule] = {}
    for place in places:
        own: dict[str, Path] = {}
        for path in files_below(place / kind):
            document, wrong = read(path)
            mistakes += wrong
            if document is None or document.data is None:
                continue
            listed: type[list[Rule]] = list.__class_getitem__(shape)  # type: ignore[assignment]
            read_rules, wrong = validate(document, listed)
            mistakes += wrong
            for number, rule in enumerate(read_rules or ()):
                if rule.id in own:
                    mistakes.append(f"{document.where((number, 'id'))}: id {rule.id!r} is used twice")
                own[rule.id] = path
                rules[rule.id] = rule
    return dict(sorted(rules.items()))


def _enabled(rules: dict[str, FactRule]) -> dict[str, FactRule]:
    return {key: rule for key, rule in rules.items() if rule.enabled}


@cache
def default_rulebook() -> Rulebook:
    """The shipped rules alone."""
    return Rulebook.load()
