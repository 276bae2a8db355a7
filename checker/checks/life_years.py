"""An age fits the years of a life that stand beside it.

What it does
    Compares "The writer (1920–1985) died at the age of 75" and "born in 1980 and was 14 when she won in 2001" with the
    years between, or one less where the birthday was still ahead.

Why it matters
    Two years and an age are all that most readers keep of a life, and the text itself proves one of them wrong.

Flags
    The writer (1920–1985) died at the age of 75.

Passes
    The poet (1931–1990) was 58 when she died; an age at another time of the life.

Options
    severity.

Measured precision
    No finding yet in 2,583 local-news articles or in texts known to be wrong; none in
    161 right texts, corrections and traps; all of it was used in development.
"""

from __future__ import annotations

from collections.abc import Iterator

from checker.checks._calendar import DAY, MONTH, YEAR
from checker.checks._reading import Phrase, Reading, Sentence
from checker.records import Remark
from checker.rulebook import CheckSettings

__all__ = ["check"]

_LIFE = Phrase(
    r"\((?P<a>1\d{3}|20\d\d)\s?[–-]\s?(?P<b>1\d{3}|20\d\d)\)[^.;:()\d]{0,60}?"
    r"\b(?:died|dead|killed|death)\b[^.;:()\d]{0,25}?(?:\bage\sof|\baged?|\bat)\s(?P<age>\d{1,3})\b(?![\d:,])"
)


_WAS = Phrase(
    r"\((?P<a>1\d{3}|20\d\d)\s?[–-]\s?(?P<b>1\d{3}|20\d\d)\),?\s[^.;:()\d]{0,60}?\b(?:was|aged)\s(?P<age>\d{1,3})(?=[.,;]|$)"
)
_WHEN_IN = Phrase(
    rf"\b[Bb]orn\s(?:on\s(?:{MONTH}\.?\s{DAY},?|{DAY}\s{MONTH})\s|in\s(?:{MONTH}\s)?)(?P<a>{YEAR})\b[^.;:()\d]{{0,40}}?\b(?:was|is|will\sbe|turned|turns|aged)\s(?:just\s|only\s)?"
    rf"(?P<age>\d{{1,2}})\s(?:when\s[^.;:()\d]{{0,50}}?)?in\s(?P<b>{YEAR})\b"
)


def check(page: Reading, setting: CheckSettings) -> Iterator[Remark]:
    """Ages that do not fit the years beside them."""
    for sentence in page.text:
        if sentence.has("("):
            yield from _life(page, sentence, _LIFE)
            yield from _life(page, sentence, _WAS)
        if sentence.has("orn in", "orn on"):
            yield from _life(page, sentence, _WHEN_IN)


def _life(page: Reading, sentence: Sentence, pattern: Phrase) -> Iterator[Remark]:
    """As in "The writer (1920–1985) died at the age of 65"; "born in 1990 and was 14 when she won in 2010"."""
    for match in pattern.finditer(sentence.text, sentence.start, sentence.end):
        years, said = int(match["b"]) - int(match["a"]), int(match["age"])
        if 0 < years < 120 and said not in (years, years - 1):
            yield Remark(
                verdict="calendar",
                message=f"From {match['a']} to {match['b']} a life is {years - 1} or {years}, not {said}.",
                working=f"{match['b']} − {match['a']} = {years} (or {years - 1}), not {said}",
                spots=(
                    page.stretch("text", match.start("age"), match.end("age")),
                    page.stretch("text", match.start("a"), match.end("b")),
                ),
                confidence=0.92,
            )
