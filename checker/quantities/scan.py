"""Where numbers stand: one linear scan of the text, then the words of the sentences that hold one."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator
from functools import cache
from typing import Any

import re2

from checker.language.sentences import sentences
from checker.rulebook.tables import table

__all__ = ["Sentence", "numeric_sentences"]

PAD = 8
"""Empty tokens after the last one, so that a look ahead (or, by negative index, behind) needs no bounds check."""
_TOKEN = re.compile(r"\d+(?:[.,]\d+)*(?:e[+-]?\d+(?!\w))?|[^\W\d_]+(?:['’][^\W\d_]+)*|(?<![\w.])\.\d+|[^\w\s]|_")
_FAR = 1 << 60


class Sentence:
    """The tokens of one sentence.  `starts` and `ends` count into the whole text."""

    __slots__ = ("ends", "raw", "size", "starts", "text", "words")

    def __init__(self, text: str, start: int, end: int) -> None:
        spans = [m.span() for m in _TOKEN.finditer(text, start, end)]
        self.text = text
        self.size = len(spans)
        self.raw = [text[a:b] for a, b in spans] + [""] * PAD
        self.words = [w.lower().replace("’", "'") for w in self.raw]
        self.starts = [a for a, _ in spans] + [_FAR] * PAD
        self.ends = [b for _, b in spans] + [-_FAR] * PAD

    def glued(self, i: int) -> bool:
        """Whether no blank stands between token `i` and the next one."""
        return self.ends[i] == self.starts[i + 1]


@cache
def _anchor() -> Any:
    numbers = table("numbers")
    words = [*numbers["ones"], *numbers["teens"], *numbers["tens"], *numbers["ordinals"], *numbers["parts"]]
    words += [*numbers["hundreds"], *numbers["scales"], *numbers["vague"]]
    words += [word + "s" for word in (*numbers["hundreds"], *numbers["ordinals"])]
    spelled = "|".join(sorted(set(words)))
    signs = "".join(sorted(numbers["vulgar"]))
    return re2.compile(rf"\d+|[{signs}]|(?i)\b(?:{spelled})\b")


def _anchors(text: str) -> Iterator[int]:
    """Offsets of digits and number words."""
    if text.isascii():
        for match in _anchor().finditer(text.encode()):
            yield match.start()
        return
    data = text.encode()
    byte = offset = 0
    for match in _anchor().finditer(data):
        start = match.start()
        offset += len(data[byte:start].decode())
        byte = start
        yield offset


def numeric_sentences(text: str) -> Iterator[Sentence]:
    """The sentences that hold a digit or a number word, in order."""
    anchors = list(_anchors(text))
    if not anchors:
        return
    at = 0
    for start, end in sentences(text):
        at = bisect_right(anchors, start - 1, at)
        if at == len(anchors):
            return
        if anchors[at] < end:
            yield Sentence(text, start, end)
