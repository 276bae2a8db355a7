"""How a fact's figure went over time."""

from __future__ import annotations

from collections.abc import Iterator

from checker.records import Claim, Fact
from checker.report.escape import markdown
from checker.report.index import Index
from checker.report.tables import table
from checker.report.words import bounded

__all__ = ["course", "course_line", "course_table"]

LEAST = 3
"""Dated figures that make a course; two stand side by side anyway."""
MOST = 12
"""Rows of the table, steps of the line."""


Step = tuple[str, str]
"""A day, ISO 8601, and the figure that some claims give for the fact on it."""


def course(fact: Fact, index: Index) -> dict[Step, list[Claim]]:
    """The claims of the fact by day and figure, the earliest first; nothing where they make no course.

    The day is that for which a claim says its figure holds, or else that of publication; one without is left out.
    """
    claims = [index.claims[name] for name in fact.claims]
    dated = [(claim.as_of or index.sources[claim.article].published or "", claim) for claim in claims]
    steps: dict[Step, list[Claim]] = {}
    for day, claim in sorted(dated, key=lambda pair: (pair[0][:10], pair[1].low, pair[1].figure, pair[1].id)):
        if day:
            steps.setdefault((day[:10], bounded(claim)), []).append(claim)
    return steps if len({value for _, value in steps}) > 1 and len(steps) >= LEAST else {}


def course_table(fact: Fact, index: Index) -> Iterator[str]:
    """The course as a table, an empty line at the end."""
    steps = course(fact, index)
    if not steps:
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


def course_line(fact: Fact, index: Index) -> str:
    """The course in one line, each figure with its day and place; empty where there is none."""
    steps = course(fact, index)
    shown = [
        f"{markdown(value)} ({markdown(day)}, {index.places(claims, 1)})"
        for (day, value), claims in list(steps.items())[:MOST]
    ]
    return " → ".join(shown) + (" → …" if len(steps) > MOST else "")
