"""Words of rules and noun phrases: what stands at a token, and how far it goes."""

from __future__ import annotations

from collections.abc import Mapping

from checker.claims.entries import Entry
from checker.claims.lexicon import GAP, POSSESSIVE, Lexicon
from checker.claims.nodes import Node
from checker.claims.roles import roles, words
from checker.language.forms import singular
from checker.language.names import Name
from checker.language.tokens import Tokens
from checker.records import Quantity
from checker.rulebook.tables import table

__all__ = ["NOMINAL", "Phrases"]

NOMINAL = frozenset({"noun", "deed", "figure"})
"""Parts of a rule's words that are nouns."""
_AGENT = ("er", "or", "ist", "ian", "ee", "ant", "man", "ard", "goer")
_REACH = 8
"""How many tokens a noun phrase may run on after its number or article."""
_GAP = 6
_STOPS = frozenset(".;:")


class Phrases:
    """Looks words up in the lexicon and reads noun phrases.

    `figures` gives the quantity whose number begins at an offset, `hedges` the one whose hedge words do ("at least"),
    `names` the name.
    """

    def __init__(
        self,
        lex: Lexicon,
        figures: Mapping[int, Quantity],
        hedges: Mapping[int, Quantity],
        names: Mapping[int, Name],
    ) -> None:
        self._lex = lex
        self._phrases = lex.phrases
        self._follow = lex.follow
        self._people = lex.people
        self._figures = figures
        self._hedges = hedges
        self._names = names
        small = words()
        self._determiners = small["determiners"]
        self._possessives = small["possessives"]
        self._adverbs = small["adverbs"]
        self._days = small["days"]
        self._roles = roles()
        self._plain = lex.plain
        self._special = lex.special
        self._begins = hedges.keys() | names.keys()
        self._groups: dict[str, int] = table("grammar")["groups"]
        self._multiples: dict[str, int] = table("grammar")["multiples"]
        self._pronouns: dict[str, int] = table("grammar")["pronouns"]

    def _trigger(self, s: Tokens, at: int) -> Node | None:
        words = s.words
        low = words[at]
        following = self._follow.get(low)
        listed = following.by_word.get(words[at + 1], following.always) if following is not None else ()
        if not listed:
            return None
        entries: list[Entry] = []
        void: set[str] = set()
        last = at
        for phrase in listed:
            end = self._phrase_end(s, at + 1, phrase.rest) if phrase.rest else at + 1
            if end:
                void.update(phrase.void)
                entries += [entry for entry in phrase.entries if entry.rule not in void]
                last = max(last, end)
        if not entries:
            return Node("word", last, low) if void else None
        # inside "fatally shot" stands "shot", which is a trigger too
        inner = at + 1
        while inner < last:
            for phrase in self._phrases.get(words[inner], ()):
                if not phrase.rest:
                    entries += [entry for entry in phrase.entries if entry.rule not in void]
            inner += 1
        return Node(
            "trigger", last, low, entries=tuple(dict.fromkeys(entries)), inner=tuple(words[at:last]),
        )  # fmt: skip

    def _phrase_end(self, s: Tokens, at: int, rest: tuple[str, ...]) -> int:
        for number, word in enumerate(rest):
            if word == GAP:
                stop = min(at + _GAP + 1, s.size)
                for begin in range(at, stop):
                    if s.words[begin] in _STOPS:
                        return 0
                    if s.words[begin] == rest[number + 1]:
                        return self._phrase_end(s, begin, rest[number + 1 :])
                return 0
            here = s.words[at] if at < s.size else ""
            if not (here in self._possessives if word == POSSESSIVE else here == word):
                return 0
            at += 1
        return at

    def _is_noun(self, low: str) -> bool:
        return low in self._people

    def _noun(self, s: Tokens, at: int, is_one: bool) -> tuple[int, str, tuple[Entry, ...], tuple[str, ...]]:
        """The noun after a number or an article: its end, its singular, the entries that it carries, its adjectives."""
        entries: tuple[Entry, ...] = ()
        carried: tuple[Entry, ...] = ()
        modifiers: list[str] = []
        best: tuple[int, str] | None = None
        loose: tuple[int, str] | None = None
        stop = min(at + _REACH, s.size)
        while at < stop:
            low = s.words[at]
            hedged = self._hedges.get(s.starts[at])
            if hedged is not None and hedged.kind != "age":
                break
            if low == "-" or low in ("year", "month", "old", "week", "day") or low.isdigit():
                if low == "old" and is_one:
                    loose = (at + 1, "year-old")
                at += 1
                continue
            if not low[0].isalpha():
                break
            trigger = self._trigger(s, at) if low in self._phrases else None
            if trigger is not None and not trigger.entries:
                at = trigger.last
                continue
            if trigger is not None:
                nouns = tuple(e for e in trigger.entries if e.part in NOMINAL)
                if nouns:
                    if best:
                        break
                    entries, best = nouns, (trigger.last, singular(s.words[trigger.last - 1]))
                    at = trigger.last
                    continue
                is_plural = singular(low) != low
                if not best and not is_one and is_plural and all(e.form in ("third", "base") for e in trigger.entries):
                    loose = (trigger.last, singular(low))  # "6,000 fires": no verb after a number
                    at = trigger.last
                    continue
                if best or not self._is_attribute(s, trigger, is_one):
                    break
                carried = trigger.entries
                at = trigger.last
                continue
            if low.endswith("'s") and self._is_noun(low[:-2]):
                best = (at + 1, low[:-2])
                break
            if self._is_noun(low):
                if entries and at + 1 <= stop:
                    entries = ()
                is_many = singular(low) != low or low in ("people", "troops", "crew", "staff")
                if is_one or is_many:
                    best = (at + 1, singular(low))
                    if is_many and not is_one and not self._noun_follows(s, at + 1):
                        break
                modifiers.append(low)
                at += 1
                continue
            if low in self._groups or low in ("more", "other", "additional", "further", "new"):
                modifiers.append(low)
                at += 1
                continue
            if low in self._roles and not low.endswith(("ed", "ly")):
                break
            if best:
                break
            if low not in self._adverbs and (singular(low) != low or not is_one):
                loose = (at + 1, singular(low) if low.islower() else s.raw[at])
            modifiers.append(low)
            at += 1
        if best is None and loose is not None and (loose[1] == "year-old" or not is_one):
            best = loose
        if best is None:
            return 0, "", (), tuple(modifiers)
        return best[0], best[1], entries or carried, tuple(m for m in modifiers if singular(m) != best[1])

    def _noun_follows(self, s: Tokens, at: int) -> bool:
        return s.words[at] in self._people

    def _is_attribute(self, s: Tokens, trigger: Node, is_one: bool) -> bool:
        """Whether the word stands before its noun: "three wounded soldiers", "a dead man"."""
        if not any(e.part == "adjective" or e.form in ("participle", "past") for e in trigger.entries):
            return False
        for at in range(trigger.last, min(trigger.last + 3, s.size)):
            low = s.words[at]
            if self._is_noun(low):
                return is_one or singular(low) != low or low == "people"
            if low in self._roles or low in self._determiners or not low.isalpha():
                return False
        return False

    def _counts_people(self, head: str) -> bool:
        if not head:
            return True
        low = head.lower()
        if low == "year-old" or self._is_noun(low):
            return True
        return low.endswith(_AGENT) if head.islower() else singular(low) != low or head[0].isupper()

    def _partitive(self, s: Tokens, at: int) -> tuple[int, str, tuple[str, ...]]:
        """Those of whom it is a part: "of them", "of the victims", "of the 12 people"."""
        at += 1
        if s.words[at] in ("them", "whom", "us", "those", "these"):
            return at + 1, "", ()
        if s.words[at] in self._determiners:
            at += 1
            if s.starts[at] in self._figures:
                at += 1
            last, head, _, modifiers = self._noun(s, at, False)
            if head:
                return last, head, modifiers
        return 0, "", ()
