"""Report → text, one module a format."""

from collections.abc import Callable

from checker.records import Report
from checker.report.json import extraction
from checker.report.json import render as render_json

__all__ = ["FORMATS", "extraction"]

FORMATS: dict[str, Callable[[Report], str]] = {"json": render_json}
