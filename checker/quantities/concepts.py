"""The words that say what a figure measures: its subject, and the noun phrases beside it."""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import cache, lru_cache

from checker.language.forms import verb_forms
from checker.quantities.kinds import Draft
from checker.quantities.scan import Sentence
from checker.rulebook.tables import table

__all__ = ["Concepts"]

_POSSESSIVE = re.compile(r"['’]s?(?=\s|$)")
LONGEST = 6
"""Words kept of one noun phrase."""
_BEHIND = LONGEST + 4
"""How many words behind the last figure are looked at: a preposition, its article and a noun phrase."""


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


_RUN = re.compile(r"(?:c|s(?=a))[cjas]*")
"""A noun phrase, in the letters of `_part`."""


@lru_cache(maxsize=20_000)
def _part(word: str) -> str:
    """What a word may be in a noun phrase, as one letter, so that phrases are found by a pattern.

    c: a word of it; j: joins two parts; a: the sign in "S&P"; s: a single letter; b: begins a clause; o: any other.
    """
    lists = _lists()
    if word in lists.breaks:
        return "b"
    if word[:1].isdecimal() or word in ("-", "/"):
        return "j"
    if word == "&":
        return "a"
    if not word[:1].isalpha() or word in lists.stops or word in lists.verbs:
        return "o"
    return "c" if len(word) > 1 else "s"


class Concepts:
    """The concepts of one sentence's figures, found in their order."""

    def __init__(self, sentence: Sentence, drafts: list[Draft]) -> None:
        self._s = sentence
        self._last: tuple[str, ...] = ()
        reach = max(max(draft.end, draft.phrase_end) for draft in drafts) + _BEHIND
        parts = list(map(_part, sentence.words[:reach]))
        for draft in drafts:
            if draft.kind != "name":
                for k in range(draft.start, draft.end):
                    parts[k] = "o"
        self._parts = "".join(parts)

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
        """What follows at once: "a 30Mbps plan", "40% of its herd", "five seasons of the show"."""
        s, lists = self._s, _lists()
        words, k = s.words, max(draft.end, draft.phrase_end)
        if words[k] in lists.after:
            k += 1
            while words[k] in lists.articles:
                k += 1
        elif draft.kind == "count":
            return ""
        begin = k
        stop = min(begin + LONGEST, len(self._parts))
        while k < stop and self._parts[k] in "cs":
            k += 1
        while k > begin and words[k - 1] in lists.times:
            k -= 1
        return self._phrase(begin, k) if k > begin else ""

    def _before(self, draft: Draft) -> list[str]:
        """The nearest noun phrase before the figure, the first of its clause, and the first of the sentence."""
        parts, top = self._parts, draft.phrase_start
        chosen: list[tuple[int, int]] = []
        for _ in range(3):  # the clause of the figure, or the ones before it where it has no noun
            floor = parts.rfind("b", 0, top) + 1
            runs = [run.span() for run in _RUN.finditer(parts, floor, top)]
            nearest = self._first_of(reversed(runs))
            if nearest is not None:
                chosen += [nearest, self._first_of(runs) or nearest]
            if nearest is not None or floor == 0 or draft.kind == "age":
                break
            top = floor - 1
        if floor > 0 and draft.kind not in ("age", "count"):
            subject = self._first_of(run.span() for run in _RUN.finditer(parts, 0, floor))
            chosen += [subject] if subject else []
        return [self._phrase(first, last) for first, last in chosen]

    def _first_of(self, runs: Iterable[tuple[int, int]]) -> tuple[int, int] | None:
        """The first of the runs that has words left when its ends are trimmed."""
        for run in runs:
            first, last = self._trimmed(*run)
            if last > first:
                return first, last
        return None

    def _phrase(self, first: int, last: int) -> str:
        """The words as written, without the possessive ending."""
        s = self._s
        text = s.text[s.starts[first] : s.ends[last - 1]]
        return _POSSESSIVE.sub("", text) if "'" in text or "’" in text else text

    def _trimmed(self, first: int, last: int) -> tuple[int, int]:
        """The run without words of time, adverbs and participles at its ends."""
        words, parts, times = self._s.words, self._parts, _lists().times
        last = min(last, first + 2 * LONGEST)
        while last > first:
            word = words[last - 1]
            bare = parts[last - 1] in "ja" and not (word[:1].isdecimal() and self._s.glued(last - 2))
            if not (bare or word in times or word.endswith(("ed", "ing", "ly"))):
                break
            last -= 1
        while first < last and (parts[first] == "j" or words[first] in times or words[first].endswith("ly")):
            first += 1
        return first, last
