"""Words, numerals and marks of a stretch of text; every stage that reads a sentence reads the same."""

from __future__ import annotations

import re
from functools import lru_cache
from itertools import accumulate

__all__ = ["Tokens", "plain_words", "tokens"]

PAD = 8
"""Empty tokens after the last one, so that a look ahead (or, by negative index, behind) needs no bounds check."""
KEPT = 512
"""Sentences whose tokens are kept for the next stage: more than most articles have."""
_TOKEN = re.compile(
    r"([a-zA-Z]++(?![^\W\d_]|['’])|[^\W\d_]++(?:['’][^\W\d_]++)*+"  # most words are of the first, quicker shape
    r"|\d+(?:[.,]\d+)*(?:e[+-]?\d+(?!\w))?|(?<![\w.])\.\d+|[^\w\s]|_)"
)
_NOTHING = [""] * PAD
_FAR_AHEAD = [1 << 60] * PAD
_FAR_BEHIND = [-(1 << 60)] * PAD
_LETTERS = bytes(code | 32 if chr(code).isalpha() else 32 for code in range(128)) + bytes(32 for _ in range(128))


class Tokens:
    """The tokens of a stretch of text.  `starts` and `ends` count into the whole text.

    `raw` are as written, `words` in lower case with straight apostrophes; `size` is their number without padding.
    """

    __slots__ = ("ends", "raw", "size", "starts", "words")

    def __init__(self, text: str, start: int, end: int) -> None:
        stretch = text[start:end]
        pieces = _TOKEN.split(stretch)  # gap, token, gap, ..., token, gap
        marks = list(accumulate(map(len, pieces), initial=start))
        raw = pieces[1::2]
        self.size = len(raw)
        self.raw = raw + _NOTHING
        self.words = [*map(str.lower, raw), *_NOTHING]
        if "’" in stretch:
            self.words = [word.replace("’", "'") for word in self.words]
        self.starts = marks[1:-1:2] + _FAR_AHEAD
        self.ends = marks[2::2] + _FAR_BEHIND


@lru_cache(maxsize=KEPT)
def tokens(text: str, start: int, end: int) -> Tokens:
    """Tokens between the two offsets, not to be changed.

    Words with an apostrophe stay whole ("Russia's", "don't"); a hyphen splits.
    """
    return Tokens(text, start, end)


def plain_words(text: str) -> str:
    """The text with its letters a to z in lower case and a blank for all else, so that offsets fit.

    `split` gives the words of any part of it, much faster than a search for words.
    """
    return text.encode("ascii", "replace").translate(_LETTERS).decode("ascii")
