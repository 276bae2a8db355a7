"""Whether a figure is the amount of a change, the level reached or the level left."""

from __future__ import annotations

from functools import cache
from typing import NamedTuple

from checker.language.forms import plural, verb_forms
from checker.quantities.scan import Sentence
from checker.records import Change, ChangeRole, Kind
from checker.rulebook.tables import table

__all__ = ["NONE", "Found", "change_at", "moves"]

REACH = 9
"""Words before the figure among which its word of change is sought."""
FAR = 20
"""The same before "from 31 to 33", which nobody writes beside a figure that only stands."""


class Found(NamedTuple):
    """Direction and role.  `leans`: only "by" stands there, and the change before it in the sentence goes on."""

    change: Change
    role: ChangeRole
    leans: bool = False


NONE = Found("none", "none")


class _Changes:
    def __init__(self) -> None:
        data = table("change")
        self.words: dict[str, tuple[Change, str]] = {}
        directions: tuple[Change, ...] = ("up", "down")
        for direction in directions:
            lists = data[direction]
            for sort in ("verbs", "transitive"):
                for verb in lists[sort]:
                    for form in verb_forms(verb):
                        self.words[form] = (direction, sort)
            for form in lists["forms"]:
                self.words[form] = (direction, "verbs")
            for noun in lists["nouns"]:
                self.words.setdefault(noun, (direction, "nouns"))
                self.words.setdefault(plural(noun), (direction, "nouns"))
            for particle in lists["particles"]:
                self.words[particle] = (direction, "particles")
        self.nouns = frozenset(form for d in directions for noun in data[d]["nouns"] for form in (noun, plural(noun)))
        self.after: dict[str, Change] = {noun: d for d in directions for noun in data[d]["nouns"]}
        self.links = frozenset(data["links"])
        self.phrasal = frozenset(data["phrasal"])
        self.moves = frozenset(data["moves"])
        self.breaks = frozenset(data["breaks"])
        self.spreads = frozenset(data["spreads"])


@cache
def _changes() -> _Changes:
    return _Changes()


def moves(word: str) -> bool:
    """Whether the verb says that a figure went from one value to another, not which way: "went", "revised"."""
    return word in _changes().moves


def change_at(s: Sentence, start: int, end: int, kind: Kind) -> Found:
    """The change that the figure tells; it stands, with its hedges, between two tokens."""
    lists, words = _changes(), s.words
    k = start - 1
    role: ChangeRole = "by"
    explicit = False
    if k >= 0 and words[k] in ("by", "to", "from", "at", "of"):
        word = words[k]
        role = "to" if word in ("to", "at") else "from" if word == "from" else "by"
        explicit = word in ("by", "to", "from")
        k -= 1
        if word == "of" and not (k >= 0 and words[k] in lists.nouns):
            return _after(words, end, lists)
    if role == "by" and not explicit and words[start] in ("below", "above"):
        role = "to"  # "fell below 5 million"
    found = _back(s, k, start, end, explicit, lists)
    if found is None:
        if role == "by" and explicit and start >= 2:
            return Found("none", "none", True)
        return _after(words, end, lists)
    direction, sort, at = found
    between = words[at + 1 : start]
    if role == "by" and "to" in between and sort == "verbs" and not explicit:
        return _after(words, end, lists)
    if sort == "nouns" and role == "by" and not explicit and (not between or between[0] not in ("of", "by")):
        return _after(words, end, lists)
    if sort == "transitive" and not explicit and kind != "percent":
        return _after(words, end, lists)
    if (
        sort == "particles"
        and at > 0
        and (
            (words[at] == "up" and words[at - 1] in lists.phrasal)
            or (between[:1] == ["to"] and role == "to" and words[at] == "up")
        )
    ):
        return _after(words, end, lists)
    return Found(direction, role)


def _back(s: Sentence, k: int, start: int, end: int, explicit: bool, lists: _Changes) -> tuple[Change, str, int] | None:
    """The nearest word of change: through linking words only, or past any where "by", "to" or "from" leads on."""
    words = s.words
    figures = 0
    opening = _opening(words, start, end) if explicit else 0
    reach = FAR if opening else REACH
    if opening and words[opening - 1] == ",":  # "rises by half a point, from 2 percent to 2.5 percent"
        k = opening - 2
    while k >= 0 and start - k <= reach:
        word = words[k]
        known = lists.words.get(word)
        up_to = word == "up" and words[k + 1] == "to" and k + 2 >= start
        if known is not None and not up_to and _governs(known[1], words[k + 1], explicit, figures):
            return known[0], known[1], k
        if word in lists.breaks or (opening and word in lists.spreads):
            return None
        if word[:1].isdecimal():
            figures += 1
        elif not explicit and word not in lists.links:
            return None
        k -= 1
    return None


def _opening(words: list[str], start: int, end: int) -> int:
    """Where "from" stands of "from 31 to 33", whose one or other figure begins at `start`; 0 where there is none."""
    if start > 1 and words[start - 1] == "from":
        return start - 1 if words[end] == "to" else 0
    if start > 3 and words[start - 1] == "to":
        for k in range(start - 3, max(start - 8, 0), -1):
            if words[k] == "from":
                return k
    return 0


def _governs(sort: str, after: str, explicit: bool, figures: int) -> bool:
    """Whether a word of change reaches the figure; a noun needs "of" or "by" behind it, or another figure between."""
    return sort != "nouns" or not explicit or after in ("of", "by", "from", "to") or figures > 0


def _after(words: list[str], end: int, lists: _Changes) -> Found:
    """A 3.6 percent drop; 11% higher."""
    word = words[end] if words[end] != "-" else words[end + 1]
    if word in lists.after:
        return Found(lists.after[word], "by")
    if word in ("higher", "lower"):
        return Found("up" if word == "higher" else "down", "by")
    return NONE
