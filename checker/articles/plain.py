"""Plain text that is one article."""

from __future__ import annotations

from collections.abc import Iterator

from checker.articles.drafts import Draft
from checker.records import Place

__all__ = ["read_plain"]


def read_plain(text: str) -> Iterator[Draft]:
    """The text as one article."""
    starts = [0]
    for line in text.split("\n"):
        starts.append(starts[-1] + len(line) + 1)
    places = tuple(Place(start, number, 1) for number, start in enumerate(starts[:-1], 1))
    if text.strip():
        yield Draft(text=text, text_places=places)
