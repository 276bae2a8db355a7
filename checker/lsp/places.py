"""Where figures stand, as an editor counts: lines from 0, characters in the units that client and server agreed on.

Editors count in halves of UTF-16 unless they say otherwise, so that an emoji before a figure moves it by two.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from pathlib import Path, PurePosixPath
from urllib.parse import unquote, urlsplit

from lsprotocol import types
from pygls.uris import to_fs_path

from checker.records import Article, Evidence, FieldName

__all__ = ["Units", "elsewhere", "holds", "name", "span"]

Units = Callable[[str], int]
"""The length of a text in the units of the client."""
_LINE_END = re.compile(r"\r\n?|\n")


def name(address: str) -> str:
    """The name that an open document goes by: its path as the command line would give it, below the working directory.

    A document that is no file yet has the last part of its address.
    """
    path = to_fs_path(address)
    if path is None:
        return PurePosixPath(unquote(urlsplit(address).path)).name or "draft"
    folder = Path(path).parent.resolve()
    here = Path.cwd()
    return (folder.relative_to(here) if folder.is_relative_to(here) else folder).joinpath(Path(path).name).as_posix()


def span(text: str, article: Article, field: FieldName, start: int, end: int, units: Units) -> types.Range:
    """The stretch of a field of an article that was read from this text; of a record the whole line."""
    first, column = article.locate(field, start)
    last, before = article.locate(field, max(end - 1, start))
    return _range(text, (first, column), (last, before + 1 if before else None), units)


def elsewhere(side: Evidence, units: Units) -> types.Location | None:
    """The figure in the file that it was read from; None where there is no such file any more."""
    path = Path(side.uri)
    try:
        text = path.read_bytes().decode("utf-8-sig", "surrogateescape") if path.is_file() else None
    except (OSError, ValueError):
        text = None
    if text is None:
        return None
    end = side.column + side.end - side.start if side.column else None
    return types.Location(path.resolve().as_uri(), _range(text, (side.line, side.column), (side.line, end), units))


def holds(where: types.Range, position: types.Position) -> bool:
    """Whether the position is in the range or right behind it."""
    start, end = where.start, where.end
    return (start.line, start.character) <= (position.line, position.character) <= (end.line, end.character)


def _range(text: str, start: tuple[int, int | None], end: tuple[int, int | None], units: Units) -> types.Range:
    """From line and column, both from 1, to the one behind the last; without a column all of the line."""
    lines = _LINE_END.split(text)
    (first, column), (last, behind) = start, end
    return types.Range(
        _position(lines, first, column or 1, units),
        _position(lines, last, behind or len(lines[min(last, len(lines)) - 1]) + 1, units),
    )


def _position(lines: list[str], line: int, column: int, units: Units) -> types.Position:
    number = min(line, len(lines)) - 1
    return types.Position(number, units(lines[number][: column - 1]))
