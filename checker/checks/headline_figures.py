"""The headline's count or sum is the one that the text opens with.

What it does
    Holds a count of the headline that stands nowhere in the text, nor is the sum of two figures there, against the
    only one that the text has for the same fact in its first sentences ("kills 14", "killed 12 workers"); and the only
    sum of money of a headline against the only one of the text behind the same verb.

Why it matters
    Headlines are written last and by somebody else.

Flags
    Corvin Ales to cut 400 jobs | The brewer said on Monday that it would cut 300 jobs.

Passes
    300 jobs at risk | The brewer might cut 120 jobs in one town and 180 in another.

Options
    severity.

Measured precision
    1 of 1 right in 2,583 local-news articles; none in 161 right texts, corrections and
    traps; all of it was used in development.
"""

from __future__ import annotations

from collections.abc import Iterator
from itertools import combinations

from checker.checks._arithmetic import is_exact, stands_for
from checker.checks._headlines import about_same, conflict
from checker.checks._reading import Reading, Sentence
from checker.records import Quantity, Remark, Spot
from checker.rulebook import CheckSettings

__all__ = ["check"]

_FIRM = ("exact", "at_least", "more_than")
LEAD = 3
"""Sentences in which a text tells what its headline says."""
MANY = 12
"""Figures of a text that are tried two by two for a count that it leaves to the reader."""
"""Small counts occur by chance in many places of a text."""


def check(page: Reading, setting: CheckSettings) -> Iterator[Remark]:
    """Headlines whose counts and sums are not the text's."""
    if page.title:
        yield from _counts(page)
        yield from _sums(page)


def _counts(page: Reading) -> Iterator[Remark]:
    """A count of the headline that stands nowhere in the text, over the only one that the text has for its fact."""
    claims = [claim for claim in page.page.claims if claim.unit == "count" and claim.change_role != "by"]
    lead = page.text[min(len(page.text), LEAD) - 1].end if page.text else 0
    figures = [q.low for s in page.text for q in s.quantities if q.kind == "count" and q.low and q.low == q.high]
    sums = {a + b for a, b in combinations(figures[:MANY], 2)} | {a - b for a in figures[:MANY] for b in figures[:MANY]}
    for said in claims:
        if said.field != "title" or said.implied or said.bound not in _FIRM or said.low < 3 or said.low != said.high:
            continue
        if said.status not in ("actual", "planned") or set(said.scope) - {said.counted}:
            continue
        same = [c for c in claims if c.field == "text" and c.fact == said.fact]
        if not same or any(c.implied for c in same) or len({(c.low, c.high, c.bound) for c in same}) != 1:
            continue
        given = same[0]
        is_near = any(abs(value - said.low) <= (0.1 * said.low if said.low >= 50 else 0) for value in figures)
        if (
            given.bound not in (_FIRM if said.bound != "exact" else ("exact",))
            or set(given.scope) - {given.counted}
            or is_near
            or said.low in sums
        ):
            continue
        sentence = next((s for s in page.text if s.start <= given.start < s.end), None)
        is_told = sentence is not None and any(about_same(title, sentence) for title in page.title)
        if given.start < lead and is_told and given.low > 1 and given.low <= said.low * 10 <= given.low * 100:
            at = Spot("text", given.start, given.end, given.id)
            yield conflict(page, Spot("title", said.start, said.end, said.id), at, 0.75)


def _sums(page: Reading) -> Iterator[Remark]:
    """The only sum of the headline against the only one of the text, behind the same verb: "to pay", "will pay"."""
    told = [(s, q) for s in page.text for q in s.quantities if q.kind == "money" and q.low]
    for title in page.title:
        said = [q for q in title.quantities if q.kind == "money" and q.low]
        if len(said) != 1 or not is_exact(said[0]) or not told or len({(q.low, q.unit) for _, q in told}) != 1:
            continue
        sentence, given = told[0]
        verb, other = _verb(title, said[0]), _verb(sentence, given)
        if (
            sentence not in page.text[:2]
            or not is_exact(given)
            or given.unit != said[0].unit
            or not verb
            or verb != other
        ):
            continue
        if not stands_for(given).overlaps(stands_for(said[0]), 0.1):
            yield conflict(page, page.spot(said[0]), page.spot(given), 0.75)


def _verb(sentence: Sentence, quantity: Quantity) -> str:
    """The first letters of the word before a figure, its hedges apart."""
    before = sentence.text[sentence.start : quantity.start].lower().removesuffix(f"{sentence.hedge(quantity)} ").split()
    return before[-1][:4] if before and len(before[-1]) >= len("pays") else ""
