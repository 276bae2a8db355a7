"""Articles gathered into events: connected components, refined so that one stray link does not weld two events."""

from __future__ import annotations

import math
from collections.abc import Iterable

from checker.facts.linking import Link

__all__ = ["events"]

ABSENT = -4.0
"""Logit that stands for a pair too unlike to have been scored."""
SHARE = 1 / 3
"""Share of the pairs between two groups that must speak for one event: coverage drifts, so first and last may not."""


def events(number: int, links: Iterable[Link], least: float) -> list[list[int]]:
    """Groups of articles, each sorted, in the order of their first members; an article in no group stands alone.

    The surest links come first.  Two groups are joined when the best third of all pairs between them has a mean logit
    of at least `least`, so a group grows only by what is like a good part of it.
    """
    members = {place: [place] for place in range(number)}
    root = list(range(number))
    between: dict[int, dict[int, list[float]]] = {place: {} for place in range(number)}
    ordered = sorted(links, key=lambda link: (-link.strength, link.one, link.other))
    for link in ordered:
        between[link.one][link.other] = between[link.other][link.one] = [link.strength]
    for link in ordered:
        one, other = sorted((root[link.one], root[link.other]))
        if one == other or _likeness(between[one][other], len(members[one]) * len(members[other])) < least:
            continue
        for place in members[other]:
            root[place] = one
        members[one] += members.pop(other)
        _merge(between, one, other)
    return [sorted(group) for _, group in sorted(members.items())]


def _likeness(strengths: list[float], pairs: int) -> float:
    best = sorted(strengths, reverse=True)[: math.ceil(SHARE * pairs)]
    missing = math.ceil(SHARE * pairs) - len(best)
    return (math.fsum(best) + ABSENT * missing) / (len(best) + missing)


def _merge(between: dict[int, dict[int, list[float]]], one: int, other: int) -> None:
    moved = between.pop(other)
    mine = between[one]
    mine.pop(other, None)
    for third, strengths in moved.items():
        if third != one:
            mine[third] = between[third][one] = mine.get(third, []) + strengths
            del between[third][other]
