"""The claims of an article: sentence by sentence, rule's words first, then what no rule names."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from typing import Any

from checker.claims.arguments import Match, matches
from checker.claims.lexicon import Lexicon, lexicon
from checker.claims.naming import NOT_CLAIMED, fits, has_beside, name_of, unnamed
from checker.claims.nodes import Node, Reader
from checker.claims.status import is_background, status_at, status_of
from checker.claims.story import settle
from checker.language.names import Name, names
from checker.language.sentences import sentences
from checker.language.tokens import tokens
from checker.records import Article, Claim, FieldName, Quantity, Status
from checker.rulebook.facts import FactRule, FactRules

__all__ = ["place"]

_WORD = re.compile(r"[a-z]+")
_SCOPING = frozenset({"other", "more"})
_FIELDS: tuple[FieldName, ...] = ("title", "text")


def place(article: Article, quantities: tuple[Quantity, ...], rules: Mapping[str, FactRule]) -> tuple[Claim, ...]:
    """The claims of an article, in the order of their place in it, title first."""
    lex = lexicon(rules if isinstance(rules, FactRules) else FactRules(rules))
    known = {name.start: name for name in names(article.text)}
    claims: list[Claim] = []
    for field in _FIELDS:
        text = article.get(field)
        if text:
            own = known if field == "text" else {name.start: name for name in names(text)}
            found = [q for q in quantities if q.field == field]
            claims += _FieldReader(article, field, text, found, own, lex).claims()
    settled = settle(claims, lex.rules, lambda quote: is_background(quote, article.published))
    return tuple(sorted(settled, key=lambda c: (c.field != "title", c.start, c.end, c.fact)))


class _FieldReader:
    """Reads one field of one article."""

    def __init__(
        self,
        article: Article,
        field: FieldName,
        text: str,
        quantities: list[Quantity],
        known: Mapping[int, Name],
        lex: Lexicon,
    ) -> None:
        self._article = article
        self._field: FieldName = field
        self._text = text
        self._lex = lex
        self._quantities = quantities
        self._names = known
        figures = {q.start: q for q in quantities}
        hedges = {min(q.phrase[0], q.start): q for q in quantities if q.phrase[1] and q.kind != "age"} | figures
        self._reader = Reader(lex, figures, hedges, known)

    def claims(self) -> Iterator[Claim]:
        """The claims of the field, in order of their place."""
        at = 0
        for begin, end in sentences(self._text):
            here: list[Quantity] = []
            while at < len(self._quantities) and self._quantities[at].start < end:
                here.append(self._quantities[at])
                at += 1
            sentence = self._text[begin:end]
            if not here and self._lex.triggers.isdisjoint(_WORD.findall(sentence.lower())):
                continue
            yield from self._sentence(begin, end, here)

    def _sentence(self, begin: int, end: int, here: list[Quantity]) -> Iterator[Claim]:
        nodes = self._reader.read(tokens(self._text, begin, end))
        made: dict[tuple[int, int, str], Claim] = {}
        for match in matches(nodes):
            for claim in self._of_match(nodes, match, begin, end):
                made.setdefault((claim.start, claim.end, claim.fact), claim)
        placed = {(start, stop) for start, stop, _ in made}
        read = {node.start: at for at, node in enumerate(nodes) if node.quantity is not None}
        for quantity in here:
            if (quantity.start, quantity.end) in placed or quantity.kind in NOT_CLAIMED or quantity.low is None:
                continue
            at = read.get(quantity.start)
            fact = self._fact(nodes, at, quantity)
            status: Status = "actual" if at is None else status_at(nodes, at, self._text[begin:end])
            head = nodes[at].head if at is not None else ""
            claim = self._explicit(fact, quantity, head, nodes[at].modifiers if at is not None else (), status, begin, end)
            made.setdefault((claim.start, claim.end, claim.fact), claim)
        yield from made.values()

    def _fact(self, nodes: list[Node], at: int | None, quantity: Quantity) -> str:
        if quantity.kind == "age":
            return next((rule.id for rule in self._lex.rules.values() if rule.kinds == ("age",)), "measure:time:age")
        if at is None:
            return f"count:{quantity.counted or 'unnamed'}"
        return name_of(nodes, at, self._lex) or unnamed(nodes, at)

    def _of_match(self, nodes: list[Node], match: Match, begin: int, end: int) -> Iterator[Claim]:
        rule = self._lex.rules[match.entry.rule]
        phrases = [nodes[place] for place in match.places]
        if "count" not in rule.kinds or not all(self._counts(rule, match, p) for p in phrases):
            return
        if not has_beside(nodes, rule):
            return
        status = status_of(nodes, match, self._text[begin:end])
        explicit = [p for p in phrases if p.quantity is not None]
        for phrase in explicit:
            assert phrase.quantity is not None
            if phrase.quantity.low is not None:
                yield self._explicit(rule.id, phrase.quantity, phrase.head, phrase.modifiers, status, begin, end)
        if not rule.implied or len(explicit) == len(phrases) == 1:
            return
        values = [(p.value, p.value) if p.quantity is None else (p.quantity.low, p.quantity.high) for p in phrases]
        if any(low is None or high is None for low, high in values):
            return
        first, last = phrases[0], phrases[-1]
        yield self._claim(
            rule.id, first.start, last.end, begin, end,
            low=float(sum(low or 0 for low, _ in values)),
            high=float(sum(high or 0 for _, high in values)),
            grain=1.0,
            unit="count",
            counted=(first.head or first.word or None) if first is last else "person",
            scope=_scope(m for p in phrases for m in (*p.modifiers, p.head)),
            status=status,
            implied=True,
        )  # fmt: skip

    def _counts(self, rule: FactRule, match: Match, phrase: Node) -> bool:
        if match.entry.head:
            return phrase.head == match.entry.head
        return (match.entry.part == "noun" and bool(phrase.entries)) or fits(rule, phrase, self._lex)

    def _explicit(
        self, fact: str, quantity: Quantity, head: str, modifiers: tuple[str, ...], status: Status, begin: int, end: int
    ) -> Claim:
        assert quantity.low is not None and quantity.high is not None
        return self._claim(
            fact, quantity.start, quantity.end, begin, end,
            low=quantity.low,
            high=quantity.high,
            bound=quantity.bound,
            grain=quantity.grain,
            unit=quantity.unit or ("count" if quantity.kind == "ordinal" else None),
            counted=head or quantity.counted,
            change=quantity.change,
            change_role=quantity.change_role,
            scope=_scope((*modifiers, head)),
            status=status,
        )  # fmt: skip

    def _claim(self, fact: str, start: int, stop: int, begin: int, end: int, **more: Any) -> Claim:
        line, column = self._article.locate(self._field, start)
        return Claim(
            id=f"{self._article.id}:{self._field[1]}{start}-{stop}:{fact}",
            article=self._article.id,
            field=self._field,
            start=start,
            end=stop,
            figure=self._text[start:stop],
            fact=fact,
            quote=self._text[begin:end],
            quote_start=begin,
            line=line,
            column=column,
            **more,
        )


def _scope(given: Iterable[str]) -> tuple[str, ...]:
    return tuple(sorted(_SCOPING.intersection(given)))
