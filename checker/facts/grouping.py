"""Claims of one event gathered into facts, and the pairs among them that should be set side by side."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from itertools import combinations

from msgspec import Struct

from checker.facts.compare import agree
from checker.facts.slots import Slot, is_ruled, slot_of, subject
from checker.facts.verdicts import Side
from checker.records import Claim

__all__ = ["Group", "groups"]

LARGE = 20
"""A count from which equal figures for one noun are hardly chance within one event."""


class Group(Struct, frozen=True):
    """Claims that speak of one thing, and the pairs of them to be judged."""

    slot: Slot
    members: tuple[Side, ...]
    pairs: tuple[tuple[Side, Side], ...]


def groups(sides: Sequence[Side]) -> list[Group]:
    """The facts of one event, from the claims of its articles in their order."""
    slots: dict[Slot, list[Side]] = defaultdict(list)
    for side in sides:
        slot = slot_of(side.claim)
        if slot is not None:
            slots[slot].append(side)
    found: list[Group] = []
    for slot, held in sorted(slots.items()):
        if len(held) > 1:
            found += _of_slot(slot, held)
    return found


def _of_slot(slot: Slot, held: list[Side]) -> list[Group]:
    totals: list[Group] = []
    left = held
    if is_ruled(slot.fact) and slot.measure == "count" and slot.change == "level":
        for group in _totals(slot, held):
            totals.append(group)
        taken = {side.claim.id for group in totals for side in group.members}
        left = [side for side in held if side.claim.id not in taken]
    return totals + _by_value(slot, left)


def _totals(slot: Slot, held: list[Side]) -> list[Group]:
    """The count of the whole event: each article's largest figure, with what repeats or precedes it."""
    found = []
    for place in _places(held):
        by_article: dict[str, list[Side]] = defaultdict(list)
        for side in place:
            by_article[side.source.article].append(side)
        heads = [_total(sides) for _, sides in sorted(by_article.items())]
        earlier = [side for side in place if side.claim.status == "previous"]
        members = {side.claim.id: side for side in (*heads, *earlier)}
        for side in place:
            if any(_same_value(side.claim, head.claim) for head in heads):
                members.setdefault(side.claim.id, side)
        pairs = [
            (one, other)
            for one, other in combinations(heads, 2)
            if not _explained(one, by_article[other.source.article])
            and not _explained(other, by_article[one.source.article])
        ]
        pairs += [(side, head) for side in earlier for head in heads if side.source.article == head.source.article]
        pairs += [pair for sides in by_article.values() for pair in combinations(sides, 2) if len(sides) < 8]
        members |= {side.claim.id: side for pair in pairs for side in pair if len(by_article) == 1}
        if len(members) > 1:
            found.append(Group(slot, tuple(members.values()), tuple(pairs)))
    return found


def _places(held: list[Side]) -> list[list[Side]]:
    """Claims for one place each: those that name the same one, or none."""
    named: dict[tuple[str, ...], list[Side]] = defaultdict(list)
    for side in held:
        named[side.claim.where].append(side)
    everywhere = named.pop((), [])
    if len(named) == 1:
        return [everywhere + next(iter(named.values()))]
    return [everywhere, *(sides for _, sides in sorted(named.items()))]


def _total(sides: list[Side]) -> Side:
    """The largest figure given as current; a number rather than "dozens", the text rather than its headline."""

    def rank(side: Side) -> tuple[bool, bool, float, bool, int]:
        claim = side.claim
        return claim.status != "previous", claim.bound != "vague", claim.low, claim.field == "text", -claim.start

    return max(sides, key=rank)


def _same_value(one: Claim, other: Claim) -> bool:
    return one.low == other.low and one.high == other.high and one.unit == other.unit


def _explained(side: Side, others: Iterable[Side]) -> bool:
    """Whether the other article gives this figure as well, for a part or for an earlier time."""
    return any(_same_value(side.claim, other.claim) for other in others)


def _by_value(slot: Slot, held: list[Side]) -> list[Group]:
    """Figures of several articles that agree and are too special to do so by chance."""
    found: list[list[Side]] = []
    for side in held:
        for group in found:
            if all(_special_match(slot, side.claim, member.claim) for member in group):
                group.append(side)
                break
        else:
            found.append([side])
    return [Group(slot, tuple(group), ()) for group in found if len({side.source.article for side in group}) > 1]


def _special_match(slot: Slot, one: Claim, other: Claim) -> bool:
    if one.where and other.where and set(one.where).isdisjoint(other.where):
        return False
    if not is_ruled(slot.fact) and slot.measure == "count" and min(one.low, other.low) < LARGE:
        return _same_value(one, other) and subject(one) == subject(other) != ""
    return agree(one, other) and one.bound != "vague" and other.bound != "vague"
