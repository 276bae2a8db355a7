"""The claims of an article: its sentences one by one, then the article as a whole."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from checker.claims.context import Setting
from checker.claims.lexicon import Lexicon, lexicon
from checker.claims.naming import NOT_CLAIMED
from checker.claims.reader import Reader
from checker.claims.sentence import claims_of, topic_of
from checker.claims.status import is_background
from checker.claims.story import settle
from checker.language.names import Name, familiar, names
from checker.language.sentences import sentences
from checker.language.tokens import plain_words, tokens
from checker.records import Article, Claim, FieldName, Quantity
from checker.rulebook.facts import FactRule, FactRules

__all__ = ["place"]

_LASTS = 3
"""For how many sentences what was counted stays what "the number" speaks of."""
_UNHEDGED = frozenset({"age", "date", "time"})


def place(article: Article, quantities: tuple[Quantity, ...], rules: Mapping[str, FactRule]) -> tuple[Claim, ...]:
    """The claims of an article, in the order of their place in it, title first."""
    lex = lexicon(rules if isinstance(rules, FactRules) else FactRules(rules))
    in_text = names(article.text)
    in_title = names(article.title or "") or familiar(article.title or "", in_text)
    found = [
        *_of_field(article, "title", quantities, in_title, lex),
        *_of_field(article, "text", quantities, in_text, lex),
    ]
    settled = settle([claim for claim, _ in found], [old for _, old in found], lex.rules)
    unique = {claim.id: claim for claim in settled}
    return tuple(sorted(unique.values(), key=lambda c: (c.field != "title", c.start, c.end, c.fact)))


def _of_field(
    article: Article, field: FieldName, quantities: tuple[Quantity, ...], known: Sequence[Name], lex: Lexicon
) -> Iterator[tuple[Claim, bool]]:
    """The claims of one field, each with whether its sentence tells of another time."""
    text = article.get(field)
    own = [quantity for quantity in quantities if quantity.field == field]
    figures = {quantity.start: quantity for quantity in own}
    hedges = {min(q.phrase[0], q.start): q for q in own if q.phrase[1] and q.kind not in _UNHEDGED}
    reader = Reader(lex, figures, hedges | figures, {name.start: name for name in known})
    plain = plain_words(text)
    at = 0
    topic: str | None = None
    told = 0
    for number, (begin, end) in enumerate(sentences(text)):
        first = at
        while at < len(own) and own[at].start < end:
            at += 1
        present = own[first:at]
        said = frozenset(plain[begin:end].split())
        if not any(map(_is_told, present)) and not lex.implies(said):
            continue
        here = [quantity for quantity in present if quantity.kind not in NOT_CLAIMED]
        setting = Setting(article, field, begin, end, known, said, [quantity.start for quantity in here])
        nodes = reader.read(tokens(text, begin, end))
        claims = claims_of(setting, nodes, here, lex, topic if number <= told + _LASTS else None)
        counted = topic_of(claims, lex)
        if counted:
            topic, told = counted, number
        elif any(claim.fact.startswith("count:") and claim.counted in lex.people for claim in claims):
            topic = None  # other people, counted for no rule
        yield from ((claim, is_background(setting, claim.start)) for claim in claims)


def _is_told(quantity: Quantity) -> bool:
    """Whether a sentence is worth reading for this figure: "a third man was held" counts three."""
    return quantity.kind not in NOT_CLAIMED or (quantity.kind == "ordinal" and quantity.low != 1)
