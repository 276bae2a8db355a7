"""The shape of a fact rule: words, not patterns.  `rules/README.md` teaches it."""

from __future__ import annotations

from typing import Literal

from msgspec import Struct

from checker.records import Bound, Kind, Status

__all__ = ["Evolves", "Example", "FactRule", "FactRules", "Find"]

Evolves = Literal["up", "both"]


class Find(Struct, frozen=True, forbid_unknown_fields=True, kw_only=True):
    """What an example must yield; keys that are left out are not compared."""

    figure: str
    low: float | None = None
    high: float | None = None
    bound: Bound | None = None
    status: Status | None = None
    unit: str | None = None
    scope: tuple[str, ...] | None = None


class Example(Struct, frozen=True, forbid_unknown_fields=True, kw_only=True):
    """A text that the rule must read (`finds`) or must leave alone (`passes: true`)."""

    text: str
    finds: Find | tuple[Find, ...] | None = None
    passes: bool = False

    @property
    def wanted(self) -> tuple[Find, ...]:
        """The finds, none for an example that must pass."""
        if self.finds is None:
            return ()
        return self.finds if isinstance(self.finds, tuple) else (self.finds,)


class FactRule(Struct, frozen=True, forbid_unknown_fields=True, kw_only=True):
    """One kind of fact.  The engine knows the grammar; the rule gives the words, each in its base form.

    In a phrase `...` stands for up to six words between ("suffer ... injury"), `one's` for any possessive, `N` for the
    figure, which then counts that noun ("claim N lives").
    """

    id: str
    name: str = ""
    """What is counted, for people: "people killed"."""
    enabled: bool = True
    """False switches a shipped rule off, in a user's file that gives its id."""
    counts: str | tuple[str, ...] = ()
    """A class of nouns in rules/language/nouns.yaml (person, vehicle), or a list of nouns; none: anything."""
    kinds: tuple[Kind, ...] = ("count",)
    """The kinds of figure that the rule may name."""
    dimensions: tuple[str, ...] = ()
    """For `measure`: the dimensions it may have (length, area, mass, ...)."""
    verbs: tuple[str, ...] = ()
    """What is done to the counted: "killed 12", "12 were killed"."""
    acts: tuple[str, ...] = ()
    """What the counted do themselves: "12 died"."""
    adjectives: tuple[str, ...] = ()
    """"12 dead", "left 12 dead"; also phrases: "in hospital"."""
    nouns: tuple[str, ...] = ()
    """"12 fatalities", "turnout was 73%", "$60 billion in aid"."""
    deeds: tuple[str, ...] = ()
    """Nouns for what is done: "the shooting of two men"; "two shootings" counts nobody."""
    figures: tuple[str, ...] = ()
    """Words for the figure itself: "a death toll of 12", "the number of dead rose to 15"."""
    unless: tuple[str, ...] = ()
    """Phrases that hold a word of the rule and yet mean something else: "death penalty"."""
    beside: tuple[str, ...] = ()
    """Where given, one of these words must stand in the sentence as well."""
    implied: bool = False
    """Whether "a man was killed" counts as 1 without a numeral."""
    of_each: bool = False
    """Whether each has a figure of its own, a candidate votes, a party seats: two are compared only under one name."""
    gives_way_to: str | None = None
    """The id of the rule that takes over: someone wounded who then died is counted among the dead alone."""
    read_as: str | None = None
    """The id of a rule that this one amounts to where nothing stronger is told: those shot are injured, unless dead."""
    growth_of: str | None = None
    """The id of the rule whose figure grew or fell by this per cent; such a rule needs no words."""
    of_period: Literal["country", "name"] | None = None
    """Whose the figure of a month, quarter or year is, where it hangs on no event: a country's, or a named firm's."""
    evolves: Evolves | None = None
    """up: later reports may raise it, a fall needs an explanation; both: it may move either way."""
    examples: tuple[Example, ...] = ()


class FactRules(dict[str, FactRule]):
    """Rules by id.  Hashed by identity, so that what is compiled from them can be cached."""

    __hash__ = object.__hash__  # type: ignore[assignment]

    def __eq__(self, other: object) -> bool:
        return self is other

    def __ne__(self, other: object) -> bool:
        return self is not other
