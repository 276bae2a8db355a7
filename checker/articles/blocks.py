"""HTML → blocks of text: paragraphs, headings and what else a page shows, and which of it may be an article's."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from msgspec import Struct

from checker.articles.excerpts import Excerpt, join
from checker.articles.markup import Tag, attributes, squeezed

__all__ = ["Block", "blocks"]


def _set(words: str) -> frozenset[str]:
    return frozenset(words.split())


_INLINE = _set(
    "a abbr acronym b bdi bdo big cite code data del dfn em font i img ins kbd label mark q rp rt ruby s samp small"
    " span strike strong sub sup time tt u var wbr"
)
_VOID = _set("area base br col embed hr img input link meta param source track wbr")
_UNSEEN = _set(
    "script style noscript nav aside footer form button svg iframe template select object audio video canvas head"
    " figure figcaption dialog menu textarea"
)
_CLOSES_ITSELF = _set("p li td th tr dt dd option")
_NEVER_A_BOX = _set("html body main article h1")
_ROLES = _set("navigation complementary banner contentinfo search dialog")
_WORD = re.compile(r"[A-Z]?[a-z]+|[A-Z]+|\d+")


class Block(Struct, frozen=True):
    """A stretch of text that stands by itself on the page."""

    tag: str
    """The element that holds it: p, h1, li, div, ..."""
    text: Excerpt
    linked: int
    """Characters of it that are links."""
    article: int | None
    """Number of the outermost `<article>` around it."""
    in_main: bool
    boxed: bool
    """Whether an element around it is named as a box that holds no article text."""


class _Open(Struct, frozen=True):
    name: str
    unseen: bool
    boxed: bool
    article: int | None
    in_main: bool


def blocks(page: Iterable[Tag | Excerpt], boxes: frozenset[str] = frozenset()) -> Iterator[Block]:
    """The blocks of a page, given in pieces, in their order, without scripts, navigation, asides, forms and figures."""
    stack = [_Open("", False, False, None, False)]
    parts: list[Excerpt] = []
    linked = articles = links = 0
    for piece in page:
        if isinstance(piece, Excerpt):
            if not stack[-1].unseen:
                parts.append(piece)
                linked += len(piece.text) if links else 0
            continue
        if piece.name == "a":
            links = not piece.is_end
        if piece.name not in _INLINE:
            yield from _block(parts, stack, linked)
            parts, linked = [], 0
        if piece.is_end:
            _close(stack, piece.name)
        elif piece.name not in _VOID:
            if piece.name in _CLOSES_ITSELF and stack[-1].name == piece.name:
                stack.pop()
            articles += piece.name == "article"
            stack.append(_opened(piece, stack[-1], boxes, articles))
    yield from _block(parts, stack, linked)


def _close(stack: list[_Open], name: str) -> None:
    for depth in range(len(stack) - 1, 0, -1):
        if stack[depth].name == name:
            del stack[depth:]
            return


def _opened(tag: Tag, outer: _Open, boxes: frozenset[str], articles: int) -> _Open:
    unseen, boxed = outer.unseen or tag.name in _UNSEEN, outer.boxed
    if tag.attributes and tag.name not in _NEVER_A_BOX and not unseen:
        known = attributes(tag)
        unseen = known.get("role") in _ROLES or known.get("aria-hidden") == "true"
        boxed = boxed or _is_box(f"{known.get('class', '')} {known.get('id', '')}", boxes)
    return _Open(
        name=tag.name,
        unseen=unseen,
        boxed=boxed,
        article=articles if tag.name == "article" and outer.article is None else outer.article,
        in_main=outer.in_main or tag.name == "main" or 'role="main"' in tag.attributes,
    )


def _is_box(names: str, boxes: frozenset[str]) -> bool:
    """Whether a class or id is a word for a box, or begins or ends with one."""
    for name in names.split():
        words = _WORD.findall(name)
        if name.lower() in boxes or (words and {words[0].lower(), words[-1].lower()} & boxes):
            return True
    return False


def _block(parts: list[Excerpt], stack: list[_Open], linked: int) -> Iterator[Block]:
    text = squeezed(join(parts, "")).stripped() if parts else None
    if text and text.text:
        holder = next((o for o in reversed(stack) if o.name not in _INLINE), stack[0])
        yield Block(holder.name, text, linked, holder.article, holder.in_main, stack[-1].boxed)
