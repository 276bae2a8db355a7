"""Articles gathered into events: connected components, refined so that one stray link does not weld two events."""

from __future__ import annotations

from collections.abc import Iterable

from checker.facts.linking import Link

__all__ = ["events"]

ABSENT = -4.0
"""Logit that stands for a pair too unlike to have been scored."""


def events(number: int, links: Iterable[Link], least: float) -> list[list[int]]:
    """Groups of articles, each sorted, in the order of their first members; an article in no group stands alone.

    The surest links come first.  Two groups are joined when the mean logit of all pairs between them is at least
    `least` (average linkage), so a group grows only by what is like most of it.
    """
    members = {place: [place] for place in range(number)}
    root = list(range(number))
    between: dict[int, dict[int, float]] = {place: {} for place in range(number)}
    ordered = sorted(links, key=lambda link: (-link.strength, link.one, link.other))
    for link in ordered:
        between[link.one][link.other] = between[link.other][link.one] = link.strength - ABSENT
    for link in ordered:
        one, other = sorted((root[link.one], root[link.other]))
        if one == other:
            continue
        pairs = len(members[one]) * len(members[other])
        if between[one].get(other, 0.0) / pairs + ABSENT < least:
            continue
        for place in members[other]:
            root[place] = one
        members[one] += members.pop(other)
        _merge(between, one, other)
    return [sorted(group) for _, group in sorted(members.items())]


def _merge(between: dict[int, dict[int, float]], one: int, other: int) -> None:
    moved = between.pop(other)
    mine = between[one]
    mine.pop(other, None)
    for third, total in moved.items():
        if third != one:
            mine[third] = between[third][one] = mine.get(third, 0.0) + total
            del between[third][other]
