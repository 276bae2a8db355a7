"""A level and its growth fit the level that another article gives for the year before.

What it does
    Takes "rose 12% to $56 billion in 2023" of one article and "$50 billion in 2022" of another, of the same thing, and
    multiplies: 50 × 1.12 = 56.

Why it matters
    A percentage, a level and last year's level come from one table.  Where they do not fit, one of them was copied
    wrongly, and no article by itself shows it.

Flags
    Trade of the two rose 26.3% in 2023 to $204.1 billion; in another article: their trade was $190.3 billion in 2022.

Passes
    The same with $240.1 billion; levels of other periods, units, things or names; growth in real terms or adjusted;
    a level that any other article gives in a way that fits.

Options
    tolerance: relative difference of the later level let pass beyond rounding, since last year's levels are revised.
    severity.

Measured precision
    No finding yet in 2,583 local-news articles or in other texts with labels.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from datetime import date

from msgspec import Struct

from checker.evidence import finding_id, of_claim
from checker.facts.compare import span
from checker.facts.sides import Side
from checker.intervals import Interval, interval_of, number
from checker.records import Claim, Finding
from checker.rulebook import CheckSettings, table

__all__ = ["growth_levels"]

ID = "growth_level"
LONG = 120
"""Days of a period from which growth is that from the same period of the year before; of a month or a quarter it may
be that from the one before it."""
CONFIDENCE = 0.7
_STATED = frozenset({"actual", "estimate", "previous"})

Thing = tuple[str, str, tuple[str, ...], frozenset[str], str, str]
"""Noun, unit, scope, names beside it, first and last day: what two levels share that are one."""


class _Growth(Struct, frozen=True):
    """A change in per cent and the level that it led to, of one sentence."""

    change: Claim
    level: Side


def growth_levels(
    sides: Iterable[Side], known: Collection[str], event_of: Mapping[str, int], setting: CheckSettings | None
) -> Iterator[Finding]:
    """Levels that their own growth cannot have led to from the level of the year before; `known` articles are old.

    Articles of one event (`event_of` numbers it, by article) need not repeat the names: "trade between the two".
    """
    if setting is None or not setting.enabled:
        return
    sentences: dict[tuple[str, str, int], list[Side]] = defaultdict(list)
    levels: dict[Thing, list[Side]] = defaultdict(list)
    for side in sides:
        claim = side.claim
        sentences[claim.article, claim.field, claim.quote_start].append(side)
        thing = _thing(claim)
        if thing is not None and claim.change_role in ("none", "to"):
            levels[thing].append(side)
    for said in sentences.values():
        growth = _growth(said)
        thing = _thing(growth.level.claim) if growth else None
        before = _year_before(thing) if thing else None
        if growth is None or before is None:
            continue
        bases = [side for side in levels.get(before, ()) if side.source.article != growth.level.source.article]
        bases = bases or _of_event(growth.level, before, levels, event_of)
        articles = {growth.level.source.article, *(side.source.article for side in bases)}
        if bases and not articles <= {*known} and not any(_fits(growth, base.claim, setting) for base in bases):
            yield _finding(growth, bases, setting)


def _of_event(
    level: Side, before: Thing, levels: Mapping[Thing, list[Side]], event_of: Mapping[str, int]
) -> list[Side]:
    """Levels of the year before in other articles of the event, of the same ruled kind, where they are all alike."""
    if ":" in level.claim.fact:
        return []
    event = event_of.get(level.source.article)
    found = [
        side
        for thing, sides in levels.items()
        if (thing[:3], thing[4:]) == (before[:3], before[4:])
        for side in sides
        if side.source.article != level.source.article and event_of.get(side.source.article, -1) == event
    ]
    is_near = all(side.claim.low / 3 <= level.claim.low <= side.claim.low * 3 for side in found)
    return found if is_near and len({side.claim.low for side in found}) == 1 else []


def _growth(said: Sequence[Side]) -> _Growth | None:
    """The one change in per cent of a sentence and the one level that it led to, if both are of one thing."""
    by = [side for side in said if side.claim.unit == "percent" and side.claim.change_role == "by"]
    to = [side for side in said if side.claim.unit != "percent" and side.claim.change_role == "to"]
    if len(by) != 1 or len(to) != 1:
        return None
    change, level = by[0].claim, to[0].claim
    is_one = change.change == level.change and change.change != "none" and change.when == level.when
    noun = _noun(level)
    is_same = noun in change.fact.replace("_", ":").split(":") or noun == _noun(change)
    is_plain = change.bound == "exact" and change.low == change.high and change.status == "actual"
    return _Growth(change, to[0]) if is_one and is_same and is_plain and not _other_basis(change.quote) else None


def _noun(claim: Claim) -> str:
    return claim.fact.rpartition(":")[2]


def _other_basis(quote: str) -> bool:
    low = quote.lower()
    return any(words in low for words in table("arithmetic")["other_basis"])


def _thing(claim: Claim) -> Thing | None:
    """What the level is of; None where nothing names it or its period, or where its value is open."""
    if claim.unit is None or claim.when is None or claim.low != claim.high or claim.low <= 0:
        return None
    if claim.status not in _STATED or claim.unit == "percent":
        return None
    speaker = (claim.speaker or "").lower()
    others = [name for name in claim.names if name not in claim.where and name != speaker]
    names = frozenset(word for name in others or [speaker] for word in name.split())  # a firm tells its own figures
    return (_noun(claim), claim.unit, claim.scope, names, claim.when.start, claim.when.end) if names else None


def _year_before(thing: Thing) -> Thing | None:
    *what, first, last = thing
    try:
        start, end = date.fromisoformat(first), date.fromisoformat(last)
        days = (end - start).days
        moved = tuple(day.replace(year=day.year - 1).isoformat() for day in (start, end))
    except ValueError:  # 29 February, or a year that is none
        return None
    return (*what, *moved) if LONG <= days <= 366 else None  # type: ignore[return-value]


def _fits(growth: _Growth, base: Claim, setting: CheckSettings) -> bool:
    return _other_basis(base.quote) or _computed(growth, base).overlaps(_known(growth.level.claim), setting.tolerance)


def _computed(growth: _Growth, base: Claim) -> Interval:
    """The level that the growth leads to."""
    share = interval_of(growth.change).scaled(0.01 if growth.change.change == "up" else -0.01)
    return _known(base) * (Interval(1, 1) + share)


def _known(claim: Claim) -> Interval:
    return span(claim) or interval_of(claim)


def _finding(growth: _Growth, bases: Sequence[Side], setting: CheckSettings) -> Finding:
    level, change = growth.level, growth.change
    base = min(bases, key=lambda side: side.claim.id)
    sign = 1 if change.change == "up" else -1
    factor = 1 + sign * change.low / 100
    reached = base.claim.low * factor
    working = (
        f"{number(base.claim.low)} × {number(round(factor, 6))} = {number(float(f'{reached:.4g}'))}, "
        f"not {number(level.claim.low)} (off by {abs(level.claim.low - reached) / reached:.1%})"
    )
    evidence = (
        of_claim(base.claim, base.source),
        of_claim(change, level.source),
        of_claim(level.claim, level.source),
    )
    way = "rise" if sign > 0 else "fall"
    return Finding(
        id=finding_id(ID, evidence),
        check=ID,
        verdict="arithmetic",
        severity=setting.severity,
        confidence=CONFIDENCE,
        message=f"A {way} of {change.figure} to {level.claim.figure} does not start from {base.claim.figure}, "
        "the level that another article gives for the year before.",
        working=working,
        fact=None,
        claims=tuple(sorted({level.claim.id, change.id, *(side.claim.id for side in bases)})),
        evidence=evidence,
    )
