"""Claims of one event gathered into facts, and the pairs among them that should be set side by side."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import combinations

from msgspec.structs import replace

from checker.facts.ages import ages
from checker.facts.compare import TURNED, agree, scale_slip, slip
from checker.facts.context import digits, is_long, subject, surnames, together_in_place, together_in_time
from checker.facts.folding import folded
from checker.facts.group import Group, grouped, is_equal
from checker.facts.likeness import NEAR, SMALL
from checker.facts.merging import alike, attached, equals, merged
from checker.facts.sides import Side
from checker.facts.slots import Slot, is_ruled, measure_of, slot_of
from checker.facts.verdicts import AGE, LIKE, TWICE
from checker.records import Claim
from checker.rulebook import FactRule, table

__all__ = ["Group", "groups"]

SPECIAL = 3
"""Digits from which a figure is not shared by chance."""
HALF = 0.5
"""Share of the whole from which a headline's figure is of the whole as well, though the text has another."""
MANY = 12
"""Figures of one kind in one article from which they are a table or a list, not one thing said often."""


def groups(sides: Sequence[Side], rules: Mapping[str, FactRule]) -> list[Group]:
    """The facts of one event, from the claims of its articles in their order."""
    slots: dict[Slot, list[Side]] = defaultdict(list)
    firm = {_said(side) for side in sides if side.claim.status == "actual"}
    for side in sides:
        slot = slot_of(side.claim, is_repeated=_said(side) in firm)
        if slot is not None:
            slots[slot].append(side)
    known = surnames(sides)
    each = {rule.id for rule in rules.values() if rule.of_each}
    whose = {
        side.claim.id: subject(side.claim, known) if slot.measure != "count" or slot.fact in each else ""
        for slot, held in slots.items()
        for side in held
    }
    slots = folded(slots, whose)
    found: list[Group] = []
    for slot, held in sorted(slots.items()):
        if slot.fact == AGE:
            continue
        if is_ruled(slot.fact) and slot.measure == "count" and slot.fact not in each:
            rule = rules.get(slot.fact)
            wanted = rule.gives_way_to if rule else None
            graver = [side for other, sides in sorted(slots.items()) if other.fact == wanted for side in sides]
            found += _totals(slot, held, graver, reads_as_other=bool(rule and rule.read_as))
        elif len(held) > 1:
            found += _levels(slot, held, whose)
    for person, held, pairs in ages(sides):
        slot = Slot(AGE, "measure", "level", "actual", (person,))
        found += grouped(slot, {side.claim.id: side for side in held}, pairs)
    taken = {side.claim.id for group in found for side in group.members}
    left = [side for side in sides if side.claim.id not in taken]
    found, left = attached(merged(found), left)
    found += equals(side for side in left if side.claim.status not in ("denied", "background"))
    return alike(found)


def _said(side: Side) -> tuple[str, str, float, float]:
    return side.source.article, side.claim.fact, side.claim.low, side.claim.high


def _totals(slot: Slot, held: list[Side], graver: list[Side], *, reads_as_other: bool) -> Iterator[Group]:
    """The count of the whole event: each article's largest figure, with what repeats or precedes it.

    `graver` are the claims of the kind that takes over from this one: the dead, for the wounded.  `reads_as_other` says
    that the kind may hold the graver one: those shot, the dead.
    """
    held = [side for side in held if not (side.claim.implied and side.claim.status == "previous")]
    of_article = _by_article(held)
    heads = [_total(sides) for sides in of_article.values()]
    worse = {article: _total(sides) for article, sides in _by_article(graver).items()}
    for place in _gathered(heads):
        articles = {head.source.article for head in place}
        earlier = [side for side in held if side.claim.status == "previous" and side.source.article in articles]
        members = {side.claim.id: side for side in (*place, *earlier)}
        pairs = [
            (one, other)
            for one, other in combinations(_voices(place), 2)
            if "vague" not in (one.claim.bound, other.claim.bound)
            and not _given(one, of_article[other.source.article])
            and not _given(other, of_article[one.source.article])
            and not _with_culprit(one, other, of_article)
            and not _counted_with(one, other, worse, reads_as_other)
        ]
        pairs += [(side, head) for side in earlier for head in place if side.source.article == head.source.article]
        for article in sorted(articles):
            stated = [s for s in of_article[article] if not s.claim.implied and s.claim.status != "previous"]
            if len(stated) <= MANY:
                pairs += combinations(stated, 2)
        for head in place:
            for side in of_article[head.source.article]:
                reach = NEAR if side.claim.field == "text" or side.claim.implied else HALF
                if side.claim.low >= reach * head.claim.low or any(is_equal(side.claim, o.claim) for o in place):
                    members.setdefault(side.claim.id, side)
        yield from grouped(slot, members, pairs)
        yield from _worsened(place, worse)


def _with_culprit(one: Side, other: Side, of_article: Mapping[str, list[Side]]) -> bool:
    """Whether one count is larger by one and a text tells that the culprit died as well."""
    if abs(one.claim.low - other.claim.low) != 1:
        return False
    articles = (one.source.article, other.source.article)
    quotes = {side.claim.quote.lower() for article in articles for side in of_article[article]}
    return any(words in quote for words in table("events")["own_death"] for quote in quotes)


def _counted_with(one: Side, other: Side, worse: Mapping[str, Side], reads_as_other: bool) -> bool:
    """Whether the larger figure counts the dead among the wounded and the smaller does not."""
    smaller, larger = sorted((one, other), key=lambda side: side.claim.low)
    is_fall = smaller.day is not None and larger.day is not None and smaller.day > larger.day
    if larger.source.article in worse and not (reads_as_other or is_fall):
        return False
    dead = [worse[a].claim.low for a in (smaller.source.article, larger.source.article) if a in worse]
    return larger.claim.low - smaller.claim.low in dead


def _worsened(place: list[Side], worse: Mapping[str, Side]) -> Iterator[Group]:
    """Articles that know only wounded, against later ones that count dead among them."""
    for hurt in place:
        if hurt.source.article in worse or hurt.day is None:
            continue
        for dead in worse.values():
            if dead.day and dead.day > hurt.day and dead.claim.high <= hurt.claim.high:
                slot = Slot(dead.claim.fact, "count", "level", "actual", ())
                yield Group(slot, (), ((hurt, dead),))


def _levels(slot: Slot, held: list[Side], whose: Mapping[str, str]) -> Iterator[Group]:
    """Shares, sums, sizes: compared where each article gives one figure for the same subject."""
    if not is_ruled(slot.fact) and slot.fact.partition(":")[2] in table("events")["vague"]:
        return
    of_subject: dict[str, list[Side]] = defaultdict(list)
    for side in held:
        of_subject[whose[side.claim.id]].append(side)
    for side in of_subject.pop("", []):
        of_subject[_whose(side, of_subject)].append(side)
    for _, sides in sorted(of_subject.items()):
        of_article = _by_article(sides)
        single = _heads(of_article)
        slips = [pair for pair in combinations(sides, 2) if _is_slipped(*pair)]
        if slips:
            yield from grouped(slot, {side.claim.id: side for pair in slips for side in pair}, slips)
            slipped = {side.claim.id for pair in slips for side in pair}
            single = [side for side in single if side.claim.id not in slipped]
        for place in (near for gathered in _gathered(single, in_time=True) for near in _of_one_size(gathered)):
            members = {side.claim.id: side for side in place}
            for head in place:
                for side in of_article[head.source.article]:
                    if agree(head.claim, side.claim):
                        members.setdefault(side.claim.id, side)
            yield from grouped(slot, members, list(combinations(_voices(place), 2)))
        yield from _of_periods(slot, sides)


def _of_periods(slot: Slot, sides: Sequence[Side]) -> Iterator[Group]:
    """Figures for one month, quarter or year, compared where an article gives several of them, each for its own."""
    cells: dict[tuple[str, str, str], list[Side]] = defaultdict(list)
    for side in sides:
        when = side.claim.when
        if when is not None and is_long(when):
            cells[when.start, when.end, side.source.article].append(side)
    several = {article for article, listed in _by_article(sides).items() if not _is_single(listed)}
    of_period: dict[tuple[str, str], list[Side]] = defaultdict(list)
    for (start, end, _), listed in sorted(cells.items()):
        if _is_single(listed):
            of_period[start, end].append(listed[0])
    for heads in of_period.values():
        if any(head.source.article in several for head in heads):
            yield from grouped(slot, {head.claim.id: head for head in heads}, list(combinations(_voices(heads), 2)))


def _is_slipped(one: Side, other: Side) -> bool:
    """Whether two articles give the same special digits a thousand times apart, or two of many the other way round.

    No course of time does that.
    """
    a, b = one.claim, other.claim
    special = min(digits(a), digits(b))
    if one.source.article == other.source.article or special < SPECIAL:
        return False
    is_turned = special > SPECIAL and slip(a, b) == TURNED and together_in_time(a, b) and together_in_place(one, other)
    return is_turned or scale_slip(a, b) >= 1000


def _heads(of_article: Mapping[str, list[Side]]) -> list[Side]:
    """The figure of each article that gives one; of one that gives several that which is closest to such a figure."""
    single = [listed[0] for listed in of_article.values() if _is_single(listed)]
    chosen = []
    for listed in of_article.values():
        close = [
            (abs(side.claim.low - other.claim.low), side.claim.id, number)
            for number, side in enumerate(listed)
            for other in single
            if _are_close(side.claim, other.claim)
        ]
        if close and not _is_single(listed):
            chosen.append(listed[min(close)[2]])
    return single + chosen


def _of_one_size(place: list[Side]) -> list[list[Side]]:
    """What is measured, apart where figures are too far from each other to be of one thing; counts stay together."""
    found: list[list[Side]] = []
    for side in place:
        close = [group for group in found if any(_may_be_one(side.claim, other.claim) for other in group)]
        joined = [*(held for group in close for held in group), side]
        found = [*(group for group in found if group not in close), joined]
    return found


def _may_be_one(one: Claim, other: Claim) -> bool:
    low, high = sorted((abs(one.low), abs(other.low)))
    measures = {measure_of(one.unit), measure_of(other.unit)}
    reach = LIKE if "percent" in measures else TWICE
    return measures == {"count"} or high <= reach * low or agree(one, other) or slip(one, other) is not None


def _is_single(listed: list[Side]) -> bool:
    """Whether all give one value, perhaps in several units: "18 km (11 miles)"."""
    first = listed[0].claim
    return all(
        side.claim.low == first.low or (side.claim.unit != first.unit and agree(first, side.claim)) for side in listed
    )


def _whose(side: Side, of_subject: Mapping[str, list[Side]]) -> str:
    """Whose figure one is that stands by no name ("he has 57%"): his whose is close by, if that is one's only."""
    close = [
        name
        for name, others in sorted(of_subject.items())
        if any(other.source.article != side.source.article and _are_close(side.claim, other.claim) for other in others)
    ]
    return close[0] if len(close) == 1 else ""


def _are_close(one: Claim, other: Claim) -> bool:
    low, high = sorted((abs(one.low), abs(other.low)))
    return one.unit == other.unit and low >= NEAR * high


def _by_article(held: Iterable[Side]) -> dict[str, list[Side]]:
    of_article: dict[str, list[Side]] = defaultdict(list)
    for side in held:
        of_article[side.source.article].append(side)
    return of_article


def _voices(heads: list[Side]) -> list[Side]:
    """One head for each figure of each day: copies and echoes say no more than the first."""
    chosen: dict[tuple[object, ...], Side] = {}
    for head in sorted(heads, key=lambda side: (side.claim.implied, side.claim.id)):
        claim = head.claim
        key = claim.low, claim.high, claim.bound, claim.unit, claim.status, claim.where, claim.scope, head.day
        chosen.setdefault(key, head)
    return sorted(chosen.values(), key=lambda side: side.claim.id)


def _gathered(heads: Iterable[Side], *, in_time: bool = False) -> list[list[Side]]:
    """Heads that may be of one place (and time), those that name one first, so that the others join them."""
    found: list[list[Side]] = []
    for head in sorted(heads, key=lambda side: (not side.claim.where, side.claim.id)):
        for group in found:
            if all(
                together_in_place(head, other) and (not in_time or together_in_time(head.claim, other.claim))
                for other in group
            ):
                group.append(head)
                break
        else:
            found.append([head])
    return found


def _total(sides: list[Side]) -> Side:
    """The largest figure given as current, a number rather than "dozens"; of its mentions the fullest, in the text.

    It is of all the places that its mentions name.
    """

    def size(side: Side) -> tuple[bool, bool, float]:
        return side.claim.status != "previous", side.claim.bound != "vague", side.claim.low

    largest = max(map(size, sides))
    in_text = [side for side in sides if side.claim.field == "text"]
    top = max(map(size, in_text)) if in_text else largest
    chosen = top if top[:2] == largest[:2] and top[2] >= NEAR * largest[2] else largest
    mentions = [side for side in sides if size(side) == chosen]
    best = min(mentions, key=lambda side: (*_sketchiness(side.claim), side.claim.start))
    where = sorted({name for side in mentions for name in side.claim.where})
    return replace(best, claim=replace(best.claim, where=tuple(where)))


def _sketchiness(claim: Claim) -> tuple[bool, bool, bool]:
    """How little a mention says: implied, in a headline, in a line that is no sentence."""
    return claim.implied, claim.field == "title", not claim.quote.rstrip("\"”’'").endswith((".", "!", "?"))


def _given(side: Side, others: Iterable[Side]) -> bool:
    """Whether the other article gives this figure as well, for a part or for a time before this one."""
    return side.claim.low >= SMALL and any(
        is_equal(side.claim, other.claim) and not (other.claim.status == "previous" and _is_before(other, side))
        for other in others
    )


def _is_before(one: Side, other: Side) -> bool:
    return one.day is not None and other.day is not None and one.day < other.day
