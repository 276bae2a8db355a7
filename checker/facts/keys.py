"""The keys under which an archive keeps an article, and what makes a key call it up."""

from __future__ import annotations

from checker.facts.linking import HOT, SHARED
from checker.facts.portrait import name_words, rareness
from checker.records import Source

__all__ = ["HOT", "SHARED", "keys", "rareness"]


def keys(source: Source) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """The words of the article's names, by which it is found, and its other words, which are only counted."""
    return tuple(sorted(name_words(source.names))), source.words
