"""Whether a figure is the amount of a change, the level reached or the level left."""

from __future__ import annotations

from functools import cache

from checker.language.forms import plural, verb_forms
from checker.quantities.scan import Sentence
from checker.records import Change, ChangeRole
from checker.rulebook.tables import table

__all__ = ["change_at"]

REACH = 9
"""Words before the figure among which its word of change is sought."""


class _Changes:
    def __init__(self) -> None:
        data = table("change")
        self.words: dict[str, tuple[Change, str]] = {}
        directions: tuple[Change, ...] = ("up", "down")
        for direction in directions:
            for verb in data[direction]["verbs"]:
                base, *rest = verb.split(" ")
                for form in verb_forms(base):
                    if not rest:
                        self.words[form] = (direction, "verb")
            for noun in data[direction]["nouns"]:
                self.words.setdefault(noun, (direction, "noun"))
                self.words.setdefault(plural(noun), (direction, "noun"))
            for particle in data[direction]["particles"]:
                self.words[particle] = (direction, "particle")
        self.nouns = {n for d in directions for n in data[d]["nouns"]}
        self.links = frozenset(data["links"])


@cache
def _changes() -> _Changes:
    return _Changes()


def change_at(s: Sentence, start: int, end: int) -> tuple[Change, ChangeRole]:
    """The change that the figure between two tokens tells, and its role in it."""
    lists, words = _changes(), s.words
    role: ChangeRole = "by"
    k = start - 1
    seen_to = False
    while k >= 0 and start - k <= REACH:
        word = words[k]
        if word in lists.words:
            if word == "up" and words[k + 1] == "to":
                k -= 1
                continue
            direction, sort = lists.words[word]
            if sort == "noun" and role == "by" and words[k + 1] not in ("of", "by"):
                return "none", "none"
            return direction, role
        if word == "to" and k == start - 1 - _hedge(words, start, lists):
            role, seen_to = "to", True
        elif word == "from" and not seen_to and role == "by":
            role = "from"
        elif word in ("by", "of") and role == "by":
            pass
        elif word not in lists.links and not word[:1].isdecimal() and word not in ("%", "percent", "$", "points", "point"):
            break
        k -= 1
    return _after(words, end, lists)


def _hedge(words: list[str], start: int, lists: _Changes) -> int:
    count = 0
    while count < 4 and words[start - 1 - count] in lists.links and words[start - 1 - count] not in ("to", "from"):
        count += 1
    return count


def _after(words: list[str], end: int, lists: _Changes) -> tuple[Change, ChangeRole]:
    word = words[end]
    if word in lists.nouns:
        return lists.words[word][0] if word in lists.words else "none", "by"
    if word in ("higher", "lower"):
        return ("up" if word == "higher" else "down"), "by"
    return "none", "none"
