"""The shape of a check's settings, `rules/checks/*.yaml`."""

from __future__ import annotations

from msgspec import Struct

from checker.records import Severity

__all__ = ["CheckSettings"]


class CheckSettings(Struct, frozen=True, forbid_unknown_fields=True, kw_only=True):
    """How one check is to behave.  A user's file gives the id and what it changes; the rest is as shipped."""

    id: str
    name: str = ""
    enabled: bool = True
    severity: Severity = "warning"
    tolerance: float = 0.0
    """Relative difference that is let pass beyond rounding, e.g. 0.01 for one per cent."""
