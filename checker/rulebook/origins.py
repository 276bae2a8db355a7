"""Where in the files the examples of fact rules stand, so that a failure can be told as `file:line:column`."""

from __future__ import annotations

from pathlib import Path

from checker.rulebook.source import SHIPPED, files_below, read

__all__ = ["example_places"]


def example_places(folder: Path | None = None) -> dict[tuple[str, int], str]:
    """For each example of a folder's fact rules its place, by id of the rule and number of the example from 1.

    None is the folder of the shipped rules.  Files are taken to be sound: load them first.
    """
    places: dict[tuple[str, int], str] = {}
    for path in files_below((folder or SHIPPED) / "facts"):
        document, _ = read(path)
        if document is None:
            continue
        for number, rule in enumerate(document.data or ()):
            for nth, _ in enumerate(rule.get("examples", ())):
                places[rule["id"], nth + 1] = document.where((number, "examples", nth))
    return places
