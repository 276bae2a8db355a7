"""Votes, electorate and turnout fit together.

What it does
    Recomputes the turnout of a sentence from its votes and its registered voters, and finds more votes than voters.

Why it matters
    Election figures are added up by every side, and a turnout of more than everybody makes news of its own.

Flags
    Turnout was 60 percent, with 40,000 votes cast by 80,000 registered voters.

Passes
    2,500 electors cast 6,110 votes in a ward of three seats; turnout of 40% among the young and 70% among the old.

Options
    tolerance: points of turnout let pass beyond rounding.
    severity.

Measured precision
    No finding in 2,583 local-news articles; 2 of 2 right in texts known to be wrong; none in
    161 right texts, corrections and traps; all of it was used in development.
"""

from __future__ import annotations

from collections.abc import Iterator

from checker.checks._arithmetic import off_by, point, ratio, shown, stands_for
from checker.checks._reading import Phrase, Reading, Sentence, mark
from checker.intervals import Interval, number
from checker.records import Quantity, Remark
from checker.rulebook import CheckSettings

__all__ = ["check"]

_VOTES = Phrase(
    mark("votes", "c") + r"\s(?:[a-z]+\s){0,2}(?:votes|ballots|people\svoted|voters\scast|of\sthem\svoted)\b"
    r"|(?P<cast>\{c\d+\})\s(?:people\s|of\sthem\s|residents\s)?(?:cast\s(?:a|their|valid)\s|voted\b|turned\sout\b|went\sto\sthe\spolls)"
)
_VOTERS = Phrase(
    mark("voters", "c") + r"\s(?:[a-z]+\s){0,2}(?:registered\svoters|eligible\svoters|electors|registered|voters\son)\b"
    r"|\belectorate\sof\s(?P<roll>\{c\d+\})"
)
_OF = Phrase(
    mark("votes", "c")
    + r"\s(?:out\s)?of\s(?:the\s|its\s|their\s)?"
    + mark("voters", "c")
    + r"\s(?:registered|eligible|voters|electors)\b"
)
_ANOTHER_TIME = Phrase(r"\b(?:years?\s(?:ago|earlier|before)|\}\s(?:ago|earlier|before)|previous|last\stime|when)\b")
_SEVERAL = Phrase(r"\b(?:each|up\sto\s\w+\svotes|multi|seats|two\svotes|three\svotes|per\svoter|rounds?)\b")


def check(page: Reading, setting: CheckSettings) -> Iterator[Remark]:
    """Turnouts that do not fit their votes."""
    text = page.article.text
    if "vot" not in text and "ballot" not in text:
        return
    for sentence in page.text:
        votes, voters = sentence.find(_VOTES), sentence.find(_VOTERS)
        cast, on_roll = next(votes, None), next(voters, None)
        if cast and on_roll and not _SEVERAL.search(sentence.skeleton):
            votes_cast = cast["votes"] or cast["cast"][2:-1]
            roll = on_roll["voters"] or on_roll["roll"][2:-1]
            yield from _turnout(
                page, sentence, sentence.quantities[int(votes_cast)], sentence.quantities[int(roll)], setting
            )
        for match in sentence.find(_OF):
            yield from _turnout(page, sentence, sentence.get(match, "votes"), sentence.get(match, "voters"), setting)


def _turnout(
    page: Reading, sentence: Sentence, votes: Quantity, voters: Quantity, setting: CheckSettings
) -> Iterator[Remark]:
    shares = [q for q in sentence.quantities if q.kind == "percent" and q.unit == "percent"]
    if votes.low is None or voters.low is None or votes is voters or not point(voters):
        return
    computed = ratio(stands_for(votes), stands_for(voters)).scaled(100)
    exact = point(votes) / point(voters) * 100
    if computed.low > 100:
        yield Remark(
            verdict="arithmetic",
            message=f"{votes.figure} votes are more than {voters.figure} voters can cast.",
            working=f"{number(point(votes))} / {number(point(voters))} = {shown(exact)}% > 100%",
            spots=(page.spot(votes), page.spot(voters), *(page.spot(q) for q in shares[:1])),
            confidence=0.9,
        )
    elif len(shares) == 1 and "turnout" in sentence.skeleton and not _ANOTHER_TIME.search(sentence.skeleton):
        said = stands_for(shares[0])
        if not said.overlaps(Interval(computed.low - setting.tolerance, computed.high + setting.tolerance)):
            yield Remark(
                verdict="arithmetic",
                message=f"{votes.figure} of {voters.figure} is a turnout of {shown(exact)}%, not {shares[0].figure}.",
                working=f"{number(point(votes))} / {number(point(voters))} = {shown(exact)}%, "
                f"not {number(point(shares[0]))}% ({off_by(point(shares[0]), exact)})",
                spots=(page.spot(shares[0]), page.spot(votes), page.spot(voters)),
                confidence=0.9,
            )
