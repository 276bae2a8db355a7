"""Dates that begin with digits: 2024-03-11, 3/11/2024, 2019-21, the 1990s, "on the 5th", and bare years."""

from __future__ import annotations

import re

from checker.language.calendar_words import Calendar, DateMention, number_in

__all__ = ["numeric_date"]


def numeric_date(words: Calendar, text: str, start: int, end: int) -> DateMention | None:
    """The date that the digits between two offsets write, if they do."""
    token = text[start:end]
    if len(token) < 6 and token.count("/") == 1:
        return _day_and_month(words, text, start, end)
    if token[-1] in "tdh":
        return _nth(words, text, start, end)
    if "/" in token and "." in token:
        return None  # "24.5/2016"
    year_leads, year_ends = token[4:5] == "/" and token[:4].isdigit(), token[-5:-4] == "/" and token.count("/") == 1
    if year_leads or year_ends:
        return _year_and_month(token, start, end)
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
        day = number_in(iso["day"])
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
    loose = _LOOSE_ISO.match(text, end)
    if loose and 1 <= int(loose[1]) <= 12 and 1 <= int(loose[2]) <= 31:  # 2018-5-3
        close = loose.end()
        return DateMention(
            start=start,
            end=close,
            text=text[start:close],
            shape="day",
            year=year,
            month=int(loose[1]),
            day=int(loose[2]),
        )
    full = words.month_and_day_after.match(text, end)
    if full:  # 2019-Sep-03
        close, number = full.end(), words.months[full["month"].lower()]
        return DateMention(
            start=start,
            end=close,
            text=text[start:close],
            shape="day",
            year=year,
            month=number,
            day=int(full["day"]),
        )
    if text[max(0, start - 5) : start].lower().endswith(("mid-", "pre-", "post-")):
        return DateMention(start=start, end=end, text=token, shape="year", year=year)
    before = text[start - 1 : start]
    if (before in "$£€.,-/:#@" and before) or not _is_year(words, text, start, end, year):
        return None
    month = words.month_after.match(text, end)
    if month and month["month"].lower() not in words.doubtful:
        close = month.end()
        number = words.months[month["month"].lower()]
        return DateMention(start=start, end=close, text=text[start:close], shape="month", year=year, month=number)
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


def _day_and_month(words: Calendar, text: str, start: int, end: int) -> DateMention | None:
    """On 4/22, on 22/04: a date without its year, after a word of time only, for it may be a fraction."""
    a, b = (int(part) for part in text[start:end].split("/"))
    month, day = (a, b) if a <= 12 else (b, a)
    if not words.on_the.search(text, max(0, start - 12), start) or not (1 <= month <= 12 and 1 <= day <= 31):
        return None
    if a < b and b in (2, 3, 4, 5, 6, 8, 10, 16):
        return None  # "by 1/4 point"
    if text[end : end + 1].isalnum() or text[end : end + 3].strip()[:2] in ("of", "%"):
        return None
    return DateMention(start=start, end=end, text=text[start:end], shape="day", month=month, day=day)


def _nth(words: Calendar, text: str, start: int, end: int) -> DateMention | None:
    """On the 5th; by the 22nd of next month."""
    of_month = words.of_month.match(text, end)
    on_the = words.on_the.search(text, max(0, start - 12), start)
    if (of_month is None and on_the is None) or int(text[start : end - 2]) > 31:
        return None
    if of_month is None and text[end : end + 1] not in ("", ".", ",", ";", "!", "?", ")"):
        return None
    close = of_month.end() if of_month else end
    return DateMention(start=start, end=close, text=text[start:close], shape="day", day=int(text[start : end - 2]))


def _year_and_month(token: str, start: int, end: int) -> DateMention | None:
    """2016/11, 11/2016, 2015/08/12."""
    parts = [int(part) for part in token.split("/")]
    year, month = (parts[0], parts[1]) if parts[0] > 31 else (parts[-1], parts[0])
    day = parts[2] if len(parts) == 3 and parts[0] > 31 else None
    if (
        not (1400 <= year < 2100 and 1 <= month <= 12)
        or (day is not None and not 1 <= day <= 31)
        or (len(parts) == 3 and day is None)
    ):
        if len(parts) == 2 and parts[1] == (year + 1) % 100 and 1900 <= year < 2100:  # 2018/19
            return DateMention(start=start, end=end, text=token, shape="year", year=year, last_year=year + 1)
        return _slashes(token, start, end, parts)
    return DateMention(
        start=start, end=end, text=token, shape="day" if day else "month", year=year, month=month, day=day
    )


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


def _is_year(words: Calendar, text: str, start: int, end: int, year: int) -> bool:
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
    if next_word == "over" and _OVER.match(text, end):
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
    if _PARTITIVE.match(text, end) or (year < 1500 and word not in words.surely_before_year):
        return False
    if word == "to" and len(before) > 1 and before[0].split()[-1].lower() in words.rises:
        return False
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


_OVER = re.compile(r"\s+over\s+\d+\s*(?:[.,;!?]|$)")
_LOOSE_ISO = re.compile(r"-(\d{1,2})-(\d{1,2})(?![\d-])")
_PARTITIVE = re.compile(r"\s+of\s+(?:them|those|these|the|whom|which|its|his|her|their)\b")
_PLURAL = re.compile(r"[a-z]{2,}(?<![su'’i])s$|people|men|women|children|police|troops|pounds")


def _counts(word: str) -> bool:
    return (
        bool(word)
        and word.islower()
        and bool(_PLURAL.fullmatch(word))
        and word not in ("was", "has", "his", "its", "as", "is", "says")
    )
