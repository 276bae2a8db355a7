"""`checker schema`: the JSON Schema of the JSON that other commands write."""

from __future__ import annotations

import sys
from argparse import Namespace

from checker.report.schema import schema

__all__ = ["run"]


def run(options: Namespace) -> int:
    """Prints the schema."""
    sys.stdout.write(schema(options.output))
    return 0
