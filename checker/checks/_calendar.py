"""Dates as written in news, and the calendar."""

from __future__ import annotations

from datetime import date

from checker.records import Page

__all__ = ["DAY", "MONTH", "WEEKDAY", "YEAR", "month_number", "published", "real_date", "weekday_number"]

WEEKDAY = "(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day"
MONTH = (
    "(?:Jan(?:uary)?|Feb(?:ruary)?|Mar(?:ch)?|Apr(?:il)?|May|June?|July?|Aug(?:ust)?|Sept?(?:ember)?"
    "|Oct(?:ober)?|Nov(?:ember)?|Dec(?:ember)?)"
)
DAY = r"\d{1,2}(?:st|nd|rd|th)?(?![\d:.,]\d|\d|%|\s?[ap]\.?m)"
YEAR = r"(?:1[5-9]|20)\d\d(?!\d|,\d|-)"
_MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
_WEEKDAYS = ("mon", "tue", "wed", "thu", "fri", "sat", "sun")


def month_number(name: str) -> int:
    """1 to 12, of a month's name or abbreviation."""
    return _MONTHS.index(name[:3].lower()) + 1


def weekday_number(name: str) -> int:
    """0 for Monday to 6 for Sunday."""
    return _WEEKDAYS.index(name[:3].lower())


def real_date(year: int, month: int, day: int) -> date | None:
    """The date, or None where the calendar has none such."""
    try:
        return date(year, month, day)
    except ValueError:
        return None


def published(page: Page) -> date | None:
    """The day of publication, or None where the source does not tell."""
    stamp = page.article.published
    try:
        return date.fromisoformat(stamp[:10]) if stamp else None
    except ValueError:
        return None
