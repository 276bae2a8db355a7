"""More is more, and a record beaten was lower.

What it does
    Compares two figures of which the words say that one is larger: "450, fewer than the 400 of last year", "a crowd of
    61,000, beating the record of 58,000", "four-fifths, a smaller share" after "three-quarters".

Why it matters
    Either a figure or the word is wrong, and the reader is told the opposite of the truth.

Flags
    The 450 deaths were fewer than the 400 of a year earlier.

Passes
    The 61,000 who came beat the record of 58,000; times of races, in which less is better.

Options
    severity.

Measured precision
    No finding in 2,583 local-news articles; 1 of 1 right in texts known to be wrong; none in
    161 right texts, corrections and traps; all of it was used in development.
"""

from __future__ import annotations

from collections.abc import Iterator

from checker.checks._arithmetic import stands_for
from checker.checks._levels import comparable
from checker.checks._reading import Phrase, Reading, Sentence, mark
from checker.records import Quantity, Remark
from checker.rulebook import CheckSettings

__all__ = ["check"]

_L = "cmup"
_THE = r"(?:the\s|its\s|last\syear's\s|(?:the\s)?(?:previous|old|earlier)\s)+"
_MORE = r"(?P<more>more|higher|larger|bigger|greater)"
_LESS = r"(?P<less>fewer|less|lower|smaller)"
_THAN = Phrase(
    rf"{mark('new', _L)}(?:\s[a-z-]+){{0,3}}(?:,|\s[–—-]|\s(?:is|are|was|were))\s"
    rf"(?:{_MORE}|{_LESS})\sthan\s{_THE}{mark('old', _L)}"
)
_RECORD = Phrase(
    rf"{mark('new', _L)}[^{{}}.;:]{{0,60}}?\b(?P<more>beat|beating|broke|breaking|surpassed|surpassing|topped|topping|"
    rf"exceeded|exceeding)\s{_THE}(?:record|mark|high|total|best)\s(?:of\s)?{mark('old', _L)}"
)
_SHARE = Phrase(
    mark("new", "pr")
    + r",\sa\s(?:(?P<more>larger|bigger|higher|greater)|(?P<less>smaller|lower))\s(?:share|proportion)\b"
)
_TIMES = Phrase(r"\b(?:seconds|minutes|race|marathon|lap|laps|faster|slower|golf|strokes|round)\b")


def check(page: Reading, setting: CheckSettings) -> Iterator[Remark]:
    """Comparisons that their figures contradict."""
    before: Sentence | None = None
    for sentence in page.text:
        if len(sentence.quantities) >= 2:
            for pattern in (_THAN, _RECORD):
                for match in sentence.find(pattern):
                    if _TIMES.search(sentence.skeleton):
                        break
                    is_more = bool(match["more"])
                    yield from _compare(page, sentence.get(match, "new"), sentence.get(match, "old"), is_more)
        if before is not None and sentence.kinds & {"p", "r"} and sentence.has(" share", " proportion"):
            for match in sentence.find(_SHARE):
                new = sentence.get(match, "new")
                earlier = [q for q in before.quantities if q.kind == new.kind]
                if len(earlier) == 1:
                    yield from _compare(page, new, earlier[0], bool(match["more"]))
        before = sentence


def _compare(page: Reading, new: Quantity, old: Quantity, is_more: bool) -> Iterator[Remark]:
    if new.kind != old.kind or not comparable(new.unit, old.unit) or new.low is None or old.low is None:
        return
    if new.counted and old.counted and new.counted != old.counted:
        return
    a, b = stands_for(new), stands_for(old)
    if (is_more and a.high < b.low) or (not is_more and a.low > b.high):
        first, second = sorted((new, old), key=lambda q: q.start)
        yield Remark(
            verdict="arithmetic",
            message=f"{new.figure} is said to be {'more' if is_more else 'less'} than {old.figure}.",
            working=f"{new.figure} {'<' if is_more else '>'} {old.figure}",
            spots=(page.spot(first), page.spot(second)),
            confidence=0.85,
        )
