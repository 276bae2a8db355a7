"""Where a report's links go: from the place that the report will lie in to a source."""

from __future__ import annotations

from collections.abc import Callable

__all__ = ["Link"]

Link = Callable[[str], str | None]
"""The path of a source as seen from the report's folder; None for what has no place, such as standard input."""
