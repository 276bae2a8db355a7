"""`checker completion`: a script by which a shell completes commands, options and paths."""

from __future__ import annotations

import argparse
import sys
from argparse import Namespace
from collections.abc import Mapping
from typing import Any

from checker.cli.arguments import parser
from checker.errors import UsageError

__all__ = ["run"]


def run(options: Namespace) -> int:
    """Prints the script for the shell.

    Raises:
        UsageError: shtab, which writes such scripts, is not installed.
    """
    try:
        import shtab
    except ImportError:
        raise UsageError("completion needs shtab: pip install 'figure-checker[completion]'") from None
    top = parser()
    _complete_paths(top, {"PATH": shtab.FILE, "FILE": shtab.FILE, "DIR": shtab.DIRECTORY})
    sys.stdout.write(shtab.complete(top, options.shell))
    return 0


def _complete_paths(of: argparse.ArgumentParser, kinds: Mapping[str, Any]) -> None:
    """Says of every argument that is a path that it is one, by what the help calls it."""
    for action in of._actions:
        if isinstance(action, argparse._SubParsersAction):
            for below in action.choices.values():
                _complete_paths(below, kinds)
        elif isinstance(action.metavar, str) and action.metavar in kinds:
            action.complete = kinds[action.metavar]  # type: ignore[attr-defined]
