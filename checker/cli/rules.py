"""`checker rules`: what the tool knows, whether its examples hold, and where to begin with a rule of one's own."""

from __future__ import annotations

import difflib
import re
import sys
from argparse import Namespace
from collections.abc import Iterator, Sequence
from pathlib import Path
from textwrap import fill, indent
from typing import Any

import msgspec

from checker.cli.project import load_project
from checker.cli.rulebooks import load
from checker.errors import UsageError
from checker.manual import page
from checker.report import plural
from checker.rulebook import (
    CheckSettings,
    FactRule,
    Layout,
    Rulebook,
    as_written,
    changes,
    example_places,
    noun_classes,
    value_places,
)

__all__ = ["list_rules", "new", "show", "test"]

WIDTH = 100
"""Columns of what is printed."""
_LISTED = 7
"""Nouns of a class, or ids of rules, that are listed."""
_ID = re.compile(r"[a-z][a-z0-9_]*")
_SKELETON = """\
# A rule to fill in, for a file in DIR/facts/.  Put in words of your own, then: checker rules test DIR
- id: {id}
  # what reports call the figure
  name: {name}
  # what is counted, in the singular; or a class of nouns that `checker rules list` names, as in counts: person
  counts: [tree]
  # what is done to it, as after "to"; reads "planted 40 trees" and "40 trees were planted"
  verbs: [plant, put in]
  # words that are counted with no verb beside them; reads "40 new saplings"
  nouns: [new sapling]
  # for the running count of one event, which later reports raise; leave it out otherwise
  # evolves: up
  examples:
    - text: Volunteers planted at least 40 trees along the canal.
      finds: {{figure: "40", low: 40, bound: at_least}}
    - text: The tree is 40 years old.
      passes: true
"""


def list_rules(options: Namespace) -> int:
    """Prints all fact rules, checks and layouts, and the classes of nouns that `counts` may name."""
    book = load_project(options.rules, is_baseline_read=False).rules
    _print_table("Facts", [(rule.id, rule.name) for rule in book.facts.values()])
    checks = [(c.id, c.name, c.severity if c.enabled else "off") for c in book.checks.values()]
    _print_table("Checks", checks)
    _print_table("Layouts", [(layout.id, layout.name) for layout in book.layouts.values()])
    _print_table("Classes of nouns, for `counts`", [(name, _first(nouns)) for name, nouns in noun_classes().items()])
    return 0


def _first(words: Sequence[str]) -> str:
    return ", ".join(words[:_LISTED]) + (", ..." if len(words) > _LISTED else "")


def _print_table(head: str, rows: Sequence[tuple[str, ...]]) -> None:
    print(f"{head} ({len(rows)})")
    widths = [max(map(len, column)) for column in zip(*rows, strict=True)]
    for row in rows:
        print(("  " + "  ".join(cell.ljust(width) for cell, width in zip(row, widths, strict=True))).rstrip())
    print()


def show(options: Namespace) -> int:
    """Prints a fact rule's words and examples, a check's manual page and settings, or a layout; or its YAML."""
    project = load_project(options.rules, is_baseline_read=False)
    book = project.rules
    found = [rules[options.id] for rules in (book.facts, book.checks, book.layouts) if options.id in rules]
    if not found:
        raise UsageError(f"no rule, check or layout has the id {options.id!r}{_hint(options.id, book)}")
    if options.yaml:
        sys.stdout.write(as_written(options.id, [*project.settings.rules, *options.rules]))
    else:
        print("\n\n".join("\n".join(_page(rule)) for rule in found))
    return 0


def new(options: Namespace) -> int:
    """Prints a rule to fill in, which holds as it stands."""
    book = load_project(options.rules, is_baseline_read=False).rules
    if not _ID.fullmatch(options.id):
        raise UsageError(f"{options.id!r} can be no id; it is made of small letters, digits and _: snow_ploughs")
    for rules in (book.facts, book.checks, book.layouts):
        if options.id in rules:
            name = rules[options.id].name
            raise UsageError(f"the id {options.id!r} is in use: {name} (checker rules show {options.id})")
    sys.stdout.write(_SKELETON.format(id=options.id, name=options.id.replace("_", " ")))
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
    """Runs the examples of a folder's fact rules, or of the shipped ones, and prints those that fail.

    Of a folder it tells what it changes, and which words stand in a form that nothing will be found by.
    """
    from checker.claims.examples import failures
    from checker.quantities import find

    book = load([options.folder] if options.folder else [])
    if options.folder:
        print(f"{options.folder}: {_told(options.folder)}")
        for line in _hints(book, options.folder):
            print(line)
    places = example_places(options.folder)
    failed = [failure for failure in failures(book.facts, find) if (failure.rule, failure.example) in places]
    for failure in failed:
        print(f"{places[failure.rule, failure.example]}: {failure.rule}: {failure.message}")
    wrong = len({(failure.rule, failure.example) for failure in failed})
    rules = len({rule for rule, _ in places})
    if rules:
        print(f"{plural(len(places), 'example')} of {plural(rules, 'rule')}: {wrong or 'none'} failed")
    return 1 if failed else 0


def _told(folder: Path) -> str:
    """What the folder adds and changes, in a line."""
    return ", ".join(
        f"{change.verb} {plural(len(change.ids), change.noun)} ({_first(change.ids)})" for change in changes(folder)
    )


def _hints(book: Rulebook, folder: Path) -> Iterator[str]:
    from checker.claims.base_forms import inflected

    places = value_places(folder)
    for rule in book.facts.values():
        for word in inflected(rule):
            if place := places.get((rule.id, word.key, word.place)):
                yield f"{place}: hint: {word.word!r} is not in its base form; {word.instead}"
