"""What an editor should be told of two figures for one thing that do not agree.

In real coverage two thirds of such differences are updates; so a difference is a conflict only where nothing explains
it: no later date, no "earlier reported", no growing toll.
"""

from __future__ import annotations

import math
import re
from functools import cache
from typing import Literal

from msgspec import Struct

from checker.facts.compare import TURNED, agree, is_step_apart, scale_slip, slip, span
from checker.facts.context import content, is_long, together_in_time
from checker.facts.sides import Side
from checker.facts.slots import is_ruled, measure_of
from checker.language.countries import country
from checker.records import Claim, Severity, Verdict
from checker.rulebook import FactRule, table

__all__ = ["AGE", "Opinion", "narrowing", "opinion"]

Check = Literal["conflict", "updated", "unexplained_fall", "magnitude_slip", "outdated_figure"]
GROWN = 1.1
"""How far above a lower bound a later figure must be to count as an update of it."""
TALLY = 20
"""A count of things without a rule of their own that may be a running tally: aftershocks, towns, calls."""
HOURLY = 50
"""A count this large may change from hour to hour; two figures of one day are then rather early and late."""
SLIPPED = 1000
"""A factor that no course of time explains, where the digits are the same."""
TWICE = 2.0
LIKE = 1.25
APART = 3.0
RISING = 5.0
SOARING = 50.0
"""How many times larger a figure may be than the other and still be of the same thing: counts; sums and shares; sizes
that never change, as depths; counts that grow, where a text has no date; counts that grow over days."""
AGE = "age"
"""Id of the kind of fact that holds ages."""
_LOWER = frozenset({"at_least", "more_than"})


@cache
def _revised() -> re.Pattern[str]:
    return re.compile(rf"\b(?:{'|'.join(map(re.escape, table('events')['revised']))})", re.I)


@cache
def _is_restated() -> re.Pattern[str]:
    return re.compile(rf"\b(?:{'|'.join(map(re.escape, table('events')['restated']))})", re.I)


@cache
def _under_way() -> re.Pattern[str]:
    return re.compile(rf"\b(?:{'|'.join(map(re.escape, table('events')['under_way']))})\b", re.I)


@cache
def _before_whole() -> re.Pattern[str]:
    """A word for the whole right before the figure, "the" or "of the" between them at most."""
    return re.compile(rf"\b(?:{'|'.join(map(re.escape, table('events')['whole']))}) (?:of )?(?:the )?\Z", re.I)


@cache
def _renewed() -> re.Pattern[str]:
    return re.compile(rf"\W*(?:{'|'.join(map(re.escape, table('events')['renewed']))})\b", re.I)


class Opinion(Struct, frozen=True):
    """How two sides differ; the older side comes first."""

    older: Side
    newer: Side
    verdict: Verdict
    check: Check
    severity: Severity
    confidence: float
    reason: str

    @property
    def sides(self) -> tuple[Side, Side]:
        """Both sides, the older one first."""
        return self.older, self.newer


def opinion(one: Side, other: Side, rule: FactRule | None, *, is_last: bool = False) -> Opinion | None:
    """What to say of the two; None where they agree or nothing can be said.

    `is_last` says that other kinds end in this one, as the wounded may die: it rises within the hours of a day.
    """
    if AGE == one.claim.fact == other.claim.fact:
        return _ages(*_ordered(one, other))
    if one.claim.fact != other.claim.fact and is_ruled(one.claim.fact) and is_ruled(other.claim.fact):
        reason = "hurt in the earlier text, dead in the later one"
        return Opinion(one, other, "updated", "updated", "info", 0.5, reason)
    older, newer = _ordered(one, other)
    evolves = rule.evolves if rule is not None else _growing(older.claim, newer.claim)
    if evolves and not {*table("events")["passing"]}.isdisjoint((*older.claim.scope, *newer.claim.scope)):
        evolves = "both"
    if older.source.article == newer.source.article:
        return None if agree(older.claim, newer.claim) else _inside(older, newer)
    if evolves == "up" and None in (older.day, newer.day) and newer.claim.low < older.claim.low:
        older, newer = newer, older  # such counts rise, so the higher figure is the later one
    if not _is_one_thing(older, newer, evolves, has_rule=rule is not None):
        return None
    if _both_lower(older.claim, newer.claim):
        return _raised_bound(older, newer) if evolves in ("up", "both") else None
    if rule is not None and not evolves and is_step_apart(older.claim, newer.claim):
        return _fixed(older, newer)
    if agree(older.claim, newer.claim):
        return _left_behind(older, newer) if evolves in ("up", "both") else None
    return _across(older, newer, evolves, has_rule=rule is not None, is_last=is_last)


def _ordered(one: Side, other: Side) -> tuple[Side, Side]:
    """By what the text calls superseded, then by day, then by article, so that the order of input does not matter."""

    def rank(side: Side) -> tuple[bool, int, str, int]:
        day = side.day
        return side.claim.status != "previous", day.toordinal() if day else 0, side.source.article, side.claim.start

    first, second = sorted((one, other), key=rank)
    return first, second


def _growing(one: Claim, other: Claim) -> str | None:
    """Counts of one noun, large enough to be a tally, are taken to grow; whether they do, no rule says."""
    is_tally = one.fact.startswith("count:") and min(one.low, other.low) >= TALLY
    return "up" if is_tally else None


def _both_lower(one: Claim, other: Claim) -> bool:
    return one.bound in _LOWER and other.bound in _LOWER


def _raised_bound(older: Side, newer: Side) -> Opinion | None:
    """Two lower bounds never contradict each other; a higher one says that the count went on."""
    a, b = older.claim.low, newer.claim.low
    if math.isclose(a, b, rel_tol=0.01) or (b < a and older.day != newer.day):
        return None
    low, high = (older, newer) if a < b else (newer, older)
    return _update(low, high, 0.7, "both are lower bounds, and the count went up")


def _left_behind(older: Side, newer: Side) -> Opinion | None:
    """A lower bound that a later figure leaves far behind is no contradiction, but the count has gone on."""
    apart = _days_between(older, newer)
    if older.claim.bound not in _LOWER or newer.claim.low <= GROWN * older.claim.high or older.source == newer.source:
        return None
    reason = "the later figure leaves the earlier lower bound far behind" if apart else "the count went on"
    return Opinion(older, newer, "updated", "updated", "info", 0.7, reason)


def _inside(older: Side, newer: Side) -> Opinion | None:
    """In one article smaller figures are parts; only what the text calls earlier, or whole, is set against another."""
    if "previous" in (older.claim.status, newer.claim.status):
        return Opinion(
            older, newer, "updated", "updated", "info", 0.9, "the text itself calls the first figure earlier"
        )
    if _is_turned(older.claim, newer.claim):
        return Opinion(
            older, newer, "conflict", "conflict", "warning", 0.65, "one text gives both, with digits swapped"
        )
    whole, other = (older, newer) if _is_whole(older.claim) else (newer, older)
    is_more = other.claim.bound in _LOWER and other.claim.low > whole.claim.high
    if not _is_whole(whole.claim) or not (is_more or _is_whole(other.claim)):
        return None
    return Opinion(whole, other, "conflict", "conflict", "warning", 0.7, "one text gives both for the whole")


def _is_turned(one: Claim, other: Claim) -> bool:
    """Whether the same is counted twice and two digits of one figure are those of the other the other way round."""
    a, b = f"{one.low:.10g}", f"{other.low:.10g}"
    is_kind = one.counted == other.counted or is_ruled(one.fact)
    is_same = is_kind and one.scope == other.scope and one.bound == other.bound == "exact"
    is_apart = (one.field, one.quote_start) != (other.field, other.quote_start) and together_in_time(one, other)
    is_turned = (len(a) == 2 and a != b and a == b[::-1]) or slip(one, other) == TURNED
    return is_same and is_apart and is_turned and not (one.implied or other.implied)


def _is_whole(claim: Claim) -> bool:
    return bool(_before_whole().search(claim.quote, 0, max(claim.start - claim.quote_start, 0)))


def _is_one_thing(older: Side, newer: Side, evolves: str | None, *, has_rule: bool) -> bool:
    """Whether the figures are close enough to be of one thing at all; others are rather of two."""
    if slip(older.claim, newer.claim):
        return True
    same = span(newer.claim, older.claim.unit)
    low, high = sorted((abs(older.claim.low), abs(same.low if same and math.isfinite(same.low) else newer.claim.low)))
    if older.claim.unit not in ("count", None):
        return high <= low * (APART if has_rule and not evolves else LIKE)
    apart = _days_between(older, newer)
    if evolves in ("up", "both") and newer.claim.low > older.claim.low and apart != 0:  # one day has no order
        return high <= low * (SOARING if apart else RISING)
    return high <= low * TWICE


def _ages(older: Side, newer: Side) -> Opinion | None:
    """A person's age may grow by a year between two articles, by more only with the years."""
    grown = newer.claim.low - older.claim.low
    if not grown:
        return None
    apart = _days_between(older, newer)
    years = (apart or 0) / 365.25
    if apart is not None and 0 <= grown <= years + 1 and apart > 0:
        return _update(older, newer, 0.7, "a birthday between the articles would explain it")
    return Opinion(older, newer, "conflict", "conflict", "warning", 0.9, "the age of one person")


def _across(older: Side, newer: Side, evolves: str | None, *, has_rule: bool, is_last: bool) -> Opinion | None:
    rises = newer.claim.low > older.claim.low
    apart = _days_between(older, newer)
    slipped = slip(older.claim, newer.claim)
    if "previous" in (older.claim.status, newer.claim.status):
        return _update(older, newer, 0.9, "a text calls the first figure earlier")
    if _is_measured_once(older.claim, newer.claim):
        return Opinion(older, newer, "conflict", "conflict", "warning", 0.6, "both are measured on one day")
    if _is_of_one_period(older, newer):
        is_same = narrowing(older.claim) == narrowing(newer.claim) and not _of_two_lands(older.claim, newer.claim)
        return _restated(older, newer) if is_same else None
    if _revised().search(newer.claim.quote) and (apart is None or apart >= 0):
        return _update(older, newer, 0.8, "the later text speaks of a changed count")
    if evolves and apart and _renewed().match(newer.source.title or ""):
        return _update(older, newer, 0.7, "the later text calls itself an update")
    if slipped and (scale_slip(older.claim, newer.claim) >= SLIPPED or not (evolves and apart)):
        return Opinion(older, newer, "conflict", "magnitude_slip", "warning", 0.8, f"they differ by {slipped}")
    if _is_partial(older, newer, has_order=bool(apart)):
        return None
    if not has_rule:
        if apart and older.claim.unit == newer.claim.unit == "percent":
            return _update(older, newer, 0.5, f"the later text ({newer.day}) gives another figure")
        reason = f"the later text ({newer.day}) has the higher figure" if apart else "one text has no date"
        return _update(older, newer, 0.5, reason) if evolves and rises and apart != 0 else None
    if evolves in ("up", "both"):
        return _evolving(older, newer, evolves, apart, is_last=is_last)
    return _fixed(older, newer)


def _fixed(older: Side, newer: Side) -> Opinion | None:
    """Two figures for what does not change: those on board are counted, what is measured differs with who measures."""
    if older.claim.scope != newer.claim.scope or older.claim.unit == "percent":
        return None  # shares and rates are of many things and times
    is_counted = older.claim.unit == newer.claim.unit == "count" and older.claim.bound == newer.claim.bound == "exact"
    severity: Severity = "warning" if is_counted and not (older.claim.low % 1 or newer.claim.low % 1) else "info"
    confidence = 0.6 if severity == "warning" else 0.4
    return Opinion(older, newer, "conflict", "conflict", severity, confidence, "such a figure does not change")


def _is_measured_once(one: Claim, other: Claim) -> bool:
    """Whether both texts name the one day on which such a thing was measured."""
    day = one.when
    return (
        day is not None and day == other.when and day.start == day.end and is_ruled(one.fact)
        and measure_of(one.unit) == measure_of(other.unit) == "measure" and one.bound == other.bound == "exact"
        and one.unit == other.unit
    )  # fmt: skip


def _is_of_one_period(older: Side, newer: Side) -> bool:
    """Whether both give a share or a sum for one month, quarter or year that is over."""
    a, b = older.claim, newer.claim
    return (
        a.when is not None and a.when == b.when and is_long(a.when) and is_ruled(a.fact)
        and all(side.day is not None and side.day.isoformat() >= a.when.end for side in (older, newer))
        and measure_of(a.unit) == measure_of(b.unit) and measure_of(a.unit) in ("percent", "money")
        and a.unit == b.unit and a.bound == b.bound == "exact"
    )  # fmt: skip


def _of_two_lands(one: Claim, other: Claim) -> bool:
    """Whether the sentences name countries, and none in common: the rate of one is not that of the other."""
    here, there = ({country(name) for name in claim.where} - {None} for claim in (one, other))
    return bool(here and there) and here.isdisjoint(there)


def narrowing(claim: Claim) -> frozenset[str]:
    """Words of the sentence that make a share or a sum one of something less, or counted in another way: "core"."""
    return content(claim) & frozenset(table("events")["narrowing"])


def _restated(older: Side, newer: Side) -> Opinion:
    """What is over does not change, but the figure for it may be revised, and texts say so."""
    if any(_is_restated().search(side.claim.quote) for side in (older, newer)):
        return _update(older, newer, 0.7, "a text speaks of a first or a changed figure for the same time")
    assert newer.claim.when is not None
    reason = f"both are for the time from {newer.claim.when.start} to {newer.claim.when.end}"
    return Opinion(older, newer, "conflict", "conflict", "warning", 0.6, reason)


def _is_partial(older: Side, newer: Side, *, has_order: bool) -> bool:
    """Whether one figure is rather a part: one person's story, or "others" beside someone whom the other counts."""
    if ("other" in older.claim.scope) != ("other" in newer.claim.scope):
        return True
    rises = newer.claim.low > older.claim.low
    if older.claim.unit not in ("count", None) or (has_order and rises and not newer.claim.implied):
        return False
    smaller = min((older.claim, newer.claim), key=lambda claim: claim.low)
    return smaller.implied or smaller.low <= 1 or (older.claim.implied and newer.claim.implied)


def _evolving(older: Side, newer: Side, evolves: str, apart: int | None, *, is_last: bool) -> Opinion:
    """Tolls rise, shares of a count move: only a fall, or two figures of one day, needs explaining."""
    if newer.claim.low < older.claim.low and apart is None:
        older, newer = newer, older
    if apart is None:
        return _update(older, newer, 0.7, "such counts rise, and one text has no date")
    if apart == 0 and _at_one_hour(older.claim, newer.claim):
        reason = f"one source gives both for the {'/'.join(sorted(_hours(newer.claim)))} of {older.day}"
        return Opinion(older, newer, "conflict", "conflict", "warning", 0.75, reason)
    if apart == 0 and (is_last or evolves == "both" or max(older.claim.low, newer.claim.low) >= HOURLY):
        if newer.claim.low < older.claim.low:
            older, newer = newer, older
        return _update(older, newer, 0.6, f"such figures change within a day ({older.day})")
    if apart == 0:
        return _risen_within(older, newer) or _same_day(older, newer)
    if newer.claim.low > older.claim.low:
        return _update(older, newer, 0.8, f"the later text ({newer.day}) has the higher figure")
    if evolves == "both":
        return _update(older, newer, 0.6, f"the later text ({newer.day}) gives another figure")
    if _under_way().search(newer.claim.quote):
        return _update(newer, older, 0.5, "the lower figure is told as a count under way")
    reason = f"the later text ({newer.day}) has the lower figure and does not say why"
    return Opinion(older, newer, "conflict", "unexplained_fall", "warning", 0.7, reason)


def _at_one_hour(one: Claim, other: Claim) -> bool:
    """Whether one source gives both figures for one part of the day."""
    hours = _hours(one)
    return bool(hours) and hours == _hours(other) and one.speaker is not None and one.speaker == other.speaker


def _hours(claim: Claim) -> frozenset[str]:
    return frozenset(table("events")["parts_of_day"]) & frozenset(claim.quote.lower().replace(",", " ").split())


def _risen_within(older: Side, newer: Side) -> Opinion | None:
    """An update within the day: both texts give the hour of their publication, and the later one the higher figure."""
    low, high = sorted((older, newer), key=lambda side: side.claim.low)
    first, last = low.moment, high.moment
    if first is None or last is None or (first.tzinfo is None) != (last.tzinfo is None) or first >= last:
        return None
    return _update(low, high, 0.7, f"the text of {last:%H:%M} has a higher figure than that of {first:%H:%M}")


def _same_day(older: Side, newer: Side) -> Opinion:
    return Opinion(older, newer, "conflict", "conflict", "warning", 0.7, f"both are as of {older.day}")


def _update(older: Side, newer: Side, confidence: float, reason: str) -> Opinion:
    return Opinion(older, newer, "updated", "updated", "info", confidence, reason)


def _days_between(older: Side, newer: Side) -> int | None:
    if older.day is None or newer.day is None:
        return None
    return (newer.day - older.day).days
