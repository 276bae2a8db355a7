"""Days, weeks, centuries and years written with numbers that no name of a month gives away.

The first week of May, the 18th century, week 31, the 80s, 4 to 22 this month, 11-16-2016, "on the 4th and the 22nd".
"""

from __future__ import annotations

from functools import cache

from checker.quantities.clock import time_end
from checker.quantities.nouns import noun_phrase
from checker.quantities.numerals import lexicon
from checker.quantities.scan import Sentence
from checker.rulebook.tables import table

__all__ = ["calendar_span"]

Span = tuple[int, int]


class _Lists:
    def __init__(self) -> None:
        dates, grammar = table("dates"), table("calendar")
        self.months = frozenset(dates["months"])
        self.weekdays = frozenset(dates["weekdays"]) | {f"{day}s" for day in dates["weekdays"] if day.endswith("day")}
        self.ages = frozenset(grammar["ages"])
        self.periods = frozenset(grammar["periods"])
        self.shifts = frozenset(dates["shifts"]) | frozenset(grammar["shifts"])
        self.joints = frozenset(grammar["joints"])
        self.openers = frozenset(grammar["openers"])
        self.ever = frozenset(grammar["ever"])
        self.later = frozenset(grammar["later"])
        self.numbered = frozenset(grammar["numbered"])
        self.never = frozenset(grammar["never"])
        self.keys = self.ages | self.periods | self.shifts | self.joints | self.weekdays | frozenset(grammar["keys"])


@cache
def _lists() -> _Lists:
    return _Lists()


def calendar_span(s: Sentence, i: int, date_end: int) -> Span | None:
    """The tokens of the date that the number at token `i` belongs to; `date_end` is the end of the date before it."""
    lists, words = _lists(), s.words
    before = words[i - 1] if i else ""
    if before in lists.numbered or (before == "the" and i > 1 and words[i - 2] in lists.weekdays):
        found = _after_name(s, i, lists)
        if found:
            return found
    if words[i].isdecimal():
        found = _digits(s, i, date_end, lists)
        if found:
            return found
    end, is_ordinal = _day(s, i)
    if not end:
        return None
    if before in lists.months and not words[i].isdecimal() and not is_ordinal and noun_phrase(s, end) is None:
        return (i, end) if words[end] not in ("-", "percent", "per") else None  # June twenty-three
    after = words[end] if words[end] != "-" else words[end + 1]
    if after not in lists.keys and not (after[:1].isdecimal() and words[end] == "-"):
        return None
    return _period(s, i, end, is_ordinal, lists) or _days(s, i, end, is_ordinal, lists)


def _day(s: Sentence, i: int) -> tuple[int, bool]:
    """End of the day of the month, or number of a period, that begins at token `i`, and whether it is an ordinal."""
    words, lex = s.words, lexicon()
    word = words[i]
    if word.isdecimal():
        if len(word) > 2 or not 0 < int(word) <= 31:
            return 0, False
        suffixed = words[i + 1] in ("st", "nd", "rd", "th") and s.glued(i)
        return i + 1 + suffixed, suffixed
    if word in ("twenty", "thirty"):
        k = i + 1 + (words[i + 1] == "-")
        if words[k] in lex.ordinals and lex.ordinals[words[k]] < 10:
            return k + 1, True
        return (k + 1, False) if words[k] in lex.ones else (i + 1, False)
    if word in lex.ordinals:
        return (i + 1, True) if lex.ordinals[word] < 31 else (0, False)
    return (i + 1, False) if word in lex.ones or word in lex.teens else (0, False)


def _closes(s: Sentence, k: int) -> bool:
    """Whether a clause ends at token `k`, so that nothing can be counted there."""
    word = s.words[k]
    return word in ("", ".", ",", ";", ":", "!", "?", ")", "–", "—") and not s.words[k + 1][:1].isdecimal()


def _after_name(s: Sentence, i: int, lists: _Lists) -> Span | None:
    """Week 31, quarter three, the year 987; Friday the fifteenth."""
    words = s.words
    end, _ = _day(s, i)
    before = words[i - 1]
    if before == "the":
        return (i, end) if end and _closes(s, end) else None
    if before == "year":
        known = words[i].isdecimal() and 3 <= len(words[i]) <= 4 and i > 1 and words[i - 2] not in lists.never
        return (i, i + 1) if known and words[i + 1] not in ("-", "%") and noun_phrase(s, i + 1) is None else None
    if before == "week" and words[i].isdecimal() and 31 < int(words[i]) <= 53:
        end = i + 1
    if not end or (words[end].isalpha() and noun_phrase(s, end) is not None) or words[end] in ("-", "%", "percent"):
        return None
    if before == "week":
        return (i - 1, end) if i < 2 or words[i - 2] not in lists.never else None
    is_part = before == "quarter" and (words[i] in ("one", "two", "three", "four") or words[i] in ("1", "2", "3", "4"))
    return (i - 1, end) if is_part else None


def _digits(s: Sentence, i: int, date_end: int, lists: _Lists) -> Span | None:
    """What only digits write: 11-16-2016, 11 / 2016, 8/2 - 8/5, the 80s."""
    words = s.words
    after = words[i + 1]
    if after == "s" and s.glued(i) and len(words[i]) == 2 and words[i][1] == "0":
        quoted = i > 0 and words[i - 1] in ("'", "’", "‘") and s.glued(i - 1)
        return (i - quoted, i + 2) if quoted or (i and words[i - 1] in lists.ever) else None
    if len(words[i]) > 2:
        return None
    value = int(words[i])
    if after in ("-", "/", "–") and words[i + 2].isdecimal():
        return _with_dashes(s, i, value, date_end, lists)
    if date_end and i == date_end + 1 and words[i - 1] in ("-", "/") and 0 < value <= 12:
        year = words[i - 2]
        follows = year.isdecimal() and len(year) == 4 and _closes(s, i + 1)
        return (i, i + 1) if follows else None  # 2016 / 11
    if not (i and words[i - 1] == "on" and 0 < value <= 31):
        return None
    at_hour = after == "at" and time_end(s, i + 2)
    after_hour = i > 1 and words[i - 2] in ("am", "pm", "m", ".") and _closes(s, i + 1)
    return (i, i + 1) if at_hour or after_hour else None


def _with_dashes(s: Sentence, i: int, value: int, date_end: int, lists: _Lists) -> Span | None:
    words = s.words
    second, joint = words[i + 2], words[i + 1]
    if 0 < value <= 12 and len(second) == 4 and second[:2] in ("19", "20") and _closes(s, i + 3):
        return i, i + 3  # 11/2016, 11 - 2016
    if not (s.glued(i) and s.glued(i + 1)):
        return None
    if words[i + 3] == joint == "-" and words[i + 4].isdecimal() and s.glued(i + 2) and s.glued(i + 3):
        low, high = sorted((value, int(second)))
        valid = 0 < low <= 12 and high <= 31 and len(words[i + 4]) == 4 and words[i + 4][:2] in ("19", "20")
        return (i, i + 5) if valid else None
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


def _period(s: Sentence, i: int, end: int, is_ordinal: bool, lists: _Lists) -> Span | None:
    """The 18th century, the first week of May, the third week next year; two Sundays ago."""
    words = s.words
    k = end + (words[end] == "-")
    if not is_ordinal:
        is_shift = words[k] in lists.weekdays and k == end and words[k + 1] in lists.later
        return (i, k + 2) if is_shift else None
    if words[k] in lists.ages:
        return i, k + 1
    if words[end] in ("and", "to", "or", "-"):  # the 18th and 19th centuries
        other, is_also = _day(s, end + 1 + (words[end + 1] == "the"))
        plural = words[other] if words[other] != "-" else words[other + 1]
        if is_also and plural in lists.ages:
            return i, end
    if words[k] not in lists.periods:
        return None
    k += 1
    joined = words[k] in ("of", "in")
    k += joined
    k += joined and words[k] == "the"
    if words[k] in lists.months and (joined or s.raw[k][0].isupper()):
        return i, k + 1 + (words[k + 1].isdecimal() and len(words[k + 1]) == 4)
    if words[k] in lists.shifts and words[k + 1] in ("week", "month", "year", "quarter", "season"):
        return i, k + 2
    if joined and words[k] in ("month", "year", "quarter", "season"):
        return i, k + 1
    year = joined and words[k].isdecimal() and len(words[k]) == 4 and words[k][:2] in ("18", "19", "20")
    return (i, k) if year else None


def _days(s: Sentence, i: int, end: int, is_ordinal: bool, lists: _Lists) -> Span | None:
    """From 4 to 22 this month, the 19th of next month, from the 4th to the 22nd, on the 16th and the 18th."""
    words = s.words
    last, both = end, False
    if words[end] in lists.joints or (words[end] == "-" and s.glued(end)):
        k = end + 1
        k += words[k] == "the"
        far, far_ordinal = _day(s, k)
        if far and (words[end] != "and" or is_ordinal or "between" in words[max(0, i - 2) : i]):
            last, both = far, is_ordinal and far_ordinal
    k = last + (words[last] in ("of", "in"))
    if words[k] in lists.shifts and words[k + 1] == "month" and (last > end or is_ordinal):
        return i, k + 2
    if k > last and is_ordinal and words[k : k + 2] == ["the", "month"]:
        return i, k + 2
    before = words[i - 1] if i and words[i - 1] != "the" else words[i - 2] if i > 1 else ""
    if both and before in lists.openers and _closes(s, last) and words[i].isdecimal():
        return i, last
    if is_ordinal and words[end] == "at" and before in ("on", "at") and time_end(s, end + 1):
        return i, end
    return None
