"""Plain text: one article, or a dump of several."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from itertools import takewhile

from checker.articles.dates import iso_date
from checker.articles.drafts import Draft
from checker.articles.excerpts import Excerpt, Source, join
from checker.articles.furniture import Cleaner, cleaner
from checker.articles.layouts import Part, split
from checker.articles.titles import is_title
from checker.articles.wrapping import unwrapped
from checker.rulebook import Layout

__all__ = ["read_plain"]

PARAGRAPH = 80
"""A text before the first head of a dump is an article when it has a line of so many characters."""
LOOK = 40
"""Characters of the first line of text that make the line above it a title even without a blank line between."""
ABOVE = 4
"""Lines above the text among which the title is looked for."""
LABEL = 3
"""Words in the longest label of a section."""
_SITE = re.compile(r"(.+?)(?:\s+[-–—|»]\s+.+)?")
"""A page's own title: the headline, often with the name of the site behind a dash or bar."""


def read_plain(text: str, layouts: Mapping[str, Layout]) -> Iterator[Draft]:
    """The articles of a text, without the furniture; title, outlet and date where the text tells them."""
    source = Source(text)
    layout, parts = split(unwrapped(source.lines()), layouts)
    clean = cleaner(layouts, layout)
    for part in parts:
        if part.has_head or len(parts) == 1 or any(len(line.text) >= PARAGRAPH for line in part.lines):
            draft = _draft(source, part, clean, layouts)
            if draft:
                yield draft


def _draft(source: Source, part: Part, clean: Cleaner, layouts: Mapping[str, Layout]) -> Draft | None:
    told = dict(part.told)
    lines = part.lines
    if not part.has_head:
        headers, lines = _headers(lines, layouts)
        told |= headers
    if "title" not in told and not part.has_head:
        title, lines = _title(lines, clean)
        told |= {"title": title} if title else {}
    kept, dates = clean.kept(lines)
    if not kept:
        return None
    text = join(kept, "\n")
    title = told.get("title")
    published = told["published"].text if "published" in told else dates.get("published")
    return Draft(
        title=title.text if title else None,
        text=text.text,
        outlet=told["outlet"].text if "outlet" in told else None,
        published=iso_date(published) if published else None,
        url=told["url"].text if "url" in told else None,
        line=source.line(title.at if title else text.at),
        title_places=source.places(title) if title else (),
        text_places=source.places(text),
    )


def _headers(lines: list[Excerpt], layouts: Mapping[str, Layout]) -> tuple[dict[str, Excerpt], list[Excerpt]]:
    """What lines like `Title: ...` at the top tell, and the lines after them."""
    names = {
        word: field
        for layout in layouts.values()
        if not layout.heads
        for field, words in layout.headers.items()
        for word in words
    }
    told: dict[str, Excerpt] = {}
    for number, line in enumerate(lines):
        label, colon, value = line.text.partition(":")
        field = names.get(label.strip().lower()) if colon else None
        if field is None and line.text:
            return told, lines[number:]
        if field and value.strip():
            told.setdefault(field, line.cut(len(label) + 1, len(line.text)).stripped())
    return told, []


def _title(lines: list[Excerpt], clean: Cleaner) -> tuple[Excerpt | None, list[Excerpt]]:
    """The headline, if one stands above the text, and the lines after it.

    It is the first line that is no furniture, short and without a full stop; a label of a word or three ("World") is
    passed over where a longer line of the kind follows.  The text begins with a long line, or after a blank one.
    """
    shown = [n for n, line in enumerate(lines) if line.text and not clean.is_furniture(line.text, at_top=True)]
    above = list(takewhile(lambda n: is_title(lines[n].text) and not _goes_on(lines, n), shown))
    if not above or len(shown) < 2:
        return None, lines
    first = next((n for n in above[:ABOVE] if len(lines[n].text.split()) > LABEL), above[0])
    below = shown[shown.index(first) + 1 :]
    if not below:
        return None, lines
    begin = next((n for n in below if n not in above), below[0])
    is_apart = below[0] > first + 1 or len(lines[begin].text) >= LOOK
    longest = max(len(lines[n].text) for n in below)
    if not is_apart or longest <= len(lines[first].text):
        return None, lines
    repeated = _SITE.fullmatch(lines[first].text)
    if repeated and lines[below[0]].text in (lines[first].text, repeated[1]) and len(below) > 1:
        first = below[0]
    return lines[first], lines[first + 1 :]


def _goes_on(lines: list[Excerpt], number: int) -> bool:
    """Whether the next line takes the sentence on in small letters."""
    return number + 1 < len(lines) and lines[number + 1].text[:1].islower()
