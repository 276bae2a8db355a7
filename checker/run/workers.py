"""Articles through a function, in this process or in several; the same results in the same order either way."""

from __future__ import annotations

import os
import signal
from collections import deque
from collections.abc import Callable, Iterable, Iterator
from functools import partial
from itertools import chain, islice
from typing import TYPE_CHECKING, TypeVar

from checker.records import Article
from checker.rulebook import Rulebook

if TYPE_CHECKING:
    from concurrent.futures import Future

__all__ = ["Work", "each"]

T = TypeVar("T")
Work = Callable[[Article, Rulebook], T]

CHUNK = 64_000
"""Characters of text in one task: enough to drown the cost of a message, little enough to keep all workers busy."""
SMALL = 400_000
"""Characters of text below which a pool, whose workers take about a second to start, costs more than it saves."""

_rules: Rulebook
"""In a worker process: the rules, sent once when it starts."""


def each(work: Work[T], articles: Iterable[Article], rules: Rulebook, jobs: int | None = None) -> Iterator[T]:
    """`work` done on every article, in the order of the articles.

    `jobs` is the number of processes; None takes one a core where there is enough text.  `work` and its results
    must be picklable.
    """
    chunks = _chunks(articles)
    if jobs is None:
        first = list(_until_large(chunks))
        chunks, more = chain(first, chunks), sum(map(_size, first)) >= SMALL
        jobs = (os.cpu_count() or 1) if more else 1
    if jobs == 1:
        return (work(article, rules) for chunk in chunks for article in chunk)
    return _pooled(work, chunks, rules, jobs)


def _size(chunk: list[Article]) -> int:
    return sum(len(article.text) for article in chunk)


def _chunks(articles: Iterable[Article]) -> Iterator[list[Article]]:
    chunk: list[Article] = []
    size = 0
    for article in articles:
        chunk.append(article)
        size += len(article.text)
        if size >= CHUNK:
            yield chunk
            chunk, size = [], 0
    if chunk:
        yield chunk


def _until_large(chunks: Iterator[list[Article]]) -> Iterator[list[Article]]:
    size = 0
    while size < SMALL and (chunk := next(chunks, None)) is not None:
        size += _size(chunk)
        yield chunk


def _pooled(work: Work[T], chunks: Iterator[list[Article]], rules: Rulebook, jobs: int) -> Iterator[T]:
    from concurrent.futures import ProcessPoolExecutor
    from multiprocessing import get_context

    task = partial(_chunk_done, work)
    pool = ProcessPoolExecutor(jobs, mp_context=get_context("spawn"), initializer=_begin, initargs=(rules,))
    try:
        pending: deque[Future[list[T]]] = deque(pool.submit(task, chunk) for chunk in islice(chunks, 2 * jobs))
        while pending:
            yield from pending.popleft().result()
            pending.extend(pool.submit(task, chunk) for chunk in islice(chunks, 1))
    finally:
        pool.shutdown(cancel_futures=True)


def _begin(rules: Rulebook) -> None:
    global _rules
    _rules = rules
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # Ctrl-C is the parent's to handle


def _chunk_done(work: Work[T], chunk: list[Article]) -> list[T]:
    return [work(article, _rules) for article in chunk]
