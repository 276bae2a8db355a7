"""One draft, judged as `checker check --archive` would judge the file that it will be."""

from __future__ import annotations

from pathlib import Path
from posixpath import normpath

from msgspec import Struct
from msgspec.structs import replace

from checker.articles import read
from checker.gate import Gate, settle
from checker.pipeline import Earlier, analyse, report
from checker.records import Analysis, Article, Document, Problem, Report
from checker.rulebook import Rulebook

__all__ = ["Judged", "judge"]


class Judged(Struct, frozen=True):
    """What came of a draft."""

    articles: dict[str, Article]
    """Those of the draft, by id."""
    report: Report


def judge(document: Document, rules: Rulebook, gate: Gate, archive: Path | None) -> Judged:
    """Reads, analyses and judges the draft, against an archive if there is one.

    Raises:
        ArchiveError: the archive cannot be read.
    """
    found = list(read(document, rules.layouts)) if document.data.strip() else []
    articles = [item for item in found if isinstance(item, Article)]
    problems = [item for item in found if isinstance(item, Problem)]
    analyses = [analyse(article, rules) for article in articles]
    earlier = _earlier(archive, document.uri, analyses) if archive else None
    judged, _ = settle(report(analyses, problems, 1, rules, earlier), gate, rules)
    return Judged({article.id: article for article in articles}, judged)


def _earlier(archive: Path, uri: str, analyses: list[Analysis]) -> Earlier:
    """What the archive holds of the same events, but for what was read from the draft's own file.

    The archive is opened each time: that takes less than a millisecond, and what others add to it is seen.
    """
    from checker.run.archive import call_up  # loads SQLite

    called = call_up(archive, analyses)
    others = tuple(kept for kept in called.kept if normpath(kept.source.uri) != normpath(uri))
    return replace(called, kept=others)
