"""What stands where in the files of rules: examples and words, the text of a rule, what a folder changes."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any, NamedTuple

from checker.rulebook.misplaced import KINDS
from checker.rulebook.source import SHIPPED, Document, files_below, read

__all__ = ["Change", "as_written", "changes", "example_places", "value_places"]

_SINGULAR = {"facts": "rule", "checks": "check", "layouts": "layout"}


class Change(NamedTuple):
    """What a folder does to some rules of one kind: "adds", "replaces", "changes" or "switches off"."""

    verb: str
    noun: str
    ids: tuple[str, ...]


def example_places(folder: Path | None = None) -> dict[tuple[str, int], str]:
    """For each example of a folder's fact rules its place, by id of the rule and number of the example from 1.

    None is the folder of the shipped rules.  Files are taken to be sound: load them first.
    """
    return {
        (rule["id"], nth + 1): document.where((number, "examples", nth))
        for document, number, rule in _rules(folder or SHIPPED, "facts")
        for nth, _ in enumerate(rule.get("examples", ()))
    }


def value_places(folder: Path) -> dict[tuple[str, str, int], str]:
    """For each word in the lists of a folder's fact rules its place, by id, key and number from 0."""
    return {
        (rule["id"], key, nth): document.where((number, key, nth))
        for document, number, rule in _rules(folder, "facts")
        for key, listed in rule.items()
        if isinstance(listed, list)
        for nth, _ in enumerate(listed)
    }


def as_written(name: str, folders: Sequence[Path] = ()) -> str:
    """The YAML of the fact rule of this id, else of the check or layout, from the last of the folders that gives it."""
    for kind in KINDS:
        for place in (*reversed(folders), SHIPPED):
            for document, number, rule in _rules(place, kind):
                if rule["id"] == name:
                    return document.entry(number)
    return ""


def changes(folder: Path) -> list[Change]:
    """What a folder changes of the shipped rules."""
    found: dict[tuple[str, str], list[str]] = {}
    for kind in KINDS:
        shipped = {rule["id"] for _, _, rule in _rules(SHIPPED, kind)}
        for _, _, rule in _rules(folder, kind):
            verb = "replaces" if rule["id"] in shipped else "adds"
            if kind == "checks":
                verb = "changes"
            if rule.get("enabled") is False:
                verb = "switches off"
            found.setdefault((verb, _SINGULAR[kind]), []).append(rule["id"])
    return [Change(verb, noun, tuple(ids)) for (verb, noun), ids in found.items()]


def _rules(folder: Path, kind: str) -> Iterator[tuple[Document, int, dict[str, Any]]]:
    for path in files_below(folder / kind):
        document, _ = read(path)
        if document is not None:
            for number, rule in enumerate(document.data or ()):
                yield document, number, rule
