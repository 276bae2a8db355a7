"""A number with the unit, the currency or the percent sign that belongs to it."""

from __future__ import annotations

from checker.quantities.numeral import Numeral
from checker.records import Kind

__all__ = ["Amount", "rounded"]


class Amount:
    """A number with its unit, between tokens `start` and `end`."""

    __slots__ = ("end", "form", "grain", "high", "kind", "low", "number_end", "number_start", "start", "unit")

    def __init__(self, number: Numeral, kind: Kind, unit: str | None) -> None:
        self.start = self.number_start = number.start
        self.end = self.number_end = number.end
        self.low, self.high, self.grain = number.low, number.high, number.grain
        self.form = number.form
        self.kind: Kind = kind
        self.unit = unit

    def scale(self, factor: float) -> None:
        """Multiply value and grain."""
        self.low, self.high, self.grain = (rounded(x * factor) for x in (self.low, self.high, self.grain))


def rounded(value: float) -> float:
    """The value without the dust of binary fractions: 0.19 and not 0.19000000000000003."""
    return float(f"{value:.12g}")
