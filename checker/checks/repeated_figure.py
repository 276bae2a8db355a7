"""A figure given twice in one text is the same both times.

What it does
    Takes two figures of the same unit and noun of which one looks like a slip for the other: two digits swapped
    ("732 deaths", "723 deaths"), the last of many digits off by one, one digit changed or a power of ten where the
    text plainly comes back to the figure ("37 people were arrested ... of the 47 people arrested"), or one number
    under two opposite bounds ("up to 500 missing", "over 500 missing").  Figures of other years, of an earlier
    report or of a change are left alone.

Why it matters
    One of the two is wrong, and readers who notice doubt both.

Flags
    Police arrested 37 people at the march. By Sunday, 12 of the 47 people arrested had been charged.

Passes
    Police arrested 37 people at the march. Of the 47 people arrested a year earlier, 12 were charged.

Options
    severity.

Measured precision
    No finding in 2,583 local-news articles; 4 of 4 right in 130 articles on events of the world; none in
    161 right texts, corrections and traps; all of it was used in development.
"""

from __future__ import annotations

from collections.abc import Iterator
from itertools import combinations

from checker.checks._arithmetic import point, stands_for
from checker.checks._reading import Phrase, Reading, Sentence
from checker.records import Kind, Quantity, Remark
from checker.rulebook import CheckSettings

__all__ = ["check"]

MANY = 4
"""Figures of so many digits are hardly alike by chance."""
MOST = 8
"""Of a noun that is counted more often, two figures alike mean nothing."""
_KINDS = ("count", "money", "measure")
_DEFINITE = Phrase(r"\b(?:the|all|those|these|its|their|whose)\s(?:[a-z]+\s)?(?:of\s)?$")
_WORD = Phrase(r"\b(?!<<small_words>>\b)[a-z]{4,}")
_APART = Phrase(
    r"\b<<another_time>>\b|\b(?:another|other|additional|a\sfurther|extra|separate|each|every)\s(?:[a-z]+\s)?\{"
    r"|\}\s(?:more|other|others|further|additional|extra|each|per|every)\b"
)
_DATED = Phrase(r"\{D\d+\}")
_UNDER, _ABOVE = ("at_most", "less_than"), ("at_least", "more_than")


def check(page: Reading, setting: CheckSettings) -> Iterator[Remark]:
    """Figures that look like slips for one another."""
    given: dict[tuple[Kind, str, str], list[tuple[Sentence, Quantity]]] = {}
    for sentence in page.text:
        for quantity in sentence.quantities:
            is_told = quantity.kind in _KINDS and quantity.change == "none" and quantity.low == quantity.high
            if is_told and (quantity.low or 0) >= 10 and (quantity.counted or quantity.kind != "count"):
                key = (quantity.kind, quantity.unit or "", quantity.counted or "")
                given.setdefault(key, []).append((sentence, quantity))
    earlier = [q for sentence in page.text for q in sentence.quantities]
    for key in sorted(given):
        told = given[key]
        if len(told) <= MOST:
            for (before, first), (sentence, second) in combinations(told, 2):
                is_known = any(q.low == second.low for q in earlier if q.start < second.start and q is not first)
                if before is not sentence and _is_slip(before, first, sentence, second, is_known):
                    yield _remark(page, (before, first), (sentence, second))
                    break
    yield from _opposed(page)


def _opposed(page: Reading) -> Iterator[Remark]:
    """As in "up to 300 feared drowned" and "more than 300 must have drowned"."""
    bounds = _UNDER + _ABOVE
    told = [
        (s, q) for s in page.text for q in s.quantities if q.bound in bounds and q.low == q.high and (q.low or 0) >= 10
    ]
    for (before, first), (sentence, second) in combinations(told, 2):
        if first.low != second.low or (first.kind, first.unit) != (second.kind, second.unit) or before is sentence:
            continue
        if (first.bound in _UNDER) == (second.bound in _UNDER) or _APART.search(_around(sentence, second)):
            continue
        counted = {first.counted, second.counted} - {None, "person"}
        if len(counted) < 2 and len(_near(before, first) & _near(sentence, second)) >= 2:
            yield _remark(page, (before, first), (sentence, second))


def _is_slip(before: Sentence, first: Quantity, sentence: Sentence, second: Quantity, is_known: bool) -> bool:
    """Whether one figure looks like a slip for the other; `is_known`: the text has had the second one before."""
    a, b = _digits(first), _digits(second)
    is_exact = first.bound == second.bound == "exact"
    if {first.bound, second.bound} - {"exact", "about"}:
        return False
    if not is_exact and stands_for(first).overlaps(stands_for(second)):
        return False
    if a == b or _APART.search(_around(before, first)) or _APART.search(_around(sentence, second)):
        return False
    size = max(len(a.rstrip("0")), len(b.rstrip("0")))
    swapped, changed = _swapped(a, b), _changed(a, b)
    if is_exact and ((swapped and size >= MANY - 1) or (size >= MANY and abs(point(first) - point(second)) == 1)):
        return True
    tenfold = a.rstrip("0") == b.rstrip("0")
    if is_known or not (swapped or changed or tenfold):
        return False
    if _DATED.search(_around(before, first)) or _DATED.search(_around(sentence, second)):
        return False
    is_back = _DEFINITE.search(sentence.skeleton, 0, sentence.skeleton.find(_mark(sentence, second))) is not None
    return is_back and len(_near(before, first) & _near(sentence, second)) >= 1


def _mark(sentence: Sentence, quantity: Quantity) -> str:
    number = sentence.quantities.index(quantity)
    start = sentence.skeleton.find(f"{number}}}")
    return sentence.skeleton[start - 2 : start + len(str(number)) + 1]


def _near(sentence: Sentence, quantity: Quantity) -> set[str]:
    """The stems of the words of weight around a figure, its noun apart."""
    noun = (quantity.counted or "")[:4].lower()
    return {word[:4] for word in _WORD.findall(_around(sentence, quantity))} - {noun, "peop", "pers", "mill", "doll"}


def _around(sentence: Sentence, quantity: Quantity) -> str:
    """The words beside a figure, as far as a clause goes."""
    at = sentence.skeleton.find(_mark(sentence, quantity))
    return sentence.skeleton[max(at - 45, 0) : at + 60]


def _digits(quantity: Quantity) -> str:
    return f"{point(quantity):.10g}".replace(".", "")


def _swapped(a: str, b: str) -> bool:
    """Whether two neighbouring digits changed places."""
    wrong = [k for k in range(len(a)) if a[k] != b[k]] if len(a) == len(b) else []
    return len(wrong) == 2 and wrong[1] == wrong[0] + 1 and a[wrong[0]] == b[wrong[1]] and a[wrong[1]] == b[wrong[0]]


def _changed(a: str, b: str) -> bool:
    """Whether one digit is another."""
    return len(a) == len(b) and sum(x != y for x, y in zip(a, b, strict=True)) == 1


def _remark(page: Reading, *told: tuple[Sentence, Quantity]) -> Remark:
    first, second = (f"{sentence.hedge(quantity)} {quantity.figure}".strip() for sentence, quantity in told)
    return Remark(
        verdict="conflict",
        message=f"The text says {first} and later {second} of what looks like the same.",
        working=f"first: {first}; later: {second}",
        spots=tuple(page.spot(quantity) for _, quantity in told),
        confidence=0.75,
    )
