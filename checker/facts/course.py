"""The course of a figure over time: of all pairs that differ, those that an editor needs to see."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from msgspec.structs import replace

from checker.facts.sides import Side
from checker.facts.verdicts import Opinion

__all__ = ["told"]


def told(opinions: Sequence[Opinion], members: Iterable[Side]) -> list[Opinion]:
    """Updates step by step, old figures that live on as such, and every conflict; one opinion for a pair of figures.

    A rise from 12 by way of 20 to 31 is told as 12 to 20 and 20 to 31.
    """
    sides = list(members)
    found = [_outdated(opinion, sides) for opinion in opinions if not _is_skip(opinion, sides)]
    best: dict[tuple[str, str, bool], Opinion] = {}
    for opinion in sorted(found, key=_rank):
        best.setdefault(_values(opinion), opinion)
    return sorted(best.values(), key=_rank)


def _is_skip(opinion: Opinion, sides: list[Side]) -> bool:
    """Whether another article's figure lies between the two of an update, in time and in size."""
    if opinion.verdict != "updated" or opinion.older.source.article == opinion.newer.source.article:
        return False
    low, high = opinion.older, opinion.newer
    return any(
        low.claim.low < side.claim.low < high.claim.low and _on_the_way(low, side, high)
        for side in sides
        if side.claim.fact == low.claim.fact and not side.claim.implied
    )


def _on_the_way(first: Side, side: Side, last: Side) -> bool:
    if side.day is None or first.day is None or last.day is None:
        return side.day == first.day == last.day
    return first.day <= side.day <= last.day


def _outdated(opinion: Opinion, sides: list[Side]) -> Opinion:
    """A fall to a figure that was given before the rise is no fall: the late article never heard of the update."""
    older, newer = opinion.older, opinion.newer
    if opinion.check != "unexplained_fall" or older.day is None:
        return opinion
    before = [
        side.day
        for side in sides
        if side.day is not None and side.day < older.day and side.source.article != newer.source.article
        and side.claim.low == newer.claim.low
    ]  # fmt: skip
    if not before:
        return opinion
    reason = f"{newer.source.outlet or newer.source.article} of {newer.day} still gives the figure of {min(before)}"
    return replace(opinion, verdict="updated", check="outdated_figure", reason=reason)


def _values(opinion: Opinion) -> tuple[str, str, bool]:
    """What two opinions share that tell the same: the figures, and whether one article gives both."""
    is_inside = opinion.older.source.article == opinion.newer.source.article
    first, second = (f"{side.claim.low:g}-{side.claim.high:g} {side.claim.bound}" for side in opinion.sides)
    if opinion.verdict == "updated":
        return first, second, is_inside
    return min(first, second), max(first, second), is_inside


def _rank(opinion: Opinion) -> tuple[bool, bool, int, str, str]:
    """Conflicts first; then what is written out, and the articles closest in time."""
    older, newer = opinion.sides
    apart = abs((newer.day - older.day).days) if newer.day and older.day else 9999
    return (
        opinion.verdict != "conflict",
        older.claim.implied or newer.claim.implied,
        apart,
        older.claim.id,
        newer.claim.id,
    )
