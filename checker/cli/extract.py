"""`checker extract`: the quantities and claims of every article, a line of JSON each."""

from __future__ import annotations

import sys
from argparse import Namespace

from checker.cli.project import load_project
from checker.records import Problem
from checker.report import clean
from checker.run import extract

__all__ = ["run"]


def run(options: Namespace) -> int:
    """Writes the lines as they come and returns the exit status."""
    status = 0
    rules = load_project(options.rules, is_baseline_read=False).rules
    for item in extract(options.paths, rules, stdin_name=options.stdin_filename):
        if isinstance(item, Problem):
            print(f"checker: {clean(item.uri)}: {clean(item.message)}", file=sys.stderr)
            status = 3
        else:
            sys.stdout.write(item)
    return status
