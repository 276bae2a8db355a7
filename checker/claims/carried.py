"""A bare number that goes on with what was counted just before: "The ministry put the figure at 250", "it rose to 300".

English says what is counted once, and then speaks of "the number", "the count" or "it".
"""

from __future__ import annotations

from checker.claims.nodes import Node
from checker.claims.roles import words
from checker.records import Quantity

__all__ = ["goes_on"]

_REACH = 9
"""How many nodes the word for the number may stand before its figure."""
_BETWEEN = frozenset({"be", "have", "modal", "adverb", "verb", "word", "preposition", "day", "not"})
_VERBAL = frozenset({"be", "have", "modal", "adverb", "verb", "preposition", "day"})


def goes_on(nodes: list[Node], at: int, quantity: Quantity) -> bool:
    """Whether the figure at this node has no noun of its own, and stands for a number spoken of before."""
    tallies = words()["tallies"]
    if quantity.kind != "count" or quantity.change_role == "by" or (quantity.counted or "") not in tallies | {""}:
        return False
    if nodes[at].entries or nodes[at].part or nodes[at].head not in tallies | {""}:
        return False
    return _is_tallied(nodes, at) or _is_it(nodes, at)


def _is_tallied(nodes: list[Node], at: int) -> bool:
    """Whether "count", "figure" or another such word names the number, without a noun of its own behind it."""
    for place in range(at - 1, max(at - 1 - _REACH, -1), -1):
        node = nodes[place]
        if node.word in words()["tallies"]:
            return nodes[place + 1].word != "of" or place + 2 >= at
        if not (node.kind in _BETWEEN or node.word == "as" or node.is_name or _is_origin(node)):
            return False
    return False


def _is_it(nodes: list[Node], at: int) -> bool:
    """Whether "it" is the subject that a verb of level or change ties to the number: "it was around 250"."""
    for place in range(at - 1, max(at - 1 - _REACH, -1), -1):
        node = nodes[place]
        if node.word == "it":
            return nodes[place + 1].word in words()["linking"] or nodes[place + 1].kind in ("have", "adverb")
        if not (node.kind in _VERBAL or _is_origin(node)):
            return False
    return False


def _is_origin(node: Node) -> bool:
    return node.quantity is not None and node.quantity.change_role == "from"
