"""A report with its records by id, and the sources and claims in it as a reader is shown them."""

from __future__ import annotations

import posixpath
from collections.abc import Iterable, Sequence

from checker.records import Claim, Evidence, Finding, Report, Source
from checker.report.escape import address, clean, markdown
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
        self.pictures: dict[str, str] = {}
        """The addresses of the pictures beside the report, by the fact that they show."""
        self._link = link
        folders = [posixpath.dirname(source.uri) for source in report.sources]
        same_root = len({folder.startswith("/") for folder in folders}) == 1
        self._common = posixpath.commonpath(folders) if same_root else ""

    def named(self, uri: str) -> str:
        """The name of a source for people: without the folder that all have in common."""
        common = self._common.rstrip("/") + "/"
        name = uri[len(common) :] if self._common and uri.startswith(common) else uri.removeprefix("./")
        return clean("standard input" if uri == "-" else name)

    def target(self, uri: str) -> str | None:
        """The address of a source, None where it has none."""
        path = self._link(uri)
        return None if path is None else address(path)

    def place(self, uri: str, line: int) -> str:
        """A link to a line of a source."""
        name = markdown(f"{self.named(uri)}:{line}")
        path = self.target(uri)
        if path is None:
            return name
        plain = "?plain=1" if path.lower().endswith(_RENDERED) else ""
        return f"[{name}]({path}{plain}#L{line})"

    def lines(self, found: Iterable[Claim | Evidence]) -> list[tuple[str, int]]:
        """The source and line of some claims or evidence, each once."""
        return sorted({(self.sources[item.article].uri, item.line) for item in found})

    def places(self, found: Iterable[Claim | Evidence], most: int) -> str:
        """Links to the first lines of some claims or evidence, each line once."""
        lines = self.lines(found)
        more = f" and {len(lines) - most:,} more" if len(lines) > most else ""
        return ", ".join(self.place(*line) for line in lines[:most]) + more

    def elsewhere(self, finding: Finding) -> list[Claim]:
        """Claims with the figures of the finding, on other lines than those that it shows."""
        shown = {side.claim for side in finding.evidence}
        lines = set(self.lines(finding.evidence))
        claims = (self.claims[name] for name in finding.claims if name not in shown and name in self.claims)
        return [claim for claim in claims if (self.sources[claim.article].uri, claim.line) not in lines]

    def basis(self, finding: Finding) -> list[str]:
        """What the confidence in a finding rests on."""
        fact = self.facts.get(finding.fact or "")
        if fact and fact.why:
            return list(fact.why)
        return [
            "one article by itself" if len({side.article for side in finding.evidence}) == 1 else "the articles above"
        ]

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
