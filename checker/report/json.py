"""The report as JSON, schema `checker/1`."""

from __future__ import annotations

from typing import Any

import msgspec

from checker.records import Analysis, Article, Claim, FieldName, Quantity, Report

__all__ = ["claim_row", "extraction", "quantity_row", "render"]

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


def claim_row(claim: Claim) -> dict[str, Any]:
    """A claim as the contract lists it."""
    return {name: getattr(claim, name) for name in _CLAIM}


def quantity_row(quantity: Quantity, article: Article) -> dict[str, Any]:
    """A quantity as the contract lists it, with its place in the source."""
    line, column = article.locate(quantity.field, quantity.start)
    return {**{name: getattr(quantity, name) for name in _QUANTITY}, "line": line, "column": column}


def extraction(article: Article, analysis: Analysis) -> str:
    """One line of `extract`."""
    row: dict[str, Any] = {"id": article.id, "uri": article.uri, "title": article.title}
    if not article.is_record:
        row["text"] = article.text
    row["quantities"] = [quantity_row(quantity, article) for quantity in analysis.quantities]
    row["claims"] = [claim_row(claim) for claim in analysis.claims]
    return msgspec.json.encode(row).decode() + "\n"


def render(report: Report) -> str:
    """The whole report, one JSON object on indented lines."""
    names: dict[FieldName | str, str] = {"id": "article"}
    articles = [
        {key: getattr(source, names.get(key, key)) for key in ("id", "uri", "title", "outlet", "published", "line")}
        for source in report.sources
    ]
    facts = [
        {"id": f.id, "fact": f.fact, "label": f.label, "verdict": f.verdict, "claims": f.claims} for f in report.facts
    ]
    data = {
        "schema": "checker/1",
        "coverage": report.coverage,
        "articles": articles,
        "claims": [claim_row(claim) for claim in report.claims],
        "facts": facts,
        "findings": report.findings,
        "problems": report.problems,
    }
    return msgspec.json.format(msgspec.json.encode(data), indent=1).decode() + "\n"
