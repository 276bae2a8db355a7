"""`checker lsp`: a language server, by which an editor shows findings while a draft is written."""

from __future__ import annotations

from argparse import Namespace
from importlib.util import find_spec

from checker.cli.project import load_project
from checker.errors import UsageError

__all__ = ["run"]


def run(options: Namespace) -> int:
    """Serves one editor until it is done.

    Raises:
        UsageError: pygls, which speaks the protocol, is not installed.
        ArchiveError: the archive cannot be opened.
    """
    if find_spec("pygls") is None:
        raise UsageError("lsp needs pygls: pip install 'figure-checker[lsp]'")
    from checker.lsp import serve

    project = load_project(options.rules)
    if options.archive:
        from checker.store import Archive

        with Archive(options.archive):
            pass  # it can be opened: better said now than at every change
    serve(project.rules, project.gate, options.archive)
    return 0
