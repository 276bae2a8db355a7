"""The claims of one sentence: what a rule's word says first, then every figure that is left."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from msgspec.structs import replace

from checker.claims.arguments import Match, matches
from checker.claims.carried import goes_on
from checker.claims.context import Setting, scope_of
from checker.claims.lexicon import Lexicon
from checker.claims.naming import NOT_CLAIMED, fits, has_beside, name_of, named_by_concept, unnamed
from checker.claims.nodes import Node
from checker.claims.status import is_contrasted, is_outlived, status_at, status_of
from checker.records import Claim, Quantity, Status
from checker.rulebook.facts import FactRule

__all__ = ["claims_of", "topic_of"]


def claims_of(
    setting: Setting, nodes: list[Node], figures: list[Quantity], lex: Lexicon, topic: str | None
) -> list[Claim]:
    """The claims of a sentence; `figures` are its quantities, `nodes` its reading, `topic` what was counted before."""
    made: dict[tuple[int, int, str], Claim] = {}
    for match in matches(nodes):
        for claim in _of_match(setting, nodes, match, lex):
            made.setdefault((claim.start, claim.end, claim.fact), claim)
    placed = {(start, end) for start, end, _ in made}
    grown = level = ""
    before: Quantity | None = None
    nodes_at = {node.start: at for at, node in enumerate(nodes) if node.quantity is not None}
    for quantity in figures:
        is_placed = (quantity.start, quantity.end) in placed and quantity.kind != "age"
        if is_placed or quantity.kind in NOT_CLAIMED or quantity.low is None:
            continue
        at = nodes_at.get(quantity.start)
        status: Status = "actual" if at is None else status_at(nodes, at, setting)
        fact = _fact(nodes, at, quantity, lex)
        if fact not in lex.rules and at is not None and goes_on(nodes, at, quantity):
            fact = topic_of([c for c in made.values() if c.start < quantity.start], lex) or topic or fact
        if fact not in lex.rules and _is_in_brackets(setting, before, quantity):
            fact = lex.growth.get(level, fact)
        before, level = quantity, fact
        base = lex.rules[fact].growth_of if fact in lex.rules else None
        if base is not None:
            grown = base
        elif (
            grown and quantity.change_role == "to" and fact not in lex.rules and quantity.kind in lex.rules[grown].kinds
        ):
            fact = grown  # "trade ... grew by 9 percent to $3 billion"
        if (
            status == "actual"
            and quantity.change_role == "from"
            and fact in lex.rules
            and lex.rules[fact].evolves == "up"
        ):
            status = "previous"
        if fact in lex.rules:
            status = _own_status(setting, nodes, quantity, lex.rules[fact], status)
        elif is_contrasted(setting, quantity.start) and (said := _said_before(made, quantity)):
            fact, status = said, "previous"
        claim = _explicit(setting, fact, quantity, nodes, at, None, status)
        made.setdefault((claim.start, claim.end, claim.fact), claim)
    return list(made.values())


def _is_in_brackets(setting: Setting, before: Quantity | None, quantity: Quantity) -> bool:
    """Whether a percentage stands in brackets behind the level that it led to: "rose to $26 billion (62 percent)"."""
    if before is None or quantity.kind != "percent" or before.change_role != "to":
        return False
    between, after = setting.text[before.end : quantity.start], setting.text[quantity.end : quantity.end + 1]
    return between == " (" and after == ")"


def topic_of(claims: list[Claim], lex: Lexicon) -> str | None:
    """What the claims of a sentence count first of all, if it is something whose number changes as news comes in."""
    return next(
        (c.fact for c in claims if c.fact in lex.rules and lex.rules[c.fact].evolves and c.unit == "count"), None
    )


def _own_status(setting: Setting, nodes: list[Node], quantity: Quantity, rule: FactRule, status: Status) -> Status:
    """The status with what the words right about the figure say: "not five", "at five until Sunday"."""
    if rule.evolves != "up":
        return status
    if is_contrasted(setting, quantity.start) or (status == "actual" and is_outlived(setting, quantity.end)):
        return "previous"
    if status != "previous":
        return status
    others = (node.quantity for node in nodes if node.quantity is not None)
    return "actual" if any(is_contrasted(setting, other.start) for other in others) else status


def _said_before(made: dict[tuple[int, int, str], Claim], quantity: Quantity) -> str | None:
    """The kind of count that the sentence gave last before: "four were hurt, not five"."""
    before = [claim for claim in made.values() if claim.start < quantity.start and ":" not in claim.fact]
    return max(before, key=lambda claim: (claim.start, claim.fact)).fact if before and not quantity.counted else None


def _fact(nodes: list[Node], at: int | None, quantity: Quantity, lex: Lexicon) -> str:
    if quantity.kind == "age":
        return next((rule.id for rule in lex.rules.values() if rule.kinds == ("age",)), "measure:time:age")
    if at is None:
        return f"count:{quantity.counted or 'unnamed'}"
    return name_of(nodes, at, lex) or named_by_concept(nodes, quantity, lex) or unnamed(nodes, at)


def _of_match(setting: Setting, nodes: list[Node], match: Match, lex: Lexicon) -> Iterator[Claim]:
    rule = lex.rules[match.entry.rule]
    match = replace(match, places=_without_ages(nodes, match.places))
    phrases = [nodes[place] for place in match.places]
    if "count" not in rule.kinds or not all(_counts(rule, match, phrase, lex) for phrase in phrases):
        return
    if not has_beside(nodes, rule):
        return
    status = status_of(nodes, match, setting)
    explicit = 0
    is_own = False
    for place, phrase in zip(match.places, phrases, strict=True):
        if phrase.quantity is not None:
            explicit += 1
            if place != match.places[0] and any(e.part == "noun" and e.rule != rule.id for e in phrase.entries):
                is_own = True
                continue  # "carried 64 passengers and nine crew": each by its own noun
            # "a third man died" is the third to die, "a third man was hurt" only the third told of
            # and "the second man" is only told of before
            is_rank = phrase.quantity.kind == "ordinal" and (
                rule.gives_way_to or rule.read_as or (phrase.is_definite and not rule.implied)
            )
            if phrase.quantity.low is not None and not is_rank:
                old = rule.evolves == "up" and phrase.quantity.change_role == "from" and status == "actual"
                own: Status = "previous" if old else _own_status(setting, nodes, phrase.quantity, rule, status)
                yield _explicit(setting, rule.id, phrase.quantity, nodes, place, match.trigger, own)
    if (rule.implied and not explicit == len(phrases) == 1) or (explicit and len(phrases) > 1 and not is_own):
        yield from _summed(setting, rule, nodes, match, status)


def _without_ages(nodes: list[Node], places: tuple[int, ...]) -> tuple[int, ...]:
    """The phrases without bare numbers that are the ages of those before them: "two women, 41 and 26, were hurt"."""
    kept = list(places)
    while kept and nodes[kept[-1]].quantity is not None and not nodes[kept[-1]].head and not nodes[kept[-1]].part:
        kept.pop()
    if not kept or len(kept) == len(places) or nodes[kept[-1] + 1].word != ",":
        return places
    group = nodes[kept[-1]]
    size = group.quantity.low if group.quantity is not None else group.value
    return tuple(kept) if size == len(places) - len(kept) else places


def _summed(setting: Setting, rule: FactRule, nodes: list[Node], match: Match, status: Status) -> Iterator[Claim]:
    """What no single numeral says: "a man" is 1, "a mother and her son" 2, "three women and two children" 5."""
    phrases = [nodes[place] for place in match.places]
    low = high = 0.0
    tops: list[float] = []
    for phrase in phrases:
        if phrase.quantity is None:
            bottom = top = phrase.value
        else:
            bottom, top = phrase.quantity.low, phrase.quantity.high  # type: ignore[assignment]
        if bottom is None or top is None:
            return
        low, high = low + bottom, high + top
        tops.append(top)
    if len(tops) > 2 and tops[0] == sum(tops[1:]):
        return  # "nine people, five boys and four girls, were hurt"
    first, last = phrases[0], phrases[-1]
    yield _claim(
        setting, rule.id, first.start, last.end,
        low=low, high=high, grain=1.0, unit="count",
        counted=(first.head or first.word or None) if first is last else "person",
        scope=scope_of(nodes, match.places, match.trigger) if first is last else (),
        status=status, implied=True,
    )  # fmt: skip


def _counts(rule: FactRule, match: Match, phrase: Node, lex: Lexicon) -> bool:
    if match.entry.head:
        return phrase.head == match.entry.head
    return (match.entry.part == "noun" and bool(phrase.entries)) or fits(rule, phrase, lex)


def _explicit(
    setting: Setting,
    fact: str,
    quantity: Quantity,
    nodes: list[Node],
    at: int | None,
    trigger: int | None,
    status: Status,
) -> Claim:
    assert quantity.low is not None and quantity.high is not None
    return _claim(
        setting, fact, quantity.start, quantity.end,
        low=quantity.low, high=quantity.high, bound=quantity.bound, grain=quantity.grain,
        unit=quantity.unit or ("count" if quantity.kind == "ordinal" else None),
        counted=(nodes[at].head if at is not None else "") or quantity.counted,
        change=quantity.change, change_role=quantity.change_role,
        scope=scope_of(nodes, () if at is None else (at,), trigger),
        status=status,
    )  # fmt: skip


def _claim(setting: Setting, fact: str, start: int, end: int, **more: Any) -> Claim:
    article = setting.article
    line, column = article.locate(setting.field, start)
    return Claim(
        id=f"{article.id}:{setting.field[1]}{start}-{end}:{fact}",
        start=start,
        end=end,
        figure=setting.text[start:end],
        fact=fact,
        when=setting.when(start),
        line=line,
        column=column,
        **setting.common,
        **more,
    )
