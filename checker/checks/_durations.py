"""Durations in two units, read as one."""

from __future__ import annotations

from collections.abc import Iterable

from msgspec.structs import replace

from checker.checks._arithmetic import factor
from checker.records import Quantity

__all__ = ["joined"]


def joined(values: Iterable[Quantity]) -> list[Quantity]:
    """The figures, with three hours and 40 minutes as one."""
    found: list[Quantity] = []
    for value in values:
        last = found[-1] if found else None
        if last is not None and last.kind == value.kind == "duration" and value.start - last.end <= len(", and "):
            step = factor(value.unit or "", last.unit or "")
            if step is not None and step < 1 and last.low is not None and value.low is not None:
                total = last.low + value.low * step
                figure = f"{last.figure} {value.figure}"
                found[-1] = replace(last, end=value.end, low=total, high=total, figure=figure, grain=step)
                continue
        found.append(value)
    return found
