"""The claims as CSV, for a spreadsheet: one row a claim, with the article it stands in.

Words from articles are cleaned of controls, and a cell that a spreadsheet would take for a formula begins with an
apostrophe, as OWASP advises; so that no list separator starts a new cell, every cell that is no number is quoted.
"""

from __future__ import annotations

import csv
from io import StringIO

from checker.records import Claim, Report, Source
from checker.report.escape import clean
from checker.report.links import Link

__all__ = ["COLUMNS", "render"]

COLUMNS = (
    *("article", "uri", "title", "outlet", "published", "line", "column", "field", "start", "end", "id", "fact"),
    *("figure", "low", "high", "bound", "grain", "unit", "counted", "scope", "where", "when_start", "when_end"),
    *("as_of", "speaker", "status", "quote"),
)
_FORMULA = tuple("=+-@＝＋－＠")
"""First characters of a formula, also in the wide forms that East Asian spreadsheets take for them."""
Cell = str | int | float | None


def render(report: Report, link: Link) -> str:
    """A line of names and a line for each claim, in the order of the articles; `link` is not used."""
    sources = {source.article: source for source in report.sources}
    stream = StringIO()
    writer = csv.writer(stream, quoting=csv.QUOTE_NONNUMERIC, lineterminator="\n")
    writer.writerow(COLUMNS)
    for claim in report.claims:
        writer.writerow([_safe(cell) for cell in _cells(claim, sources[claim.article])])
    return stream.getvalue()


def _cells(claim: Claim, source: Source) -> tuple[Cell, ...]:
    when = (claim.when.start, claim.when.end) if claim.when else (None, None)
    place = (claim.line, claim.column, claim.field, claim.start, claim.end)
    value = (claim.figure, claim.low, claim.high, claim.bound, claim.grain, claim.unit, claim.counted)
    about = ("; ".join(claim.scope), "; ".join(claim.where), *when, claim.as_of, claim.speaker, claim.status)
    article = (claim.article, source.uri, source.title, source.outlet, source.published)
    return (*article, *place, claim.id, claim.fact, *value, *about, claim.quote)


def _safe(cell: Cell) -> str | int | float:
    if cell is None:
        return ""
    if not isinstance(cell, str):
        return cell
    text = clean(cell)
    return f"'{text}" if text.startswith(_FORMULA) else text
