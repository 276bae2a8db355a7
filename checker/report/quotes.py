"""Quotes with their figures marked."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from urllib.parse import quote as percent

from checker.records import Evidence
from checker.report.escape import clean, markdown

__all__ = ["marked", "passage", "pieces", "sentences"]

AROUND = 160
"""Characters kept before the first and after the last figure of a long quote."""
_JOINER = "\u2060"
"""CommonMark opens and closes bold type beside a letter only where what stands inside is no punctuation either."""
_BEFORE = re.compile(r"\S*[^\S\n]*\Z")
_AFTER = re.compile(r"[^\S\n]*\S*")
"""The word beside a figure, where one stands on the same line."""


def sentences(evidence: Iterable[Evidence]) -> list[list[Evidence]]:
    """The evidence put together by the sentence it stands in, in the order of its first figures."""
    together: dict[tuple[str, str, int], list[Evidence]] = {}
    for side in evidence:
        together.setdefault((side.article, side.field, side.quote_start), []).append(side)
    return list(together.values())


def pieces(sides: Sequence[Evidence]) -> list[tuple[str, bool]]:
    """The sentence in stretches, and whether each is a figure; a long sentence is cut at both ends."""
    quote = max((side.quote for side in sides), key=len)
    spans = sorted({(side.start - side.quote_start, side.end - side.quote_start) for side in sides})
    spans = [span for span in spans if 0 <= span[0] < span[1] <= len(quote)]
    at, end = _window(quote, spans)
    found = [("…", False)] if at else []
    for begin, stop in spans:
        if begin >= at:
            found += [(quote[at:begin], False), (quote[begin:stop], True)]
            at = stop
    found += [(quote[at:end], False), ("…" if end < len(quote) else "", False)]
    return [piece for piece in found if piece[0]]


def marked(sides: Sequence[Evidence]) -> str:
    """The sentence as Markdown, every figure of it in bold."""
    parts = pieces(sides)
    before = ["", *(text[-1] for text, _ in parts)]
    after = [*(text[0] for text, _ in parts[1:]), ""]
    shown = zip(parts, before, after, strict=False)
    return "".join(_bold(text, left, right) if figure else _inline(text) for (text, figure), left, right in shown)


def passage(side: Evidence) -> str:
    """What a link ends with that leads a browser to the figure and marks it there; empty where it can't be told so.

    A text directive of the W3C's URL Fragment Text Directives: the figure with the words beside it on its line.
    """
    begin, stop = side.start - side.quote_start, side.end - side.quote_start
    if not 0 <= begin < stop <= len(side.quote):
        return ""
    before, after = _BEFORE.search(side.quote[max(begin - AROUND, 0) : begin]), _AFTER.match(side.quote, stop)
    text = f"{before and before.group()}{side.quote[begin:stop]}{after and after.group()}".strip()
    if len(text) > AROUND or clean(text) != text:
        return ""
    return f":~:text={percent(text, safe='').replace('-', '%2D')}"


def _window(quote: str, spans: Sequence[tuple[int, int]]) -> tuple[int, int]:
    first, last = (spans[0][0], spans[-1][1]) if spans else (0, AROUND)
    begin, end = max(0, first - AROUND), min(len(quote), last + AROUND)
    if begin:
        begin = quote.find(" ", begin, first) + 1 or begin
    if end < len(quote):
        end = max(quote.rfind(" ", last, end), last) if " " in quote[last:end] else end
    return begin, end


def _inline(text: str) -> str:
    """The text as Markdown with the spaces at its ends kept, since more of the line stands there."""
    inner = markdown(text)
    before = " " if text[:1].isspace() else ""
    after = " " if inner and text[-1:].isspace() else ""
    return f"{before}{inner}{after}"


def _bold(figure: str, before: str, after: str) -> str:
    open_ = _JOINER if not figure[0].isalnum() and before.isalnum() else ""
    close = _JOINER if not figure[-1].isalnum() and after.isalnum() else ""
    return f"**{open_}{markdown(figure)}{close}**"
