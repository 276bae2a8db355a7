"""The course of a fact as a small picture: a step line of its values over the days, in SVG written by hand.

A point is open where the text gives a bound or a vague word rather than the value, and a range stands as a bar.  The
same picture serves a page, which brings the style, and a file of its own, which carries it.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date
from functools import cache
from html import escape
from itertools import pairwise, product
from math import ceil, floor, isfinite, log10

from msgspec import Struct

from checker.intervals import number

__all__ = ["LEAST", "Point", "shown_day", "style", "timeline"]

LEAST = 3
"""Dated values that make a picture; two stand side by side anyway."""
MOST = 60
"""Points drawn; a course of more is cut at its end and the description says so."""
WIDTH, HEIGHT = 640, 220
"""Of the picture, in its own units."""
_TOP, _RIGHT, _BOTTOM = 40, 56, 26
"""Room around the points for labels and for the days."""
_INSET = 48
"""From the axis to the first day."""
_EM, _LINE = 6.9, 13
"""Width of a character and height of a line of a label, on the safe side for the common sans-serif types."""
_LONGEST = 26
"""Characters of a label."""
_MONTHS = ("Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec")
_SCALES = ((1e12, " trillion"), (1e9, " billion"), (1e6, " million"))

Box = tuple[float, float, float, float]
"""Left, top, right, bottom."""
_ANCHORS = {"start": 0.0, "middle": 0.5, "end": 1.0}
"""How the lines of a label stand in its box."""


class Point(Struct, frozen=True, kw_only=True, order=True):
    """One value that was given for the fact, on one day."""

    day: str
    """ISO 8601; a year or a month alone counts as its first day."""
    low: float
    high: float
    figure: str
    """As a reader is shown it, bound included."""
    outlet: str
    exact: bool = True
    stressed: bool = False
    """Whether it is a side of what the picture illustrates."""


class _Frame(Struct, frozen=True):
    """From days and values to places in the picture."""

    first: int
    last: int
    left: float
    bottom: float
    top: float

    def x(self, day: int) -> float:
        """A single day stands in the middle."""
        start, width = self.left + _INSET, WIDTH - _RIGHT - self.left - _INSET
        return start + (width * (day - self.first) / (self.last - self.first) if self.last > self.first else width / 2)

    def y(self, value: float) -> float:
        """The lowest value stands on the line of the days."""
        height = HEIGHT - _TOP - _BOTTOM
        return HEIGHT - _BOTTOM - height * (value - self.bottom) / (self.top - self.bottom)


class _Placed(Struct, frozen=True):
    """A point with its place in the picture; `bottom` and `top` are those of its range."""

    point: Point
    x: float
    y: float
    bottom: float
    top: float


def shown_day(day: str) -> str:
    """A day for people, "3 Mar 2031"; what is no full date stays as it is."""
    try:
        found = date.fromisoformat(day[:10])
    except ValueError:
        return day
    return f"{found.day} {_MONTHS[found.month - 1]} {found.year}"


@cache
def style() -> str:
    """The rules that the picture is drawn by, in light and dark."""
    from importlib.resources import files

    return (files("checker.report") / "templates" / "timeline.css").read_text(encoding="utf-8")


def timeline(points: Sequence[Point], label: str, name: str, *, alone: bool = False) -> str:
    """The picture as an SVG element, or, `alone`, as the text of a file.

    `name` makes the ids of its parts and has to be unique in a page.  Empty where fewer than three values have a day.
    """
    found = [(day, point) for point in points if (day := _ordinal(point.day)) and isfinite(point.low + point.high)]
    if len(found) < LEAST:
        return ""
    dated = sorted(found)
    drawn = dated[:MOST]
    lowest = min(point.low for _, point in drawn)
    highest = max(point.high for _, point in drawn)
    ticks = _ticks(lowest, highest)
    left = 14 + _EM * max(len(_short(tick)) for tick in ticks)
    frame = _Frame(drawn[0][0], drawn[-1][0], left, min(ticks[0], lowest), max(ticks[-1], highest))
    placed = [
        _Placed(p, frame.x(day), frame.y((p.low + p.high) / 2), frame.y(p.low), frame.y(p.high)) for day, p in drawn
    ]
    more = f"; {len(dated) - MOST} later ones are left out" if len(dated) > MOST else ""
    told = "; ".join(f"{shown_day(p.day)}: {p.figure}{', ' + p.outlet if p.outlet else ''}" for _, p in drawn)
    xmlns = ' xmlns="http://www.w3.org/2000/svg"' if alone else ""
    lines = (
        f'<svg{xmlns} class="course" viewBox="0 0 {WIDTH} {HEIGHT}" role="img" '
        f'aria-labelledby="{name}-title" aria-describedby="{name}-desc">',
        f'<title id="{name}-title">{escape(label)}, over time</title>',
        f'<desc id="{name}-desc">{escape(told + more)}.</desc>',
        *((f"<style>\n{style()}</style>",) if alone else ()),
        *_axes(ticks, placed, frame),
        f'<path class="steps" d="{_steps(placed)}"/>',
        *_points(placed),
        "</svg>",
    )
    return "\n".join(lines) + ("\n" if alone else "")


def _ordinal(day: str) -> int | None:
    try:
        return date.fromisoformat(f"{day[:10]}{'-01-01'[max(len(day[:10]) - 4, 0) :]}").toordinal()
    except ValueError:
        return None


def _ticks(lowest: float, highest: float) -> list[float]:
    """Two to five round values that span the figures; from 0 on unless the figures lie close together."""
    largest = max(abs(lowest), abs(highest), 1e-3)
    if highest - lowest < 1e-9 * largest:
        lowest, highest = min(lowest, 0.0), max(highest, 0.0) or largest
    elif 0 < lowest < 0.6 * highest:
        lowest = 0.0
    power = 10.0 ** floor(log10(highest - lowest))
    step = next(power * part for part in (0.5, 1.0, 2.0, 2.5, 5.0) if highest - lowest <= 3 * power * part)
    return [n * step for n in range(floor(lowest / step + 1e-9), ceil(highest / step - 1e-9) + 1)]


def _axes(ticks: Sequence[float], placed: Sequence[_Placed], frame: _Frame) -> Iterator[str]:
    """Lines at round values, and the days as far as there is room for them."""
    yield '<g class="axis" aria-hidden="true">'
    for tick in ticks:
        y = frame.y(tick)
        yield f'<path class="grid" d="M{_n(frame.left)} {_n(y)}H{WIDTH - 8}"/>'
        yield f'<text x="{_n(frame.left - 6)}" y="{_n(y + 4)}" text-anchor="end">{_short(tick)}</text>'
    ends: list[float] = []
    days = {one.x: one.point.day for one in placed}
    latest = max(days)
    for x, day in sorted(days.items(), key=lambda item: (item[0] != latest, item[0])):
        half = _EM * len(shown_day(day)) / 2
        middle = min(max(x, half), WIDTH - half)
        if all(abs(middle - end) > 2 * half + 8 for end in ends):
            ends.append(middle)
            yield f'<text x="{_n(middle)}" y="{HEIGHT - 7}" text-anchor="middle">{escape(shown_day(day))}</text>'
    yield "</g>"


def _steps(placed: Sequence[_Placed]) -> str:
    """A value holds until the next one is given."""
    first = placed[0]
    return f"M{_n(first.x)} {_n(first.y)}" + "".join(
        f"H{_n(b.x)}V{_n(b.y)}" for a, b in pairwise(placed) if (a.x, a.y) != (b.x, b.y)
    )


def _points(placed: Sequence[_Placed]) -> Iterator[str]:
    """The points with their labels; the sides of the finding come last, on top of the others."""
    labels = _labels(placed)
    for one in sorted(placed, key=lambda one: one.point.stressed):
        point = one.point
        names = "point" + ("" if point.exact else " open") + (" stressed" if point.stressed else "")
        told = f"{point.figure}{', ' + point.outlet if point.outlet else ''}, {shown_day(point.day)}"
        yield f'<g class="{names}"><title>{escape(told)}</title>'
        if one.bottom - one.top > 1:
            yield f'<path class="spread" d="M{_n(one.x)} {_n(one.bottom)}V{_n(one.top)}"/>'
        yield f'<circle cx="{_n(one.x)}" cy="{_n(one.y)}" r="{"4.5" if point.stressed else "3.5"}"/>'
        yield from labels.get(id(one), ())
        yield "</g>"


def _labels(placed: Sequence[_Placed]) -> dict[int, list[str]]:
    """Figure and outlet beside their point where there is room, or else the figure alone, or else nothing.

    The sides of the finding are served first; a place across the line is taken only where there is no other.  What
    goes without a label keeps its title.
    """
    taken: list[Box] = [(one.x - 5, one.top - 5, one.x + 5, one.bottom + 5) for one in placed]
    line: list[Box] = [(min(a.x, b.x), a.y, max(a.x, b.x), a.y) for a, b in pairwise(placed)]
    line += [(b.x, min(a.y, b.y), b.x, max(a.y, b.y)) for a, b in pairwise(placed)]
    found: dict[int, list[str]] = {}
    for one in sorted(placed, key=lambda one: not one.point.stressed):
        figure, outlet = _cut(one.point.figure), _cut(one.point.outlet)
        for lines, avoided in product(([figure, outlet], [figure]) if outlet else ([figure],), (line, [])):
            walls = (*taken, *avoided)
            free = next((place for place in _boxes(one, lines) if not any(_meet(place[0], b) for b in walls)), None)
            if free:
                taken.append(free[0])
                found[id(one)] = [_text(*free, nth, text) for nth, text in enumerate(lines)]
                break
    return found


def _boxes(one: _Placed, lines: Sequence[str]) -> Iterator[tuple[Box, str]]:
    """Places for a label: above, below, to either side of the point; none that leaves the picture."""
    width, height = _EM * max(map(len, lines)), _LINE * len(lines)
    left = min(max(one.x - width / 2, 2.0), WIDTH - width - 2)
    for x, y, anchor in (
        (left, one.top - 8 - height, "middle"),
        (left, one.bottom + 7, "middle"),
        (one.x + 9, one.y - height / 2, "start"),
        (one.x - 9 - width, one.y - height / 2, "end"),
    ):
        if x >= 2 and x + width <= WIDTH - 2 and y >= 0 and y + height <= HEIGHT - _BOTTOM + 4:
            yield (x, y, x + width, y + height), anchor


def _meet(one: Box, other: Box) -> bool:
    return one[0] < other[2] and other[0] < one[2] and one[1] < other[3] and other[1] < one[3]


def _text(box: Box, anchor: str, nth: int, text: str) -> str:
    name = "outlet" if nth else "figure"
    x, y = box[0] + (box[2] - box[0]) * _ANCHORS[anchor], box[1] + _LINE * nth + 10
    return f'<text class="{name}" x="{_n(x)}" y="{_n(y)}" text-anchor="{anchor}">{escape(text)}</text>'


def _cut(text: str) -> str:
    return text if len(text) <= _LONGEST else text[: _LONGEST - 1].rstrip() + "…"


def _short(value: float) -> str:
    for size, word in _SCALES:
        if abs(value) >= size:
            return number(value / size) + word
    return number(value)


def _n(value: float) -> str:
    """A length with one decimal at most."""
    return f"{value:.1f}".removesuffix(".0")
