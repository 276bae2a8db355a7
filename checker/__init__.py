"""Finds figures in news that do not fit together, and shows the working.

    import checker
    report = checker.check(["drafts/"])                     # a Report: findings, facts, claims, coverage
    claims = checker.extract("A man was killed.").claims    # one text, no files

The records that come back are those of `checker.records`.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from checker.version import __version__

if TYPE_CHECKING:  # the stages are imported when first used: `checker --version` needs none of them
    from collections.abc import Sequence
    from pathlib import Path

    from checker.records import Analysis, Report

__all__ = ["__version__", "check", "extract"]


def check(paths: Sequence[str], rules: Sequence[Path] = (), jobs: int | None = None) -> Report:
    """Reads all that the paths name, compares it and reports.

    `rules` are folders laid over the shipped rules, `jobs` the number of processes (None: what the input is worth).

    Raises:
        UsageError: a path does not exist.
        RuleError: a rule file cannot be used.
    """
    from checker.rulebook import Rulebook
    from checker.run import check

    return check(list(paths), Rulebook.load(tuple(rules)), jobs)


def extract(text: str, title: str | None = None, published: str | None = None) -> Analysis:
    """The quantities and claims of one text, and what does not fit inside it; offsets count into `text` and `title`.

    `published`, ISO 8601, resolves "on Tuesday" and "last year".
    """
    from checker.pipeline import analyse
    from checker.records import Article
    from checker.rulebook import default_rulebook

    article = Article(id="text", uri="-", title=title, text=text, published=published, is_record=True)
    return analyse(article, default_rulebook())
