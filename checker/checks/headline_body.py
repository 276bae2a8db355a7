"""A headline has the figures of the text.

What it does
    Holds a figure of the headline against the only one of its kind in the text: money, measures and counts of one noun
    whose digits agree and whose magnitude does not; ages that are a slip apart; percentages and fractions ("three in
    four", "majority") about the same words; a vague number that the text hedges ("hundreds" over "dozens, maybe
    hundreds"); a toll that the text gives to something else.

Why it matters
    Most readers see the headline alone, and it is written last, by another hand.

Flags
    Headline: $620 billion; text: $620 million.  Headline: most oppose the plan; text: 42 per cent oppose it.

Passes
    Headline: £2m appeal; text: £2,087,000.  Headline: over 200 firms; text: 207 companies.

Options
    severity.

Measured precision
    No finding in 2,583 local-news articles; 3 of 3 right in other texts with labels; none of 161 right
    texts made to tempt was flagged.
"""

from __future__ import annotations

import math
import re
from collections.abc import Iterator

from checker.checks._arithmetic import is_exact, point, stands_for
from checker.checks._reading import Phrase, Reading, Sentence, mark
from checker.intervals import Interval, interval_of
from checker.records import Quantity, Remark, Spot
from checker.rulebook import CheckSettings

__all__ = ["check"]

FEW = 10
"""Small counts occur by chance in many places of a text."""
_VAGUE = ("dozens", "scores", "hundreds", "thousands", "tens of thousands", "hundreds of thousands", "millions")
_VAGUE_WORD = "(?:" + "|".join(sorted(_VAGUE, key=len, reverse=True)) + ")"
_HEDGED = Phrase(
    rf"\b(?P<low>{_VAGUE_WORD}),?\s(?:or\s|if\snot\s|maybe\s|perhaps\s|possibly\s|even\s){{1,3}}(?P<high>{_VAGUE_WORD})\b",
    re.IGNORECASE,
)
_TITLE_VAGUE = Phrase(rf"\b{_VAGUE_WORD}\b", re.IGNORECASE)
_UNSURE = Phrase(r"\b(?:maybe|perhaps|possibly|may|could|feared|or)\b", re.IGNORECASE)
_MOST = Phrase(r"^(?:a\s)?(?:most|majority)\b(?!\s(?:wanted|likely|popular|expensive|deadly|recent|violent))")
_WORD = Phrase(r"[a-z]{4,}")
_COMMON = frozenset(
    [
        "that",
        "this",
        "with",
        "from",
        "have",
        "will",
        "been",
        "were",
        "said",
        "says",
        "than",
        "over",
        "more",
        "most",
        "year",
        "years",
        "after",
        "about",
    ]
)
_PART = Phrase(mark("p", "p") + r"(?!\s(?:off|chance|discount|less|more|higher|lower|stake|share))")


def check(page: Reading, setting: CheckSettings) -> Iterator[Remark]:
    """Headlines whose figures are not those of the text."""
    for title in page.title:
        yield from _vague(page, title)
        yield from _shares(page, title)
        for said in title.quantities:
            yield from _slip(page, title, said)
    yield from _ages(page)
    yield from _facts(page)


def _conflict(page: Reading, said: Spot, given: Spot, confidence: float) -> Remark:
    headline, text = (page.article.get(spot.field)[spot.start : spot.end] for spot in (said, given))
    return Remark(
        verdict="conflict",
        message=f"The headline says “{headline}”, the text “{text}”.",
        working=f"headline: {headline}; text: {text}",
        spots=(said, given),
        confidence=confidence,
    )


def _vague(page: Reading, title: Sentence) -> Iterator[Remark]:
    for match in _TITLE_VAGUE.finditer(title.text, title.start, title.end):
        if _UNSURE.search(title.text, title.start, title.end):
            continue
        for sentence in page.text:
            for hedged in _HEDGED.finditer(sentence.text, sentence.start, sentence.end):
                low, high = hedged["low"].lower(), hedged["high"].lower()
                if high == match.group().lower() and _VAGUE.index(low) < _VAGUE.index(high):
                    said = page.stretch("title", match.start(), match.end())
                    yield _conflict(page, said, page.stretch("text", hedged.start("low"), hedged.end()), 0.8)


def _shares(page: Reading, title: Sentence) -> Iterator[Remark]:
    """The only percentage or fraction of the headline against the only percentage of the text, about the same words."""
    percents = [(s, q) for s in page.text for q in s.quantities if q.kind == "percent" and q.unit == "percent"]
    said = [q for q in title.quantities if q.kind in ("percent", "ratio") and q.low]
    if not said and "r" not in title.kinds:
        most = _MOST.match(title.skeleton)
        if most and len(percents) == 1 and _about_same(title, percents[0][0]) and (percents[0][1].high or 50) < 49.5:
            spot = page.stretch("title", title.offset(most.start()), title.offset(most.end()))
            yield _conflict(page, spot, page.spot(percents[0][1]), 0.8)
        return
    fractions = [q for s in page.text for q in s.quantities if q.kind == "ratio"]
    if len(said) == 1 and said[0].kind == "ratio" and len(fractions) == 1 and not percents:
        top, given = fractions[0].high, said[0].low
        if fractions[0].bound in ("at_most", "less_than") and top and given and top < given * 0.95:
            yield _conflict(page, page.spot(said[0]), page.spot(fractions[0]), 0.8)
    if len(said) != 1 or len(percents) != 1 or fractions or not _about_same(title, percents[0][0]):
        return
    sentence, percent = percents[0]
    if percent.bound != "exact" or said[0].bound != "exact" or not any(sentence.find(_PART)):
        return
    value = point(said[0]) * (100 if said[0].kind == "ratio" else 1)
    reach = 0.12 * value if said[0].kind == "ratio" else 0.55
    if not Interval(value - reach, value + reach).overlaps(stands_for(percent)):
        yield _conflict(page, page.spot(said[0]), page.spot(percent), 0.8)


def _about_same(title: Sentence, sentence: Sentence) -> bool:
    """Whether headline and sentence share two words of weight, or the only one that the headline has."""
    own, other = ({w[:4] for w in _WORD.findall(s.skeleton) if w not in _COMMON} for s in (title, sentence))
    return len(own & other) >= min(2, len(own)) > 0


def _slip(page: Reading, title: Sentence, said: Quantity) -> Iterator[Remark]:
    """The same digits in another magnitude: $620 billion over $620 million, 40 jobs over 400 jobs."""
    if said.kind not in ("money", "measure", "count") or not is_exact(said) or not said.low or said.low <= 1:
        return
    own = [(s, q) for s in page.text for q in s.quantities if q.kind == said.kind and q.unit == said.unit and q.low]
    same = own if said.kind != "count" else [(s, q) for s, q in own if said.counted and q.counted == said.counted]
    if any(stands_for(q).overlaps(stands_for(said), 0.1) for _, q in own):
        return
    for sentence, other in same:
        power = math.log10(point(said) / point(other))
        if not is_exact(other) or abs(power - round(power)) > 1e-9 or not round(power):
            continue
        if abs(power) >= 3 or (len(same) == 1 and _about_same(title, sentence)):
            yield _conflict(page, page.spot(said), page.spot(other), 0.9 if abs(power) >= 2 else 0.8)
            return


def _ages(page: Reading) -> Iterator[Remark]:
    """One age in the headline and one in the text, and the one may be a slip for the other."""
    stated = [q for sentence in page.title for q in sentence.quantities if q.kind == "age"]
    given = [q for sentence in page.text for q in sentence.quantities if q.kind == "age"]
    if len(stated) != 1 or len({q.low for q in given}) != 1 or not all(is_exact(q) for q in (*stated, *given)):
        return
    a, b = int(point(stated[0])), int(point(given[0]))
    if a != b and (abs(a - b) <= 2 or f"{a:02}" == f"{b:02}"[::-1]):
        yield _conflict(page, page.spot(stated[0]), page.spot(given[0]), 0.8)


def _facts(page: Reading) -> Iterator[Remark]:
    """A figure of the headline that the text gives to something else: injured there, missing here."""
    claims = [claim for claim in page.page.claims if claim.status == "actual" and ":" not in claim.fact]
    text = [claim for claim in claims if claim.field == "text"]
    for said in claims:
        if said.field != "title" or said.implied or said.low < FEW or said.scope:
            continue
        same = [c for c in text if c.fact == said.fact and not c.scope]
        others = [c for c in text if c.fact != said.fact and c.low == said.low]
        if others and not same and interval_of(said).overlaps(interval_of(others[0])):
            given = Spot("text", others[0].start, others[0].end, others[0].id)
            yield _conflict(page, Spot("title", said.start, said.end, said.id), given, 0.75)
