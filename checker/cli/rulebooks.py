"""The rules that the command line asks for."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from checker.errors import UsageError
from checker.rulebook import Rulebook, default_rulebook

__all__ = ["load"]

_KINDS = ("facts", "checks", "layouts")


def load(folders: Sequence[Path]) -> Rulebook:
    """The shipped rules, overlaid by those of the folders.

    Raises:
        UsageError: a folder does not exist or has none of the folders that hold rules.
        RuleError: all mistakes in the rules, a line each.
    """
    for folder in folders:
        if not folder.is_dir():
            raise UsageError(f"{folder}: no such folder of rules")
        if not any((folder / kind).is_dir() for kind in _KINDS):
            raise UsageError(f"{folder}: holds no rules: none of the folders {', '.join(_KINDS)} is in it")
    return Rulebook.load(tuple(folders)) if folders else default_rulebook()
