"""Patterns of layout rules, compiled: one automaton for many, or one that yields its named groups."""

from __future__ import annotations

from collections.abc import Callable
from functools import cache
from typing import Any

import re2

from checker.articles.excerpts import Excerpt

__all__ = ["any_of", "groups", "some_line"]


MEMORY = 64 << 20
"""Bytes that one automaton may take before it runs slower."""


@cache
def any_of(patterns: tuple[str, ...], fold: bool = True, inside: bool = False) -> Callable[[str], Any]:
    """A test whether one of the patterns matches the whole of a line, or a part (`inside`); group names don't count."""
    if not patterns:
        return _never
    first, *named = "|".join(f"(?:{pattern})" for pattern in patterns).split("(?P<")
    compiled = _compiled(first + "".join(f"(?:{part.split('>', 1)[1]}" for part in named), fold)
    return compiled.search if inside else compiled.fullmatch  # type: ignore[no-any-return]


def _never(_: str) -> None:
    return None


@cache
def _compiled(pattern: str, fold: bool) -> Any:
    options = re2.Options()
    options.case_sensitive = not fold
    options.log_errors = False
    options.max_mem = MEMORY
    return re2.compile(pattern, options)


def groups(pattern: str, line: Excerpt, fold: bool = False, inside: bool = False) -> dict[str, Excerpt] | None:
    """What the named groups hold where the pattern matches the whole line (or `inside` it); None where it doesn't."""
    compiled = _compiled(pattern, fold)
    match = compiled.search(line.text) if inside else compiled.fullmatch(line.text)
    if match is None:
        return None
    spans = {name: match.span(number) for name, number in compiled.groupindex.items()}
    return {name: line.cut(*span).stripped() for name, span in sorted(spans.items()) if span[0] < span[1]}


def some_line(pattern: str, text: str) -> bool:
    """Whether the pattern may match the whole of some line of the text, or a part of one that a break makes a line."""
    return _compiled(pattern, False).search(text) is not None
