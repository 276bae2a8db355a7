"""`checker rules`: what the tool knows, and whether its examples hold."""

from __future__ import annotations

import difflib
from argparse import Namespace
from collections.abc import Iterator, Sequence
from textwrap import fill, indent
from typing import Any

import msgspec

from checker.cli.project import load_project
from checker.cli.rulebooks import load
from checker.errors import UsageError
from checker.manual import page
from checker.report import plural
from checker.rulebook import CheckSettings, FactRule, Layout, Rulebook, example_places

__all__ = ["list_rules", "show", "test"]

WIDTH = 100
"""Columns of what is printed."""


def list_rules(options: Namespace) -> int:
    """Prints all fact rules, checks and layouts."""
    book = load_project(options.rules, is_baseline_read=False).rules
    _print_table("Facts", [(rule.id, rule.name) for rule in book.facts.values()])
    checks = [(c.id, c.name, c.severity if c.enabled else "off") for c in book.checks.values()]
    _print_table("Checks", checks)
    _print_table("Layouts", [(layout.id, layout.name) for layout in book.layouts.values()])
    return 0


def _print_table(head: str, rows: Sequence[tuple[str, ...]]) -> None:
    print(f"{head} ({len(rows)})")
    widths = [max(map(len, column)) for column in zip(*rows, strict=True)]
    for row in rows:
        print(("  " + "  ".join(cell.ljust(width) for cell, width in zip(row, widths, strict=True))).rstrip())
    print()


def show(options: Namespace) -> int:
    """Prints a fact rule's words and examples, a check's manual page and settings, or a layout."""
    book = load_project(options.rules, is_baseline_read=False).rules
    found = [rules[options.id] for rules in (book.facts, book.checks, book.layouts) if options.id in rules]
    if not found:
        raise UsageError(f"no rule, check or layout has the id {options.id!r}{_hint(options.id, book)}")
    print("\n\n".join("\n".join(_page(rule)) for rule in found))
    return 0


def _hint(name: str, book: Rulebook) -> str:
    close = difflib.get_close_matches(name, [*book.facts, *book.checks, *book.layouts], 1)
    return f"; did you mean {close[0]!r}?" if close else " (checker rules list shows all)"


def _page(rule: FactRule | CheckSettings | Layout) -> Iterator[str]:
    yield f"{rule.id}: {rule.name}"
    if isinstance(rule, CheckSettings) and (manual := page(rule.id)):
        yield f"\n{manual}\n\nSettings"
    values = {name: value for name, value in _written(rule).items() if name not in ("id", "name", "examples")}
    for name, value in values.items():
        yield _wrapped(f"{name}: {_shown(value)}")
    for example in rule.examples if isinstance(rule, FactRule) else ():
        wanted = ", ".join(_find(_written(find)) for find in example.wanted)
        outcome = f"finds {wanted}" if wanted else "passes"
        yield _wrapped(f"example: {example.text}")
        yield f"    {outcome}"


def _written(rule: msgspec.Struct) -> dict[str, Any]:
    """The fields that differ from their defaults; of settings all, since each is of interest."""
    values = msgspec.structs.asdict(rule)
    if isinstance(rule, CheckSettings):
        return values
    defaults = {field.name: field.default for field in msgspec.structs.fields(rule)}
    return {name: value for name, value in values.items() if value != defaults[name] and value not in ([], {})}


def _wrapped(text: str) -> str:
    if "\n" in text:
        return indent(text, "  ")
    return fill(text, WIDTH, initial_indent="  ", subsequent_indent="    ", break_on_hyphens=False)


def _find(written: dict[str, Any]) -> str:
    rest = ", ".join(f"{name} {_shown(value)}" for name, value in written.items() if name != "figure")
    return f"{written['figure']!r}" + (f" ({rest})" if rest else "")


def _shown(value: Any) -> str:
    if isinstance(value, str):
        return value
    if isinstance(value, list | tuple) and all(isinstance(item, str) for item in value):
        return ", ".join(value)
    if isinstance(value, float) and value.is_integer():
        return str(int(value))
    return msgspec.json.format(msgspec.json.encode(value), indent=2).decode()


def test(options: Namespace) -> int:
    """Runs the examples of a folder's fact rules, or of the shipped ones, and prints those that fail."""
    from checker.claims.examples import failures
    from checker.quantities import find

    book = load([options.folder] if options.folder else [])
    places = example_places(options.folder)
    failed = [failure for failure in failures(book.facts, find) if (failure.rule, failure.example) in places]
    for failure in failed:
        print(f"{places[failure.rule, failure.example]}: {failure.rule}: {failure.message}")
    wrong = len({(failure.rule, failure.example) for failure in failed})
    rules = len({rule for rule, _ in places})
    print(f"{plural(len(places), 'example')} of {plural(rules, 'rule')}: {wrong or 'none'} failed")
    return 1 if failed else 0
