"""A web page → its article, or its articles: main text, title, date and outlet."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from checker.articles.blocks import Block, blocks
from checker.articles.dates import iso_date
from checker.articles.drafts import Draft
from checker.articles.excerpts import Excerpt, Source, join
from checker.articles.furniture import Cleaner, cleaner
from checker.articles.markup import pieces
from checker.articles.metadata import Metadata, metadata, site_name
from checker.rulebook import Layout

__all__ = ["read_html"]

ARTICLE = 250
"""Characters of paragraphs that make an `<article>` one, and no teaser."""
LINE = 25
"""Characters that make a text outside paragraphs part of an article, inside `<article>` or `<main>`."""
PARAGRAPH = 60
"""The same on a page that does not mark its main text."""
_HEADINGS = ("h1", "h2", "h3", "h4", "h5", "h6")


def read_html(text: str, layouts: Mapping[str, Layout]) -> Iterator[Draft]:
    """The articles of a page; several only where several `<article>` elements each hold a heading and a text."""
    source = Source(text)
    page = list(pieces(Excerpt(text, ((0, 0),))))
    boxes = frozenset(word for layout in layouts.values() if not layout.heads for word in layout.boxes)
    told = metadata(text, page)
    clean = cleaner(layouts)
    every = list(blocks(page, boxes))
    plain = [block for block in every if not block.boxed]
    if _size(plain) * 4 < _size(every):  # the names of the boxes mislead here
        plain = every
    parts = _parts(plain)
    for part in parts:
        draft = _draft(source, part, plain, told, clean, len(parts) > 1)
        if draft:
            yield draft


def _size(found: list[Block]) -> int:
    return sum(len(block.text.text) for block in found if block.tag == "p")


def _parts(page: list[Block]) -> list[list[Block]]:
    """The blocks of each article of the page."""
    numbers = sorted({block.article for block in page if block.article is not None})
    scopes = [[block for block in page if block.article == number] for number in numbers]
    full = [s for s in scopes if _size(s) >= ARTICLE and any(b.tag in _HEADINGS for b in s)]
    if len(full) > 1 and not any(block.tag == "h1" for block in page if block.article is None):
        return full
    largest = max(scopes, key=_size, default=[])
    main = [block for block in page if block.in_main]
    if largest and _size(largest) * 2 >= _size(page):
        return [largest]
    return [main] if _size(main) * 2 >= _size(page) and main else [page]


def _draft(
    source: Source, part: list[Block], page: list[Block], told: Metadata, clean: Cleaner, many: bool
) -> Draft | None:
    title = _title(part, page, told, many)
    shown = [block.text for block in part if _is_text(block, title)]
    kept, dates = clean.kept(shown)
    if not any(len(line.text) > 1 for line in kept):
        return None
    text = join(kept, "\n")
    return Draft(
        title=title.text if title else None,
        text=text.text,
        outlet=told.outlet or (site_name(told.page_title, title.text) if title else None),
        published=told.published or iso_date(dates.get("published", "")),
        url=None if many else told.url,
        line=source.line(title.at if title else text.at),
        title_places=source.places(title) if title else (),
        text_places=source.places(text),
    )


def _title(part: list[Block], page: list[Block], told: Metadata, many: bool) -> Excerpt | None:
    """The heading that the page's own title repeats, else the first great heading, else the page's own title."""
    if many:
        return next(block.text for block in part if block.tag in _HEADINGS)
    headings = [block.text for block in [*part, *page] if block.tag == "h1"]
    named = [heading for heading in headings if told.title and _folded(heading.text) in _folded(told.title.text)]
    other = [heading for heading in headings if heading.text != told.outlet]
    return next(iter([*named, *other]), told.title)


def _folded(text: str) -> str:
    return " ".join(text.casefold().translate({0x2018: "'", 0x2019: "'", 0x201C: '"', 0x201D: '"'}).split())


def _is_text(block: Block, title: Excerpt | None) -> bool:
    text = block.text.text
    if block.tag == "h1" or (title and text == title.text):
        return False
    if block.linked * 2 > len(text) and len(text) < 200:
        return False
    if block.tag in ("p", "blockquote", "pre") or block.tag in _HEADINGS:
        return True
    if block.article is not None or block.in_main:
        return block.tag == "li" or len(text) >= LINE
    return len(text) >= PARAGRAPH
