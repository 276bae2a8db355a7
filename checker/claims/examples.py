"""The examples in rule files, run as tests: a rule carries its own proof."""

from __future__ import annotations

import math
from collections.abc import Callable, Iterator, Mapping
from typing import NamedTuple

from checker.claims.placing import place
from checker.records import Article, Claim, FieldName, Quantity
from checker.rulebook.facts import Example, FactRule, Find

__all__ = ["Failure", "failures"]

Finder = Callable[[str, FieldName], tuple[Quantity, ...]]


class Failure(NamedTuple):
    """An example that does not hold: which, counted from 1, and what is wrong."""

    rule: str
    example: int
    message: str


def failures(rules: Mapping[str, FactRule], find: Finder) -> list[Failure]:
    """What the examples of these rules promise and do not get.

    `find` is the quantity stage, handed in because stages do not import one another.
    """
    return [
        Failure(rule.id, number, f"{wrong} | {example.text}")
        for rule in rules.values()
        for number, example in enumerate(rule.examples, 1)
        for wrong in _faults(rule, example, rules, find)
    ]


def _faults(rule: FactRule, example: Example, rules: Mapping[str, FactRule], find: Finder) -> Iterator[str]:
    article = Article(id="example", uri="example", title=None, text=example.text, published="2024-06-12")
    claims = [c for c in place(article, find(example.text, "text"), rules) if c.fact == rule.id]
    if not example.wanted and not example.passes:
        yield "says neither `finds` nor `passes: true`"
    if example.passes and claims:
        yield f"should pass, but finds {_shown(claims)}"
    for wanted in example.wanted:
        here = [claim for claim in claims if claim.figure == wanted.figure]
        if not here:
            yield f"does not find {wanted.figure!r}, but {_shown(claims)}"
        elif not any(_fits(wanted, claim) for claim in here):
            yield f"finds {wanted.figure!r} otherwise: {_shown(here)}"


def _fits(wanted: Find, claim: Claim) -> bool:
    return (
        (wanted.low is None or math.isclose(wanted.low, claim.low))
        and (wanted.high is None or math.isclose(wanted.high, claim.high))
        and wanted.bound in (None, claim.bound)
        and wanted.status in (None, claim.status)
        and wanted.unit in (None, claim.unit)
        and wanted.scope in (None, claim.scope)
    )


def _shown(claims: list[Claim]) -> str:
    return ", ".join(f"{c.figure!r} {c.low:g} to {c.high:g} {c.bound} {c.unit} {c.status}" for c in claims) or "nothing"
