"""`checker baseline accept|prune`: the file of findings that may stand."""

from __future__ import annotations

import difflib
import os
import re
from argparse import Namespace
from collections.abc import Iterable, Sequence
from pathlib import Path
from posixpath import normpath

from msgspec.structs import replace

from checker.cli.files import put
from checker.cli.project import load_project, today
from checker.errors import UsageError
from checker.gate import settle
from checker.records import Finding, Report
from checker.rulebook import Accepted, baseline_text, read_baseline
from checker.run import check

__all__ = ["accept", "prune"]

_ID = re.compile(r"[0-9a-f]{8,}")


def accept(options: Namespace) -> int:
    """Adds findings, by their ids or all errors and warnings of some paths, and says how many.

    An entry that is there already is made anew when its id is given, and when it has expired.
    """
    if bool(options.ids) == bool(options.every):
        raise UsageError("baseline accept: give either ids of findings or --all with paths")
    if options.inside and not options.ids:
        raise UsageError("baseline accept: --in goes with ids of findings")
    held = {entry.id: entry for entry in read_baseline(options.file)} if options.file.exists() else {}
    if options.every:
        found = [
            f for f in _checked(options.every, options).findings if f.severity != "info" and not _holds(held.get(f.id))
        ]
        wanted = [_entry(finding) for finding in found]
    elif options.inside:
        wanted = _looked_up(options.ids, _checked(options.inside, options).findings)
    else:
        wanted = [Accepted(id=_sound(name)) for name in options.ids]
    new = {
        e.id: replace(e, reason=options.reason, author=options.author, date=today(), expires=options.expires)
        for e in wanted
    }
    put(options.file, baseline_text({**held, **new}.values()))
    print(f"{options.file}: {len(new):,} accepted, {len(held | new):,} in all")
    return 0


def prune(options: Namespace) -> int:
    """Drops the entries that have expired or that no finding of the paths bears out, and says how many.

    One whose files were not all read stays, unless a file is gone.
    """
    held = read_baseline(_existing(options.file))
    report = _checked(options.paths, options)
    found = {finding.id for finding in report.findings}
    read = {normpath(source.uri) for source in report.sources}
    kept = [entry for entry in held if _holds(entry) and (entry.id in found or _is_elsewhere(entry, read))]
    if len(kept) < len(held):
        put(options.file, baseline_text(kept))
    print(f"{options.file}: {len(held) - len(kept):,} dropped, {len(kept):,} stay")
    return 0


def _is_elsewhere(entry: Accepted, read: set[str]) -> bool:
    """Whether the entry speaks of files that are there and were not read."""
    return all(map(os.path.exists, entry.files)) and not read.issuperset(map(normpath, entry.files))


def _checked(paths: Sequence[str], options: Namespace) -> Report:
    """What the paths give, with the project's rules and severities, whatever is accepted or uncertain."""
    project = load_project(options.rules, is_baseline_read=False)
    report = check(paths, project.rules, None, skip=[*project.files, options.file])
    return settle(report, project.gate(0.0), project.rules)[0]


def _looked_up(ids: Iterable[str], findings: Sequence[Finding]) -> list[Accepted]:
    known = {finding.id: finding for finding in findings}
    for name in ids:
        if name not in known:
            close = difflib.get_close_matches(name, known, 1)
            raise UsageError(f"no finding has the id {name!r}" + (f"; did you mean {close[0]!r}?" if close else ""))
    return [_entry(known[name]) for name in ids]


def _entry(finding: Finding) -> Accepted:
    files = tuple(sorted({normpath(side.uri) for side in finding.evidence}))
    return Accepted(id=finding.id, check=finding.check, message=finding.message, files=files)


def _holds(entry: Accepted | None) -> bool:
    return entry is not None and (entry.expires is None or entry.expires > today())


def _sound(name: str) -> str:
    if not _ID.fullmatch(name):
        raise UsageError(f"{name!r} is no id of a finding; reports give them, as 0123456789ab")
    return name


def _existing(path: Path) -> Path:
    if not path.is_file():
        raise UsageError(f"{path}: no such baseline")
    return path
