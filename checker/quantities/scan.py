"""Where numbers stand: one linear scan of the text, then the words of the sentences that hold one."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence
from functools import cache
from typing import Any

import re2

from checker.language.sentences import sentences
from checker.language.tokens import Tokens, tokens
from checker.rulebook.tables import table

__all__ = ["Sentence", "numeric_sentences"]


class Sentence:
    """The tokens of one sentence, as in `Tokens`; `hits` are those at which a number may begin."""

    __slots__ = ("ends", "hits", "raw", "size", "starts", "text", "words")

    def __init__(self, text: str, start: int, end: int, anchors: Sequence[int]) -> None:
        found = tokens(text, start, end)
        self.text = text
        self.size, self.raw, self.words = found.size, found.raw, found.words
        self.starts, self.ends = found.starts, found.ends
        self.hits = _hits(found, anchors)

    def glued(self, i: int) -> bool:
        """Whether no blank stands between token `i` and the next one."""
        return self.ends[i] == self.starts[i + 1]


def _hits(found: Tokens, anchors: Sequence[int]) -> list[int]:
    hits: list[int] = []
    at = 0
    for anchor in anchors:
        at = bisect_right(found.starts, anchor, at, found.size) - 1
        if not hits or hits[-1] != at:
            hits.append(at)
    return hits


@cache
def _anchor() -> Any:
    numbers = table("numbers")
    words = [*numbers["ones"], *numbers["teens"], *numbers["tens"], *numbers["ordinals"], *numbers["parts"]]
    words += [*numbers["hundreds"], *numbers["scales"], *numbers["vague"], *numbers["vague_many"]]
    spelled = "|".join(sorted(set(words)))
    signs = "".join(sorted(numbers["vulgar"]))
    return re2.compile(rf"\d[\d.,]*|[{signs}]|(?i)\b(?:{spelled})\b")


def _anchors(text: str) -> list[int]:
    """Offsets of digits and number words."""
    data = text.encode()
    if len(data) == len(text):
        return [match.start() for match in _anchor().finditer(data)]
    offsets: list[int] = []
    byte = offset = 0
    for match in _anchor().finditer(data):
        start = match.start()
        offset += len(data[byte:start].decode())
        byte = start
        offsets.append(offset)
    return offsets


def numeric_sentences(text: str) -> Iterator[Sentence]:
    """The sentences that hold a digit or a number word, in order."""
    anchors = _anchors(text)
    if not anchors:
        return
    at = 0
    for start, end in sentences(text):
        at = bisect_left(anchors, start, at)
        if at == len(anchors):
            return
        if anchors[at] < end:
            until = bisect_left(anchors, end, at)
            yield Sentence(text, start, end, anchors[at:until])
            at = until
