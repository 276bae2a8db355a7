"""A rate times its amount is the total given with them.

What it does
    Where one sentence gives a rate ("60,000 barrels a day", "$6 a gram", "180 miles a second"), an amount of its lower
    unit ("60 days", "an 18-kilogram lump", "3 hours and 40 minutes") and a total in its upper unit, it multiplies; and
    it divides a sum of money by the heads it is shared among ("comes to $30,000 a head").

Why it matters
    Per-head and per-day figures are made to bring large ones home; with a slipped zero they do the opposite.

Flags
    Divided among 300 million people, the $1 trillion comes to $30,000 a head.

Passes
    60,000 barrels a day for 60 days, or 3.6 million barrels in all.

Options
    tolerance: relative difference let pass beyond rounding.
    severity.
"""

from __future__ import annotations

import math
from collections.abc import Iterator

from msgspec.structs import replace

from checker.checks._arithmetic import factor, off_by, point, shown, stands_for
from checker.checks._reading import Phrase, Reading, Sentence, mark
from checker.intervals import Interval, number
from checker.records import Quantity, Remark
from checker.rulebook import CheckSettings
from checker.units import TIME_UNITS

__all__ = ["check"]

MOST = 4
"""More figures in a sentence are not one product."""
_PER = Phrase(
    r"^(?P<noun>(?:\s(?!a\b|an\b|per\b|each\b|every\b|than\b)[a-z-]+){0,4}?)\s?(?:/|\b(?:an?|per|each|every|for\seach|for\severy)\s)"
    r"(?P<unit><<rate_units>>)\b"
)
_HEAD = Phrase(r"^\s(?:a\shead|per\shead|per\scapita|apiece|each|(?:a|an|per|for\severy|for\seach)\s<<heads>>)\b")
_SHARED = Phrase(r"\b<<shared>>\b|,\sor\s")
_WHOLE = Phrase(r"\b(?:<<comes_to>>|has\s\w+)\b|,\sor\s")
_PROCEEDS = r"<<proceeds>>\s"
_PRICES = (
    Phrase(
        r"\bat\s"
        + mark("each", "m")
        + r"(?:\seach|\sapiece)?,\s[^{}.;:()]{0,20}"
        + mark("n", "c")
        + rf"\s[^{{}}.;:()]{{2,30}}\s{_PROCEEDS}"
        + mark("total", "m")
    ),
    Phrase(
        mark("n", "c")
        + r"\s[^{}.;:()]{2,30}\s(?:at|for)\s"
        + mark("each", "m")
        + rf"(?:\seach|\sapiece)?,?\s(?:and\s)?{_PROCEEDS}"
        + mark("total", "m")
    ),
    Phrase(
        mark("total", "m")
        + r"[^{}.;:()]{2,30}\bcosts?\seach\sof\s(?:the|its|our)\s"
        + mark("n", "c")
        + r"\s[^{}.;:()]{2,25}\s"
        + mark("each", "m")
    ),
)
_SAME = Phrase(mark("a", "mcu") + r"(?:,\sor|\s\(or|\s\(|,\sthat\sis)\s?" + mark("b", "mcu"))
_GIVE = Phrase(
    mark("n", "c")
    + r"\s[^{}.;:()]{2,25}\seach\s[a-z]+\s"
    + mark("each", "m")
    + r",?\s(?:that\sis|that\swould\sbe|that\smakes|or|making|for)\s(?:a\stotal\sof\s)?"
    + mark("total", "m")
)
_NAMES = {
    "kilo": "kilogram",
    "kg": "kilogram",
    "litre": "liter",
    "kilometre": "kilometer",
    "km": "kilometer",
    "tonne": "metric_ton",
}


def check(page: Reading, setting: CheckSettings) -> Iterator[Remark]:
    """Totals that are not rate times amount."""
    for sentence in page.text:
        if len(sentence.quantities) >= 2:
            for match in sentence.find(_SAME):
                yield from _same(page, sentence.get(match, "a"), sentence.get(match, "b"))
        if not 3 <= len(sentence.quantities) <= 7:
            continue
        values = _joined([q for q in sentence.quantities if q.kind in ("count", "money", "measure", "duration")])
        if not 3 <= len(values) <= MOST:
            continue
        yield from _each(page, sentence, values, setting)
        yield from _heads(page, sentence, values, setting)
        yield from _rates(page, sentence, values, setting)


def _same(page: Reading, a: Quantity, b: Quantity) -> Iterator[Remark]:
    """As in "£10 a day, or £36,500 a year": one rate over two times; a year may have fewer days of work."""
    (above, _, below), (other, _, per) = (a.unit or "").partition(" / "), (b.unit or "").partition(" / ")
    if above != other or below not in TIME_UNITS or per not in TIME_UNITS or below == per or not a.low or not b.low:
        return
    times = factor(per, below)
    if times is None:
        return
    expected = stands_for(a).scaled(times)
    said = stands_for(b)
    if Interval(expected.low * 0.6, expected.high * 1.1).overlaps(said):
        return
    exact = point(a) * times
    yield Remark(
        verdict="arithmetic",
        message=f"{a.figure} is {shown(exact)} a {per}, not {b.figure}.",
        working=f"{number(point(a))} × {shown(times)} = {shown(exact)}, not {number(point(b))} "
        f"({off_by(point(b), exact)})",
        spots=(page.spot(a), page.spot(b)),
        confidence=0.85,
    )


def _joined(values: list[Quantity]) -> list[Quantity]:
    """Three hours and 40 minutes are one duration."""
    found: list[Quantity] = []
    for value in values:
        last = found[-1] if found else None
        if last is not None and last.kind == value.kind == "duration" and value.start - last.end <= len(", and "):
            step = factor(value.unit or "", last.unit or "")
            if step is not None and step < 1 and last.low is not None and value.low is not None:
                total = last.low + value.low * step
                figure = f"{last.figure} {value.figure}"
                found[-1] = replace(last, end=value.end, low=total, high=total, figure=figure, grain=step)
                continue
        found.append(value)
    return found


def _each(page: Reading, sentence: Sentence, values: list[Quantity], setting: CheckSettings) -> Iterator[Remark]:
    """As in "At $5 each, the 200 tickets brought in $1,000": price times number is the proceeds."""
    match = next((m for pattern in (*_PRICES, _GIVE) for m in sentence.find(pattern)), None)
    if match is None or len(values) != 3:
        return
    each, heads, total = (sentence.get(match, name) for name in ("each", "n", "total"))
    if total.unit == (each.unit or "").partition(" / ")[0]:
        yield from _compare(page, each, [heads], total, 1.0, setting)


def _is_per_head(quantity: Quantity) -> bool:
    _, slash, below = (quantity.unit or "").partition(" / ")
    return bool(slash) and below not in TIME_UNITS and factor(below, "meter") is None and factor(below, "gram") is None


def _heads(page: Reading, sentence: Sentence, values: list[Quantity], setting: CheckSettings) -> Iterator[Remark]:
    money = [q for q in values if q.kind == "money"]
    heads = [q for q in values if q.kind == "count"]
    each = [q for q in money if _HEAD.match(_after(sentence, q)) or _is_per_head(q)]
    if len(money) != 2 or len(heads) != 1 or len(each) != 1 or not _SHARED.search(sentence.skeleton):
        return
    total = next(q for q in money if q is not each[0])
    if total.unit == (each[0].unit or "").partition(" / ")[0] and total.bound != "vague":
        yield from _compare(page, each[0], heads, total, 1.0, setting)


def _rates(page: Reading, sentence: Sentence, values: list[Quantity], setting: CheckSettings) -> Iterator[Remark]:
    if not _WHOLE.search(sentence.skeleton):
        return
    for rate in values:
        upper, lower = _units(sentence, rate)
        if not upper or not lower:
            continue
        rest = [q for q in values if q is not rate]
        for total in reversed(rest):
            share = factor(upper, total.unit or "")
            if share is None or not _counts_alike(rate, total):
                continue
            chain = [q for q in rest if q is not total]
            times = _cancels(sentence, lower, chain)
            if times is not None:
                yield from _compare(page, rate, chain, total, times * share, setting)
                return
        return


def _cancels(sentence: Sentence, lower: str, chain: list[Quantity]) -> float | None:
    """What turns the product of the amounts into the rate's lower unit: "a week", "52 weeks a year", "30 years"."""
    times = 1.0
    for at, amount in enumerate(chain):
        is_last = at == len(chain) - 1
        step = factor(amount.unit or "", lower)
        if step is None or amount.kind not in ("duration", "measure"):
            return None
        times *= step
        if not is_last:
            _, lower = _units(sentence, amount)
            if not lower:
                return None
    return times if chain else None


def _counts_alike(rate: Quantity, total: Quantity) -> bool:
    if rate.kind != "count":
        return True
    return total.kind == "count" and (not rate.counted or not total.counted or rate.counted == total.counted)


def _units(sentence: Sentence, rate: Quantity) -> tuple[str, str]:
    """What the rate counts, and per what."""
    if rate.unit and " / " in rate.unit:
        upper, _, lower = rate.unit.rpartition(" / ")
        return upper, lower
    per = _PER.match(_after(sentence, rate))
    return (rate.unit or "", _NAMES.get(per["unit"], per["unit"])) if per else ("", "")


def _after(sentence: Sentence, quantity: Quantity) -> str:
    return sentence.text[quantity.end : min(sentence.end, quantity.end + 60)].lower()


def _compare(
    page: Reading, rate: Quantity, amounts: list[Quantity], total: Quantity, times: float, setting: CheckSettings
) -> Iterator[Remark]:
    terms = [rate, *amounts]
    if any(q.low is None or q.high is None or q.low <= 0 for q in (*terms, total)):
        return
    computed = Interval(times, times)
    for term in terms:
        computed = computed * stands_for(term)
    said: Interval = stands_for(total)
    if said.overlaps(computed, setting.tolerance):
        return
    exact = math.prod(map(point, terms)) * times
    shown_terms = " × ".join([number(point(rate)), *(q.figure for q in amounts)])
    yield Remark(
        verdict="arithmetic",
        message=f"{rate.figure} times {' times '.join(q.figure for q in amounts)} is {shown(exact)}, not {total.figure}.",
        working=f"{shown_terms} = {shown(exact)}, not {number(point(total))} ({off_by(point(total), exact)})",
        spots=(*(page.spot(q) for q in terms), page.spot(total)),
        confidence=0.85,
    )
