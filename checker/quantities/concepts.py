"""The words that say what a figure measures."""

from __future__ import annotations

from functools import cache

from checker.quantities.nouns import NounPhrase
from checker.quantities.scan import Sentence
from checker.records import Kind
from checker.rulebook.tables import table

__all__ = ["concept_of"]


@cache
def _stops() -> frozenset[str]:
    return frozenset(table("words")["stops"])


def concept_of(s: Sentence, start: int, end: int, kind: Kind, counted: NounPhrase | None) -> tuple[str, ...]:
    """The noun phrases before and after the figure that it is said of; empty where none is near."""
    after = _phrase_after(s, end, kind)
    before = _phrase_before(s, start)
    return tuple(phrase for phrase in (after, before) if phrase)


def _phrase_after(s: Sentence, end: int, kind: Kind) -> str:
    words = s.words
    k = end
    if words[k] in ("of", "for", "in") and kind != "count":
        k += 1
        while words[k] in ("the", "a", "an", "its", "their", "his", "her"):
            k += 1
    elif kind in ("money", "percent", "measure") and words[k].isalpha() and words[k] not in _stops():
        pass
    else:
        return ""
    return _run(s, k)


def _run(s: Sentence, k: int) -> str:
    begin = k
    stops = _stops()
    while s.words[k].isalpha() and s.words[k] not in stops and k - begin < 4:
        k += 1
    return s.text[s.starts[begin] : s.ends[k - 1]] if k > begin else ""


def _phrase_before(s: Sentence, start: int) -> str:
    """The subject: the first run of nouns in the clause before the figure."""
    stops = _stops()
    words = s.words
    k = start - 1
    while k >= 0 and words[k] not in (",", ";", ":", "(", ")", "while", "and", "but"):
        k -= 1
    k += 1
    while k < start and (not words[k].isalpha() or words[k] in stops):
        k += 1
    begin = k
    while k < start and words[k].replace("'", "").isalpha() and words[k] not in stops and k - begin < 5 and not words[k].endswith("ed"):
        k += 1
    return s.text[s.starts[begin] : s.ends[k - 1]] if k > begin else ""
