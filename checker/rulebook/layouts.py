"""The shape of a layout rule: how a dump of several articles is told and split."""

from __future__ import annotations

from msgspec import Struct

__all__ = ["Layout"]


class Layout(Struct, frozen=True, forbid_unknown_fields=True, kw_only=True):
    """One way in which scraped text holds several articles."""

    id: str
    name: str
