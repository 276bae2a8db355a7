"""Around a figure: the names, places and days of its sentence, who says it, and what narrows whom it counts."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterable, Sequence
from functools import cache
from operator import attrgetter
from typing import Any

from checker.claims.nodes import Node
from checker.claims.speakers import speaker
from checker.language import dates
from checker.language.dates import DateMention
from checker.language.names import Name
from checker.records import Article, FieldName, When
from checker.rulebook.tables import table

__all__ = ["Setting", "scope_of"]

_SINCE = 20
"""Characters before a date in which "since" may stand."""
_UP_TO = frozenset({"as of", "as on", "as at", "up to"})
_start = attrgetter("start")


@cache
def _last_words() -> re.Pattern[str]:
    words = "|".join(table("speakers")["as_of"])
    return re.compile(rf"(?i)\b({words})\s+(?:late |early |last |this |the )*$")


@cache
def _places() -> frozenset[str]:
    return frozenset(table("speakers")["places"])


class Setting:
    """One sentence of a field, with what is known of its article."""

    def __init__(
        self,
        article: Article,
        field: FieldName,
        begin: int,
        end: int,
        names: Sequence[Name],
        said: frozenset[str],
        figures: Sequence[int],
    ) -> None:
        self.article = article
        self.field: FieldName = field
        self.text = article.get(field)
        self.begin = begin
        self.end = end
        self.said = said
        """The words of the sentence, lower case."""
        self.figures = figures
        """Where its figures begin."""
        self.quote = self.text[begin:end]
        """The sentence as written."""
        self.low = self.quote.lower()
        self._names = names
        self._dates: list[tuple[int, When, str]] | None = None
        self._common: dict[str, Any] | None = None

    @property
    def common(self) -> dict[str, Any]:
        """What all claims of the sentence have in common, as fields of a claim."""
        if self._common is None:
            names = self._names_here()
            self._common = {
                "article": self.article.id,
                "field": self.field,
                "where": self._where(names) if names else (),
                "as_of": next((when.end for _, when, limit in self._days() if limit), None),
                "speaker": speaker(self.low, self.said),
                "quote": self.quote,
                "quote_start": self.begin,
                "names": tuple(sorted({name.key for name in names})),
            }
        return self._common

    def when(self, at: int) -> When | None:
        """The date that stands closest to the figure, save the one up to which the count goes.

        A date since which something is told ("the worst since 1998") only where there is no other.
        """
        near = [
            (self._is_since(place), abs(place - at), place, when)
            for place, when, limit in self._days()
            if limit not in _UP_TO
        ]
        return min(near, key=lambda found: found[:3])[3] if near else None

    def _is_since(self, at: int) -> bool:
        return "since" in self.text[max(self.begin, at - _SINCE) : at].lower().split()

    def _names_here(self) -> list[Name]:
        first = bisect_left(self._names, self.begin, key=_start)
        return list(self._names[first : bisect_left(self._names, self.end, first, key=_start)])

    def _where(self, names: list[Name]) -> tuple[str, ...]:
        """Names that stand as places: after "in", "at", "near"."""
        found = set()
        for name in names:
            if name.kind in ("person", "body"):
                continue
            before = self.text[max(self.begin, name.start - 16) : name.start].lower().split()
            if before and (
                before[-1] in _places() or (before[-1] == "the" and before[-2:-1] and before[-2] in _places())
            ):
                found.add(name.key)
        return tuple(sorted(found))

    def _days(self) -> list[tuple[int, When, str]]:
        """The sentence's days, each with where it begins and the word that limits it ("as of"), or none."""
        if self._dates is None:
            self._dates = []
            for at, mention in self._mentions():
                when = dates.resolve(mention, self.article.published)
                if when is not None:
                    self._dates.append((at, when, self._limit(at, mention)))
        return self._dates

    def _mentions(self) -> list[tuple[int, DateMention]]:
        """The dates of the sentence, each with where it begins; read anew where one runs on into the next sentence."""
        found = dates.find(self.text)
        first = bisect_left(found, self.begin, key=_start)
        here = found[first : bisect_left(found, self.end, first, key=_start)]
        if (first and found[first - 1].end > self.begin) or (here and here[-1].end > self.end):
            return [(self.begin + mention.start, mention) for mention in dates.find(self.quote)]
        return [(mention.start, mention) for mention in here]

    def _limit(self, at: int, mention: DateMention) -> str:
        match = _last_words().search(self.text[max(self.begin, at - 24) : at])
        word = match.group(1).lower() if match else ""
        return word if word in _UP_TO or (word == "by" and mention.shape in ("day", "weekday")) else ""


def scope_of(nodes: list[Node], places: Iterable[int], trigger: int | None) -> tuple[str, ...]:
    """What narrows the set counted: who they are, that they are a part, in what state."""
    speakers = table("speakers")
    found: set[str] = set()
    for place in places:
        node = nodes[place]
        head = speakers["narrow"].get(node.head)
        if head and node.quantity is not None:
            found.add(head)
        if node.head in speakers["rest"] or any(word in speakers["rest"] for word in node.modifiers):
            found.add("other")
        if node.part or (place and nodes[place - 1].word in ("including", "includes", "included", "of whom")):
            found.add("part")
        if trigger is not None and any(nodes[at].word == "among" for at in range(place, trigger)):
            found.add("part")
        if place > 1 and nodes[place - 1].word == "of" and nodes[place - 2].word in speakers["margins"]:
            found.add("margin")
        for word in node.modifiers:
            if word in speakers["narrow"] and node.quantity is not None:
                found.add(speakers["narrow"][word])
        found.update(node.peoples)
    if trigger is not None:
        node = nodes[trigger]
        found.update(speakers["state_phrases"][word] for word in node.inner if word in speakers["state_phrases"])
        before = nodes[trigger - 1] if trigger else node
        if before.word in speakers["states"]:
            found.add(before.word)
    return tuple(sorted(found))
