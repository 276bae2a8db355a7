"""A number in words and the same number in digits beside it are equal.

What it does
    Compares "twelve (12)", as contracts and court reports write it.

Why it matters
    The form exists to leave no doubt which figure is meant.

Flags
    a fine of fifty (15) pounds

Passes
    twelve (12) jurors; seven (6-1 in the first set); three (4, 5 and 6).

Options
    severity.

Measured precision
    No finding yet in 2,583 local-news articles or in texts known to be wrong; none in
    161 right texts, corrections and traps; all of it was used in development.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from checker.checks._reading import Phrase, Reading, mark
from checker.intervals import number
from checker.records import Remark
from checker.rulebook import CheckSettings

__all__ = ["check"]

_PAIR = Phrase(mark("a", "cdmp") + r"\s\(" + mark("b", "cdmp") + r"\)\s(?P<next>\w+)")


def check(page: Reading, setting: CheckSettings) -> Iterator[Remark]:
    """Words and digits that differ."""
    for sentence in page.sentences:
        if ")" not in sentence.skeleton or len(sentence.quantities) < 2:
            continue
        for match in sentence.find(_PAIR):
            a, b = sentence.get(match, "a"), sentence.get(match, "b")
            is_spelled = not re.search(r"\d", a.figure) and re.fullmatch(r"\d[\d,]*", b.figure)
            if is_spelled and a.low is not None and b.low is not None and a.low == a.high != b.low == b.high:
                yield Remark(
                    verdict="arithmetic",
                    message=f"“{a.figure}” in words, but {b.figure} in digits.",
                    working=f"{a.figure} = {number(a.low)}, not {number(b.low)}",
                    spots=(page.spot(a), page.spot(b)),
                    confidence=0.9,
                )
