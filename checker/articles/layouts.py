"""Splits a dump of several articles at the heads that a layout rule describes."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache

import re2
from msgspec import Struct

from checker.articles.excerpts import Excerpt
from checker.articles.patterns import groups, some_line
from checker.articles.titles import is_title
from checker.rulebook import Layout
from checker.rulebook.layouts import Head, Step

__all__ = ["Part", "split"]


class Part(Struct, frozen=True):
    """The lines of one article and what its head tells of it; `title` None: the lines may still hold it."""

    lines: list[Excerpt]
    told: dict[str, Excerpt]
    has_head: bool


class _Found(Struct, frozen=True):
    """A head in the text: its first line, the line after it, what it tells, and the text that stands in it."""

    start: int
    end: int
    told: dict[str, Excerpt]
    text: list[Excerpt]
    head: Head


def split(lines: list[Excerpt], layouts: Mapping[str, Layout]) -> tuple[Layout | None, list[Part]]:
    """The layout that finds most articles, and their parts; None and one part for a text that is one article."""
    best: tuple[Layout | None, list[Excerpt], list[_Found]] = (None, lines, [])
    whole = "\n".join(line.text for line in lines)
    for layout in layouts.values():
        possible = [head for head in layout.heads if _is_possible(head, whole)]
        if not possible:
            continue
        broken = _broken(lines, tuple(layout.breaks))
        heads = _heads(broken, possible)
        if len(heads) >= layout.least and len(heads) > len(best[2]):
            best = layout, broken, heads
    layout_found, broken, heads = best
    if layout_found is None:
        return None, [Part(lines, {}, False)]
    about = _about(broken[: heads[0].start + 1], layout_found)
    parts = [Part(broken[: heads[0].start], {}, False)] if heads[0].start else []
    for head, following in zip(heads, [*(h.start for h in heads[1:]), len(broken)], strict=True):
        parts.append(Part(head.text + broken[head.end : following], about | head.told, True))
    return layout_found, parts


@cache
def _break(patterns: tuple[str, ...]) -> re2._Regexp | None:
    return re2.compile("|".join(f"(?:{pattern})" for pattern in patterns)) if patterns else None


def _broken(lines: list[Excerpt], patterns: tuple[str, ...]) -> list[Excerpt]:
    ends = _break(patterns)
    if ends is None:
        return lines
    found: list[Excerpt] = []
    for line in lines:
        start = 0
        for match in ends.finditer(line.text):
            found.append(line.cut(start, match.end()).stripped())
            start = match.end()
        if start < len(line.text) or not start:
            found.append(line.cut(start, len(line.text)).stripped())
    return found


def _is_possible(head: Head, whole: str) -> bool:
    """Whether every line that the head needs is in the text: quick, to pass over most layouts."""
    return all(some_line(step.match, whole) for step in head.steps if step.match and not step.optional)


def _heads(lines: list[Excerpt], rules: list[Head]) -> list[_Found]:
    found: list[_Found] = []
    at = 0
    while at < len(lines):
        head = next((h for rule in rules if (h := _head(lines, at, rule))), None) if lines[at].text else None
        if head is None:
            at += 1
            continue
        found.append(head)
        at = max(head.end, at + 1)
    kept = _alike(found, lines)
    others = [head for head in rules if not head.alike]
    return kept if len(kept) > 1 or len(others) in (0, len(rules)) else _heads(lines, others)


def _head(lines: list[Excerpt], at: int, head: Head) -> _Found | None:
    told: dict[str, Excerpt] = {}
    text: list[Excerpt] = []
    end = at
    for step in head.steps:
        here = next((n for n in range(end, min(end + 4, len(lines))) if lines[n].text), None)
        named = _step(lines[here], step) if here is not None else None
        if here is None or named is None:
            if step.optional:
                continue
            return None
        told |= {name: value for name, value in named.items() if name != "text"}
        text += [named["text"]] if "text" in named else []
        end = here + 1
    return _Found(at, end, told, text, head)


def _step(line: Excerpt, step: Step) -> dict[str, Excerpt] | None:
    if not step.shortest <= len(line.text) <= step.longest:
        return None
    named = groups(step.match, line) if step.match else {}
    if named is None or (step.line == "title" and not is_title(named.get("title", line).text, step.longest)):
        return None
    return named if step.line == "furniture" or step.line in named else {step.line: line} | named


def _alike(found: list[_Found], lines: list[Excerpt]) -> list[_Found]:
    """Without those heads of a kind that must be alike and are not."""
    ends = [(words[0], words[-1]) for head in found if (words := lines[head.start].text.upper().split())]
    top = next((n for n, line in enumerate(lines) if line.text), 0)
    first = next((n for n, head in enumerate(found) if head.head.alike), None)
    if first is None or found[first].start != top:
        return [head for head in found if not head.head.alike]
    same = [n for n, pair in enumerate(ends) if pair[0] == ends[first][0] or pair[1] == ends[first][1]]
    return [head for n, head in enumerate(found) if not head.head.alike or (n in same and len(same) > 1) or n == first]


def _about(lines: list[Excerpt], layout: Layout) -> dict[str, Excerpt]:
    told: dict[str, Excerpt] = {}
    for line in lines:
        for pattern in layout.about:
            told = (groups(pattern, line) or {}) | told
    return told
