"""Word documents, Parquet tables and WARC files → articles."""

import gzip
import sys
from datetime import UTC, datetime
from io import BytesIO

import docx
import pyarrow
import pytest
from pyarrow import parquet

from checker.articles import read
from checker.records import Article, Document, Problem
from checker.rulebook import default_rulebook

TITLE = "Ferry fares to rise by 8%"
LEAD = "Ferry fares between the islands will rise by 8 per cent in May, the harbour board said on Tuesday."
NEXT = "A single crossing, now 12.50 crowns, will cost 13.50 crowns."
PAGE = f"<html><head><title>{TITLE}</title></head><body><h1>{TITLE}</h1><p>{LEAD}</p><p>{NEXT}</p></body></html>"


def word(*paragraphs: str, row: tuple[str, ...] = ()) -> bytes:
    file, out = docx.Document(), BytesIO()
    for paragraph in paragraphs:
        file.add_paragraph(paragraph)
    if row:
        for cell, shown in zip(file.add_table(rows=1, cols=len(row)).rows[0].cells, row, strict=True):
            cell.text = shown
    file.save(out)
    return out.getvalue()


def table(rows: list[dict[str, object]]) -> bytes:
    out = BytesIO()
    parquet.write_table(pyarrow.Table.from_pylist(rows), out)
    return out.getvalue()


def crawl(*pages: tuple[str, str, str], gzipped: bool = False) -> bytes:
    """A WARC file of fetched pages: status, media type, content."""
    records = []
    for nth, (status, kind, content) in enumerate(pages):
        answer = f"HTTP/1.1 {status}\r\nContent-Type: {kind}\r\n\r\n{content}".encode()
        head = f"WARC/1.0\r\nWARC-Type: response\r\nWARC-Target-URI: https://harbour.example/{nth}\r\n"
        head += f"Content-Type: application/http; msgtype=response\r\nContent-Length: {len(answer)}\r\n\r\n"
        records.append(head.encode() + answer + b"\r\n\r\n")
    return b"".join(gzip.compress(record) if gzipped else record for record in records)


DOCX = word(TITLE, LEAD, NEXT, row=("Single", "13.50"))
PARQUET = table([{"Title": TITLE, "Text": LEAD, "Date": datetime(2025, 3, 4, tzinfo=UTC), "id": "a"}])
WARC = crawl(("200 OK", "text/html; charset=utf-8", PAGE))


def articles(data: bytes) -> tuple[list[Article], list[Problem]]:
    found = list(read(Document("in", data), default_rulebook().layouts))
    return [a for a in found if isinstance(a, Article)], [p for p in found if isinstance(p, Problem)]


def test_a_word_document_is_one_article_with_a_paragraph_a_line() -> None:
    [article], problems = articles(DOCX)
    assert (article.title, article.text) == (TITLE, f"{LEAD}\n{NEXT}\nSingle\t13.50")
    assert article.locate("text", article.text.index("12.50")) == (3, NEXT.index("12.50") + 1)
    assert problems == []


def test_a_row_of_a_parquet_table_is_a_record() -> None:
    [article], problems = articles(PARQUET)
    shown = (article.id, article.title, article.text, article.published, article.is_record)
    assert shown == ("a", TITLE, LEAD, "2025-03-04T00:00:00+00:00", True)
    assert problems == []


@pytest.mark.parametrize("gzipped", [False, True])
def test_pages_of_a_crawl_that_were_fetched_well_are_articles(gzipped: bool) -> None:
    pages = [("404 Not Found", "text/html", PAGE), ("200 OK", "text/html", PAGE), ("200 OK", "image/png", "x")]
    [article], problems = articles(crawl(*pages, gzipped=gzipped))
    assert (article.title, article.text, article.url) == (TITLE, f"{LEAD}\n{NEXT}", "https://harbour.example/1")
    assert problems == []


@pytest.mark.parametrize("data", [DOCX, PARQUET, WARC], ids=["docx", "parquet", "warc"])
def test_gzip_around_it_changes_nothing(data: bytes) -> None:
    assert articles(gzip.compress(data)) == articles(data)


@pytest.mark.parametrize(
    ("data", "library", "message"),
    [
        (DOCX, "docx", "is a Word document; to read it: pip install 'figure-checker[docx]'"),
        (PARQUET, "pyarrow", "is a Parquet table; to read it: pip install 'figure-checker[parquet]'"),
        (WARC, "warcio.archiveiterator", "is a WARC file; to read it: pip install 'figure-checker[warc]'"),
    ],
)
def test_without_its_extra_a_file_is_named_with_what_to_install(
    data: bytes, library: str, message: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setitem(sys.modules, library, None)
    found, [problem] = articles(data)
    assert (found, problem.message) == ([], message)


@pytest.mark.parametrize(
    ("data", "message"),
    [
        (DOCX[: len(DOCX) // 2] + b"word/document.xml", "is a Word document that cannot be read: "),
        (PARQUET[:-9], "is a Parquet table that cannot be read: "),
        (b"WARC/9.9 nonsense\r\n\r\n", "is a WARC file that cannot be read: "),
        (table([{"headline": TITLE}]), "no column is named text, content, body"),
        (table([{"text": " "}]), "line 1: has an empty text"),
        (crawl(("200 OK", "text/html", "\0\0\0")), "https://harbour.example/0 is binary, not text"),
        (b"PK\x03\x04 a ZIP file of something else", "is a ZIP or office file, not text"),
    ],
)
def test_what_cannot_be_read_is_told_in_one_line(data: bytes, message: str) -> None:
    found, problems = articles(data)
    assert found == []
    assert [problem.message[: len(message)] for problem in problems] == [message]
    assert all("\n" not in problem.message for problem in problems)
