"""Where dates stand in text, and what is written there.

"Monday, March 11", "last week", "the first nine months of 2024".
"""

from __future__ import annotations

import re
from functools import lru_cache

from checker.language.calendar_words import Calendar, DateMention, calendar_words, number_in
from checker.language.numeric_dates import numeric_date

__all__ = ["DateMention", "find"]

_GLUED = re.compile(r"\d{1,2}(?:st|nd|rd|th)?([a-z]{3,})")
_FIRST_NAME = re.compile(r" [A-Z][a-z]+\b")


def find(text: str) -> list[DateMention]:
    """Every date of the text, in order, none inside another."""
    return list(_found(text))


@lru_cache(maxsize=8)
def _found(text: str) -> tuple[DateMention, ...]:
    words = calendar_words()
    found: list[DateMention] = []
    done = 0
    for start, end in _anchors(words, text):
        if start < done:
            continue
        mention = _read(words, text, start, end, done)
        if mention is not None:
            found.append(mention)
            done = mention.end
    return tuple(found)


def _anchors(words: Calendar, text: str) -> list[tuple[int, int]]:
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


def _read(words: Calendar, text: str, start: int, end: int, done: int) -> DateMention | None:
    word = text[start:end].lower()
    glued = _GLUED.match(word)
    if glued:
        return _month(words, text, start + glued.start(1), start + glued.end(1), done)
    if word[0].isdigit():
        return numeric_date(words, text, start, end)
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


def _day(words: Calendar, text: str | None) -> int | None:
    """The day of the month in digits or as an ordinal in words."""
    if not text or text[0].isdigit():
        return number_in(text)
    parts = text.lower().replace("-", " ").split()
    tens = {"twenty": 20, "thirty": 30}.get(parts[0], 0) if len(parts) > 1 else 0
    return tens + (words.spelled.get(parts[-1]) or words.numbers[parts[-1]])


def _month(words: Calendar, text: str, start: int, end: int, done: int) -> DateMention | None:
    name = text[start:end]
    if name.islower() and name in words.doubtful and not _beside_day(words, text, start, end, done):
        return None
    month = words.months[name.lower()]
    begin, weekday = start, None
    before = words.weekday_before.search(text, max(done, start - 16), start)
    if before:
        begin, weekday = before.start(), words.weekdays[before["weekday"].lower()]
    after = words.after_month.match(text, end)
    if after:
        return _day_after_month(words, text, begin, after, month, weekday)
    ahead = words.day_before.search(text, max(done, start - 28), start)
    if ahead and not (ahead.start() and text[ahead.start() - 1] in "$£€.,:/-"):
        follow = words.year_after.match(text, end)
        begin = ahead.start()
        before = words.weekday_before.search(text, max(done, begin - 16), begin)
        if before:
            begin, weekday = before.start(), words.weekdays[before["weekday"].lower()]
        close = follow.end() if follow else end
        first, day = _day(words, ahead["day1"]), _day(words, ahead["day"] or ahead["word"])
        return DateMention(
            start=begin,
            end=close,
            text=text[begin:close],
            shape="day",
            year=number_in(follow["year"]) if follow else None,
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
            year=number_in(through["year"]),
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
    if (
        name.lower() in words.doubtful
        and _FIRST_NAME.match(text, end)
        and not _after_time_word(words, text, start, surely=True)
    ):
        return None  # "and June Hobbs"
    return DateMention(start=start, end=end, text=name, shape="month", month=month)


def _beside_day(words: Calendar, text: str, start: int, end: int, done: int) -> bool:
    before = words.day_before.search(text, max(done, start - 28), start)
    return before is not None or words.after_month.match(text, end) is not None


def _day_after_month(
    words: Calendar, text: str, begin: int, after: re.Match[str], month: int, weekday: int | None
) -> DateMention:
    day, last = _day(words, after["day"]), _day(words, after["day2"])
    last_month = words.months[after["month2"].lower()] if after["month2"] else month if last else None
    return DateMention(
        start=begin,
        end=after.end(),
        text=text[begin : after.end()],
        shape="day",
        year=number_in(after["year"]),
        month=month,
        day=day,
        weekday=weekday,
        last_month=last_month,
        last_day=last,
    )


def _after_time_word(words: Calendar, text: str, start: int, *, surely: bool = False) -> bool:
    before = text[max(0, start - 12) : start].split()
    return bool(before) and before[-1].lower() in (words.surely_before_year if surely else words.before_year)


def _weekday(words: Calendar, text: str, start: int, end: int, done: int) -> DateMention | None:
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
            day=_day(words, bracket["day"]),
            weekday=weekday,
        )
    after = words.after_weekday.match(text, end)
    if after and not _day_month(words, text, end):
        close = after.end()
        day = _day(words, after["day"] or after["word"])
        return DateMention(start=start, end=close, text=text[start:close], shape="day", day=day, weekday=weekday)
    if words.month_and_day.match(text, end) or _day_month(words, text, end):
        return None  # the month reads it with its weekday
    if name in words.short and text[end : end + 1] not in ".,":
        return None
    shift = words.shift_before.search(text, max(done, start - 12), start)
    begin = shift.start() if shift else start
    nth = words.part_before.search(text, max(done, start - 10), start) if shift is None else None
    if nth:  # "the first Sunday of May": which day, the month tells
        begin = nth.start()
        return DateMention(start=begin, end=end, text=text[begin:end], shape="relative", weekday=weekday)
    return DateMention(
        start=begin,
        end=end,
        text=text[begin:end],
        shape="weekday",
        weekday=weekday,
        shift=words.shifts[shift["shift"].lower()] if shift else None,
    )


def _day_month(words: Calendar, text: str, end: int) -> bool:
    match = re.match(r"[.,\s]*\d{1,2}(?:st|nd|rd|th)?(?:\s+of)?\s+([A-Za-z]+)", text[end : end + 30])
    return bool(match) and match is not None and match[1].lower() in words.months


def _ago(words: Calendar, text: str, start: int, end: int, done: int) -> DateMention | None:
    before = words.ago_before.search(text, max(done, start - 28), start)
    if before is None:
        return None
    n = words.numbers.get(before["n"].lower()) or (1 if before["n"].lower() in ("a", "an") else int(before["n"]))
    begin = before.start()
    return DateMention(
        start=begin, end=end, text=text[begin:end], shape="relative", shift=-n, unit=before["unit"].lower()
    )


def _part_of_year(words: Calendar, text: str, start: int, end: int, done: int) -> DateMention | None:
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
        year=number_in(of_year["year"]) if of_year else None,
        month=first,
        last_month=first + length - 1,
        shift=shift,
        unit="year" if shift is not None else None,
        fiscal=bool(of_year and of_year["fiscal"]),
    )


def _first_months(words: Calendar, text: str, start: int, end: int, done: int) -> DateMention | None:
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
        year=number_in(of_year["year"]) if of_year else None,
        month=1,
        last_month=n,
        shift=shift,
        unit="year" if shift is not None else None,
    )


def _relative(words: Calendar, text: str, start: int, end: int, word: str) -> DateMention | None:
    first, unit = word.split()[0], word.split()[-1]
    if unit in ("few", "two") or unit not in words.units:
        return None
    return DateMention(
        start=start, end=end, text=text[start:end], shape="relative", shift=words.shifts[first], unit=words.units[unit]
    )
