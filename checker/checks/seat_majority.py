"""A majority of seats is the lead over all other seats together.

What it does
    From the seats of the winner and of the whole house it recomputes the majority: seats minus all the others.

Why it matters
    A majority of five or of fifteen decides which laws can pass.

Flags
    The party has 58 seats, an overall majority of five in the 101-seat house (58 − 43 = 15).

Passes
    61 of the 110 seats, a majority of 12; a working majority.

Options
    severity.

Measured precision
    No finding in 2,583 local-news articles; 1 of 1 right in texts known to be wrong; none in
    161 right texts, corrections and traps; all of it was used in development.
"""

from __future__ import annotations

from collections.abc import Iterator

from checker.checks._arithmetic import is_exact, point
from checker.checks._reading import Phrase, Reading, Sentence, mark
from checker.intervals import number
from checker.records import Quantity, Remark
from checker.rulebook import CheckSettings

__all__ = ["check"]

_MAJORITY = Phrase(r"\bmajority\sof\s(?:just\s|only\s)?" + mark("lead", "c") + r"(?!\svotes|\sper)")
_HOUSE = Phrase(mark("house", "c") + r"(?:-seat\b|\sseats\b)|\bof\s(?:the\s)?" + mark("whole", "c") + r"\sseats\b")
_WON = Phrase(mark("won", "c") + r"\s(?:of\s(?:the\s)?\{c\d+\}\s)?seats\b")
_OTHER_SENSE = Phrase(r"\b(?:working|effective|in practice|two-thirds|with the support|coalition|together)\b")


def check(page: Reading, setting: CheckSettings) -> Iterator[Remark]:
    """Majorities that are not the winner's seats minus the others."""
    if "majority" not in page.article.text:
        return
    before: Sentence | None = None
    for sentence in page.text:
        for match in sentence.find(_MAJORITY):
            around = [s for s in (before, sentence) if s is not None and not _OTHER_SENSE.search(s.skeleton)]
            if sentence in around:
                yield from _compare(page, sentence.get(match, "lead"), around)
        before = sentence


def _compare(page: Reading, lead: Quantity, around: list[Sentence]) -> Iterator[Remark]:
    seats: list[Quantity] = []
    for sentence in around:
        for pattern in (_HOUSE, _WON):
            for match in sentence.find(pattern):
                name = next(group for group in ("house", "whole", "won") if match.groupdict().get(group))
                seats.append(sentence.get(match, name))
    exact = sorted({point(q): q for q in seats if is_exact(q)}.items())
    if len(exact) != 2 or not is_exact(lead):
        return
    (won, winner), (house, whole) = exact
    majority = 2 * won - house
    if majority <= 0 or point(lead) == majority:
        return
    yield Remark(
        verdict="arithmetic",
        message=f"{winner.figure} of {whole.figure} seats is a majority of {number(majority)}, not {lead.figure}.",
        working=f"{number(won)} − ({number(house)} − {number(won)}) = {number(majority)}, not {number(point(lead))}",
        spots=(page.spot(lead), page.spot(winner), page.spot(whole)),
        confidence=0.85,
    )
