"""Quantity → Claim: what is counted or measured, of whom, where, when, who says so, how firmly."""

from collections.abc import Mapping

from checker.records import Article, Claim, Quantity
from checker.rulebook import FactRule

__all__ = ["place"]


def place(article: Article, quantities: tuple[Quantity, ...], rules: Mapping[str, FactRule]) -> tuple[Claim, ...]:
    """The claims of an article, in the order of their place in it, title first."""
    return ()
