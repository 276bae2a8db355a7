"""Tables in Markdown."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

__all__ = ["table"]

NUMERIC = ("Articles", "Outlets", "Figures", "Claims", "Compared")
"""Columns whose cells stand to the right."""


def table(heads: Sequence[str], rows: Iterable[Sequence[str]]) -> list[str]:
    """The lines of a table of cells that are Markdown already; a column with nothing in it is left out."""
    cells = [list(row) for row in rows]
    shown = [n for n, _ in enumerate(heads) if any(row[n] for row in cells)]
    rule = ["--:" if heads[n] in NUMERIC else "---" for n in shown]
    return [_line(row) for row in ([heads[n] for n in shown], rule, *([row[n] for n in shown] for row in cells))]


def _line(cells: Iterable[str]) -> str:
    return f"| {' | '.join(cells)} |"
