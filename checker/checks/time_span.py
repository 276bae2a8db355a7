"""A span of time fits the dates at its ends.

What it does
    Compares "on Dec. 30, 1950 ... on Dec. 22, 2012, 63 years later" and "from 1337 to 1453, lasted 116 years" with
    the years between; "20th anniversary of the 2003 storm" with the year of publication.  Counting both ends is
    allowed, and so is a year rounded from months.

Why it matters
    Anniversaries are why such stories are written, and the sum is seldom done again.

Flags
    The ship sank on May 1, 1990. On March 1, 2020, 31 years later, divers found it.

Passes
    nearly 62 years later; a war from 1337 to 1453 that lasted 116 years; an almanac in its 210th issue.

Options
    severity.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from checker.checks._calendar import DAY, MONTH, YEAR, month_number, published
from checker.checks._reading import Reading, Sentence
from checker.records import Remark
from checker.rulebook import CheckSettings

__all__ = ["check"]

_FULL = rf"(?:(?:{MONTH})\.?\s(?:{DAY}),?\s|(?:{DAY})\s(?:{MONTH})\s|(?:in|of|since)\s)(?:{YEAR})"
_DATE = re.compile(rf"\b{_FULL}\b")
_LATER = re.compile(r"\b(?P<n>\d{1,3})\syears?\s(?:later|after)\b")
_HINT = re.compile(r"\d years?\b[\s,.)]|anniversary of")
_HEDGED = re.compile(r"\b(?:nearly|almost|about|around|some|than|over|under|roughly|least)\s$")
_LASTED = re.compile(
    rf"\bfrom\s(?P<a>{YEAR})\s(?:to|until)\s(?P<b>{YEAR})\b[^.;:()\d]{{0,40}}?(?:,\s|\()(?:which\s)?(?:lasted|a\speriod\sof|a\sspan\sof|or)?\s?(?P<n>\d{{1,3}})\syears\b"
)
_ANNIVERSARY = re.compile(
    rf"\b(?P<n>\d{{1,3}})(?:st|nd|rd|th)\sanniversary\sof\s[^.;:()\d]{{0,60}}?(?:(?P<m>{MONTH})\.?\s(?:{DAY}),?\s)?(?:of\s|in\s|\()?(?P<y>{YEAR})\b"
)
_HEDGED_FROM = re.compile(r"\b(?:next|last|will|upcoming|ahead of|planned|preparing)\b", re.I)


def check(page: Reading, setting: CheckSettings) -> Iterator[Remark]:
    """Spans that are not those between their dates."""
    text = page.article.text
    if not _HINT.search(text):
        return
    before: Sentence | None = None
    for sentence in page.text:
        if _HINT.search(text, sentence.start, sentence.end):
            yield from _sentence(page, sentence, before)
        before = sentence


def _sentence(page: Reading, sentence: Sentence, before: Sentence | None) -> Iterator[Remark]:
    for match in _LATER.finditer(sentence.text, sentence.start, sentence.end):
        yield from _later(page, sentence, before, match)
    for match in _LASTED.finditer(sentence.text, sentence.start, sentence.end):
        years = int(match["b"]) - int(match["a"])
        if abs(int(match["n"]) - years) > 1:
            yield _remark(page, match, int(match["n"]), years, f"{match['b']} − {match['a']}")
    for match in _ANNIVERSARY.finditer(sentence.text, sentence.start, sentence.end):
        yield from _anniversary(page, sentence, match)


def _later(page: Reading, sentence: Sentence, before: Sentence | None, match: re.Match[str]) -> Iterator[Remark]:
    dates = list(_DATE.finditer(sentence.text, sentence.start, sentence.end))
    if len(dates) == 1 and before is not None:
        dates = [*_DATE.finditer(before.text, before.start, before.end), *dates]
    if len(dates) != 2:
        return
    if not 0 <= abs(match.start() - dates[1].end()) <= 25 and not 0 <= dates[1].start() - match.end() <= 25:
        return
    first, second = (_when(found.group()) for found in dates)
    low, high = second[0] - first[1], second[1] - first[0]
    said = int(match["n"])
    hedged = _HEDGED.search(sentence.text, max(sentence.start, match.start() - 12), match.start())
    reach = 1.0 if hedged else 0.08
    if high <= 0 or low - 0.5 - reach <= said <= high + reach:
        return
    span = f"{low:.0f}" if high - low < 0.5 else f"{low:.0f} to {high:.0f}"
    yield Remark(
        verdict="calendar",
        message=f"From {dates[0].group()} to {dates[1].group()} is {_length(low, high)}, not {said}.",
        working=f"{dates[1].group()} − {dates[0].group()} = {_length(low, high)}, not {said}",
        spots=(
            page.stretch("text", match.start("n"), match.end("n")),
            *(page.stretch("text", found.start(), found.end()) for found in dates),
        ),
        confidence=0.88 if span else 0.8,
    )


def _length(low: float, high: float) -> str:
    middle = (low + high) / 2
    return f"{middle:.1f} years" if high - low < 0.01 else f"about {middle:.0f} years"


def _when(written: str) -> tuple[float, float]:
    """The first and last moment that a written date may mean, in years."""
    year = int(written[-4:])
    month = re.search(MONTH, written)
    if month is None:
        return year, year + 0.999
    day = re.search(r"\b(\d{1,2})\b", written[:-4])
    begin = year + (month_number(month.group()) - 1) / 12
    return (begin, begin + 1 / 12) if day is None else (begin + int(day[1]) / 372, begin + int(day[1]) / 372)


def _anniversary(page: Reading, sentence: Sentence, match: re.Match[str]) -> Iterator[Remark]:
    known = published(page.page)
    if known is None or _HEDGED_FROM.search(sentence.text, sentence.start, sentence.end):
        return
    years = known.year - int(match["y"])
    if abs(int(match["n"]) - years) > 1 and years > 0:
        yield _remark(page, match, int(match["n"]), years, f"{known.year} − {match['y']}")


def _remark(page: Reading, match: re.Match[str], said: int, years: int, sum_shown: str) -> Remark:
    return Remark(
        verdict="calendar",
        message=f"“{' '.join(match.group().split())}”: the years between are {years}, not {said}.",
        working=f"{sum_shown} = {years}, not {said}",
        spots=(page.stretch("text", match.start(), match.end()),),
        confidence=0.8,
        severity="warning",
    )
