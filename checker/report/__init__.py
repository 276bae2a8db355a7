"""Report → text, one module a format."""

from collections.abc import Callable

from checker.records import Report
from checker.report.json import extraction
from checker.report.json import render as render_json
from checker.report.links import Link
from checker.report.markdown import render as render_markdown

__all__ = ["FORMATS", "Link", "extraction"]

FORMATS: dict[str, Callable[[Report, Link], str]] = {"json": render_json, "markdown": render_markdown}
