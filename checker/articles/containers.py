"""Formats that are no text, each read by the library of an extra: Word documents, Parquet tables and WARC crawls."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from datetime import date
from io import BytesIO
from itertools import chain
from typing import Any

from msgspec.structs import replace

from checker.articles.decode import DecodeError, decode
from checker.articles.drafts import Draft, Fault
from checker.articles.plain import read_plain
from checker.articles.rows import TEXT, draft
from checker.articles.webpage import read_html
from checker.rulebook import Layout

__all__ = ["container"]

Reader = Callable[[bytes, Mapping[str, Layout]], Iterator[Draft | Fault]]

_WORD = b"word/document.xml"
"""The part that makes a ZIP file a Word document (ECMA-376, part 1, section 11.3.10)."""
_PAGES = {"response": ("text/html", "application/xhtml+xml"), "conversion": ("text/plain",)}
"""Records of a WARC file that hold articles, with their media types: pages, and what crawlers made text of."""


def container(data: bytes) -> Reader | None:
    """The reader for data that is no text; None where it may be text, or is of no format known here."""
    if data.startswith(b"PAR1"):
        return _guarded("a Parquet table", "parquet", _read_parquet)
    if data.startswith(b"WARC/"):
        return _guarded("a WARC file", "warc", _read_warc)
    if data.startswith(b"PK\x03\x04") and _WORD in data:
        return _guarded("a Word document", "docx", _read_docx)
    return None


def _guarded(what: str, extra: str, read: Reader) -> Reader:
    """The reader, with a fault in place of anything that its library raises, and what came before it kept."""

    def guarded(data: bytes, layouts: Mapping[str, Layout]) -> Iterator[Draft | Fault]:
        try:
            yield from read(data, layouts)
        except ImportError:
            yield Fault(None, f"is {what}; to read it: pip install 'figure-checker[{extra}]'")
        except Exception as error:  # what a library raises on broken data is not documented, and no run may end by it
            yield Fault(None, f"is {what} that cannot be read: {' '.join(str(error).split()) or type(error).__name__}")

    return guarded


def _read_docx(data: bytes, layouts: Mapping[str, Layout]) -> Iterator[Draft | Fault]:
    """The text of a Word document; a paragraph, or a row of a table, counts as a line."""
    from docx import Document
    from docx.table import Table

    lines = chain.from_iterable(
        ("\t".join(cell.text for cell in row.cells) for row in block.rows) if isinstance(block, Table) else [block.text]
        for block in Document(BytesIO(data)).iter_inner_content()
    )
    return read_plain("\n".join(" ".join(line.split("\n")) for line in lines), layouts)


def _read_parquet(data: bytes, _: Mapping[str, Layout]) -> Iterator[Draft | Fault]:
    """A row is a record; its line is its number."""
    from pyarrow import parquet

    table = parquet.ParquetFile(BytesIO(data))
    if not {name.lower() for name in table.schema_arrow.names} & set(TEXT):
        yield Fault(None, f"no column is named {', '.join(TEXT)}")
        return
    rows = (row for batch in table.iter_batches() for row in batch.to_pylist())
    for number, row in enumerate(rows, 1):
        yield draft({name.lower(): _plain(value) for name, value in row.items()}, number)


def _plain(value: Any) -> Any:
    return value.isoformat() if isinstance(value, date) else value


def _read_warc(data: bytes, layouts: Mapping[str, Layout]) -> Iterator[Draft | Fault]:
    """The articles of every page that was fetched well; lines count in the page."""
    from warcio.archiveiterator import ArchiveIterator

    for record in ArchiveIterator(BytesIO(data)):
        headers = record.http_headers or record.rec_headers
        kind = (headers.get_header("Content-Type") or "").split(";")[0].strip().lower()
        failed = record.http_headers is not None and record.http_headers.get_statuscode() != "200"
        if failed or kind not in _PAGES.get(record.rec_type, ()):
            continue
        url = record.rec_headers.get_header("WARC-Target-URI")
        try:
            text = decode(record.content_stream().read())
        except DecodeError as error:
            yield Fault(None, f"{url} {error}")
            continue
        for found in read_plain(text, layouts) if kind == "text/plain" else read_html(text, layouts):
            yield replace(found, url=found.url or url)
