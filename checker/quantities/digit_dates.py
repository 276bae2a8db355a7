"""Dates that only digits write: 11-16-2016, 11 / 2016, 8/2 - 8/5, the 80s, FY19, 500 BC."""

from __future__ import annotations

from checker.quantities.clock import time_end
from checker.quantities.days import DayWords, closes
from checker.quantities.nouns import noun_phrase
from checker.quantities.scan import Sentence

__all__ = ["digit_date"]

Span = tuple[int, int]
_QUOTES = ("'", "’", "‘")
_ERAS = ("BC", "BCE", "AD", "CE")


def digit_date(s: Sentence, i: int, date_end: int, lists: DayWords) -> Span | None:
    """What only digits write: 11-16-2016, 11 / 2016, 8/2 - 8/5, the 80s."""
    words = s.words
    after = words[i + 1]
    if after == "s" and s.glued(i) and len(words[i]) == 2 and words[i][1] == "0":
        quoted = i > 0 and words[i - 1] in ("'", "’", "‘") and s.glued(i - 1)
        return (i - quoted, i + 2) if quoted or (i and words[i - 1] in lists.ever) else None
    before = words[i - 1] if i else ""
    if (before == "fy" and len(words[i]) in (2, 4)) or (before == "ad" and s.raw[i - 1] == "AD"):
        return i - 1, i + 1
    if s.raw[i + 1] in _ERAS and not s.glued(i):
        return i, i + 2
    if before in _QUOTES and len(words[i]) == 2:
        return _short_year(s, i, date_end, lists)
    if len(words[i]) > 2:
        old = len(words[i]) == 4 and words[i][0] == "1" and before in ("in", "since", "circa") and closes(s, i + 1)
        return (i, i + 1) if old else None
    value = int(words[i])
    if date_end and 0 < value <= 31 and _is_next_day(s, i, date_end):
        return i, i + 1
    if after in ("-", "/", "–") and words[i + 2].isdecimal():
        return _with_dashes(s, i, value, date_end, lists)
    if date_end and i == date_end + 1 and words[i - 1] in ("-", "/") and 0 < value <= 12:
        year = words[i - 2]
        follows = year.isdecimal() and len(year) == 4 and closes(s, i + 1)
        return (i, i + 1) if follows else None  # 2016 / 11
    if not (i and words[i - 1] == "on" and 0 < value <= 31):
        return None
    at_hour = after == "at" and time_end(s, i + 2)
    after_hour = i > 1 and words[i - 2] in ("am", "pm", "m", ".") and closes(s, i + 1)
    return (i, i + 1) if at_hour or after_hour else None


def _is_no_record(s: Sentence, i: int, lists: DayWords) -> bool:
    """Whether 9-18-15 at token `i` can't be wins, losses and ties."""
    words, before = s.words, s.words[i - 1] if i else ""
    if before in lists.openers:
        return True
    return before not in lists.of_records and not s.raw[i - 1][:1].isupper() and lists.contests.isdisjoint(words)


def _short_year(s: Sentence, i: int, date_end: int, lists: DayWords) -> Span | None:
    """In '18, the class of '98, June '19."""
    words, quote = s.words, i - 1
    before = words[quote - 1] if quote else ""
    if not s.glued(quote) or (quote and s.glued(quote - 1)) or words[i + 1] in _QUOTES or words[i + 1] == '"':
        return None
    known = before in lists.years or before in lists.months or (before == "," and date_end == quote - 1)
    known = known or (date_end > 0 and date_end == quote)
    return (quote, i + 1) if known and (noun_phrase(s, i + 1) is None or before in lists.months) else None


def _is_next_day(s: Sentence, i: int, date_end: int) -> bool:
    """Whether the number goes on a list of days: May 15, 16 and 17; May 15 or 16."""
    words = s.words
    last = words[date_end - 1]
    if words[date_end:i] not in ([","], ["and"], ["or"], [",", "and"]) or not last.isdecimal() or len(last) > 2:
        return False
    goes_on = closes(s, i + 1) or (words[i + 1] in ("and", ",") and words[i + 2].isdecimal())
    return int(last) < int(words[i]) and goes_on and not (words[i + 1] == "," and words[i + 2][:2] in ("19", "20"))


def _with_dashes(s: Sentence, i: int, value: int, date_end: int, lists: DayWords) -> Span | None:
    words = s.words
    second, joint = words[i + 2], words[i + 1]
    if 0 < value <= 12 and len(second) == 4 and second[:2] in ("19", "20") and closes(s, i + 3):
        return i, i + 3  # 11/2016, 11 - 2016
    if not (s.glued(i) and s.glued(i + 1)):
        return None
    if words[i + 3] == joint == "-" and words[i + 4].isdecimal() and s.glued(i + 2) and s.glued(i + 3):
        low, high = sorted((value, int(second)))
        year = words[i + 4]
        known = year[:2] in ("19", "20") if len(year) == 4 else len(year) == 2 and _is_no_record(s, i, lists)
        return (i, i + 5) if 0 < low <= 12 and high <= 31 and known else None
    weekday = words[i - 1] if i and words[i - 1] != "(" else words[i - 2] if i > 1 else ""
    if joint == "/" and weekday in lists.weekdays and 0 < min(value, int(second)) <= 12 and words[i + 3] != "/":
        return (i, i + 3) if max(value, int(second)) <= 31 else None  # Sunday 4/22
    k = i + 4
    if joint == "/" and i == date_end + 1 and words[i - 1] in lists.joints and words[date_end - 2] == "/":
        valid = 0 < value <= 31 and 0 < int(second) <= 31 and min(value, int(second)) <= 12 and words[i + 3] != "/"
        return (i, i + 3) if valid else None  # from 11/2 to 11/5
    pair = joint == "/" and words[i + 3] in ("-", "–", "to", "until", "through") and words[k].isdecimal()
    if pair and words[k + 1] == "/" and words[k + 2].isdecimal() and s.glued(k) and s.glued(k + 1):
        parts = [value, int(second), int(words[k]), int(words[k + 2])]
        months, days = (parts[0::2], parts[1::2]) if max(parts[0::2]) <= 12 else (parts[1::2], parts[0::2])
        is_fraction = value < parts[1] and parts[1] in (2, 3, 4, 8, 16, 32)
        valid = min(parts) > 0 and max(months) <= 12 and max(days) <= 31 and not is_fraction and words[k + 3] != "/"
        return (i, k + 3) if valid else None
    return None
