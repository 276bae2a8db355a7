"""The command line's grammar.  Commands are imported when they run, so that `--version` and `--help` are quick."""

from __future__ import annotations

import argparse
from collections.abc import Callable
from datetime import date
from importlib import import_module
from pathlib import Path
from typing import NoReturn

from checker.errors import UsageError
from checker.version import __version__

__all__ = ["parser"]

Command = Callable[[argparse.Namespace], int]


class _Parser(argparse.ArgumentParser):
    """Says what is wrong in one line, as every other error is said."""

    def error(self, message: str) -> NoReturn:
        raise UsageError(f"{message} (see {self.prog} --help)")


def parser() -> argparse.ArgumentParser:
    """The parser of all commands; `command` of its result runs the one asked for."""
    top = _Parser(prog="checker", description="Finds figures in news that do not fit together, and shows the working.")
    top.add_argument("--version", action="version", version=f"checker {__version__}")
    commands = top.add_subparsers(required=True, metavar="COMMAND")
    _add_check(commands.add_parser("check", help="check articles and write a report"))
    _add_extract(commands.add_parser("extract", help="list the quantities and claims of articles"))
    _add_archive(commands.add_parser("archive", help="keep what was read, to check new articles against it"))
    _add_rules(commands.add_parser("rules", help="list, show and test the rules, and begin a new one"))
    _add_baseline(commands.add_parser("baseline", help="accept findings, and drop entries that are found no longer"))
    _add_lsp(commands.add_parser("lsp", help="serve an editor by the Language Server Protocol, on stdin and stdout"))
    _add_schema(commands.add_parser("schema", help="print the JSON Schema of the JSON output"))
    _add_completion(commands.add_parser("completion", help="print a script that completes commands in a shell"))
    return top


def _add_check(check: argparse.ArgumentParser) -> None:
    check.set_defaults(command=_later("check"))
    _add_paths(check)
    _add_stdin_name(check)
    _add_rule_folders(check)
    check.add_argument(
        "--format",
        action="append",
        default=[],
        metavar="FORMAT[:FILE]",
        help="markdown, html, json, jsonl, sarif, junit, github, rdjson, csv or text, to standard output or to a file; "
        "may be repeated (default: markdown:reports/report.md)",
    )
    check.add_argument(
        "--fail-on",
        choices=("error", "warning", "never"),
        help="exit with 1 when there is a finding of this severity or above (default: error)",
    )
    check.add_argument(
        "--min-confidence", type=_share, metavar="X", help="leave out findings less certain than X, from 0 to 1"
    )
    check.add_argument("--archive", type=Path, metavar="FILE", help="compare with all that this archive holds as well")
    check.add_argument("--baseline", type=Path, metavar="FILE", help="leave out the findings accepted in this file")
    check.add_argument(
        "--jobs", type=_at_least_one, metavar="N", help="processes to work in (default: what the input is worth)"
    )
    check.add_argument("--quiet", action="store_true", help="no summary, no progress bar")
    check.add_argument("--watch", action="store_true", help="check again whenever a file changes, until Ctrl-C")


def _add_extract(extract: argparse.ArgumentParser) -> None:
    extract.set_defaults(command=_later("extract"))
    _add_paths(extract)
    _add_stdin_name(extract)
    _add_rule_folders(extract)
    extract.add_argument("--format", choices=("jsonl",), default="jsonl", help="one JSON object an article (default)")


def _add_archive(archive: argparse.ArgumentParser) -> None:
    commands = archive.add_subparsers(required=True, metavar="COMMAND")
    add = commands.add_parser("add", help="add articles; one of the same id is replaced")
    add.set_defaults(command=_later("archive", "add"))
    add.add_argument("file", type=Path, metavar="FILE", help="the archive; made where there is none")
    _add_paths(add)
    _add_rule_folders(add)
    add.add_argument("--jobs", type=_at_least_one, metavar="N", help="processes to work in")
    remove = commands.add_parser("remove", help="remove articles")
    remove.set_defaults(command=_later("archive", "remove"))
    remove.add_argument("file", type=Path, metavar="FILE", help="the archive")
    remove.add_argument("ids", nargs="+", metavar="ID", help="id of an article, as reports give it")
    stats = commands.add_parser("stats", help="how much the archive holds")
    stats.set_defaults(command=_later("archive", "stats"))
    stats.add_argument("file", type=Path, metavar="FILE", help="the archive")


def _add_rules(rules: argparse.ArgumentParser) -> None:
    commands = rules.add_subparsers(required=True, metavar="COMMAND")
    listed = commands.add_parser("list", help="fact rules, checks and layouts")
    listed.set_defaults(command=_later("rules", "list_rules"))
    _add_rule_folders(listed)
    show = commands.add_parser("show", help="a fact rule's words and examples, or a check's manual page")
    show.set_defaults(command=_later("rules", "show"))
    show.add_argument("id", metavar="ID")
    show.add_argument("--yaml", action="store_true", help="print it as it is written in its file, to copy from")
    _add_rule_folders(show)
    new = commands.add_parser("new", help="print a fact rule to fill in")
    new.set_defaults(command=_later("rules", "new"))
    new.add_argument("id", metavar="ID", help="the id that the rule is to have, in use by no other")
    _add_rule_folders(new)
    test = commands.add_parser("test", help="run the examples that rules carry")
    test.set_defaults(command=_later("rules", "test"))
    test.add_argument("folder", nargs="?", type=Path, metavar="DIR", help="a folder of rules (default: the shipped)")


def _add_baseline(baseline: argparse.ArgumentParser) -> None:
    commands = baseline.add_subparsers(required=True, metavar="COMMAND")
    accept = commands.add_parser("accept", help="add findings to the baseline, by their ids or all of some paths")
    accept.set_defaults(command=_later("baseline", "accept"))
    accept.add_argument("file", type=Path, metavar="FILE", help="the baseline; made where there is none")
    accept.add_argument("ids", nargs="*", metavar="ID", help="id of a finding, as reports give it")
    accept.add_argument("--in", dest="inside", nargs="+", default=[], metavar="PATH", help="look the ids up here")
    accept.add_argument("--all", dest="every", nargs="+", default=[], metavar="PATH", help="errors and warnings here")
    accept.add_argument("--reason", metavar="TEXT", help="why they may stand")
    accept.add_argument("--author", metavar="NAME", help="who says so")
    accept.add_argument("--expires", type=_day, metavar="DATE", help="the day, YYYY-MM-DD, from which they count again")
    _add_rule_folders(accept)
    prune = commands.add_parser("prune", help="drop the entries that have expired or are not found in some paths")
    prune.set_defaults(command=_later("baseline", "prune"))
    prune.add_argument("file", type=Path, metavar="FILE", help="the baseline")
    _add_paths(prune)
    _add_rule_folders(prune)


def _add_lsp(lsp: argparse.ArgumentParser) -> None:
    lsp.set_defaults(command=_later("lsp"))
    lsp.add_argument("--archive", type=Path, metavar="FILE", help="compare drafts with all that this archive holds")
    _add_rule_folders(lsp)


def _add_schema(schema: argparse.ArgumentParser) -> None:
    schema.set_defaults(command=_later("schema"))
    schema.add_argument(
        "output",
        nargs="?",
        choices=("json", "jsonl", "extract"),
        default="json",
        help="of which output (default: json)",
    )


def _add_completion(completion: argparse.ArgumentParser) -> None:
    completion.set_defaults(command=_later("completion"))
    completion.add_argument("shell", choices=("bash", "zsh", "fish"), help="bash, zsh or fish")


def _add_paths(command: argparse.ArgumentParser) -> None:
    command.add_argument("paths", nargs="+", metavar="PATH", help="a file, a folder to search through, or - for stdin")


def _add_stdin_name(command: argparse.ArgumentParser) -> None:
    command.add_argument(
        "--stdin-filename",
        default="-",
        metavar="NAME",
        help="the name that standard input goes by; its ending tells the format, and a file of that name is not read",
    )


def _add_rule_folders(command: argparse.ArgumentParser) -> None:
    command.add_argument(
        "--rules",
        action="append",
        default=[],
        type=Path,
        metavar="DIR",
        help="a folder of rules laid over the shipped ones; may be repeated",
    )


def _later(module: str, name: str = "run") -> Command:
    def command(options: argparse.Namespace) -> int:
        run: Command = getattr(import_module(f"checker.cli.{module}"), name)
        return run(options)

    return command


def _at_least_one(text: str) -> int:
    if not text.isascii() or not text.isdigit() or int(text) == 0:
        raise argparse.ArgumentTypeError(f"{text!r} is not a number from 1 up")
    return int(text)


def _share(text: str) -> float:
    try:
        share = float(text)
    except ValueError:
        share = -1.0
    if not 0 <= share <= 1:
        raise argparse.ArgumentTypeError(f"{text!r} is not a number from 0 to 1")
    return share


def _day(text: str) -> date:
    try:
        return date.fromisoformat(text)
    except ValueError:
        raise argparse.ArgumentTypeError(f"{text!r} is not a day such as 2031-03-04") from None
