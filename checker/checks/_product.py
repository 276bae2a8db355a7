"""A product of figures against the total that the text gives."""

from __future__ import annotations

import math
from collections.abc import Iterator

from checker.checks._arithmetic import off_by, point, shown, stands_for
from checker.checks._reading import Reading
from checker.intervals import Interval, number
from checker.records import Quantity, Remark
from checker.rulebook import CheckSettings

__all__ = ["product"]


def product(
    page: Reading, rate: Quantity, amounts: list[Quantity], total: Quantity, times: float, setting: CheckSettings
) -> Iterator[Remark]:
    """A remark where rate × amounts × `times`, which converts their units, is not the total."""
    terms = [rate, *amounts]
    if any(q.low is None or q.high is None or q.low <= 0 for q in (*terms, total)):
        return
    computed = Interval(times, times)
    for term in terms:
        computed = computed * stands_for(term)
    said: Interval = stands_for(total)
    if said.overlaps(computed, setting.tolerance):
        return
    exact = math.prod(map(point, terms)) * times
    shown_terms = " × ".join([number(point(rate)), *(q.figure for q in amounts)])
    yield Remark(
        verdict="arithmetic",
        message=f"{' times '.join(q.figure for q in terms)} is {shown(exact)}, not {total.figure}.",
        working=f"{shown_terms} = {shown(exact)}, not {number(point(total))} ({off_by(point(total), exact)})",
        spots=(*(page.spot(q) for q in terms), page.spot(total)),
        confidence=0.85,
    )
