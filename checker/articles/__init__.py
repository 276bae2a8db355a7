"""bytes → Article: one module a format; dumps that hold several articles are split by layout rules."""

from checker.articles.formats import read
from checker.articles.sources import documents

__all__ = ["documents", "read"]
