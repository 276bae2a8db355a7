"""What the readers of formats yield: an article without its id, or a fault with its place."""

from __future__ import annotations

from msgspec import Struct

from checker.records import Ignore, Place

__all__ = ["Draft", "Fault"]


class Draft(Struct, frozen=True, kw_only=True):
    """An article as found in a document; see `records.Article` for the meaning of the fields."""

    id: str | None = None
    title: str | None = None
    text: str
    outlet: str | None = None
    published: str | None = None
    url: str | None = None
    line: int = 1
    is_record: bool = False
    title_places: tuple[Place, ...] = ()
    text_places: tuple[Place, ...] = ()
    ignores: tuple[Ignore, ...] = ()


class Fault(Struct, frozen=True):
    """Part of a document that can't be used: where (None: the whole of it) and why."""

    line: int | None
    message: str
