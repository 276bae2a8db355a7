"""The shapes of the public JSON, schema `checker/1`: what `check --format json` and `extract` write comes from here
alone, and so does the JSON Schema of it.

The records of `checker.records` know more than is public; a shape names what is, in the order in which it is written.
"""

from __future__ import annotations

import json
from collections.abc import Callable
from functools import cache
from operator import attrgetter
from typing import Annotated, Any, Literal, TypeVar

import msgspec
from msgspec import Meta, Struct

from checker.records import (
    Bound,
    Change,
    ChangeRole,
    Coverage,
    FactVerdict,
    FieldName,
    Finding,
    Kind,
    Problem,
    Report,
    Severity,
    Status,
    Verdict,
    When,
)

__all__ = [
    "ClaimJson",
    "FindingJson",
    "Line",
    "QuantityJson",
    "ReportJson",
    "encode",
    "finding_row",
    "report_row",
    "row",
]

Offset = Annotated[int, Meta(ge=0, description="Unicode characters from the beginning of the field.")]
LineNumber = Annotated[int, Meta(ge=1, description="Counted from 1 in the source file.")]
Column = Annotated[
    int | None, Meta(description="Counted from 1 in characters of the source file; null for a record of JSONL or CSV.")
]
FactKind = Annotated[
    str,
    Meta(description="Id of a fact rule, or `count:<noun>` or `measure:<dimension>:<noun>`."),
]
ArticleId = Annotated[str, Meta(description="Id of an article, from the input or made of file and title.")]
ClaimId = Annotated[str, Meta(description="Id of a claim.")]
Figure = Annotated[
    str, Meta(description="The number with its unit of measure or currency, without hedge words and the noun counted.")
]
Unit = Annotated[
    str | None,
    Meta(
        description="ISO 4217 code, `percent`, `percentage_point`, pint's name of a unit, `dimensionless` for ratios, "
        "`count` for counted things; null for dates, times, ordinals, scores and names."
    ),
]
Grain = Annotated[float | None, Meta(description="The step of the last digit written: 100000 for 3.5 million.")]
Confidence = Annotated[float, Meta(ge=0, le=1)]

T = TypeVar("T", bound=Struct)


class ArticleJson(Struct, frozen=True):
    """One news text."""

    id: ArticleId
    uri: str
    title: str | None
    outlet: str | None
    published: Annotated[str | None, Meta(description="ISO 8601, a date or a date with time.")]
    line: LineNumber


class ClaimJson(Struct, frozen=True):
    """A quantity in context: what is counted or measured, of whom, where, when, who says so, how firmly."""

    id: ClaimId
    article: ArticleId
    field: FieldName
    start: Offset
    end: Offset
    figure: Figure
    line: LineNumber
    column: Column
    fact: FactKind
    low: Annotated[float, Meta(description="As written, not widened: 115 is 115 to 115, 10 to 15 is 10 to 15.")]
    high: float
    bound: Bound
    grain: Grain
    unit: Unit
    counted: Annotated[str | None, Meta(description="The noun phrase counted, singular.")]
    scope: Annotated[tuple[str, ...], Meta(description="What narrows the set counted.")]
    where: tuple[str, ...]
    when: When | None
    as_of: Annotated[str | None, Meta(description="The day as of which the text gives the figure, ISO 8601.")]
    speaker: str | None
    status: Status


class QuantityJson(Struct, frozen=True):
    """A number as written, with unit, bound and change."""

    start: Offset
    end: Offset
    figure: Figure
    field: FieldName
    kind: Kind
    low: Annotated[float | None, Meta(description="As written, not widened; null for dates and times.")]
    high: float | None
    bound: Bound
    grain: Grain
    unit: Unit
    change: Change
    change_role: ChangeRole
    counted: str | None
    concept: Annotated[tuple[str, ...], Meta(description="The words that say what is measured.")]
    line: LineNumber
    column: Column


class FactJson(Struct, frozen=True):
    """Two claims or more that speak of the same thing."""

    id: str
    fact: FactKind
    label: str
    verdict: FactVerdict
    claims: tuple[ClaimId, ...]


class EvidenceJson(Struct, frozen=True):
    """One side of a finding: a figure, where it stands, and the sentence around it."""

    claim: ClaimId | None
    article: ArticleId
    uri: str
    line: LineNumber
    column: Column
    field: FieldName
    start: Offset
    end: Offset
    figure: str
    quote: str


class FindingJson(Struct, frozen=True):
    """What an editor should look at, with its evidence and its working shown."""

    id: Annotated[str, Meta(description="The same when lines move and when other articles come or go.")]
    check: str
    verdict: Verdict
    severity: Severity
    confidence: Confidence
    message: str
    working: Annotated[str, Meta(description="The comparison or sum as a reader would check it.")]
    fact: Annotated[str | None, Meta(description="Id of the fact that the finding is about.")]
    claims: tuple[ClaimId, ...]
    evidence: tuple[EvidenceJson, ...]


class ReportJson(Struct, frozen=True):
    """The result of one run of `checker check`."""

    schema: Literal["checker/1"]
    coverage: Coverage
    articles: tuple[ArticleJson, ...]
    claims: tuple[ClaimJson, ...]
    facts: Annotated[tuple[FactJson, ...], Meta(description="Every fact with two claims or more.")]
    findings: tuple[FindingJson, ...]
    problems: Annotated[tuple[Problem, ...], Meta(description="Input that could not be used as it is.")]


class Line(Struct, frozen=True, kw_only=True):
    """One line of `checker extract`: an article with all that was read in it."""

    id: ArticleId
    uri: str
    title: str | None
    text: Annotated[str, Meta(description="Left out for a record of JSONL or CSV.")] | msgspec.UnsetType = msgspec.UNSET
    quantities: tuple[QuantityJson, ...]
    claims: tuple[ClaimJson, ...]


def row(shape: type[T], record: Struct, **more: Any) -> T:
    """What is public of a record; `more` gives the fields that the record has not."""
    if not more:
        return shape(*_fields(shape)(record))
    return shape(**{name: more[name] if name in more else getattr(record, name) for name in shape.__struct_fields__})


@cache
def _fields(shape: type[Struct]) -> Callable[[Struct], tuple[Any, ...]]:
    return attrgetter(*shape.__struct_fields__)


def finding_row(finding: Finding) -> FindingJson:
    """What is public of a finding."""
    return row(FindingJson, finding, evidence=tuple(row(EvidenceJson, side) for side in finding.evidence))


def report_row(report: Report) -> ReportJson:
    """What is public of a report."""
    return ReportJson(
        schema="checker/1",
        coverage=report.coverage,
        articles=tuple(row(ArticleJson, source, id=source.article) for source in report.sources),
        claims=tuple(row(ClaimJson, claim) for claim in report.claims),
        facts=tuple(row(FactJson, fact) for fact in report.facts),
        findings=tuple(map(finding_row, report.findings)),
        problems=report.problems,
    )


def encode(value: Any, indent: int | None = None) -> str:
    """The value as JSON, in one line or on lines indented by so many blanks.

    Half a surrogate pair, as a damaged text or a file's name may hold, stays as it is: written as UTF-8 with
    `backslashreplace` it is JSON's own escape for it.
    """
    try:
        line = msgspec.json.encode(value)
        return (msgspec.json.format(line, indent=indent) if indent else line).decode()
    except UnicodeEncodeError:
        plain, colon = msgspec.to_builtins(value), ": " if indent else ":"
        return json.dumps(plain, ensure_ascii=False, indent=indent, separators=(",", colon))
