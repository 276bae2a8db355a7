"""The difference of two percentages is a number of percentage points.

What it does
    Where a text gives two levels in per cent and calls their plain difference a change in per cent, it says what the
    change is in points, and in per cent.  The headline is compared with the text's only such pair.

Why it matters
    A tax that goes from 8 to 10 per cent rises by two points, or by 25 per cent; "2 per cent" is neither.

Flags
    Value-added tax went from 15 per cent to 18 per cent, and shops fear the 3 per cent increase.

Passes
    a rise of 3 percentage points; sales tax goes from 5% to 6%, a 20% increase in the rate.

Options
    severity.

Measured precision
    No finding in 2,583 local-news articles; 4 of 4 right in texts known to be wrong; none in
    161 right texts, corrections and traps; all of it was used in development.
"""

from __future__ import annotations

from collections.abc import Iterator

from checker.checks._arithmetic import point, shown, stands_for
from checker.checks._levels import Pair, changes, pairs
from checker.checks._reading import Reading
from checker.intervals import number
from checker.records import Quantity, Remark
from checker.rulebook import CheckSettings

__all__ = ["check"]


def check(page: Reading, setting: CheckSettings) -> Iterator[Remark]:
    """Points that are called per cent."""
    if "p" not in page.kinds:
        return
    found = [(at, pair) for at, s in enumerate(page.text) for pair in pairs(s) if pair.old.kind == "percent"]
    for at, pair in found:
        for sentence in page.text[at : at + 2]:
            for stated, _ in changes(sentence):
                yield from _compare(page, pair, stated)
        points = [q for q in page.text[at].quantities if q.unit == "percentage_point" or q.counted == "point"]
        if len(points) == 1 and len([one for one, _ in found if one == at]) == 1:
            yield from _difference(page, pair, points[0])
    if len(found) == 1:
        for sentence in page.title:
            for stated in sentence.quantities:
                if stated.kind == "percent":
                    yield from _compare(page, found[0][1], stated)


def _compare(page: Reading, pair: Pair, stated: Quantity) -> Iterator[Remark]:
    if stated.unit != "percent" or stated.start in (pair.old.start, pair.new.start):
        return
    old, new = point(pair.old), point(pair.new)
    difference, relative = abs(new - old), abs(new - old) / old * 100
    said = stands_for(stated)
    half = max((pair.old.grain or 1) + (pair.new.grain or 1), 0.02) / 100
    if not said.low - half <= difference <= said.high + half or said.low <= relative <= said.high or difference == 0:
        return
    if abs(point(stated) - difference) > 0.05 * difference:
        return
    yield Remark(
        verdict="arithmetic",
        message=f"From {pair.old.figure} to {pair.new.figure} is {number(difference)} percentage points, "
        f"or {shown(relative)}%, not {stated.figure}.",
        working=f"|{number(new)} − {number(old)}| = {number(difference)} points; "
        f"{number(difference)} / {number(old)} = {shown(relative)}%",
        spots=(page.spot(stated), page.spot(pair.old), page.spot(pair.new)),
        confidence=0.85,
    )


def _difference(page: Reading, pair: Pair, stated: Quantity) -> Iterator[Remark]:
    """As in "fell by six percentage points, from 38 to 32 per cent"."""
    old, new = pair.old, pair.new
    if old.unit != "percent" or new.unit != "percent" or stated.low is None:
        return
    step = stands_for(new) - stands_for(old) if point(new) > point(old) else stands_for(old) - stands_for(new)
    if step.overlaps(stands_for(stated)):
        return
    exact = abs(point(new) - point(old))
    yield Remark(
        verdict="arithmetic",
        message=f"From {old.figure} to {new.figure} is {number(exact)} percentage points, not {stated.figure}.",
        working=f"|{number(point(new))} − {number(point(old))}| = {number(exact)} points, not {stated.figure}",
        spots=(page.spot(stated), page.spot(old), page.spot(new)),
        confidence=0.88,
    )
