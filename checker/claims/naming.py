"""What a figure that no verb claims is a figure of: the rule's word beside it, or the noun it counts.

The figure's own noun phrase speaks first ("a $45 billion aid package"), then a complement ("$20 billion in military
aid"), then the subject that a verb of level or change ties to it ("imports rose 13% to $76 billion").
"""

from __future__ import annotations

from collections.abc import Iterator

from checker.claims.entries import Entry
from checker.claims.lexicon import Lexicon
from checker.claims.nodes import Node
from checker.claims.roles import words
from checker.language.forms import singular
from checker.records import Quantity
from checker.rulebook.facts import FactRule
from checker.units import dimension

__all__ = ["NOT_CLAIMED", "fits", "has_beside", "name_of", "named_by_concept", "unnamed"]

NOT_CLAIMED = frozenset({"date", "time", "name", "score", "ordinal"})
_REACH = 14
"""How many nodes a rule's word may stand before the figure."""
_AFTER = 6
_VERB_REACH = 5
_TIES = frozenset({"preposition", "be", "have", "modal", "verb", "adverb", "word", "not", "say", "day"})
_LINKS = frozenset({"of", "in", "for", "worth"})
_FAR = 99


def name_of(nodes: list[Node], at: int, lex: Lexicon) -> str | None:
    """The id of the rule whose word names the figure at this node; None where no rule's does."""
    quantity = nodes[at].quantity
    assert quantity is not None
    best: tuple[int, str] | None = None
    for cost, place in _candidates(nodes, at):
        for entry in nodes[place].entries:
            rule = lex.rules[entry.rule]
            named = _as_named(rule, quantity, lex)
            if named is None or not has_beside(nodes, rule):
                continue
            is_size = entry.part == "adjective" and place == at + 1 and quantity.kind in ("measure", "percent")
            if entry.head or (entry.part in ("act", "adjective") and not is_size):
                continue  # "10 miles deep"
            if entry.part == "verb" and place > at:
                continue
            if quantity.kind in ("count", "ratio") and not _names_count(rule, entry, nodes, place, at, lex):
                continue
            if not (rule.counts and entry.part == "figure") and any(node.word == "that" for node in nodes[place:at]):
                continue
            price = cost + (2 if entry.part == "verb" else 0)
            if entry.part == "verb" and price > _VERB_REACH:
                continue
            if best is None or (price, named) < best:
                best = (price, named)
    return best[1] if best else None


def _names_count(rule: FactRule, entry: Entry, nodes: list[Node], place: int, at: int, lex: Lexicon) -> bool:
    """Whether the word before may be the name of a bare count: "deaths rose to 12", "the toll reached 12"."""
    if place > at and entry.part == "figure":
        return nodes[at + 1].word == "as"  # "gave 230 as the number killed"
    if place >= at or entry.part == "verb":
        return place == at and entry.part in ("noun", "figure")
    head = nodes[at].head
    if head and not (fits(rule, nodes[at], lex) if rule.counts else entry.part == "figure"):
        return False
    word = nodes[place].inner[-1] if nodes[place].inner else nodes[place].word
    return entry.part == "figure" or singular(word) != word


def _as_named(rule: FactRule, quantity: Quantity, lex: Lexicon) -> str | None:
    """The rule, or the rule of its growth, when it may name a figure of this kind."""
    growth = lex.growth.get(rule.id)
    if quantity.kind in rule.kinds:
        if quantity.kind == "measure" and rule.dimensions:
            if dimension(quantity.unit or "") in rule.dimensions:
                return rule.id
        elif quantity.kind == "percent" and growth and quantity.change != "none" and quantity.change_role == "by":
            return growth
        else:
            return rule.id
    if quantity.kind == "percent" and growth and quantity.change != "none":
        return growth
    return None


def fits(rule: FactRule, phrase: Node, lex: Lexicon) -> bool:
    """Whether the rule counts what the phrase speaks of."""
    if not rule.counts:
        return phrase.quantity is not None
    classes = (rule.counts,) if isinstance(rule.counts, str) else rule.counts
    head = phrase.head.lower()
    if "person" in classes and phrase.is_person:
        return True
    return head in classes or any(name in classes for name in lex.classes.get(head, ()))


def has_beside(nodes: list[Node], rule: FactRule) -> bool:
    """Whether a word that the rule asks for stands in the sentence."""
    if not rule.beside:
        return True
    said = {word for node in nodes for word in (node.word, *node.inner)}
    return any(word in rule.beside or singular(word) in rule.beside for word in said)


def _candidates(nodes: list[Node], at: int) -> Iterator[tuple[int, int]]:
    """Nodes that hold a rule's word near the figure, each with how far it is."""
    if nodes[at].entries:
        yield 0, at
    yield from _behind(nodes, at)
    yield from _before(nodes, at)


def _behind(nodes: list[Node], at: int) -> Iterator[tuple[int, int]]:
    cost = 1
    for place in range(at + 1, min(at + 1 + _AFTER, len(nodes))):
        node = nodes[place]
        if node.entries and node.kind in ("trigger", "phrase"):
            yield cost, place
            return
        if (node.kind == "preposition" and node.word in _LINKS and cost < 3) or (place == at + 1 and node.word == "as"):
            cost += 2
        elif (node.kind in ("word", "adverb", "phrase") and node.quantity is None) or (
            node.kind == "verb" and node.word.endswith(("ed", "ing")) and cost < 4
        ):
            cost += 1
        else:
            return


def _before(nodes: list[Node], at: int) -> Iterator[tuple[int, int]]:
    cost = 2
    for place in range(at - 1, max(at - 1 - _REACH, -1), -1):
        node = nodes[place]
        if node.entries and node.kind == "trigger":
            if not place or nodes[place - 1].quantity is None:  # else it is a word of the figure before it
                yield cost, place
            cost += 4
        elif node.kind in _TIES:
            cost += 0 if node.kind in ("be", "adverb") or node.word in ("of", "at", "to", "by") else 1
        elif node.kind == "figure" or (node.kind == "phrase" and node.quantity is not None):
            cost += 3
        elif node.kind in ("phrase", "comma", "and"):
            cost += 1 if node.is_name else 2
        elif node.kind == "stop" and node.word == ":":
            cost += 1
        elif (node.word == "as" and place == at - 1) or node.word == "that":
            cost += 2  # "gave the number killed as 9", "the number killed by the flood that came passed 9"
        else:
            return
        if cost > 16:
            return


def named_by_concept(nodes: list[Node], quantity: Quantity, lex: Lexicon) -> str | None:
    """The rule whose figure is what a bare number was found to measure: "the toll, they said, has grown to 5,000"."""
    if quantity.kind != "count" or quantity.counted:
        return None
    for word in reversed(quantity.concept):
        for phrase in lex.phrases.get(word, ()):
            for entry in phrase.entries if not phrase.rest else ():
                rule = lex.rules[entry.rule]
                if entry.part == "figure" and "count" in rule.kinds and has_beside(nodes, rule):
                    return rule.id
    return None


def unnamed(nodes: list[Node], at: int) -> str:
    """`count:<noun>` or `measure:<dimension>:<noun>` for a figure that no rule names."""
    quantity = nodes[at].quantity
    assert quantity is not None
    noun = quantity.counted or nodes[at].head or _noun_behind(nodes, at, quantity) or _noun_near(nodes, at, quantity)
    if noun in words()["tallies"]:
        noun = _numbered(nodes, at) or noun
    if quantity.kind == "count":
        return f"count:{_slug(noun) or 'unnamed'}"
    return f"measure:{_dimension(quantity)}:{_slug(noun) or quantity.kind}"


def _noun_behind(nodes: list[Node], at: int, quantity: Quantity) -> str:
    """The noun that a sum or size stands before as an adjective does: "a $4 billion package"."""
    last = at
    while last + 1 < len(nodes) and _is_common(nodes[last + 1]):
        last += 1
    return singular(nodes[last].word) if last > at and quantity.kind == "money" else ""


def _numbered(nodes: list[Node], at: int) -> str:
    """What the number is of, "the number of pilgrims reached 900"; empty where it is not said."""
    for place in range(at - 1, max(at - 1 - _REACH, 1), -1):
        if nodes[place - 1].word == "of" and nodes[place - 2].word in words()["tallies"]:
            return nodes[place].head or nodes[place].word
    return ""


def _dimension(quantity: Quantity) -> str:
    return {"money": "money", "percent": "percent", "duration": "time", "ratio": "ratio"}.get(
        quantity.kind
    ) or dimension(quantity.unit or "")


def _noun_near(nodes: list[Node], at: int, quantity: Quantity) -> str:
    if quantity.concept:
        return quantity.concept[-1]
    for place in range(at + 1, min(at + 4, len(nodes))):
        node = nodes[place]
        if _is_common(node):
            return singular(node.word)
        if node.kind not in ("preposition", "adverb") or node.word in ("by", "to", "from", "on", "at", "after"):
            break
    small = words()["linking"]
    for place in range(at - 1, max(at - 7, -1), -1):
        node = nodes[place]
        if _is_common(node) and node.word not in small:
            return singular(node.word)
        if node.kind == "phrase" and node.head:
            return node.head
        if node.kind in ("stop", "who", "clause"):
            break
    return ""


def _is_common(node: Node) -> bool:
    return (
        node.kind == "word"
        and not node.is_name
        and not node.possessive
        and len(node.word) > 2
        and node.word not in words()["determiners"]
        and node.word not in words()["empty"]
    )


def _slug(noun: str) -> str:
    return "-".join(noun.lower().split())
