"""Arguments in, exit status out; no logic.  One module a command."""

from __future__ import annotations

import io
import os
import sys
from collections.abc import Sequence

from checker.cli.arguments import parser
from checker.errors import CheckerError, bug_told

__all__ = ["main"]

INTERRUPTED = 130
"""What shells give for a program stopped by Ctrl-C."""
BUG = 70
"""EX_SOFTWARE of sysexits.h: the program itself is at fault."""


def main(arguments: Sequence[str] | None = None) -> int:
    """Runs one command and returns its exit status.

    0: nothing at or above `--fail-on`; 1: findings at or above it; 2: wrong usage, configuration or rules; 3: no such
    finding, but some input could not be read.  130 after Ctrl-C, 70 after a bug outside the work on one article.
    """
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(encoding="utf-8", errors="backslashreplace", newline="\n")
    try:
        options = parser().parse_args(arguments)
        status: int = options.command(options)
        sys.stdout.flush()
    except CheckerError as error:
        _say(str(error))
        return error.status
    except BrokenPipeError:
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return 0
    except KeyboardInterrupt:
        return INTERRUPTED
    except Exception as error:
        if sys.flags.dev_mode:
            raise
        _say(f"a bug in checker: {bug_told(error)} (python -X dev -m checker shows the traceback)")
        return BUG
    return status


def _say(lines: str) -> None:
    for line in lines.splitlines():
        print(f"checker: {line}", file=sys.stderr)
