"""The errors that a user can cause.

    CheckerError                exit status 2
    ├── UsageError              wrong arguments, a path that does not exist
    ├── RuleError               a rule, layout or settings file that cannot be used
    └── ArchiveError            an archive that cannot be opened or is not one

Bad articles are no errors: they become `Problem` records in the report, and exit status 3 where nothing worse is found.
A bug is none of these and is never swallowed.
"""

from __future__ import annotations

from pathlib import Path

__all__ = ["ArchiveError", "CheckerError", "RuleError", "UsageError", "bug_place", "bug_told"]

_PACKAGE = Path(__file__).resolve().parent


class CheckerError(Exception):
    """Base of all errors that end a run with a clear message; `status` is the exit status."""

    status = 2


class UsageError(CheckerError):
    """The command line asks for something that cannot be done."""


class RuleError(CheckerError):
    """One or more mistakes in rule files, a line each: `file:line:column: what is wrong`."""

    def __init__(self, mistakes: list[str]) -> None:
        super().__init__("\n".join(mistakes))
        self.mistakes = mistakes


class ArchiveError(CheckerError):
    """The archive file cannot be opened, is locked, or is no archive."""


def bug_told(error: BaseException) -> str:
    """An exception that nobody foresaw, in one line: its type, what it says, and the line of code it comes from."""
    says = " ".join(str(error).split())[:200]
    return f"{type(error).__name__}{': ' + says if says else ''} at {bug_place(error)}"


def bug_place(error: BaseException) -> str:
    """The innermost line of the package that the exception passed through, as `checker/stage/module.py:line`."""
    place = "an unknown place"
    frame = error.__traceback__
    while frame is not None:
        path = Path(frame.tb_frame.f_code.co_filename)
        if path.is_relative_to(_PACKAGE):
            place = f"{path.relative_to(_PACKAGE.parent).as_posix()}:{frame.tb_lineno}"
        frame = frame.tb_next
    return place
