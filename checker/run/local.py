"""Articles through `analyse`, in this process or in several."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterable, Iterator
from concurrent.futures import Future, ProcessPoolExecutor
from functools import partial
from itertools import chain, islice
from multiprocessing import get_context

from checker.pipeline import analyse
from checker.records import Analysis, Article
from checker.rulebook import Rulebook

__all__ = ["run_analyses"]

CHUNK = 32
"""Articles a task: large enough to drown the cost of a message, small enough to keep all workers busy."""
SMALL = 150_000
"""Characters below which a pool costs more than it saves."""


def run_analyses(articles: Iterable[Article], rules: Rulebook, jobs: int | None = None) -> Iterator[Analysis]:
    """The analysis of every article, in the order of the articles whatever the number of workers.

    `jobs` is the number of processes; None takes one per core where the input is large enough.
    """
    work = partial(_analyse_all, rules=rules)
    chunks = _chunks(articles)
    first = list(_until_large(chunks))
    left = next(chunks, None)
    workers = (os.cpu_count() or 1) if jobs is None else jobs
    if workers <= 1 or (jobs is None and left is None):
        everything = chain(first, [] if left is None else [left], chunks)
        return chain.from_iterable(map(work, everything))
    return chain.from_iterable(_pooled(work, chain(first, [] if left is None else [left], chunks), workers))


def _analyse_all(articles: list[Article], rules: Rulebook) -> list[Analysis]:
    return [analyse(article, rules) for article in articles]


def _chunks(articles: Iterable[Article]) -> Iterator[list[Article]]:
    waiting = iter(articles)
    while chunk := list(islice(waiting, CHUNK)):
        yield chunk


def _until_large(chunks: Iterator[list[Article]]) -> Iterator[list[Article]]:
    """Chunks until they hold too much text for one process to be the better choice."""
    size = 0
    while size < SMALL and (chunk := next(chunks, None)) is not None:
        size += sum(len(article.text) for article in chunk)
        yield chunk


def _pooled(
    work: Callable[[list[Article]], list[Analysis]], chunks: Iterable[list[Article]], workers: int
) -> Iterator[list[Analysis]]:
    waiting = iter(chunks)
    with ProcessPoolExecutor(workers, mp_context=get_context("spawn")) as pool:
        pending: list[Future[list[Analysis]]] = [pool.submit(work, chunk) for chunk in islice(waiting, 2 * workers)]
        while pending:
            done = pending.pop(0)
            yield done.result()
            pending += [pool.submit(work, chunk) for chunk in islice(waiting, 1)]
