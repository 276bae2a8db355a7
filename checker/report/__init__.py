"""Report → text, one module a format."""

from collections.abc import Callable
from importlib import import_module

from checker.records import Report
from checker.report.escape import clean
from checker.report.json import extraction
from checker.report.json import render as render_json
from checker.report.links import Link
from checker.report.markdown import illustrated
from checker.report.markdown import render as render_markdown
from checker.report.words import headline, plural, reading, shorten

__all__ = ["FORMATS", "ILLUSTRATED", "Link", "clean", "extraction", "headline", "plural", "reading", "shorten"]

Renderer = Callable[[Report, Link], str]
Illustrator = Callable[[Report, Link, str], tuple[str, dict[str, str]]]


def _later(module: str) -> Renderer:
    """The `render` of a module that is imported when it is asked for: few runs need any one of them."""

    def render(report: Report, link: Link) -> str:
        text: str = import_module(f"checker.report.{module}").render(report, link)
        return text

    return render


FORMATS: dict[str, Renderer] = {
    "csv": _later("claims_csv"),
    "github": _later("github"),
    "html": _later("html"),
    "json": render_json,
    "jsonl": _later("jsonl"),
    "junit": _later("junit"),
    "markdown": render_markdown,
    "rdjson": _later("rdjson"),
    "sarif": _later("sarif"),
    "text": _later("text"),
}
"""By the name that `--format` knows them by."""

ILLUSTRATED: dict[str, Illustrator] = {"markdown": illustrated}
"""Those that may have pictures in files beside them: given the beginning of the names, also the pictures by name."""
