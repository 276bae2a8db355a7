"""Two sums of money that are given as equal are plausible as such.

What it does
    Reads "20 million rupees ($480,000)" and "£80, or about $100".  Two values in one currency contradict each other;
    the rates that several pairs of a text imply must agree; and no rate may lie far outside all that the two currencies
    have had since 1999 (table `exchange`).

Why it matters
    A slip of a factor of a hundred or a thousand is easy with many zeros, and few readers know the rate.

Flags
    20 million rupees ($800,000) and 62 million rupees ($1.5 million); €100 ($1,100); £2,400 (about £96,000)

Passes
    A$50 in one town and US$40 in another; "$10 ($8 for children)".

Options
    tolerance: relative difference between the rates of one text that is let pass beyond rounding.
    severity.

Measured precision
    No finding in 2,583 local-news articles; 1 of 1 right in texts known to be wrong; none in
    161 right texts, corrections and traps; all of it was used in development.
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache

from msgspec import Struct

from checker.checks._arithmetic import point, ratio, shown, stands_for
from checker.checks._reading import Phrase, Reading, mark
from checker.intervals import Interval, number
from checker.records import Quantity, Remark
from checker.rulebook import CheckSettings, table

__all__ = ["check"]

FAR = 1.03
"""A rate is implausible when it lies beyond the extremes of history by this factor."""
_BRACKET = Phrase(
    mark("a", "m")
    + r"(?:\s(?!per|a\s|an\s)[^{}.;:(),]{1,25})?\s\((?:which\sis\s|or\s|equivalent\sto\s|equal\sto\s|us)?"
    + mark("b", "m")
    + r"\)"
)
_OR = Phrase(
    mark("a", "m")
    + r"(?:\s(?:notes?|coins?|bills?))?(?:,\sor\s|,\s|\sis\snow\sworth\s|\sis\sworth\s)"
    + mark("b", "m")
    + r"(?=[.,;)]|$|\sat\s|\sin\s(?:us|american))"
)


class Swap(Struct, frozen=True):
    """A sum and what it is said to be in other money; `rate` is units of the second for one of the first."""

    a: Quantity
    b: Quantity
    rate: Interval


def check(page: Reading, setting: CheckSettings) -> Iterator[Remark]:
    """Sums that cannot be equal."""
    swaps: list[Swap] = []
    for sentence in page.sentences:
        if "m" not in sentence.kinds or len(sentence.quantities) < 2:
            continue
        for pattern in (_BRACKET, _OR):
            for match in sentence.find(pattern):
                a, b = sentence.get(match, "a"), sentence.get(match, "b")
                if not a.low or not b.low or not a.unit or not b.unit or "/" in a.unit + b.unit:
                    continue
                if a.unit == b.unit:
                    if pattern is _BRACKET:
                        yield from _same(page, a, b)
                elif pattern is _BRACKET or sentence.hedge(b):
                    swaps.append(Swap(a, b, ratio(stands_for(b), stands_for(a))))
    implausible = [swap for swap in swaps if not swap.rate.overlaps(_history(swap.a.unit or "", swap.b.unit or ""))]
    for swap in implausible:
        yield _remark(page, [swap], "no rate of these currencies since 1999")
    yield from _contradicting([swap for swap in swaps if swap not in implausible], page, setting)


def _same(page: Reading, a: Quantity, b: Quantity) -> Iterator[Remark]:
    times = max(point(a), point(b)) / min(point(a), point(b))
    if times > 5:
        yield Remark(
            verdict="arithmetic",
            message=f"{a.figure} and {b.figure} are in one currency and differ {shown(times)} times.",
            working=f"{number(point(b))} / {number(point(a))} = {shown(point(b) / point(a))}, not 1",
            spots=(page.spot(a), page.spot(b)),
            confidence=0.9,
        )


def _contradicting(swaps: list[Swap], page: Reading, setting: CheckSettings) -> Iterator[Remark]:
    """Pairs of the same two currencies whose rates do not agree, in one remark for all of them."""
    by_pair: dict[tuple[str, str], list[Swap]] = {}
    for swap in swaps:
        by_pair.setdefault((swap.a.unit or "", swap.b.unit or ""), []).append(swap)
    for pair in sorted(by_pair):
        group = by_pair[pair]
        least = min(group, key=lambda swap: swap.rate.high)
        most = max(group, key=lambda swap: swap.rate.low)
        if not least.rate.overlaps(most.rate, setting.tolerance):
            yield _remark(page, group, "the rates within one text differ")


def _remark(page: Reading, swaps: list[Swap], why: str) -> Remark:
    rates = "; ".join(f"{swap.a.figure} = {swap.b.figure}: {shown(point(swap.b) / point(swap.a))}" for swap in swaps)
    a, b = swaps[0].a.unit, swaps[0].b.unit
    return Remark(
        verdict="arithmetic",
        message=f"Amounts in {a} and {b} do not fit together: {why}.",
        working=f"{b} for one {a}: {rates}",
        spots=tuple(page.spot(q) for swap in swaps for q in (swap.a, swap.b)),
        confidence=0.85,
    )


@cache
def _history(unit: str, to: str) -> Interval:
    """The rates that two currencies can have had, widened by `FAR`; anything for one that the table lacks."""
    extremes: dict[str, list[float]] = table("exchange")
    if unit not in extremes or to not in extremes:
        return Interval(0.0, float("inf"))
    (low, high), (to_low, to_high) = extremes[unit], extremes[to]
    return Interval(low / to_high / FAR, high / to_low * FAR)
