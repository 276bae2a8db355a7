"""What came of a run, in a few lines for the terminal; coloured there, plain where it is piped."""

from __future__ import annotations

import sys
from collections.abc import Iterator, Sequence

from checker.records import Report, Severity
from checker.report import clean, headline, reading, shorten

__all__ = ["show"]

WORST = 5
"""Findings that are named."""
WIDTH = 160
"""Characters of a finding's message."""
_STYLES: dict[Severity, str] = {"error": "bold red", "warning": "yellow", "info": "cyan"}

Line = list[tuple[str, str]]
"""Pieces of text, each with its style."""


def show(report: Report, written: Sequence[str]) -> None:
    """Prints verdict, worst findings, what was read and where the reports are."""
    lines = list(_lines(report, written))
    if not sys.stdout.isatty():
        for line in lines:
            print("".join(text for text, _ in line))
        return
    from rich.console import Console
    from rich.text import Text

    console = Console(highlight=False)
    for line in lines:
        console.print(Text.assemble(*line), soft_wrap=True)


def _lines(report: Report, written: Sequence[str]) -> Iterator[Line]:
    yield [(headline(report), "bold")]
    urgent = [finding for finding in report.findings if finding.severity != "info"]
    for finding in urgent[:WORST]:
        first = finding.evidence[0]
        uri = clean("standard input" if first.uri == "-" else first.uri)
        place = f"{uri}:{first.line}: "
        yield [(place, ""), (finding.severity, _STYLES[finding.severity]), (f": {_short(finding.message)}", "")]
    if len(urgent) > WORST:
        yield [(f"and {len(urgent) - WORST:,} more", "dim")]
    yield [(reading(report), "")]
    yield [("Report: " if len(written) == 1 else "Reports: ", ""), (", ".join(map(clean, written)), "bold")]


def _short(message: str) -> str:
    return shorten(clean(message), WIDTH)
