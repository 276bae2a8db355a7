"""A measure and its conversion are the same size.

What it does
    Converts the first of "4,000 square kilometers (1,540 square miles)", "30 miles, or 48 km" and compares, as
    intervals of rounding.  A temperature converts as a reading or as a difference; a rise converts as a difference
    only.  Gallons, tons, pints and ounces may be any of those that go by the name.

Why it matters
    Half the readers know only one of the two units, and they are told something else.

Flags
    a 30-foot (90-meter) mast; 2.4 million hectares (5.9 million hectares); warming of 2C (35.6F)

Passes
    5,000 km (3,107 miles); 10 km (6 miles); 15C (59F)

Options
    tolerance: relative difference let pass beyond rounding; twice that where a figure has one or two digits.
    severity: below a difference of a tenth it is a warning at most.

Measured precision
    No finding in 2,583 local-news articles; 9 of 9 right in texts known to be wrong; none in
    161 right texts, corrections and traps; all of it was used in development.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from msgspec.structs import replace

from checker.checks._arithmetic import factor, off_by, point, shown, stands_for
from checker.checks._reading import Phrase, Reading, Sentence, mark
from checker.intervals import Interval
from checker.language.forms import plural
from checker.records import Quantity, Remark
from checker.rulebook import CheckSettings

__all__ = ["check"]

_BRACKET = Phrase(mark("a", "uc") + r"(?:\s[^{}(),.;:]{1,25})?\s?\((?P<inside>[^()]{1,80})\)")
_OR = Phrase(
    mark("a", "u")
    + r"(?:\s[\w-]+){0,3}(?:\s[–—-]\s?|,\s)(?:or|that\sis|equal\sto|equivalent\sto)\s"
    + mark("b", "u")
    + r"|"
    + mark("c", "u")
    + r"\s[–—-]\s"
    + mark("d", "u")
    + r"\s[–—-]"
)
_INSIDE = Phrase(r"\{[uc](\d+)\}")
_FILLER = Phrase(r"\{[uc]\d+\}|\b(?:pounds?|lbs?|m|or|equal\sto|equivalent\sto|the|of|a|some|sq)\b|[\s,;/=~≈]")
_DIFFERENCE = Phrase(
    r"\b(?:ris\w+|rose|increas\w+|warm\w*|cool\w*|drop\w*|fall|fell|differ\w+|climb\w*)\s"
    r"(?:(?:[\w-]+\s){0,3}?(?:by|of)\s(?:[\w-]+\s){0,2}|(?:about|around|some|nearly|almost)?\s?)$"
)
_ALIASES = {"pound": "pound", "pounds": "pound", "lb": "pound", "lbs": "pound", "m": "meter"}
_STONES = Phrase(r"\b(\d{1,2})\s?st(?:one)?,?\s$")
SIBLINGS = {
    "gallon": ("gallon", "imperial_gallon"),
    "ton": ("ton", "metric_ton", "long_ton"),
    "pint": ("pint", "imperial_pint"),
    "ounce": ("ounce", "fluid_ounce", "troy_ounce"),
    "fluid_ounce": ("fluid_ounce", "imperial_fluid_ounce"),
    "quart": ("quart", "imperial_quart"),
}
"""Units of one name: a conversion may mean any of them."""
_ZEROS = {"degree_Celsius": 0.0, "degree_Fahrenheit": 32.0, "kelvin": 273.15}
"""Where the freezing point of water stands on each scale."""


def check(page: Reading, setting: CheckSettings) -> Iterator[Remark]:
    """Pairs that are not the same size."""
    for sentence in page.sentences:
        if "u" not in sentence.kinds or len(sentence.quantities) < 2:
            continue
        for match in sentence.find(_BRACKET):
            if not _FILLER.sub("", match["inside"]):
                first = _measure(sentence, sentence.get(match, "a"))
                for found in _INSIDE.finditer(match["inside"]):
                    yield from _compare(
                        page, sentence, first, _measure(sentence, sentence.quantities[int(found[1])]), setting, True
                    )
        for match in sentence.find(_OR):
            a, b = (sentence.get(match, name) for name in (("a", "b") if match["a"] else ("c", "d")))
            yield from _compare(page, sentence, a, b, setting, False)


def _measure(sentence: Sentence, quantity: Quantity) -> Quantity:
    """A count of pounds beside a mass, or of "m" beside a length, is a measure too."""
    word = sentence.text[quantity.end : quantity.end + 8].lower().split(")")[0].strip()
    stones = _STONES.search(sentence.text, max(sentence.start, quantity.start - 12), quantity.start)
    if stones and quantity.unit == "pound" and quantity.low is not None and quantity.high is not None:
        pounds = 14.0 * int(stones[1])
        return replace(quantity, low=quantity.low + pounds, high=quantity.high + pounds)
    unit = _ALIASES.get(word.split(" ")[0])
    return replace(quantity, kind="measure", unit=unit) if quantity.kind == "count" and unit else quantity


def _plain(quantity: Quantity) -> Quantity:
    """Without its bound: of "up to 140 km/h (87 mph)" it is the number that is converted."""
    return quantity if quantity.bound in ("about", "vague", "range") else replace(quantity, bound="exact")


def _compare(
    page: Reading, sentence: Sentence, a: Quantity, b: Quantity, setting: CheckSettings, in_brackets: bool
) -> Iterator[Remark]:
    if a.unit is None or b.unit is None or "count" in (a.unit, b.unit) or (a.unit == b.unit and not in_brackets):
        return
    said, wanted = stands_for(_plain(b)), stands_for(_plain(a))
    before = sentence.text[max(sentence.start, a.start - 40) : a.start].lower()
    ways = list(_ways(wanted, a.unit, b.unit, bool(_DIFFERENCE.search(before))))
    slack = setting.tolerance * (1 if min(_digits(a), _digits(b)) > 2 else 2)
    if not ways or any(said.overlaps(way, slack) for way in ways):
        return
    middle = (ways[0].low + ways[0].high) / 2
    far = abs(middle - point(b)) > 0.1 * max(abs(middle), abs(point(b)))
    yield Remark(
        verdict="arithmetic",
        message=f"{a.figure} is about {shown(middle)} {_name(b.unit)}, not {b.figure}.",
        working=f"{a.figure} = {shown(middle)} {_name(b.unit)}, not {b.figure} ({off_by(point(b), middle)})",
        spots=(page.spot(a), page.spot(b)),
        confidence=0.95 if far else 0.85,
        severity=None if far else "warning",
    )


def _ways(value: Interval, unit: str, to: str, is_difference: bool) -> Iterator[Interval]:
    """The interval in the other unit, by every reading that the two names allow; none where the dimensions differ.

    The likeliest comes first: of two scales of temperature that of a reading, unless a difference is told.
    """
    if unit in _ZEROS and to in _ZEROS and unit != to and not is_difference:
        step = factor(unit, to) or 1.0
        yield Interval((value.low - _ZEROS[unit]) * step + _ZEROS[to], (value.high - _ZEROS[unit]) * step + _ZEROS[to])
    for source in SIBLINGS.get(unit, (unit,)):
        for target in SIBLINGS.get(to, (to,)):
            times = factor(source, target)
            if times is not None:
                yield value.scaled(times)


def _digits(quantity: Quantity) -> int:
    """Digits that matter in a figure as written."""
    digits = re.sub(r"\D", "", quantity.figure).strip("0")
    return len(digits) or 1


def _name(unit: str) -> str:
    """The unit in the plural, as a reader writes it: "square kilometers", "miles per hour", "degrees Celsius"."""
    above, _, below = unit.partition(" / ")
    base, _, power = above.partition(" ** ")
    first, _, rest = base.replace("_", " ").partition(" ")
    several = f"{plural(first)} {rest}" if first == "degree" and rest else plural(base.replace("_", " "))
    shape = {"2": "square ", "3": "cubic "}.get(power, "")
    return f"{shape}{several} per {below.replace('_', ' ')}" if below else f"{shape}{several}"
