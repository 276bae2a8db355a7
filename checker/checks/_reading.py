"""An article laid out for the checks: its sentences with the quantities in them, as text and as pattern.

A check reads a sentence twice.  As written, for names and lists; and as a *skeleton*, in lower case with every quantity
replaced by a mark of its kind and number: "Sales fell 4% to £3m from £4m" is "sales fell {p0} to {m1} from {m2}".
A hedge ("about", "more than") disappears into the mark, so that patterns are about grammar alone.
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Callable, Iterator
from functools import cache, cached_property

from msgspec.structs import replace

from checker.records import FieldName, Kind, Page, Quantity, Spot
from checker.rulebook import table

__all__ = ["Phrase", "Reading", "Sentence", "after_name", "gap", "mark", "words"]

_NUMERAL = re.compile(r"(?<=\s)\d[\d,]*$")
_GROUP = re.compile(r"<<(\w+)>>")
_CODES: dict[Kind, str] = {
    "count": "c",
    "money": "m",
    "percent": "p",
    "measure": "u",
    "duration": "d",
    "age": "a",
    "ordinal": "o",
    "date": "D",
    "time": "t",
    "ratio": "r",
    "score": "s",
    "name": "n",
}


def mark(name: str, kinds: str) -> str:
    """A pattern for the mark of a quantity of one of these kinds (letters of the skeleton), as group `name`."""
    return rf"\{{[{kinds}](?P<{name}>\d+)\}}"


def gap(most: int = 60, beside: str = "Dtno") -> str:
    """A pattern for words between two marks, with commas and clauses; figures of the kinds `beside` may stand there."""
    plain = rf"(?:[^{{}}.;:()]|\.(?=\w)){{0,{most}}}?"
    return rf"{plain}(?:\{{[{beside}]\d+\}}{plain}){{0,2}}?"


@cache
def words(group: str) -> str:
    """The words of one group of the table `arithmetic`, as alternatives of a pattern, the longest first."""
    listed: list[str] = table("arithmetic")[group]
    return "(?:" + "|".join(sorted((re.escape(word) for word in listed), key=lambda w: (-len(w), w))) + ")"


class Phrase:
    """A regular expression that is compiled when it is first used; `<<group>>` stands for words of the table.

    Checks hold well over a hundred of them, and most articles need few.
    """

    def __init__(self, source: str, flags: int = 0) -> None:
        self.source = source
        self.flags = flags

    @cached_property
    def regex(self) -> re.Pattern[str]:
        """The compiled expression."""
        source = _GROUP.sub(lambda group: words(group[1]), self.source)
        return re.compile(source, self.flags)

    @cached_property
    def search(self) -> Callable[..., re.Match[str] | None]:
        """As `re.Pattern.search`."""
        return self.regex.search

    @cached_property
    def match(self) -> Callable[..., re.Match[str] | None]:
        """As `re.Pattern.match`."""
        return self.regex.match

    @cached_property
    def fullmatch(self) -> Callable[..., re.Match[str] | None]:
        """As `re.Pattern.fullmatch`."""
        return self.regex.fullmatch

    @cached_property
    def finditer(self) -> Callable[..., Iterator[re.Match[str]]]:
        """As `re.Pattern.finditer`."""
        return self.regex.finditer

    @cached_property
    def findall(self) -> Callable[..., list[str]]:
        """As `re.Pattern.findall`, for an expression with one group at most."""
        return self.regex.findall

    @cached_property
    def sub(self) -> Callable[..., str]:
        """As `re.Pattern.sub`."""
        return self.regex.sub

    @cached_property
    def split(self) -> Callable[..., list[str]]:
        """As `re.Pattern.split`, for an expression without groups."""
        return self.regex.split


_HEDGES = Phrase(r"(?:\b<<hedges>>\s+)+$", re.IGNORECASE)


class Places:
    """Where words stand in a text.  Each group of words is looked for once in all of it, for most stand nowhere."""

    def __init__(self, text: str) -> None:
        self._text = text
        self._found: dict[tuple[str, ...], list[tuple[int, int]]] = {}

    def has(self, words: tuple[str, ...], start: int, end: int) -> bool:
        """Whether one of the words stands between the two offsets."""
        found = self._found.get(words)
        if found is None:
            found = self._found[words] = sorted(span for word in words for span in self._spans(word))
        if not found:
            return False
        for number in range(bisect_left(found, (start,)), len(found)):
            at, close = found[number]
            if close <= end:
                return True
            if at >= end:
                break
        return False

    def _spans(self, word: str) -> Iterator[tuple[int, int]]:
        at = self._text.find(word)
        while at >= 0:
            yield at, at + len(word)
            at = self._text.find(word, at + 1)


class Sentence:
    """One sentence: its text, its quantities in order, and its skeleton."""

    def __init__(
        self, field: FieldName, start: int, end: int, text: str, quantities: tuple[Quantity, ...], places: Places
    ) -> None:
        self.field = field
        self.start = start
        self.end = end
        self.text = text
        """The whole field, so that offsets of quantities fit."""
        self.quantities = quantities
        self._places = places
        self.kinds = frozenset(_CODES[q.kind] for q in quantities)

    @cached_property
    def _layout(self) -> tuple[str, tuple[int, ...], tuple[int, ...]]:
        parts: list[str] = []
        here: list[int] = []
        there: list[int] = []
        at, length = self.start, 0
        for number, quantity in enumerate(self.quantities):
            if quantity.start < at:
                continue
            begin = self._hedged(quantity, at)
            figure = f"{{{_CODES[quantity.kind]}{number}}}"
            for piece, offset in ((_lower(self.text[at:begin]), at), (figure, begin)):
                here.append(length)
                there.append(offset)
                parts.append(piece)
                length += len(piece)
            at = quantity.end
        here.append(length)
        there.append(at)
        parts.append(_lower(self.text[at : self.end]))
        return "".join(parts), tuple(here), tuple(there)

    def _hedged(self, quantity: Quantity, at: int) -> int:
        """Where the hedge before a quantity begins, or the quantity itself."""
        if not at < quantity.phrase[1] or quantity.phrase[0] >= quantity.start:
            return quantity.start
        hedge = _HEDGES.search(self.text, max(at, quantity.start - 30), quantity.start)
        return hedge.start() if hedge else quantity.start

    @cached_property
    def skeleton(self) -> str:
        """The sentence in lower case with marks for its quantities."""
        return self._layout[0]

    def has(self, *words: str) -> bool:
        """Whether one of the words stands in the sentence as written: a cheap look before a pattern is tried."""
        return self._places.has(words, self.start, self.end)

    def find(self, pattern: Phrase) -> Iterator[re.Match[str]]:
        """Every match of the pattern in the skeleton."""
        return pattern.finditer(self.skeleton)

    def get(self, match: re.Match[str], group: str) -> Quantity:
        """The quantity whose mark the group holds."""
        return self.quantities[int(match[group])]

    def offset(self, position: int) -> int:
        """Where a position of the skeleton outside the marks stands in the field."""
        _, here, there = self._layout
        at = bisect_right(here, position) - 1
        return there[at] + position - here[at]

    def after(self, quantity: Quantity) -> str:
        """What follows a quantity within the sentence, in lower case, as far as a phrase goes."""
        return self.text[quantity.end : min(self.end, quantity.end + 60)].lower()

    def hedge(self, quantity: Quantity) -> str:
        """The hedging words right before a quantity, in lower case, or nothing."""
        return " ".join(self.text[self._hedged(quantity, self.start) : quantity.start].lower().split())


def _lower(text: str) -> str:
    lower = text.lower().replace("’", "'").replace("\n", " ")
    return lower if len(lower) == len(text) else text


def after_name(quantity: Quantity) -> Quantity:
    """The count in "Labour 37", which reads as a name but is the party's share in a list of seats or votes."""
    numeral = _NUMERAL.search(quantity.figure) if quantity.kind == "name" else None
    if numeral is None:
        return quantity
    value = float(numeral.group().replace(",", ""))
    start = quantity.start + numeral.start()
    return replace(quantity, kind="count", unit="count", start=start, figure=numeral.group(), low=value, high=value)


class Reading:
    """A page with its sentences laid out; what every check is given."""

    def __init__(self, page: Page) -> None:
        self.page = page
        self.article = page.article
        self.title = tuple(self._sentences("title", page.title_sentences))
        self.text = tuple(self._sentences("text", page.text_sentences))
        self.sentences = self.title + self.text
        self.kinds = frozenset(kind for sentence in self.sentences for kind in sentence.kinds)

    def _sentences(self, field: FieldName, bounds: tuple[tuple[int, int], ...]) -> Iterator[Sentence]:
        text = self.article.get(field)
        own = [q for q in self.page.quantities if q.field == field]
        starts = [q.start for q in own]
        places = Places(text)
        for start, end in bounds:
            inside = own[bisect_left(starts, start) : bisect_left(starts, end)]
            yield Sentence(field, start, end, text, tuple(inside), places)

    @cached_property
    def _claims(self) -> dict[tuple[FieldName, int], str]:
        return {(claim.field, claim.start): claim.id for claim in reversed(self.page.claims)}

    def spot(self, quantity: Quantity) -> Spot:
        """Where the quantity stands, with the claim made of it."""
        claim = self._claims.get((quantity.field, quantity.start))
        return Spot(quantity.field, quantity.start, quantity.end, claim)

    def stretch(self, field: FieldName, start: int, end: int) -> Spot:
        """A stretch of text that is no quantity."""
        return Spot(field, start, end, self._claims.get((field, start)))
