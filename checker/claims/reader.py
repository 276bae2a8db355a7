"""A sentence read into nodes."""

from __future__ import annotations

from functools import lru_cache

from msgspec.structs import replace

from checker.claims.nodes import Node
from checker.claims.phrases import NOMINAL, Phrases
from checker.claims.roles import NodeKind
from checker.language.forms import singular
from checker.language.names import Name
from checker.language.tokens import Tokens
from checker.records import Quantity

__all__ = ["Reader"]

_SKIPPED = frozenset("\"“”‘’'`.")
_VERBAL = ("ed", "ing")


class Reader(Phrases):
    """Reads sentences of one field into nodes."""

    def read(self, s: Tokens) -> list[Node]:
        """The nodes of a sentence, in order; quotation marks are left out."""
        nodes: list[Node] = []
        words, starts, begins = s.words, s.starts, self._begins
        plain, special = self._plain, self._special
        at, size = 0, s.size
        while at < size:
            low = words[at]
            at += 1
            node: Node | None
            if starts[at - 1] not in begins:
                node = plain.get(low)
                if node is None and low.isalpha() and low not in special:
                    node = _unknown(low)
                if node is not None:
                    nodes.append(node)
                    continue
                if low in _SKIPPED:
                    continue
            node = self._node(s, at - 1)
            if node is not None:
                nodes.append(node)
                at = max(at, node.last)
        return nodes

    def _node(self, s: Tokens, at: int) -> Node | None:
        low, start = s.words[at], s.starts[at]
        quantity = self._hedges.get(start)
        if quantity is not None:
            begin = at
            while begin < s.size and s.starts[begin] < quantity.start:
                begin += 1
            return self._counted(s, begin, quantity) if begin < s.size else None
        if low in _SKIPPED:
            return None
        if low == "-":
            spaced = at and s.ends[at - 1] < start
            return Node("comma", at + 1, "-") if spaced else None
        name = self._names.get(start)
        if name is not None and low not in self._days:
            if s.raw[at].isupper() and low in self._lex.phrases:  # GDP, EPS
                return self._trigger(s, at) or self._named(s, at, name)
            return self._named(s, at, name)
        if low in self._determiners or low.endswith(("'s", "s'")):
            return self._determined(s, at)
        if low in self._multiples and at + 1 < s.size:
            return self._multiple(s, at)
        trigger = self._trigger(s, at)
        if trigger is not None:
            return trigger
        if low in self._pronouns:
            return self._pronoun(s, at)
        kind = self._roles.get(low)
        if kind is not None:
            return Node(kind, at + 1, low)
        if self._is_noun(low):
            return self._bare(s, at)
        return _unknown(low)

    def _counted(self, s: Tokens, at: int, quantity: Quantity) -> Node:
        after = at
        while after < s.size and s.starts[after] < quantity.end:
            after += 1
        if quantity.kind == "age":
            whose = self._aged(s, after)
            if whose is not None:
                return whose
            if quantity.figure.lower().endswith("-old"):  # "3-year-old hurt"
                return Node(
                    "phrase", after, value=1, head="year-old", is_person=True, start=quantity.start, end=quantity.end
                )
        if at and s.words[at - 1] == "a" and _is_one_more(quantity, s.words[after]):
            return Node("phrase", after, value=1, start=s.starts[at - 1], end=quantity.end, is_person=True)
        is_often = s.words[after] == "times"  # "shot eight or nine times"
        if is_often or quantity.kind not in ("count", "ordinal"):
            return Node("figure", after, quantity=quantity, start=quantity.start, end=quantity.end)
        is_rank = quantity.kind == "ordinal"
        if is_rank and (quantity.low is None or quantity.low < 2):
            return Node("word", after, s.words[at])
        last, head, entries, modifiers = self._noun(s, after, is_rank or quantity.low == 1)
        if is_rank and (entries or not self._is_noun(head) or singular(s.words[last - 1]) != s.words[last - 1]):
            return Node("word", after, s.words[at])
        part = False
        if not head and after < s.size and s.words[after] == "of":
            last, head, modifiers = self._partitive(s, after)
            part = last > 0
        close = max(last - 1, after)
        peoples = tuple(
            low
            for low, word in zip(s.words[after:close], s.raw[after:close], strict=True)
            if word[0].isupper() and not word.isupper()
        )
        return Node(
            "phrase", max(last, after), part=part, peoples=() if part else peoples, entries=entries,
            quantity=quantity, head=head,
            start=quantity.start, end=quantity.end, is_person=self._counts_people(head), modifiers=modifiers,
        )  # fmt: skip

    def _aged(self, s: Tokens, at: int) -> Node | None:
        """The person whose age went before: "2-year-old Mara Quill", "14-year-old girl"."""
        while at < s.size and (s.raw[at] == "-" or s.words[at] in ("year", "month", "old", "years")):
            at += 1
        if at >= s.size:
            return None
        name = self._names.get(s.starts[at])
        if name is not None:
            return self._named(s, at, name)
        return self._bare(s, at) if self._is_noun(s.words[at]) else None

    def _determined(self, s: Tokens, at: int) -> Node:
        low = s.words[at]
        begin = at + 1
        whole = self._trigger(s, at)  # "the dead", where no noun follows
        if whole is not None and whole.entries and not self._noun_follows(s, whole.last):
            return whole
        quantity = self._figures.get(s.starts[begin]) if begin < s.size else None
        if low == "no" or (low == "each"):
            return self._none(s, at) if low == "no" else Node("word", begin, low)
        if quantity is not None and quantity.kind in ("count", "ordinal", "age"):
            if quantity.kind == "ordinal":
                ranked = self._counted(s, begin, quantity)
                if ranked.kind == "phrase":
                    return replace(ranked, is_definite=low not in ("a", "an", "another"))
            if quantity.kind == "count":
                return Node("word", begin, low, possessive=low.endswith(("'s", "s'")))
            while begin < s.size and s.starts[begin] < quantity.end:
                begin += 1
        is_one = low not in ("these", "those")
        last, head, entries, modifiers = self._noun(s, begin, is_one)
        if quantity is not None and quantity.kind == "age" and (not head or not self._is_noun(head)) and not entries:
            last, head = begin, "year-old"
        group = next((self._groups[m] for m in modifiers if m in self._groups), None)
        if any(entry.part in NOMINAL for entry in entries) and not self._is_noun(head):
            return Node("trigger", last, head, entries=entries, inner=tuple(s.words[begin:last]))
        if head and singular(s.words[last - 1]) == s.words[last - 1] and self._counts_people(head):
            name = self._names.get(s.starts[last]) if last < s.size else None
            if name is not None:  # "the officer John Doe"
                while last < s.size and s.starts[last] < name.end:
                    last += 1
            return Node(
                "phrase", last, entries=entries, value=group or 1, head=head, start=s.starts[at],
                end=s.ends[at], is_person=True, is_definite=low not in ("a", "an", "another"), modifiers=modifiers,
                possessive=last < s.size and s.raw[last - 1].endswith(("'s", "’s")),
            )  # fmt: skip
        if low in self._groups:
            return Node("word", begin, low)
        if group and not head:
            return Node("phrase", begin + 1, value=group, start=s.starts[at], end=s.ends[at], is_person=True)
        if head and not self._counts_people(head) and last > begin:
            return Node("word", begin, low)
        if head:
            return Node("phrase", last, head=head, entries=entries, is_definite=True, is_person=True)
        return Node("word", begin, low, possessive=low.endswith(("'s", "s'")) or low in self._possessives)

    def _none(self, s: Tokens, at: int) -> Node:
        """A count of nought, "no one", "no injuries", unless it is only "no other" or "no further"."""
        if at + 1 < s.size and s.words[at + 1] == "one":
            if at + 2 < s.size and s.words[at + 2] in ("else", "other"):
                return Node("word", at + 3, "no one else")
            return Node("phrase", at + 2, value=0, start=s.starts[at], end=s.ends[at + 1], is_person=True)
        last, head, entries, modifiers = self._noun(s, at + 1, False)
        if not head or not (entries or self._is_noun(head)) or modifiers:
            return Node("not", at + 1, "no")
        return Node(
            "phrase", last, entries=entries, value=0, head=head, start=s.starts[at], end=s.ends[at],
            is_person=True,
        )  # fmt: skip

    def _multiple(self, s: Tokens, at: int) -> Node:
        """Two in "a double murder"."""
        trigger = self._trigger(s, at + 1 + (s.raw[at + 1] == "-"))
        entries = tuple(e for e in trigger.entries if e.part in ("noun", "deed")) if trigger else ()
        if trigger is None or not entries:
            return Node("word", at + 1, s.words[at])
        return Node(
            "phrase", trigger.last, entries=entries, value=self._multiples[s.words[at]],
            start=s.starts[at], end=s.ends[at], is_person=True,
        )  # fmt: skip

    def _named(self, s: Tokens, at: int, name: Name) -> Node | None:
        last = at
        while last < s.size and s.starts[last] < name.end:
            last += 1
        # a name that only stands before a person: "the Springfield man", "Officer"
        last = max(last, at + 1)
        is_event = at > 0 and s.words[at - 1] == "the" and name.kind != "person"  # "the Redport attack"
        if (
            is_event
            or name.kind in ("place", "road", "body")
            or (at == 0 and s.raw[at].isupper() and len(s.raw[at]) > 3)
        ):
            return Node("word", last, s.words[at], is_name=True)
        possessive = s.raw[last - 1].endswith(("'s", "’s"))
        return Node(
            "phrase", last, value=1, head="", start=name.start, end=name.end, is_person=True, is_name=True,
            is_known=name.kind == "person", is_definite=True, possessive=possessive,
        )  # fmt: skip

    def _pronoun(self, s: Tokens, at: int) -> Node:
        low, last = s.words[at], at + 1
        if low == "both" and self._is_noun(s.words[last]):
            last += 1  # "both men"
        return Node(
            "phrase", last, low, value=self._pronouns[low], start=s.starts[at], end=s.ends[at],
            is_person=True, is_definite=True,
        )  # fmt: skip

    def _bare(self, s: Tokens, at: int) -> Node:
        """A person without article: "Man killed" counts 1, "men" are nobody knows how many."""
        last, head, entries, modifiers = self._noun(s, at, True)
        if not head:
            return Node("word", at + 1, s.words[at])
        is_many = singular(s.words[last - 1]) != s.words[last - 1] or head in (
            "people",
            "staff",
            "troops",
            "crew",
        )
        return Node(
            "phrase", last, value=None if is_many else 1, is_bare=not is_many, head=head, entries=entries,
            start=s.starts[last - 1],
            end=s.ends[last - 1], is_person=True, modifiers=modifiers,
        )  # fmt: skip


def _is_one_more(quantity: Quantity, following: str) -> bool:
    """Whether "a fourth" is the fourth one and no share: "killed three people and hurt a fourth"."""
    is_share = quantity.kind != "ratio" or quantity.change != "none" or " " in quantity.figure
    return not is_share and following not in ("of", "more", "less", "-", "–")


@lru_cache(maxsize=20_000)
def _unknown(low: str) -> Node:
    """A word that no table holds, of a kind that its end tells."""
    kind: NodeKind = "word"
    if low.endswith("ly"):
        kind = "adverb"
    elif low.endswith(_VERBAL) and len(low) > 4:
        kind = "verb"
    return Node(kind, 0, low)
