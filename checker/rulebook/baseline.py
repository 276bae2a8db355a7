"""The baseline: findings that a newsroom has looked at and lets stand, in a YAML file that people review.

Each entry is known by the id of its finding, which is the same when lines move and articles come or go.
"""

from __future__ import annotations

import datetime
from collections.abc import Iterable
from pathlib import Path
from typing import Any

import msgspec
import yaml
from msgspec import Struct

from checker.errors import RuleError
from checker.rulebook.source import read
from checker.rulebook.validation import validate

__all__ = ["Accepted", "baseline_text", "read_baseline"]

_HEAD = """\
# Findings that are accepted.  `checker baseline accept` and `checker baseline prune` write this file;
# reason, author and expires (the first day on which an entry counts no more) may be edited by hand.
"""


class _Dumper(yaml.SafeDumper):
    """Writes a value in full wherever it stands: entries are reviewed and edited one by one."""

    def ignore_aliases(self, data: Any) -> bool:
        return True


class Accepted(Struct, frozen=True, forbid_unknown_fields=True, kw_only=True, omit_defaults=True):
    """One finding that is accepted."""

    id: str
    check: str | None = None
    message: str | None = None
    files: tuple[str, ...] = ()
    """Where its evidence stands; empty where it was accepted by its id alone."""
    reason: str | None = None
    author: str | None = None
    date: datetime.date | None = None
    """When it was accepted."""
    expires: datetime.date | None = None
    """The first day on which it is reported again."""


def read_baseline(path: Path) -> tuple[Accepted, ...]:
    """The entries of a file, in its order; an empty file has none.

    Raises:
        RuleError: the file cannot be read or has mistakes, a line each.
    """
    document, mistakes = read(path)
    if document is None or mistakes:
        raise RuleError(mistakes)
    if document.data is None:
        return ()
    entries, mistakes = validate(document, tuple[Accepted, ...])
    seen: set[str] = set()
    for number, entry in enumerate(entries or ()):
        if entry.id in seen:
            mistakes.append(f"{document.where((number, 'id'))}: id {entry.id!r} is there twice")
        seen.add(entry.id)
    if entries is None or mistakes:
        raise RuleError(mistakes)
    return entries


def baseline_text(entries: Iterable[Accepted]) -> str:
    """The content of the file: the entries in the order of their files, checks and ids."""
    ordered = sorted(entries, key=lambda entry: (entry.files, entry.check or "", entry.id))
    rows = msgspec.to_builtins(ordered, builtin_types=(datetime.date,))
    if not rows:
        return _HEAD + "[]\n"
    return _HEAD + str(yaml.dump(rows, Dumper=_Dumper, sort_keys=False, allow_unicode=True, width=100))
