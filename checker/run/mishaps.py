"""A bug met in the work on one article: the run goes on, and the report says what happened.

This is the one place where an unforeseen exception is caught.  It becomes a `Problem` with the stage, the type of the
exception and the line of code, so that exit status 3 and the report tell of it; nothing is swallowed.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import TypeVar

from checker.errors import CheckerError, bug_place, bug_told
from checker.records import Problem

__all__ = ["guarded"]

T = TypeVar("T")


def guarded(work: Callable[[], T], uri: str, line: int) -> T | Problem:
    """What `work` returns, or the `Problem` that a bug in it makes of the input at this place."""
    try:
        return work()
    except CheckerError:
        raise
    except Exception as error:
        place = bug_place(error)
        stage = place.split("/")[1] if place.count("/") > 1 else "pipeline"
        return Problem(uri, stage, f"line {line}: left out because of a bug in checker: {bug_told(error)}")
