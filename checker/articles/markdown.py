"""Markdown: front matter, headings, and text without its marks."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping

from checker.articles.comments import blanked
from checker.articles.dates import iso_date
from checker.articles.drafts import Draft
from checker.articles.excerpts import Excerpt, Source, join
from checker.articles.furniture import Cleaner, cleaner
from checker.rulebook import Layout

__all__ = ["read_markdown"]

_FRONT = re.compile(r"(?:---|\+\+\+)\s*")
_PAIR = re.compile(r"([A-Za-z_-]+)\s*[:=]\s*(.*)")
_HEADING = re.compile(r"(#{1,6})\s+(.*?)\s*#*")
_UNDERLINE = re.compile(r"=+|-+")
_FENCE = re.compile(r"(?:```|~~~).*")
_ITEM = re.compile(r"(?:[-*+]|\d{1,3}[.)])\s+(?=\S)")
_RULE = re.compile(r"(?:[-*_]\s*){3,}|\|?(?:\s*:?-+:?\s*\|)+(?:\s*:?-+:?\s*)?")
_MARKS = re.compile(
    r"!\[[^\]]*\]\([^)]*\)"  # an image
    r"|\[(?=[^\]]*\]\()|\]\([^)]*\)|\[(?=[^\]]*\]\[)|\]\[[^\]]*\]"  # a link around its words
    r"|(?<!\w)(?:\*\*\*|\*\*|\*|__|_)(?=\S)|(?<=\S)(?:\*\*\*|\*\*|\*|__|_)(?!\w)"  # emphasis
    r"|`+|<!--.*?-->|</?[A-Za-z][^>]*>"
)


def read_markdown(text: str, layouts: Mapping[str, Layout]) -> Iterator[Draft]:
    """One article, or several where several headings of the first level stand and no front matter names the title."""
    source = Source(blanked(text, long_only=True))  # those in one line are marks, and go with them
    told, lines = _front_matter(source.lines())
    clean = cleaner(layouts)
    parts = [part for part in _parts(lines, told.get("title")) if part[0] or any(line.text for line in part[1])]
    for title, body in parts:
        draft = _draft(source, title or told.get("title"), body, told, clean)
        if draft:
            yield draft


def _front_matter(lines: list[Excerpt]) -> tuple[dict[str, Excerpt], list[Excerpt]]:
    if not lines or not _FRONT.fullmatch(lines[0].text):
        return {}, lines
    end = next((n for n, line in enumerate(lines[1:], 1) if line.text in ("---", "+++", "...")), None)
    if end is None:
        return {}, lines
    told: dict[str, Excerpt] = {}
    for line in lines[1:end]:
        pair = _PAIR.fullmatch(line.text)
        if pair:
            value = line.cut(*pair.span(2)).stripped()
            if len(value.text) > 1 and value.text[0] == value.text[-1] and value.text[0] in "\"'":
                value = value.cut(1, len(value.text) - 1)
            if value.text:
                told.setdefault(pair[1].lower(), value)
    return told, lines[end + 1 :]


def _parts(lines: list[Excerpt], titled: Excerpt | None) -> list[tuple[Excerpt | None, list[Excerpt]]]:
    """Title and lines of each article; headings are freed of their marks."""
    parts: list[tuple[Excerpt | None, list[Excerpt]]] = [(None, [])]
    fenced = False
    for number, line in enumerate(lines):
        if _FENCE.fullmatch(line.text):
            fenced = not fenced
            continue
        heading = _HEADING.fullmatch(line.text)
        below = lines[number + 1].text if number + 1 < len(lines) else ""
        if fenced or (number and _UNDERLINE.fullmatch(line.text) and len(line.text) > 2 and lines[number - 1].text):
            continue
        is_first = (heading and len(heading[1]) == 1) or (line.text and len(below) > 2 and set(below) == {"="})
        shown = line.cut(*heading.span(2)) if heading else line
        if is_first and titled and shown.text == titled.text:
            continue
        if is_first and not titled:
            parts.append((_unmarked(shown), []))
        elif heading or is_first:
            parts[-1][1].extend([line.cut(0, 0), shown, line.cut(0, 0)])
        else:
            parts[-1][1].append(line)
    return parts


def _unmarked(line: Excerpt) -> Excerpt:
    """The line without marks of emphasis, links and code."""
    kept: list[Excerpt] = []
    position = 0
    for match in _MARKS.finditer(line.text):
        kept.append(line.cut(position, match.start()))
        position = match.end()
    if not kept:
        return line
    kept.append(line.cut(position, len(line.text)))
    return join([part for part in kept if part.text], "").stripped() if any(p.text for p in kept) else line.cut(0, 0)


def _paragraphs(lines: list[Excerpt]) -> Iterator[Excerpt]:
    """Lines that follow each other are one paragraph; items of a list, rows and quotes lose their marks."""
    open_lines: list[Excerpt] = []
    for line in lines:
        while line.text.startswith(">"):
            line = line.cut(1, len(line.text)).stripped()
        item = _ITEM.match(line.text)
        if (item or not line.text or _RULE.fullmatch(line.text) or line.text.startswith("|")) and open_lines:
            yield join(open_lines, " ")
            open_lines = []
        if line.text and not _RULE.fullmatch(line.text):
            shown = _unmarked(line.cut(item.end(), len(line.text)) if item else line)
            open_lines += [shown] if shown.text else []
    if open_lines:
        yield join(open_lines, " ")


def _draft(
    source: Source, title: Excerpt | None, body: list[Excerpt], told: Mapping[str, Excerpt], clean: Cleaner
) -> Draft | None:
    kept, dates = clean.kept(list(_paragraphs(body)))
    if not kept:
        return None
    text = join(kept, "\n")
    words = {name: excerpt.text for name, excerpt in told.items()}
    published = next((words[n] for n in ("published", "date", "pubdate", "publishdate") if n in words), None)
    return Draft(
        title=title.text if title else None,
        text=text.text,
        outlet=next((words[name] for name in ("outlet", "source", "publication", "publisher") if name in words), None),
        published=iso_date(published or dates.get("published", "")),
        url=next((words[name] for name in ("url", "link") if name in words), None),
        line=source.line(title.at if title else text.at),
        title_places=source.places(title) if title else (),
        text_places=source.places(text),
    )
