"""A rank leaves room for those who are named before it.

What it does
    Counts the names or the number given in "finished second, behind Lee and Holm", "third, behind one other runner",
    "the second man to do so, after Lee, Holm and Brandt", and compares with the rank.

Why it matters
    With two ahead nobody is second; a name or the rank is wrong.

Flags
    She finished second, behind Lee and Holm.

Passes
    She finished third, behind Lee and Holm; she was fifth, behind the winner, Lee.

Options
    severity.

Measured precision
    No finding yet in 2,583 local-news articles or in texts known to be wrong; none in
    161 right texts, corrections and traps; all of it was used in development.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from checker.checks._reading import Phrase, Reading, Sentence, mark
from checker.records import Remark
from checker.rulebook import CheckSettings

__all__ = ["check"]

_BEHIND = Phrase(
    r"\b(?:finished|came|was|placed|is|ended|ranked|stands?)\s(?:in\s)?"
    + mark("rank", "o")
    + r"(?:\splace)?,?\s(?:just\s)?behind\s"
)
_AFTER = Phrase(r"\bthe\s(?:only\s)?" + mark("rank", "o") + r"\s[a-z]+\sto\s[a-z\s]{2,30},\safter\s")
_OTHERS = Phrase(r"(?:just\s|only\s)?" + mark("n", "c") + r"\sothers?\b")
_NAME = r"[A-Z][\w’'-]+(?:\s(?:[a-z]{2,3}\s)?[A-Z][\w’'-]+){0,2}"
_NAMES = re.compile(rf"{_NAME}(?:,\s{_NAME})*,?\sand\s{_NAME}(?=[.,;]|$)")


def check(page: Reading, setting: CheckSettings) -> Iterator[Remark]:
    """Ranks with too many before them."""
    if "o" not in page.kinds:
        return
    for sentence in page.text:
        if "o" not in sentence.kinds or not sentence.has(" behind ", ", after "):
            continue
        for pattern in (_BEHIND, _AFTER):
            for match in sentence.find(pattern):
                yield from _compare(page, sentence, match)


def _compare(page: Reading, sentence: Sentence, match: re.Match[str]) -> Iterator[Remark]:
    rank = sentence.get(match, "rank")
    others = _OTHERS.match(sentence.skeleton, match.end())
    begin = sentence.offset(match.end()) if others is None else rank.end
    names = _NAMES.match(sentence.text, begin, sentence.end)
    if rank.low is None or rank.low < 2 or (others is None and names is None):
        return
    if others is not None:
        given = sentence.get(others, "n")
        ahead, is_wrong = given.low or 0, given.bound == "exact" and given.low != rank.low - 1
        spot = page.spot(given)
    else:
        assert names is not None
        ahead = float(len(re.split(r",\sand\s|,\s|\sand\s", names.group())))
        is_wrong = ahead > rank.low - 1
        spot = page.stretch("text", names.start(), names.end())
    if is_wrong:
        yield Remark(
            verdict="arithmetic",
            message=f"“{rank.figure}” with {ahead:.0f} before it.",
            working=f"{ahead:.0f} + 1 = {ahead + 1:.0f}, not {rank.figure}",
            spots=(page.spot(rank), spot),
            confidence=0.8,
        )
