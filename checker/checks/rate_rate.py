"""One rate over two times is the same rate.

What it does
    Compares "£10 a day, or £36,500 a year": what is paid or used in the shorter time, times the number of such times in
    the longer.  A year of work may have fewer days than 365, so the longer may be up to two fifths less.

Why it matters
    Such pairs are made to put a figure into reach of the reader, and a slipped zero puts it out of reach again.

Flags
    £10 a day, or £36,500 a year.

Passes
    £100 a day, or £26,000 a year (260 days of work).

Options
    severity.

Measured precision
    No finding yet in 2,583 local-news articles or in texts known to be wrong; none in
    161 right texts, corrections and traps; all of it was used in development.
"""

from __future__ import annotations

from collections.abc import Iterator

from checker.checks._arithmetic import factor, off_by, point, shown, stands_for
from checker.checks._reading import Phrase, Reading, mark
from checker.intervals import Interval, number
from checker.records import Quantity, Remark
from checker.rulebook import CheckSettings
from checker.units import TIME_UNITS

__all__ = ["check"]

WORK_DAYS = 0.6
"""Days of work in a year or a month, as a share of all days, at the least."""
WORK_HOURS = 0.15
"""Hours of work as a share of all hours, at the least."""
_SAME = Phrase(mark("a", "mcu") + r"(?:,\sor|\s\(or|\s\(|,\sthat\sis)\s?" + mark("b", "mcu"))


def check(page: Reading, setting: CheckSettings) -> Iterator[Remark]:
    """Rates that differ with the time they are given for."""
    for sentence in page.text:
        rates = [q for q in sentence.quantities if " / " in (q.unit or "")]
        if len(rates) >= 2:
            for match in sentence.find(_SAME):
                yield from _same(page, sentence.get(match, "a"), sentence.get(match, "b"))


def _same(page: Reading, a: Quantity, b: Quantity) -> Iterator[Remark]:
    """As in "£10 a day, or £36,500 a year": one rate over two times; a year may have fewer days of work."""
    (above, _, below), (other, _, per) = (a.unit or "").partition(" / "), (b.unit or "").partition(" / ")
    if above != other or below not in TIME_UNITS or per not in TIME_UNITS or below == per or not a.low or not b.low:
        return
    times = factor(per, below)
    if times is None:
        return
    expected = stands_for(a).scaled(times)
    said = stands_for(b)
    least = WORK_HOURS if below in ("hour", "minute", "second") else WORK_DAYS
    if Interval(expected.low * least, expected.high * 1.1).overlaps(said):
        return
    exact = point(a) * times
    yield Remark(
        verdict="arithmetic",
        message=f"{a.figure} is {shown(exact)} a {per}, not {b.figure}.",
        working=f"{number(point(a))} × {shown(times)} = {shown(exact)}, not {number(point(b))} "
        f"({off_by(point(b), exact)})",
        spots=(page.spot(a), page.spot(b)),
        confidence=0.85,
    )
