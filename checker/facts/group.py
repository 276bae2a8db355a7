"""Claims that speak of one thing, before anything is said of their figures."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from msgspec import Struct
from msgspec.structs import replace

from checker.facts.sides import Side
from checker.facts.slots import Slot
from checker.records import Claim

__all__ = ["Group", "grouped", "is_equal"]


class Group(Struct, frozen=True):
    """Claims that speak of one thing, and pairs to be judged: a pair joins only where there is something to say."""

    slot: Slot
    members: tuple[Side, ...]
    pairs: tuple[tuple[Side, Side], ...]

    def joined_by(self, sides: Iterable[tuple[Side, Side]]) -> Group:
        """The group with these pairs among its members."""
        members = {side.claim.id: side for side in self.members}
        members |= {side.claim.id: side for pair in sides for side in pair}
        return replace(self, members=tuple(members.values()))


def grouped(slot: Slot, members: dict[str, Side], pairs: list[tuple[Side, Side]]) -> Iterator[Group]:
    """The group, where there is more than one claim or something to compare."""
    if len(members) > 1 or pairs:
        yield Group(slot, tuple(members.values()), tuple(pairs))


def is_equal(one: Claim, other: Claim) -> bool:
    """Whether two figures are the same to the last digit."""
    return one.low == other.low and one.high == other.high and one.unit == other.unit
