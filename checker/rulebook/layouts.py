"""The shape of a layout rule: what is not article text, and how a dump of several articles is told and split."""

from __future__ import annotations

from typing import Literal

import re2
from msgspec import Struct

__all__ = ["Furniture", "Head", "Layout", "Step"]

GROUPS = frozenset({"title", "text", "published", "outlet", "url"})
"""Names that a group of a pattern may bear; what stands in it is that part of the article."""


class Step(Struct, frozen=True, forbid_unknown_fields=True, kw_only=True):
    """One line of the head of an article; blank lines before it are passed over."""

    line: Literal["title", "text", "furniture"]
    """What the line is, where no group of the pattern says it more closely.  A title ends without a full stop."""
    match: str | None = None
    """A pattern (RE2) for the whole line."""
    shortest: int = 1
    longest: int = 100_000
    """Bounds of the line's length in characters."""
    optional: bool = False


class Head(Struct, frozen=True, forbid_unknown_fields=True, kw_only=True):
    """The lines with which an article begins, in their order."""

    steps: list[Step]
    alike: bool = False
    """Only heads whose first lines begin or end with one same word, the first of them at the top of the document."""


class Furniture(Struct, frozen=True, forbid_unknown_fields=True, kw_only=True):
    """Lines that are not article text, as patterns (RE2) for the whole line, whatever its case."""

    longest: int = 400
    """Characters in the longest line that `anywhere` and `top` speak of; a longer one is text."""
    anywhere: list[str] = []
    top: list[str] = []
    """Only before the first line of text."""
    bottom: list[str] = []
    """Only after the last line of text."""
    rest: list[str] = []
    """Such a line and all that follows it."""
    lists: list[str] = []
    """Such a line and the headlines right after it: a list of links."""
    tails: list[str] = []
    """Patterns for the end of a line, case as written; what the group `cut` holds is taken off."""


class Layout(Struct, frozen=True, forbid_unknown_fields=True, kw_only=True):
    """One way in which scraped text holds articles; without `heads`, rules for all text that is not a record."""

    id: str
    name: str
    breaks: list[str] = []
    """A match ends a line, as if it were a line end."""
    heads: list[Head] = []
    """How articles begin; the first that fits counts."""
    least: int = 1
    """So many heads must be found for the layout to apply; of several layouts the one with most heads does."""
    about: list[str] = []
    """Patterns for a line at the top that tells of all articles (`outlet`)."""
    headers: dict[str, list[str]] = {}
    """`title`, `published`, ...: the words before the colon in lines like `Title: ...` above an article."""
    boxes: list[str] = []
    """Words in the class or id of elements of a web page that hold no article text."""
    furniture: Furniture = Furniture()

    def __post_init__(self) -> None:
        """Refuses patterns that can't be used.

        Raises:
            ValueError: a pattern is not RE2, names an unknown group, or a head has no pattern to be found by.
        """
        inner = self.furniture
        lists = (self.breaks, self.about, inner.anywhere, inner.top, inner.bottom, inner.rest, inner.lists, inner.tails)
        steps = [step for head in self.heads for step in head.steps]
        for pattern in [p for listed in lists for p in listed] + [step.match for step in steps if step.match]:
            _check(pattern)
        for head in self.heads:
            if not any(step.match and not step.optional for step in head.steps):
                raise ValueError(f"layout {self.id!r}: a head needs a step with `match` that is not optional")


def _check(pattern: str) -> None:
    quiet = re2.Options()
    quiet.log_errors = False
    try:
        groups = re2.compile(pattern, quiet).groupindex
    except re2.error as error:
        detail = error.args[0] if error.args else error
        detail = detail.decode("utf-8", "replace") if isinstance(detail, bytes) else detail
        raise ValueError(f"pattern {pattern!r} is not RE2: {detail}") from None
    unknown = sorted(set(groups) - GROUPS - {"cut"})
    if unknown:
        raise ValueError(f"pattern {pattern!r}: unknown group {unknown[0]!r}; known: cut, {', '.join(sorted(GROUPS))}")
