"""Quotes with their figures marked."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from checker.records import Evidence
from checker.report.escape import markdown

__all__ = ["marked", "sentences"]

AROUND = 160
"""Characters kept before the first and after the last figure of a long quote."""
_JOINER = "\u2060"
"""CommonMark opens and closes bold type beside a letter only where what stands inside is no punctuation either."""


def sentences(evidence: Iterable[Evidence]) -> list[list[Evidence]]:
    """The evidence put together by the sentence it stands in, in the order of its first figures."""
    together: dict[tuple[str, str, int], list[Evidence]] = {}
    for side in evidence:
        together.setdefault((side.article, side.field, side.quote_start), []).append(side)
    return list(together.values())


def marked(sides: Sequence[Evidence]) -> str:
    """The sentence as Markdown, every figure of it in bold; a long one is cut at both ends."""
    quote = max((side.quote for side in sides), key=len)
    spans = sorted({(side.start - side.quote_start, side.end - side.quote_start) for side in sides})
    spans = [span for span in spans if 0 <= span[0] < span[1] <= len(quote)]
    at, end = _window(quote, spans)
    text = "…" if at else ""
    for begin, stop in spans:
        if begin >= at:
            text += _inline(quote[at:begin]) + _bold(quote, begin, stop)
            at = stop
    return text + _inline(quote[at:end]) + ("…" if end < len(quote) else "")


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


def _bold(quote: str, begin: int, stop: int) -> str:
    open_ = _JOINER if not quote[begin].isalnum() and quote[begin - 1 : begin].isalnum() else ""
    close = _JOINER if not quote[stop - 1].isalnum() and quote[stop : stop + 1].isalnum() else ""
    return f"**{open_}{markdown(quote[begin:stop])}{close}**"
