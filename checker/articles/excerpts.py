"""Text taken from a source, stretch by stretch, that still knows where each character stood."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Sequence

from msgspec import Struct

from checker.records import Place

__all__ = ["Excerpt", "Source", "join", "joined_runs"]

_LINE_END = re.compile(r"\r\n?|\n")


class Excerpt(Struct, frozen=True):
    """Some text and its runs: from `offset` in the text on, characters follow each other as from `at` in the source."""

    text: str
    runs: tuple[tuple[int, int], ...]

    @property
    def at(self) -> int:
        """Where the first character stands in the source."""
        return self.runs[0][1]

    def cut(self, start: int, end: int) -> Excerpt:
        """The part between the two offsets."""
        if len(self.runs) == 1:
            return Excerpt(self.text[start:end], ((0, self.runs[0][1] + start),))
        first = max(bisect_right(self.runs, start, key=lambda run: run[0]) - 1, 0)
        last = bisect_left(self.runs, end, key=lambda run: run[0])
        inner = self.runs[first + 1 : last]
        begin = self.runs[first][1] + start - self.runs[first][0]
        return Excerpt(self.text[start:end], ((0, begin), *((offset - start, at) for offset, at in inner)))

    def stripped(self) -> Excerpt:
        """The text without blanks at either end."""
        start = len(self.text) - len(self.text.lstrip())
        end = max(len(self.text.rstrip()), start)
        return self if (start, end) == (0, len(self.text)) else self.cut(start, end)


def join(parts: Sequence[Excerpt], separator: str) -> Excerpt:
    """The excerpts one after the other; a separator counts as standing right behind the part before it."""
    runs: list[tuple[int, int]] = []
    length = 0
    for part in parts:
        runs += [(length + offset, at) for offset, at in part.runs]
        length += len(part.text) + len(separator)
    return Excerpt(separator.join(part.text for part in parts), tuple(runs) or ((0, 0),))


def joined_runs(pieces: Iterable[tuple[str, int]]) -> Excerpt:
    """An excerpt of pieces, each with its place in the source."""
    texts: list[str] = []
    runs: list[tuple[int, int]] = []
    length = 0
    for text, at in pieces:
        if not runs or runs[-1][1] + length - runs[-1][0] != at:
            runs.append((length, at))
        texts.append(text)
        length += len(text)
    return Excerpt("".join(texts), tuple(runs) or ((0, 0),))


class Source:
    """The decoded text of a document and its lines; columns count characters."""

    def __init__(self, text: str) -> None:
        self.text = text
        ends = [match.span() for match in _LINE_END.finditer(text)]
        self._starts = [0, *(end for _, end in ends)]
        self._stops = [*(start for start, _ in ends), len(text)]

    def lines(self) -> list[Excerpt]:
        """Every line, without blanks at either end."""
        spans = zip(self._starts, self._stops, strict=True)
        return [Excerpt(self.text[start:stop], ((0, start),)).stripped() for start, stop in spans]

    def line(self, at: int) -> int:
        """The line, from 1, that holds this character."""
        return bisect_right(self._starts, at)

    def places(self, excerpt: Excerpt) -> tuple[Place, ...]:
        """Where the excerpt stands, a place for each stretch that stays in one line."""
        found = []
        stops = [*(offset for offset, _ in excerpt.runs[1:]), len(excerpt.text)]
        for (offset, at), stop in zip(excerpt.runs, stops, strict=True):
            line = self.line(at)
            found.append(Place(offset, line, at - self._starts[line - 1] + 1))
            last = self.line(max(at + stop - offset - 1, at))
            found += [Place(offset + self._starts[n - 1] - at, n, 1) for n in range(line + 1, last + 1)]
        return tuple(found)
