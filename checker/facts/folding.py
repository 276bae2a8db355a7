"""Slots that are one although their texts choose other words: "79 people died" and "78 migrants drowned"."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping
from functools import cache

from msgspec.structs import replace

from checker.facts.likeness import NEAR, SMALL
from checker.facts.sides import Side
from checker.facts.slots import Slot, is_ruled
from checker.facts.verdicts import LIKE
from checker.rulebook import table

__all__ = ["folded"]

LEAD = 400
"""Characters of a text that tell what its news is."""
_PARTS = frozenset({"part", "attacker", "margin", "suspect"})
"""Scopes of those who are never all of them."""


def folded(slots: Mapping[Slot, list[Side]], whose: Mapping[str, str]) -> dict[Slot, list[Side]]:
    """The slots with their claims, those of a narrower or vaguer slot moved where the other articles have theirs.

    `whose` says by the id of a claim whose figure it is.
    """
    found = {slot: list(held) for slot, held in sorted(slots.items())}
    for slot in sorted(found):
        if len(slot.scope) == 1 and is_ruled(slot.fact) and slot.scope[0] not in _PARTS:
            _move(found, slot, replace(slot, scope=()), slot.scope[0])
    for slot in sorted(found):
        if slot.measure in ("percent", "money") and is_ruled(slot.fact):
            _take_shares(found, slot, whose)
    _join_by_name(found, whose)
    return {slot: held for slot, held in found.items() if held}


@cache
def _everyone() -> frozenset[str]:
    """Scopes that may name all whom an event befell: the migrants of a boat, the pilgrims of a pilgrimage."""
    return frozenset(table("events")["everyone"])


def _move(found: dict[Slot, list[Side]], slot: Slot, wide: Slot, word: str) -> None:
    """What an article counts of the group and of all alike, or of the group alone where it is all whom others count."""
    there = found.get(wide, [])
    told: dict[str, float] = {}
    for side in there:
        if side.claim.status != "previous":
            told[side.source.article] = max(side.claim.low, told.get(side.source.article, 0.0))
    same = {(side.source.article, side.claim.low, side.claim.high) for side in there}
    is_all = word in _everyone() and any(word in side.source.words for side in there)
    kept = []
    for side in found[slot]:
        is_same = (side.source.article, side.claim.low, side.claim.high) in same and side.claim.low >= SMALL
        is_most = side.claim.low >= NEAR * told.get(side.source.article, 0.0)
        if is_same or ((is_all or _is_news(side)) and is_most):
            there = [*there, side]
        else:
            kept.append(side)
    found[wide], found[slot] = there, kept


def _is_news(side: Side) -> bool:
    """Whether the figure opens the article: "two boys were killed" counts all, unless the text counts more."""
    claim = side.claim
    return not claim.implied and (claim.field == "title" or claim.quote_start < LEAD)


def _take_shares(found: dict[Slot, list[Side]], slot: Slot, whose: Mapping[str, str]) -> None:
    """Shares that stand by a name alone ("she had 57%") join the named kind that another article gives for it."""
    kinds: dict[str, list[Side]] = defaultdict(list)
    for side in found[slot]:
        kinds[whose[side.claim.id]].append(side)
    told = {(name, side.source.article) for name, held in kinds.items() for side in held}
    for other in sorted(found):
        if other == slot or is_ruled(other.fact) or replace(other, fact=slot.fact) != slot:
            continue
        kept = []
        for side in found[other]:
            name = whose[side.claim.id]
            named = [other for other in kinds.get(name, ()) if _are_like(side, other)] if name else []
            repeats = any(_are_same(side, other) for other in named)
            if named and (repeats or (name, side.source.article) not in told):
                found[slot].append(side)
            else:
                kept.append(side)
        found[other] = kept


def _join_by_name(found: dict[Slot, list[Side]], whose: Mapping[str, str]) -> None:
    """Shares and sums of no named kind, said with other nouns in other texts, are one by whose they are."""
    for slot in sorted(found):
        if slot.measure not in ("percent", "money") or is_ruled(slot.fact):
            continue
        wide = replace(slot, fact=f"measure:{slot.measure}:" + ("share" if slot.measure == "percent" else "sum"))
        named = [side for side in found[slot] if whose[side.claim.id]]
        if wide != slot:
            found[wide] = found.get(wide, []) + named
            found[slot] = [side for side in found[slot] if not whose[side.claim.id]]


def _are_like(one: Side, other: Side) -> bool:
    low, high = sorted((abs(one.claim.low), abs(other.claim.low)))
    return high <= low * LIKE


def _are_same(one: Side, other: Side) -> bool:
    return one.source.article == other.source.article and one.claim.low == other.claim.low
