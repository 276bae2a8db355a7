"""What a web page tells of itself in its head: title, date of publication, outlet, address."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from typing import Any

import msgspec

from checker.articles.dates import iso_date
from checker.articles.excerpts import Excerpt
from checker.articles.markup import Tag, attributes, squeezed

__all__ = ["Metadata", "metadata", "site_name"]

_PUBLISHED = (
    "article:published_time",
    "og:published_time",
    "datepublished",
    "date",
    "dc.date",
    "dc.date.issued",
    "dcterms.created",
    "pubdate",
    "publishdate",
    "publish-date",
    "parsely-pub-date",
    "sailthru.date",
)
_OUTLET = ("og:site_name", "application-name", "publisher", "dc.publisher")
_SEPARATORS = re.compile(r"\s+(?:[|»·–—]|-)\s+")


class Metadata(msgspec.Struct, frozen=True):
    """What the page says of its article."""

    title: Excerpt | None
    page_title: str
    """The `<title>` as it is, often with the site's name at its end."""
    published: str | None
    outlet: str | None
    url: str | None


def metadata(text: str, page: Iterable[Tag | Excerpt]) -> Metadata:
    """From meta elements, linked data (JSON-LD), the canonical link, the first `<time>` and the `<title>`."""
    metas: dict[str, str] = {}
    og_title: Excerpt | None = None
    title: Excerpt | None = None
    times: list[str] = []
    linked: list[Any] = []
    url: str | None = None
    inside = ""
    for piece in page:
        if isinstance(piece, Excerpt):
            if inside == "title" and title is None:
                title = squeezed(piece).stripped()
            elif inside == "ld+json":
                linked += _json(piece.text)
            continue
        inside = "" if piece.is_end else piece.name
        if piece.is_end or not piece.attributes:
            continue
        known = attributes(piece)
        if piece.name == "meta":
            name = (known.get("property") or known.get("name") or known.get("itemprop") or "").lower()
            metas.setdefault(name, known.get("content", "").strip())
            if name == "og:title" and og_title is None:
                og_title = _content(text, piece)
        elif piece.name == "time" and known.get("datetime"):
            times.append(known["datetime"])
        elif piece.name == "link" and known.get("rel") == "canonical":
            url = known.get("href")
        elif piece.name == "script" and "ld+json" in known.get("type", ""):
            inside = "ld+json"
    dates = [*(metas.get(name, "") for name in _PUBLISHED[:3]), *_values(linked, "datePublished")]
    dates += [*(metas.get(name, "") for name in _PUBLISHED[3:]), *times]
    outlet = next((metas[name] for name in _OUTLET if metas.get(name)), None)
    outlet = outlet or next((name for body in _values(linked, "publisher") for name in _values([body], "name")), None)
    return Metadata(
        title=og_title or (_without_outlet(title, outlet) if title else None),
        page_title=title.text if title else "",
        published=next((iso for date in dates if (iso := iso_date(date))), None),
        outlet=outlet,
        url=url or metas.get("og:url") or None,
    )


def _content(text: str, tag: Tag) -> Excerpt | None:
    """The `content` of a meta element, with its place."""
    match = re.search(r"content\s*=\s*(\"[^\"]*\"|'[^']*')", text[tag.at : tag.after], re.I)
    if match is None:
        return None
    raw = Excerpt(match[1][1:-1], ((0, tag.at + match.start(1) + 1),))
    content = squeezed(raw).stripped()
    return content if content.text else None


def _without_outlet(title: Excerpt, outlet: str | None) -> Excerpt | None:
    """The title without the site's name, which follows the last bar or dash."""
    last = next(iter([*_SEPARATORS.finditer(title.text)][::-1]), None)
    if last and last.start() >= 15 and (outlet is None or outlet.casefold() in title.text[last.end() :].casefold()):
        return title.cut(0, last.start())
    return title if title.text else None


def site_name(page_title: str, headline: str) -> str | None:
    """The site's name, where the page's title is the headline and it."""
    if not page_title.startswith(headline):
        return None
    rest = page_title[len(headline) :]
    separator = _SEPARATORS.match(rest)
    return rest[separator.end() :].strip() or None if separator else None


def _json(text: str) -> list[Any]:
    try:
        return [msgspec.json.decode(text)]
    except (msgspec.DecodeError, UnicodeEncodeError, RecursionError):
        return []


def _values(data: Any, key: str) -> Iterator[Any]:
    """Every value of the key, however deep."""
    inner: list[Any] = list(data) if isinstance(data, list) else []
    if isinstance(data, dict):
        if isinstance(data.get(key), str | dict | list):
            yield data[key]
        inner = list(data.values())
    for value in inner:
        if isinstance(value, dict | list):
            yield from _values(value, key)
