"""The claims of an article: sentence by sentence, rule's words first, then what no rule names."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping

from checker.claims.arguments import Match, matches
from checker.claims.lexicon import Lexicon, lexicon
from checker.claims.nodes import Node, Reader
from checker.claims.status import is_background, status_of
from checker.claims.story import settle
from checker.language.names import Name, names
from checker.language.sentences import sentences
from checker.language.tokens import tokens
from checker.records import Article, Claim, FieldName, Quantity
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
        hedges = {min(q.phrase[0], q.start): q for q in quantities if q.phrase[1]} | figures
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
        yield from sorted(made.values(), key=lambda c: (c.start, c.end, c.fact))

    def _of_match(self, nodes: list[Node], match: Match, begin: int, end: int) -> Iterator[Claim]:
        rule = self._lex.rules[match.entry.rule]
        phrases = [nodes[place] for place in match.places]
        if not all(p.is_person for p in phrases):
            return
        status = status_of(nodes, match, self._text[begin:end])
        explicit = [p for p in phrases if p.quantity is not None]
        for phrase in explicit:
            yield self._claim(rule.id, phrase.start, phrase.end, phrase, phrase.quantity, status, begin, end)
        values = [(p.value, p.value) if p.quantity is None else (p.quantity.low, p.quantity.high) for p in phrases]
        if not rule.implied or len(explicit) == len(phrases) == 1 or any(v[0] is None for v in values):
            return
        low, high = sum(v[0] or 0 for v in values), sum(v[1] or 0 for v in values)
        first, last = phrases[0], phrases[-1]
        yield Claim(
            **self._frame(rule.id, first.start, last.end, begin, end),
            low=low,
            high=high,
            bound="exact",
            grain=1,
            unit="count",
            counted=(first.head or first.word or None) if first is last else "person",
            scope=tuple(sorted(_SCOPING.intersection(m for p in phrases for m in (*p.modifiers, p.head)))),
            status=status,
            implied=True,
        )

    def _frame(self, fact: str, start: int, stop: int, begin: int, end: int) -> dict[str, object]:
        line, column = self._article.locate(self._field, start)
        return {
            "id": f"{self._article.id}:{self._field[1]}{start}-{stop}:{fact}",
            "article": self._article.id,
            "field": self._field,
            "start": start,
            "end": stop,
            "figure": self._text[start:stop],
            "fact": fact,
            "quote": self._text[begin:end],
            "quote_start": begin,
            "line": line,
            "column": column,
        }

    def _claim(self, fact, start, stop, phrase, quantity, status, begin, end):
        return Claim(
            **self._frame(fact, start, stop, begin, end),
            low=quantity.low,
            high=quantity.high,
            bound=quantity.bound,
            grain=quantity.grain,
            unit=quantity.unit,
            counted=phrase.head or quantity.counted,
            scope=tuple(sorted(_SCOPING.intersection((*phrase.modifiers, phrase.head)))),
            status=status,
        )
