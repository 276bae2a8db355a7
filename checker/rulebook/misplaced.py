"""Entries in a folder where they would have no effect: ids that nothing has, or that belong to another kind of rule."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping
from pathlib import Path

import msgspec

from checker.rulebook.checks import CheckSettings
from checker.rulebook.facts import FactRule
from checker.rulebook.source import Document, read
from checker.rulebook.validation import Entry, Fault, did_you_mean

__all__ = ["KINDS", "stray_files", "without_effect"]

KINDS = ("facts", "checks", "layouts")
"""The folders that hold rules, in the order in which they are read."""
_CALLED = {"facts": "a fact rule", "checks": "a check", "layouts": "a layout"}
_SWITCH = frozenset({"id", "enabled"})


def without_effect(
    kind: str, entry: Entry, document: Document, known: Mapping[str, Collection[str]]
) -> Iterator[Fault]:
    """Says of a user's entry that its id is one of another folder, or one that nothing has.

    `known` gives, for each kind, the ids of other folders, which this one can change.
    """
    name = entry.value.id
    is_change = kind == "checks" or (kind == "facts" and set(document.data[entry.number]) <= _SWITCH)
    elsewhere = next((other for other in KINDS if other != kind and name in known[other]), None)
    if name in known[kind] or not (is_change or elsewhere):
        return
    keys = (entry.number, "id")
    if elsewhere:
        says = f"{name!r} is {_CALLED[elsewhere]}; what changes it goes in the folder {elsewhere}/"
    else:
        hint = did_you_mean(name, known[kind]) or _elsewhere(name, known) or " (checker rules list shows all)"
        says = f"there is no {_CALLED[kind].partition(' ')[2]} {name!r}{hint}"
    yield Fault(document.mark(keys), says, keys)


def _elsewhere(name: str, known: Mapping[str, Collection[str]]) -> str:
    """A hint at an id of another kind that is almost this one."""
    for kind in KINDS:
        if hint := did_you_mean(name, known[kind]):
            return f"{hint.rstrip('?')}, {_CALLED[kind]}, of the folder {kind}/?"
    return ""


def stray_files(folder: Path) -> Iterator[str]:
    """Says of each file of rules beside the folders that hold rules that it would not be read."""
    known = {field.name for shape in (FactRule, CheckSettings) for field in msgspec.structs.fields(shape)} - {"id"}
    for path in sorted(p for pattern in ("*.y*ml", "*/*.y*ml") for p in folder.glob(pattern)):
        if path.parent.name in KINDS or not path.is_file():
            continue
        document, _ = read(path)
        listed = document.data if document and isinstance(document.data, list) else []
        if any(isinstance(entry, dict) and "id" in entry and not known.isdisjoint(entry) for entry in listed):
            yield f"{path}:1:1: is not read here; fact rules go in {folder / 'facts'}, checks in {folder / 'checks'}"
