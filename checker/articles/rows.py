"""JSONL, JSON and CSV: one record is exactly one article, its title and text used as given."""

from __future__ import annotations

import csv
import io
import json
import re
from collections.abc import Iterator, Mapping
from typing import Any

import msgspec

from checker.articles.dates import iso_date
from checker.articles.drafts import Draft, Fault

__all__ = ["TEXT", "columns", "draft", "is_record", "read_csv", "read_json", "read_jsonl"]

TEXT = ("text", "content", "body")
PUBLISHED = ("published", "date")
_LONE_SURROGATE = re.compile(r"\\u[dD][89abAB]\w\w(?!\\u[dD][c-fC-F])|(?<!\\u[dD][89abAB]\w\w)\\u[dD][c-fC-F]\w\w")
_DECODER = msgspec.json.Decoder()


def is_record(value: object) -> bool:
    """Whether a JSON value, or the columns of a table, can hold an article."""
    return isinstance(value, Mapping) and any(isinstance(value.get(key), str) for key in TEXT)


def read_jsonl(text: str) -> Iterator[Draft | Fault]:
    """A record a line; blank lines are passed over."""
    for number, line in enumerate(text.split("\n"), 1):
        if not line.strip():
            continue
        value, wrong = _decoded(line)
        yield Fault(number, f"is not JSON: {wrong}") if wrong else draft(value, number)


def _decoded(line: str) -> tuple[Any, str]:
    """The value, or what is wrong with the line; halves of surrogate pairs, which cut texts hold, are let pass."""
    try:
        return _DECODER.decode(line), ""
    except (msgspec.DecodeError, UnicodeEncodeError, RecursionError) as error:
        message = str(error)
    try:
        return json.loads(_LONE_SURROGATE.sub(r"\\ufffd", line)), ""
    except (ValueError, RecursionError):
        return None, message


def read_json(value: Any) -> Iterator[Draft | Fault]:
    """A file that is one JSON value: a record, or a list of records."""
    for nth, item in enumerate(value if isinstance(value, list) else [value], 1):
        found = draft(item, 1)
        yield Fault(1, f"record {nth} {found.message}") if isinstance(found, Fault) else found


def columns(line: str) -> list[str]:
    """The names of columns in the first line of a table, in lower case."""
    return [name.strip().strip('"').lower() for name in line.strip("\r\n").split(_delimiter(line))]


def read_csv(text: str) -> Iterator[Draft | Fault]:
    """A table whose first line names the columns."""
    csv.field_size_limit(1 << 30)
    head = text.split("\n", 1)[0]
    names = columns(head)
    if not is_record(dict.fromkeys(names, "")):
        yield Fault(1, f"no column is named {', '.join(TEXT)}")
        return
    rows = csv.reader(io.StringIO(text, newline=""), delimiter=_delimiter(head))
    begin = 1
    try:
        for nth, row in enumerate(rows):
            if nth and any(cell.strip() for cell in row):
                yield draft(dict(zip(names, row, strict=False)), begin)
            begin = rows.line_num + 1
    except csv.Error as error:
        yield Fault(begin, f"is not CSV: {error}")


def _delimiter(head: str) -> str:
    return max(",;\t", key=head.count)


def draft(value: object, line: int) -> Draft | Fault:
    """The article of one record, or what is wrong with it; `line` is the record's place in its file, from 1."""
    if not isinstance(value, Mapping):
        return Fault(line, "is no record: an object with `text` is needed")
    text = next((value[key] for key in TEXT if isinstance(value.get(key), str)), None)
    if text is None:
        return Fault(line, "has no `text`, `content` or `body`")
    if not text.strip():
        return Fault(line, "has an empty text")
    published = next((value[key] for key in PUBLISHED if value.get(key)), None)
    return Draft(
        id=_word(value.get("id")),
        title=_word(value.get("title")),
        text=text,
        outlet=_word(value.get("outlet")),
        published=iso_date(published) if isinstance(published, str) else None,
        url=_word(value.get("url")),
        line=line,
        is_record=True,
    )


def _word(value: object) -> str | None:
    if isinstance(value, bool) or value is None:
        return None
    return str(value) or None if isinstance(value, str | int | float) else None
