"""What each stage of one article costs, and a check without linking as a multiple of its quantity stage.

Processor time in one process, of the best of several runs: the figures of a text, the claims made of them, the checks
inside one article; together they are `checker check` before any two articles are compared.  What linking needs of an
article (`facts.source`) is told beside them.  The text is that of `bench_quantities`.
"""

from __future__ import annotations

import time
from collections.abc import Callable, Iterator
from typing import TypeVar

from benchmarks.bench_quantities import size, texts
from checker import checks, claims, facts, quantities
from checker.language.sentences import sentences
from checker.records import Article, Claim, Page, Quantity
from checker.rulebook import Rulebook, default_rulebook

RUNS = 3
MOST = 500
"""Articles read, from the front."""
T = TypeVar("T")


class Clock:
    """Adds up processor time by stage."""

    def __init__(self) -> None:
        self.seconds: dict[str, float] = {}

    def time(self, stage: str, work: Callable[[], T]) -> T:
        """What the work returns; its time is added to that of the stage."""
        began = time.process_time()
        done = work()
        self.seconds[stage] = self.seconds.get(stage, 0.0) + time.process_time() - began
        return done


def read(text: str, rules: Rulebook, clock: Clock) -> None:
    """One article through the stages."""
    article = Article(id="a", uri="a.txt", title=None, text=text, published="2024-06-12")
    found = clock.time("quantities", lambda: quantities.find(text, "text"))
    placed = clock.time("claims", lambda: claims.place(article, found, rules.facts))
    clock.time("checks", lambda: list(checks.remarks(_page(article, found, placed), rules.checks)))
    clock.time("source", lambda: facts.source(article, placed))


def _page(article: Article, found: tuple[Quantity, ...], placed: tuple[Claim, ...]) -> Page:
    return Page(article, found, placed, (), tuple(sentences(article.text)))


def lines() -> Iterator[str]:
    """The report, line by line."""
    name, articles = texts()
    articles = articles[:MOST]
    rules = default_rulebook()
    best: dict[str, float] = {}
    for _ in range(RUNS):
        clock = Clock()
        for text in articles:
            read(text, rules, clock)
        best = {stage: min(spent, best.get(stage, spent)) for stage, spent in clock.seconds.items()}
    yield f"stages of one article in {name}, {size(articles) / 1e6:.1f} MB"
    for stage, spent in best.items():
        yield f"  {stage:10} {spent:7.3f} s {size(articles) / spent / 1e6:6.2f} MB/s {spent / best['quantities']:6.2f}"
    whole = best["quantities"] + best["claims"] + best["checks"]
    yield f"  a check without linking costs {whole / best['quantities']:.2f} times its quantity stage"


if __name__ == "__main__":
    for line in lines():
        print(line, flush=True)
