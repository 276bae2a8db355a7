"""A figure is possible at all.

What it does
    Finds shares of a whole above 100 per cent (turnout, "130% of residents"), falls of over 100 per cent, and times
    that no clock shows.

Why it matters
    The text proves the figure wrong without any other source.

Flags
    Prices fell by 250 per cent. Turnout reached 130 per cent. The train left at 25:10.

Passes
    rose by 250 per cent; 120 per cent effort; scores such as 6-4.

Options
    severity.

Measured precision
    No finding in 2,583 local-news articles; 2 of 2 right in texts known to be wrong; none in
    161 right texts, corrections and traps; all of it was used in development.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from checker.checks._reading import Phrase, Reading, Sentence, mark
from checker.intervals import number
from checker.records import Quantity, Remark
from checker.rulebook import CheckSettings

__all__ = ["check"]

_TURNOUT = Phrase(r"\bturnout\b[^{}.;:]{0,60}?" + mark("p", "p") + r"|" + mark("q", "p") + r"\s(?:voter\s)?turnout\b")
_FALL = Phrase(
    r"\b(?P<down><<down>>)\b(?:\s(?:by|of|about|some|an))*\s"
    + mark("p", "p")
    + r"(?!\s(?:to|of)\b)|"
    + mark("q", "p")
    + r"\s(?:[\w-]+\s)?(?:drop|fall|decline|decrease|reduction|cut|less|fewer|lower)\b"
)
_PEOPLE = Phrase(mark("p", "p") + r"\sof\s(?:all\s|the\s|its\s|their\s|our\s)?(?:<<people>>|those\s\w+ed)\b")
_CLOCK = Phrase(
    r"\b(?:at|by|until|till|from|around|about|before|after)\s(?P<t>(?P<h>\d{1,2}):(?P<m>\d{2}))(?![\d:]|[.,]\d|\s?[-–]\d)"
    r"(?P<half>\s?[ap]\.?m)?",
    re.I,
)
_TIME = Phrase(r":(?:[6-9]\d)|(?:2[4-9]|30):\d\d")
_RISE = Phrase(r"\b<<up>>(?!\s(?:to|at))\b(?!.*\bto\b)")
_RACE = Phrase(
    r"\b<<races>>\b",
    re.I,
)


_ACIDITY = Phrase(r"\bph(?:\s(?:value|level|of|was|is|at|reading))*\s" + mark("v", "c"))
_COLDEST = {"degree_Celsius": -273.15, "degree_Fahrenheit": -459.67, "kelvin": 0.0}
"""Absolute zero."""


def check(page: Reading, setting: CheckSettings) -> Iterator[Remark]:
    """Figures that cannot be."""
    has_acidity = "pH" in page.article.text
    has_time = _TIME.search(page.article.text) is not None
    if not (has_acidity or has_time or page.kinds & {"p", "u"}):
        return
    for sentence in page.sentences:
        if "u" in sentence.kinds:
            yield from _cold(page, sentence)
        if has_acidity and sentence.has("pH"):
            for match in sentence.find(_ACIDITY):
                value = sentence.get(match, "v")
                if value.low is not None and value.low > 14 and not value.counted:
                    yield _impossible(page, value, "A pH value lies between 0 and 14", f"{number(value.low)} > 14")
        if "p" in sentence.kinds and any((q.low or 0) > 100 for q in sentence.quantities if q.kind == "percent"):
            for match in sentence.find(_TURNOUT):
                if _RISE.search(match.group()):
                    continue
                yield from _above(page, _either(sentence, match), "A turnout cannot be above 100%")
            for match in sentence.find(_FALL):
                yield from _above(page, _either(sentence, match), "Nothing falls by more than 100%")
            for match in sentence.find(_PEOPLE):
                yield from _above(page, sentence.get(match, "p"), "A share of people cannot be above 100%")
        if has_time and _TIME.search(sentence.text, sentence.start, sentence.end):
            yield from _clock(page, sentence)


def _either(sentence: Sentence, match: re.Match[str]) -> Quantity:
    return sentence.get(match, "p" if match["p"] else "q")


def _above(page: Reading, share: Quantity, why: str) -> Iterator[Remark]:
    if share.low is not None and share.low > 100:
        yield _impossible(page, share, why, f"{number(share.low)} > 100")


def _cold(page: Reading, sentence: Sentence) -> Iterator[Remark]:
    """Temperatures below absolute zero."""
    for quantity in sentence.quantities:
        least = _COLDEST.get(quantity.unit or "")
        if least is not None and quantity.low is not None and quantity.low < least:
            working = f"{number(quantity.low)} < {number(least)}"
            yield _impossible(page, quantity, "Nothing is colder than absolute zero", working)


def _impossible(page: Reading, quantity: Quantity, why: str, working: str) -> Remark:
    return Remark(
        verdict="form",
        message=f"{why}: {quantity.figure}.",
        working=working,
        spots=(page.spot(quantity),),
        confidence=0.93,
    )


def _clock(page: Reading, sentence: Sentence) -> Iterator[Remark]:
    for match in _CLOCK.finditer(sentence.text, sentence.start, sentence.end):
        hours, minutes, half = int(match["h"]), int(match["m"]), match["half"]
        if (hours <= 24 and minutes < 60 and not (half and hours > 12 and hours > 23)) or hours > 30:
            continue
        if _RACE.search(sentence.text, sentence.start, sentence.end):
            continue
        yield Remark(
            verdict="form",
            message=f"No clock shows “{match['t']}”.",
            working=f"hours {hours}, minutes {minutes}: a day has 24 hours of 60 minutes",
            spots=(page.stretch(sentence.field, match.start("t"), match.end("t")),),
            confidence=0.9,
        )
