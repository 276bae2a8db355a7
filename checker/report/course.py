"""How a fact's figure went over time."""

from __future__ import annotations

from collections.abc import Iterator

from checker.records import Claim, Finding
from checker.report.escape import markdown
from checker.report.index import Index
from checker.report.tables import table
from checker.report.words import figure

__all__ = ["course_line", "course_table"]

LEAST = 3
"""Dated values that make a course; two stand side by side anyway."""
MOST = 12
"""Rows of the table, steps of the line."""


def course_table(finding: Finding, index: Index) -> Iterator[str]:
    """The dated values of the finding's fact, the earliest first; nothing where they are too few."""
    steps = _steps(finding, index)
    if len(steps) < LEAST:
        return
    yield "Over time:"
    yield ""
    rows = []
    for (day, value), claims in list(steps.items())[:MOST]:
        title, outlet, _ = index.cells(index.sources[claims[0].article])
        also = len({claim.article for claim in claims}) - 1
        rows.append([markdown(day), markdown(value), title + (f" and {also:,} more" if also else ""), outlet])
    yield from table(("Date", "Figure", "Article", "Outlet"), rows)
    if len(steps) > MOST:
        yield ""
        yield f"*and {len(steps) - MOST:,} more*"
    yield ""


def course_line(finding: Finding, index: Index) -> Iterator[str]:
    """The same in one line, as an item below that of the finding."""
    steps = list(_steps(finding, index))
    if len(steps) >= LEAST:
        shown = " → ".join(f"{markdown(value)} ({markdown(day)})" for day, value in steps[:MOST])
        yield f"  - {shown}{' → …' if len(steps) > MOST else ''}"


def _steps(finding: Finding, index: Index) -> dict[tuple[str, str], list[Claim]]:
    """The claims of the fact by day and figure; one without a day is left out."""
    fact = index.facts.get(finding.fact or "")
    steps: dict[tuple[str, str], list[Claim]] = {}
    if fact is None:
        return steps
    claims = [index.claims[name] for name in fact.claims]
    dated = [(claim.as_of or index.sources[claim.article].published or "", claim) for claim in claims]
    for day, claim in sorted(dated, key=lambda pair: (pair[0], pair[1].low, pair[1].figure, pair[1].id)):
        if day:
            steps.setdefault((day[:10], figure(claim)), []).append(claim)
    return steps
