"""Whether fact rules make sense beyond their shape: words to look for, rules and classes that exist, fair examples."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator

from checker.rulebook.facts import FactRule
from checker.rulebook.source import Document
from checker.rulebook.tables import table
from checker.rulebook.validation import Entry, Fault, did_you_mean

__all__ = ["mistakes_in", "noun_classes"]

_WORDS = ("verbs", "acts", "adjectives", "nouns", "deeds", "figures")
_OTHERS = ("growth_of", "gives_way_to", "read_as")
_ID = re.compile(r"[a-z][a-z0-9_]*")


def noun_classes() -> dict[str, list[str]]:
    """The classes that `counts` may name, with their nouns."""
    return {name: nouns for name, nouns in table("nouns").items() if isinstance(nouns, list)}


def mistakes_in(entry: Entry, document: Document, ids: Collection[str], shipped: Collection[str]) -> Iterator[Fault]:
    """What is wrong with a rule that is not switched off; nothing is said twice of what is faulty in its shape.

    `ids` are those of all rules, `shipped` those of the rules that a user's rule may replace.
    """
    rule: FactRule = entry.value
    if rule.enabled:
        yield from _wrong_words(rule, document, entry.number, ids)
        yield from _wrong_examples(rule, document, entry.number)
        called = f"rule {rule.id!r}" if rule.id else "this rule"
        whole = f"; it replaces the shipped rule whole (to copy that: checker rules show {rule.id} --yaml)"
        for number, lack in enumerate(_lacks(rule, entry.faulty)):
            says = f"{called} {lack}{whole if rule.id in shipped and not number else ''}"
            yield Fault(document.mark((entry.number,)), says, (entry.number,))


def _lacks(rule: FactRule, faulty: Collection[str]) -> Iterator[str]:
    if not rule.name and "name" not in faulty:
        yield "lacks 'name'"
    has_words = any(getattr(rule, key) for key in _WORDS) or rule.growth_of is not None or rule.kinds == ("age",)
    if not has_words and not faulty:
        yield f"has no words to look for; give it {', '.join(_WORDS[:-1])} or {_WORDS[-1]}"
    if "examples" in faulty:
        return
    if not rule.examples:
        yield "has no examples; give it one that `finds` and one that `passes`"
    elif not any(example.wanted for example in rule.examples):
        yield "has no example that `finds`; give it a text that it must read"
    elif not any(example.passes for example in rule.examples):
        yield "has no example that passes; give it a text that it must leave alone, with `passes: true`"


def _wrong_words(rule: FactRule, document: Document, number: int, ids: Collection[str]) -> Iterator[Fault]:
    def fault(says: str, *keys: str | int) -> Fault:
        return Fault(document.mark((number, *keys)), says, (number, *keys))

    if rule.id and not _ID.fullmatch(rule.id):
        better = re.sub(r"[^a-z0-9]+", "_", rule.id.lower()).strip("_")
        yield fault(f"id {rule.id!r} is not made of small letters, digits and _; write {better or 'a name'}", "id")
    classes = noun_classes()
    if isinstance(rule.counts, str) and rule.counts not in classes:
        hint = did_you_mean(rule.counts, classes, f"; nouns go in a list: [{rule.counts}]")
        yield fault(f"{rule.counts!r} is no class of nouns{hint}", "counts")
    lengths = table("dimensions")
    known = [*lengths["sizes"], *lengths["other"]]
    for at, dimension in enumerate(rule.dimensions):
        if dimension not in known:
            hint = did_you_mean(dimension, known, f"; one of {', '.join(known)}")
            yield fault(f"{dimension!r} is no dimension{hint}", "dimensions", at)
    if rule.dimensions and "measure" not in rule.kinds:
        yield fault("dimensions are those of measures; give the rule kinds: [measure]", "dimensions")
    for key in _OTHERS:
        other = getattr(rule, key)
        if other is not None and other not in ids:
            yield fault(f"there is no rule {other!r}{did_you_mean(other, ids)}", key)


def _wrong_examples(rule: FactRule, document: Document, number: int) -> Iterator[Fault]:
    for at, example in enumerate(rule.examples):
        if bool(example.wanted) == example.passes:
            keys = (number, "examples", at)
            yield Fault(document.mark(keys), "an example says either `finds` or `passes: true`", keys)
