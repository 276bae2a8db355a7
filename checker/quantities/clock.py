"""Numbers that tell the time of day or the score of a match, vote or ruling."""

from __future__ import annotations

from functools import cache

from checker.quantities.nouns import noun_phrase
from checker.quantities.numerals import lexicon
from checker.quantities.scan import Sentence
from checker.rulebook.tables import table

__all__ = ["score_end", "time_end"]

_PARTS_TO = frozenset(("5", "10", "15", "20", "25", "five", "ten", "fifteen", "twenty"))
_LIMITS = frozenset(("at", "by", "until", "till", "before", "after"))
_DAYS = frozenset(("tonight", "today", "tomorrow", "yesterday", "sharp"))
_JOINTS = frozenset(("-", "–", "to", "and", "until", "till", "through"))


class _Lists:
    def __init__(self) -> None:
        data = table("clock")
        self.zones = frozenset(data["zones"])
        self.contests = frozenset(data["contests"])
        self.days = frozenset(data["days"])
        self.times = frozenset(data["times"])
        self.starts = frozenset(data["starts"])
        self.days_of_week = frozenset(table("dates")["weekdays"])
        self.months = frozenset(table("dates")["months"])


@cache
def _lists() -> _Lists:
    return _Lists()


def time_end(s: Sentence, i: int) -> int:
    """End of the clock time that begins at token `i`; 0 where none does.

    7:28 pm, 3 p.m., 1.05am, 19:30:15, 1730 GMT, five o'clock, half past eight, seven thirty p.m.
    """
    return _plain(s, i) or _by_context(s, i)


def _plain(s: Sentence, i: int) -> int:
    """End of the time that its own words give away; 0 where they don't."""
    words = s.words
    first = words[i]
    if first in ("half", "quarter"):
        k = i + 2
        if (
            words[i + 1] in ("past", "to")
            and (words[k].isdecimal() or words[k] in lexicon().small)
            and words[k + 1] not in ("percent", "%")
        ):
            return _tail(s, k + 1)
        return 0
    if not first[:1].isdecimal():
        return _spelled(s, i)
    j = i + 1
    if (
        first.isdecimal()
        and len(first) <= 2
        and words[j] == ":"
        and s.glued(i)
        and s.glued(j)
        and words[j + 1][:2].isdecimal()
    ):
        j += 2
        while words[j] == ":" and words[j + 1][:2].isdecimal() and s.glued(j):
            j += 2
        if words[j] == "." and words[j + 1].isdecimal() and s.glued(j):
            return 0  # 1:36.6 is a lap time
        return _tail(s, j)
    if "," in first:
        return 0
    if (
        words[j] in ("min", "minutes")
        and words[j + 1] in ("past", "to")
        and words[j + 2].isalnum()
        and words[j + 3] != "percent"
    ):
        k = j + 2
        if (words[k].isdecimal() and int(words[k]) <= 12) or words[k] in lexicon().small:
            return _tail(s, k + 1)
    if i > 1 and words[i - 1] == "at" and words[i - 2] in _lists().days and first.isdecimal() and int(first) <= 24:
        return j + (words[j] == "oclock")
    if (
        words[j] == "past"
        and first.isdecimal()
        and int(first) < 60
        and (words[j + 1].isdecimal() or words[j + 1] in lexicon().small)
    ):
        end = j + 2 + (words[j + 2] == "o'clock")
        return _tail(s, end) if words[end] not in ("percent", "%", "people") else 0
    in_the_morning = words[j] == "in" and words[j + 1] == "the" and words[j + 2] in _lists().days
    if in_the_morning and i and words[i - 1] in _lists().times and first.isdecimal() and int(first) <= 12:
        return j
    end = _meridiem(s, j)
    if end:
        return end
    if (
        words[j] in ("o'clock", "oclock")
        or (words[j] in ("gmt", "utc") and len(first) == 4)
        or (words[j] == "hrs" and len(first) == 4)
    ):
        return j + 1
    return 0


def _spelled(s: Sentence, i: int) -> int:
    words, small = s.words, lexicon().small
    j = i + 1
    if words[i] not in small:
        return 0
    if words[j] in ("o'clock", "oclock"):
        return j + 1
    if words[i] in ("twenty", "thirty", "forty", "fifty"):  # twenty-five past two
        rest = j + (words[j] == "-")
        if words[rest] in lexicon().ones and words[rest + 1] in ("past", "minutes", "to"):
            j = rest + 1
    k = j + (words[j] in ("minutes", "min"))
    if (words[k] == "past" or (words[k] == "to" and k > j)) and (words[k + 1] in small or words[k + 1].isdecimal()):
        return _tail(s, k + 2) if words[k + 2] not in ("percent", "%", "people") else 0
    if words[j] in small and words[j] not in ("zero",) and _meridiem(s, j + 1):
        return _meridiem(s, j + 1)
    return _meridiem(s, j) if words[j] in ("pm", "p", "a") else 0


def _tail(s: Sentence, j: int) -> int:
    """The end with "pm", "in the evening" left out, or the time zone behind."""
    end = _meridiem(s, j) or j
    if s.words[end] in _lists().zones:
        end += 1
    return end


def _meridiem(s: Sentence, j: int) -> int:
    words = s.words
    if words[j] in ("am", "pm"):
        return j + 1
    if words[j] in ("a", "p") and words[j + 1] == "." and words[j + 2] == "m":
        return j + 3 + (words[j + 3] == "." and s.glued(j + 2))
    if words[j] in ("p", "a") and words[j + 1] == "m" and (words[j] == "p" or not s.raw[j].isupper()):
        return j + 2
    return 0


def _hour(s: Sentence, i: int) -> int:
    """The hour that token `i` writes, 0 for none."""
    word = s.words[i]
    if word.isdecimal():
        return int(word) if len(word) < 3 and int(word) <= 12 else 0
    lex = lexicon()
    hour = int(lex.ones.get(word, 0) or lex.teens.get(word, 0))
    return hour if hour <= 12 else 0


def _closes(s: Sentence, k: int) -> bool:
    """Whether nothing that could be counted or measured follows at token `k`."""
    word = s.words[k]
    return word in ("", ".", ",", ";", ":", "!", "?", ")") and not s.words[k + 1][:1].isdecimal()


def _minutes(s: Sentence, j: int) -> int:
    """End of minutes in words after an hour: seven thirty, nine forty-five."""
    lex, words = lexicon(), s.words
    j += words[j] == "-" and s.glued(j) and words[j + 1] in lex.teens | lex.tens
    if words[j] in lex.tens and lex.tens[words[j]] < 60:
        k = j + 1 + (words[j + 1] == "-")
        return k + 1 if lex.ones.get(words[k]) else j + 1
    return j + 1 if words[j] in lex.teens else j


def _part_of_day(s: Sentence, j: int) -> bool:
    """Whether the words from token `j` on say which part of which day: tonight, this morning, in the evening."""
    words, lists = s.words, _lists()
    k = j + (words[j] == "on")
    if words[k] in lists.days_of_week or (k == j and words[k] in _DAYS):
        return True
    if k > j and (words[k] in lists.months or (words[k].isdecimal() and words[k + 1] in lists.months)):
        return True
    if words[j : j + 2] == ["local", "time"]:
        return True
    k = j + (2 if words[j : j + 2] == ["in", "the"] else words[j] in ("this", "that", "at"))
    return k > j and words[k] in ("morning", "afternoon", "evening", "night")


def _by_context(s: Sentence, i: int) -> int:
    """End of a time that only the words around it tell from a count: tonight at 8, starts at seven, 3 to 5 pm."""
    words, lists = s.words, _lists()
    first, before = words[i], words[i - 1] if i else ""
    j = i + 1
    if first.isdecimal() and len(first) == 4:
        return _of_four_digits(s, i, before)
    if before == "at" and words[j] == "to" and first in _PARTS_TO and _hour(s, j + 1) and _closes(s, j + 2):
        return j + 2
    hour = _hour(s, i)
    if not hour:
        return _with_letter(s, i, before) or _with_point(s, i, before)
    if words[j] in _JOINTS:
        end = _far_end(s, i)
        if end:
            return end
    if hour == 12 and words[j] in ("noon", "midnight"):
        return j + 1
    k = j + (words[j] == "-")
    if words[k] == "ish" and _closes(s, k + 1) and s.glued(k - 1):
        return k + 1
    if before in _JOINTS and i > 3 and _closes(s, j):
        if (words[i - 3] == ":" and words[i - 4].isdecimal()) or words[i - 2] in ("am", "pm"):
            return j  # 9:30 to 11
        if words[i - 4 : i - 2] == [".", "m"] and words[i - 5] in ("a", "p"):
            return j  # between 4 p.m. and 6
    letter = _with_letter(s, i, before)
    if letter:
        return letter
    j = _minutes(s, j)
    if before in lists.days and j > i + 1 and _closes(s, j):
        return j  # in the night six forty
    if not (before in lists.times or before == "it's"):
        return 0
    if _part_of_day(s, j) and words[j] != "on":
        return j
    has_minutes = j > i + 1
    if words[j] == "p" and s.glued(i) and _closes(s, j + 1):
        j += 1  # today at 9p
    if not _closes(s, j) or before != "at":
        return j if before in _LIMITS and (_part_of_day(s, j) or (before in ("until", "till") and _closes(s, j))) else 0
    day = words[i - 2] if i > 1 else ""
    dated = i > 2 and words[i - 3] in lists.months and day.isdecimal()
    return j if has_minutes or dated or day in lists.days or day in lists.days_of_week or day in lists.starts else 0


def _far_end(s: Sentence, i: int) -> int:
    """End of 3 to 5 pm, 3-5pm, 5 to 6:30: a far end that is a time."""
    words = s.words
    k = i + 2
    if words[k : k + 1] == ["the"] or not _hour(s, k):
        return 0
    j = k + 1
    if words[j] == ":" and s.glued(k) and s.glued(j) and words[j + 1].isdecimal() and len(words[j + 1]) == 2:
        return _tail(s, j + 2)
    if words[i + 1] == "and" and (i == 0 or words[i - 1] != "between"):
        return 0
    end = _meridiem(s, j)
    opened = i > 0 and words[i - 1] in ("from", "between")
    if end or not opened:
        return end
    of_day = i > 1 and words[i - 2] in _lists().days and _closes(s, j)
    return j if of_day or (words[j] != "on" and _part_of_day(s, j)) else 0


def _of_four_digits(s: Sentence, i: int, before: str) -> int:
    """1930 hours, at 0600."""
    word, after = s.words[i], s.words[i + 1]
    if int(word[:2]) > 24 or int(word[2:]) > 59 or not (before in _lists().times or word[0] == "0"):
        return 0
    if after in ("hours", "hrs", "gmt", "utc", "local"):
        return i + 1 + (after != "local")
    return i + 1 if word[0] == "0" and before in _lists().times else 0


def _with_letter(s: Sentence, i: int, before: str) -> int:
    """16h30; at 16h."""
    words, j = s.words, i + 1
    if words[j] != "h" or not s.glued(i) or not words[i].isdecimal() or int(words[i]) > 24:
        return 0
    if s.glued(j) and words[j + 1].isdecimal() and len(words[j + 1]) == 2 and int(words[j + 1]) < 60:
        return j + 2
    return j + 1 if before in ("at", "by", "until", "till") else 0


def _with_point(s: Sentence, i: int, before: str) -> int:
    """At 7.30 this morning."""
    hour, point, minutes = s.words[i].partition(".")
    if not point or len(minutes) != 2 or not minutes.isdecimal() or not hour.isdecimal() or len(hour) > 2:
        return 0
    written = int(hour) <= 24 and int(minutes) < 60 and before in _lists().times
    return i + 1 if written and (_part_of_day(s, i + 1) or s.words[i + 1] in _lists().zones) else 0


def score_end(s: Sentence, i: int) -> int:
    """End of the score that begins at token `i`; 0 where none does.

    3-2, 2-2, a 5-4 ruling: small numbers with a dash that go down, or that stand by the words of a contest.
    """
    words = s.words
    if not words[i].isdecimal() or len(words[i]) > 3:
        return 0
    j, count = i + 1, 0
    while (
        words[j] in ("-", "–")
        and words[j + 1].isdecimal()
        and len(words[j + 1]) <= 3
        and s.glued(j)
        and s.ends[j - 1] == s.starts[j]
    ):
        j, count = j + 2, count + 1
    if not count or words[j] == "/" or (words[i - 1] in ("$", "£", "€", "+", "(") and count > 1):
        return 0
    if count > 1:
        return j if count == 2 and len(words[i]) < 3 and len(words[i + 2]) < 3 else 0
    follow = words[j]
    if follow in ("%", "percent", "per", "-", "people", "years", "year") or (
        follow.isalpha() and s.ends[j - 1] == s.starts[j]
    ):
        return 0
    low, high = int(words[i]), int(words[i + 2])
    contests = _lists().contests
    phrase = noun_phrase(s, j)
    if low >= high:
        return j
    if contests.intersection(words[max(0, i - 6) : j + 6]) and (phrase is None or phrase.head in contests):
        return j
    return 0
