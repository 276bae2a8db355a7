"""How a figure is meant: the hedges before it and after it."""

from __future__ import annotations

from functools import cache

from checker.quantities.scan import Sentence
from checker.records import Bound
from checker.rulebook.tables import table

__all__ = ["after", "before"]


_COMPARED = frozenset(("%", "percent", "cent", "pct", "times", "points"))
"""After these "more than" compares with the figure that follows: "30 percent more than the 7 million of last year"."""


class _Hedges:
    def __init__(self) -> None:
        data = table("bounds")
        self.before: dict[str, list[tuple[list[str], Bound]]] = {}
        self.after: dict[str, list[tuple[list[str], Bound]]] = {}
        for bound, phrases in data["before"].items():
            for phrase in phrases:
                words = _split(phrase)
                self.before.setdefault(words[-1], []).append((words, bound))
        for bound, phrases in data["after"].items():
            for phrase in phrases:
                words = _split(phrase)
                self.after.setdefault(words[0], []).append((words, bound))
        for lists in (self.before, self.after):
            for group in lists.values():
                group.sort(key=lambda item: -len(item[0]))
        self.between = frozenset(data["between"])


def _split(phrase: str) -> list[str]:
    return [">", "="] if phrase == ">=" else ["<", "="] if phrase == "<=" else phrase.split(" ")


@cache
def _hedges() -> _Hedges:
    return _Hedges()


def before(s: Sentence, i: int) -> tuple[Bound, int]:
    """The bound that the words before token `i` give, and the token where they begin (`i` where none do)."""
    hedges, words = _hedges(), s.words
    bound: Bound = "exact"
    start = i
    if i == 0:
        return bound, i
    j = i
    for _ in range(3):
        found = _match_before(hedges, words, j)
        if found is None and j and words[j - 1] in hedges.between and start == i:
            found = _match_before(hedges, words, j - 1)
        if found is None:
            break
        phrase_start, new = found
        j = start = phrase_start
        if bound == "exact":
            bound = new
        if j == 0:
            break
    return bound, start


def _match_before(hedges: _Hedges, words: list[str], j: int) -> tuple[int, Bound] | None:
    for phrase, bound in hedges.before.get(words[j - 1], ()) if j else ():
        length = len(phrase)
        if length <= j and words[j - length : j] == phrase and not (phrase == [">"] and words[j - 2] == "="):
            is_compared = phrase[-1] == "than" and j > length and words[j - length - 1] in _COMPARED
            return None if is_compared else (j - length, bound)
    return None


def after(s: Sentence, j: int) -> tuple[Bound, int]:
    """The bound that the words from token `j` on give, and the first token after them."""
    hedges, words = _hedges(), s.words
    for phrase, bound in hedges.after.get(words[j], ()):
        if words[j : j + len(phrase)] == phrase and words[j + len(phrase)] != "than":
            return bound, j + len(phrase)
    return "exact", j
