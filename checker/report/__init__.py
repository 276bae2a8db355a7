"""Report → text, one module a format."""

from collections.abc import Callable

from checker.records import Report
from checker.report.escape import clean
from checker.report.json import extraction
from checker.report.json import render as render_json
from checker.report.links import Link
from checker.report.markdown import render as render_markdown
from checker.report.words import headline, plural, reading, shorten

__all__ = ["FORMATS", "Link", "clean", "extraction", "headline", "plural", "reading", "shorten"]

FORMATS: dict[str, Callable[[Report, Link], str]] = {"json": render_json, "markdown": render_markdown}
"""By the name that `--format` knows them by."""
