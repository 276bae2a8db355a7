"""Which days a date in text means, given the day of publication.

A weekday is the latest such day up to the publication, as news agencies write it, unless the text says "next".
"""

from __future__ import annotations

import calendar
from datetime import date, timedelta

from checker.language.mentions import DateMention
from checker.records import When

__all__ = ["resolve", "weekday_of"]


def weekday_of(year: int, month: int, day: int) -> int | None:
    """The weekday of a date, Monday 0; None for a date that does not exist."""
    try:
        return date(year, month, day).weekday()
    except ValueError:
        return None


def resolve(mention: DateMention, published: str | None) -> When | None:
    """The days that a mention means, or None where the day of publication is needed and not known.

    `published` is ISO 8601, a date or a date with time.
    """
    today = _published(published)
    match mention.shape:
        case "day":
            return _days(mention, today)
        case "month" | "months":
            return _months(mention, today)
        case "year":
            if mention.year is None:
                return None
            return When(f"{mention.year:04}-01-01", f"{mention.last_year or mention.year:04}-12-31")
        case "weekday":
            return _that_weekday(mention, today)
        case "relative":
            return _shifted(mention, today)


def _published(text: str | None) -> date | None:
    try:
        return date.fromisoformat(text[:10]) if text else None
    except ValueError:
        return None


def _exact(year: int, month: int, day: int) -> date | None:
    try:
        return date(year, month, day)
    except ValueError:
        return None


def _days(mention: DateMention, today: date | None) -> When | None:
    month, day = mention.month, mention.day
    if day is None:
        return None
    if month is None:
        return _day_by_weekday(mention, today)
    year = mention.year or _nearest_year(month, day, today)
    if year is None:
        return None
    first = _exact(year, month, day)
    last = first
    if mention.last_day is not None:
        last_month = mention.last_month or month
        last = _exact(year + (last_month < month), last_month, mention.last_day)
    return When(first.isoformat(), last.isoformat()) if first and last and first <= last else None


def _day_by_weekday(mention: DateMention, today: date | None) -> When | None:
    """Monday (19), the 5th: the nearest month in which that day is that weekday."""
    if today is None or mention.day is None:
        return None
    for back in (0, 1, -1):
        month = today.month - back
        year = today.year + (month - 1) // 12
        found = _exact(year, (month - 1) % 12 + 1, mention.day)
        if found and mention.weekday in (None, found.weekday()) and abs((found - today).days) <= 31:
            return When(found.isoformat(), found.isoformat())
    return None


def _nearest_year(month: int, day: int, today: date | None) -> int | None:
    """The year in which the day is closest to the publication; news looks back further than ahead."""
    if today is None:
        return None
    years = (today.year - 1, today.year, today.year + 1)
    options = [(found, year) for year in years if (found := _exact(year, month, min(day, 28)))]
    near = [(abs((found - today).days) * (2 if found > today else 1), year) for found, year in options]
    return min(near)[1]


def _months(mention: DateMention, today: date | None) -> When | None:
    month = mention.month
    if month is None or mention.fiscal:
        return None
    year = mention.year
    last_month = mention.last_month or month
    if year is None and today is not None:
        if mention.shape == "months":
            year = today.year + (mention.shift or 0)
            if mention.shift is None and (year, month) > (today.year, today.month):
                year -= 1
        elif mention.shift is not None and mention.shift > 0:
            year = today.year + (month <= today.month)
        elif mention.shift == 0:
            year = today.year
        else:
            year = today.year - (month > today.month or (mention.shift == -1 and month == today.month))
    if year is None:
        return None
    final = year + (last_month < month)
    last_day = calendar.monthrange(final, last_month)[1]
    return When(f"{year:04}-{month:02}-01", f"{final:04}-{last_month:02}-{last_day:02}")


def _that_weekday(mention: DateMention, today: date | None) -> When | None:
    if today is None or mention.weekday is None:
        return None
    back = (today.weekday() - mention.weekday) % 7
    if mention.shift == 1:
        found = today + timedelta(days=7 - back if back else 7)
    elif mention.shift == -1:
        found = today - timedelta(days=back or 7)
    else:
        found = today - timedelta(days=back)
    return When(found.isoformat(), found.isoformat())


def _shifted(mention: DateMention, today: date | None) -> When | None:
    if today is None or mention.shift is None:
        return None
    shift = mention.shift
    match mention.unit:
        case "day":
            day = today + timedelta(days=shift)
            return When(day.isoformat(), day.isoformat())
        case "week" | "weekend":
            monday = today - timedelta(days=today.weekday()) + timedelta(weeks=shift)
            if mention.unit == "weekend":
                return When((monday + timedelta(days=5)).isoformat(), (monday + timedelta(days=6)).isoformat())
            return When(monday.isoformat(), (monday + timedelta(days=6)).isoformat())
        case "month":
            count = today.year * 12 + today.month - 1 + shift
            year, month = divmod(count, 12)
            last = calendar.monthrange(year, month + 1)[1]
            return When(f"{year:04}-{month + 1:02}-01", f"{year:04}-{month + 1:02}-{last:02}")
        case "quarter":
            count = today.year * 4 + (today.month - 1) // 3 + shift
            year, quarter = divmod(count, 4)
            last = calendar.monthrange(year, quarter * 3 + 3)[1]
            return When(f"{year:04}-{quarter * 3 + 1:02}-01", f"{year:04}-{quarter * 3 + 3:02}-{last:02}")
        case "year":
            return When(f"{today.year + shift:04}-01-01", f"{today.year + shift:04}-12-31")
        case "decade":
            decade = today.year - today.year % 10 + 10 * shift
            return When(f"{decade:04}-01-01", f"{decade + 9:04}-12-31")
        case "spring" | "summer" | "autumn" | "fall" | "winter":
            return _season(mention.unit, shift, today)
        case _:
            return None


def _season(unit: str, shift: int, today: date) -> When:
    """Northern seasons by whole months; "last summer" is the latest that is over."""
    first = {"spring": 3, "summer": 6, "autumn": 9, "fall": 9, "winter": 12}[unit]
    year = today.year
    if shift < 0 and (first + 2 >= today.month or first == 12):
        year -= 1
    if shift > 0 and first <= today.month:
        year += 1
    final, last = (year + 1, 2) if first == 12 else (year, first + 2)
    return When(f"{year:04}-{first:02}-01", f"{final:04}-{last:02}-{calendar.monthrange(final, last)[1]:02}")
