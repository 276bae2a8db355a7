"""So much for each of so many is the total given with it.

What it does
    Multiplies: "$45m, about $15,000 for each of 3,000 families", "£84,000 from 1,200 donors, an average of £70",
    "240 flats at an average of £185,000 each, for a total of £44.4m", "each of its 32 wardens a bonus of $1,500, at a
    cost of $48,000".

Why it matters
    The sum for each is what makes a total real to readers, and one of the three figures is often of another year.

Flags
    The council pays each of its 32 wardens a bonus of $1,500, at a cost of $58,000.

Passes
    The council pays each of its 32 wardens a bonus of $1,500, at a cost of $48,000.

Options
    tolerance: relative difference let pass beyond rounding.
    severity.

Measured precision
    No finding yet in 2,583 local-news articles or in texts known to be wrong; none in
    161 right texts, corrections and traps; all of it was used in development.
"""

from __future__ import annotations

from collections.abc import Iterator

from checker.checks._product import product
from checker.checks._reading import Phrase, Reading, Sentence, gap, mark
from checker.records import Quantity, Remark
from checker.rulebook import CheckSettings

__all__ = ["check"]

_EACH = r"\s?(?:each\b|apiece\b|a\spiece\b|a\shead\b|per\s[a-z]+\b|for\s(?:each|every)\b)"
_MEAN = r"(?:an?\s|the\s)?average(?:\s(?:price|cost|value|pay|bonus|sum|gift|donation))?\sof\s"
_SUM = (
    r"(?:for\sa\stotal\sof|a\stotal\sof|totall?ing|at\sa\s(?:total\s)?cost\sof|costing|worth|bringing\sin|raising|or"
    r"|that\sis|making|which\s(?:brought\sin|makes|comes\sto|cost|raised))\s"
)
_LOOSE = (
    # $9m, or $3,000 for each of its 3,000 people; £9m for 30 flats, or £300,000 apiece
    Phrase(
        mark("total", "m")
        + gap(50, "Dtoc")
        + r"(?:,\s(?:or|about|an?)\s|,\s|\s\(|\sor\s|\s<<shared>>\s|\sworks\sout\sat\s)(?:about\s)?"
        + mark("each", "m")
        + _EACH
    ),
    # tickets cost $20, and 300 were sold, bringing in $6,000
    Phrase(
        r"\bcosts?\s"
        + mark("each", "m")
        + gap(30)
        + r"\{c\d+\}\s(?:[a-z]+\s){0,2}?(?:were\s|was\s)?sold"
        + gap(20)
        + r"<<proceeds>>\s"
        + mark("total", "m")
    ),
    # $9m from 3,000 donors, an average of $3,000
    Phrase(mark("total", "m") + gap(50, "Dtoc") + r"(?:,|\s\(|,\sor|\s[–—-])\s?" + _MEAN + mark("each", "m")),
    # 30 flats at (an average of) £300,000 each, for a total of £9m
    Phrase(
        rf"(?:\bat\s|\bof\s)(?:{_MEAN})?"
        + mark("each", "m")
        + rf"(?:{_EACH})?"
        + gap(40, "Dto")
        + rf",\s(?:or\s|and\s)?{_SUM}"
        + mark("total", "m")
    ),
    # each of its 30 workers a bonus of $100, at a cost of $3,000
    Phrase(
        mark("each", "m")
        + gap(20)
        + r"\b(?:to|for)\s(?:each|every\sone)\sof\s(?:the|its|our|their)\s\{c\d+\}"
        + gap(40)
        + r",\s(?:or\s|that\sis\s|a\stotal\sof\s)?"
        + mark("total", "m")
        + r"\s<<totals>>"
    ),
    Phrase(
        r"\b(?:each|every\sone)\sof\s(?:the|its|our|their)\s(?:[a-z-]+\s)?\{c\d+\}"
        + gap(40, "Dto")
        + mark("each", "m")
        + gap(20, "Dto")
        + rf",?\s{_SUM}"
        + mark("total", "m")
    ),
)


_FOR_EACH = Phrase(
    mark("total", "m") + gap(40, "Dto") + r",\s(?:or\s)?" + mark("each", "m") + r"\sfor\s(?:each|every\sone)\sof\s"
    r"(?:(?:the|its|their)\s)?(?:[\w-]+'s?\s)?" + mark("n", "c")
)


def check(page: Reading, setting: CheckSettings) -> Iterator[Remark]:
    """Totals that are not so much for each of so many."""
    if "m" not in page.kinds:
        return
    for sentence in page.text:
        if "m" not in sentence.kinds or not 3 <= len(sentence.quantities) <= 8:
            continue
        values = [q for q in sentence.quantities if q.kind in ("count", "money", "measure", "duration")]
        if len(values) == 3:
            yield from _loose(page, sentence, values, setting)
            continue
        for match in sentence.find(_FOR_EACH) if sentence.has("for each", "for every") else ():
            each, heads, total = (sentence.get(match, name) for name in ("each", "n", "total"))
            if total.unit == each.unit:
                yield from product(page, each, [heads], total, 1.0, setting)


def _loose(page: Reading, sentence: Sentence, values: list[Quantity], setting: CheckSettings) -> Iterator[Remark]:
    """One count and two sums of money, of which the words say that one is for each and the other for all."""
    heads = [q for q in values if q.kind == "count" and q.low and q.low > 1]
    if len(heads) != 1 or sum(q.kind == "money" for q in values) != 2:
        return
    for pattern in _LOOSE:
        match = next(sentence.find(pattern), None)
        if match is None:
            continue
        each, total = sentence.get(match, "each"), sentence.get(match, "total")
        if total.unit == (each.unit or "").partition(" / ")[0] and total.low and each.low and total.low > each.low:
            yield from product(page, each, heads, total, 1.0, setting)
        return
