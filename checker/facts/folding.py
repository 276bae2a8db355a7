"""Slots that are one although their texts choose other words: "79 people died" and "78 migrants drowned"."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping
from functools import cache

from msgspec.structs import replace

from checker.facts.context import subject
from checker.facts.sides import Side
from checker.facts.slots import Slot, is_ruled
from checker.facts.verdicts import LIKE
from checker.rulebook import table

__all__ = ["folded"]


def folded(slots: Mapping[Slot, list[Side]]) -> dict[Slot, list[Side]]:
    """The slots with their claims, those of a narrower or vaguer slot moved where the other articles have theirs."""
    found = {slot: list(held) for slot, held in sorted(slots.items())}
    for slot in sorted(found):
        if len(slot.scope) == 1 and slot.scope[0] in _everyone():
            _move(found, slot, replace(slot, scope=()), slot.scope[0])
    for slot in sorted(found):
        if slot.measure == "percent" and is_ruled(slot.fact):
            _take_shares(found, slot)
    return {slot: held for slot, held in found.items() if held}


@cache
def _everyone() -> frozenset[str]:
    """Scopes that may name all whom an event befell: the migrants of a boat, the pilgrims of a pilgrimage."""
    return frozenset(table("events")["everyone"])


def _move(found: dict[Slot, list[Side]], slot: Slot, wide: Slot, word: str) -> None:
    """What an article counts only of the group, where others speak of the group and count without naming it."""
    there = found.get(wide, [])
    told = {side.source.article for side in there}
    if not any(word in side.source.words for side in there):
        return
    found[wide] = there + [side for side in found[slot] if side.source.article not in told]
    found[slot] = [side for side in found[slot] if side.source.article in told]


def _take_shares(found: dict[Slot, list[Side]], slot: Slot) -> None:
    """Shares that stand by a name alone ("she had 57%") join the named kind that another article gives for it."""
    kinds: dict[str, list[Side]] = defaultdict(list)
    for side in found[slot]:
        kinds[subject(side.claim)].append(side)
    told = {(whose, side.source.article) for whose, held in kinds.items() for side in held}
    for other in sorted(found):
        if other == slot or is_ruled(other.fact) or replace(other, fact=slot.fact) != slot:
            continue
        kept = []
        for side in found[other]:
            whose = subject(side.claim)
            named = [other for other in kinds.get(whose, ()) if _are_like(side, other)] if whose else []
            if named and (whose, side.source.article) not in told:
                found[slot].append(side)
            else:
                kept.append(side)
        found[other] = kept


def _are_like(one: Side, other: Side) -> bool:
    low, high = sorted((abs(one.claim.low), abs(other.claim.low)))
    return high <= low * LIKE
