"""A sentence as a short row of nodes: noun phrases with what they count, verbs, small words."""

from __future__ import annotations

from collections.abc import Mapping

from msgspec import Struct

from checker.claims.lexicon import GAP, POSSESSIVE, Entry, Lexicon
from checker.claims.roles import NodeKind, roles, words
from checker.language.forms import singular
from checker.language.names import Name
from checker.language.tokens import Token
from checker.records import Quantity
from checker.rulebook.tables import table

__all__ = ["Node", "NodeKind", "Reader"]


class Node(Struct, frozen=True):
    """One step of a sentence; `first` and `last` are token numbers, the last one exclusive."""

    kind: NodeKind
    first: int
    last: int
    word: str = ""
    entries: tuple[Entry, ...] = ()
    """For a trigger, and for a phrase whose own head or adjective is a rule's word ("12 fatalities")."""
    quantity: Quantity | None = None
    value: int | None = None
    """What a phrase without numeral counts: "a man" is 1, "men" is None."""
    head: str = ""
    """The noun of a phrase in the singular; empty where it has none ("12 were killed")."""
    start: int = 0
    end: int = 0
    """Where in the text the figure stands: the number, the article or the name."""
    is_person: bool = False
    is_name: bool = False
    is_known: bool = False
    """A name that is a person's for certain."""
    is_definite: bool = False
    modifiers: tuple[str, ...] = ()
    possessive: bool = False
    is_bare: bool = False
    """A noun without article, as headlines have it: "Man killed"."""
    part: bool = False
    """Only some of those told of before: "four of them"."""
    peoples: tuple[str, ...] = ()
    """Adjectives with a capital, lower case: "12 Ukrainian soldiers"."""
    inner: tuple[str, ...] = ()
    """All the words of a trigger of several words."""


_MARKS: dict[str, NodeKind] = {
    ",": "comma", "(": "comma", ")": "comma", "–": "comma", "—": "comma", ";": "stop", ":": "stop", "|": "stop",
    "•": "stop", "/": "comma",
}  # fmt: skip
_SKIPPED = frozenset("\"“”‘’'`.")
_NOMINAL = frozenset({"noun", "deed", "figure"})
_AGENT = ("er", "or", "ist", "ian", "ee", "ant", "man", "ard", "goer")
_VERBAL = ("ed", "ing")
_REACH = 8
"""How many tokens a noun phrase may run on after its number or article."""
_GAP = 6


class Reader:
    """Reads sentences of one field into nodes.

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
        self._figures = figures
        self._hedges = hedges
        self._names = names
        self._words = words()
        self._roles = roles()
        self._plain = lex.plain
        self._groups: dict[str, int] = table("grammar")["groups"]
        self._multiples: dict[str, int] = table("grammar")["multiples"]
        self._pronouns: dict[str, int] = table("grammar")["pronouns"]

    def read(self, tokens: list[Token]) -> list[Node]:
        """The nodes of a sentence, in order; quotation marks are left out."""
        nodes: list[Node] = []
        at = 0
        while at < len(tokens):
            node = self._node(tokens, at)
            if node is None:
                at += 1
                continue
            nodes.append(node)
            at = node.last
        return nodes

    def _node(self, tokens: list[Token], at: int) -> Node | None:
        token = tokens[at]
        low = token.lower
        quantity = self._hedges.get(token.start)
        plain = self._plain.get(low)
        if plain is not None and quantity is None and token.start not in self._names:
            return Node(plain, at, at + 1, low)
        if quantity is not None:
            begin = at
            while begin < len(tokens) and tokens[begin].start < quantity.start:
                begin += 1
            return self._counted(tokens, begin, quantity) if begin < len(tokens) else None
        mark = _MARKS.get(token.text)
        if mark:
            return Node(mark, at, at + 1, token.text)
        if token.text in _SKIPPED:
            return None
        if token.text == "-":
            spaced = at and tokens[at - 1].end < token.start
            return Node("comma", at, at + 1, "-") if spaced else None
        name = self._names.get(token.start)
        if name is not None and low not in self._words["days"]:
            if token.text.isupper() and low in self._lex.phrases:  # GDP, EPS
                return self._trigger(tokens, at) or self._named(tokens, at, name)
            return self._named(tokens, at, name)
        if low in self._words["determiners"] or low.endswith(("'s", "s'")):
            return self._determined(tokens, at)
        if low in self._multiples and at + 1 < len(tokens):
            return self._multiple(tokens, at)
        trigger = self._trigger(tokens, at)
        if trigger is not None:
            return trigger
        if low in self._pronouns:
            return self._pronoun(tokens, at)
        kind = self._roles.get(low)
        if kind is not None:
            return Node(kind, at, at + 1, low)
        if self._is_noun(low):
            return self._bare(tokens, at)
        if low.endswith("ly"):
            return Node("adverb", at, at + 1, low)
        return Node("verb" if low.endswith(_VERBAL) and len(low) > 4 else "word", at, at + 1, low)

    # ---- triggers

    def _trigger(self, tokens: list[Token], at: int) -> Node | None:
        entries: list[Entry] = []
        void: set[str] = set()
        last = at
        for phrase in self._lex.phrases.get(tokens[at].lower, ()):
            end = self._phrase_end(tokens, at + 1, phrase.rest)
            if end:
                void.update(phrase.void)
                entries += [entry for entry in phrase.entries if entry.rule not in void]
                last = max(last, end)
        if not entries:
            return Node("word", at, last, tokens[at].lower) if void else None
        # inside "fatally shot" stands "shot", which is a trigger too
        inner = at + 1
        while inner < last:
            for phrase in self._lex.phrases.get(tokens[inner].lower, ()):
                if not phrase.rest:
                    entries += [entry for entry in phrase.entries if entry.rule not in void]
            inner += 1
        return Node(
            "trigger", at, last, tokens[at].lower, entries=tuple(dict.fromkeys(entries)),
            inner=tuple(token.lower for token in tokens[at:last]),
        )  # fmt: skip

    def _phrase_end(self, tokens: list[Token], at: int, rest: tuple[str, ...]) -> int:
        for number, word in enumerate(rest):
            if word == GAP:
                stop = min(at + _GAP + 1, len(tokens))
                for begin in range(at, stop):
                    if tokens[begin].text in ".;:":
                        return 0
                    if tokens[begin].lower == rest[number + 1]:
                        return self._phrase_end(tokens, begin, rest[number + 1 :])
                return 0
            if at >= len(tokens):
                return 0
            fits = tokens[at].lower in self._words["possessives"] if word == POSSESSIVE else tokens[at].lower == word
            if not fits:
                return 0
            at += 1
        return at

    # ---- noun phrases

    def _is_noun(self, low: str) -> bool:
        return "person" in self._lex.classes.get(low, ())

    def _counted(self, tokens: list[Token], at: int, quantity: Quantity) -> Node:
        after = at
        while after < len(tokens) and tokens[after].start < quantity.end:
            after += 1
        if quantity.kind == "age":
            whose = self._aged(tokens, after)
            if whose is not None:
                return whose
        if quantity.kind not in ("count", "ordinal"):
            return Node("figure", at, after, quantity=quantity, start=quantity.start, end=quantity.end)
        is_rank = quantity.kind == "ordinal"
        if is_rank and (quantity.low is None or quantity.low < 2):
            return Node("word", at, after, tokens[at].lower)
        last, head, entries, modifiers = self._noun(tokens, after, is_rank or quantity.low == 1)
        if is_rank and (
            entries or not self._is_noun(head) or singular(tokens[last - 1].lower) != tokens[last - 1].lower
        ):
            return Node("word", at, after, tokens[at].lower)
        part = False
        if not head and after < len(tokens) and tokens[after].lower == "of":
            last, head, modifiers = self._partitive(tokens, after)
            part = last > 0
        peoples = tuple(
            token.lower
            for token in tokens[after : max(last - 1, after)]
            if token.text[0].isupper() and not token.text.isupper()
        )
        return Node(
            "phrase", at, max(last, after), part=part, peoples=() if part else peoples, entries=entries, quantity=quantity, head=head,
            start=quantity.start, end=quantity.end, is_person=self._counts_people(head), modifiers=modifiers,
        )  # fmt: skip

    def _aged(self, tokens: list[Token], at: int) -> Node | None:
        """The person whose age went before: "2-year-old Jordan Reeves", "14-year-old girl"."""
        while at < len(tokens) and (tokens[at].text == "-" or tokens[at].lower in ("year", "month", "old", "years")):
            at += 1
        if at >= len(tokens):
            return None
        name = self._names.get(tokens[at].start)
        if name is not None:
            return self._named(tokens, at, name)
        return self._bare(tokens, at) if self._is_noun(tokens[at].lower) else None

    def _partitive(self, tokens: list[Token], at: int) -> tuple[int, str, tuple[str, ...]]:
        """ "of them", "of the victims", "of the 12 people"."""
        at += 1
        if at < len(tokens) and tokens[at].lower in ("them", "whom", "us", "those", "these"):
            return at + 1, "", ()
        if at < len(tokens) and tokens[at].lower in self._words["determiners"]:
            at += 1
            if at < len(tokens) and tokens[at].start in self._figures:
                at += 1
            last, head, _, modifiers = self._noun(tokens, at, False)
            if head:
                return last, head, modifiers
        return 0, "", ()

    def _noun(self, tokens: list[Token], at: int, is_one: bool) -> tuple[int, str, tuple[Entry, ...], tuple[str, ...]]:
        """The noun after a number or an article: where it ends, its singular, entries that it carries, its adjectives."""
        entries: tuple[Entry, ...] = ()
        carried: tuple[Entry, ...] = ()
        modifiers: list[str] = []
        best: tuple[int, str] | None = None
        loose: tuple[int, str] | None = None
        stop = min(at + _REACH, len(tokens))
        while at < stop:
            token = tokens[at]
            low = token.lower
            if token.text == "-" or low in ("year", "month", "old", "week", "day") or low.isdigit():
                if low == "old" and is_one:
                    loose = (at + 1, "year-old")
                at += 1
                continue
            if not low[0].isalpha() or (token.start in self._hedges and self._hedges[token.start].kind != "age"):
                break
            trigger = self._trigger(tokens, at)
            if trigger is not None and not trigger.entries:
                at = trigger.last
                continue
            if trigger is not None:
                nouns = tuple(e for e in trigger.entries if e.part in _NOMINAL)
                if nouns:
                    if best:
                        break
                    entries, best = nouns, (trigger.last, singular(tokens[trigger.last - 1].lower))
                    at = trigger.last
                    continue
                if not best and not is_one and all(e.form in ("third", "base") for e in trigger.entries):
                    loose = (trigger.last, singular(low))  # "6,000 fires": no verb after a number
                    at = trigger.last
                    continue
                if best or not self._is_attribute(tokens, trigger, is_one):
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
                    if is_many and not is_one and not self._noun_follows(tokens, at + 1):
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
            if low not in self._words["adverbs"] and (singular(low) != low or not is_one):
                loose = (at + 1, singular(low) if low.islower() else token.text)
            modifiers.append(low)
            at += 1
        if best is None and loose is not None and (loose[1] == "year-old" or not is_one):
            best = loose
        if best is None:
            return 0, "", (), tuple(modifiers)
        return best[0], best[1], entries or carried, tuple(m for m in modifiers if singular(m) != best[1])

    def _noun_follows(self, tokens: list[Token], at: int) -> bool:
        return at < len(tokens) and self._is_noun(tokens[at].lower)

    def _is_attribute(self, tokens: list[Token], trigger: Node, is_one: bool) -> bool:
        """Whether the word stands before its noun: "three wounded soldiers", "a dead man"."""
        if not any(e.part == "adjective" or e.form in ("participle", "past") for e in trigger.entries):
            return False
        for at in range(trigger.last, min(trigger.last + 3, len(tokens))):
            low = tokens[at].lower
            if self._is_noun(low):
                return is_one or singular(low) != low or low == "people"
            if low in self._roles or low in self._words["determiners"] or not low.isalpha():
                return False
        return False

    def _counts_people(self, head: str) -> bool:
        if not head:
            return True
        low = head.lower()
        if low == "year-old" or self._is_noun(low):
            return True
        return low.endswith(_AGENT) if head.islower() else singular(low) != low or head[0].isupper()

    def _determined(self, tokens: list[Token], at: int) -> Node:
        low = tokens[at].lower
        begin = at + 1
        quantity = self._figures.get(tokens[begin].start) if begin < len(tokens) else None
        if low == "no" or (low == "each"):
            return self._none(tokens, at) if low == "no" else Node("word", at, begin, low)
        if quantity is not None and quantity.kind in ("count", "ordinal", "age"):
            if quantity.kind == "ordinal":
                ranked = self._counted(tokens, begin, quantity)
                if ranked.kind == "phrase":
                    return ranked
            if quantity.kind == "count":
                return Node("word", at, begin, low, possessive=low.endswith(("'s", "s'")))
            while begin < len(tokens) and tokens[begin].start < quantity.end:
                begin += 1
        is_one = low not in ("these", "those")
        last, head, entries, modifiers = self._noun(tokens, begin, is_one)
        if quantity is not None and quantity.kind == "age" and (not head or not self._is_noun(head)) and not entries:
            last, head = begin, "year-old"
        group = next((self._groups[m] for m in modifiers if m in self._groups), None)
        if any(entry.part in _NOMINAL for entry in entries) and not self._is_noun(head):
            return Node("trigger", at, last, head, entries=entries)
        if head and singular(tokens[last - 1].lower) == tokens[last - 1].lower and self._counts_people(head):
            name = self._names.get(tokens[last].start) if last < len(tokens) else None
            if name is not None:  # "the officer John Doe"
                while last < len(tokens) and tokens[last].start < name.end:
                    last += 1
            return Node(
                "phrase", at, last, entries=entries, value=group or 1, head=head, start=tokens[at].start,
                end=tokens[at].end, is_person=True, is_definite=low not in ("a", "an", "another"), modifiers=modifiers,
                possessive=last < len(tokens) and tokens[last - 1].text.endswith(("'s", "’s")),
            )  # fmt: skip
        if low in self._groups:
            return Node("word", at, begin, low)
        if group and not head:
            return Node(
                "phrase", at, begin + 1, value=group, start=tokens[at].start, end=tokens[at].end, is_person=True
            )
        if head and not self._counts_people(head) and last > begin:
            return Node("word", at, begin, low)
        if head:
            return Node("phrase", at, last, head=head, entries=entries, is_definite=True, is_person=True)
        return Node("word", at, begin, low, possessive=low.endswith(("'s", "s'")) or low in self._words["possessives"])

    def _none(self, tokens: list[Token], at: int) -> Node:
        """ "No one", "no injuries": a count of nought, unless it is only "no other" or "no further"."""
        if at + 1 < len(tokens) and tokens[at + 1].lower == "one":
            if at + 2 < len(tokens) and tokens[at + 2].lower in ("else", "other"):
                return Node("word", at, at + 3, "no one else")
            return Node("phrase", at, at + 2, value=0, start=tokens[at].start, end=tokens[at + 1].end, is_person=True)
        last, head, entries, modifiers = self._noun(tokens, at + 1, False)
        if not head or not (entries or self._is_noun(head)) or modifiers:
            return Node("not", at, at + 1, "no")
        return Node(
            "phrase", at, last, entries=entries, value=0, head=head, start=tokens[at].start, end=tokens[at].end,
            is_person=True,
        )  # fmt: skip

    def _multiple(self, tokens: list[Token], at: int) -> Node:
        """ "a double murder": 2."""
        trigger = self._trigger(tokens, at + 1 + (tokens[at + 1].text == "-"))
        entries = tuple(e for e in trigger.entries if e.part in ("noun", "deed")) if trigger else ()
        if trigger is None or not entries:
            return Node("word", at, at + 1, tokens[at].lower)
        return Node(
            "phrase", at, trigger.last, entries=entries, value=self._multiples[tokens[at].lower],
            start=tokens[at].start, end=tokens[at].end, is_person=True,
        )  # fmt: skip

    def _named(self, tokens: list[Token], at: int, name: Name) -> Node | None:
        last = at
        while last < len(tokens) and tokens[last].start < name.end:
            last += 1
        # a name that only stands before a person: "the Springfield man", "Officer"
        last = max(last, at + 1)
        if name.kind in ("place", "road", "body") or (
            at == 0 and tokens[at].text.isupper() and len(tokens[at].text) > 3
        ):
            return Node("word", at, last, tokens[at].lower, is_name=True)
        possessive = tokens[last - 1].text.endswith(("'s", "’s"))
        return Node(
            "phrase", at, last, value=1, head="", start=name.start, end=name.end, is_person=True, is_name=True,
            is_known=name.kind == "person", is_definite=True, possessive=possessive,
        )  # fmt: skip

    def _pronoun(self, tokens: list[Token], at: int) -> Node:
        token = tokens[at]
        last = at + 1
        if token.lower == "both" and last < len(tokens) and self._is_noun(tokens[last].lower):
            last += 1  # "both men"
        return Node(
            "phrase", at, last, token.lower, value=self._pronouns[token.lower], start=token.start, end=token.end,
            is_person=True, is_definite=True,
        )  # fmt: skip

    def _bare(self, tokens: list[Token], at: int) -> Node:
        """A person without article: "Man killed" counts 1, "men" are nobody knows how many."""
        last, head, entries, modifiers = self._noun(tokens, at, True)
        if not head:
            return Node("word", at, at + 1, tokens[at].lower)
        is_many = singular(tokens[last - 1].lower) != tokens[last - 1].lower or head in (
            "people",
            "staff",
            "troops",
            "crew",
        )
        return Node(
            "phrase", at, last, value=None if is_many else 1, is_bare=not is_many, head=head, entries=entries, start=tokens[last - 1].start,
            end=tokens[last - 1].end, is_person=True, modifiers=modifiers,
        )  # fmt: skip
