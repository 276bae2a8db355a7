"""A headline says what the text says.

What it does
    Holds figures of the headline against those of the text: money and counts of one unit whose digits are the same
    and whose magnitude is not; ages; a vague number that the text hedges ("hundreds" over "dozens, maybe hundreds");
    a percentage, a "doubled" or a share of the headline that the only two levels of the text do not make.

Why it matters
    Most readers see the headline alone, and it is written last, by another hand.

Flags
    Headline: $850 billion; text: $850 million.  Headline: demand doubles; text: from 11,000 to 13,000 a week.

Passes
    Headline: £1m appeal; text: £1,043,500.  Headline: over 100 firms; text: 104 companies.

Options
    tolerance: relative difference let pass beyond rounding.
    severity.
"""

from __future__ import annotations

import math
import re
from collections.abc import Iterator
from functools import cache

from checker.checks._arithmetic import change, point, ratio, shown, stands_for, strictly
from checker.checks._levels import changes, pairs
from checker.checks._reading import Reading, Sentence, mark, words
from checker.intervals import Interval, interval_of, number
from checker.records import Claim, Quantity, Remark, Spot
from checker.rulebook import CheckSettings, table

__all__ = ["check"]

FEW = 10
"""Small counts occur by chance in many places of a text."""
_VAGUE = (
    "dozens",
    "scores",
    "hundreds",
    "thousands",
    "tens of thousands",
    "hundreds of thousands",
    "millions",
    "billions",
)
_VAGUE_WORD = "(?:tens of thousands|hundreds of thousands|dozens|scores|hundreds|thousands|millions|billions)"
_BODY_VAGUE = re.compile(
    rf"\b(?P<low>{_VAGUE_WORD}),?\s(?:or\s|if\snot\s|maybe\s|perhaps\s|possibly\s|even\s|and\s){{1,3}}(?P<high>{_VAGUE_WORD})\b",
    re.I,
)
_TITLE_VAGUE = re.compile(rf"\b{_VAGUE_WORD}\b", re.I)
_SHARE = re.compile(mark("share", "rp") + r"\sof\b")
_OF = re.compile(mark("part", "c") + r"\s(?:of|out\sof)\s(?:its|the|their|his|her)\s" + mark("base", "c"))
_RISK = re.compile(r"\b(?:per|each|year-?ly|average|max\w*|up to|least)\b")


@cache
def _multiple() -> re.Pattern[str]:
    not_a_factor = r"(?!\s(?:shoot|murder|homicide|bill|play|stab|fatal|digit))"
    return re.compile(rf"(?:\b(?P<over>more than|over)\s)?\b(?P<word>{words('multiples')})\b{not_a_factor}")


def check(page: Reading, setting: CheckSettings) -> Iterator[Remark]:
    """Headlines that the text contradicts."""
    for title in page.title:
        yield from _vague(page, title)
        yield from _levels(page, title, setting)
        yield from _share(page, title)
        yield from _slips(page, title)
    yield from _ages(page)
    yield from _facts(page)


def _vague(page: Reading, title: Sentence) -> Iterator[Remark]:
    for match in _TITLE_VAGUE.finditer(title.text, title.start, title.end):
        said = match.group().lower()
        around = title.text[title.start : title.end].lower()
        if _BODY_VAGUE.search(around) or re.search(r"\b(?:maybe|perhaps|possibly|may|could|feared)\b", around):
            continue
        for sentence in page.text:
            for hedged in _BODY_VAGUE.finditer(sentence.text, sentence.start, sentence.end):
                low, high = hedged["low"].lower(), hedged["high"].lower()
                if high == said and _VAGUE.index(low) < _VAGUE.index(said):
                    yield Remark(
                        verdict="conflict",
                        message=f"The headline says “{match.group()}”, the text only “{hedged.group()}”.",
                        working=f"headline: {match.group()}; text: {hedged.group()}",
                        spots=(
                            page.stretch("title", match.start(), match.end()),
                            page.stretch("text", hedged.start("low"), hedged.end("low")),
                        ),
                        confidence=0.8,
                    )


def _levels(page: Reading, title: Sentence, setting: CheckSettings) -> Iterator[Remark]:
    """A change in the headline against the only two levels of the text."""
    if "p" not in title.kinds and not _multiple().search(title.skeleton):
        return
    found = [pair for sentence in page.text for pair in pairs(sentence)]
    if len(found) != 1 or found[0].old.kind not in ("count", "money"):
        return
    pair = found[0]
    computed = change(stands_for(pair.old), stands_for(pair.new))
    exact = (point(pair.new) / point(pair.old) - 1) * 100
    stated = [q for q, _ in changes(title)] or [q for q in title.quantities if q.kind == "percent"]
    words_of_change = re.search(rf"\b(?:{words('up')}|{words('down')})\b", title.skeleton)
    elsewhere = any(q.kind == "percent" for sentence in page.text for q in sentence.quantities)
    if len(stated) == 1 and words_of_change and not elsewhere:
        said = stands_for(stated[0])
        size = Interval(min(abs(computed.low), abs(computed.high)), max(abs(computed.low), abs(computed.high)))
        if not said.overlaps(size, setting.tolerance):
            yield _of_levels(page, stated[0].figure, page.spot(stated[0]), pair.old, pair.new, exact)
    multiple = _multiple().search(title.skeleton)
    if multiple and not stated:
        factor = float(table("arithmetic")["factors"][multiple["word"]])
        times = ratio(stands_for(pair.new), stands_for(pair.old))
        reach = Interval(factor * 0.75, factor * (1.6 if multiple["over"] else 1.25))
        if not times.overlaps(reach):
            spot = page.stretch("title", title.offset(multiple.start()), title.offset(multiple.end()))
            yield _of_levels(page, multiple.group(), spot, pair.old, pair.new, exact)


def _of_levels(page: Reading, figure: str, spot: Spot, old: Quantity, new: Quantity, exact: float) -> Remark:
    return Remark(
        verdict="arithmetic",
        message=f"The headline says {figure}; in the text, from {old.figure} to {new.figure} is {shown(exact)}%.",
        working=f"({number(point(new))} − {number(point(old))}) / {number(point(old))} = {shown(exact)}%, not {figure}",
        spots=(spot, page.spot(old), page.spot(new)),
        confidence=0.85,
    )


def _share(page: Reading, title: Sentence) -> Iterator[Remark]:
    """A share in the headline against the only "24 of its 41" of the text."""
    shares = [title.get(match, "share") for match in title.find(_SHARE)]
    if len(shares) == 1:
        yield from _at_most(page, shares[0])
    parts = [(s.get(m, "part"), s.get(m, "base")) for s in page.text for m in s.find(_OF)]
    if len(shares) != 1 or len(parts) != 1 or not shares[0].low:
        return
    part, base = parts[0]
    scale = 100 if shares[0].kind == "percent" else 1
    if not part.low or not base.low or _RISK.search(title.skeleton):
        return
    said, computed = strictly(title, shares[0]), ratio(stands_for(part), stands_for(base)).scaled(scale)
    if not said.overlaps(computed, 0.12 if shares[0].bound == "exact" else 0.0):
        exact = point(part) / point(base) * 100
        yield Remark(
            verdict="conflict",
            message=f"The headline says {title.hedge(shares[0])} {shares[0].figure}; {part.figure} of {base.figure} is {shown(exact)}%.",
            working=f"{number(point(part))} / {number(point(base))} = {shown(exact)}%, not {shares[0].figure}",
            spots=(page.spot(shares[0]), page.spot(part), page.spot(base)),
            confidence=0.8,
        )


def _at_most(page: Reading, said: Quantity) -> Iterator[Remark]:
    """ "a quarter" in the headline over the only fraction of the text, "up to a fifth"."""
    given = [q for sentence in page.text for q in sentence.quantities if q.kind == said.kind == "ratio"]
    if len(given) == 1 and given[0].bound in ("at_most", "less_than") and given[0].high and said.low:
        if given[0].high < said.low * 0.95:
            yield Remark(
                verdict="conflict",
                message=f"The headline says {said.figure}, the text at most {given[0].figure}.",
                working=f"{said.figure} > {given[0].figure}",
                spots=(page.spot(said), page.spot(given[0])),
                confidence=0.8,
            )


def _slips(page: Reading, title: Sentence) -> Iterator[Remark]:
    """The same digits in another magnitude: $850 billion over $850 million."""
    body = [q for sentence in page.text for q in sentence.quantities]
    for said in title.quantities:
        if said.kind not in ("money", "measure") or said.low is None or said.low != said.high or said.low <= 0:
            continue
        same = [q for q in body if q.kind == said.kind and q.unit == said.unit and q.low]
        if any(stands_for(q).overlaps(stands_for(said), 0.1) for q in same):
            continue
        for other in same:
            if other.low != other.high or re.sub(r"[^\d.,]", "", other.figure) != re.sub(r"[^\d.,]", "", said.figure):
                continue
            power = math.log10(point(said) / point(other))
            if abs(power - round(power)) < 1e-9 and abs(power) >= 2:
                yield Remark(
                    verdict="conflict",
                    message=f"The headline says {said.figure}, the text {other.figure}.",
                    working=f"{number(point(said))} / {number(point(other))} = {shown(point(said) / point(other))}",
                    spots=(page.spot(said), page.spot(other)),
                    confidence=0.92,
                )
                break


def _ages(page: Reading) -> Iterator[Remark]:
    """One age in the headline and one in the text, and they differ."""
    stated = [q for sentence in page.title for q in sentence.quantities if q.kind == "age"]
    given = [q for sentence in page.text for q in sentence.quantities if q.kind == "age"]
    if len(stated) != 1 or not given or stated[0].low is None or stated[0].low != stated[0].high:
        return
    ages = {q.low for q in given} | {q.high for q in given}
    if len({q.low for q in given}) != 1 or stated[0].low in ages or any(q.low != q.high for q in given):
        return
    if not _is_slip(int(stated[0].low), int(point(given[0]))):
        return
    yield Remark(
        verdict="conflict",
        message=f"The headline gives the age as {stated[0].figure}, the text as {given[0].figure}.",
        working=f"headline: {number(stated[0].low)}; text: {number(point(given[0]))}",
        spots=(page.spot(stated[0]), page.spot(given[0])),
        confidence=0.8,
    )


def _is_slip(a: int, b: int) -> bool:
    """Whether one age may be a slip for the other: a year or two apart, or the digits exchanged."""
    return abs(a - b) <= 2 or f"{a:02}" == f"{b:02}"[::-1]


def _facts(page: Reading) -> Iterator[Remark]:
    """A figure of the headline that the text gives to something else: injured there, missing here."""
    claims = [claim for claim in page.page.claims if claim.status == "actual"]
    for said in (claim for claim in claims if claim.field == "title" and ":" not in claim.fact and not claim.implied):
        same = [c for c in claims if c.field == "text" and c.fact == said.fact and not c.scope]
        if any(interval_of(c).overlaps(interval_of(said), 0.05) for c in same) or said.low < FEW or said.scope:
            continue
        others = [
            c for c in claims if c.field == "text" and c.fact != said.fact and c.low == said.low and ":" not in c.fact
        ]
        if others and not same:
            yield _of_claims(page, said, others[0], f"{said.fact} in the headline, {others[0].fact} in the text")


def _of_claims(page: Reading, said: Claim, other: Claim, what: str) -> Remark:
    return Remark(
        verdict="conflict",
        message=f"The headline's {said.figure} is another figure in the text: {what}.",
        working=f"headline: {said.figure} {said.fact}; text: {other.figure} {other.fact}",
        spots=(
            Spot(said.field, said.start, said.end, said.id),
            Spot(other.field, other.start, other.end, other.id),
        ),
        confidence=0.75,
    )
