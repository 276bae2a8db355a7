"""The archive between runs: what is put in, and what new articles call up from it."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from pathlib import Path

from checker import facts
from checker.articles import STDIN
from checker.pipeline import Earlier
from checker.records import Analysis, Problem
from checker.rulebook import Rulebook
from checker.run.commands import Watch, analyses, unwatched
from checker.store import Archive

__all__ = ["add", "call_up"]


def add(
    archive: Archive, paths: Sequence[str], rules: Rulebook, jobs: int | None = None, watch: Watch = unwatched
) -> tuple[int, int, list[Problem]]:
    """Reads the paths and keeps their articles: how many were read, how many were new or changed, what failed.

    Each article is kept as soon as it is read, so that a run that is cut short has not read in vain.
    """
    results, reading = analyses(paths, rules, jobs, watch, (), STDIN)
    read = changed = 0
    problems: list[Problem] = []
    for result in results:
        if isinstance(result, Analysis):
            read += 1
            changed += archive.add([facts.keep(result.source, result.claims)])
        else:
            problems.append(result)
    return read, changed, sorted([*reading.problems, *problems])


def call_up(path: Path, results: Iterable[Analysis]) -> Earlier:
    """The archived articles that the new ones may share an event with; newer versions stand for archived ones.

    Raises:
        ArchiveError: the archive cannot be read.
    """
    new = [facts.keep(result.source, result.claims) for result in results]
    fresh = {one.source.article for one in new}
    with Archive(path) as archive, archive.snapshot():
        found = archive.near(new, facts.rareness, facts.is_near, facts.HOT)
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
