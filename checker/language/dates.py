"""Dates in text: where they stand, and which days they mean given the day of publication.

`find` reads what is written ("Monday, March 11", "last week", "the first nine months of 2024"); `resolve` makes days
of it.  A weekday is the latest such day up to the publication, as news agencies write it, unless the text says "next".
"""

from __future__ import annotations

import calendar
import re
from datetime import date, timedelta
from functools import cache
from typing import Any, Literal

import re2
from msgspec import Struct

from checker.records import When
from checker.rulebook.tables import table

__all__ = ["DateMention", "find", "resolve", "weekday_of"]

Shape = Literal["day", "month", "year", "weekday", "relative", "months"]


class DateMention(Struct, frozen=True, kw_only=True):
    """A date as written.  What the text leaves open is None; `last_*` are the far end of a range, where one is given."""

    start: int
    end: int
    text: str
    shape: Shape
    year: int | None = None
    month: int | None = None
    day: int | None = None
    weekday: int | None = None
    """Monday is 0."""
    last_year: int | None = None
    last_month: int | None = None
    last_day: int | None = None
    shift: int | None = None
    """How far before (negative) or after the present a relative date lies, in `unit`; for a weekday -1, 0 or 1."""
    unit: str | None = None
    fiscal: bool = False
    """A fiscal year or quarter: its days depend on the company or country."""


class _Calendar:
    def __init__(self) -> None:
        data = table("dates")
        self.months: dict[str, int] = data["months"]
        self.doubtful = frozenset(data["doubtful"])
        self.weekdays: dict[str, int] = data["weekdays"]
        self.short = frozenset(data["short"])
        self.days: dict[str, int] = data["days"]
        self.units: dict[str, str] = data["units"]
        self.shifts: dict[str, int] = data["shifts"]
        self.ordinals: dict[str, int] = {str(k): v for k, v in data["ordinals"].items()}
        self.numbers: dict[str, int] = data["numbers"]
        self.before_year = frozenset(data["before_year"])
        self.amounts = frozenset(data["amounts"])
        self.seasons = frozenset(data["seasons"])
        month = "|".join(sorted(self.months, key=lambda w: (-len(w), w)))
        weekday = "|".join(sorted(self.weekdays, key=lambda w: (-len(w), w)))
        shift = "|".join(sorted(self.shifts))
        unit = "|".join(sorted(self.units, key=lambda w: (-len(w), w)))
        ordinal = "|".join(sorted(self.ordinals, key=lambda w: (-len(w), w)))
        number = "|".join(sorted(self.numbers))
        self.anchor: Any = re2.compile(
            rf"(?i)\b(?:{month}|{weekday}|{'|'.join(sorted(self.days))}|ago|quarter|half|q[1-4]|(?:{shift})\s(?:{unit}|few|two)s?)\b"
            r"|\b(?:1[4-9]|20)\d\d(?:s\b|\b)|\b\d{1,2}[/.]\d{1,2}[/.]\d{2,4}\b|\bmonths\b"
        )
        day = r"(?:[12]\d|3[01]|0?[1-9])(?:st|nd|rd|th)?"
        join = r"\s*(?:-|–|—|to|and|through|until|&)\s*(?:the\s)?"
        year = r"(?:1[4-9]|20)\d\d"
        self.after_month = re.compile(
            rf"\.?\s+(?:the\s)?(?P<day>{day})(?![\d/:%]|[.,]\d|\s?(?:percent|per\s?cent|million|billion|people|p\.?m|a\.?m))"
            rf"(?:{join}(?:(?P<month2>{month})\.?\s+)?(?P<day2>{day})(?![\d/:]|[.,]\d|\s?(?:percent|million|people)))?(?:,?\s+(?P<year>{year})(?!\d))?",
            re.I,
        )
        self.month_year = re.compile(rf"\.?,?\s+(?:of\s)?(?P<year>{year})(?![\d,]\d)", re.I)
        self.month_range = re.compile(rf"\.?{join}(?P<month2>{month})\b(?:\.?,?\s+(?P<year>{year})\b)?", re.I)
        self.year_after = re.compile(rf",?\s+(?P<year>{year})(?![\d,]\d)")
        self.day_before = re.compile(rf"(?:(?P<day1>{day}){join})?(?P<day>{day})(?:\s+of)?[\s-]+$", re.I)
        self.weekday_before = re.compile(rf"(?P<weekday>{weekday})\.?,?\s*\(?(?:the\s)?$", re.I)
        self.shift_before = re.compile(rf"\b(?P<shift>{shift})\s+$", re.I)
        self.ago_before = re.compile(rf"(?P<n>\d+|a|an|{number})\s+(?P<unit>day|week|month|year|decade)s?\s+$", re.I)
        self.part_before = re.compile(rf"\b(?P<which>{ordinal})[\s-]+(?:fiscal[\s-]+)?$", re.I)
        self.months_before = re.compile(rf"\bfirst\s+(?P<n>\d+|{number})\s+$", re.I)
        self.of_year = re.compile(
            rf"\s+(?:of\s+)?(?P<fiscal>fiscal\s+(?:year\s+)?)?(?:(?P<year>{year})\b|(?P<shift>last|this|next)\s+year)",
            re.I,
        )
        self.in_brackets = re.compile(rf"\.?\s*\((?:(?P<month>{month})\.?\s+)?(?P<day>{day})\)", re.I)
        self.iso = re.compile(r"-(?P<month>0[1-9]|1[0-2])(?:-(?P<day>[0-3]\d))?(?![\d-])")
        self.year_range = re.compile(rf"\s?[-–/]\s?(?P<year>{year}|\d\d)(?![\d,%])")


@cache
def _calendar() -> _Calendar:
    return _Calendar()


def find(text: str) -> list[DateMention]:
    """Every date of the text, in order, none inside another."""
    words = _calendar()
    found: list[DateMention] = []
    done = 0
    for start, end in _anchors(words, text):
        if start < done:
            continue
        mention = _read(words, text, start, end, done)
        if mention is not None:
            found.append(mention)
            done = mention.end
    return found


def _anchors(words: _Calendar, text: str) -> list[tuple[int, int]]:
    data = text.encode()
    if len(data) == len(text):
        return [m.span() for m in words.anchor.finditer(data)]
    spans: list[tuple[int, int]] = []
    byte = offset = 0
    for match in words.anchor.finditer(data):
        start, end = match.span()
        offset += len(data[byte:start].decode())
        length = len(data[start:end].decode())
        byte = start
        spans.append((offset, offset + length))
    return spans


def _read(words: _Calendar, text: str, start: int, end: int, done: int) -> DateMention | None:
    word = text[start:end].lower()
    if word[0].isdigit():
        return _numeric(words, text, start, end)
    if word in words.months:
        return _month(words, text, start, end, done)
    if word in words.weekdays:
        return _weekday(words, text, start, end, done)
    if word in words.days:
        return DateMention(
            start=start, end=end, text=text[start:end], shape="relative", shift=words.days[word], unit="day"
        )
    if word == "ago":
        return _ago(words, text, start, end, done)
    if word in ("quarter", "half") or (word[0] == "q" and word[1:].isdigit()):
        return _part_of_year(words, text, start, end, done)
    if word == "months":
        return _first_months(words, text, start, end, done)
    return _relative(words, text, start, end, word)


def _number(text: str | None) -> int | None:
    return int(re.sub(r"\D", "", text)) if text else None


def _month(words: _Calendar, text: str, start: int, end: int, done: int) -> DateMention | None:
    name = text[start:end]
    if name.islower() and name.lower() in words.doubtful and not text[end : end + 3].strip(" .")[:1].isdigit():
        if not words.day_before.search(text, max(done, start - 16), start):
            return None
    month = words.months[name.lower()]
    begin, weekday = start, None
    before = words.weekday_before.search(text, max(done, start - 16), start)
    if before:
        begin, weekday = before.start(), words.weekdays[before["weekday"].lower()]
    after = words.after_month.match(text, end)
    if after:
        return _day_after_month(words, text, begin, after, month, weekday)
    ahead = words.day_before.search(text, max(done, start - 16), start)
    if ahead and not (ahead.start() and text[ahead.start() - 1] in "$£€.,:/-"):
        follow = words.year_after.match(text, end)
        begin = ahead.start()
        before = words.weekday_before.search(text, max(done, begin - 16), begin)
        if before:
            begin, weekday = before.start(), words.weekdays[before["weekday"].lower()]
        close = follow.end() if follow else end
        first, day = _number(ahead["day1"]), _number(ahead["day"])
        return DateMention(
            start=begin,
            end=close,
            text=text[begin:close],
            shape="day",
            year=_number(follow["year"]) if follow else None,
            month=month,
            day=first or day,
            weekday=weekday,
            last_day=day if first else None,
            last_month=month if first else None,
        )
    with_year = words.month_year.match(text, end)
    if with_year:
        close = with_year.end()
        return DateMention(
            start=start, end=close, text=text[start:close], shape="month", year=int(with_year["year"]), month=month
        )
    through = words.month_range.match(text, end)
    if through and name[0].isupper():
        close = through.end()
        return DateMention(
            start=start,
            end=close,
            text=text[start:close],
            shape="month",
            year=_number(through["year"]),
            month=month,
            last_month=words.months[through["month2"].lower()],
        )
    shift = words.shift_before.search(text, max(done, start - 12), start)
    if shift:
        start = shift.start()
        return DateMention(
            start=start,
            end=end,
            text=text[start:end],
            shape="month",
            month=month,
            shift=words.shifts[shift["shift"].lower()],
        )
    if name[0].islower() or (name.lower() in words.doubtful and not _after_time_word(words, text, start)):
        return None
    return DateMention(start=start, end=end, text=name, shape="month", month=month)


def _day_after_month(
    words: _Calendar, text: str, begin: int, after: re.Match[str], month: int, weekday: int | None
) -> DateMention:
    day, last = _number(after["day"]), _number(after["day2"])
    last_month = words.months[after["month2"].lower()] if after["month2"] else month if last else None
    return DateMention(
        start=begin,
        end=after.end(),
        text=text[begin : after.end()],
        shape="day",
        year=_number(after["year"]),
        month=month,
        day=day,
        weekday=weekday,
        last_month=last_month,
        last_day=last,
    )


def _after_time_word(words: _Calendar, text: str, start: int) -> bool:
    before = text[max(0, start - 12) : start].split()
    return bool(before) and before[-1].lower() in words.before_year


def _weekday(words: _Calendar, text: str, start: int, end: int, done: int) -> DateMention | None:
    name = text[start:end].lower()
    if text[start].islower() and name in words.short:
        return None
    weekday = words.weekdays[name]
    bracket = words.in_brackets.match(text, end)
    if bracket:
        month = words.months[bracket["month"].lower()] if bracket["month"] else None
        return DateMention(
            start=start,
            end=bracket.end(),
            text=text[start : bracket.end()],
            shape="day",
            month=month,
            day=_number(bracket["day"]),
            weekday=weekday,
        )
    rest = text[end : end + 14].lstrip("., \t").lower()
    if any(rest.startswith(month) for month in words.months) or (rest[:1].isdigit() and _day_month(words, text, end)):
        return None  # the month reads it with its weekday
    if name in words.short and text[end : end + 1] not in ".,":
        return None
    shift = words.shift_before.search(text, max(done, start - 12), start)
    begin = shift.start() if shift else start
    return DateMention(
        start=begin,
        end=end,
        text=text[begin:end],
        shape="weekday",
        weekday=weekday,
        shift=words.shifts[shift["shift"].lower()] if shift else None,
    )


def _day_month(words: _Calendar, text: str, end: int) -> bool:
    match = re.match(r"[.,\s]*\d{1,2}(?:st|nd|rd|th)?(?:\s+of)?\s+([A-Za-z]+)", text[end : end + 30])
    return bool(match) and match is not None and match[1].lower() in words.months


def _numeric(words: _Calendar, text: str, start: int, end: int) -> DateMention | None:
    token = text[start:end]
    if "/" in token or "." in token:
        parts = [int(p) for p in re.split(r"[/.]", token)]
        return _slashes(token, start, end, parts)
    if token.endswith("s"):
        decade = int(token[:4])
        last = decade + 9 if decade % 10 == 0 else None  # "2018s" is a possessive that lost its apostrophe
        return DateMention(start=start, end=end, text=token, shape="year", year=decade, last_year=last)
    year = int(token)
    iso = words.iso.match(text, end)
    if iso and (iso["day"] or not text[end + 3 : end + 4].isdigit()):
        day = _number(iso["day"])
        if day is not None or text[max(0, start - 1) : start] != "-":
            return DateMention(
                start=start,
                end=iso.end(),
                text=text[start : iso.end()],
                shape="day" if day else "month",
                year=year,
                month=int(iso["month"]),
                day=day,
            )
    before = text[start - 1 : start]
    if (before in "$£€.,-/:#@" and before) or not _is_year(words, text, start, end, year):
        return None
    through = words.year_range.match(text, end)
    if through:
        last = int(through["year"])
        last = last if last > 99 else year - year % 100 + last
        if year < last <= year + 30:
            return DateMention(
                start=start,
                end=through.end(),
                text=text[start : through.end()],
                shape="year",
                year=year,
                last_year=last,
            )
    return DateMention(start=start, end=end, text=token, shape="year", year=year)


def _slashes(token: str, start: int, end: int, parts: list[int]) -> DateMention | None:
    if len(parts) != 3:
        return None
    a, b, year = parts
    if "." in token and len(token.split(".")[2]) not in (2, 4):
        return None
    year += 2000 if year < 70 else 1900 if year < 100 else 0
    month, day = (a, b) if a <= 12 and "/" in token else (b, a)
    if not (1 <= month <= 12 and 1 <= day <= 31):
        return None
    return DateMention(start=start, end=end, text=token, shape="day", year=year, month=month, day=day)


def _is_year(words: _Calendar, text: str, start: int, end: int, year: int) -> bool:
    """A number of four digits is a year after a word of time, in brackets, or where nothing is counted."""
    tail = text[end : end + 2]
    if (tail[:1] in "%°" and tail[:1]) or (tail[:1] in ".," and tail[1:2].isdigit()) or tail[:1].isalpha():
        return False
    before = text[max(0, start - 14) : start].rstrip(" -").rsplit(None, 1)
    word = before[-1].lower().strip("(,‘'“\"") if before else ""
    follow = re.match(r"\s+([A-Za-z'’-]+)", text[end : end + 24])
    next_word = follow[1] if follow else ""
    if next_word in ("block", "blk"):
        return False
    if word in words.seasons:
        return True
    if (
        before
        and before[-1][0].isupper()
        and text[start - 1 : start] == " "
        and word not in words.before_year
        and not before[-1].endswith(("(", ","))
    ):
        return word in words.months or word in words.weekdays  # "Belt 2024" is a name
    if word == "of" and len(before) > 1 and before[0].split()[-1].lower() in words.amounts:
        return False
    if word in words.before_year:
        from_to = word in (
            "from",
            "to",
            "by",
            "and",
            "than",
            "or",
            "of",
            "the",
            "for",
            "on",
            "around",
            "under",
            "after",
        )
        return not (from_to and _counts(next_word)) and not (
            word in ("than", "around", "under") and next_word.islower()
        )
    if 1900 <= year <= 2060:
        return not _counts(next_word) and word not in (
            "no",
            "number",
            "room",
            "flight",
            "route",
            "about",
            "nearly",
            "almost",
            "over",
            "least",
            "approximately",
        )
    return False


_PLURAL = re.compile(r"[a-z]{2,}(?<![su'’i])s$|people|men|women|children|police|troops|pounds")


def _counts(word: str) -> bool:
    return (
        bool(word)
        and word.islower()
        and bool(_PLURAL.fullmatch(word))
        and word not in ("was", "has", "his", "its", "as", "is", "says")
    )


def _ago(words: _Calendar, text: str, start: int, end: int, done: int) -> DateMention | None:
    before = words.ago_before.search(text, max(done, start - 28), start)
    if before is None:
        return None
    n = words.numbers.get(before["n"].lower()) or (1 if before["n"].lower() in ("a", "an") else int(before["n"]))
    begin = before.start()
    return DateMention(
        start=begin, end=end, text=text[begin:end], shape="relative", shift=-n, unit=before["unit"].lower()
    )


def _part_of_year(words: _Calendar, text: str, start: int, end: int, done: int) -> DateMention | None:
    word = text[start:end].lower()
    begin, length = start, 6 if word == "half" else 3
    if word[0] == "q" and word != "quarter":
        which = int(word[1])
    else:
        before = words.part_before.search(text, max(done, start - 16), start)
        if before is None:
            return None
        which, begin = words.ordinals[before["which"].lower()], before.start()
        if before["which"].lower() in ("last", "final") and word == "half":
            which = 2
    of_year = words.of_year.match(text, end)
    if word == "half" and (of_year is None or which > 2):
        return None
    if word != "half" and of_year is None and text[begin : begin + 4].lower() == "last":
        return DateMention(start=begin, end=end, text=text[begin:end], shape="relative", shift=-1, unit="quarter")
    close = of_year.end() if of_year else end
    shift = words.shifts[of_year["shift"].lower()] if of_year and of_year["shift"] else None
    first = (which - 1) * length + 1
    return DateMention(
        start=begin,
        end=close,
        text=text[begin:close],
        shape="months",
        year=_number(of_year["year"]) if of_year else None,
        month=first,
        last_month=first + length - 1,
        shift=shift,
        unit="year" if shift is not None else None,
        fiscal=bool(of_year and of_year["fiscal"]),
    )


def _first_months(words: _Calendar, text: str, start: int, end: int, done: int) -> DateMention | None:
    before = words.months_before.search(text, max(done, start - 20), start)
    if before is None:
        return None
    n = words.numbers.get(before["n"].lower()) or int(before["n"])
    if not 1 <= n <= 12:
        return None
    of_year = words.of_year.match(text, end)
    close = of_year.end() if of_year else end
    shift = words.shifts[of_year["shift"].lower()] if of_year and of_year["shift"] else None
    begin = before.start()
    return DateMention(
        start=begin,
        end=close,
        text=text[begin:close],
        shape="months",
        year=_number(of_year["year"]) if of_year else None,
        month=1,
        last_month=n,
        shift=shift,
        unit="year" if shift is not None else None,
    )


def _relative(words: _Calendar, text: str, start: int, end: int, word: str) -> DateMention | None:
    first, unit = word.split()[0], word.split()[-1]
    if unit in ("few", "two") or unit not in words.units:
        return None
    return DateMention(
        start=start, end=end, text=text[start:end], shape="relative", shift=words.shifts[first], unit=words.units[unit]
    )


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
    """Monday (19): the nearest month in which that day is that weekday."""
    if today is None or mention.day is None:
        return None
    for back in (0, 1, -1):
        month = today.month - back
        year = today.year + (month - 1) // 12
        found = _exact(year, (month - 1) % 12 + 1, mention.day)
        if found and found.weekday() == mention.weekday and abs((found - today).days) <= 31:
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
