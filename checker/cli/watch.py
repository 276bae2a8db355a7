"""`checker check --watch`: a run, and another whenever a file has changed."""

from __future__ import annotations

import sys
import time
from collections.abc import Callable, Collection, Iterable, Sequence
from pathlib import Path

from checker.articles import STDIN
from checker.errors import CheckerError, UsageError

__all__ = ["watch"]

PAUSE = 0.5
"""Seconds between two looks at the files."""

State = dict[Path, tuple[int, int]]
"""Of each file the time of its last change, in nanoseconds, and its size."""


def watch(
    run: Callable[[], int],
    paths: Sequence[str],
    more: Sequence[Path],
    own: Callable[[], Collection[Path]],
    *,
    quiet: bool = False,
) -> int:
    """Runs, and runs again when a file of the paths or of `more` changes, until Ctrl-C; the last exit status.

    `own` tells the files that runs have written.  A path that is gone is waited for: some editors save so.

    Raises:
        CheckerError: the first run cannot be done; of a later one the error is told, and the watch goes on.
    """
    if STDIN in paths:
        raise UsageError("--watch: standard input cannot be watched; name a file")
    tops = [*map(Path, paths), *more]
    seen = _state(tops, own())
    status = run()
    try:
        while True:
            sys.stdout.flush()
            if not quiet:
                print("checker: waiting for a change; Ctrl-C ends", file=sys.stderr, flush=True)
            seen = _changed(tops, own, seen)
            status = _told(run)
    except KeyboardInterrupt:
        return status


def _changed(tops: Sequence[Path], own: Callable[[], Collection[Path]], seen: State) -> State:
    """Waits until the files are others than those seen."""
    while (state := _state(tops, own())) == seen or not all(top.exists() for top in tops):
        time.sleep(PAUSE)
    return state


def _told(run: Callable[[], int]) -> int:
    try:
        return run()
    except CheckerError as error:
        for line in str(error).splitlines():
            print(f"checker: {line}", file=sys.stderr)
        return error.status


def _state(tops: Iterable[Path], own: Collection[Path]) -> State:
    found: State = {}
    skip = {path.resolve() for path in own}
    names = {path.name for path in skip}
    for path in (path for top in tops for path in ([top] if top.is_file() else _below(top))):
        try:
            status = path.stat()
        except OSError:  # gone since it was listed
            continue
        if path.name not in names or path.resolve() not in skip:
            found[path] = (status.st_mtime_ns, status.st_size)
    return found


def _below(folder: Path) -> Iterable[Path]:
    """What a run would read of a folder: nothing hidden."""
    paths = (path for path in folder.rglob("*") if not path.is_dir())
    return (path for path in paths if not any(part.startswith(".") for part in path.relative_to(folder).parts))
