"""Quantities as one line each, so that a table of cases can be read and written by eye."""

from __future__ import annotations

from checker.records import Quantity

__all__ = ["shown"]


def shown(quantity: Quantity) -> str:
    """`figure = kind value bound unit of noun change`, without what goes without saying.

    >>> "12 = count 12 at_least of person"
    """
    parts: list[str] = [quantity.kind]
    if quantity.low is not None and quantity.high is not None and quantity.kind != "name":
        low, high = f"{quantity.low:.10g}", f"{quantity.high:.10g}"
        parts.append(low if low == high else f"{low}..{high}")
    if quantity.bound not in ("exact", "range"):
        parts.append(quantity.bound)
    if quantity.unit not in (None, "count", "dimensionless", "percent"):
        parts.append(str(quantity.unit))
    if quantity.counted:
        parts.append(f"of {quantity.counted}")
    if quantity.change != "none":
        parts.append(f"{quantity.change} {quantity.change_role}")
    return f"{quantity.figure} = {' '.join(parts)}"
