"""Claim → Fact: linking claims that speak of the same thing, and judging whether they fit."""

from checker.facts.profile import source
from checker.records import Claim, Judgement, Source
from checker.rulebook import Rulebook

__all__ = ["judge", "source"]


def judge(claims: tuple[Claim, ...], sources: tuple[Source, ...], rules: Rulebook) -> Judgement:
    """Facts and the findings between claims, in an order that does not depend on that of the input."""
    return Judgement((), ())
