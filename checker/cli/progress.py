"""A progress bar on the terminal, for runs long enough to make one wonder."""

from __future__ import annotations

import sys
import time
from collections.abc import Iterable, Iterator
from contextlib import ExitStack, contextmanager
from typing import TYPE_CHECKING

from checker.run import Result, Watch, unwatched

if TYPE_CHECKING:
    from rich.progress import Progress

__all__ = ["progress"]

PATIENCE = 1.0
"""Seconds before the bar appears."""


@contextmanager
def progress(*, shown: bool) -> Iterator[Watch]:
    """A function that passes results on and shows how many there were so far.

    The bar stays, pulsing, until the context ends.  Nothing is shown where standard error is no terminal.
    """
    if not (shown and sys.stderr.isatty()):
        yield unwatched
        return
    with ExitStack() as stack:
        yield lambda results: _watched(results, stack)


def _watched(results: Iterable[Result], stack: ExitStack) -> Iterator[Result]:
    began = time.monotonic()
    bar: Progress | None = None
    for number, result in enumerate(results, start=1):
        yield result
        if bar is None and time.monotonic() - began > PATIENCE:
            bar = stack.enter_context(_bar())
        if bar is not None:
            bar.update(bar.task_ids[0], description=f"{number:,} articles read")
    if bar is not None:
        bar.update(bar.task_ids[0], description=f"{number:,} articles read, comparing")


def _bar() -> Progress:
    from rich.console import Console
    from rich.progress import BarColumn, Progress, TextColumn, TimeElapsedColumn

    columns = (TextColumn("{task.description}"), BarColumn(), TimeElapsedColumn())
    bar = Progress(*columns, console=Console(stderr=True), transient=True)
    bar.add_task("", total=None)
    return bar
