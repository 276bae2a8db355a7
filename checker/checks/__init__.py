"""Page → Remark: what does not fit inside one article.  One module a check, its docstring its manual page."""

from collections.abc import Iterator, Mapping

from checker.records import Page, Remark
from checker.rulebook import CheckSettings

__all__ = ["remarks"]


def remarks(page: Page, settings: Mapping[str, CheckSettings]) -> Iterator[tuple[CheckSettings, Remark]]:
    """What each check that is switched on has to say of the article, with the check's settings."""
    yield from ()
