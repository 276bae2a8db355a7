"""The report as JSON, schema `checker/1`, and the lines of `extract`."""

from __future__ import annotations

from collections.abc import Iterable

from msgspec import UNSET

from checker.records import Article, Claim, Quantity, Report
from checker.report.links import Link
from checker.report.shapes import ClaimJson, Line, QuantityJson, encode, report_row, row

__all__ = ["extraction", "render"]


def extraction(article: Article, quantities: Iterable[Quantity], claims: Iterable[Claim]) -> str:
    """One line of `extract`."""
    line = Line(
        id=article.id,
        uri=article.uri,
        title=article.title,
        text=UNSET if article.is_record else article.text,
        quantities=tuple(_quantity(quantity, article) for quantity in quantities),
        claims=tuple(row(ClaimJson, claim) for claim in claims),
    )
    return encode(line) + "\n"


def render(report: Report, link: Link) -> str:
    """The whole report, one JSON object on indented lines; `link` is not used."""
    return encode(report_row(report), indent=1) + "\n"


def _quantity(quantity: Quantity, article: Article) -> QuantityJson:
    line, column = article.locate(quantity.field, quantity.start)
    counted = quantity.counted_phrase or quantity.counted
    return row(QuantityJson, quantity, counted=counted, line=line, column=column)
