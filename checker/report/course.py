"""How a fact's figure went over time."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from checker.records import Claim, Fact
from checker.report.escape import markdown
from checker.report.index import Index
from checker.report.tables import table
from checker.report.words import distinct, identity

__all__ = ["Step", "course", "course_line", "course_table"]

LEAST = 3
"""Dated figures that make a course; two stand side by side anyway."""
MOST = 12
"""Rows of the table, steps of the line."""


class Step(NamedTuple):
    """A day, ISO 8601, and the claims that give one and the same figure for the fact on it."""

    day: str
    claims: list[Claim]

    @property
    def figure(self) -> str:
        """The figure in the plainest wording."""
        return distinct(self.claims)[0]


def course(fact: Fact, index: Index) -> list[Step]:
    """The claims of the fact by day and figure, the earliest first; nothing where they make no course.

    The day is that for which a claim says its figure holds, or else that of publication; one without is left out.
    """
    claims = [index.claims[name] for name in fact.claims]
    dated = [((claim.as_of or index.sources[claim.article].published or "")[:10], claim) for claim in claims]
    steps: dict[tuple[str, str], Step] = {}
    for day, claim in sorted(dated, key=lambda pair: (pair[0], pair[1].low, pair[1].high, pair[1].id)):
        if day:
            steps.setdefault((day, identity(claim)), Step(day, [])).claims.append(claim)
    figures = {figure for _, figure in steps}
    return list(steps.values()) if len(steps) >= LEAST and len(figures) > 1 else []


def course_table(fact: Fact, index: Index) -> Iterator[str]:
    """The course as a table, an empty line at the end."""
    steps = course(fact, index)
    if not steps:
        return
    yield "Over time:"
    yield ""
    if picture := index.pictures.get(fact.id):
        yield f"![{markdown(fact.label)}, over time]({picture})"
        yield ""
    rows = []
    for step in steps[:MOST]:
        title, outlet, _ = index.cells(index.sources[step.claims[0].article])
        also = len({claim.article for claim in step.claims}) - 1
        title += f" and {also:,} more" if also else ""
        rows.append([markdown(step.day), markdown(step.figure), title, outlet])
    yield from table(("Date", "Figure", "Article", "Outlet"), rows)
    if len(steps) > MOST:
        yield ""
        yield f"*and {len(steps) - MOST:,} more*"
    yield ""


def course_line(fact: Fact, index: Index) -> str:
    """The course in one line, each figure with its day and place; empty where there is none."""
    steps = course(fact, index)
    shown = [f"{markdown(step.figure)} ({markdown(step.day)}, {index.places(step.claims, 1)})" for step in steps[:MOST]]
    picture = f" ([picture]({index.pictures[fact.id]}))" if steps and fact.id in index.pictures else ""
    return " → ".join(shown) + (" → …" if len(steps) > MOST else "") + picture
