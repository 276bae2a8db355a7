"""The shape of a fact rule: words, not patterns."""

from __future__ import annotations

from msgspec import Struct

__all__ = ["Example", "FactRule", "Find"]


class Find(Struct, frozen=True, forbid_unknown_fields=True, kw_only=True):
    """What an example must yield; keys that are left out are not compared."""

    figure: str
    low: float | None = None
    high: float | None = None
    bound: str | None = None
    status: str | None = None
    unit: str | None = None


class Example(Struct, frozen=True, forbid_unknown_fields=True, kw_only=True):
    """A text that the rule must read (`finds`) or must leave alone (`passes: true`)."""

    text: str
    finds: Find | list[Find] | None = None
    passes: bool = False


class FactRule(Struct, frozen=True, forbid_unknown_fields=True, kw_only=True):
    """One kind of fact.  The engine knows the grammar; the rule gives the words."""

    id: str
    name: str
    counts: str | list[str] | None = None
    """A class of nouns in rules/language (person, vehicle), or a list of nouns."""
    verbs: list[str] = []
    nouns: list[str] = []
    adjectives: list[str] = []
    evolves: str | None = None
    examples: list[Example] = []
