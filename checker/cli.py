"""Arguments in, exit status out; no logic."""

from __future__ import annotations

import argparse
import sys
from collections.abc import Sequence
from pathlib import Path

from checker import __version__

__all__ = ["main"]


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(
        prog="checker", description="Finds figures in news that do not fit together, and shows the working."
    )
    parser.add_argument("--version", action="version", version=f"checker {__version__}")
    commands = parser.add_subparsers(dest="command", required=True, metavar="COMMAND")
    check = commands.add_parser("check", help="check articles and write a report")
    check.add_argument("paths", nargs="+", metavar="PATH")
    check.add_argument("--rules", action="append", default=[], type=Path, metavar="DIR")
    check.add_argument("--format", action="append", default=[], metavar="FORMAT[:FILE]")
    check.add_argument("--fail-on", choices=("error", "warning", "never"), default="error")
    check.add_argument("--jobs", type=int, default=None, metavar="N")
    check.add_argument("--quiet", action="store_true")
    extract = commands.add_parser("extract", help="list the quantities and claims of articles")
    extract.add_argument("paths", nargs="+", metavar="PATH")
    extract.add_argument("--format", choices=("jsonl",), default="jsonl")
    return parser


def main(arguments: Sequence[str] | None = None) -> int:
    """Runs one command and returns its exit status: 0 to 3, as README says."""
    options = _parser().parse_args(arguments)
    from checker import articles, pipeline
    from checker.records import Article, Problem
    from checker.report import FORMATS, extraction
    from checker.rulebook import Rulebook
    from checker.run import run_analyses

    rules = Rulebook.load(tuple(getattr(options, "rules", ())))
    problems: list[Problem] = []
    found: list[Article] = []
    documents = 0
    for document in articles.documents(options.paths):
        if isinstance(document, Problem):
            problems.append(document)
            continue
        documents += 1
        for item in articles.read(document, rules.layouts):
            if isinstance(item, Problem):
                problems.append(item)
            else:
                found.append(item)
    if options.command == "extract":
        for article, analysis in zip(found, run_analyses(found, rules, 1), strict=True):
            sys.stdout.write(extraction(article, analysis))
        return 3 if problems else 0
    report = pipeline.report(run_analyses(found, rules, options.jobs), problems, documents, rules)
    sys.stdout.write(FORMATS["json"](report))
    return 1 if any(f.severity == "error" for f in report.findings) else 3 if problems else 0
