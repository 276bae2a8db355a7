"""The report as JSON, schema `checker/1`, and the lines of `extract`."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

import msgspec

from checker.records import Article, Claim, Quantity, Report
from checker.report.links import Link

__all__ = ["extraction", "render"]

_ARTICLE = ("uri", "title", "outlet", "published", "line")
_FACT = ("id", "fact", "label", "verdict", "claims")
_FINDING = ("id", "check", "verdict", "severity", "confidence", "message", "working", "fact", "claims")
_EVIDENCE = ("claim", "article", "uri", "line", "column", "field", "start", "end", "figure", "quote")
_CLAIM = (
    "id",
    "article",
    "field",
    "start",
    "end",
    "figure",
    "line",
    "column",
    "fact",
    "low",
    "high",
    "bound",
    "grain",
    "unit",
    "counted",
    "scope",
    "where",
    "when",
    "as_of",
    "speaker",
    "status",
)
_QUANTITY = (
    "start",
    "end",
    "figure",
    "field",
    "kind",
    "low",
    "high",
    "bound",
    "grain",
    "unit",
    "change",
    "change_role",
    "counted",
    "concept",
)


def extraction(article: Article, quantities: Iterable[Quantity], claims: Iterable[Claim]) -> str:
    """One line of `extract`."""
    row: dict[str, Any] = {"id": article.id, "uri": article.uri, "title": article.title}
    if not article.is_record:
        row["text"] = article.text
    row["quantities"] = [_quantity(quantity, article) for quantity in quantities]
    row["claims"] = [_row(claim, _CLAIM) for claim in claims]
    return msgspec.json.encode(row).decode() + "\n"


def render(report: Report, link: Link) -> str:
    """The whole report, one JSON object on indented lines; `link` is not used."""
    data = {
        "schema": "checker/1",
        "coverage": report.coverage,
        "articles": [{"id": source.article, **_row(source, _ARTICLE)} for source in report.sources],
        "claims": [_row(claim, _CLAIM) for claim in report.claims],
        "facts": [_row(fact, _FACT) for fact in report.facts],
        "findings": [
            {**_row(finding, _FINDING), "evidence": [_row(side, _EVIDENCE) for side in finding.evidence]}
            for finding in report.findings
        ],
        "problems": report.problems,
    }
    return msgspec.json.format(msgspec.json.encode(data), indent=1).decode() + "\n"


def _row(record: Any, names: tuple[str, ...]) -> dict[str, Any]:
    return {name: getattr(record, name) for name in names}


def _quantity(quantity: Quantity, article: Article) -> dict[str, Any]:
    line, column = article.locate(quantity.field, quantity.start)
    return {**_row(quantity, _QUANTITY), "line": line, "column": column}
