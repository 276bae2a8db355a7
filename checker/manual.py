"""The manual page of a check: the docstring of the module that is named after it.

It is read from the module's source and not by import, so that a report may quote the pages without knowing the checks.
"""

from __future__ import annotations

import ast
import pkgutil
import re
from functools import cache

__all__ = ["page", "summary"]

_FOLDERS = ("checks", "facts", "facts/pages")
"""Where pages stand: of checks of one article, of checks across articles, and of verdicts without a module of code."""
_NAME = re.compile(r"[a-z][a-z0-9_]*")


@cache
def page(check: str) -> str | None:
    """The page; None for a check that has none, such as one that a user's settings name."""
    if not _NAME.fullmatch(check):
        return None
    for folder in _FOLDERS:
        try:
            source = pkgutil.get_data("checker", f"{folder}/{check}.py")
        except FileNotFoundError:
            continue
        return ast.get_docstring(ast.parse(source or b"")) or None
    return None


def summary(check: str) -> str | None:
    """The first paragraph of the page, in one line."""
    text = page(check)
    return " ".join(text.split("\n\n", 1)[0].split()) if text else None
