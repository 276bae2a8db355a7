"""Words of rules that are not in their base form, which the grammar would look for in vain."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache
from typing import NamedTuple

from checker.language.forms import singular, verb_forms
from checker.rulebook.facts import FactRule
from checker.rulebook.tables import table

__all__ = ["Inflected", "inflected"]

_VOWELS = frozenset("aeiouy")
_NO_THIRD = ("ss", "us", "is", "as")
"""Ends of words whose s is their own: discuss, focus, canvas."""

_OWN_VERBS = frozenset({"fell", "found", "saw"})
"""Past forms that are base forms of other verbs: to fell a tree."""


class Inflected(NamedTuple):
    """A word of a rule, by its key and its place in the list from 0, and what to write instead."""

    key: str
    place: int
    word: str
    instead: str


def inflected(rule: FactRule) -> Iterator[Inflected]:
    """Nouns that are counted in the plural or with words before them, and verbs in the past or with to, -s or -ing."""
    nouns = rule.counts if isinstance(rule.counts, tuple) else ()
    for place, noun in enumerate(nouns):
        *_, last = noun.lower().split() or [noun]
        if singular(last) != noun and noun not in table("nouns"):
            yield Inflected("counts", place, noun, f"write {singular(last)!r}, the last word in the singular")
    for key, phrases in (("verbs", rule.verbs), ("acts", rule.acts)):
        for place, phrase in enumerate(phrases):
            verb, _, rest = phrase.lower().partition(" ")
            if verb == "to":
                yield Inflected(key, place, phrase, f"write {rest!r}")
            elif verb in _irregular():
                yield Inflected(key, place, verb, f"write {_irregular()[verb]!r}")
            elif _is_inflected(verb):
                yield Inflected(key, place, verb, 'write it as after "to": to send, to fill')


def _is_inflected(verb: str) -> bool:
    """Whether the word is surely no base form, by its ending."""
    if verb in table("forms")["verbs"]:
        return False
    for ending in ("ed", "ing"):
        stem = verb.removesuffix(ending)
        if stem != verb:
            return not stem.endswith("e") and not _VOWELS.isdisjoint(stem)
    return verb.endswith("s") and not verb.endswith(_NO_THIRD)


@cache
def _irregular() -> dict[str, str]:
    """Irregular past forms and participles, and their verbs."""
    verbs = table("forms")["verbs"]
    return {form: verb for verb in verbs for form in verb_forms(verb)[1:] if form not in (*verbs, *_OWN_VERBS)}
