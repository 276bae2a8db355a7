"""A sentence as a short row of nodes: noun phrases with what they count, verbs, small words."""

from __future__ import annotations

from msgspec import Struct

from checker.claims.entries import Entry
from checker.claims.roles import NodeKind
from checker.records import Quantity

__all__ = ["Node"]


class Node(Struct, frozen=True, gc=False):
    """One step of a sentence."""

    kind: NodeKind
    last: int
    """The number of the first token behind it; 0 for a node of one token that stands for a word wherever it is."""
    word: str = ""
    entries: tuple[Entry, ...] = ()
    """For a trigger, and for a phrase whose own head or adjective is a rule's word ("12 fatalities")."""
    quantity: Quantity | None = None
    value: int | None = None
    """What a phrase without numeral counts: "a man" is 1, "men" is None."""
    head: str = ""
    """The noun of a phrase in the singular; empty where it has none ("12 were killed")."""
    start: int = 0
    end: int = 0
    """Where in the text the figure stands: the number, the article or the name."""
    is_person: bool = False
    is_name: bool = False
    is_known: bool = False
    """A name that is a person's for certain."""
    is_definite: bool = False
    modifiers: tuple[str, ...] = ()
    possessive: bool = False
    is_bare: bool = False
    """A noun without article, as headlines have it: "Man killed"."""
    part: bool = False
    """Only some of those told of before: "four of them"."""
    peoples: tuple[str, ...] = ()
    """Adjectives with a capital, lower case: "12 Ukrainian soldiers"."""
    inner: tuple[str, ...] = ()
    """All the words of a trigger of several words."""

    @property
    def is_ranked(self) -> bool:
        """Whether an ordinal counts here: "a third man"."""
        return self.quantity is not None and self.quantity.kind == "ordinal"
