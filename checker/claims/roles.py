"""The part that a small word plays in a sentence, by the tables of `rules/language/`."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache
from typing import Literal

from checker.rulebook.tables import table

__all__ = ["MARKS", "NodeKind", "roles", "words"]

NodeKind = Literal[
    "phrase", "trigger", "figure", "be", "have", "modal", "not", "adverb", "preposition", "and", "comma", "clause",
    "who", "stop", "verb", "say", "day", "word",
]  # fmt: skip

MARKS: dict[str, NodeKind] = {
    ",": "comma", "(": "comma", ")": "comma", "–": "comma", "—": "comma", ";": "stop", ":": "stop", "|": "stop",
    "•": "stop", "/": "comma",
}  # fmt: skip
_ROLES: tuple[tuple[str, NodeKind], ...] = (
    ("be", "be"), ("have", "have"), ("modal", "modal"), ("negative", "not"), ("relatives", "who"),
    ("conjunctions", "and"), ("including", "preposition"), ("days", "day"), ("subordinators", "clause"),
    ("prepositions", "preposition"), ("reporting", "say"),
)  # fmt: skip


@cache
def words() -> Mapping[str, frozenset[str]]:
    """The small words of `rules/language/grammar.yaml` as sets by their role."""
    return {role: frozenset(map(str, listed)) for role, listed in table("grammar").items()}


@cache
def roles() -> dict[str, NodeKind]:
    """The kind of node that each small word and each verb makes."""
    found: dict[str, NodeKind] = {}
    small = words()
    for role, kind in _ROLES:
        for word in sorted(small[role]):
            found.setdefault(word, kind)
    for word in sorted(small["adverbs"]):
        found.setdefault(word, "adverb")
    for word in sorted(small["linking"]):
        found.setdefault(word, "verb")
    for base, forms in table("forms")["verbs"].items():
        for word in (base, *forms):
            found.setdefault(word, "verb")
    return found
