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
_SUPERLATIVE = Phrase(
    mark("rank", "o")
    + r"[\s-](?:[a-z]+est|most\s[a-z]+|best|worst)(?![a-z])[^{}.;:()]{0,60}?,?\s(?P<only>(?:just\s)?(?:behind|after))\s"
)
_ONLY_ONE = Phrase(
    mark("rank", "o")
    + r"(?:\s[a-z]+){0,4}?,?\s(?:beaten\sonly\sby|behind\sonly|just\sbehind)\s(?P<one>[^{}.;:]{3,80})(?=[.;:]|$)"
)
_FASTER = Phrase(
    r"^only\s(?P<ahead>[^{}.;:]{5,80}?)\s[a-z]+\s[^{}.;:,]{0,20}?"
    r"(?:faster|better|more|higher|farther|further|larger|bigger)\s[^{}.;:]{0,20}?than\s[^{}.;:]{2,40}?,\s(?:who|which)\s"
    r"(?:came|finished|was|is|ranks|ranked|placed)\s(?:in\s)?" + mark("rank", "o")
)
_OTHERS = Phrase(r"(?:just\s|only\s)?" + mark("n", "c") + r"\sothers?\b")
_NAME = r"(?:the\s)?[A-Z][\w’'-]+(?:\s(?:[a-z]{2,3}\s)?[A-Z][\w’'-]+){0,2}"
_NAMES = re.compile(rf"{_NAME}(?:,\s{_NAME})*,?\sand\s{_NAME}(?=[.,;]|\s[a-z]|$)")


def check(page: Reading, setting: CheckSettings) -> Iterator[Remark]:
    """Ranks with too many before them."""
    if "o" not in page.kinds:
        return
    for sentence in page.text:
        if "o" not in sentence.kinds:
            continue
        yield from _only(page, sentence)
        if not sentence.has(" behind ", ", after "):
            continue
        for pattern in (_BEHIND, _AFTER, _SUPERLATIVE):
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


def _only(page: Reading, sentence: Sentence) -> Iterator[Remark]:
    """As in "finished third, behind only the champion" and "only A and B ran faster than C, who came second"."""
    for pattern, group in ((_ONLY_ONE, "one"), (_FASTER, "ahead")):
        for match in sentence.find(pattern):
            rank, words = sentence.get(match, "rank"), match[group]
            start = sentence.offset(match.start(group))
            written = sentence.text[start : start + len(words)]
            names = _NAMES.match(sentence.text, start, sentence.end)
            if names is not None and (group == "ahead" or names.end() == start + len(written)):
                ahead = len(re.split(r",\sand\s|,\s|\sand\s", names.group()))
            elif group == "one" and " and " not in words and ", " not in words.partition(", ")[2]:
                ahead = 1
            else:
                continue
            if rank.low is not None and rank.low >= 2 and ahead != rank.low - 1:
                yield Remark(
                    verdict="arithmetic",
                    message=f"“{rank.figure}” with {ahead} before it.",
                    working=f"{ahead} + 1 = {ahead + 1}, not {rank.figure}",
                    spots=(page.spot(rank), page.stretch("text", start, start + len(words))),
                    confidence=0.8,
                )
