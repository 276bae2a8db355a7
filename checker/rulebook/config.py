"""A project's own settings: `checker.yaml`, or `[tool.checker]` in `pyproject.toml`.

The nearest such file counts, from the working directory upward; where a folder holds both, it is `checker.yaml`.
Options of the command line go before what it says.  Paths in it count from its own folder.
"""

from __future__ import annotations

import difflib
import os
import re
import tomllib
from collections.abc import Collection, Iterable
from pathlib import Path
from typing import Annotated, Any, Literal

from msgspec import Meta, Struct

from checker.errors import RuleError
from checker.rulebook.source import Document, read, validate

__all__ = ["Config", "FailOn", "ProjectSettings", "find_config"]

FailOn = Literal["error", "warning", "never"]
YAML_NAME = "checker.yaml"
TOML_NAME = "pyproject.toml"
_TABLE = "tool.checker"


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
                close = difflib.get_close_matches(name, checks, 1)
                hint = f"; did you mean {close[0]!r}?" if close else " (checker rules list shows all)"
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
        document, mistakes = read(_near(path)) if path.is_file() else _table(folder / TOML_NAME)
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


class _Table(Document):
    """The table of a TOML file; a place is that of the key, since TOML's values don't know theirs."""

    def __init__(self, path: Path, text: str, data: Any) -> None:
        super().__init__(path, None, data)
        self._text = text

    def where(self, keys: Iterable[str | int]) -> str:
        """`file:line:column` of the key by which the value is reached, or of the closest one above it."""
        names = [key for key in keys if isinstance(key, str)]
        place = self._place([*_TABLE.split("."), *names])
        return f"{self.path}:{place[0]}:{place[1]}"

    def where_key(self, keys: Iterable[str | int], name: str) -> str:
        """`file:line:column` of the key `name` in the table reached by `keys`."""
        return self.where([*keys, name])

    def _place(self, wanted: list[str]) -> tuple[int, int]:
        table: list[str] = []
        best = (0, 1, 1)
        for number, line in enumerate(self._text.splitlines(), 1):
            head = re.match(r"\s*\[([^\[\]]+)\]", line)
            if head:
                table = _names(head[1])
                path, column = table, head.start(1) + 1
            elif pair := re.match(r"\s*([\w.\"'-]+)\s*=", line):
                path, column = [*table, *_names(pair[1])], pair.start(1) + 1
            else:
                continue
            if path == wanted[: len(path)] and len(path) > best[0]:
                inside = re.search(rf"\b{re.escape(wanted[-1])}\b", line) if path != wanted and not head else None
                best = (len(path), number, inside.start() + 1 if inside else column)
        return best[1:]


def _names(dotted: str) -> list[str]:
    return [name.strip().strip("\"'") for name in dotted.split(".")]


def _table(path: Path) -> tuple[Document | None, list[str]]:
    """The file's own table for this tool, None where it has none; another tool's mistakes are not ours to tell."""
    try:
        text = path.read_text(encoding="utf-8")
    except (OSError, UnicodeDecodeError):
        return None, []
    if "checker" not in text:
        return None, []
    try:
        data = tomllib.loads(text).get("tool", {}).get("checker")
    except tomllib.TOMLDecodeError as error:
        place = re.search(r"\(at line (\d+), column (\d+)\)", str(error))
        where = f"{place[1]}:{place[2]}" if place else "1:1"
        return None, [f"{_near(path)}:{where}: is not valid TOML: {str(error).partition(' (at ')[0]}"]
    return (_Table(_near(path), text, data), []) if data is not None else (None, [])
