"""How firmly a figure is said: done, planned, denied, an earlier event told again."""

from __future__ import annotations

from checker.claims.arguments import Match
from checker.claims.nodes import Node
from checker.records import Status

__all__ = ["status_of"]


def status_of(nodes: list[Node], match: Match) -> Status:
    """The status of what the match counts."""
    low = min(match.trigger, *match.places)
    between = nodes[max(low, match.trigger - 6) : match.trigger] if low < match.trigger else nodes[max(0, match.trigger - 3) : match.trigger]
    for node in between:
        if node.kind == "modal" and node.word not in ("did", "do", "does"):
            return "hypothetical"
        if node.kind == "not":
            return "denied"
    return "actual"
