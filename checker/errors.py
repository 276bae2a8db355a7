"""The errors that a user can cause.

    CheckerError                exit status 2
    ├── UsageError              wrong arguments, a path that does not exist
    ├── RuleError               a rule, layout or settings file that cannot be used
    └── ArchiveError            an archive that cannot be opened or is not one

Bad articles are no errors: they become `Problem` records in the report, and exit status 3 where nothing worse is found.
A bug is none of these and is never swallowed.
"""

from __future__ import annotations

__all__ = ["ArchiveError", "CheckerError", "RuleError", "UsageError"]


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
