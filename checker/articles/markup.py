"""HTML and XML → pieces that know where they stood.  Tolerant: what is no tag is text."""

from __future__ import annotations

import html
import re
from collections.abc import Iterator

from msgspec import Struct

from checker.articles.excerpts import Excerpt, joined_runs

__all__ = ["Cdata", "Tag", "attributes", "decoded", "pieces", "squeezed"]

_TAG = re.compile(
    r"<(?:(/?)([A-Za-z][\w:.-]*)((?:[^<>\"']|\"[^\"]{0,20000}\"|'[^']{0,20000}')*+|[^<>]*)>"
    r"|!--.*?(?:-->|\Z)"
    r"|!\[CDATA\[(.*?)(?:\]\]>|\Z)"
    r"|[!?][^>]*>)",
    re.S,
)
_ATTRIBUTE = re.compile(r"([\w:.-]+)\s*=\s*(?:\"([^\"]*)\"|'([^']*)'|([^\s\"'>]+))")
_ENTITY = re.compile(r"&(?:#\d{1,7}|#[xX][0-9a-fA-F]{1,6}|[A-Za-z][A-Za-z0-9]{1,31});")
_BLANKS_OR_ENTITY = re.compile(r"[\t\r\n\f][ \t\r\n\f]*|  [ \t\r\n\f]*|" + _ENTITY.pattern)
_RAW = frozenset(("script", "style", "textarea"))


class Tag(Struct, frozen=True):
    """A tag: its name in lower case, whether it ends an element, its attributes as written, where it stands."""

    name: str
    is_end: bool
    attributes: str
    at: int
    after: int


class Cdata(Excerpt, frozen=True):
    """The content of a CDATA section: text in which nothing is escaped."""


def pieces(source: Excerpt) -> Iterator[Tag | Excerpt]:
    """Tags, and the text between them with its entities as written."""
    text, position = source.text, 0
    seek = _TAG.search
    while match := seek(text, position):
        start, end = match.span()
        if start > position:
            yield source.cut(position, start)
        slash, name, inside, section = match.groups()
        position, seek = end, _TAG.search
        if name:
            name = name.lower()
            yield Tag(name, slash == "/", inside, start, end)
            if inside.endswith("/"):
                yield Tag(name, True, "", start, end)
            elif name in _RAW and not slash:
                seek = re.compile(rf"<(/)({name})([^>]*)(>)", re.I).search
        elif section:
            content = source.cut(*match.span(4))
            yield Cdata(content.text, content.runs)
    if position < len(text):
        yield source.cut(position, len(text))


def attributes(tag: Tag) -> dict[str, str]:
    """The attributes by their names in lower case, entities decoded."""
    found = _ATTRIBUTE.findall(tag.attributes)
    return {name.lower(): html.unescape(double or single or bare) for name, double, single, bare in found}


def decoded(raw: Excerpt) -> Excerpt:
    """The text with its entities replaced by what they stand for."""
    return _replaced(raw, _ENTITY)


def squeezed(raw: Excerpt) -> Excerpt:
    """Text of an element as a browser shows it: entities decoded, every run of blanks one blank."""
    return _replaced(raw, _BLANKS_OR_ENTITY)


def _replaced(raw: Excerpt, pattern: re.Pattern[str]) -> Excerpt:
    found: list[tuple[str, int]] = []
    position = 0
    for match in pattern.finditer(raw.text):
        found += _stretches(raw, position, match.start())
        shown = html.unescape(match.group()) if match.group()[0] == "&" else " "
        found.append((shown, raw.cut(match.start(), match.end()).at))
        position = match.end()
    if not found:
        return raw
    return joined_runs([*found, *_stretches(raw, position, len(raw.text))])


def _stretches(raw: Excerpt, start: int, end: int) -> list[tuple[str, int]]:
    """The part between two offsets, a piece for each run."""
    if start >= end:
        return []
    part = raw.cut(start, end)
    stops = [*(offset for offset, _ in part.runs[1:]), len(part.text)]
    return [(part.text[offset:stop], at) for (offset, at), stop in zip(part.runs, stops, strict=True)]
