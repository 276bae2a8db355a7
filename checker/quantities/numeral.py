"""What a number is before it has a unit, and the words that make numbers."""

from __future__ import annotations

from functools import cache
from typing import Literal

from checker.rulebook.tables import table

__all__ = ["Numeral", "Words", "lexicon"]

Form = Literal["digits", "words", "vague", "fraction", "ordinal", "malformed"]


class Numeral:
    """A number between two tokens.  `grain` is the step of its last digit; `end` is the first token after it."""

    __slots__ = ("end", "form", "grain", "high", "low", "scaled", "start")

    def __init__(
        self, start: int, end: int, low: float, high: float, grain: float, form: Form, scaled: bool = False
    ) -> None:
        self.start, self.end = start, end
        self.low, self.high, self.grain = low, high, grain
        self.form: Form = form
        self.scaled = scaled
        """A word or letter of scale (million, bn) is part of it."""


class Words:
    """The number words by what they do in a number."""

    def __init__(self) -> None:
        data = table("numbers")
        self.ones: dict[str, float] = data["ones"]
        self.teens: dict[str, float] = data["teens"]
        self.tens: dict[str, float] = data["tens"]
        self.hundreds: dict[str, float] = data["hundreds"]
        self.scales: dict[str, float] = data["scales"]
        self.suffixes: dict[str, float] = data["suffixes"]
        self.weak = frozenset(data["weak"])
        self.ordinals: dict[str, float] = data["ordinals"]
        self.parts: dict[str, float] = data["parts"]
        self.vulgar: dict[str, float] = data["vulgar"]
        self.vague: dict[str, list[float]] = data["vague"]
        self.vague_many: dict[str, list[float]] = data["vague_many"]
        self.several: dict[str, list[float]] = data["several"]
        self.points = frozenset(data["points"])
        self.small = self.ones | self.teens | self.tens
        self.denominators = self.ordinals | {w + "s": v for w, v in self.ordinals.items()} | self.parts
        self.goes_on = frozenset(
            [*self.small, *self.hundreds, *self.scales, *self.denominators, *self.suffixes, *self.vulgar, *self.points]
            + [word + "s" for word in self.hundreds]
            + ["and", "/", "^", "x", "×", "st", "nd", "rd", "th", "over", "of", "a", "an"]
        )
        """Words and signs after which a number may be longer than its first token."""
        self.starts = frozenset(
            [
                *self.small,
                *self.hundreds,
                *self.scales,
                *self.vague,
                *self.vague_many,
                *self.ordinals,
                *self.parts,
                *list(self.vulgar),
            ]
        )


@cache
def lexicon() -> Words:
    """The number words of English."""
    return Words()
