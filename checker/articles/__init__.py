"""bytes → Article: one module a format; dumps that hold several articles are split by layout rules."""

from checker.articles.formats import read
from checker.articles.sources import STDIN, documents

__all__ = ["STDIN", "documents", "read"]
