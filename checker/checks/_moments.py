"""Written dates as stretches on the line of time, so that spans between them can be computed."""

from __future__ import annotations

import re

from msgspec import Struct

from checker.checks._calendar import MONTH, YEAR, month_number
from checker.checks._reading import Reading
from checker.records import Quantity, Spot

__all__ = ["Moment", "moment"]


class Moment(Struct, frozen=True):
    """The first and the last moment that a written date may mean, in years; the spot where it stands."""

    first: float
    last: float
    figure: str
    spot: Spot


def moment(page: Reading, date: Quantity) -> Moment | None:
    """The moment of a date that ends in its year, None for one that does not."""
    found = re.search(rf"{YEAR}$", date.figure)
    if found is None:
        return None
    year = float(found.group())
    month = re.search(MONTH, date.figure)
    if month is None:
        return Moment(year, year + 0.999, date.figure, page.spot(date))
    day = re.search(r"\b(\d{1,2})\b", date.figure[: found.start()])
    begin = year + (month_number(month.group()) - 1) / 12
    if day is None:
        return Moment(begin, begin + 1 / 12, date.figure, page.spot(date))
    return Moment(begin + int(day[1]) / 372, begin + int(day[1]) / 372, date.figure, page.spot(date))
