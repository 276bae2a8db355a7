"""bytes → Article: one module a format; dumps that hold several articles are split by layout rules."""

from collections.abc import Iterator, Mapping

from checker.records import Article, Document, Problem
from checker.rulebook import Layout

__all__ = ["documents", "read"]


def documents(paths: list[str]) -> Iterator[Document | Problem]:
    """The files that the paths name, each once, in the order of their names."""
    yield from ()


def read(document: Document, layouts: Mapping[str, Layout]) -> Iterator[Article | Problem]:
    """The articles of a document, in their order."""
    yield from ()
