"""The weekday given with a date is the weekday of that date.

What it does
    Reads a weekday beside a date ("Wednesday, March 5, 2014", "Tuesday (June 4)", "Friday (7)") and looks it up
    in the calendar.  A year that is not written is taken from the date of publication, or else
    from the only full date of the text, when the date lies near it and neither its sentence names
    another year nor the weekday fits another year of the text.

Why it matters
    A wrong pair sends readers to the wrong day; one of the two figures is wrong, and nobody can tell which.

Flags
    Friday, June 8, 2013 (it was a Saturday).

Passes
    Friday, June 7, 2013; Friday (7) without a date of publication; a list of weekdays before a list of dates.

Options
    severity: of a date with its year; one whose year is inferred is a warning at most.

Measured precision
    9 of 9 findings right in 2,583 local-news articles; 5 of 5 in texts known to be wrong; none in
    161 right texts, corrections and traps; all of it was used in development.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date, timedelta

from checker.checks._calendar import DAY, MONTH, WEEKDAY, YEAR, month_number, published, real_date, weekday_number
from checker.checks._reading import Phrase, Reading, Sentence
from checker.records import Remark
from checker.rulebook import CheckSettings

__all__ = ["check"]

NEAR = 30
"""A date without a year is taken for the one nearest to publication if it lies within so many days of it."""
FIRST_YEAR = 1800
"""Older dates may follow the Julian calendar."""
NAMES = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")

_PART = r"(?:\s(?:morning|afternoon|evening|night))?"
_DATE = (
    rf"(?:(?P<m1>{MONTH})\.?\s(?P<d1>{DAY})|(?:the\s)?(?P<d2>{DAY})\s(?:of\s)?(?P<m2>{MONTH}))(?:,?\s(?P<y>{YEAR}))?\b"
)
_BEFORE = Phrase(rf"\b(?P<w>{WEEKDAY})\b{_PART}(?:,?\s|,?\s?\()(?:on\s)?(?:the\s)?{_DATE}\)?")
_AFTER = Phrase(rf"\b{_DATE}(?:\s\((?P<w>{WEEKDAY})\)|,\sa\s(?P<w2>{WEEKDAY})\b)")
_DAY_ONLY = Phrase(rf"\b(?P<w>{WEEKDAY}){_PART}\s\((?P<d>{DAY})\)")
_FULL = Phrase(rf"\b(?:({MONTH})\.?\s({DAY})|({DAY})\s({MONTH})),?\s({YEAR})\b")
_HINT = Phrase(r"day\W[^;:]{0,25}?\d|\d\W[^;:]{0,25}?day\b")
_LISTED_BEFORE = Phrase(rf"\b{WEEKDAY}\s?(?:,|-|–|—|/|&|and|or|to|through|until)\s?(?:on\s)?$")
_YEAR = Phrase(rf"(?<![\d,.$£€]){YEAR}")
_AHEAD = Phrase(r"\b<<ahead>>\b")
_GOES_ON = Phrase(r"\s?(?:-|–|/|&)\s?\d|\s(?:and|or)\s\d")


def check(page: Reading, setting: CheckSettings) -> Iterator[Remark]:
    """Weekdays that are not those of their dates."""
    for sentence in page.sentences:
        if not sentence.has("day") or not _HINT.search(sentence.text, sentence.start, sentence.end):
            continue
        seen: set[int] = set()
        for pattern in (_BEFORE, _AFTER):
            for match in pattern.finditer(sentence.text, sentence.start, sentence.end):
                if match.start() not in seen:
                    seen.add(match.start())
                    yield from _compare(page, sentence, match)
        for match in _DAY_ONLY.finditer(sentence.text, sentence.start, sentence.end):
            yield from _compare_day(page, sentence, match)


def _compare(page: Reading, sentence: Sentence, match: re.Match[str]) -> Iterator[Remark]:
    said = match["w"] or match["w2"]
    month, day = month_number(match["m1"] or match["m2"]), int(re.sub(r"\D", "", match["d1"] or match["d2"]))
    listed = _LISTED_BEFORE.search(sentence.text, max(match.start() - 24, sentence.start), match.start("w"))
    if listed or (_GOES_ON.match(sentence.text, match.end()) and not match["y"]):
        return
    written = match["y"]
    when = real_date(int(written), month, day) if written else _nearest(_reference(page), month, day)
    if (
        when is None
        or when.year < FIRST_YEAR
        or (not written and _is_of_another_year(page, sentence, when, weekday_number(said)))
        or when.weekday() == weekday_number(said)
    ):
        return
    is_known = written is not None
    yield Remark(
        verdict="calendar",
        message=f"“{match.group()}”: {when:%B} {when.day}, {when.year}, is a {NAMES[when.weekday()]}.",
        working=f"{when.isoformat()} = {NAMES[when.weekday()]}, not {NAMES[weekday_number(said)]}"
        + ("" if is_known else f" (year taken from {_reference(page)})"),
        spots=(page.stretch(sentence.field, match.start(), match.end()),),
        confidence=0.97 if is_known else 0.85,
        severity=None if is_known else "warning",
    )


def _compare_day(page: Reading, sentence: Sentence, match: re.Match[str]) -> Iterator[Remark]:
    known, day = published(page.page), int(re.sub(r"\D", "", match["d"]))
    if known is None:
        return
    around = [known + timedelta(days=step) for step in range(-31, 32)]
    candidates = [when for when in around if when.day == day]
    if not candidates or any(when.weekday() == weekday_number(match["w"]) for when in candidates):
        return
    nearest = min(candidates, key=lambda when: abs((when - known).days))
    yield Remark(
        verdict="calendar",
        message=f"“{match.group()}”: no {day}th around the date of publication is a {match['w']}.",
        working=f"{nearest.isoformat()} = {NAMES[nearest.weekday()]}, not {NAMES[weekday_number(match['w'])]}",
        spots=(page.stretch(sentence.field, match.start(), match.end()),),
        confidence=0.8,
        severity="warning",
    )


def _is_of_another_year(page: Reading, sentence: Sentence, when: date, weekday: int) -> bool:
    """Whether the year inferred is in doubt.

    It is where the sentence names another, where the weekday fits the date in another year that the text names, and
    where a date that follows publication is told as past.
    """
    known = _reference(page)
    is_later = known is not None and when > known and published(page.page) is not None
    if is_later and not _AHEAD.search(sentence.text, sentence.start, sentence.end):
        return True
    if any(int(year) != when.year for year in _YEAR.findall(sentence.text, sentence.start, sentence.end)):
        return True
    named = {int(year) for year in _YEAR.findall(page.article.text)} - {when.year}
    others = [real_date(year, when.month, when.day) for year in sorted(named)]
    return any(other is not None and other.weekday() == weekday for other in others)


def _reference(page: Reading) -> date | None:
    """The day of publication, or else the only full date of the text."""
    known = published(page.page)
    if known is not None:
        return known
    written = {match.groups() for match in _FULL.finditer(page.article.text)}
    if len(written) != 1:
        return None
    m1, d1, d2, m2, year = next(iter(written))
    return real_date(int(year), month_number(m1 or m2), int(re.sub(r"\D", "", d1 or d2)))


def _nearest(known: date | None, month: int, day: int) -> date | None:
    """The date of that day and month nearest to publication, None where it is not plainly meant."""
    if known is None:
        return None
    dates = [when for year in (-1, 0, 1) if (when := real_date(known.year + year, month, day))]
    nearest = min(dates, key=lambda when: abs((when - known).days), default=None)
    return nearest if nearest is not None and abs((nearest - known).days) <= NEAR else None
