"""A table of a TOML file as a document whose keys know their line and column."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import Any

from checker.rulebook.source import Document, Mark

__all__ = ["read_table"]

_HEAD = re.compile(r"\s*\[([^\[\]]+)\]")
_PAIR = re.compile(r"\s*([\w.\"'-]+)\s*=")


def read_table(path: Path, names: Sequence[str]) -> tuple[Document | None, list[str]]:
    """The table of these names, None where the file has none; or why it can't be read, `file:line:column: ...`.

    A file that does not name the table is not looked into: mistakes of others are not ours to tell.
    """
    try:
        text = path.read_text(encoding="utf-8")
    except (OSError, UnicodeDecodeError):
        return None, []
    if names[-1] not in text:
        return None, []
    try:
        data: Any = tomllib.loads(text)
    except tomllib.TOMLDecodeError as error:
        place = re.search(r"\(at line (\d+), column (\d+)\)", str(error))
        where = f"{place[1]}:{place[2]}" if place else "1:1"
        return None, [f"{path}:{where}: is not valid TOML: {str(error).partition(' (at ')[0]}"]
    for name in names:
        data = data.get(name) if isinstance(data, dict) else None
    return (_Table(path, text, data, names), []) if data is not None else (None, [])


class _Table(Document):
    """The table; a place is that of the key, since TOML's values don't know theirs."""

    def __init__(self, path: Path, text: str, data: Any, names: Sequence[str]) -> None:
        super().__init__(path, None, data)
        self._lines = text.splitlines()
        self._names = list(names)

    def mark(self, keys: Iterable[str | int]) -> Mark:
        """The place of the key by which the value is reached, or of the closest one above it."""
        return Mark(*self._place([*self._names, *(key for key in keys if isinstance(key, str))]))

    def mark_key(self, keys: Iterable[str | int], name: str) -> Mark:
        """The place of the key `name` in the table reached by `keys`."""
        return self.mark([*keys, name])

    def _place(self, wanted: list[str]) -> tuple[int, int]:
        table: list[str] = []
        best = (0, 1, 1)
        for number, line in enumerate(self._lines, 1):
            if head := _HEAD.match(line):
                table = _names(head[1])
                path, column = table, head.start(1) + 1
            elif pair := _PAIR.match(line):
                path, column = [*table, *_names(pair[1])], pair.start(1) + 1
            else:
                continue
            if path == wanted[: len(path)] and len(path) > best[0]:
                inside = re.search(rf"\b{re.escape(wanted[-1])}\b", line) if path != wanted and not head else None
                best = (len(path), number, inside.start() + 1 if inside else column)
        return best[1:]


def _names(dotted: str) -> list[str]:
    return [name.strip().strip("\"'") for name in dotted.split(".")]
