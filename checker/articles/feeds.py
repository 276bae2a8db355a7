"""RSS and Atom: each item is an article."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from checker.articles.blocks import blocks
from checker.articles.dates import iso_date
from checker.articles.drafts import Draft, Fault
from checker.articles.excerpts import Excerpt, Source, join
from checker.articles.furniture import Cleaner, cleaner
from checker.articles.markup import Cdata, Tag, attributes, decoded, pieces, squeezed
from checker.rulebook import Layout

__all__ = ["read_feed"]

_ITEMS = ("item", "entry")
_TEXT = ("content:encoded", "content", "description", "summary")
_PUBLISHED = ("pubdate", "published", "dc:date", "date", "updated")


def read_feed(text: str, layouts: Mapping[str, Layout]) -> Iterator[Draft | Fault]:
    """The items of the feed, in their order; the feed's own title is the outlet."""
    source = Source(text)
    page = Excerpt(text, ((0, 0),))
    clean = cleaner(layouts)
    outlet: str | None = None
    for start, fields in _elements(page):
        if start is None:
            outlet = outlet or _line(fields, "title")
            continue
        yield _item(source, start, fields, outlet, clean)


def _elements(page: Excerpt) -> Iterator[tuple[Tag | None, dict[str, Excerpt]]]:
    """The child elements of the feed one by one (with None), and those of each item together (with its tag)."""
    item: Tag | None = None
    fields: dict[str, Excerpt] = {}
    child: Tag | None = None
    depth = 0
    parts: list[Excerpt] = []
    has_tags = False
    for piece in pieces(page):
        if isinstance(piece, Excerpt):
            parts += [piece if isinstance(piece, Cdata) else decoded(piece)] if child else []
        elif child:
            depth += (-1 if piece.is_end else 1) if piece.name == child.name else 0
            has_tags = has_tags or piece.name != child.name
            if depth:
                continue
            whole = page.cut(child.after, piece.at) if has_tags else join(parts, "")
            _keep(fields, child, whole)
            if item is None:
                yield None, fields
                fields = {}
            child = None
        elif piece.name in _ITEMS:
            if piece.is_end and item:
                yield item, fields
            item, fields = (None if piece.is_end else piece), {}
        elif not piece.is_end and (item or piece.name == "title"):
            child, depth, parts, has_tags = piece, 1, [], False


def _keep(fields: dict[str, Excerpt], child: Tag, content: Excerpt) -> None:
    known = attributes(child)
    if child.name == "link" and known.get("href") and known.get("rel", "alternate") == "alternate":
        fields.setdefault("link", Excerpt(known["href"], ((0, child.at),)))
    elif content.text.strip():
        fields.setdefault(child.name, content.stripped())


def _line(fields: Mapping[str, Excerpt], name: str) -> str | None:
    return _shown(fields[name]).text or None if name in fields else None


def _shown(raw: Excerpt) -> Excerpt:
    """A title or name as it is shown: tags and entities inside it resolved."""
    parts = [block.text for block in blocks(pieces(raw))]
    return join(parts, " ") if parts else squeezed(raw).stripped()


def _item(
    source: Source, start: Tag, fields: Mapping[str, Excerpt], outlet: str | None, clean: Cleaner
) -> Draft | Fault:
    line = source.line(start.at)
    shown = [fields[name] for name in _TEXT if name in fields]
    texts = ((clean.kept([block.text for block in blocks(pieces(raw))])[0]) for raw in shown)
    kept = next((lines for lines in texts if lines), None)
    if kept is None:
        return Fault(line, "item has no text")
    title = _shown(fields["title"]) if "title" in fields else None
    text = join(kept, "\n")
    published = next((fields[name].text for name in _PUBLISHED if name in fields), None)
    url = _line(fields, "link")
    return Draft(
        title=title.text if title else None,
        text=text.text,
        outlet=outlet,
        published=iso_date(published) if published else None,
        url=url,
        line=line,
        title_places=source.places(title) if title else (),
        text_places=source.places(text),
    )
