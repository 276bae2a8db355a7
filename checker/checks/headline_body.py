"""A headline has the figures of the text.

What it does
    Holds a figure of the headline against those of its kind in the text: money, measures and counts of one noun whose
    digits are the same in another magnitude or another order; ages that are a slip apart; a sum or share of a named
    kind (revenue, turnout) against the only one that the text has for it, both done or both planned; a toll that the
    text gives to something else.

Why it matters
    Most readers see the headline alone, and it is written last, by another hand.

Flags
    Headline: $620 billion; text: $620 million.  Headline: firm to cut 510 jobs; text: it will cut 150 jobs.

Passes
    Headline: £2m appeal; text: £2,087,000.  Headline: over 200 firms; text: 207 companies.

Options
    severity.

Measured precision
    Not measured apart: split from one check, which made no finding in 2,583 local-news articles.
"""

from __future__ import annotations

import math
from collections.abc import Iterator

from msgspec.structs import replace

from checker.checks._arithmetic import is_exact, point, stands_for
from checker.checks._headlines import about_same, conflict
from checker.checks._reading import Reading, Sentence
from checker.intervals import interval_of
from checker.records import Claim, Quantity, Remark, Spot
from checker.rulebook import CheckSettings

__all__ = ["check"]

FEW = 10
"""Counts below this are too common for one of the headline to be the same one of the text."""


def check(page: Reading, setting: CheckSettings) -> Iterator[Remark]:
    """Headlines whose figures are not those of the text."""
    seen: set[int] = set()
    for title in page.title:
        for said in title.quantities:
            for remark in _slip(page, title, said):
                seen.add(said.start)
                yield remark
    yield from _ages(page)
    yield from _elsewhere(page)
    for remark in _same_fact(page):
        if remark.spots[0].start not in seen:
            yield remark


def _slip(page: Reading, title: Sentence, said: Quantity) -> Iterator[Remark]:
    """The same digits in another magnitude or order: $620 billion over $620 million, 510 jobs over 150 jobs."""
    if said.kind not in ("money", "measure", "count") or not is_exact(said) or not said.low or said.low <= 1:
        return
    own = [(s, q) for s in page.text for q in s.quantities if q.kind == said.kind and q.unit == said.unit and q.low]
    same = own if said.kind != "count" else [(s, q) for s, q in own if said.counted and q.counted == said.counted]
    swapped = [(s, q) for s, q in own if is_exact(q) and _is_swapped(said, q) and about_same(title, s)]
    if len(swapped) == 1 and not any(point(q) == point(said) for _, q in own):
        yield conflict(page, page.spot(said), page.spot(swapped[0][1]), 0.85)
        return
    if any(stands_for(q).overlaps(stands_for(said), 0.1) for _, q in own):
        return
    for sentence, other in same:
        if is_exact(other) and _is_swapped(said, other) and about_same(title, sentence):
            yield conflict(page, page.spot(said), page.spot(other), 0.85)
            return
        power = math.log10(point(said) / point(other))
        if not is_exact(other) or abs(power - round(power)) > 1e-9 or not round(power):
            continue
        if abs(power) >= 3 or (len(same) == 1 and about_same(title, sentence)):
            yield conflict(page, page.spot(said), page.spot(other), 0.9 if abs(power) >= 2 else 0.8)
            return


def _is_swapped(one: Quantity, other: Quantity) -> bool:
    """Whether the figures hold the same digits in another order: 510 and 150."""
    a, b = (f"{point(q):.10g}".rstrip("0") for q in (one, other))
    return a != b and len(f"{point(one):.0f}") == len(f"{point(other):.0f}") and sorted(a) == sorted(b)


def _ages(page: Reading) -> Iterator[Remark]:
    """One age in the headline and one in the text, and the one may be a slip for the other."""
    stated = [q for sentence in page.title for q in sentence.quantities if q.kind == "age"]
    given = [q for sentence in page.text for q in sentence.quantities if q.kind == "age"]
    if len(stated) != 1 or len({q.low for q in given}) != 1 or not all(is_exact(q) for q in (*stated, *given)):
        return
    a, b = int(point(stated[0])), int(point(given[0]))
    if a != b and (abs(a - b) <= 2 or f"{a:02}" == f"{b:02}"[::-1]):
        yield conflict(page, page.spot(stated[0]), page.spot(given[0]), 0.8)


def _elsewhere(page: Reading) -> Iterator[Remark]:
    """A figure of the headline that the text gives to something else: injured there, missing here."""
    claims = [claim for claim in page.page.claims if claim.status == "actual" and ":" not in claim.fact]
    text = [claim for claim in claims if claim.field == "text"]
    for said in claims:
        if said.field != "title" or said.implied or said.low < FEW or said.scope:
            continue
        same = [c for c in text if c.fact == said.fact and not c.scope]
        others = [c for c in text if c.fact != said.fact and c.low == said.low and c.unit == said.unit == "count"]
        if others and not same and interval_of(said).overlaps(interval_of(others[0])):
            given = Spot("text", others[0].start, others[0].end, others[0].id)
            remark = conflict(page, Spot("title", said.start, said.end, said.id), given, 0.75)
            kinds = f"“{said.fact}” in the headline, “{others[0].fact}” in the text"
            yield replace(remark, message=f"{remark.message[:-1]}, but of something else: {kinds}.")


def _same_fact(page: Reading) -> Iterator[Remark]:
    """A sum or share of the headline against the only one that the text has for its kind, both done or both planned.

    Not so for counts, of which a text often gives parts alone.
    """
    claims = [claim for claim in page.page.claims if ":" not in claim.fact and not claim.scope]
    named = [claim for claim in claims if claim.unit != "count" and claim.fact != "age"]
    text = [claim for claim in named if claim.field == "text"]
    for said in named:
        if said.field != "title" or said.bound != "exact" or said.change_role == "by":
            continue
        near = [q for s in page.text for q in s.quantities if q.low is not None and q.unit == said.unit]
        if any(stands_for(q).overlaps(interval_of(said), 0.1) for q in near):
            continue
        same = [claim for claim in text if claim.fact == said.fact and claim.unit == said.unit]
        current = [claim for claim in same if _is_plan(claim) == _is_plan(said) and claim.status != "background"]
        if len({(claim.low, claim.high) for claim in same}) == 1 and len(current) == len(same):
            given = current[0]
            if given.bound == "exact" and given.low == given.high and given.low <= said.low * 10 <= given.low * 100:
                at = Spot("text", given.start, given.end, given.id)
                yield conflict(page, Spot("title", said.start, said.end, said.id), at, 0.75)


def _is_plan(claim: Claim) -> bool:
    return claim.status in ("planned", "target", "hypothetical")
