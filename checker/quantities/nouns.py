"""The noun phrase that is counted: after the number, to its head."""

from __future__ import annotations

from functools import cache, lru_cache

from checker.language.forms import singular
from checker.quantities.scan import Sentence
from checker.rulebook.tables import table

__all__ = ["NounPhrase", "is_plural", "noun_phrase"]

REACH = 7
"""Words that may stand before the head: "30 heavily armed masked riot police officers"."""


class NounPhrase:
    """A noun phrase without its number: tokens `start` to `end`, the head last."""

    __slots__ = ("end", "head", "is_plural", "start")

    def __init__(self, start: int, end: int, head: str, plural: bool) -> None:
        self.start, self.end, self.head, self.is_plural = start, end, head, plural


class _Lists:
    def __init__(self) -> None:
        data = table("words")
        self.stops = frozenset(data["stops"])
        self.openers = frozenset(data["openers"])
        self.describing = frozenset(data["describing"])
        self.plurals = frozenset(data["plurals"])
        self.singular_s = frozenset(data["singular_s"])
        self.articles = frozenset(data["articles"])


@cache
def _lists() -> _Lists:
    return _Lists()


@lru_cache(maxsize=20_000)
def is_plural(word: str) -> bool:
    """Whether a lower-case word looks like a noun in the plural."""
    lists = _lists()
    if word in lists.plurals:
        return True
    if len(word) < 4 or not word.endswith("s") or word.endswith(("ss", "'s", "us")) or word in lists.singular_s:
        return False
    return word not in lists.stops


@lru_cache(maxsize=20_000)
def _is_stop(word: str) -> bool:
    return word in _lists().stops


def noun_phrase(s: Sentence, j: int, *, one: bool = False) -> NounPhrase | None:
    """The noun phrase that begins at token `j`; None where none does.

    After a number other than one the head is the first word in the plural; `one` asks for the last word of the run
    before a word that ends every phrase.
    """
    words, lists = s.words, _lists()
    k = j
    if words[k] == "of" and words[k + 1]:
        k += 1
        if words[k] in lists.articles:
            k += 1
        if words[k][:1].isdecimal():
            return None
    begin = k
    head = -1
    while k < j + REACH:
        word = words[k]
        if word == "-" and k > begin and s.glued(k) and s.ends[k - 1] == s.starts[k]:
            k += 1
            continue
        if not word[:1].isalpha():
            break
        if word in lists.stops and not (word in lists.openers and k == begin) and not (
            word in lists.openers and not one and k == begin + 1 and words[begin] in lists.openers
        ):
            break
        if is_plural(word) and not (one and k == begin and False):
            head = k
            if word in lists.describing and is_plural(words[k + 1]):
                k += 1
                continue
            if is_plural(words[k + 1]) and words[k + 1] not in lists.stops and s.text[s.ends[k] : s.starts[k + 1]] == " ":
                k += 1
                continue
            break
        if word.endswith("'s") and not is_plural(words[k + 1]) and not one:
            pass
        k += 1
    if head >= 0:
        return NounPhrase(begin, head + 1, singular(words[head]), True)
    if one and k > begin and words[k - 1] not in lists.openers:
        end = _end_of_one(s, begin, k)
        if end > begin:
            return NounPhrase(begin, end, words[end - 1], False)
    return None


def _end_of_one(s: Sentence, begin: int, end: int) -> int:
    """End of a phrase in the singular: before the first word that looks like a verb."""
    for k in range(begin + 1, end):
        word = s.words[k]
        if word.endswith(("ed", "ing", "ly")) and len(word) > 4 and s.words[k - 1] != "-":
            return k
    return end
