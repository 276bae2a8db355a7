"""A rate times its amount is the total given with them.

What it does
    Where one sentence gives a rate ("40,000 barrels a day", "$4 a gram", "1,100 feet a second"), an amount of its lower
    unit ("50 days", "a 12-kilogram lump", "2 hours and 30 minutes") and a total in its upper unit, it multiplies; and
    it divides a sum of money by the heads it is shared among ("comes to $40,000 a head").

Why it matters
    Figures per day are made to bring large ones home; with a slipped zero they do the opposite.

Flags
    30,000 crates a day for 50 days, or 15 million crates in all.

Passes
    30,000 crates a day for 50 days, or 1.5 million crates in all.

Options
    tolerance: relative difference let pass beyond rounding.
    severity.

Measured precision
    No finding in 2,583 local-news articles; 4 of 4 right in texts known to be wrong; none in
    161 right texts, corrections and traps; all of it was used in development.
"""

from __future__ import annotations

from collections.abc import Iterator

from checker.checks._arithmetic import factor
from checker.checks._durations import joined
from checker.checks._product import product
from checker.checks._reading import Phrase, Reading, Sentence
from checker.records import Quantity, Remark
from checker.rulebook import CheckSettings

__all__ = ["check"]

MOST = 4
"""More figures in a sentence are not one product."""
_PER = Phrase(
    r"^(?P<noun>(?:\s(?!a\b|an\b|per\b|each\b|every\b|than\b)[a-z-]+){0,4}?)\s?"
    r"(?:/|\b(?:an?|per|each|every|for\seach|for\severy)\s)"
    r"(?P<unit><<rate_units>>)\b"
)
_WHOLE = Phrase(r"\b(?:<<comes_to>>|has\s\w+)\b|,\sor\s")
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
        if not 3 <= len(sentence.quantities) <= 7:
            continue
        values = joined([q for q in sentence.quantities if q.kind in ("count", "money", "measure", "duration")])
        if not 3 <= len(values) <= MOST:
            continue
        yield from _rates(page, sentence, values, setting)


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
                yield from product(page, rate, chain, total, times * share, setting)
                return
        return


def _cancels(sentence: Sentence, lower: str, chain: list[Quantity]) -> float | None:
    """What turns the product of the amounts into the rate's lower unit: "a week", "50 weeks a year", "20 years"."""
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
    per = _PER.match(sentence.after(rate))
    return (rate.unit or "", _NAMES.get(per["unit"], per["unit"])) if per else ("", "")
