"""What an article as a whole says of the people an event befell: whether two tolls really stand against each other.

An article rarely gives one figure: it finds two men on the scene and counts five in its headline, tells of the dead and
the hurt apart, or of a whole weekend.  A figure that the other article accounts for contradicts nothing in it.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping, Sequence
from functools import cache
from itertools import combinations

from msgspec import Struct
from msgspec.structs import replace

from checker.facts.sides import Side
from checker.facts.verdicts import Opinion
from checker.records import Claim
from checker.rulebook import table

__all__ = ["Telling", "tellings", "weighed"]

LEAD = 400
"""Characters of a text that tell what its news is."""
_STANDING = ("actual", "estimate")
_BESIDE = frozenset({"other", "additional"})
SURE = 0.9
"""Confidence of an update that the text itself tells."""
ASIDE = 0.35
"""Confidence of a contradiction to a figure told in passing, far from the lead."""


class Telling(Struct, frozen=True):
    """All counts of people in one article."""

    figures: frozenset[float]
    """As written, and what two of one sentence, or the totals of two tolls, add up to."""
    stated: frozenset[tuple[str, float]]
    """Kind and value of all counts."""
    leading: frozenset[tuple[str, float]]
    """Kind and value of those in the title and the first sentences."""
    title: str
    replaced: dict[tuple[str, float], Side]
    """The count that stands in the place of one that the article takes back, by kind and value of that one."""


@cache
def _cue(role: str) -> re.Pattern[str]:
    return re.compile(rf"\b(?:{'|'.join(map(re.escape, table('events')[role]))})\b", re.I)


def tellings(sides: Iterable[Side], tolls: Collection[str]) -> dict[str, Telling]:
    """The counts of people in each article; `tolls` are the kinds of fact that count whom an event befell."""
    of_article: dict[str, list[Side]] = defaultdict(list)
    for side in sides:
        if side.claim.unit == "count" and side.claim.low > 0:
            of_article[side.source.article].append(side)
    return {article: _telling(held, tolls) for article, held in of_article.items()}


def _telling(held: Sequence[Side], tolls: Collection[str]) -> Telling:
    claims = [side.claim for side in held if side.claim.status in _STANDING]
    counts = [claim for claim in claims if claim.fact in tolls]
    figures = {claim.low for claim in claims if claim.low == claim.high}
    of_sentence: dict[tuple[str, int], dict[int, Claim]] = defaultdict(dict)
    for claim in counts:
        of_sentence[claim.field, claim.quote_start][claim.start] = claim
    for listed in of_sentence.values():
        figures |= {one.low + other.low for one, other in combinations(listed.values(), 2) if one.end <= other.start}
    leading = {(c.fact, c.low) for c in claims if c.field == "title" or c.quote_start < LEAD}
    stated = frozenset((c.fact, c.low) for c in claims)
    return Telling(frozenset(figures), stated, frozenset(leading), held[0].source.title or "", _replaced(held, tolls))


def _replaced(held: Sequence[Side], tolls: Collection[str]) -> dict[tuple[str, float], Side]:
    """What one sentence says instead of an earlier figure: "eight were hurt, not nine"."""
    found: dict[tuple[str, float], Side] = {}
    for side in held:
        claim = side.claim
        if claim.status == "previous" and claim.fact in tolls and not claim.implied:
            stands = [
                other
                for other in held
                if (other.claim.field, other.claim.quote_start) == (claim.field, claim.quote_start)
                and other.claim.fact == claim.fact and other.claim.status in _STANDING and not other.claim.implied
            ]  # fmt: skip
            if stands:
                found.setdefault((claim.fact, claim.low), stands[0])
    return found


def weighed(
    opinion: Opinion, told: Mapping[str, Telling], tolls: Collection[str], lesser: Collection[str]
) -> Opinion | None:
    """The opinion on two tolls as the whole of both articles bears it out; None where they do not contradict it.

    `lesser` are the tolls that give way to a graver one.
    """
    one, other = opinion.sides
    is_toll = one.claim.fact == other.claim.fact and one.claim.fact in tolls
    if not is_toll or one.source.article == other.source.article:
        return opinion
    here, there = told[one.source.article], told[other.source.article]
    if opinion.verdict == "updated":
        return None if opinion.confidence < SURE and _is_part(one, other, here, there) else opinion
    instead = there.replaced.get((one.claim.fact, one.claim.low))
    if instead is not None and instead.claim.low == other.claim.low:
        reason = "the later text takes the earlier figure back"
        return replace(
            opinion, newer=instead, verdict="updated", check="updated", severity="info", confidence=SURE, reason=reason
        )
    if one.claim.low in there.figures or other.claim.low in here.figures:
        return None
    if any(_is_of_several(side.claim, telling) for side, telling in ((one, here), (other, there))):
        return None
    if one.claim.fact in lesser and any(_cue("on_arrival").search(side.claim.quote) for side in opinion.sides):
        return None  # the wounded leave, the dead do not
    if any(_cue("by_name").search(side.claim.quote) for side in opinion.sides):
        return None
    if all((side.claim.fact, side.claim.low) in telling.leading for side, telling in ((one, here), (other, there))):
        return opinion
    if not _BESIDE.issuperset((*one.claim.scope, *other.claim.scope)):
        return None
    return replace(opinion, severity="info", confidence=ASIDE)


def _is_part(one: Side, other: Side, here: Telling, there: Telling) -> bool:
    """Whether the figures grew only as one tells of a part: of one of the hurt, of a night among several."""
    if (other.claim.fact, other.claim.low) in here.stated or _is_of_several(other.claim, there):
        return True
    if _is_of_several(one.claim, here):
        return True
    return one.claim.implied and one.claim.low <= 1 and (one.claim.fact, one.claim.low) not in here.leading


def _is_of_several(claim: Claim, telling: Telling) -> bool:
    """Whether the figure may be that of several events: a weekend's shootings, a city's homicides."""
    return bool(_cue("several").search(claim.quote) or _cue("several").search(telling.title))
