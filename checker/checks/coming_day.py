"""The coming Tuesday is the next one.

What it does
    Holds "this coming Tuesday, May 14" and "this past Tuesday, May 14" against the day of publication or of the
    dateline: the date must lie within the week.

Why it matters
    Readers who trust the words come a week early.

Flags
    Friday, May 3, 2013 — The vote is this coming Tuesday, May 14.

Passes
    Friday, May 10, 2013 — The vote is this coming Tuesday, May 14; texts without a date of their own.

Options
    severity.

Measured precision
    No finding in 2,583 local-news articles; 1 of 1 right in texts known to be wrong; none in
    161 right texts, corrections and traps; all of it was used in development.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date

from checker.checks._calendar import DAY, MONTH, WEEKDAY, YEAR, month_number, published, real_date
from checker.checks._reading import Phrase, Reading
from checker.records import Remark
from checker.rulebook import CheckSettings

__all__ = ["check"]

HEAD = 120
"""A dateline stands within so many characters of the beginning."""
WEEK = 8
"""Days that "this coming" and "this past" reach; one more than a week, for publication a day early or late."""
_DATE = rf"(?:(?P<m1>{MONTH})\.?\s(?P<d1>{DAY})|(?P<d2>{DAY})\s(?P<m2>{MONTH}))"
_SAID = Phrase(rf"\bthis\s(?P<way>coming|past)\s{WEEKDAY},?\s{_DATE}")
_DATELINE = Phrase(rf"{_DATE},?\s(?P<y>{YEAR})")


def check(page: Reading, setting: CheckSettings) -> Iterator[Remark]:
    """Coming days that are not within the week."""
    text = page.article.text
    if "this coming" not in text and "this past" not in text:
        return
    for match in _SAID.finditer(text):
        now = published(page.page) or _dateline(text)
        if now is None:
            return
        dates = [when for year in (-1, 0, 1) if (when := _day(match, now.year + year))]
        nearest = min(dates, key=lambda when: abs((when - now).days), default=None)
        days = (nearest - now).days if nearest else 0
        if match["way"] == "past":
            days = -days
        if -1 <= days <= WEEK or nearest is None or abs(days) > 31:
            continue
        yield Remark(
            verdict="calendar",
            message=f"“{match.group()}” is {abs(days)} days from {now.isoformat()}.",
            working=f"{nearest.isoformat()} − {now.isoformat()} = {(nearest - now).days} days",
            spots=(page.stretch("text", match.start(), match.end()),),
            confidence=0.8,
        )


def _dateline(text: str) -> date | None:
    found = _DATELINE.search(text, 0, HEAD)
    return _day(found, int(found["y"])) if found else None


def _day(match: re.Match[str], year: int) -> date | None:
    written = re.sub(r"\D", "", match["d1"] or match["d2"])
    return real_date(year, month_number(match["m1"] or match["m2"]), int(written))
