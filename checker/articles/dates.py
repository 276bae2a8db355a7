"""Dates of publication as sources write them → ISO 8601."""

from __future__ import annotations

import re
from datetime import date, datetime, time
from email.utils import parsedate_to_datetime

__all__ = ["iso_date"]

_MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
_MONTH = r"(Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)[a-z]*\.?"
_RFC_822 = re.compile(r"(?:[A-Za-z]{3}, )?\d{1,2} [A-Za-z]{3} \d{4} \d{2}:\d{2}(?::\d{2})?(?: [+-]\d{4}| [A-Z]{1,4})?$")
_DAY_FIRST = re.compile(rf"\b(\d{{1,2}})(?:st|nd|rd|th)?\s+(?:of\s+)?{_MONTH},?\s+(\d{{4}})\b", re.I)
_MONTH_FIRST = re.compile(rf"\b{_MONTH}\s+(\d{{1,2}})(?:st|nd|rd|th)?,?\s+(\d{{4}})\b", re.I)
_ISO = re.compile(r"(\d{4})[-/](\d{1,2})[-/](\d{1,2})(?:[T ]\d.*)?$")


def iso_date(written: str) -> str | None:
    """The date, with its time where the source gives one; None for what can't be read as a date."""
    written = " ".join(written.split())
    try:
        read: date | datetime = datetime.fromisoformat(written)
        if len(written) <= 10 or (read.time() == time() and ":" not in written):  # type: ignore[union-attr]
            return read.date().isoformat()  # type: ignore[union-attr]
        return read.isoformat()
    except ValueError:
        pass
    if _RFC_822.match(written):
        try:
            return parsedate_to_datetime(written).isoformat()
        except (ValueError, TypeError, IndexError, OverflowError):
            pass
    if found := _ISO.match(written):
        return _date(*map(int, found.groups()))
    if found := _DAY_FIRST.search(written):
        return _date(int(found[3]), _MONTHS.index(found[2].lower()) + 1, int(found[1]))
    if found := _MONTH_FIRST.search(written):
        return _date(int(found[3]), _MONTHS.index(found[1].lower()) + 1, int(found[2]))
    return None


def _date(year: int, month: int, day: int) -> str | None:
    try:
        return date(year, month, day).isoformat()
    except ValueError:
        return None
