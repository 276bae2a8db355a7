"""Facts told in words: what is counted, where and when, and what joined the claims."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence

from checker.facts.sides import Side
from checker.facts.slots import Slot
from checker.language.forms import plural
from checker.records import Source
from checker.rulebook import FactRule

__all__ = ["label", "occasion", "reasons"]


def label(slot: Slot, rule: FactRule | None, where_and_when: str) -> str:
    """Rule, scope and occasion: "people killed (child) — Aldra, 2024-03-22"."""
    kind = rule.name if rule else _noun(slot)
    scope = f" ({', '.join(slot.scope)})" if slot.scope else ""
    return f"{kind}{scope} — {where_and_when}" if where_and_when else f"{kind}{scope}"


def occasion(event: Sequence[Source]) -> str:
    """The names that most articles of an event share, and the day that most name."""
    where = [name.title() for name in _common(source.names for source in event)[:2]]
    days = _common(source.days[:3] for source in event)[:1]
    return ", ".join([*where, *days])


def _noun(slot: Slot) -> str:
    noun = slot.fact.rpartition(":")[2]
    return plural(noun) if slot.measure == "count" else noun


def reasons(members: Sequence[Side]) -> tuple[str, ...]:
    """Why the claims were joined: names and days that all their articles share, or that most do."""
    sources = {side.source.article: side.source for side in members}
    if len(sources) == 1:
        return ("said in one article",)
    listed = list(sources.values())
    names = _common((source.names for source in listed), at_least=2)[:3]
    days = _common((source.days for source in listed), at_least=2)[:1]
    voices = len({side.voice or side.source.article for side in members})
    found = [
        f"{len(listed)} articles" + (f", copies of {voices} text{'s' * (voices > 1)}" if voices < len(listed) else "")
    ]
    if names:
        found.append(
            "both name " * (len(listed) == 2) + "they name " * (len(listed) > 2) + ", ".join(n.title() for n in names)
        )
    if days:
        found.append(f"same day, {days[0]}")
    return tuple(found)


def _common(lists: Iterable[Iterable[str]], at_least: int = 1) -> list[str]:
    """What most of the lists hold, commonest first."""
    counts: Counter[str] = Counter()
    for items in lists:
        counts.update({*items})
    ranked = sorted(counts.items(), key=lambda item: (-item[1], -len(item[0]), item[0]))
    return [text for text, count in ranked if count >= at_least]
