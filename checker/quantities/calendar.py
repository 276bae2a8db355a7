"""Days, weeks, centuries and years written with numbers that no name of a month gives away.

The first week of May, the 18th century, week 31, the 80s, 4 to 22 this month, 11-16-2016, "on the 4th and the 22nd".
"""

from __future__ import annotations

from checker.quantities.clock import time_end
from checker.quantities.days import DayWords, closes, day_at, day_words
from checker.quantities.digit_dates import digit_date
from checker.quantities.nouns import noun_phrase
from checker.quantities.scan import Sentence

__all__ = ["calendar_span"]

Span = tuple[int, int]


def calendar_span(s: Sentence, i: int, date_end: int) -> Span | None:
    """The tokens of the date that the number at token `i` belongs to; `date_end` is the end of the date before it."""
    lists, words = day_words(), s.words
    before = words[i - 1] if i else ""
    if before in lists.numbered or before in lists.weekdays or before in ("the", ","):
        found = _after_name(s, i, lists)
        if found:
            return found
    if words[i].isdecimal():
        found = digit_date(s, i, date_end, lists)
        if found:
            return found
    end, is_ordinal = day_at(s, i)
    if not end:
        return None
    if before in lists.months and not words[i].isdecimal() and not is_ordinal and noun_phrase(s, end) is None:
        return (i, end) if words[end] not in ("-", "percent", "per") else None  # June twenty-three
    after = words[end] if words[end] != "-" else words[end + 1]
    is_first = words[i] == "first"
    if after not in lists.keys and not is_first and not (after[:1].isdecimal() and words[end] == "-"):
        return None
    return _period(s, i, end, is_ordinal, lists) or _days(s, i, end, is_ordinal, lists)


def _after_name(s: Sentence, i: int, lists: DayWords) -> Span | None:
    """Week 31, quarter three, the year 987; Friday the fifteenth; March, 3rd; "on the twenty-second"."""
    words = s.words
    end, is_ordinal = day_at(s, i)
    before = words[i - 1]
    if before not in lists.numbered:
        return (i, end) if end and closes(s, end) and _is_named(s, i, end, is_ordinal, lists) else None
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


def _is_named(s: Sentence, i: int, end: int, is_ordinal: bool, lists: DayWords) -> bool:
    """Whether a weekday, a month or "on the" before the number at token `i` makes it a day."""
    words, before = s.words, s.words[i - 1]
    earlier = words[i - 2] if i > 1 else ""
    if before == ",":
        return is_ordinal and words[i].isdecimal() and earlier in lists.months
    if before != "the" or earlier in lists.weekdays:
        return earlier != "of" or before != "the"
    return is_ordinal and not words[i].isdecimal() and words[i] not in lists.ranks and earlier in lists.openers


def _period(s: Sentence, i: int, end: int, is_ordinal: bool, lists: DayWords) -> Span | None:
    """The 18th century, the first week of May, the second week next year; two Sundays ago."""
    words = s.words
    k = end + (words[end] == "-")
    if not is_ordinal:
        is_shift = words[k] in lists.weekdays and k == end and words[k + 1] in lists.later
        return (i, k + 2) if is_shift else None
    if words[k] in lists.ages:
        return i, k + 1
    if words[end] in ("and", "to", "or", "-"):  # the 18th and 19th centuries
        other, is_also = day_at(s, end + 1 + (words[end + 1] == "the"))
        plural = words[other] if words[other] != "-" else words[other + 1]
        if is_also and (plural in lists.ages or plural.removesuffix("s") in lists.periods):
            k = other + 1
            return (i, end) if plural in lists.ages or words[k] in ("of", "in") else None
    length = words[k + 1].removesuffix("s")
    if words[i] == "first" and length in lists.lengths and day_at(s, k)[0] == k + 1:
        k += 1  # the first two weeks of May
    elif words[k].removesuffix("s") not in lists.periods:
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


def _days(s: Sentence, i: int, end: int, is_ordinal: bool, lists: DayWords) -> Span | None:
    """From 4 to 22 this month, the 19th of next month, from the 4th to the 22nd, on the 16th and the 18th."""
    words = s.words
    last, both = end, False
    if words[end] in lists.joints or (words[end] == "-" and s.glued(end)):
        k = end + 1
        k += words[k] == "the"
        far, far_ordinal = day_at(s, k)
        if far and (words[end] != "and" or is_ordinal or "between" in words[max(0, i - 2) : i]):
            last, both = far, is_ordinal and far_ordinal
    k = last + (words[last] in ("of", "in"))
    sure = last > end or is_ordinal or (k > last and i > 0 and words[i - 1] == "the")
    if words[k] in lists.shifts and words[k + 1] == "month" and sure:
        return i, k + 2
    if k > last and is_ordinal and words[k : k + 2] == ["the", "month"]:
        return i, k + 2
    before = words[i - 1] if i and words[i - 1] != "the" else words[i - 2] if i > 1 else ""
    of_month = last > end and before == "between" and i > 1 and words[i - 2] in lists.months
    if ((both and before in lists.openers) or of_month) and closes(s, last) and words[i].isdecimal():
        return i, last
    if is_ordinal and words[end] == "at" and before in ("on", "at") and time_end(s, end + 1):
        return i, end
    return None
