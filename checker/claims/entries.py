"""What a rule says of a word."""

from __future__ import annotations

from typing import Literal

from msgspec import Struct

__all__ = ["Entry", "Form", "Part"]

Part = Literal["verb", "act", "adjective", "noun", "deed", "figure"]
Form = Literal["base", "third", "past", "participle", "ing", "none"]


class Entry(Struct, frozen=True):
    """What a word or phrase may mean: a part of speech for one rule, in one form."""

    rule: str
    part: Part
    form: Form = "none"
    head: str = ""
    """The noun that must be counted, for a phrase with `N`: "claim N lives"."""
