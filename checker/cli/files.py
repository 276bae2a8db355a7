"""Writing of files: whole or not at all."""

from __future__ import annotations

import os
from pathlib import Path

from checker.errors import UsageError

__all__ = ["put"]


def put(path: Path, text: str) -> None:
    """Writes a file in UTF-8; what was there before stays until the whole of the new is written.

    Raises:
        UsageError: it cannot be written.
    """
    try:
        _replace(path.resolve(), text)
    except OSError as error:
        raise UsageError(f"{path}: cannot be written: {error.strerror or error}") from error


def _replace(target: Path, text: str) -> None:
    if target.exists() and not target.is_file():  # a device or a pipe: nothing to replace
        _write(target, text)
        return
    target.parent.mkdir(parents=True, exist_ok=True)
    draft = target.with_name(f".{target.name}.{os.getpid()}")
    try:
        _write(draft, text)
        draft.replace(target)
    finally:
        draft.unlink(missing_ok=True)


def _write(path: Path, text: str) -> None:
    """Half a surrogate pair is written as an escape."""
    with path.open("w", encoding="utf-8", errors="backslashreplace", newline="\n") as stream:
        stream.write(text)
