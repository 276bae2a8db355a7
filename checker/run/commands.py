"""From paths to a report, and from paths to extracted lines."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Iterator, Sequence
from pathlib import Path

from checker.articles import STDIN
from checker.pipeline import Earlier, analyse, report
from checker.records import Analysis, Article, Problem, Report
from checker.report import extraction
from checker.rulebook import Rulebook
from checker.run.mishaps import guarded
from checker.run.reading import Reading
from checker.run.workers import each

__all__ = ["Result", "Watch", "analyses", "check", "extract", "unwatched"]

Result = Analysis | Problem
"""What comes of one article."""
Watch = Callable[[Iterable[Result]], Iterable[Result]]
"""Passes results on and may look at them."""


def unwatched(results: Iterable[Result]) -> Iterable[Result]:
    """The results as they are."""
    return results


def check(
    paths: Sequence[str],
    rules: Rulebook,
    jobs: int | None = None,
    watch: Watch = unwatched,
    skip: Collection[Path] = (),
    stdin_name: str = STDIN,
    earlier: Callable[[list[Analysis]], Earlier] | None = None,
) -> Report:
    """Reads, analyses and judges everything that the paths name, but for the files to skip.

    `earlier` calls up what an archive holds of the same events.

    Standard input, the path `-`, goes by the name given.

    Raises:
        UsageError: a path does not exist.
        RuleError: a word list of the rules cannot be used.
    """
    come, reading = analyses(paths, rules, jobs, watch, skip, stdin_name)
    results = list(come)
    done = [result for result in results if isinstance(result, Analysis)]
    problems = [result for result in results if isinstance(result, Problem)]
    return report(done, [*reading.problems, *problems], reading.documents, rules, earlier(done) if earlier else None)


def analyses(
    paths: Sequence[str], rules: Rulebook, jobs: int | None, watch: Watch, skip: Collection[Path], stdin_name: str
) -> tuple[Iterable[Result], Reading]:
    """What comes of every article, as it comes; the reading, at its end, tells of documents and what failed."""
    reading = Reading(paths, rules, skip, stdin_name)
    return watch(each(_analysed, reading.articles(), rules, jobs)), reading


def extract(
    paths: Sequence[str], rules: Rulebook, jobs: int | None = None, stdin_name: str = STDIN
) -> Iterator[str | Problem]:
    """A line of JSON for every article, in their order; then what could not be read.

    Raises:
        UsageError: a path does not exist.
        RuleError: a word list of the rules cannot be used.
    """
    reading = Reading(paths, rules, stdin_name=stdin_name)
    problems: list[Problem] = []
    for line, problem in each(_extracted, reading.articles(), rules, jobs):
        yield line
        if problem:
            problems.append(problem)
    yield from sorted([*reading.problems, *problems])


def _analysed(article: Article, rules: Rulebook) -> Result:
    return guarded(lambda: analyse(article, rules), article.uri, article.line)


def _extracted(article: Article, rules: Rulebook) -> tuple[str, Problem | None]:
    result = _analysed(article, rules)
    if isinstance(result, Problem):
        return extraction(article, (), ()), result
    return extraction(article, result.quantities, result.claims), None
