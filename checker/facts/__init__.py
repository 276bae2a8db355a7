"""Claim → Fact: linking claims that speak of the same thing, and judging whether they fit."""

from checker.records import Article, Claim, Judgement, Source
from checker.rulebook import Rulebook

__all__ = ["judge", "source"]


def source(article: Article, claims: tuple[Claim, ...]) -> Source:
    """What linking needs to know of an article."""
    return Source(
        article=article.id,
        uri=article.uri,
        title=article.title,
        outlet=article.outlet,
        published=article.published,
        line=article.line,
    )


def judge(claims: tuple[Claim, ...], sources: tuple[Source, ...], rules: Rulebook) -> Judgement:
    """Facts and the findings between claims, in an order that does not depend on that of the input."""
    return Judgement((), ())
