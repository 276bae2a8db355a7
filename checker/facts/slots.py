"""Which claims could speak of the same thing at all: kind, scope, measure, change and firmness must be the same."""

from __future__ import annotations

from functools import cache

from msgspec import Struct

from checker.records import Claim, Status

__all__ = ["Slot", "is_ruled", "measure_of", "slot_of"]

_FIRMNESS: dict[Status, str] = {
    "actual": "actual",
    "estimate": "actual",
    "previous": "actual",
    "planned": "planned",
    "target": "target",
}
_BESIDE = frozenset({"other", "additional"})
"""Scopes that set a group beside those told of before and do not narrow it ("killed one and hurt seven others").
The kind's own noun ("hostages": hostage) does not narrow it either."""


class Slot(Struct, frozen=True, order=True):
    """What two claims must share before their values are set side by side."""

    fact: str
    measure: str
    """"count", "percent", "money", "measure" or "ratio": units of one measure may be converted."""
    change: str
    """"level" for what something is or became; "up" or "down" for the step by which it moved."""
    firmness: str
    scope: tuple[str, ...]


def slot_of(claim: Claim, *, is_repeated: bool = False) -> Slot | None:
    """The claim's slot; None for what is denied, supposed, or tells of an earlier event.

    `is_repeated` says that the same article states the same figure as a fact elsewhere.
    """
    firmness = "actual" if is_repeated else _FIRMNESS.get(claim.status)
    if firmness is None:
        return None
    change = claim.change if claim.change_role == "by" and claim.change != "none" else "level"
    scope = tuple(word for word in claim.scope if word not in _BESIDE and word not in claim.fact)
    return Slot(claim.fact, measure_of(claim.unit), change, firmness, scope)


@cache
def measure_of(unit: str | None) -> str:
    """What a unit measures, coarsely: figures of different measures are never compared."""
    if unit in (None, "count"):
        return "count"
    if unit in ("percent", "percentage_point"):
        return "percent"
    if unit == "dimensionless":
        return "ratio"
    return "money" if len(unit) == 3 and unit.isupper() else f"money {unit[6:]}" if unit[3:6] == " / " else "measure"


def is_ruled(fact: str) -> bool:
    """Whether a fact rule names this kind; `count:` and `measure:` kinds are only nouns."""
    return ":" not in fact
