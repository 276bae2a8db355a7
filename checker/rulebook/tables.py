"""The word lists of `rules/language/`: English as data."""

from __future__ import annotations

from functools import cache
from typing import Any

from checker.errors import RuleError
from checker.rulebook.source import SHIPPED, read

__all__ = ["table"]


@cache
def table(name: str) -> Any:
    """The content of `rules/language/NAME.yaml`; do not change it.

    Raises:
        RuleError: the file is missing or is not YAML.
    """
    document, mistakes = read(SHIPPED / "language" / f"{name}.yaml")
    if document is None:
        raise RuleError(mistakes)
    return document.data
