"""Figures of a past month, quarter or year that hang on no event: the inflation of a country, the profit of a firm.

Reports of such a figure come weeks apart and share no day; what they share is the period and whose figure it is.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from itertools import combinations

from checker.facts.context import is_long, subject
from checker.facts.grouping import Group
from checker.facts.sides import Side
from checker.facts.slots import Slot, slot_of
from checker.facts.verdicts import narrowing
from checker.language.countries import countries
from checker.rulebook import FactRule

__all__ = ["periods"]

Cell = tuple[Slot, str | None, str, str, str, frozenset[str]]
"""Slot, unit, whose figure, first and last day of the period, and the words that narrow what is measured."""


def periods(
    sides: Iterable[Side], rules: Mapping[str, FactRule], event_of: Mapping[str, int]
) -> Iterator[tuple[str, Group]]:
    """Groups of such figures from articles that were not found to be of one event (`event_of` numbers it).

    Each comes with whose figure it is and for what time.
    """
    cells: dict[Cell, dict[str, list[Side]]] = defaultdict(lambda: defaultdict(list))
    for side in sides:
        cell = _cell(side, rules)
        if cell is not None:
            cells[cell][side.source.article].append(side)
    for cell, of_article in sorted(
        cells.items(), key=lambda found: (found[0][0], repr(found[0][1:5]), sorted(found[0][5]))
    ):
        heads = [listed[0] for listed in of_article.values() if len({side.claim.low for side in listed}) == 1]
        pairs = [
            (one, other)
            for one, other in combinations(heads, 2)
            if event_of.get(one.source.article) != event_of.get(other.source.article)
        ]
        if pairs:
            yield f"{cell[2].title()}, {cell[3]} to {cell[4]}", Group(cell[0], tuple(heads), tuple(pairs))


def _cell(side: Side, rules: Mapping[str, FactRule]) -> Cell | None:
    claim = side.claim
    rule = rules.get(claim.fact)
    if rule is None or claim.when is None or not is_long(claim.when):
        return None
    base = rules.get(rule.growth_of, rule) if rule.growth_of else rule
    slot = slot_of(claim)
    if base.of_period is None or slot is None or claim.status not in ("actual", "previous"):
        return None
    whose = _country(side) if base.of_period == "country" else subject(claim)
    if not whose:
        return None
    return slot, claim.unit, whose, claim.when.start, claim.when.end, narrowing(claim)


def _country(side: Side) -> str:
    """The one country that the sentence names, or else that the article is about; empty where there are several."""
    lands = {land for _, land in countries(side.claim.quote)} or {*side.source.lands}
    return lands.pop() if len(lands) == 1 else ""
