"""A date exists in the calendar.

What it does
    Looks every day of a month up in the calendar: June 31, February 30, and February 29 of a year without one.

Why it matters
    Readers cannot keep a deadline that does not exist.

Flags
    Replies are due by April 31.

Passes
    February 29, 2024; a text that says there was no such day; "May 40" as in 40 people.

Options
    severity.

Measured precision
    No finding in 2,583 local-news articles; 3 of 3 right in texts known to be wrong; none in
    161 right texts, corrections and traps; all of it was used in development.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from checker.checks._calendar import DAY, MONTH, YEAR, month_number, real_date
from checker.checks._reading import Phrase, Reading
from checker.records import Remark
from checker.rulebook import CheckSettings

__all__ = ["check"]

_SHORT = "(?:Feb(?:ruary)?|Apr(?:il)?|June?|Sept?(?:ember)?|Nov(?:ember)?)"
_DATE = Phrase(
    rf"\b(?:(?P<m1>{_SHORT})\.?\s(?P<d1>{DAY})|(?P<d2>{DAY})\s(?:of\s)?(?P<m2>{_SHORT}))\b(?:,?\s(?P<y>{YEAR}))?"
)
_BEYOND = Phrase(
    rf"\b(?:(?:3[2-9]|[4-9]\d)(?:st|nd|rd|th)\s(?:of\s)?{MONTH}"
    rf"|{MONTH}\.?\s(?:3[2-9]|[4-9]\d)(?:st|nd|rd|th|,\s{YEAR}))\b"
)
_MONTHS = ("Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec")
_HINT = Phrase(r"(?:[23][019]|3[2-9]|[4-9]\d)(?:st|nd|rd|th)?\b")
_DENIED = Phrase(
    r"\b(?:no|not|never|without|doesn't|does not|didn't|non-existent|nonexistent|fictional|mythical|joke|there's)\b",
    re.I,
)
_NAMED = Phrase(r"^\s(?:people|men|women|were|was|and\s\d|dead|percent|per\scent|points)\b|^[-–]\d")
LAST = 31


def check(page: Reading, setting: CheckSettings) -> Iterator[Remark]:
    """Dates that no calendar has."""
    if not _HINT.search(page.article.text) and not _HINT.search(page.article.title or ""):
        return
    for sentence in page.sentences:
        if not sentence.has(*_MONTHS) or not _HINT.search(sentence.text, sentence.start, sentence.end):
            continue
        for beyond in _BEYOND.finditer(sentence.text, sentence.start, sentence.end):
            yield Remark(
                verdict="calendar",
                message=f"There is no “{beyond.group()}”.",
                working="no month has more than 31 days",
                spots=(page.stretch(sentence.field, beyond.start(), beyond.end()),),
                confidence=0.93,
            )
        for match in _DATE.finditer(sentence.text, sentence.start, sentence.end):
            written = match["d1"] or match["d2"]
            month, day = month_number(match["m1"] or match["m2"]), int(re.sub(r"\D", "", written))
            year = int(match["y"]) if match["y"] else 2000
            if not 29 <= day <= LAST or real_date(year, month, day) is not None:
                continue
            if _NAMED.match(sentence.text[match.end() : match.end() + 12]):
                continue
            if _DENIED.search(sentence.text, sentence.start, sentence.end):
                continue
            yield Remark(
                verdict="calendar",
                message=f"There is no “{match.group()}”.",
                working=f"the month has {_length(year, month)} days" + (f" in {year}" if match["y"] else ""),
                spots=(page.stretch(sentence.field, match.start(), match.end()),),
                confidence=0.96,
            )


def _length(year: int, month: int) -> int:
    return next(day for day in (31, 30, 29, 28) if real_date(year, month, day))
