"""Pairs of an earlier and a later level of one thing: "from 60 to 480", "to £2.2bn from £2.1bn", "9%, up from 8%"."""

from __future__ import annotations

from collections.abc import Iterator

from msgspec import Struct
from msgspec.structs import replace

from checker.checks._reading import Phrase, Sentence, mark
from checker.records import Quantity

__all__ = ["Pair", "basis_differs", "changes", "comparable", "pairs"]

_KINDS = "cmupdr"
_NUMERAL = Phrase(r"\d[\d,]*(?:\.\d+)?")
_PERCENT = Phrase(r"%|per|point")
_GAP = r"[^{}.;:()]{0,45}?"
_MEN = r"(?:\s[^{}.;:(),]{1,30}?(?:\{[oD]\d+\}[^{}.;:(),]{1,30}?)?)?(?:\s(?:in|on|of|at)\s\{D\d+\})?"


class Pair(Struct, frozen=True):
    """Two levels, in the order of time, and where in the skeleton they are given."""

    old: Quantity
    new: Quantity
    start: int
    end: int
    way: str
    """Either "up" or "down" where the text says so right there, else empty."""


_OLD, _NEW = mark("old", _KINDS), mark("new", _KINDS)
_SIDE = r"(?:(?P<up><<up>>)|(?P<down><<down>>))"
_WAY = rf"(?:\b{_SIDE}\b{_GAP}\s)?"
_BY = r"(?:(?:\sby)?\s\{p\d+\}\s?(?:,\s)?)?"
_PATTERNS = (
    Phrase(rf"{_WAY}\bfrom\s(?:the\s)?{_OLD}{_MEN}\s?,?\s?to\s(?:the\s)?{_NEW}"),
    Phrase(rf"{_WAY}\bto\s{_NEW}{_MEN},?\s(?:down\s|up\s)?from\s(?:the\s)?{_OLD}"),
    Phrase(rf"{_NEW}{_MEN},?\s(?:or\s)?{_SIDE}{_BY}\s?from\s(?:the\s)?{_OLD}"),
    Phrase(rf"{_NEW}{_MEN},?\s(?:compared\s(?:with|to)|against|versus|as\sagainst)\s(?:the\s)?{_OLD}"),
)
_RANGE = Phrase(rf"{_WAY}\bfrom\s(?:the\s)?{mark('range', _KINDS)}")
_BESIDE = (
    Phrase(rf"\b{_SIDE}(?:\s(?:by|of|some|to))*\s(?:an?\s)?(?=\{{p(?P<p>\d+)\}})"),
    Phrase(rf"\{{p(?P<p>\d+)\}}\s(?:[\w-]+\s){{0,2}}?{_SIDE}\b"),
    Phrase(r"\{p(?P<p>\d+)\}\s(?:(?P<up>more|higher)|(?P<down>less|fewer|lower))(?=[.,;]|$)"),
    Phrase(r"(?:\d\}|\})\s?\((?:(?P<up>up|\+)|(?P<down>down|-|−))?\s?\{p(?P<p>\d+)\}\)"),
)
_OTHER_BASIS = Phrase(r"<<other_basis>>")


def _ends(quantity: Quantity) -> tuple[Quantity, Quantity] | None:
    """As in "60 to 480", read as one range, as two levels in the order of the text."""
    first, middle, second = quantity.figure.partition(" to ")
    if not middle or quantity.low is None or quantity.high is None or quantity.low <= 0:
        return None
    numerals = [_NUMERAL.search(part) for part in (first, second)]
    if not numerals[0] or not numerals[1]:
        return None
    values = [float(found.group().replace(",", "")) for found in numerals if found]
    is_up = values[0] <= values[1] if _scale(first) in ("", _scale(second)) else quantity.low == values[0]
    low, high = (quantity.low, quantity.high) if is_up else (quantity.high, quantity.low)
    split = quantity.start + len(first)
    if quantity.kind == "percent" and not _PERCENT.search(quantity.figure):
        quantity = replace(quantity, kind="count", unit="count")
    old = replace(quantity, end=split, figure=first, low=low, high=low, bound="exact")
    new = replace(quantity, start=split + len(middle), figure=second, low=high, high=high, bound="exact")
    return old, new


def _scale(figure: str) -> str:
    """The letters of a figure: "m" of "£3m", "billion" of "$2 billion", "percent"."""
    return "".join(letter for letter in figure if letter.isalpha())


def pairs(sentence: Sentence) -> Iterator[Pair]:
    """Every pair of two levels in the same unit and of the same noun, each stated as one value."""
    if not sentence.quantities or not sentence.has("from ", "compared ", "against ", "versus "):
        return
    for match in sentence.find(_RANGE):
        found = _ends(sentence.get(match, "range"))
        if found is not None:
            way = "up" if match["up"] else "down" if match["down"] else ""
            yield Pair(*found, match.start(), match.end(), way)
    seen: set[tuple[int, int]] = set()
    for pattern in _PATTERNS:
        for match in sentence.find(pattern):
            old, new = sentence.get(match, "old"), sentence.get(match, "new")
            if (old.start, new.start) in seen or not _alike(old, new):
                continue
            seen.add((old.start, new.start))
            groups = match.groupdict()
            way = "up" if groups.get("up") else "down" if groups.get("down") else ""
            yield Pair(old, new, match.start(), match.end(), way)


def _alike(old: Quantity, new: Quantity) -> bool:
    if old.kind != new.kind or old.low is None or new.low is None or not comparable(old.unit, new.unit):
        return False
    if old.low != old.high or new.low != new.high or old.low <= 0 or new.low <= 0:
        return False
    return old.counted == new.counted or not (old.counted and new.counted)


def changes(sentence: Sentence) -> list[tuple[Quantity, str]]:
    """Percentages that the words right beside them call a change, with its direction: "up", "down" or empty."""
    found: dict[int, tuple[Quantity, str]] = {}
    for pattern in _BESIDE:
        for match in sentence.find(pattern):
            quantity = sentence.get(match, "p")
            if quantity.unit == "percent" and quantity.low is not None and quantity.low == quantity.high:
                found.setdefault(quantity.start, (quantity, "up" if match["up"] else "down" if match["down"] else ""))
    return [found[start] for start in sorted(found)]


def comparable(unit: str | None, other: str | None) -> bool:
    """Whether two units are one, or one of them leaves out the time: "from 21,000 to 25,000 a month"."""
    if unit == other:
        return True
    above, _, below = (unit or "").partition(" / ")
    other_above, _, other_below = (other or "").partition(" / ")
    return above == other_above and not (below and other_below)


def basis_differs(sentence: Sentence) -> bool:
    """Whether the sentence names a basis on which its levels and its changes need not fit."""
    return _OTHER_BASIS.search(sentence.skeleton) is not None
