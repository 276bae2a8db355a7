"""A sentence read into nodes."""

from __future__ import annotations

from functools import lru_cache

from msgspec.structs import replace

from checker.claims.nodes import Node
from checker.claims.phrases import NOMINAL, Phrases
from checker.claims.roles import NodeKind
from checker.language.forms import singular
from checker.language.names import Name
from checker.language.tokens import Token
from checker.records import Quantity

__all__ = ["Reader"]

_SKIPPED = frozenset("\"“”‘’'`.")
_VERBAL = ("ed", "ing")


class Reader(Phrases):
    """Reads sentences of one field into nodes."""

    def read(self, tokens: list[Token]) -> list[Node]:
        """The nodes of a sentence, in order; quotation marks are left out."""
        nodes: list[Node] = []
        begins = self._begins
        plain, special = self._plain, self._special
        done = 0
        for at, token in enumerate(tokens):
            if at < done:
                continue
            low = token.lower
            if token.start in begins:
                node = self._node(tokens, at)
            elif (kind := plain.get(low)) is not None:
                node = Node(kind, at, at + 1, low)
            elif low in special:
                node = self._node(tokens, at)
            elif low.isalpha():
                node = Node(_unknown(low), at, at + 1, low)
            elif low in _SKIPPED:
                continue
            else:
                node = self._node(tokens, at)
            if node is not None:
                nodes.append(node)
                done = node.last
        return nodes

    def _node(self, tokens: list[Token], at: int) -> Node | None:
        token = tokens[at]
        low = token.lower
        quantity = self._hedges.get(token.start)
        if quantity is not None:
            begin = at
            while begin < len(tokens) and tokens[begin].start < quantity.start:
                begin += 1
            return self._counted(tokens, begin, quantity) if begin < len(tokens) else None
        if token.text in _SKIPPED:
            return None
        if token.text == "-":
            spaced = at and tokens[at - 1].end < token.start
            return Node("comma", at, at + 1, "-") if spaced else None
        name = self._names.get(token.start)
        if name is not None and low not in self._days:
            if token.text.isupper() and low in self._lex.phrases:  # GDP, EPS
                return self._trigger(tokens, at) or self._named(tokens, at, name)
            return self._named(tokens, at, name)
        if low in self._determiners or low.endswith(("'s", "s'")):
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
        return Node(_unknown(low), at, at + 1, low)

    def _counted(self, tokens: list[Token], at: int, quantity: Quantity) -> Node:
        after = at
        while after < len(tokens) and tokens[after].start < quantity.end:
            after += 1
        if quantity.kind == "age":
            whose = self._aged(tokens, after)
            if whose is not None:
                return whose
            if quantity.figure.lower().endswith("-old"):  # "3-year-old hurt"
                return Node(
                    "phrase",
                    at,
                    after,
                    value=1,
                    head="year-old",
                    is_person=True,
                    start=quantity.start,
                    end=quantity.end,
                )
        is_often = after < len(tokens) and tokens[after].lower == "times"  # "shot eight or nine times"
        if is_often or quantity.kind not in ("count", "ordinal"):
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
            "phrase", at, max(last, after), part=part, peoples=() if part else peoples, entries=entries,
            quantity=quantity, head=head,
            start=quantity.start, end=quantity.end, is_person=self._counts_people(head), modifiers=modifiers,
        )  # fmt: skip

    def _aged(self, tokens: list[Token], at: int) -> Node | None:
        """The person whose age went before: "2-year-old Mara Quill", "14-year-old girl"."""
        while at < len(tokens) and (tokens[at].text == "-" or tokens[at].lower in ("year", "month", "old", "years")):
            at += 1
        if at >= len(tokens):
            return None
        name = self._names.get(tokens[at].start)
        if name is not None:
            return self._named(tokens, at, name)
        return self._bare(tokens, at) if self._is_noun(tokens[at].lower) else None

    def _determined(self, tokens: list[Token], at: int) -> Node:
        low = tokens[at].lower
        begin = at + 1
        whole = self._trigger(tokens, at)  # "the dead", where no noun follows
        if whole is not None and whole.entries and not self._noun_follows(tokens, whole.last):
            return whole
        quantity = self._figures.get(tokens[begin].start) if begin < len(tokens) else None
        if low == "no" or (low == "each"):
            return self._none(tokens, at) if low == "no" else Node("word", at, begin, low)
        if quantity is not None and quantity.kind in ("count", "ordinal", "age"):
            if quantity.kind == "ordinal":
                ranked = self._counted(tokens, begin, quantity)
                if ranked.kind == "phrase":
                    return replace(ranked, is_definite=low not in ("a", "an", "another"))
            if quantity.kind == "count":
                return Node("word", at, begin, low, possessive=low.endswith(("'s", "s'")))
            while begin < len(tokens) and tokens[begin].start < quantity.end:
                begin += 1
        is_one = low not in ("these", "those")
        last, head, entries, modifiers = self._noun(tokens, begin, is_one)
        if quantity is not None and quantity.kind == "age" and (not head or not self._is_noun(head)) and not entries:
            last, head = begin, "year-old"
        group = next((self._groups[m] for m in modifiers if m in self._groups), None)
        if any(entry.part in NOMINAL for entry in entries) and not self._is_noun(head):
            inner = tuple(token.lower for token in tokens[begin:last])
            return Node("trigger", at, last, head, entries=entries, inner=inner)
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
        return Node("word", at, begin, low, possessive=low.endswith(("'s", "s'")) or low in self._possessives)

    def _none(self, tokens: list[Token], at: int) -> Node:
        """A count of nought, "no one", "no injuries", unless it is only "no other" or "no further"."""
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
        """Two in "a double murder"."""
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
        is_event = at > 0 and tokens[at - 1].lower == "the" and name.kind != "person"  # "the Redport attack"
        if (
            is_event
            or name.kind in ("place", "road", "body")
            or (at == 0 and tokens[at].text.isupper() and len(tokens[at].text) > 3)
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
            "phrase", at, last, value=None if is_many else 1, is_bare=not is_many, head=head, entries=entries,
            start=tokens[last - 1].start,
            end=tokens[last - 1].end, is_person=True, modifiers=modifiers,
        )  # fmt: skip


@lru_cache(maxsize=20_000)
def _unknown(low: str) -> NodeKind:
    """The kind of a word that no table holds, by its end."""
    if low.endswith("ly"):
        return "adverb"
    return "verb" if low.endswith(_VERBAL) and len(low) > 4 else "word"
