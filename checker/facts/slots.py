"""Which claims could speak of the same thing at all: kind, scope, measure, change and firmness must be the same."""

from __future__ import annotations

from msgspec import Struct

from checker.records import Claim, Status

__all__ = ["Slot", "is_ruled", "slot_of", "subject"]

_FIRMNESS: dict[Status, str] = {
    "actual": "actual",
    "estimate": "actual",
    "previous": "actual",
    "planned": "planned",
    "target": "target",
}


class Slot(Struct, frozen=True, order=True):
    """What two claims must share before their values are set side by side."""

    fact: str
    measure: str
    """"count", "percent", "money", "measure" or "ratio": units of one measure may be converted."""
    change: str
    """"level" for what something is or became; "up" or "down" for the step by which it moved."""
    firmness: str
    scope: tuple[str, ...]


def slot_of(claim: Claim) -> Slot | None:
    """The claim's slot; None for what is denied, supposed, or tells of an earlier event."""
    firmness = _FIRMNESS.get(claim.status)
    if firmness is None:
        return None
    change = claim.change if claim.change_role == "by" and claim.change != "none" else "level"
    return Slot(claim.fact, _measure(claim.unit), change, firmness, claim.scope)


def _measure(unit: str | None) -> str:
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


def subject(claim: Claim) -> str:
    """The name that stands closest before the figure in its sentence: whose share, whose revenue; empty for none."""
    quote = claim.quote.lower().replace("’", "'")
    figure = claim.start - claim.quote_start
    best, found = -1, ""
    for name in claim.names:
        at = quote.rfind(name, 0, max(figure, 0))
        if at > best:
            best, found = at, name
    return found
