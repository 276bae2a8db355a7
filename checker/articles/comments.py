"""Comments in Markdown and HTML, and those that silence a check.

`<!-- checker: ignore[weekday_date] quoted as printed -->` speaks of the paragraph that it stands in, or, where it
stands between two, of the next one.  Several checks are divided by commas; what follows the bracket is the reason.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from msgspec.structs import replace

from checker.articles.drafts import Draft, Fault
from checker.articles.excerpts import Excerpt, Source
from checker.records import Ignore

__all__ = ["blanked", "with_ignores"]

_COMMENT = re.compile(r"<!--.*?-->", re.S)
_WISH = re.compile(r"<!--\s*checker:\s*ignore\b\s*(?:\[(?P<checks>[^\]]*)\])?(?P<reason>.*?)-->", re.S)
_INK = re.compile(r"[^\r\n]")
_TAG = re.compile(r"</?[A-Za-z][^>]*>")
_BLANK_LINE = re.compile(r"\n[ \t]*(?=\n)|\r\n[ \t]*(?=\r\n)")
_BLOCK = re.compile(
    r"</?(?:address|article|aside|blockquote|body|caption|dd|div|dl|dt|fieldset|figcaption|figure|footer|form|h[1-6]"
    r"|head|header|hr|html|li|main|nav|ol|p|pre|section|table|tbody|td|tfoot|th|thead|title|tr|ul)\b[^>]*>",
    re.I,
)


def blanked(text: str, *, long_only: bool = False) -> str:
    """The text with blanks in place of its comments, or of those that go over several lines; no offset changes."""

    def blanks(comment: re.Match[str]) -> str:
        inside = comment.group()
        return inside if long_only and "\n" not in inside else _INK.sub(" ", inside)

    return _COMMENT.sub(blanks, text) if "<!--" in text else text


def with_ignores(drafts: Iterator[Draft | Fault], text: str, *, is_html: bool) -> Iterator[Draft | Fault]:
    """The drafts of a document, each with what the document's comments silence."""
    if "checker:" not in text:
        return drafts
    ignores = tuple(_ignores(text, _BLOCK if is_html else _BLANK_LINE))
    return (replace(draft, ignores=ignores) if isinstance(draft, Draft) else draft for draft in drafts)


def _ignores(text: str, border: re.Pattern[str]) -> Iterator[Ignore]:
    source = Source(text)
    blocks = list(_blocks(text, border))
    for wish in _WISH.finditer(text):
        at = wish.start()
        start, end = next((block for block in blocks if at < block[1]), wish.span())
        yield Ignore(
            line=source.line(at),
            start=_place(source, start),
            end=_place(source, end),
            checks=tuple(sorted({name.strip() for name in (wish["checks"] or "").split(",")} - {""})),
            reason=" ".join(wish["reason"].split()),
        )


def _blocks(text: str, border: re.Pattern[str]) -> Iterator[tuple[int, int]]:
    """The stretches between borders in which words stand; a comment is none."""
    bare = blanked(text)
    position = 0
    for begin, end in [*(found.span() for found in border.finditer(bare)), (len(bare), len(bare))]:
        if _TAG.sub("", bare[position:begin]).strip():
            yield position, begin
        position = end


def _place(source: Source, at: int) -> tuple[int, int]:
    place = source.places(Excerpt(" ", ((0, at),)))[0]
    return place.line, place.column
