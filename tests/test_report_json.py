"""JSON by the contract: `check --format json` and the lines of `extract`."""

from __future__ import annotations

import json
from collections.abc import Callable

from sample_report import sample

from checker.records import Article, Place, Quantity
from checker.report import FORMATS, extraction

CLAIM = [
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
]
QUANTITY = [
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
    "line",
    "column",
]


def test_golden(golden: Callable[[str, str], None]) -> None:
    golden("sample.json", FORMATS["json"](sample(), lambda uri: uri))


def test_keys_are_those_of_the_contract() -> None:
    data = json.loads(FORMATS["json"](sample(), lambda uri: uri))
    assert list(data) == ["schema", "coverage", "articles", "claims", "facts", "findings", "problems"]
    assert data["schema"] == "checker/1"
    assert list(data["coverage"]) == ["documents", "articles", "quantities", "claims", "compared", "skipped"]
    assert list(data["articles"][0]) == ["id", "uri", "title", "outlet", "published", "line"]
    assert list(data["claims"][0]) == CLAIM
    assert list(data["facts"][0]) == ["id", "fact", "label", "verdict", "claims"]
    assert list(data["findings"][0]) == (
        ["id", "check", "verdict", "severity", "confidence", "message", "working", "fact", "claims", "evidence"]
    )
    assert list(data["findings"][0]["evidence"][0]) == (
        ["claim", "article", "uri", "line", "column", "field", "start", "end", "figure", "quote"]
    )
    assert list(data["problems"][0]) == ["uri", "stage", "message"]


def test_a_line_of_extract() -> None:
    article = Article(
        id="a",
        uri="a.txt",
        title="One",
        text="Rain: 12 mm",
        title_places=(Place(0, 1, 1),),
        text_places=(Place(0, 3, 5),),
    )
    rain = Quantity(field="text", start=6, end=11, figure="12 mm", kind="measure", low=12, high=12, unit="millimeter")
    line = extraction(article, (rain,), sample().claims[:1])
    assert line.endswith("}\n")
    row = json.loads(line)
    assert list(row) == ["id", "uri", "title", "text", "quantities", "claims"]
    assert list(row["quantities"][0]) == QUANTITY
    assert (row["quantities"][0]["line"], row["quantities"][0]["column"]) == (3, 11)
    assert list(row["claims"][0]) == CLAIM


def test_a_record_is_not_repeated() -> None:
    article = Article(id="a", uri="a.jsonl", title=None, text="Rain: 12 mm", line=4, is_record=True)
    rain = Quantity(field="text", start=6, end=11, figure="12 mm", kind="measure", low=12, high=12)
    row = json.loads(extraction(article, (rain,), ()))
    assert "text" not in row
    assert (row["quantities"][0]["line"], row["quantities"][0]["column"]) == (4, None)
