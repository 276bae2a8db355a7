"""The archive between runs: what is put in, and what new articles call up from it."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from pathlib import Path

from checker import facts
from checker.articles import STDIN
from checker.pipeline import Earlier
from checker.records import Analysis, Kept, Problem
from checker.rulebook import Rulebook
from checker.run.commands import Watch, analyses, unwatched
from checker.store import Archive

__all__ = ["add", "call_up", "kept"]

SHARED = 1.0
"""Least sum of the rarities of shared names for an archived article to be called up."""


def kept(analysis: Analysis) -> Kept:
    """The article as the archive keeps it."""
    names, words = facts.keys(analysis.source)
    return Kept(analysis.source, analysis.claims, names, words)


def add(
    archive: Archive, paths: Sequence[str], rules: Rulebook, jobs: int | None = None, watch: Watch = unwatched
) -> tuple[int, int, list[Problem]]:
    """Reads the paths and keeps their articles: how many were read, how many were new or changed, what failed."""
    results, reading = analyses(paths, rules, jobs, watch, (), STDIN)
    done = [result for result in results if isinstance(result, Analysis)]
    problems = [*reading.problems, *(result for result in results if isinstance(result, Problem))]
    return len(done), archive.add(map(kept, done)), sorted(problems)


def call_up(path: Path, results: Iterable[Analysis]) -> Earlier:
    """The archived articles that the new ones may share an event with; newer versions stand for archived ones.

    Raises:
        ArchiveError: the archive cannot be read.
    """
    new = [kept(result) for result in results]
    fresh = {one.source.article for one in new}
    with Archive(path) as archive:
        found = archive.near([one.names for one in new], facts.rareness, facts.HOT, SHARED)
        near = tuple(one for one in found if one.source.article not in fresh)
        names = {word for one in (*near, *new) for word in one.names}
        words = {word for one in (*near, *new) for word in one.words}
        background = facts.Background(
            number=archive.size(),
            names=archive.counts("name", names),
            words=archive.counts("word", words),
            held=frozenset(one.source.article for one in near),
        )
    return Earlier(near, background)
