"""Document → articles: which format it is, and the ids of its articles."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Mapping
from pathlib import PurePosixPath
from typing import Any

import msgspec

from checker.articles.comments import with_ignores
from checker.articles.containers import container
from checker.articles.decode import DecodeError, decode, unpacked
from checker.articles.drafts import Draft, Fault
from checker.articles.feeds import read_feed
from checker.articles.markdown import read_markdown
from checker.articles.plain import read_plain
from checker.articles.rows import columns, is_record, read_csv, read_json, read_jsonl
from checker.articles.webpage import read_html
from checker.evidence import source_id
from checker.records import Article, Document, Problem
from checker.rulebook import Layout

__all__ = ["read"]

_SUFFIXES = {
    ".json": "json",
    ".jsonl": "jsonl",
    ".ndjson": "jsonl",
    ".csv": "csv",
    ".tsv": "csv",
    ".md": "markdown",
    ".markdown": "markdown",
    ".html": "html",
    ".htm": "html",
    ".xhtml": "html",
    ".rss": "feed",
    ".atom": "feed",
}
_HEAD = 4096
"""Characters at the beginning in which the marks of a format are looked for."""
_FEED = re.compile(r"<(?:rss|feed|rdf:RDF)[\s>]")
_HTML = re.compile(
    r"<!doctype html|<html[\s>]|<(?:head|body|article|main)[\s>]|<p(?:\s[^>]*)?>.*</p>|<div[\s>]", re.I | re.S
)
_FRONT_MATTER = re.compile(r"---[ \t]*\r?\n(?:[\w-]+[ \t]*:.*\r?\n)+---[ \t]*\r?\n")


def read(document: Document, layouts: Mapping[str, Layout]) -> Iterator[Article | Problem]:
    """The articles of a document, in their order, each with an id of its own; what can't be used is a `Problem`."""
    stem = PurePosixPath(document.uri).name.split(".")[0] or "article"
    used: set[str] = set()
    is_faulty = False
    nth: Counter[str] = Counter()
    for found in _drafts(document, layouts):
        if isinstance(found, Fault):
            where = f"line {found.line}: " if found.line else ""
            is_faulty = True
            yield Problem(document.uri, "read", where + found.message)
            continue
        title = found.title or ""
        nth[title] += 1
        name = found.id or source_id(stem, document.uri, title, nth[title])
        if name in used:
            again = next(f"{name}#{n}" for n in range(2, len(used) + 3) if f"{name}#{n}" not in used)
            yield Problem(document.uri, "read", f"line {found.line}: id {name!r} is used twice; read as {again!r}")
            name = again
        used.add(name)
        fields = {field: getattr(found, field) for field in found.__struct_fields__ if field != "id"}
        yield Article(id=name, uri=document.uri, **fields)
    if not used and not is_faulty:
        yield Problem(document.uri, "read", "holds no articles")


def _drafts(document: Document, layouts: Mapping[str, Layout]) -> Iterator[Draft | Fault]:
    try:
        data = unpacked(document.data)
        reader = container(data)
        if reader:
            return reader(data, layouts)
        text = decode(data)
    except DecodeError as error:
        return iter([Fault(None, str(error))])
    name = document.uri.lower().removesuffix(".gz")
    kind = _SUFFIXES.get(PurePosixPath(name).suffix) or _sniffed(text)
    if kind in ("json", "jsonl"):
        return _json(text, kind)
    if kind == "csv":
        return read_csv(text)
    if kind == "feed":
        return read_feed(text, layouts)
    if kind == "html":
        return with_ignores(read_html(text, layouts), text, is_html=True)
    if kind == "markdown":
        return with_ignores(read_markdown(text, layouts), text, is_html=False)
    return read_plain(text, layouts)


def _sniffed(text: str) -> str:
    """The format that the content shows."""
    head = text[:_HEAD].lstrip()
    if head[:1] in ("{", "["):
        first = head.split("\n", 1)[0]
        if is_record(_whole(first)) or _whole(text) is not None:
            return "json"
    if head[:1] == "<":
        if _FEED.search(head):
            return "feed"
        if _HTML.search(head) or head.startswith("<?xml"):
            return "html"
    if _FRONT_MATTER.match(head):
        return "markdown"
    names = columns(head.split("\n", 1)[0])
    return "csv" if len(names) > 1 and is_record(dict.fromkeys(names, "")) else "plain"


def _json(text: str, kind: str) -> Iterator[Draft | Fault]:
    """One value over all the file, else a value a line."""
    whole = _whole(text)
    if whole is not None:
        return read_json(whole)
    if kind == "json" and _whole(text.lstrip().split("\n", 1)[0]) is None:
        return iter([Fault(None, "is not JSON, nor a JSON record a line")])
    return read_jsonl(text)


def _whole(text: str) -> Any:
    """The text as one JSON value; None where it is not."""
    try:
        return msgspec.json.decode(text)
    except (msgspec.DecodeError, UnicodeEncodeError, RecursionError):
        return None
