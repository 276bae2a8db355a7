"""The noun phrase that is counted: after the number, to its head."""

from __future__ import annotations

from functools import cache, lru_cache

from checker.language.forms import singular
from checker.quantities.scan import Sentence
from checker.rulebook.tables import table

__all__ = ["NounPhrase", "attributive", "is_article", "is_plural", "is_stop", "noun_phrase", "wording"]

REACH = 8
"""Tokens in which the head is sought: "30 heavily armed masked riot police officers"."""


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
        self.adding = frozenset(data["adding"])
        self.articles = frozenset(data["articles"])
        self.attributive = frozenset(data["attributive"])


@cache
def _lists() -> _Lists:
    return _Lists()


def attributive() -> frozenset[str]:
    """Nouns that a number joins in the singular: a 12 page document, a 3 cylinder engine."""
    return _lists().attributive


def is_article(word: str) -> bool:
    """Whether the word may open a noun phrase before its number."""
    return word in _lists().articles


@lru_cache(maxsize=20_000)
def is_stop(word: str) -> bool:
    """Whether the word can't stand inside a noun phrase."""
    return word in _lists().stops


@lru_cache(maxsize=20_000)
def is_plural(word: str) -> bool:
    """Whether a lower-case word looks like a noun in the plural."""
    lists = _lists()
    if word in lists.plurals:
        return True
    if not word.endswith("s"):
        return word.endswith(("men", "women", "children")) and singular(word) != word
    if len(word) < 4 or word.endswith(("ss", "'s", "us", "is")) or word in lists.singular_s:
        return False
    return word not in lists.stops


def _plural_at(s: Sentence, k: int) -> bool:
    raw = s.raw[k]
    return is_plural(s.words[k]) or (len(raw) == 3 and raw[:2].isupper() and raw[2] == "s")


def noun_phrase(s: Sentence, j: int, *, one: bool = False) -> NounPhrase | None:
    """The noun phrase that begins at token `j`; None where none does.

    After a number other than one the head is the first word in the plural; `one` asks for the last word of the run
    before a word that ends every phrase.
    """
    words, lists = s.words, _lists()
    k = j
    partitive = words[k] == "of" and bool(words[k + 1])
    if partitive:
        k += 1
        if words[k] in lists.articles:
            k += 1
        if words[k][:1].isdecimal():
            return None
    begin = k
    stops = lists.stops
    while k < j + REACH:
        word = words[k]
        if word == "-" and k > begin and s.glued(k) and s.ends[k - 1] == s.starts[k]:
            k += 2
            if not words[k - 1].isalpha() or not _plural_at(s, k - 1):
                continue
            return NounPhrase(begin, k, singular(words[k - 1]), True)
        if word in ("/", "&") and k > begin and s.glued(k):
            k += 1
            continue
        if not word[:1].isalpha():
            if not (word.isdecimal() and k > begin and s.raw[k - 1][:1].isupper()):
                break
        elif word == "and" and k > begin and not one and words[k + 1].isalpha() and words[k + 1] not in stops:
            pass  # "Dutch and Belgian vehicles"
        elif word in stops:
            opener = word in lists.openers and (k == begin or words[k - 1] in lists.openers)
            if not opener:
                break
        elif _plural_at(s, k) and not (one and not partitive):
            if word in lists.describing and _plural_at(s, k + 1) and s.starts[k + 1] - s.ends[k] == 1:
                k += 1
                continue
            return NounPhrase(begin, k + 1, singular(word), True)
        k += 1
    if one and k > begin:
        end = _end_of_one(s, begin, min(k, begin + 4))
        if partitive and end == begin + 1 and words[begin].endswith("ed"):
            return None  # a third of those asked
        if end > begin and words[end - 1] not in lists.openers:
            return NounPhrase(begin, end, singular(words[end - 1]), False)
    return None


def wording(s: Sentence, phrase: NounPhrase) -> str:
    """The phrase in the singular, without adverbs, participles and words that only add: "coal-fired power plant"."""
    words, lists, first = s.words, _lists(), phrase.end - 1
    if first - phrase.start < 1:
        return phrase.head
    text, joined = "", False
    for k in range(phrase.start, first):
        word = words[k]
        if word == "-":
            text, joined = (text + "-", True) if text else (text, False)
            continue
        hyphened = joined or words[k + 1] == "-"
        if not hyphened and (word in lists.adding or word in lists.articles or word.endswith(("ed", "ly", "&"))):
            joined = False
            continue
        text += ("" if joined or not text else " ") + word.removesuffix("'s").removesuffix("s'")
        joined = False
    return f"{text}{'' if joined or not text else ' '}{phrase.head}"


def _end_of_one(s: Sentence, begin: int, end: int) -> int:
    """End of a phrase in the singular: before the first word that looks like a verb."""
    for k in range(begin + 1, end):
        word = s.words[k]
        if word == "-" or s.words[k - 1] == "-":
            continue
        verbal = word.endswith(("ed", "ing", "ly")) and len(word) > 4
        if verbal or (word.endswith("s") and is_plural(word)) or (s.raw[k][0].isupper() and s.raw[k - 1][0].islower()):
            return k
    return end
