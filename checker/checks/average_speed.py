"""An average speed is the way over the time.

What it does
    Where a sentence gives one distance, one time and one average speed, it divides.

Why it matters
    Speeds are what readers remember of records and of crashes, and the sum is one line.

Flags
    The train covered the 180 km in two hours, at an average speed of 110 km/h.

Passes
    The train covered the 180 km in two hours, at an average speed of 90 km/h.

Options
    tolerance: relative difference let pass beyond rounding.
    severity.

Measured precision
    No finding yet in 2,583 local-news articles or in texts known to be wrong; none in
    161 right texts, corrections and traps; all of it was used in development.
"""

from __future__ import annotations

from collections.abc import Iterator

from checker.checks._arithmetic import factor, off_by, point, shown, stands_for
from checker.checks._durations import joined
from checker.checks._reading import Phrase, Reading
from checker.intervals import Interval
from checker.records import Quantity, Remark
from checker.rulebook import CheckSettings

__all__ = ["check"]

ROUND = 0.1
"""A time as round as "two hours" is off by no more than this where a speed is computed from it."""
_AVERAGE = Phrase(r"\b(?:averag(?:e|ed|ing)|mean\sspeed|steady|constant)\b[^{}]{0,25}\{u")


def check(page: Reading, setting: CheckSettings) -> Iterator[Remark]:
    """Speeds that are not distance over time."""
    if not {"u", "d"} <= page.kinds:
        return
    for sentence in page.text:
        if not {"u", "d"} <= sentence.kinds or not _AVERAGE.search(sentence.skeleton):
            continue
        values = [q for q in joined(sentence.quantities) if q.kind in ("measure", "duration") and q.low]
        speeds = [q for q in values if q.kind == "measure" and factor(q.unit or "", "meter / second")]
        ways = [q for q in values if q.kind == "measure" and factor(q.unit or "", "meter")]
        times = [q for q in values if q.kind == "duration" and factor(q.unit or "", "second")]
        if len(speeds) == len(ways) == len(times) == 1:
            yield from _compare(page, speeds[0], ways[0], times[0], setting)


def _compare(page: Reading, speed: Quantity, way: Quantity, time: Quantity, setting: CheckSettings) -> Iterator[Remark]:
    metres, seconds = factor(way.unit or "", "meter"), factor(time.unit or "", "second")
    times = factor("meter / second", speed.unit or "")
    if not metres or not seconds or not times or stands_for(time).low <= 0:
        return
    length, lasting = stands_for(way).scaled(metres * times), stands_for(time).scaled(seconds)
    middle = point(time) * seconds
    lasting = Interval(max(lasting.low, middle * (1 - ROUND)), min(lasting.high, middle * (1 + ROUND)))
    computed = Interval(length.low / lasting.high, length.high / lasting.low)
    if stands_for(speed).overlaps(computed, setting.tolerance):
        return
    exact = point(way) * metres * times / (point(time) * seconds)
    yield Remark(
        verdict="arithmetic",
        message=f"{way.figure} in {time.figure} is an average of {shown(exact)}, not {speed.figure}.",
        working=f"{way.figure} / {time.figure} = {shown(exact)}, not {speed.figure} ({off_by(point(speed), exact)})",
        spots=(page.spot(speed), page.spot(way), page.spot(time)),
        confidence=0.85,
    )
