"""What places or parties have each comes to no more than the total.

What it does
    Adds up lists in which only the first figure bears its noun: "in the 120-seat assembly the Reds took 54 seats, the
    Greens 31 and the Blues 35", "618 cases in three towns.  Arl had 287 cases, Bex 204 and Cor 127".  Where the text
    has as many places as it names, they must come to the total, else to no more.

Why it matters
    Tables told in prose are typed figure by figure, and one slip makes the whole wrong.

Flags
    In the 90-seat assembly the Farmers took 41 seats, the Liberals 27 and the Workers 32.

Passes
    In the 90-seat assembly the Farmers took 41 seats, the Liberals 27 and the Workers 22.

Options
    tolerance: relative difference let pass beyond rounding.
    severity.

Measured precision
    No finding yet in 2,583 local-news articles or in texts known to be wrong; none in
    161 right texts, corrections and traps; all of it was used in development.
"""

from __future__ import annotations

from collections.abc import Iterator

from checker.checks._parts import parts_remark
from checker.checks._reading import Phrase, Reading, Sentence, after_name, mark
from checker.records import Quantity, Remark
from checker.rulebook import CheckSettings

__all__ = ["check"]

_MARK = Phrase(r"\{([a-zA-Z])(\d+)\}")
_NESTED = Phrase(
    r"\b(?:including|of\swhom|from|compared|than|up|down|rose|fell|per|each|every|average|between|more|by|over|within"
    r"|either|or|if|as\swell)\b"
)
_SEATS = Phrase(mark("total", "c") + r"[\s-](?:seat|member)\s(?:[a-z]+\s)?<<chambers>>\b")
_SOME_SEATS = Phrase(
    r"^[^{}]{3,60}\s(?:won|took|got|gained|has|have|holds?|with)\s\{c\d+\}\s(?:of\s(?:them|these)|seats)\b"
)
_LISTED = Phrase(r"(?:\s[a-z]+){0,2}[,;]?\s(?:and\s)?(?:the\s)?(?:[A-Z][\w'’-]+\s){1,4}(?:had\s|with\s|took\s|won\s)?$")


def check(page: Reading, setting: CheckSettings) -> Iterator[Remark]:
    """Lists of places and parties that come to more than their total."""
    before: Sentence | None = None
    for sentence in page.text:
        if sentence.kinds & {"c", "n"} and len(sentence.quantities) >= 2:
            yield from _seats(page, before, sentence, setting)
            if before is not None:
                yield from _named(page, before, sentence, setting)
        before = sentence


def _seats(page: Reading, before: Sentence | None, sentence: Sentence, setting: CheckSettings) -> Iterator[Remark]:
    """As in "in the 120-seat assembly the Reds took 54 seats, the Greens 31 and the Blues 40"."""
    match = next(sentence.find(_SEATS), None)
    parts = _elliptic(sentence, match.end()) if match else []
    if match and len(parts) >= 2 and any(q.counted == "seat" for q in parts):
        yield from parts_remark(page, sentence.get(match, "total"), parts, setting, is_whole=False)
    seats = [q for q in before.quantities if q.counted == "seat" and q.low] if before is not None else []
    if len(seats) == 1 and _SOME_SEATS.search(sentence.skeleton):
        parts = _elliptic(sentence, 0)
        if len(parts) >= 2:
            yield from parts_remark(page, seats[0], parts, setting, is_whole=False)


def _elliptic(sentence: Sentence, start: int) -> list[Quantity]:
    """Counts of a list in which only the first bears its noun: "A had 287 cases, B 204 and C 127"."""
    found: list[Quantity] = []
    for mark_ in _MARK.finditer(sentence.skeleton, start):
        quantity = after_name(sentence.quantities[int(mark_[2])])
        if quantity.kind != "count" or quantity.low is None or quantity.low != quantity.high:
            return []
        if found and not _LISTED.match(sentence.text, found[-1].end, quantity.start):
            return []
        found.append(quantity)
    return found


def _named(page: Reading, before: Sentence, sentence: Sentence, setting: CheckSettings) -> Iterator[Remark]:
    """As in "618 cases in three towns. Arl had 287 cases, Bex 204 and Cor 127"."""
    parts = _elliptic(sentence, 0)
    if len(parts) < 2 or not parts[0].counted or any(q.counted for q in parts[1:]) or _NESTED.search(sentence.skeleton):
        return
    totals = [q for q in before.quantities if q.kind == "count" and q.counted == parts[0].counted and q.low]
    if len(totals) == 1:
        places = [q for q in before.quantities if q is not totals[0] and q.kind == "count" and q.low == len(parts)]
        yield from parts_remark(page, totals[0], parts, setting, is_whole=len(places) == 1)
