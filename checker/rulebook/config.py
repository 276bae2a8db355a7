"""A project's own settings: `checker.yaml`, or `[tool.checker]` in `pyproject.toml`.

The nearest such file counts, from the working directory upward; where a folder holds both, it is `checker.yaml`.
Options of the command line go before what it says.  Paths in it count from its own folder.
"""

from __future__ import annotations

import os
from collections.abc import Collection
from pathlib import Path
from typing import Annotated, Literal

from msgspec import Meta, Struct

from checker.errors import RuleError
from checker.rulebook.source import Document, read
from checker.rulebook.toml import read_table
from checker.rulebook.validation import did_you_mean, validate

__all__ = ["Config", "FailOn", "ProjectSettings", "find_config"]

FailOn = Literal["error", "warning", "never"]
YAML_NAME = "checker.yaml"
TOML_NAME = "pyproject.toml"
TABLE = ("tool", "checker")


class Config(Struct, frozen=True, forbid_unknown_fields=True, kw_only=True):
    """What the file may say; a key that is left out is as if the file were not there."""

    fail_on: FailOn = "error"
    min_confidence: Annotated[float, Meta(ge=0, le=1)] = 0.0
    severities: dict[str, Literal["error", "warning", "info", "off"]] = {}
    """By the id of a check."""
    rules: list[str] = []
    """Folders of rules laid over the shipped ones."""
    baseline: str | None = None


class ProjectSettings:
    """A configuration with the file that it stands in; without a file, the defaults."""

    def __init__(self, config: Config, document: Document | None = None) -> None:
        self.config = config
        self.path = document.path if document else None
        self._document = document
        folder = Path(os.path.relpath(document.path.parent)) if document else Path()
        self.rules = tuple(folder / name for name in config.rules)
        self.baseline = folder / config.baseline if config.baseline else None

    def refuse_unknown(self, checks: Collection[str]) -> None:
        """Raises a mistake for each severity that is of no check.

        Raises:
            RuleError: all of them, a line each.
        """
        mistakes = []
        for name in self.config.severities:
            if name not in checks and self._document:
                hint = did_you_mean(name, checks, " (checker rules list shows all)")
                mistakes.append(f"{self._document.where_key(['severities'], name)}: no check has the id {name!r}{hint}")
        if mistakes:
            raise RuleError(mistakes)


def find_config(start: Path) -> ProjectSettings:
    """The settings that hold in a folder.

    Raises:
        RuleError: the file cannot be read or has mistakes, a line each.
    """
    for folder in (start, *start.parents):
        path = folder / YAML_NAME
        document, mistakes = read(_near(path)) if path.is_file() else read_table(_near(folder / TOML_NAME), TABLE)
        if mistakes:
            raise RuleError(mistakes)
        if document is not None:
            if document.data is None:
                return ProjectSettings(Config(), document)
            config, mistakes = validate(document, Config)
            if config is None:
                raise RuleError(mistakes)
            return ProjectSettings(config, document)
    return ProjectSettings(Config())


def _near(path: Path) -> Path:
    """The path as seen from the working directory, as messages show it."""
    return Path(os.path.relpath(path))
