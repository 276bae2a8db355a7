"""Around a figure: the names, places and days of its sentence, who says it, and what narrows whom it counts."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable, Sequence
from functools import cache, cached_property

import re2

from checker.claims.nodes import Node
from checker.language import dates
from checker.language.dates import DateMention
from checker.language.names import Name
from checker.records import Article, FieldName, When
from checker.rulebook.tables import table

__all__ = ["Setting", "scope_of"]

_UP_TO = frozenset({"as of", "as on", "as at"})


@cache
def _say() -> re2.Pattern:
    return re2.compile(
        r"(?i)(?:^|[,;:.“\"”—–-])\s*([^,;:.“\"”—–]{2,60}?)\s+(?:have |has |had |also )?(?:"
        + "|".join(table("speakers")["say"])
        + r")\b"
    )


@cache
def _said_by() -> re2.Pattern:
    return re2.compile(r"(?i)[,”\"]\s*(?:" + "|".join(table("speakers")["say"]) + r")\s+([^,;:.“\"”]{2,60})")


@cache
def _credit() -> re2.Pattern:
    return re2.compile(r"(?i)\b(?:" + "|".join(table("speakers")["credit"]) + r")\s+([^,;:.“\"”()]{2,80})")


@cache
def _speaking() -> frozenset[str]:
    speakers = table("speakers")
    return frozenset(speakers["say"]) | {word for phrase in speakers["credit"] for word in phrase.split()[:1]}


@cache
def _last_words() -> re2.Pattern:
    words = "|".join(table("speakers")["as_of"])
    return re2.compile(rf"(?i)\b({words})\s+(?:late |early |last |this |the )*$")


@cache
def _places() -> frozenset[str]:
    return frozenset(table("speakers")["places"])


class Setting:
    """One sentence of a field, with what is known of its article."""

    def __init__(
        self, article: Article, field: FieldName, begin: int, end: int, names: Sequence[Name], said: frozenset[str]
    ) -> None:
        self.article = article
        self.field: FieldName = field
        self.text = article.get(field)
        self.begin = begin
        self.end = end
        self.said = said
        """The words of the sentence, lower case."""
        self._names = names

    @cached_property
    def quote(self) -> str:
        """The sentence as written."""
        return self.text[self.begin : self.end]

    @cached_property
    def _here(self) -> list[Name]:
        first = bisect_left(self._names, self.begin, key=lambda name: name.start)
        found: list[Name] = []
        for name in self._names[first:]:
            if name.start >= self.end:
                break
            found.append(name)
        return found

    @cached_property
    def names(self) -> tuple[str, ...]:
        """The names in the sentence, lower case, sorted."""
        return tuple(sorted({name.key for name in self._here}))

    @cached_property
    def where(self) -> tuple[str, ...]:
        """Names that stand as places: after "in", "at", "near"."""
        found = set()
        for name in self._here:
            before = self.text[max(self.begin, name.start - 16) : name.start].split()
            if name.kind in ("person", "body") or not before:
                continue
            if before[-1].lower() in _places() or (
                before[-1].lower() == "the" and before[-2:-1] and before[-2].lower() in _places()
            ):
                found.add(name.key)
        return tuple(sorted(found))

    @cached_property
    def _dates(self) -> list[tuple[DateMention, When, str]]:
        """The dates of the sentence, each with the word that makes it a limit ("as of"), or none."""
        found = []
        for mention in dates.find(self.quote):
            when = dates.resolve(mention, self.article.published)
            if when is not None:
                found.append((mention, when, self._limit(mention)))
        return found

    def when(self, at: int) -> When | None:
        """The date that stands closest to the figure, save the one up to which the count goes."""
        near = [
            (abs(mention.start + self.begin - at), mention.start, when)
            for mention, when, limit in self._dates
            if limit not in _UP_TO
        ]
        return min(near, key=lambda found: found[:2])[2] if near else None

    @cached_property
    def as_of(self) -> str | None:
        """The day up to which the figures of the sentence count."""
        return next((when.end for _, when, limit in self._dates if limit), None)

    def _limit(self, mention: DateMention) -> str:
        match = _last_words().search(self.quote[max(0, mention.start - 24) : mention.start])
        word = match.group(1).lower() if match else ""
        return word if word in _UP_TO or (word == "by" and mention.shape in ("day", "weekday")) else ""

    @cached_property
    def speaker(self) -> str | None:
        """Who gives the figure, as written, lower case: "the health ministry"."""
        if self.said.isdisjoint(_speaking()):
            return None
        for pattern in (_credit(), _said_by(), _say()):
            match = pattern.search(self.quote)
            if match:
                said = _short(match.group(1))
                if said:
                    return said
        return None


def _short(words: str) -> str | None:
    """A speaker without what follows it: "officials in the region on Monday" stays "officials"."""
    kept: list[str] = []
    for word in words.lower().replace("’", "'").split():
        if kept and word in (
            "who",
            "that",
            "in",
            "on",
            "at",
            "as",
            "and",
            "late",
            "with",
            "from",
            "by",
            "after",
            "for",
            "it",
            "to",
            "was",
            "were",
            "is",
            "are",
            "has",
            "had",
            "have",
        ):
            break
        kept.append(word)
    if (
        not kept
        or kept[0] in table("speakers")["subjects_not"]
        or len(kept) > 7
        or any(word[0].isdigit() for word in kept)
    ):
        return None
    return " ".join(kept)


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
