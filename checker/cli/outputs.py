"""`--format FORMAT[:FILE]`: what is written where, and the writing of it, whole or not at all."""

from __future__ import annotations

import os
import re
import sys
from collections.abc import Sequence
from functools import partial
from pathlib import Path
from typing import NamedTuple

from checker.cli.files import put
from checker.errors import UsageError
from checker.records import Report
from checker.report import FORMATS, ILLUSTRATED

__all__ = ["Output", "beside", "parse", "write"]

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


def beside(outputs: Sequence[Output]) -> list[Path]:
    """The pictures that lie beside the reports from an earlier run."""
    return [path for output in outputs for path in _pictures(output)]


def write(outputs: Sequence[Output], report: Report) -> None:
    """Writes every report with its pictures; a file is there whole or not at all.  Pictures of no more use go.

    Raises:
        UsageError: a file cannot be written.
    """
    for output in outputs:
        link = partial(_address, output.path.parent if output.path else Path())
        if output.path is None:
            sys.stdout.write(FORMATS[output.format](report, link))
        elif output.format not in ILLUSTRATED or _is_stream(output.path):
            put(output.path, FORMATS[output.format](report, link))
        else:
            text, pictures = ILLUSTRATED[output.format](report, link, output.path.stem)
            for name, picture in pictures.items():
                put(output.path.with_name(name), picture)
            put(output.path, text)
            for path in _pictures(output):
                if path.name not in pictures:
                    path.unlink(missing_ok=True)


def _is_stream(path: Path) -> bool:
    """A device or a pipe, beside which nothing can lie."""
    return path.exists() and not path.is_file()


def _pictures(output: Output) -> list[Path]:
    if output.path is None or output.format not in ILLUSTRATED:
        return []
    name = re.compile(re.escape(output.path.stem) + r"-fact-[0-9a-f]{10}\.svg")
    return sorted(path for path in output.path.parent.glob("*-fact-*.svg") if name.fullmatch(path.name))


def _address(folder: Path, uri: str) -> str | None:
    """The path of a source as seen from the report's folder; standard input has none."""
    return None if uri == "-" else Path(os.path.relpath(uri, folder)).as_posix()
