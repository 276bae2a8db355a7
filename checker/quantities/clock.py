"""Numbers that tell the time of day or the score of a match, vote or ruling."""

from __future__ import annotations

from functools import cache

from checker.quantities.nouns import noun_phrase
from checker.quantities.numerals import lexicon
from checker.quantities.scan import Sentence
from checker.rulebook.tables import table

__all__ = ["score_end", "time_end"]


class _Lists:
    def __init__(self) -> None:
        data = table("clock")
        self.zones = frozenset(data["zones"])
        self.contests = frozenset(data["contests"])
        self.days = frozenset(data["days"])
        self.times = frozenset(data["times"])


@cache
def _lists() -> _Lists:
    return _Lists()


def time_end(s: Sentence, i: int) -> int:
    """End of the clock time that begins at token `i`; 0 where none does.

    7:28 pm, 3 p.m., 1.05am, 19:30:15, 1730 GMT, five o'clock, half past eight, seven thirty p.m.
    """
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
        words[j] == "o'clock"
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
    if words[j] == "o'clock":
        return j + 1
    k = j + (words[j] in ("minutes", "min"))
    if words[k] == "past" and (words[k + 1] in small or words[k + 1].isdecimal()):
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
    if words[j] == "p" and words[j + 1] == "m":
        return j + 2
    return 0


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
    if not count or (words[i - 1] in ("$", "£", "€", "+", "(") and count > 1):
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
