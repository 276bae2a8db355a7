"""`--format FORMAT[:FILE]`: what is written where, and the writing of it, whole or not at all."""

from __future__ import annotations

import os
import sys
from collections.abc import Sequence
from functools import partial
from pathlib import Path
from typing import NamedTuple

from checker.cli.files import put
from checker.errors import UsageError
from checker.records import Report
from checker.report import FORMATS

__all__ = ["Output", "parse", "write"]

DEFAULT = "markdown:reports/report.md"


class Output(NamedTuple):
    """One report to write; a `path` of None is standard output."""

    format: str
    path: Path | None


def parse(wanted: Sequence[str], inputs: Sequence[str]) -> list[Output]:
    """The reports that the command line asks for.

    Raises:
        UsageError: an unknown format, two reports for one place, or a report in the place of an input.
    """
    read = {Path(path).resolve() for path in inputs}
    outputs = [_one(text) for text in wanted or (DEFAULT,)]
    places = [output.path and output.path.resolve() for output in outputs]
    for place in places:
        if places.count(place) > 1:
            raise UsageError(f"--format: two reports for {place or 'standard output'}; give each a file: FORMAT:FILE")
    for output in outputs:
        if output.path and output.path.resolve() in read:
            raise UsageError(f"--format {output.format}:{output.path}: would overwrite what is to be checked")
    return outputs


def _one(text: str) -> Output:
    name, colon, path = text.partition(":")
    if name not in FORMATS:
        raise UsageError(f"--format {text}: unknown format {name!r}; one of {', '.join(sorted(FORMATS))}")
    if colon and not path:
        raise UsageError(f"--format {text}: no file is named after the colon")
    return Output(name, Path(path) if colon else None)


def write(outputs: Sequence[Output], report: Report) -> None:
    """Writes every report; a file is there whole or not at all.

    Raises:
        UsageError: a file cannot be written.
    """
    for output in outputs:
        text = FORMATS[output.format](report, partial(_address, output.path.parent if output.path else Path()))
        if output.path is None:
            sys.stdout.write(text)
        else:
            put(output.path, text)


def _address(folder: Path, uri: str) -> str | None:
    """The path of a source as seen from the report's folder; standard input has none."""
    return None if uri == "-" else Path(os.path.relpath(uri, folder)).as_posix()
