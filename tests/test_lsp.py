"""`checker lsp`, driven by a client of the protocol over the pipes of a spawned process, as an editor drives it."""

from __future__ import annotations

import asyncio
import sys
from collections.abc import AsyncIterator, Awaitable, Callable
from contextlib import asynccontextmanager
from datetime import date
from itertools import count, product
from pathlib import Path
from typing import Any

import pytest
from lsprotocol import types
from pygls.lsp.client import LanguageClient

from checker.cli import main
from checker.gate import Gate
from checker.lsp import server
from checker.rulebook import default_rulebook

WRONG = "# Crash in Vell\n\nThe crash near Vell killed 12 people: five women, four men and two children.\n"
RIGHT = WRONG.replace("12", "11")
PUBLISHED = """\
Title: Blast in Drennova
Published: 2031-05-02

😀 An explosion at a grain store in Drennova on Friday injured 7 people, the mayor Ilan Kostrova said.
Rescue teams from Port Aldra searched the rubble of the grain store.
"""
DRAFT = """\
Title: Drennova after the blast
Published: 2031-05-02

Smoke hung over the town.

😀 The explosion at the grain store in Drennova on Friday injured 9 people, the mayor Ilan Kostrova said.
Teams from Port Aldra were still searching the rubble of the store.
"""
BEFORE = ("", "😀😀 ", "é ", "\u2028 ", "\x0c", "\ud800 ")
PATIENCE = 20
"""Seconds until a test gives up: far more than any step takes."""


class Editor(LanguageClient):
    """A client that keeps what the server tells."""

    def __init__(self) -> None:
        super().__init__("tests", "1")
        self.published: asyncio.Queue[types.PublishDiagnosticsParams] = asyncio.Queue()
        self.logged: asyncio.Queue[str] = asyncio.Queue()
        self.versions = count(1)

        def publish(params: types.PublishDiagnosticsParams) -> None:
            self.published.put_nowait(params)

        def log(params: types.LogMessageParams) -> None:
            self.logged.put_nowait(params.message)

        self.feature(types.TEXT_DOCUMENT_PUBLISH_DIAGNOSTICS)(publish)
        self.feature(types.WINDOW_LOG_MESSAGE)(log)

    def open(self, address: str, text: str) -> None:
        item = types.TextDocumentItem(address, "plaintext", next(self.versions), text)
        self.text_document_did_open(types.DidOpenTextDocumentParams(item))

    def change(self, address: str, text: str) -> int:
        """Sends another text for the document; its version."""
        version = next(self.versions)
        document = types.VersionedTextDocumentIdentifier(version, address)
        whole = types.TextDocumentContentChangeWholeDocument(text)
        self.text_document_did_change(types.DidChangeTextDocumentParams(document, [whole]))
        return version

    async def found(self) -> list[types.Diagnostic]:
        """What the server next publishes."""
        return list((await self.told()).diagnostics)

    async def told(self) -> types.PublishDiagnosticsParams:
        return await asyncio.wait_for(self.published.get(), PATIENCE)

    async def hover(self, address: str, position: types.Position) -> str | None:
        """The Markdown that the server shows at the position."""
        answer = await self.text_document_hover_async(
            types.HoverParams(types.TextDocumentIdentifier(address), position)
        )
        return answer.contents.value if answer and isinstance(answer.contents, types.MarkupContent) else None

    async def other_sides(self, address: str, position: types.Position) -> list[tuple[str, str]]:
        """Where the server leads to from the position: files, and the text there."""
        where = types.DefinitionParams(types.TextDocumentIdentifier(address), position)
        answer: Any = await self.text_document_definition_async(where)
        return [
            (location.uri, quoted(Path(location.uri.removeprefix("file://")), location.range)) for location in answer
        ]


def quoted(source: Path | str, where: types.Range) -> str:
    """The text in a range within one line, cut as an editor cuts it: in halves of UTF-16."""
    text = source if isinstance(source, str) else source.read_text(encoding="utf-8")
    assert where.start.line == where.end.line
    line = text.splitlines()[where.start.line].encode("utf-16-le")
    return line[2 * where.start.character : 2 * where.end.character].decode("utf-16-le")


@asynccontextmanager
async def editing(
    *arguments: str, encodings: list[types.PositionEncodingKind | str] | None = None
) -> AsyncIterator[Editor]:
    """An editor with its server, which is then told to end and must do so well and without a word."""
    editor = Editor()
    await editor.start_io(sys.executable, "-m", "checker", "lsp", *arguments)
    able = types.ClientCapabilities(general=types.GeneralClientCapabilities(position_encodings=encodings))
    await editor.initialize_async(types.InitializeParams(capabilities=able))
    editor.initialized(types.InitializedParams())
    yield editor
    await editor.shutdown_async(None)
    editor.exit(None)
    await editor.stop()  # type: ignore[no-untyped-call]
    process = editor._server
    assert process and process.stderr
    assert (process.returncode, await process.stderr.read()) == (0, b"")


def run(test: Callable[[], Awaitable[None]]) -> None:
    """Runs a test that waits for the server."""

    async def limited() -> None:
        await asyncio.wait_for(test(), 2 * PATIENCE)

    asyncio.run(limited())


@pytest.fixture(autouse=True)
def here(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)


@pytest.fixture
def archive() -> str:
    """An archive that holds one article, and the article beside it."""
    Path("news").mkdir()
    Path("news/blast.txt").write_text(PUBLISHED, encoding="utf-8")
    assert main(["archive", "add", "news.db", "news"]) == 0
    return "news.db"


def test_findings_come_and_go_with_the_text() -> None:
    address = (Path.cwd() / "draft.md").as_uri()

    async def test() -> None:
        async with editing() as editor:
            editor.open(address, WRONG)
            told = await editor.told()
            (finding,) = told.diagnostics
            assert (told.uri, told.version) == (address, 1)
            assert quoted(WRONG, finding.range) == "12"
            assert (finding.source, finding.code) == ("checker", "parts_total")
            assert finding.severity == types.DiagnosticSeverity.Error
            assert finding.message == ("The parts come to 11, not 12. Working: 5 + 4 + 2 = 11, not 12 (off by 9.1%)")
            sides = [quoted(WRONG, one.location.range) for one in finding.related_information or ()]
            assert sides == ["five", "four", "two"]

            editor.change(address, RIGHT)
            assert await editor.found() == []
            editor.change(address, "\n" + WRONG)
            assert [one.range.start.line for one in await editor.found()] == [3]
            editor.text_document_did_close(types.DidCloseTextDocumentParams(types.TextDocumentIdentifier(address)))
            assert await editor.found() == []

    run(test)


def test_changes_in_quick_succession_are_looked_at_once() -> None:
    async def test() -> None:
        async with editing() as editor:
            editor.open("file:///draft.md", RIGHT)
            await editor.told()
            versions = [editor.change("file:///draft.md", text) for text in (WRONG, RIGHT, WRONG)]
            told = await editor.told()
            while told.version != versions[-1]:
                told = await editor.told()
            assert [one.code for one in told.diagnostics] == ["parts_total"]
            assert editor.published.empty()

    run(test)


def test_the_archive_is_compared_and_the_other_side_is_a_step_away(archive: str) -> None:
    address = (Path.cwd() / "draft.txt").as_uri()

    async def test() -> None:
        async with editing("--archive", archive) as editor:
            editor.open(address, DRAFT)
            (finding,) = await editor.found()
            assert quoted(DRAFT, finding.range) == "9"
            assert (finding.code, finding.severity) == ("conflict", types.DiagnosticSeverity.Warning)
            (related,) = finding.related_information or ()
            assert quoted(PUBLISHED, related.location.range) == "7"
            assert related.message.startswith("7: “😀 An explosion at a grain store")

            inside = types.Position(finding.range.start.line, finding.range.start.character + 1)
            sides = await editor.other_sides(address, inside)
            assert sides == [((Path.cwd() / "news" / "blast.txt").as_uri(), "7")]
            shown = await editor.hover(address, inside)
            assert shown
            assert "`7 v 9" in shown
            assert f"[news/blast.txt:4]({sides[0][0]}#L4)" in shown
            assert "injured **7** people" in shown

            nowhere = types.Position(0, 0)
            assert await editor.hover(address, nowhere) is None
            assert await editor.other_sides(address, nowhere) == []

    run(test)


def test_what_was_published_of_the_draft_itself_is_not_set_against_it(archive: str) -> None:
    address = (Path.cwd() / "news" / "blast.txt").as_uri()

    async def test() -> None:
        async with editing("--archive", archive) as editor:
            editor.open(address, DRAFT)
            assert await editor.found() == []

    run(test)


def test_an_article_whose_file_is_gone_is_told_without_a_place(archive: str) -> None:
    Path("news/blast.txt").unlink()

    async def test() -> None:
        async with editing("--archive", archive) as editor:
            editor.open("untitled:draft.txt", DRAFT)
            (finding,) = await editor.found()
            assert finding.related_information is None
            assert await editor.other_sides("untitled:draft.txt", finding.range.start) == []
            shown = await editor.hover("untitled:draft.txt", finding.range.start)
            assert shown
            assert "- news/blast.txt:4: “" in shown

    run(test)


def test_positions_are_those_of_the_editor() -> None:
    """Also behind what takes two places in UTF-16, and behind marks that end a line for Python alone."""

    async def test() -> None:
        async with editing() as editor:
            for number, (before, end) in enumerate(product(BEFORE, ("\n", "\r\n", "\r"))):
                text = WRONG.replace("The crash", f"{before}The crash").replace("\n", end)
                editor.open(f"file:///draft%20{number}.md", text)
                (finding,) = await editor.found()
                start = len((before + "The crash near Vell killed ").encode("utf-16-le", "surrogatepass")) // 2
                assert finding.range == types.Range(types.Position(2, start), types.Position(2, start + 2)), text

    run(test)


@pytest.mark.parametrize(("encoding", "width"), [("utf-8", 4), ("utf-32", 1)])
def test_positions_are_counted_as_agreed(encoding: str, width: int) -> None:
    async def test() -> None:
        async with editing(encodings=[encoding]) as editor:
            editor.open("file:///draft.md", WRONG.replace("The crash", "😀The crash"))
            (finding,) = await editor.found()
            assert finding.range.start == types.Position(2, width + len("The crash near Vell killed "))

    run(test)


def test_a_record_is_marked_as_a_line() -> None:
    text = '{"id": "a", "text": "Rain."}\n{"id": "b", "text": "They paid £12 million ($15 bilion) or 130 percent."}\n'
    wrong = text.replace("They", "The crash killed 12 people: five women, four men and two children. They")

    async def test() -> None:
        async with editing() as editor:
            editor.open("file:///drop.jsonl", wrong)
            found = [one for one in await editor.found() if one.code == "parts_total"]
            line = wrong.splitlines()[1]
            assert [one.range for one in found] == [types.Range(types.Position(1, 0), types.Position(1, len(line)))]

    run(test)


def test_what_an_article_says_is_inert() -> None:
    address = "file:///a%5D(b)%3Cimg%3E.txt"
    hostile = WRONG.replace("near Vell", "near [Vell](http://evil.example) <img src=x>\u202e *Brack*")

    async def test() -> None:
        async with editing() as editor:
            editor.open(address, hostile)
            (finding,) = await editor.found()
            shown = await editor.hover(address, finding.range.end)
            assert shown
            assert "Vell" in shown
            assert [mark for mark in ("Vell](", "<img", "\u202e", " *Brack*", "/a]") if mark in shown] == []
            (related, *_) = finding.related_information or ()
            assert "\u202e" not in related.message

    run(test)


def test_bad_input_is_told_and_the_server_goes_on() -> None:
    async def test() -> None:
        async with editing() as editor:
            editor.open("file:///draft.jsonl", '{"text": 7}\nnonsense\n')
            assert [one.severity for one in await editor.found()] != []
            editor.change("file:///draft.jsonl", "%PDF-1.7")
            assert [one.message for one in await editor.found()] == ["is a PDF, not text"]
            editor.change("file:///draft.jsonl", " \n")
            assert await editor.found() == []
            editor.change("file:///never-opened.md", WRONG)
            assert await editor.hover("file:///nor-this.md", types.Position(9, 9)) is None
            editor.protocol.notify("textDocument/didOpen", {"text": 1})
            assert await asyncio.wait_for(editor.logged.get(), PATIENCE)
            editor.open("file:///draft.md", WRONG)
            told = await editor.told()
            while told.uri != "file:///draft.md":
                told = await editor.told()
            assert len(told.diagnostics) == 1

    run(test)


def test_an_archive_that_can_be_read_no_more_is_told_in_the_log(archive: str) -> None:
    async def test() -> None:
        async with editing("--archive", archive) as editor:
            editor.open("file:///draft.md", RIGHT)
            assert await editor.found() == []
            Path(archive).unlink()
            editor.change("file:///draft.md", WRONG)
            assert await asyncio.wait_for(editor.logged.get(), PATIENCE) == "news.db: no such archive"

    run(test)


def test_a_bug_is_told_in_the_log(monkeypatch: pytest.MonkeyPatch) -> None:
    def broken(*_: object) -> None:
        raise ZeroDivisionError("by nought")

    said: list[str] = []
    monkeypatch.setattr(server, "judge", broken)
    drafts = server.Drafts(default_rulebook(), lambda: Gate(today=date(2031, 3, 4)), None)
    monkeypatch.setattr(drafts, "tell", said.append)
    asyncio.run(drafts.look("file:///draft.md", server.Draft(WRONG, 1)))
    (told,) = said
    assert "a bug in checker: ZeroDivisionError: by nought at checker/lsp/" in told


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (["--archive", "none.db"], "none.db: no such archive"),
        (["--rules", "none"], "none: no such folder of rules"),
    ],
)
def test_what_cannot_be_used_is_said_at_once(
    arguments: list[str], said: str, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["lsp", *arguments]) == 2
    assert capsys.readouterr().err == f"checker: {said}\n"


def test_without_pygls_it_says_what_is_needed(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setitem(sys.modules, "pygls", None)
    assert main(["lsp"]) == 2
    assert capsys.readouterr().err == "checker: lsp needs pygls: pip install 'figure-checker[lsp]'\n"
