"""`checker archive`: a file of all that was read, so that new articles can be checked against it."""

from __future__ import annotations

import sys
from argparse import Namespace

from checker.cli.rulebooks import load
from checker.report import clean
from checker.run.archive import add as add_paths
from checker.store import Archive

__all__ = ["add", "remove", "stats"]


def add(options: Namespace) -> int:
    """Adds the articles of the paths; the archive is made where there is none."""
    rules = load(options.rules)
    with Archive(options.file, create=True) as archive:
        read, changed, problems = add_paths(archive, options.paths, rules, options.jobs)
    for problem in problems:
        print(f"checker: {clean(problem.uri)}: {clean(problem.message)}", file=sys.stderr)
    print(f"{changed:,} of {read:,} articles were new or had changed")
    return 3 if problems else 0


def remove(options: Namespace) -> int:
    """Removes articles by their ids."""
    with Archive(options.file) as archive:
        removed = archive.remove(options.ids)
    print(f"{removed:,} of {len(options.ids):,} articles removed")
    return 0


def stats(options: Namespace) -> int:
    """Tells how much the archive holds."""
    with Archive(options.file) as archive:
        held = archive.stats()
    print(f"articles  {held.articles:,}\nclaims    {held.claims:,}\nnames     {held.names:,}\nbytes     {held.bytes:,}")
    return 0
