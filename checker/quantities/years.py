"""Years and decades in words: nineteen ninety-nine, twenty twenty-four, the nineteen seventies, "in two thousand"."""

from __future__ import annotations

from functools import cache

from checker.quantities.numerals import Numeral, lexicon
from checker.quantities.scan import Sentence
from checker.rulebook.tables import table

__all__ = ["is_year", "year_end"]

FIRST, LAST = 1990, 2060
"""A full number in words is a year between these, after a word of time."""


@cache
def _lists() -> tuple[frozenset[str], frozenset[str], frozenset[str]]:
    dates = table("dates")
    return frozenset(dates["centuries"]), frozenset(dates["decades"]), frozenset(dates["surely_before_year"])


def year_end(s: Sentence, i: int) -> int:
    """End of the year in two halves, or of the decade, that begins at token `i`; 0 where none does."""
    words, lex = s.words, lexicon()
    centuries, decades, _ = _lists()
    if words[i] not in centuries:
        return 0
    j = i + 1 + (words[i + 1] == "-" and words[i] != "twenty")
    if words[i] == "twenty" and words[j] == "-" and words[j + 1] in decades:
        j += 1
    if words[j] in decades:
        return j + 1
    if words[j] == "zero" and words[j + 1] in lex.ones:
        return j + 2
    if words[j] in lex.tens:
        k = j + 1 + (words[j + 1] == "-")
        end = k + 1 if words[k] in lex.ones else j + 1
    elif words[j] in lex.teens:
        end = j + 1
    else:
        return 0
    return 0 if words[end] == "-" or words[end] in lex.scales or words[end] in lex.hundreds else end


def is_year(s: Sentence, number: Numeral, after_date: bool) -> bool:
    """Whether a full number in words is a year: after a date, or after "in" and with no noun behind it."""
    if number.form != "words" or number.low != number.high or not FIRST <= number.low <= LAST:
        return False
    before = s.words[number.start - 1] if number.start else ""
    return not s.words[number.end][:1].isalpha() and (after_date or before in _lists()[2])
