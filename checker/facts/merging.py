"""Groups of claims joined by the figures that they hold, whatever kind, scope or status the texts gave them."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator

from checker.facts.context import digits
from checker.facts.group import Group, grouped, is_equal
from checker.facts.likeness import CHANCE, Nearby, kin, likeness
from checker.facts.sides import Side
from checker.facts.slots import Slot, is_ruled, measure_of

__all__ = ["alike", "attached", "equals", "merged"]

REACH = 12
"""Groups of about one size that a figure is tried with."""


def attached(found: list[Group], left: list[Side]) -> tuple[list[Group], list[Side]]:
    """Figures of no group that repeat one of a group, said with another noun or status, join the one most alike."""
    joined: dict[int, list[Side]] = defaultdict(list)
    rest = []
    index = Nearby((number, side) for number, group in enumerate(found) for side in group.members)
    for side in left:
        best, place = max(((likeness(side, other), -number) for number, other in index.near(side)), default=(0, 0))
        if best >= CHANCE:
            joined[-place].append(side)
        else:
            rest.append(side)
    grown = [Group(g.slot, (*g.members, *joined[number]), g.pairs) for number, g in enumerate(found)]
    return grown, rest


def equals(left: Iterable[Side]) -> Iterator[Group]:
    """Figures of several articles that agree, of whatever kind, where value and sentence leave little to chance."""
    measures: dict[str, list[Side]] = defaultdict(list)
    for side in left:
        if side.claim.bound != "vague":
            measures[kin(side.claim.unit)].append(side)
    for _, held in sorted(measures.items()):
        found: list[list[Side]] = []
        for side in sorted(held, key=lambda side: (side.claim.low, side.claim.id)):
            for group in reversed(found[-REACH:]):
                if likeness(side, group[0]) >= CHANCE:
                    group.append(side)
                    break
            else:
                found.append([side])
        for group in found:
            kinds = sorted(group, key=lambda side: (not is_ruled(side.claim.fact), side.claim.fact, side.claim.id))
            claim = kinds[0].claim
            slot = Slot(claim.fact, measure_of(claim.unit), "level", "actual", claim.scope)
            yield from grouped(slot, {side.claim.id: side for side in group}, [])


def merged(groups: list[Group]) -> list[Group]:
    """Groups of one kind that hold the same special figure, said of a part here and of the whole there, made one."""
    found: list[Group] = []
    for group in groups:
        for number, other in enumerate(found):
            if other.slot.fact == group.slot.fact and other.slot.change == group.slot.change and _share(other, group):
                members = {side.claim.id: side for side in (*other.members, *group.members)}
                found[number] = Group(other.slot, tuple(members.values()), (*other.pairs, *group.pairs))
                break
        else:
            found.append(group)
    return found


def alike(groups: list[Group]) -> list[Group]:
    """Groups without a kind of their own joined to the one that holds the same figure in the most similar words."""
    into = list(range(len(groups)))
    index = Nearby((number, side) for number, group in enumerate(groups) for side in group.members)
    for number, group in enumerate(groups):
        if is_ruled(group.slot.fact):
            continue
        liked = [
            (likeness(side, other), -into[place])
            for side in group.members
            for place, other in index.near(side)
            if into[place] != into[number] and side.source.article != other.source.article
        ]
        best, place = max(liked, default=(0, 0))
        if best >= CHANCE:
            into = [-place if root == into[number] else root for root in into]
    joined: dict[int, Group] = {}
    for number, group in enumerate(groups):
        base = joined.get(into[number])
        if base is not None:
            members = {side.claim.id: side for side in (*base.members, *group.members)}
            slot = base.slot if is_ruled(base.slot.fact) else min(base.slot, group.slot, key=_is_own)
            group = Group(slot, tuple(members.values()), (*base.pairs, *group.pairs))
        joined[into[number]] = group
    return list(joined.values())


def _is_own(slot: Slot) -> bool:
    return not is_ruled(slot.fact)


def _share(one: Group, other: Group) -> bool:
    return any(
        is_equal(a.claim, b.claim) and digits(a.claim) > 2 and a.source.article != b.source.article
        for a in one.members
        for b in other.members
    )
