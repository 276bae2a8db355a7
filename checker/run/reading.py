"""Paths → articles, one by one as they are asked for."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence
from pathlib import Path

from msgspec.structs import replace

from checker.articles import STDIN, documents, read
from checker.records import Article, Document, Problem
from checker.rulebook import Rulebook
from checker.run.mishaps import guarded

__all__ = ["Reading"]


class Reading:
    """The articles of some paths, but for the files to skip.

    `documents` and `problems` are complete once the articles have all been taken.
    """

    def __init__(
        self, paths: Sequence[str], rules: Rulebook, skip: Collection[Path] = (), stdin_name: str = STDIN
    ) -> None:
        self.documents = 0
        self.problems: list[Problem] = []
        self._paths = list(paths)
        self._rules = rules
        self._skip = {path.resolve() for path in skip}
        self._stdin_name = stdin_name
        self._files: dict[str, str] = {}

    def articles(self) -> Iterator[Article]:
        """Every article, in the order of files and lines; the id of each is its own."""
        for document in documents(self._paths, self._stdin_name):
            if isinstance(document, Problem):
                self.problems.append(document)
                continue
            if self._skip and Path(document.uri).resolve() in self._skip:
                continue
            self.documents += 1
            yield from self._articles(document)

    def _articles(self, document: Document) -> Iterator[Article]:
        found = read(document, self._rules.layouts)
        while (item := guarded(lambda: next(found, None), document.uri, 1)) is not None:
            if isinstance(item, Problem):
                self.problems.append(item)
            else:
                yield self._named(item)

    def _named(self, article: Article) -> Article:
        """The article under an id that no article of another file has taken."""
        name, nth = article.id, 1
        while self._files.setdefault(name, article.uri) != article.uri:
            nth += 1
            name = f"{article.id}#{nth}"
        if nth == 1:
            return article
        told = f"line {article.line}: id {article.id!r} is used in {self._files[article.id]} too; read as {name!r}"
        self.problems.append(Problem(article.uri, "read", told))
        return replace(article, id=name)
