"""Whether fact rules make sense beyond their shape: words to look for, rules and classes that exist, fair examples."""

from __future__ import annotations

import difflib
from collections.abc import Collection, Iterator

from checker.rulebook.facts import FactRule
from checker.rulebook.source import Document

__all__ = ["mistakes_in"]

_WORDS = ("verbs", "acts", "adjectives", "nouns", "deeds", "figures")
_OTHERS = ("growth_of", "gives_way_to", "read_as")


def mistakes_in(
    rule: FactRule, document: Document, number: int, ids: Collection[str], classes: Collection[str]
) -> Iterator[str]:
    """What is wrong with the rule at this place of its file, a line each; nothing for a rule that is switched off."""
    if not rule.enabled:
        return
    here = document.where((number,))
    if not rule.name:
        yield f"{here}: rule {rule.id!r} lacks 'name'"
    if not any(getattr(rule, key) for key in _WORDS) and rule.growth_of is None and rule.kinds != ("age",):
        yield f"{here}: rule {rule.id!r} has no words to look for; give it {', '.join(_WORDS[:-1])} or {_WORDS[-1]}"
    if isinstance(rule.counts, str) and rule.counts not in classes:
        place = document.where((number, "counts"))
        hint = _meant(rule.counts, classes) or f"; nouns go in a list: [{rule.counts}]"
        yield f"{place}: {rule.counts!r} is no class of nouns{hint}"
    for key in _OTHERS:
        other = getattr(rule, key)
        if other is not None and other not in ids:
            yield f"{document.where((number, key))}: there is no rule {other!r}{_meant(other, ids)}"
    if not rule.examples:
        yield f"{here}: rule {rule.id!r} has no examples; give it one that `finds` and one that `passes`"
    for at, example in enumerate(rule.examples):
        if bool(example.wanted) == example.passes:
            place = document.where((number, "examples", at))
            yield f"{place}: an example says either `finds` or `passes: true`"


def _meant(word: str, known: Collection[str]) -> str:
    close = difflib.get_close_matches(word, sorted(known), 1)
    return f"; did you mean {close[0]!r}?" if close else ""
