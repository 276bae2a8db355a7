"""The ages of one life fit the years in which they are told.

What it does
    Collects, from one sentence and the one after it that goes on with "he" or "she", every age with its year: a birth,
    "in 1985, when he was 22", "died in 2004 at the age of 73", an age beside the name with the day of publication.
    Each allows two years of birth; two of them that allow none in common contradict each other.

Why it matters
    Ages are in every obituary, and a wrong one often means a wrong date.

Flags
    He joined the firm in 1985, when he was 22, and retired in 2010 at the age of 57.

Passes
    He joined the firm in 1985, when he was 22, and retired in 2010 at the age of 46 or 47.

Options
    severity.

Measured precision
    No finding yet in 2,583 local-news articles or in texts known to be wrong; none in
    161 right texts, corrections and traps; all of it was used in development.
"""

from __future__ import annotations

from collections.abc import Iterator

from msgspec import Struct

from checker.checks._calendar import published
from checker.checks._moments import moment
from checker.checks._reading import Phrase, Reading, Sentence, mark
from checker.records import Quantity, Remark, Spot
from checker.rulebook import CheckSettings

__all__ = ["check"]

OLDEST = 115
_AGE = mark("age", "ac")
_END = r"(?=[,.;]|\s(?:and|when|at|he|she|in|on|after|of|years|from|by)\b|$)"
_AT = r"(?:at\s(?:the\sage\sof\s|age\s)?|reached\sthe\sage\sof\s|aged?\s|when\s(?:he|she)\swas\s(?:only\s|just\s)?)"
_WHEN = mark("when", "D")
_BORN = Phrase(rf"\bborn\b[^{{}}.;:()]{{0,45}}?\s(?:in|on)\s{_WHEN}")
_AGED = (
    Phrase(rf"\b(?:in|on)\s{_WHEN},?\s{_AT}{_AGE}{_END}"),
    Phrase(
        rf"\b(?:he|she|who)\s(?:was|turned)\s{_AGE}\s(?:when|in|on)\s(?:[^{{}}.;:()]{{0,40}}?\s(?:in|on)\s)?{_WHEN}"
    ),
    Phrase(rf"\b{_AT}{_AGE},?\s(?:in|on)\s{_WHEN}"),
    Phrase(rf"\b(?:died|dead|killed|buried)\s(?:in|on)\s{_WHEN},?\s(?:he\s|she\s)?(?:was|aged?)\s{_AGE}{_END}"),
    Phrase(rf"\b(?:died|killed)\b[^{{}}.;:()]{{0,40}}?\s(?:in|on)\s{_WHEN}[^{{}}.;:()]{{0,40}}?,?\s{_AT}{_AGE}{_END}"),
)
_NOW = Phrase(rf",\s{_AGE},\s(?:who\s)?(?:was\s)?born\s(?:in|on)\s{_WHEN}")
_GOES_ON = Phrase(r"(?:He|She|he|she|His|Her)\b")
_OTHERS = Phrase(
    r"\b(?:sons?|daughters?|wife|husband|brothers?|sisters?|father|mother|children|child|whose|their|they|parents|couple"
    r"|baby|twins?|year-old|would\shave|old\sas|boyfriend|girlfriend)\b"
)


class Told(Struct, frozen=True):
    """The years of birth that an age in a year allows."""

    first: float
    last: float
    figure: str
    spots: tuple[Spot, ...]


def check(page: Reading, setting: CheckSettings) -> Iterator[Remark]:
    """Ages that do not belong to one life."""
    if not page.kinds & {"D"} or not page.kinds & {"a", "c"}:
        return
    before: list[Told] = []
    for sentence in page.text:
        told = list(_told(page, sentence)) if "D" in sentence.kinds else []
        if not told and not before:
            continue
        goes_on = before and _GOES_ON.match(sentence.text, sentence.start)
        if _OTHERS.search(sentence.skeleton) or sentence.skeleton.count("born") > 1:
            before = []
            continue
        yield from _contradictions(told, before if goes_on else [])
        before = (before + told) if goes_on else told


def _told(page: Reading, sentence: Sentence) -> Iterator[Told]:
    """Every age and birth of the sentence, each once."""
    seen: set[int] = set()
    for match in sentence.find(_NOW):
        now = published(page.page)
        age = sentence.get(match, "age")
        if now is not None and age.low is not None and age.low == age.high:
            seen.add(age.start)
            year = now.year + now.timetuple().tm_yday / 366
            yield Told(year - age.low - 1, year - age.low, f"{age.figure} in {now.year}", (page.spot(age),))
    for match in sentence.find(_BORN):
        born = moment(page, sentence.get(match, "when"))
        if born is not None:
            yield Told(born.first, born.last, f"born {born.figure}", (born.spot,))
    for pattern in _AGED:
        for match in sentence.find(pattern):
            age = sentence.get(match, "age")
            if age.start not in seen:
                told = _at(page, age, sentence.get(match, "when"))
                if told is not None:
                    seen.add(age.start)
                    yield told


def _at(page: Reading, age: Quantity, when: Quantity) -> Told | None:
    then = moment(page, when)
    if then is None or age.low is None or age.low != age.high or not 3 <= age.low <= OLDEST or age.bound != "exact":
        return None
    if age.kind == "count" and age.counted:
        return None
    figure = f"{age.figure} in {then.figure}"
    return Told(then.first - age.low - 1, then.last - age.low, figure, (page.spot(age), then.spot))


def _contradictions(told: list[Told], before: list[Told]) -> Iterator[Remark]:
    """The first pair, one of them of this sentence, that allows no year of birth in common."""
    known = [*before, *told]
    for at, one in enumerate(known):
        for other in known[max(at + 1, len(before)) :]:
            if one.first > other.last + 0.05 or other.first > one.last + 0.05:
                yield Remark(
                    verdict="calendar",
                    message=f"“{one.figure}” and “{other.figure}” are not of one life.",
                    working=f"{one.figure}: born {_years(one)}; {other.figure}: born {_years(other)}",
                    spots=(*other.spots, *one.spots),
                    confidence=0.85,
                )
                return


def _years(told: Told) -> str:
    first, last = int(told.first), int(told.last)
    return str(first) if first == last else f"{first} to {last}"
