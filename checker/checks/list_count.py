"""A stated count is the number of things that are then listed.

What it does
    Takes "four goals: a, b and c" or "five times – in 1991, 1994 and 2010" and counts the items.  Where "and"
    may stand inside a name, every way of counting is tried, and a text is at fault only if none gives the figure.

Why it matters
    Either an item was dropped in the editing, or the count was not brought up to date.

Flags
    The council set three goals: jobs, roads, schools and parks.

Passes
    Nine towns signed, including Elden and Marsk; lists with appositions, ages, places within states; "at least".

Options
    severity.

Measured precision
    No finding in 2,583 local-news articles; 3 of 3 right in texts known to be wrong; none in
    161 right texts, corrections and traps; all of it was used in development.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from checker.checks._arithmetic import is_exact, point
from checker.checks._enumeration import miscount
from checker.checks._reading import Phrase, Reading, Sentence, mark
from checker.records import Remark
from checker.rulebook import CheckSettings

__all__ = ["check"]

MOST = 40
"""Longer lists are not written out in news."""
_WORDS_IN_ITEM = 5
_STATED = Phrase(mark("n", "cr") + r"(?P<noun>\s[^{}.;:!?–—]{2,60}?)\s?(?P<sign>:|–|—|(?<=\s)-(?=\s))\s?")
_TIMES = Phrase(mark("n", "cr") + r"(?:\s\w+)?\stimes\s?(?:–|—|-|:|,|\()\s?(?=(?:in\s)?[{\d])")
_ARE = Phrase(
    r"\b(?:the|its|their|his|her)\s"
    + mark("n", "c")
    + r"(?P<noun>\s[^{}.;:!?–—,]{3,40}?)\s(?P<sign>are|were)\s(?=[^{}]+$)"
)
_NAMED = Phrase(mark("n", "c") + r"\s(?P<noun>[a-z]+(?:\s[a-z]+)?)(?P<sign>,)\s(?=[^{}]+$)")
_ALL = Phrase(r"\b(?:in|by|from|to)\s(?:all|each\sof\sthe)\s" + mark("n", "c"))
_ONLY = Phrase(r"Only\s[A-Z][^.;:]{3,80}?\s(?:has|have|had)\s(?:yet|not|no|never|so\sfar)\b")
_OPEN_ENDED = Phrase(r"\b<<open_ended>>\b", re.IGNORECASE)
_SPEECH = Phrase(
    r"\b(?:said|says|follows?|described|told|asked|wrote|added|reads?|tweeted|statement|question|score|by)$"
)
_APPOSED = Phrase(
    r"^(?:who|whose|which|where|when|while|but|as|his|her|their|its|both|all|each|then|with|for|at|from|that|because|if"
    r"|he|she|they|it|we|you|i|there|not|aged?|a\s(?:former|local)|is|are|was|were|has|have|had|according)\b",
    re.IGNORECASE,
)
_NAME = Phrase(r"^(?:the\s)?[A-Z][^\s]*(?:\s(?:of|the|de|[A-Z][^\s]*))*$")
_JOINED = Phrase(r"\s(?:and|or)\s")
_LEADING = Phrase(r"^(?:and|or)\s")
_YEAR = Phrase(r"\b(?:1[5-9]|20)\d\d\b")
_YEARS = Phrase(
    r"(?:(?:in|and|again|also|then|early|late)\s|,\s?)*(?:1[5-9]|20)\d\d(?:\s?\([^()]*\))?"
    r"(?:(?:,|\sand|,\sand|;)\s(?:(?:in|and|again|also|then)\s)*(?:1[5-9]|20)\d\d(?:\s?\([^()]*\))?)+"
)
_AGAIN = Phrase(r"\btwice|three times\b")
_BRACKETS = Phrase(r"\([^()]*\)")


def check(page: Reading, setting: CheckSettings) -> Iterator[Remark]:
    """Counts that are not the number of items listed."""
    for sentence, following in zip(page.text, (*page.text[1:], None), strict=True):
        if not sentence.kinds & {"c", "r"} or not sentence.has(
            ":", "–", "—", " - ", " times", " all ", " are ", " were ", "s, ", "n, "
        ):
            continue
        for match in sentence.find(_TIMES):
            yield from _times(page, sentence, match)
        for pattern in (_ARE, _NAMED):
            for match in sentence.find(pattern):
                yield from _items(page, sentence, match)
        yield from _exceptions(page, sentence, following)
        for match in sentence.find(_STATED):
            if not _SPEECH.search(match["noun"]) and not _OPEN_ENDED.search(match["noun"]):
                yield from _items(page, sentence, match)


def _exceptions(page: Reading, sentence: Sentence, following: Sentence | None) -> Iterator[Remark]:
    """As in "in all 30 districts. Only two have yet to see one": all, and then not all."""
    match = next(sentence.find(_ALL), None)
    if match is None or following is None:
        return
    but = _ONLY.match(following.text, following.start, following.end)
    stated = sentence.get(match, "n")
    if but is None or (stated.low or 0) <= 2:
        return
    start = sentence.offset(match.start())
    yield Remark(
        verdict="arithmetic",
        message=f"“All {stated.figure}” are said, and then some are excepted.",
        working=f"all {stated.figure}, yet: {but.group()}",
        spots=(page.stretch("text", start, stated.end), page.stretch("text", but.start(), but.end())),
        confidence=0.8,
    )


def _items(page: Reading, sentence: Sentence, match: re.Match[str]) -> Iterator[Remark]:
    stated = sentence.get(match, "n")
    begin = sentence.offset(match.end())
    listed = sentence.text[begin : sentence.end].rstrip(" .!?”\"'")
    if match["sign"] != ":":
        listed = re.split("[–—]|\\s-\\s", listed)[0].rstrip()
    if not is_exact(stated) or any(begin <= q.start < begin + len(listed) for q in sentence.quantities):
        return
    if "&" in listed or re.search(r"[\d(“\"?!:]", listed) or _OPEN_ENDED.search(listed):
        return
    fewest, most = _count(listed, names_only=match["sign"] != ":")
    count = int(point(stated))
    if not fewest or fewest <= count <= most or count > MOST or count < 2 or most == 2 * count:
        return
    yield miscount(page, stated, fewest if count < fewest else most, sentence, begin, begin + len(listed))


def _count(listed: str, names_only: bool) -> tuple[int, int]:
    """The fewest and the most items that the list may hold; 0 where it is no plain list."""
    parts = [part.strip() for part in listed.split(";" if ";" in listed else ",")]
    items = [_LEADING.sub("", part) for part in parts if part]
    if len(items) < 2 or any(_APPOSED.match(item) for item in items):
        return 0, 0
    if any(len(piece.split()) > _WORDS_IN_ITEM for item in items for piece in _JOINED.split(item)):
        return 0, 0
    pieces = [piece for item in items[1:] for piece in _JOINED.split(item)]
    are_names = {_NAME.match(piece) is not None for piece in pieces}
    if len(are_names) > 1 or (names_only and are_names != {True}):
        return 0, 0
    joined = sum(len(_JOINED.findall(item)) for item in items)
    last = parts[-1]
    if not joined and not _LEADING.match(last):
        return 0, 0
    closes = not _LEADING.match(last) and bool(_JOINED.search(last))
    return len(items) + closes, len(items) + joined


def _times(page: Reading, sentence: Sentence, match: re.Match[str]) -> Iterator[Remark]:
    """As in "five times – in 1991, 1994 (twice) and 2010": years listed, one of them perhaps more than once."""
    stated = sentence.get(match, "n")
    begin = sentence.offset(match.end())
    listed = _YEARS.match(sentence.text, begin, sentence.end)
    if listed is None or not is_exact(stated) or _YEAR.search(sentence.text, listed.end(), sentence.end):
        return
    years = len(_YEAR.findall(_BRACKETS.sub("", listed.group())))
    again = [_AGAIN.search(aside) for aside in _BRACKETS.findall(listed.group())]
    years += sum(1 if found.group() == "twice" else 2 for found in again if found)
    if years > 2 and int(point(stated)) != years:
        yield miscount(page, stated, years, sentence, begin, listed.end())
