"""One in so many is the percentage given with it.

What it does
    Compares "one in six" with a percentage that restates it: "one in six, or 10%", "Ten per cent said so".

Why it matters
    It is one figure in two forms, and readers take away the wrong one half the time.

Flags
    One in five members, or 25%, voted.

Passes
    One voter in four backs the plan: 25%; a percentage of another group.

Options
    tolerance: relative difference let pass beyond rounding.
    severity.

Measured precision
    No finding in 2,583 local-news articles; 1 of 1 right in texts known to be wrong; none in
    161 right texts, corrections and traps; all of it was used in development.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from msgspec.structs import replace

from checker.checks._arithmetic import point, shown, stands_for
from checker.checks._reading import Phrase, Reading, Sentence, mark
from checker.intervals import Interval
from checker.records import Quantity, Remark
from checker.rulebook import CheckSettings

__all__ = ["check"]

_OUT_OF = Phrase(r"^[\d,]+\s(?:out\s)?of\s(?:the\s)?[\d,]+$", re.IGNORECASE)
_ONE_IN = Phrase(r"\b(?:one|1|two|three)\b[^,.;]{0,20}?\s(?:in|out of)\s(?:every\s)?\w+$", re.IGNORECASE)
_SAME = (
    Phrase(
        mark("r", "r") + r"(?:\s[^{}.;:(),]{1,30})?(?:,\sor\s|\s\(|\s[–—]\s(?:or\s)?)" + mark("p", "p") + r"(?!\sof)"
    ),
    Phrase(mark("p", "p") + r"(?:\s[^{}.;:(),]{1,30})?(?:,\sor\s|\s\(|\s[–—]\s(?:or\s)?)" + mark("r", "r")),
)
_TOLD = Phrase(
    r"^" + mark("p", "p") + r"\s(?:told|said|say|agreed?|think|thought|believed?|answered|replied|admit\w*|report\w*)\b"
)
WIDE = 0.15
"""How far a fraction like "one in three" may stand from what it stands for."""
NEXT = 0.75
"""A percentage that is one in N, give or take so much, is called one in another number by nobody."""
_SPLIT = Phrase(
    mark("one", "c")
    + r"\s(?:[a-z]+\s){1,2}(?:in|out\sof)\s(?:every\s)?"
    + mark("n", "c")
    + r"(?:,\sor\s|\s\(|\s[–—]\s(?:or\s)?)"
    + mark("p", "p")
    + r"(?!\sof)"
)


def check(page: Reading, setting: CheckSettings) -> Iterator[Remark]:
    """Percentages that are not the fraction they restate."""
    if "p" not in page.kinds:
        return
    before: Sentence | None = None
    for sentence in page.sentences:
        if {"p", "r"} <= sentence.kinds:
            for pattern in _SAME:
                for match in sentence.find(pattern):
                    yield from _compare(page, sentence.get(match, "r"), sentence.get(match, "p"), setting)
        if {"p", "c"} <= sentence.kinds:
            for match in sentence.find(_SPLIT):
                one, every = sentence.get(match, "one"), sentence.get(match, "n")
                if one.low and every.low and one.low < every.low:
                    share = one.low / every.low
                    figure = " ".join(sentence.text[one.start : every.end].split())
                    fraction = replace(
                        one, kind="ratio", low=share, high=share, figure=figure, end=every.end, bound=one.bound
                    )
                    yield from _compare(page, fraction, sentence.get(match, "p"), setting)
        if before is not None and "r" in before.kinds and "p" in sentence.kinds:
            fractions = [q for q in before.quantities if q.kind == "ratio"]
            match_told = _TOLD.match(sentence.skeleton)
            if match_told and len(fractions) == 1 and "p" not in before.kinds:
                yield from _compare(page, fractions[0], sentence.get(match_told, "p"), setting)
        before = sentence


def _compare(page: Reading, fraction: Quantity, percent: Quantity, setting: CheckSettings) -> Iterator[Remark]:
    is_exact = _OUT_OF.match(fraction.figure) is not None
    if (
        not (is_exact or _ONE_IN.search(fraction.figure))
        or not fraction.low
        or percent.low is None
        or percent.unit != "percent"
    ):
        return
    share = point(fraction) * 100
    wide = 0.0 if is_exact else WIDE
    near = Interval(share * (1 - wide), share * (1 + wide))
    said = stands_for(percent)
    if said.overlaps(near, setting.tolerance) and (is_exact or not _is_another(share, said)):
        return
    yield Remark(
        verdict="arithmetic",
        message=f"“{fraction.figure}” is {shown(share)}%, not {percent.figure}.",
        working=f"{fraction.figure} = {shown(share)}%, not {percent.figure}; "
        f"{percent.figure} is one in {shown(100 / point(percent)) if percent.low else '∞'}",
        spots=(page.spot(fraction), page.spot(percent)),
        confidence=0.9,
    )


def _is_another(share: float, said: Interval) -> bool:
    """Whether the percentage is plainly one in another number: 20% is not one in four."""
    every = 100 / share
    return said.low > 0 and (100 / said.high > every + NEXT or 100 / said.low < every - NEXT)
