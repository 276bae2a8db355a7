"""The days on which an article says that things happened, resolved from its date of publication."""

from __future__ import annotations

from datetime import date, timedelta
from functools import lru_cache

from checker.language.dates import find, resolve

__all__ = ["days_of", "published_day"]

MOST = 8
"""Days kept for an article: the first mentioned; those far down belong to its background."""


@lru_cache(maxsize=20_000)
def published_day(published: str | None) -> date | None:
    """The day of an ISO 8601 date or date with time; None where there is none or it is malformed."""
    try:
        return date.fromisoformat(published[:10]) if published else None
    except ValueError:
        return None


def days_of(text: str, published: str | None) -> tuple[str, ...]:
    """Single days on which things happened, ISO 8601, in the order of first mention; days to come are left out."""
    today = published_day(published)
    latest = (today + timedelta(1)).isoformat() if today else "9999"  # a day's grace: clocks differ
    found: dict[str, None] = {}
    for mention in find(text):
        when = resolve(mention, published)
        if when is not None and when.start == when.end <= latest:
            found.setdefault(when.start)
            if len(found) == MOST:
                break
    return tuple(found)
