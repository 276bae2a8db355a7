"""All rules of a run: the shipped ones, overlaid by the user's folders."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache
from pathlib import Path
from typing import TypeVar

from msgspec import Struct

from checker.errors import RuleError
from checker.rulebook.checks import CheckSettings
from checker.rulebook.facts import FactRule, FactRules
from checker.rulebook.layouts import Layout
from checker.rulebook.sense import mistakes_in
from checker.rulebook.source import SHIPPED, Document, files_below, read, validate
from checker.rulebook.tables import table

__all__ = ["Rulebook", "default_rulebook"]

_KINDS = ("facts", "checks", "layouts")
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
        mistakes = [wrong for folder in folders for wrong in _unusable(folder)]
        places = (SHIPPED, *folders)
        facts = _gather(places, "facts", FactRule, mistakes)
        book = cls(
            facts=FactRules({rule.id: rule for rule in facts if rule.enabled}),
            checks={rule.id: rule for rule in _gather(places, "checks", CheckSettings, mistakes)},
            layouts={rule.id: rule for rule in _gather(places, "layouts", Layout, mistakes)},
        )
        if mistakes:
            raise RuleError(mistakes)
        return book


def _unusable(folder: Path) -> Iterator[str]:
    if not folder.is_dir():
        yield f"{folder}:1:1: is no folder"
    elif not any(files_below(folder / kind) for kind in _KINDS):
        yield f"{folder}:1:1: holds no rules; fact rules go in {folder / 'facts'}, settings in {folder / 'checks'}"


def _gather(places: tuple[Path, ...], kind: str, shape: type[Rule], mistakes: list[str]) -> list[Rule]:
    """The rules of one kind in the order of their ids; a later place replaces a rule of an earlier one."""
    rules: dict[str, Rule] = {}
    read_well: list[tuple[Document, list[Rule]]] = []
    ids: set[str] = set()
    for place in places:
        own: set[str] = set()
        for path in files_below(place / kind):
            document, wrong = read(path)
            mistakes += wrong
            if document is None or document.data is None:
                continue
            ids |= _ids(document)
            listed: type[list[Rule]] = list.__class_getitem__(shape)  # type: ignore[assignment]
            found, wrong = validate(document, listed)
            mistakes += wrong
            read_well.append((document, found or []))
            for number, rule in enumerate(found or ()):
                if rule.id in own:
                    mistakes.append(f"{document.where((number, 'id'))}: id {rule.id!r} is used twice")
                own.add(rule.id)
                rules[rule.id] = rule
    for document, listed_rules in read_well:
        for number, rule in enumerate(listed_rules):
            if isinstance(rule, FactRule):
                mistakes += mistakes_in(rule, document, number, ids, table("nouns"))
    return [rules[key] for key in sorted(rules)]


def _ids(document: Document) -> set[str]:
    """Ids that a file gives, also where it has mistakes, so that one mistake does not make another."""
    data = document.data if isinstance(document.data, list) else []
    return {str(rule["id"]) for rule in data if isinstance(rule, dict) and "id" in rule}


@cache
def default_rulebook() -> Rulebook:
    """The shipped rules alone."""
    return Rulebook.load()
