"""Paths of the command line → documents: folders searched through, each file read once."""

from __future__ import annotations

import os
import re
import sys
from collections.abc import Iterator
from pathlib import Path

from checker.errors import UsageError
from checker.records import Document, Problem

__all__ = ["STDIN", "documents"]

STDIN = "-"
"""The path, and the name in output, of standard input."""
_NO_ARTICLE = re.compile(r"(?i)\.(?:cfg|conf|css|db|ini|ipynb|js|lock|log|php|py|rb|sarif|sh|sql|svg|toml|ts|ya?ml)$")
"""Ends of names that settings, code, data bases and logs bear: in a folder they lie beside articles and are none."""


def documents(paths: list[str], stdin_name: str = STDIN) -> Iterator[Document | Problem]:
    """The files that the paths name, in the order of their names; a file named twice is read once.

    A folder is searched through; hidden files and folders in it are passed over, and so are settings and code.  A file
    that can't be read and a folder without files are each a `Problem`.  Standard input bears the name that it is given,
    and goes before the file of that name: an editor's draft before what was saved of it.

    Raises:
        UsageError: a path does not exist.
    """
    missing = sorted({path for path in paths if path != STDIN and not os.path.lexists(path)})
    if missing:
        raise UsageError(f"no such file or folder: {', '.join(missing)}")
    named: list[tuple[str, Path | None]] = []
    if STDIN in paths:
        named.append((stdin_name, None))
    seen = {os.path.realpath(name) for name, _ in named if name != STDIN}
    below = (pair for given in sorted(set(paths) - {STDIN}) for pair in _files(given))
    for uri, path in sorted(below):
        real = os.path.realpath(path)
        if real not in seen:
            seen.add(real)
            named.append((uri, path))
    for name, file in sorted(named, key=lambda pair: pair[0]):
        yield _read(_printable(name), file)


def _printable(name: str) -> str:
    """The name in UTF-8; bytes of it that are none are spelled out in hexadecimal."""
    return os.fsencode(name).decode("utf-8", "backslashreplace")


def _files(given: str) -> Iterator[tuple[str, Path]]:
    top = Path(given)
    if not top.is_dir():
        yield given, top
        return
    base = given.rstrip("/") or "/"
    empty = True
    for folder, below, names in os.walk(top):
        below[:] = sorted(name for name in below if not name.startswith("."))
        inner = Path(folder).relative_to(top)
        for name in sorted(names):
            if not name.startswith(".") and not _NO_ARTICLE.search(name):
                empty = False
                yield f"{base.rstrip('/')}/{(inner / name).as_posix()}", Path(folder) / name
    if empty:
        yield given, top


def _read(uri: str, path: Path | None) -> Document | Problem:
    try:
        if path is None:
            return Document(uri, sys.stdin.buffer.read())
        if path.is_dir():
            return Problem(uri, "read", "the folder holds no files")
        if path.exists() and not path.is_file():
            return Problem(uri, "read", "is not a regular file")
        return Document(uri, path.read_bytes())
    except OSError as error:
        return Problem(uri, "read", f"cannot be read: {error.strerror or error}")
