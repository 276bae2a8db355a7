"""Parts against their total, and the remark that they do not fit it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from checker.checks._arithmetic import off_by, point, stands_for
from checker.checks._reading import Reading
from checker.intervals import Interval, number
from checker.records import Quantity, Remark
from checker.rulebook import CheckSettings

__all__ = ["parts_remark"]


def parts_remark(
    page: Reading, total: Quantity, parts: Sequence[Quantity], setting: CheckSettings, *, is_whole: bool
) -> Iterator[Remark]:
    """Parts that are not all of the total may come to less, never to more."""
    if total.low is None or total.bound == "vague" or any(q.low is None or q.bound == "vague" for q in parts):
        return
    computed = Interval(0.0, 0.0)
    for part in parts:
        computed = computed + stands_for(part)
    said = stands_for(total)
    if said.overlaps(computed, setting.tolerance) or (not is_whole and computed.high < said.low):
        return
    exact = sum(point(part) for part in parts)
    terms = " + ".join(number(point(part)) for part in parts)
    yield Remark(
        verdict="arithmetic",
        message=f"The parts come to {number(exact)}, {'not' if is_whole else 'more than'} {total.figure}.",
        working=f"{terms} = {number(exact)}, not {number(point(total))} ({off_by(point(total), exact)})",
        spots=(page.spot(total), *(page.spot(part) for part in parts)),
        confidence=0.85,
    )
