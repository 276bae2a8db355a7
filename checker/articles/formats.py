"""Document → articles: which format it is, and the ids of its articles."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping
from pathlib import PurePosixPath

import msgspec

from checker.articles.drafts import Draft, Fault
from checker.articles.plain import read_plain
from checker.articles.rows import is_record, read_csv, read_json, read_jsonl
from checker.evidence import source_id
from checker.records import Article, Document, Problem
from checker.rulebook import Layout

__all__ = ["read"]


def read(document: Document, layouts: Mapping[str, Layout]) -> Iterator[Article | Problem]:
    """The articles of a document, in their order, each with an id of its own; what can't be used is a `Problem`."""
    stem = PurePosixPath(document.uri).stem or "article"
    used: set[str] = set()
    nth: Counter[str] = Counter()
    for found in _drafts(document, layouts):
        if isinstance(found, Fault):
            where = f"line {found.line}: " if found.line else ""
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
    if not used:
        yield Problem(document.uri, "read", "holds no articles")


def _drafts(document: Document, layouts: Mapping[str, Layout]) -> Iterator[Draft | Fault]:
    text = document.data.decode("utf-8", "replace")
    suffix = PurePosixPath(document.uri).suffix.lower()
    if suffix == ".csv":
        yield from read_csv(text)
    elif suffix in (".jsonl", ".ndjson") or text.lstrip()[:1] == "{":
        yield from read_jsonl(text)
    elif suffix == ".json":
        value = msgspec.json.decode(text)
        yield from read_json(value) if is_record(value) or isinstance(value, list) else read_jsonl(text)
    else:
        yield from read_plain(text, layouts)
