"""Forms of words: the singular of nouns and the forms of verbs, by rule with a table of exceptions."""

from __future__ import annotations

from functools import cache, lru_cache

from checker.rulebook.tables import table

__all__ = ["plural", "singular", "verb_forms"]

_VOWELS = "aeiou"


@cache
def _exceptions() -> tuple[dict[str, str], frozenset[str], dict[str, str], dict[str, list[str]], frozenset[str]]:
    forms = table("forms")
    plurals: dict[str, str] = forms["plurals"]
    return (
        {many: one for one, many in plurals.items()},
        frozenset(forms["same"]),
        plurals,
        forms["verbs"],
        frozenset(forms["doubling"]),
    )


@lru_cache(maxsize=20_000)
def singular(word: str) -> str:
    """The singular of a lower-case noun; a word that is no plural comes back as it is."""
    irregular, same, *_ = _exceptions()
    if word in irregular:
        return irregular[word]
    if word in same or len(word) < 4 or not word.endswith("s") or word.endswith(("ss", "us", "is", "'s")):
        return word
    if word.endswith("ies"):
        return word[:-3] + "y" if len(word) > 4 else word[:-1]
    if word.endswith(("sses", "shes", "ches", "xes", "zzes")):
        return word[:-2]
    if word.endswith("oes"):
        return word[:-2]
    return word[:-1]


@lru_cache(maxsize=5_000)
def plural(word: str) -> str:
    """The plural of a lower-case noun in the singular."""
    _, same, plurals, *_ = _exceptions()
    if word in plurals:
        return plurals[word]
    if word in same:
        return word
    if word.endswith(("s", "x", "z", "ch", "sh")):
        return word + "es"
    if word.endswith("y") and word[-2:-1] not in _VOWELS:
        return word[:-1] + "ies"
    return word + "s"


@lru_cache(maxsize=5_000)
def verb_forms(verb: str) -> tuple[str, str, str, str, str]:
    """Base, third person, past, past participle and -ing form of a verb in its base form."""
    *_, verbs, doubling = _exceptions()
    past, participle = verbs.get(verb) or (_past(verb, doubling),) * 2
    return verb, _third(verb), past, participle, _ing(verb, doubling)


def _third(verb: str) -> str:
    if verb.endswith(("s", "x", "z", "ch", "sh", "o")):
        return verb + "es"
    return verb[:-1] + "ies" if verb.endswith("y") and verb[-2:-1] not in _VOWELS else verb + "s"


def _doubles(verb: str, doubling: frozenset[str]) -> bool:
    if verb in doubling:
        return True
    short = sum(letter in _VOWELS for letter in verb) == 1
    return (
        short and len(verb) > 2 and verb[-1] not in _VOWELS + "wxy" and verb[-2] in _VOWELS and verb[-3] not in _VOWELS
    )


def _past(verb: str, doubling: frozenset[str]) -> str:
    if verb.endswith("e"):
        return verb + "d"
    if verb.endswith("y") and verb[-2:-1] not in _VOWELS:
        return verb[:-1] + "ied"
    return verb + verb[-1] + "ed" if _doubles(verb, doubling) else verb + "ed"


def _ing(verb: str, doubling: frozenset[str]) -> str:
    if verb.endswith("ie"):
        return verb[:-2] + "ying"
    if verb.endswith("e") and not verb.endswith(("ee", "oe", "ye")):
        return verb[:-1] + "ing"
    return verb + verb[-1] + "ing" if _doubles(verb, doubling) else verb + "ing"
