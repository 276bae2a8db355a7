"""Words and marks of a sentence."""

from __future__ import annotations

import re

from msgspec import Struct

__all__ = ["Token", "tokens"]

_TOKEN = re.compile(r"\d+(?:[.,]\d+)*|[^\W\d_]+(?:[’'][^\W\d_]+)*|[^\w\s]|\w")


class Token(Struct, frozen=True, gc=False):
    """A word, a numeral or one mark.  Offsets count into the whole field."""

    start: int
    end: int
    text: str
    lower: str


def tokens(text: str, start: int = 0, end: int | None = None) -> list[Token]:
    """Tokens between the two offsets.  Words with an apostrophe stay whole ("Russia's", "don't"); a hyphen splits."""
    found = _TOKEN.finditer(text, start, len(text) if end is None else end)
    return [Token(m.start(), m.end(), word := m.group(), word.lower().replace("’", "'")) for m in found]
