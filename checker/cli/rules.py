"""`checker rules`: what the tool knows, and whether its examples hold."""

from __future__ import annotations

from argparse import Namespace

from checker.cli.rulebooks import load

__all__ = ["list_rules"]


def list_rules(options: Namespace) -> int:
    """Prints all fact rules, checks and layouts."""
    book = load(options.rules)
    print(book)
    return 0
