"""Numbers that may be days of a month, and the words around them."""

from __future__ import annotations

from functools import cache

from checker.quantities.numerals import lexicon
from checker.quantities.scan import Sentence
from checker.rulebook.tables import table

__all__ = ["DayWords", "closes", "day_at", "day_words"]


class DayWords:
    """Words that make a number beside them part of a date."""

    def __init__(self) -> None:
        dates, grammar = table("dates"), table("calendar")
        self.months = frozenset(dates["months"])
        self.weekdays = frozenset(dates["weekdays"]) | {f"{day}s" for day in dates["weekdays"] if day.endswith("day")}
        self.ages = frozenset(grammar["ages"])
        self.periods = frozenset(grammar["periods"])
        self.lengths = frozenset(grammar["lengths"])
        self.ranks = frozenset(grammar["ranks"])
        self.of_records = frozenset(grammar["of_records"])
        self.contests = frozenset(table("clock")["contests"])
        self.years = frozenset(grammar["years"])
        self.shifts = frozenset(dates["shifts"]) | frozenset(grammar["shifts"])
        self.joints = frozenset(grammar["joints"])
        self.openers = frozenset(grammar["openers"])
        self.ever = frozenset(grammar["ever"])
        self.later = frozenset(grammar["later"])
        self.numbered = frozenset(grammar["numbered"])
        self.never = frozenset(grammar["never"])
        self.keys = self.ages | self.periods | self.shifts | self.joints | self.weekdays | frozenset(grammar["keys"])


@cache
def day_words() -> DayWords:
    """The words of English."""
    return DayWords()


def day_at(s: Sentence, i: int) -> tuple[int, bool]:
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


def closes(s: Sentence, k: int) -> bool:
    """Whether a clause ends at token `k`, so that nothing can be counted there."""
    word = s.words[k]
    return word in ("", ".", ",", ";", ":", "!", "?", ")", "–", "—") and not s.words[k + 1][:1].isdecimal()
