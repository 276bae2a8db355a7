"""All rules of a run: the shipped ones, overlaid by the user's folders."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import cache
from pathlib import Path
from typing import Any

from msgspec import Struct
from msgspec.structs import replace

from checker.errors import RuleError
from checker.rulebook.checks import CheckSettings
from checker.rulebook.facts import FactRule, FactRules
from checker.rulebook.layouts import Layout
from checker.rulebook.misplaced import KINDS, stray_files, without_effect
from checker.rulebook.sense import mistakes_in
from checker.rulebook.source import SHIPPED, Document, files_below, read
from checker.rulebook.validation import Entry, Fault, entries, in_order

__all__ = ["Rulebook", "default_rulebook"]

_SHAPES: dict[str, type[Any]] = {"facts": FactRule, "checks": CheckSettings, "layouts": Layout}
_Documents = Mapping[str, Sequence[tuple[Path, Document]]]
"""By kind, the files with the folder that each was found in, the shipped ones first."""


class Rulebook(Struct, frozen=True):
    """Rules by id, each kind in the order of ids."""

    facts: FactRules
    checks: dict[str, CheckSettings]
    layouts: dict[str, Layout]

    @classmethod
    def load(cls, folders: tuple[Path, ...] = ()) -> Rulebook:
        """The shipped rules and those of the folders; a later one replaces one of the same id.

        Of a check it replaces what it gives, the rest stays as it was.

        Raises:
            RuleError: all mistakes of all files, a line each.
        """
        mistakes = [wrong for folder in folders for wrong in _unusable(folder)]
        documents = {kind: list(_documents((SHIPPED, *folders), kind, mistakes)) for kind in KINDS}
        rules = {kind: _gathered(kind, documents, mistakes) for kind in KINDS}
        if mistakes:
            raise RuleError(mistakes)
        return cls(
            facts=FactRules({key: rule for key, rule in rules["facts"].items() if rule.enabled}),
            checks=rules["checks"],
            layouts=rules["layouts"],
        )


def _unusable(folder: Path) -> Iterator[str]:
    if not folder.is_dir():
        yield f"{folder}:1:1: is no folder"
        return
    strays = list(stray_files(folder))
    yield from strays
    if not strays and not any(files_below(folder / kind) for kind in KINDS):
        yield f"{folder}:1:1: holds no rules; fact rules go in {folder / 'facts'}, settings in {folder / 'checks'}"


def _documents(places: Sequence[Path], kind: str, mistakes: list[str]) -> Iterator[tuple[Path, Document]]:
    for place in places:
        for path in files_below(place / kind):
            document, wrong = read(path)
            if document is None:
                mistakes += wrong
            elif document.data is None:
                mistakes.append(f"{path}:1:1: is empty; write a rule or delete the file")
            else:
                yield place, document


def _gathered(kind: str, documents: _Documents, mistakes: list[str]) -> dict[str, Any]:
    """The rules of one kind in the order of their ids; a later place overlays an earlier one."""
    rules: dict[str, Any] = {}
    first: dict[tuple[Path, str], str] = {}
    every = _ids(documents[kind])
    shipped = _ids(document for document in documents[kind] if document[0] == SHIPPED)
    for place, document in documents[kind]:
        elsewhere = {each: _ids(found for found in documents[each] if found[0] != place) for each in KINDS}
        found, faults = entries(document, _SHAPES[kind])
        faults += [Fault(mark, says, ()) for mark, says in document.repeated]
        for entry in found:
            own = entry.value.id
            if place != SHIPPED:
                faults += without_effect(kind, entry, document, elsewhere)
            if kind == "facts":
                faults += mistakes_in(entry, document, every, shipped if place != SHIPPED else ())
            keys = (entry.number, "id")
            before = first.setdefault((place, own), document.where(keys))
            if own and before != document.where(keys):
                faults.append(Fault(document.mark(keys), f"id {own!r} is used twice, first in {before}", keys))
            rules[own] = _overlaid(kind, rules.get(own), entry, document)
        mistakes += in_order(document, faults)
    return {key: rules[key] for key in sorted(rules)}


def _overlaid(kind: str, before: Any, entry: Entry, document: Document) -> Any:
    """What counts of a rule and the one of its id in an earlier place."""
    if kind != "checks" or before is None:
        return entry.value
    data = document.data[entry.number]
    return replace(before, **{key: getattr(entry.value, key) for key in data if key not in entry.faulty})


def _ids(documents: Iterable[tuple[Path, Document]]) -> frozenset[str]:
    """Ids that files give, also where they have mistakes, so that one mistake does not make another."""
    lists = [document.data for _, document in documents if isinstance(document.data, list)]
    return frozenset(str(rule["id"]) for listed in lists for rule in listed if isinstance(rule, dict) and "id" in rule)


@cache
def default_rulebook() -> Rulebook:
    """The shipped rules alone."""
    return Rulebook.load()
