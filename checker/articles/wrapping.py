"""Paragraphs wrapped by hand at a fixed width: their line ends are blanks, not ends of sentences."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import groupby, pairwise

from checker.articles.excerpts import Excerpt, join

__all__ = ["unwrapped"]

WIDTHS = range(40, 121)
"""Widths, in characters, at which text is wrapped."""
_STOPS = ".!?:;”\"'’)"


def unwrapped(lines: list[Excerpt]) -> list[Excerpt]:
    """The lines, with those of a wrapped paragraph joined by blanks."""
    if not any(b.text[:1].islower() for a, b in pairwise(lines) if a.text):
        return lines
    return list(_paragraphs(lines))


def _paragraphs(lines: list[Excerpt]) -> Iterator[Excerpt]:
    for has_text, block in groupby(lines, key=lambda line: bool(line.text)):
        paragraph = list(block)
        if has_text and _is_wrapped([line.text for line in paragraph]):
            yield join(paragraph, " ")
        else:
            yield from paragraph


def _is_wrapped(texts: list[str]) -> bool:
    """Whether no line but the last could have taken the first word of the next, and one breaks off in a sentence."""
    width = max(map(len, texts))
    pairs = list(pairwise(texts))
    full = all(len(line) + 1 + len(after.split(None, 1)[0]) > width for line, after in pairs)
    return width in WIDTHS and full and any(a[-1] not in _STOPS and b[0].islower() for a, b in pairs)
