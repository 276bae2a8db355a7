"""A bug met in the work on one article: the run goes on, and the report says what happened.

This is the one place where an unforeseen exception is caught.  It becomes a `Problem` with the stage, the type of the
exception and the line of code, so that exit status 3 and the report tell of it; nothing is swallowed.
"""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from traceback import extract_tb
from typing import TypeVar

from checker.errors import CheckerError
from checker.records import Problem

__all__ = ["guarded", "told"]

T = TypeVar("T")

_PACKAGE = Path(__file__).resolve().parents[1]


def guarded(work: Callable[[], T], uri: str, line: int) -> T | Problem:
    """What `work` returns, or the `Problem` that a bug in it makes of the input at this place."""
    try:
        return work()
    except CheckerError:
        raise
    except Exception as error:
        place = _place(error)
        stage = place.split("/")[1] if place.count("/") > 1 else "pipeline"
        return Problem(uri, stage, f"line {line}: left out because of a bug in checker: {told(error)}")


def told(error: BaseException) -> str:
    """The exception in one line: its type, what it says, and the line of the package that it comes from."""
    says = " ".join(str(error).split())[:200]
    return f"{type(error).__name__}{': ' + says if says else ''} at {_place(error)}"


def _place(error: BaseException) -> str:
    frames = [(Path(frame.filename), frame.lineno) for frame in extract_tb(error.__traceback__)]
    ours = [(path, number) for path, number in frames if path.is_relative_to(_PACKAGE)]
    if not ours:
        return "an unknown place"
    path, number = ours[-1]
    return f"{path.relative_to(_PACKAGE.parent).as_posix()}:{number}"
