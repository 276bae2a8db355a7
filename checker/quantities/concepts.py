"""The words that say what a figure measures: its subject, and the noun phrases beside it."""

from __future__ import annotations

import re
from functools import cache

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


@cache
def _lists() -> _Lists:
    return _Lists()


class Concepts:
    """The concepts of one sentence's figures, found in their order."""

    def __init__(self, sentence: Sentence, drafts: list[Draft]) -> None:
        self._s = sentence
        self._last: tuple[str, ...] = ()
        self._taken = {k for draft in drafts if draft.kind != "name" for k in range(draft.start, draft.end)}

    def of(self, draft: Draft) -> tuple[str, ...]:
        """The noun phrases that the figure is said of; empty where none is near."""
        opening = self._s.words[draft.phrase_start - 1] if draft.phrase_start else ""
        if opening == "(" and self._last and draft.kind in ("money", "measure"):
            return self._last  # a conversion: "8 miles (13 km)"
        after = self._after(draft) if draft.kind != "age" else ""
        before = self._before(draft)
        found: list[str] = []
        for phrase in (after, *before):
            if phrase and phrase not in found:
                found.append(phrase)
        if not found and draft.kind != "count":
            found = list(self._last)
        if found:
            self._last = tuple(found)
        return tuple(found)

    def _after(self, draft: Draft) -> str:
        """What follows at once: "a 30Mbps plan", "60% of its market cap", "a fine of", "five seasons of the show"."""
        s, lists = self._s, _lists()
        words, k = s.words, max(draft.end, draft.phrase_end)
        if words[k] in lists.after:
            k += 1
            while words[k] in ("the", "a", "an", "its", "their", "his", "her", "all", "those"):
                k += 1
        elif draft.kind == "count" or words[k] in lists.stops:
            return ""
        return self._run(k, k + LONGEST)

    def _run(self, k: int, limit: int) -> str:
        s, lists = self._s, _lists()
        begin = k
        while k < limit and s.words[k].isalpha() and s.words[k] not in lists.stops and s.words[k] not in lists.verbs:
            k += 1
        while k > begin and s.words[k - 1] in lists.times:
            k -= 1
        return self._phrase(begin, k) if k > begin else ""

    def _phrase(self, first: int, last: int) -> str:
        """The words as written, without the possessive ending."""
        s = self._s
        return _POSSESSIVE.sub("", s.text[s.starts[first] : s.ends[last - 1]])

    def _before(self, draft: Draft) -> list[str]:
        """The nearest noun phrase before the figure and the first one of its clause, the subject."""
        s, lists = self._s, _lists()
        words = s.words
        begin = draft.phrase_start
        runs: list[tuple[int, int]] = []
        top = begin
        for _ in range(3):  # the clause of the figure, or the ones before it where it has no noun
            floor = top
            while floor > 0 and words[floor - 1] not in lists.breaks:
                floor -= 1
            runs = self._runs(floor, top)
            if runs or floor == 0 or draft.kind == "age":
                break
            top = floor - 1
        chosen = [runs[-1], runs[0]] if runs else []
        if floor > 0 and draft.kind not in ("age", "count"):
            chosen += self._runs(0, floor)[:1]
        return [self._phrase(a, b) for a, b in chosen]

    def _runs(self, k: int, end: int) -> list[tuple[int, int]]:
        """The runs of words between two tokens that may be noun phrases."""
        words, lists = self._s.words, _lists()
        runs: list[tuple[int, int]] = []
        while k < end:
            if not self._belongs(k, lists):
                k += 1
                continue
            start = k
            while (
                k < end
                and k not in self._taken
                and (self._belongs(k, lists) or words[k] in ("-", "&", "/") or words[k][:1].isdecimal())
            ):
                k += 1
            first, last = self._trimmed(start, k)
            if last > first:
                runs.append((first, last))
        return runs

    def _belongs(self, k: int, lists: _Lists) -> bool:
        word = self._s.words[k]
        if len(word) == 1 and self._s.words[k + 1] != "&":
            return False
        return word[:1].isalpha() and k not in self._taken and word not in lists.stops and word not in lists.verbs

    def _trimmed(self, first: int, last: int) -> tuple[int, int]:
        """The run without words of time, adverbs and participles at its ends."""
        words, lists = self._s.words, _lists()
        last = min(last, first + 2 * LONGEST)
        while last > first and (
            words[last - 1] in lists.times
            or words[last - 1] in ("-", "&", "/")
            or (words[last - 1][:1].isdecimal() and not self._s.glued(last - 2))
            or words[last - 1].endswith(("ed", "ing", "ly"))
        ):
            last -= 1
        while first < last and (
            words[first] in lists.times
            or words[first] == "-"
            or words[first][:1].isdecimal()
            or words[first].endswith("ly")
        ):
            first += 1
        return first, last
