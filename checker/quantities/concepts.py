"""The words that say what a figure measures: its subject, and the noun phrases beside it."""

from __future__ import annotations

import re
from functools import cache, lru_cache

from checker.language.forms import verb_forms
from checker.quantities.kinds import Draft
from checker.quantities.scan import Sentence
from checker.rulebook.tables import table

__all__ = ["Concepts"]

_POSSESSIVE = re.compile(r"['’]s?(?=\s|$)")
LONGEST = 6
"""Words kept of one noun phrase."""


class _Lists:
    def __init__(self) -> None:
        words, dates, concepts = table("words"), table("dates"), table("concepts")
        change = table("change")
        verbs = [v for d in ("up", "down") for sort in ("verbs", "transitive") for v in change[d][sort]] + list(
            concepts["verbs"]
        )
        self.verbs = frozenset(form for verb in verbs for form in verb_forms(verb)) - frozenset(concepts["nouns"])
        self.stops = frozenset(words["stops"]) | frozenset(concepts["stops"])
        self.times = frozenset(dates["weekdays"]) | frozenset(dates["months"]) | frozenset(concepts["times"])
        self.breaks = frozenset(concepts["breaks"])
        self.after = frozenset(concepts["after"])
        self.articles = frozenset(words["articles"]) | {"those"}


@cache
def _lists() -> _Lists:
    return _Lists()


_OTHER, _JOINER, _CONTENT = 0, 1, 2


@lru_cache(maxsize=20_000)
def _part(word: str) -> int:
    """Whether a word may stand in a noun phrase, may join two parts of one, or ends it."""
    lists = _lists()
    if word[:1].isdecimal() or word in ("-", "&", "/"):
        return _JOINER
    return _CONTENT if word[:1].isalpha() and word not in lists.stops and word not in lists.verbs else _OTHER


class Concepts:
    """The concepts of one sentence's figures, found in their order."""

    def __init__(self, sentence: Sentence, drafts: list[Draft]) -> None:
        self._s = sentence
        self._last: tuple[str, ...] = ()
        parts = list(map(_part, sentence.words))
        for draft in drafts:
            if draft.kind != "name":
                parts[draft.start : draft.end] = [_OTHER] * (draft.end - draft.start)
        self._parts = parts
        self._runs = self._all_runs()

    def of(self, draft: Draft) -> tuple[str, ...]:
        """The noun phrases that the figure is said of; empty where none is near."""
        opening = self._s.words[draft.phrase_start - 1] if draft.phrase_start else ""
        if opening == "(" and self._last and draft.kind in ("money", "measure"):
            return self._last  # a conversion: "8 miles (13 km)"
        after = self._after(draft) if draft.kind != "age" else ""
        found: list[str] = []
        for phrase in (after, *self._before(draft)):
            if phrase and phrase not in found:
                found.append(phrase)
        if not found and draft.kind != "count":
            return self._last
        if found:
            self._last = tuple(found)
        return tuple(found)

    def _after(self, draft: Draft) -> str:
        """What follows at once: "a 30Mbps plan", "60% of its market cap", "five seasons of the show"."""
        s, lists = self._s, _lists()
        words, k = s.words, max(draft.end, draft.phrase_end)
        if words[k] in lists.after:
            k += 1
            while words[k] in lists.articles:
                k += 1
        elif draft.kind == "count":
            return ""
        begin = k
        while k < begin + LONGEST and self._parts[k] == _CONTENT:
            k += 1
        while k > begin and words[k - 1] in lists.times:
            k -= 1
        return self._phrase(begin, k) if k > begin else ""

    def _before(self, draft: Draft) -> list[str]:
        """The nearest noun phrase before the figure, the first of its clause, and the first of the sentence."""
        begin = draft.phrase_start
        earlier = [run for run in self._runs if run[1] <= begin]
        if not earlier:
            return []
        clause: list[tuple[int, int]] = []
        top = begin
        for _ in range(3):  # the clause of the figure, or the ones before it where it has no noun
            floor = self._break_before(top)
            clause = [run for run in earlier if floor <= run[0] and run[1] <= top]
            if clause or floor == 0 or draft.kind == "age":
                break
            top = floor - 1
        chosen = [clause[-1], clause[0]] if clause else []
        if floor > 0 and draft.kind not in ("age", "count") and earlier[0][1] <= floor:
            chosen.append(earlier[0])
        return [self._phrase(first, last) for first, last in chosen]

    def _break_before(self, k: int) -> int:
        words, breaks = self._s.words, _lists().breaks
        while k > 0 and words[k - 1] not in breaks:
            k -= 1
        return k

    def _phrase(self, first: int, last: int) -> str:
        """The words as written, without the possessive ending."""
        s = self._s
        text = s.text[s.starts[first] : s.ends[last - 1]]
        return _POSSESSIVE.sub("", text) if "'" in text or "’" in text else text

    def _all_runs(self) -> list[tuple[int, int]]:
        """The runs of words that may be noun phrases."""
        parts, words = self._parts, self._s.words
        runs: list[tuple[int, int]] = []
        k, size = 0, self._s.size
        while k < size:
            if parts[k] != _CONTENT or (len(words[k]) == 1 and words[k + 1] != "&"):
                k += 1
                continue
            start = k
            while parts[k]:
                k += 1
            first, last = self._trimmed(start, k)
            if last > first:
                runs.append((first, last))
        return runs

    def _trimmed(self, first: int, last: int) -> tuple[int, int]:
        """The run without words of time, adverbs and participles at its ends."""
        words, parts, times = self._s.words, self._parts, _lists().times
        last = min(last, first + 2 * LONGEST)
        while last > first:
            word = words[last - 1]
            bare = parts[last - 1] == _JOINER and not (word[:1].isdecimal() and self._s.glued(last - 2))
            if not (bare or word in times or word.endswith(("ed", "ing", "ly"))):
                break
            last -= 1
        while first < last and (parts[first] == _JOINER or words[first] in times or words[first].endswith("ly")):
            first += 1
        return first, last
