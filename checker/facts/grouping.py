"""Claims of one event gathered into facts, and the pairs among them that should be set side by side."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from itertools import combinations

from msgspec import Struct

from checker.facts.ages import ages
from checker.facts.compare import agree
from checker.facts.context import common_words, digits, subject, together_in_place, together_in_time
from checker.facts.slots import Slot, is_ruled, measure_of, slot_of
from checker.facts.verdicts import AGE, Side
from checker.records import Claim

__all__ = ["Group", "groups"]

VAGUE = frozenset({"person", "people", "number", "other", "unnamed", "year", "day", "time", "thing", "one", "member"})
"""Nouns that many different sets share: a difference between two of them says nothing."""
NEAR = 0.9
"""Share of a total from which a figure of the same article repeats it, more roughly or more exactly."""
MANY = 12
"""Figures of one kind in one article from which they are a table or a list, not one thing said often."""


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
        if len(held) > 1 and slot.fact != AGE:
            found += _totals(slot, held) if is_ruled(slot.fact) and slot.measure == "count" else _levels(slot, held)
    for held, pairs in ages(sides):
        found += _group(Slot(AGE, "measure", "level", "actual", ()), {side.claim.id: side for side in held}, pairs)
    taken = {side.claim.id for group in found for side in group.members}
    left = [side for side in sides if side.claim.id not in taken and side.claim.status not in ("denied", "background")]
    found, left = _attached(found, left)
    return found + list(_equals(left))


def _attached(found: list[Group], left: list[Side]) -> tuple[list[Group], list[Side]]:
    """Figures of no group that repeat one of a group, said with another noun or status, join it."""
    joined: dict[int, list[Side]] = defaultdict(list)
    rest = []
    for side in left:
        for number, group in enumerate(found):
            if group.slot.measure == measure_of(side.claim.unit) and any(
                _is_same(side.claim, member.claim) for member in group.members
            ):
                joined[number].append(side)
                break
        else:
            rest.append(side)
    grown = [Group(g.slot, (*g.members, *joined[number]), g.pairs) for number, g in enumerate(found)]
    return grown, rest


def _totals(slot: Slot, held: list[Side]) -> Iterator[Group]:
    """The count of the whole event: each article's largest figure, with what repeats or precedes it."""
    of_article = _by_article(held)
    heads = [_total(sides) for sides in of_article.values()]
    for place in _gathered(heads):
        articles = {head.source.article for head in place}
        earlier = [side for side in held if side.claim.status == "previous" and side.source.article in articles]
        members = {side.claim.id: side for side in (*place, *earlier)}
        pairs = [
            (one, other)
            for one, other in combinations(place, 2)
            if "vague" not in (one.claim.bound, other.claim.bound)
            and not _given(one, of_article[other.source.article])
            and not _given(other, of_article[one.source.article])
        ]
        pairs += [(side, head) for side in earlier for head in place if side.source.article == head.source.article]
        for article in sorted(articles):
            if len(of_article[article]) <= MANY:
                pairs += combinations(of_article[article], 2)
        for head in place:
            for side in of_article[head.source.article]:
                if side.claim.low >= NEAR * head.claim.low or any(_equal(side.claim, other.claim) for other in place):
                    members.setdefault(side.claim.id, side)
        yield from _group(slot, members, pairs)


def _levels(slot: Slot, held: list[Side]) -> Iterator[Group]:
    """Shares, sums, sizes: compared where each article gives one figure for the same subject."""
    if not is_ruled(slot.fact) and slot.fact.partition(":")[2] in VAGUE:
        return
    of_subject: dict[str, list[Side]] = defaultdict(list)
    for side in held:
        of_subject[subject(side.claim)].append(side)
    for _, sides in sorted(of_subject.items()):
        of_article = _by_article(sides)
        single = [listed[0] for listed in of_article.values() if len({side.claim.low for side in listed}) == 1]
        for place in _gathered(single, in_time=True):
            members = {side.claim.id: side for side in place}
            articles = {side.source.article for side in place}
            for side in sides:
                if side.source.article in articles:
                    members.setdefault(side.claim.id, side)
            yield from _group(slot, members, list(combinations(place, 2)))


def _equals(left: Sequence[Side]) -> Iterator[Group]:
    """Figures of several articles that agree, of whatever kind, where value and sentence leave little to chance."""
    measures: dict[str, list[Side]] = defaultdict(list)
    for side in left:
        if side.claim.bound != "vague":
            measures[measure_of(side.claim.unit)].append(side)
    for _, held in sorted(measures.items()):
        found: list[list[Side]] = []
        for side in sorted(held, key=lambda side: (side.claim.low, side.claim.id)):
            for group in reversed(found[-MANY:]):
                if _is_same(side.claim, group[0].claim):
                    group.append(side)
                    break
            else:
                found.append([side])
        for group in found:
            kinds = sorted(group, key=lambda side: (not is_ruled(side.claim.fact), side.claim.fact, side.claim.id))
            claim = kinds[0].claim
            slot = Slot(claim.fact, measure_of(claim.unit), "level", "actual", claim.scope)
            yield from _group(slot, {side.claim.id: side for side in group}, [])


def _is_same(one: Claim, other: Claim) -> bool:
    """Whether the figures agree and their sentences speak of the same thing."""
    if one.fact != other.fact and is_ruled(one.fact) and is_ruled(other.fact):
        return False
    if not together_in_place(one, other) or not together_in_time(one, other) or not agree(one, other):
        return False
    said = min(digits(one), digits(other)) + (one.fact == other.fact) + (one.low == other.low)
    return said + common_words(one, other) >= 5 and common_words(one, other) > 0


def _group(slot: Slot, members: dict[str, Side], pairs: list[tuple[Side, Side]]) -> Iterator[Group]:
    """A group where several articles meet, or where one article is to be set against itself."""
    if len({side.source.article for side in members.values()}) > 1 or pairs:
        chosen = members | {side.claim.id: side for pair in pairs for side in pair}
        if len(chosen) > 1:
            yield Group(slot, tuple(chosen.values()), tuple(pairs))


def _by_article(held: Iterable[Side]) -> dict[str, list[Side]]:
    of_article: dict[str, list[Side]] = defaultdict(list)
    for side in held:
        of_article[side.source.article].append(side)
    return of_article


def _gathered(heads: Iterable[Side], *, in_time: bool = False) -> list[list[Side]]:
    """Heads that may be of one place (and time), those that name one first, so that the others join them."""
    found: list[list[Side]] = []
    for head in sorted(heads, key=lambda side: (not side.claim.where, side.claim.id)):
        for group in found:
            if all(
                together_in_place(head.claim, other.claim)
                and (not in_time or together_in_time(head.claim, other.claim))
                for other in group
            ):
                group.append(head)
                break
        else:
            found.append([head])
    return found


def _total(sides: list[Side]) -> Side:
    """The largest figure given as current; a number rather than "dozens", the text unless its headline has far more."""

    def rank(side: Side) -> tuple[bool, bool, float, int]:
        claim = side.claim
        return claim.status != "previous", claim.bound != "vague", claim.low, -claim.start

    largest = max(sides, key=rank)
    in_text = [side for side in sides if side.claim.field == "text"]
    in_text = in_text and [max(in_text, key=rank)]
    return in_text[0] if in_text and in_text[0].claim.low >= NEAR * largest.claim.low else largest


def _equal(one: Claim, other: Claim) -> bool:
    return one.low == other.low and one.high == other.high and one.unit == other.unit


def _given(side: Side, others: Iterable[Side]) -> bool:
    """Whether the other article gives this figure as well, for a part or for an earlier time."""
    return any(_equal(side.claim, other.claim) for other in others)
