"""A headline's share or round number is the text's.

What it does
    Holds the only percentage or fraction of the headline ("three in four", "most") against the only percentage of the
    text about the same words, and a vague number against one that the text hedges ("hundreds" over "dozens, maybe
    hundreds").

Why it matters
    Most readers see the headline alone, and shortening turns a minority into a majority and a fear into a fact.

Flags
    Headline: most oppose the plan; text: 42 per cent oppose it.

Passes
    Headline: up 4%; text: 3.9%.  Headline: three in four; text: 74 per cent.

Options
    severity.

Measured precision
    Not measured apart: split from one check, which made no finding in 2,583 local-news articles.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from checker.checks._arithmetic import point, stands_for
from checker.checks._headlines import about_same, conflict
from checker.checks._reading import Phrase, Reading, Sentence, mark
from checker.intervals import Interval
from checker.records import Remark
from checker.rulebook import CheckSettings

__all__ = ["check"]

_VAGUE = ("dozens", "scores", "hundreds", "thousands", "tens of thousands", "hundreds of thousands", "millions")
_VAGUE_WORD = "(?:" + "|".join(sorted(_VAGUE, key=len, reverse=True)) + ")"
_HEDGED = Phrase(
    rf"\b(?P<low>{_VAGUE_WORD}),?\s(?:or\s|if\snot\s|maybe\s|perhaps\s|possibly\s|even\s){{1,3}}(?P<high>{_VAGUE_WORD})\b",
    re.IGNORECASE,
)
_TITLE_VAGUE = Phrase(rf"\b{_VAGUE_WORD}\b", re.IGNORECASE)
_UNSURE = Phrase(r"\b(?:maybe|perhaps|possibly|may|could|feared|or)\b", re.IGNORECASE)
_MOST = Phrase(r"^(?:a\s)?(?:most|majority)\b(?!\s(?:wanted|likely|popular|expensive|deadly|recent|violent))")
_PART = Phrase(mark("p", "p") + r"(?!\s(?:off|chance|discount|less|more|higher|lower|stake|share))")


def check(page: Reading, setting: CheckSettings) -> Iterator[Remark]:
    """Shares and round numbers of headlines that are not the text's."""
    for title in page.title:
        yield from _vague(page, title)
        found = list(_shares(page, title))
        yield from found or _lead(page, title)


def _vague(page: Reading, title: Sentence) -> Iterator[Remark]:
    for match in _TITLE_VAGUE.finditer(title.text, title.start, title.end):
        if _UNSURE.search(title.text, title.start, title.end):
            continue
        for sentence in page.text:
            for hedged in _HEDGED.finditer(sentence.text, sentence.start, sentence.end):
                low, high = hedged["low"].lower(), hedged["high"].lower()
                if high == match.group().lower() and _VAGUE.index(low) < _VAGUE.index(high):
                    said = page.stretch("title", match.start(), match.end())
                    yield conflict(page, said, page.stretch("text", hedged.start("low"), hedged.end()), 0.8)


def _lead(page: Reading, title: Sentence) -> Iterator[Remark]:
    """The only percentage of the headline, which the text lacks, against the only one of its first sentence."""
    said = [q for q in title.quantities if q.kind == "percent" and q.unit == "percent"]
    lead = page.text[0] if page.text else None
    given = [q for q in lead.quantities if q.kind == "percent" and q.unit == "percent"] if lead else []
    if lead is None or len(said) != 1 or len(given) != 1 or said[0].bound != "exact" or given[0].bound != "exact":
        return
    told = [q for s in page.text for q in s.quantities if q.kind == "percent" and q.low is not None]
    before = [
        s.text[max(s.start, q.start - 12) : q.start].lower().split() for s, q in ((title, said[0]), (lead, given[0]))
    ]
    is_told = any(abs(point(q) - point(said[0])) <= 0.55 for q in told)
    if not is_told and about_same(title, lead) and before[0] and before[1] and before[0][-1] == before[1][-1]:
        yield conflict(page, page.spot(said[0]), page.spot(given[0]), 0.75)


def _shares(page: Reading, title: Sentence) -> Iterator[Remark]:
    """The only percentage or fraction of the headline against the only percentage of the text, about the same words."""
    percents = [(s, q) for s in page.text for q in s.quantities if q.kind == "percent" and q.unit == "percent"]
    said = [q for q in title.quantities if q.kind in ("percent", "ratio") and q.low]
    if not said and "r" not in title.kinds:
        most = _MOST.match(title.skeleton)
        if most and len(percents) == 1 and about_same(title, percents[0][0]) and (percents[0][1].high or 50) < 49.5:
            spot = page.stretch("title", title.offset(most.start()), title.offset(most.end()))
            yield conflict(page, spot, page.spot(percents[0][1]), 0.8)
        return
    fractions = [q for s in page.text for q in s.quantities if q.kind == "ratio"]
    if len(said) == 1 and said[0].kind == "ratio" and len(fractions) == 1 and not percents:
        top, given = fractions[0].high, said[0].low
        if fractions[0].bound in ("at_most", "less_than") and top and given and top < given * 0.95:
            yield conflict(page, page.spot(said[0]), page.spot(fractions[0]), 0.8)
    if len(said) != 1 or len(percents) != 1 or fractions or not about_same(title, percents[0][0]):
        return
    sentence, percent = percents[0]
    if percent.bound != "exact" or said[0].bound != "exact" or not any(sentence.find(_PART)):
        return
    value = point(said[0]) * (100 if said[0].kind == "ratio" else 1)
    reach = 0.12 * value if said[0].kind == "ratio" else 0.55
    if not Interval(value - reach, value + reach).overlaps(stands_for(percent)):
        yield conflict(page, page.spot(said[0]), page.spot(percent), 0.8)
