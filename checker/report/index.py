"""A report with its records by id, and the sources and claims in it as a reader is shown them."""

from __future__ import annotations

import posixpath
from collections.abc import Iterable, Sequence

from checker.records import Claim, Evidence, Report, Source
from checker.report.escape import address, markdown
from checker.report.links import Link
from checker.report.words import shorten

__all__ = ["Index"]

TITLE = 80
"""Characters of a title that are shown."""
_RENDERED = (".md", ".markdown")
"""Files that GitHub and GitLab show without lines unless asked for plain text."""


class Index:
    """Look-ups in one report, and the Markdown of what is looked up."""

    def __init__(self, report: Report, link: Link) -> None:
        self.report = report
        self.sources = {source.article: source for source in report.sources}
        self.claims = {claim.id: claim for claim in report.claims}
        self.facts = {fact.id: fact for fact in report.facts}
        self._link = link
        folders = [posixpath.dirname(source.uri) for source in report.sources]
        same_root = len({folder.startswith("/") for folder in folders}) == 1
        self._common = posixpath.commonpath(folders) if same_root else ""

    def place(self, uri: str, line: int) -> str:
        """A link to a line of a source."""
        name = uri.removeprefix("./")
        if self._common and uri.startswith(self._common.rstrip("/") + "/"):
            name = uri[len(self._common.rstrip("/")) + 1 :]
        name = markdown(f"{'standard input' if uri == '-' else name}:{line}")
        path = self._link(uri)
        if path is None:
            return name
        plain = "?plain=1" if path.lower().endswith(_RENDERED) else ""
        return f"[{name}]({address(path)}{plain}#L{line})"

    def places(self, found: Iterable[Claim | Evidence], most: int) -> str:
        """Links to the first lines of some claims or evidence, each line once."""
        lines = sorted({(self.sources[item.article].uri, item.line) for item in found})
        more = f" and {len(lines) - most:,} more" if len(lines) > most else ""
        return ", ".join(self.place(*line) for line in lines[:most]) + more

    def cells(self, source: Source) -> list[str]:
        """Title, outlet and day of publication, as cells of a table."""
        return [title(source), markdown(source.outlet or ""), markdown((source.published or "")[:10])]

    def outlets(self, claims: Sequence[Claim]) -> int:
        """How many outlets the claims come from; an article without one counts as its own."""
        sources = (self.sources[claim.article] for claim in claims)
        return len({source.outlet or source.article for source in sources})


def title(source: Source) -> str:
    """The title of an article, cut to what a table has room for."""
    return markdown(shorten(source.title, TITLE)) if source.title else "*untitled*"
