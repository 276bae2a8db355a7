"""`checker check`: reads, compares, writes the reports, says in a few lines what came of it."""

from __future__ import annotations

import sys
from argparse import Namespace
from collections.abc import Callable, Sequence
from functools import partial
from pathlib import Path

from checker.cli import outputs, summary
from checker.cli.progress import progress
from checker.cli.project import load_project
from checker.cli.watch import watch
from checker.gate import settle
from checker.pipeline import Earlier
from checker.records import Analysis, Problem, Report, Severity
from checker.report import clean
from checker.rulebook import FailOn
from checker.run import check

__all__ = ["run"]

TOLD = 50
"""Problems that are told on standard error."""
_FAILING: dict[FailOn, tuple[Severity, ...]] = {"error": ("error",), "warning": ("error", "warning"), "never": ()}


def run(options: Namespace) -> int:
    """Checks the paths and returns the exit status; with `--watch` again and again."""
    wanted = outputs.parse(options.format, options.paths)
    once = partial(_once, options, wanted)
    if not options.watch:
        return once()
    more = [*options.rules, *([options.baseline] if options.baseline else [])]
    return watch(once, options.paths, more, partial(_written, wanted), quiet=options.quiet)


def _written(wanted: Sequence[outputs.Output]) -> list[Path]:
    """The files that a run writes: in a folder to check, these are no articles."""
    return [*(output.path for output in wanted if output.path), *outputs.beside(wanted)]


def _once(options: Namespace, wanted: Sequence[outputs.Output]) -> int:
    written = [output.path for output in wanted if output.path]
    project = load_project(options.rules, options.baseline)
    skip = [*_written(wanted), *project.files]
    with progress(shown=not options.quiet) as watch:
        report = check(
            options.paths,
            project.rules,
            options.jobs,
            watch,
            skip,
            options.stdin_filename,
            _earlier(options.archive),
        )
    report, notes = settle(report, project.gate(options.min_confidence), project.rules)
    _tell(report.problems)
    for note in notes if not options.quiet else ():
        print(f"checker: note: {clean(note)}", file=sys.stderr)
    outputs.write(wanted, report)
    if not options.quiet and len(written) == len(wanted):
        summary.show(report, [str(path) for path in written])
    return _status(report, options.fail_on or project.settings.config.fail_on)


def _earlier(archive: Path | None) -> Callable[[list[Analysis]], Earlier] | None:
    """What calls up an archive's articles, if there is one to ask."""
    if archive is None:
        return None
    from checker.run.archive import call_up  # loads SQLite, which few runs need

    return partial(call_up, archive)


def _tell(problems: Sequence[Problem]) -> None:
    for problem in problems[:TOLD]:
        print(f"checker: {clean(problem.uri)}: {clean(problem.message)}", file=sys.stderr)
    if len(problems) > TOLD:
        print(f"checker: and {len(problems) - TOLD:,} more problems; the JSON report has them all", file=sys.stderr)


def _status(report: Report, fail_on: FailOn) -> int:
    if any(finding.severity in _FAILING[fail_on] for finding in report.findings):
        return 1
    return 3 if report.problems else 0
