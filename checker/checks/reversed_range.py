"""A range goes from the smaller to the larger figure.

What it does
    Compares the ends of "between A and B" and "A to B" in one unit.

Why it matters
    One of the ends has lost a digit or gained one, or a magnitude was left out.

Flags
    between 500 and 300 people

Passes
    between 300 and 500 people; scores; odds; "between 9 and 5"; counts of two things.

Options
    severity.

Measured precision
    No finding yet in 2,583 local-news articles or in texts known to be wrong; none in
    161 right texts, corrections and traps; all of it was used in development.
"""

from __future__ import annotations

from collections.abc import Iterator

from checker.checks._reading import Phrase, Reading, Sentence, mark
from checker.intervals import number
from checker.records import Remark, Spot
from checker.rulebook import CheckSettings

__all__ = ["check"]

_BETWEEN = Phrase(r"\bbetween\s" + mark("a", "cmupd") + r"\sand\s" + mark("b", "cmupd"))
_AGED = Phrase(r"\b(?:aged?|ages)\s(?:between\s)?" + mark("a", "ac") + r"\s?(?:to|-|–)\s?" + mark("b", "ac"))
_YEARS = Phrase(r"(?<![\d/.:-])(?P<a>1[5-9]\d\d|20\d\d)\s?[-–]\s?(?P<b>1[5-9]\d\d|20\d\d)(?![\d/:-])")
SIGNS = ("-1", "-2", "–1", "–2", "- 1", "- 2", "– 1", "– 2")
_NOT_VALUES = Phrase(r"\b<<not_a_range>>\b")


def check(page: Reading, setting: CheckSettings) -> Iterator[Remark]:
    """Ranges that run backwards."""
    has_years = any(sign in page.article.text for sign in SIGNS)
    for sentence in page.sentences:
        if has_years:
            yield from _years(page, sentence)
        for match in sentence.find(_AGED) if sentence.has("aged ", "ages ") else ():
            a, b = sentence.get(match, "a"), sentence.get(match, "b")
            if a.low is not None and b.low is not None and a.low > b.low and not b.counted:
                yield _remark(f"{a.figure} to {b.figure}", a.low, b.low, (page.spot(a), page.spot(b)))
        if "between" not in sentence.skeleton or _NOT_VALUES.search(sentence.skeleton):
            continue
        for quantity in sentence.quantities:
            low, high = quantity.low, quantity.high
            if quantity.bound == "range" and low is not None and high is not None and low > high:
                yield _remark(quantity.figure, low, high, (page.spot(quantity),))
        for match in sentence.find(_BETWEEN):
            a, b = sentence.get(match, "a"), sentence.get(match, "b")
            if (
                a.low is None
                or b.low is None
                or a.unit != b.unit
                or a.low <= b.low
                or (a.counted and a.counted != b.counted)
            ):
                continue
            yield _remark(f"between {a.figure} and {b.figure}", a.low, b.low, (page.spot(a), page.spot(b)))


def _years(page: Reading, sentence: Sentence) -> Iterator[Remark]:
    """As in "built in 1996-1989"."""
    for match in _YEARS.finditer(sentence.text, sentence.start, sentence.end):
        if int(match["a"]) > int(match["b"]):
            spot = page.stretch(sentence.field, match.start(), match.end())
            yield _remark(match.group(), float(match["a"]), float(match["b"]), (spot,))


def _remark(figure: str, low: float, high: float, spots: tuple[Spot, ...]) -> Remark:
    return Remark(
        verdict="form",
        message=f"The range “{figure}” runs backwards.",
        working=f"{number(low)} > {number(high)}",
        spots=spots,
        confidence=0.85,
    )
