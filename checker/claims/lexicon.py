"""Fact rules compiled to dictionaries: from a word as it stands in a text to what it may mean for which rule."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from functools import lru_cache

from msgspec import Struct

from checker.claims.entries import Entry, Form, Part
from checker.claims.nodes import Node
from checker.claims.roles import MARKS, roles, words
from checker.language.forms import plural, singular, verb_forms
from checker.rulebook.facts import FactRule, FactRules
from checker.rulebook.tables import table

__all__ = ["GAP", "POSSESSIVE", "Lexicon", "Phrase", "lexicon"]

_FORMS: tuple[Form, ...] = ("base", "third", "past", "participle", "ing")

GAP = "..."
FIGURE = "N"
POSSESSIVE = "one's"
_MANNER = "ly"


class Phrase(Struct, frozen=True):
    """The words after the first one of a phrase, and what the whole means."""

    rest: tuple[str, ...]
    entries: tuple[Entry, ...]
    void: tuple[str, ...] = ()
    """Rules whose words the phrase holds without meaning them ("death penalty")."""


class Following(Struct, frozen=True):
    """The phrases that begin with one word, the longest first, by what may stand behind it."""

    always: tuple[Phrase, ...]
    """Those that end there or go on with a gap, whatever the next word is."""
    by_word: dict[str, tuple[Phrase, ...]]
    """By the next word, these and those that it goes on."""


class Lexicon(Struct, frozen=True):
    """Everything that the grammar looks up while it reads."""

    rules: dict[str, FactRule]
    phrases: dict[str, tuple[Phrase, ...]]
    """By first word, the longest phrase first."""
    follow: dict[str, Following]
    """By first word, the same by the second."""
    triggers: dict[str, tuple[frozenset[str], ...]]
    """By its longest word, the words of each phrase of the rules that count what is implied; see `implies`."""
    telling: frozenset[str]
    """These longest words."""
    plain: dict[str, Node]
    """Words and marks that play one small part and begin nothing, each with its node."""
    special: frozenset[str]
    """All other words that any table holds."""
    classes: dict[str, frozenset[str]]
    """By noun, the classes that hold it."""
    people: frozenset[str]
    """The nouns of the class `person`."""
    growth: dict[str, str]
    """By rule, the rule of its growth."""

    def implies(self, said: frozenset[str]) -> bool:
        """Whether a sentence of these words may count what is implied; one that holds no whole phrase does not."""
        if said.isdisjoint(self.telling):
            return False
        return any(phrase <= said for word in said & self.telling for phrase in self.triggers[word])


@lru_cache(maxsize=4)
def lexicon(rules: FactRules) -> Lexicon:
    """The compiled rules; compiled once for a set of rules."""
    gathered: dict[str, dict[tuple[str, ...], dict[Entry, None]]] = {}
    voids: dict[tuple[str, ...], dict[str, None]] = {}
    triggers: set[frozenset[str]] = set()
    for rule in rules.values():
        for phrase, entry in _phrases(rule):
            entries = gathered.setdefault(phrase[0], {}).setdefault(phrase[1:], {})
            entries[entry] = None
            if rule.implied:
                triggers.add(frozenset(word for word in phrase if word.isalpha()))
        for void in rule.unless:
            *first_words, last = _split(void)
            for form in dict.fromkeys((last, plural(last))):
                first, *rest = (*first_words, form)
                gathered.setdefault(first, {}).setdefault(tuple(rest), {})
                voids.setdefault((first, *rest), {})[rule.id] = None
    phrases = {
        first: tuple(
            Phrase(rest, tuple(entries), tuple(voids.get((first, *rest), ())))
            for rest, entries in sorted(found.items(), key=lambda f: (-len(f[0]), f[0]))
        )
        for first, found in sorted(gathered.items())
    }
    told = _by_longest(triggers)
    return Lexicon(
        rules=dict(rules),
        phrases=phrases,
        follow={first: _following(listed) for first, listed in phrases.items()},
        triggers=told,
        telling=frozenset(told),
        plain=_plain(frozenset(gathered)),
        special=_special() | frozenset(gathered),
        classes=_classes(),
        people=frozenset(noun for noun, classes in _classes().items() if "person" in classes),
        growth={rule.growth_of: rule.id for rule in rules.values() if rule.growth_of},
    )


def _following(phrases: tuple[Phrase, ...]) -> Following:
    always = tuple(phrase for phrase in phrases if not phrase.rest or phrase.rest[0] in (GAP, POSSESSIVE))
    seconds = dict.fromkeys(phrase.rest[0] for phrase in phrases if phrase not in always)
    return Following(always, {word: tuple(p for p in phrases if p in always or p.rest[0] == word) for word in seconds})


def _by_longest(phrases: Iterable[frozenset[str]]) -> dict[str, tuple[frozenset[str], ...]]:
    found: dict[str, list[frozenset[str]]] = {}
    for phrase in sorted(phrases, key=sorted):
        found.setdefault(max(sorted(phrase), key=len), []).append(phrase)
    return {word: tuple(listed) for word, listed in sorted(found.items())}


def _special() -> frozenset[str]:
    small = words()
    return small["determiners"] | small["pronouns"] | small["multiples"] | small["groups"] | frozenset(_classes())


def _plain(beginning: frozenset[str]) -> dict[str, Node]:
    special = _special() | beginning
    kinds = MARKS | {word: kind for word, kind in roles().items() if word not in special}
    return {word: Node(kind, 0, word) for word, kind in kinds.items()}


def _phrases(rule: FactRule) -> Iterator[tuple[tuple[str, ...], Entry]]:
    parts: tuple[tuple[Part, tuple[str, ...]], ...] = (("verb", rule.verbs), ("act", rule.acts))
    for part, phrases in parts:
        for phrase in phrases:
            words_of, _, head = phrase.partition(f" {FIGURE} ")
            for form, given in _verb_phrases(words_of):
                yield given, Entry(rule.id, part, form, singular(head))
    for phrase in rule.adjectives:
        yield _split(phrase), Entry(rule.id, "adjective")
    for phrase in rule.nouns:
        *before, last = _split(phrase)
        yield (*before, last), Entry(rule.id, "noun")
        yield (*before, plural(last)), Entry(rule.id, "noun")
    for phrase in rule.deeds:
        *before, last = _split(phrase)
        yield (*before, last), Entry(rule.id, "deed")
        yield (*before, plural(last)), Entry(rule.id, "deed")
    for phrase in rule.figures:
        yield _split(phrase), Entry(rule.id, "figure")


def _split(phrase: str) -> tuple[str, ...]:
    return tuple(part for word in phrase.lower().split() for part in _hyphens(word))


def _hyphens(word: str) -> Iterable[str]:
    return [word] if "-" not in word else " - ".join(word.split("-")).split(" ")


def _verb_phrases(phrase: str) -> Iterator[tuple[Form, tuple[str, ...]]]:
    """A phrase with its verb in all its forms; an adverb may go before the verb ("fatally shoot")."""
    parts = _split(phrase)
    at = 1 if len(parts) > 1 and parts[0].endswith(_MANNER) else 0
    for form, word in zip(_FORMS, verb_forms(parts[at]), strict=True):
        yield form, (*parts[:at], word, *parts[at + 1 :])


@lru_cache(maxsize=1)
def _classes() -> dict[str, frozenset[str]]:
    found: dict[str, set[str]] = {}
    for name, nouns in table("nouns").items():
        for noun in nouns if isinstance(nouns, list) else ():
            for form in (noun, plural(noun)):
                found.setdefault(form, set()).add(name)
    return {noun: frozenset(names) for noun, names in sorted(found.items())}
