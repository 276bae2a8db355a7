"""Where numbers stand: one linear scan of the text, then the words of the sentences that hold one."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence
from functools import cache
from typing import Any

import re2

from checker.language.sentences import sentences
from checker.rulebook.tables import table

__all__ = ["Sentence", "numeric_sentences"]

PAD = 8
"""Empty tokens after the last one, so that a look ahead (or, by negative index, behind) needs no bounds check."""
_TOKEN = re.compile(r"\d+(?:[.,]\d+)*(?:e[+-]?\d+(?!\w))?|[^\W\d_]+(?:['’][^\W\d_]+)*|(?<![\w.])\.\d+|[^\w\s]|_")
_NOTHING = [""] * PAD
_FAR_AHEAD = [1 << 60] * PAD
_FAR_BEHIND = [-(1 << 60)] * PAD


class Sentence:
    """The tokens of one sentence.  `starts` and `ends` count into the whole text.

    `words` are in lower case, `raw` as written; `hits` are the tokens at which a number may begin.
    """

    __slots__ = ("ends", "hits", "raw", "size", "starts", "text", "words")

    def __init__(self, text: str, start: int, end: int, anchors: Sequence[int], lower: str | None = None) -> None:
        spans = [m.span() for m in _TOKEN.finditer(text, start, end)]
        self.text = text
        self.size = len(spans)
        self.raw = [text[a:b] for a, b in spans]
        if lower is None:
            self.words = [word.lower().replace("’", "'") for word in self.raw]
        else:
            self.words = [lower[a:b] for a, b in spans]
        self.raw += _NOTHING
        self.words += _NOTHING
        starts, ends = zip(*spans, strict=True)
        self.hits = _hits(starts, anchors)
        self.starts: list[int] = [*starts, *_FAR_AHEAD]
        self.ends: list[int] = [*ends, *_FAR_BEHIND]

    def glued(self, i: int) -> bool:
        """Whether no blank stands between token `i` and the next one."""
        return self.ends[i] == self.starts[i + 1]


def _hits(starts: Sequence[int], anchors: Sequence[int]) -> list[int]:
    hits: list[int] = []
    at = 0
    for anchor in anchors:
        at = bisect_right(starts, anchor, at) - 1
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
    plain = text.lower().replace("’", "'")
    lower = plain if len(plain) == len(text) else None
    at = 0
    for start, end in sentences(text):
        at = bisect_left(anchors, start, at)
        if at == len(anchors):
            return
        if anchors[at] < end:
            until = bisect_left(anchors, end, at)
            yield Sentence(text, start, end, anchors[at:until], lower)
            at = until
