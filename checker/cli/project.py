"""What holds in the project at hand: settings, rules and baseline; options go before the settings."""

from __future__ import annotations

import datetime
from collections.abc import Sequence
from pathlib import Path

from checker.cli.rulebooks import load
from checker.errors import UsageError
from checker.gate import Gate
from checker.rulebook import Accepted, ProjectSettings, Rulebook, find_config, read_baseline

__all__ = ["Project", "load_project", "today"]


def today() -> datetime.date:
    """The one place where a run looks at the calendar; it matters for entries that expire, and nothing else."""
    return datetime.date.today()


class Project:
    """Settings and rules of a run, and the findings that are accepted."""

    def __init__(
        self, settings: ProjectSettings, rules: Rulebook, accepted: tuple[Accepted, ...], files: Sequence[Path]
    ) -> None:
        self.settings = settings
        self.rules = rules
        self.accepted = accepted
        self.files = files
        """The project's own files, which are no articles though they may lie in a folder to check."""

    def gate(self, min_confidence: float | None = None) -> Gate:
        """What is let through; None is as the settings say."""
        config = self.settings.config
        return Gate(
            min_confidence=config.min_confidence if min_confidence is None else min_confidence,
            severities=config.severities,
            accepted=self.accepted,
            today=today(),
        )


def load_project(folders: Sequence[Path], baseline: Path | None = None, *, is_baseline_read: bool = True) -> Project:
    """The project of the working directory, its rules overlaid by those of the folders.

    `baseline` goes before that of the settings.

    Raises:
        UsageError: a folder of rules or the baseline does not exist.
        RuleError: all mistakes of one kind of file, a line each.
    """
    settings = find_config(Path.cwd())
    rules = load([*settings.rules, *folders])
    settings.refuse_unknown(rules.checks)
    chosen = (baseline or settings.baseline) if is_baseline_read else None
    if chosen and not chosen.is_file():
        raise UsageError(f"{chosen}: no such baseline (checker baseline accept makes one)")
    files = [path for path in (settings.path, settings.baseline, chosen) if path]
    return Project(settings, rules, read_baseline(chosen) if chosen else (), files)
