"""The server: which draft is looked at when, and what the client asks of it."""

from __future__ import annotations

import asyncio
import logging
import os
import sys
from collections.abc import Callable
from pathlib import Path

from lsprotocol import types
from msgspec import Struct
from msgspec.structs import replace
from pygls.lsp.server import LanguageServer

from checker.errors import CheckerError
from checker.gate import Gate
from checker.lsp.drafts import Judged, judge
from checker.lsp.marks import Mark, marks
from checker.lsp.places import holds, name
from checker.lsp.shown import diagnostic, hint, hover
from checker.records import Document, Problem
from checker.report import clean
from checker.rulebook import Rulebook, default_rulebook
from checker.run.mishaps import guarded
from checker.version import __version__

__all__ = ["serve"]

PAUSE = 0.05
"""Seconds without a change before a draft is looked at: less than people notice, enough to take a burst as one."""
_FIRST = b"Fire in Vell\n\nA fire on Monday, 3 March 2025 killed 12 people in Vell and cost $3 million, police said.\n"


def serve(rules: Rulebook, gate: Callable[[], Gate], archive: Path | None) -> None:
    """Speaks the protocol on standard input and output until the client says that it is done.

    `gate` says what counts on the day that it is asked.
    """
    logging.getLogger("pygls").setLevel(logging.CRITICAL)  # what goes wrong is told to the client
    with os.fdopen(os.dup(sys.stdout.fileno()), "wb") as out:  # pygls closes it
        _server(Drafts(rules, gate, archive)).start_io(stdout=out)


class Draft(Struct, frozen=True):
    """A text as the client gave it; every change makes another."""

    text: str
    version: int | None


class Drafts(LanguageServer):
    """The open drafts and what was found in them.

    One draft at a time is judged, in a thread, so that the client is heard meanwhile; a result that a later change
    has made stale is dropped.  Clients send the whole text at every change: pygls ends lines at marks that end none by
    the protocol, so that after a change to a part its text could be another than the editor's.
    """

    def __init__(self, rules: Rulebook, gate: Callable[[], Gate], archive: Path | None) -> None:
        super().__init__("checker", __version__, text_document_sync_kind=types.TextDocumentSyncKind.Full)
        self._rules = rules
        self._gate = gate
        self._archive = archive
        self._one_at_a_time = asyncio.Lock()
        self._drafts: dict[str, Draft] = {}
        self._marks: dict[str, list[Mark]] = {}

    async def warm_up(self) -> None:
        """Loads the tables and rules that are loaded when first needed, before the first draft needs them."""
        async with self._one_at_a_time:
            await asyncio.to_thread(default_rulebook)
            await asyncio.to_thread(self._judged, "draft.txt", _FIRST.decode())

    async def look(self, address: str, draft: Draft, pause: float = 0.0) -> None:
        """Judges the draft, unless another takes its place in the pause, and publishes what was found."""
        self._drafts[address] = draft
        await asyncio.sleep(pause)
        async with self._one_at_a_time:
            if self._drafts.get(address) is not draft:
                return
            result = await asyncio.to_thread(self._judged, name(address), draft.text)
            if self._drafts.get(address) is not draft:
                return
            if isinstance(result, Problem):
                self.tell(result.message)
                return
            units = self.workspace.position_codec.client_num_units
            self._marks[address] = list(marks(address, draft.text, result, units))
            shown = [diagnostic(mark) for mark in self._marks[address] if mark.is_first]
            shown += map(hint, result.report.problems)
            self._publish(address, shown, draft.version)

    async def look_again(self, address: str) -> None:
        """Judges the draft as it stands: the archive may hold more by now."""
        if draft := self._drafts.get(address):
            await self.look(address, replace(draft))

    def close(self, address: str) -> None:
        """Forgets the draft, and takes back what was said of it."""
        self._drafts.pop(address, None)
        self._marks.pop(address, None)
        self._publish(address, [], None)

    def at(self, asked: types.HoverParams | types.DefinitionParams) -> list[Mark]:
        """The findings at the position, as of the last look."""
        return [mark for mark in self._marks.get(asked.text_document.uri, ()) if holds(mark.where, asked.position)]

    def tell(self, message: str) -> None:
        """Writes into the client's log."""
        self.window_log_message(types.LogMessageParams(types.MessageType.Error, clean(message)))

    def report_server_error(self, error: Exception, source: object) -> None:
        """What pygls could not handle, into the log; a failed request is answered with its error besides."""
        self.tell(f"{type(error).__name__}: {error}")

    def _judged(self, uri: str, text: str) -> Judged | Problem:
        document = Document(uri, text.encode("utf-8", "replace"))  # half a surrogate pair: one unit as before
        try:
            return guarded(lambda: judge(document, self._rules, self._gate(), self._archive), uri, 1)
        except CheckerError as error:
            return Problem(uri, "archive", str(error))

    def _publish(self, address: str, shown: list[types.Diagnostic], version: int | None) -> None:
        self.text_document_publish_diagnostics(types.PublishDiagnosticsParams(address, shown, version))


def _server(drafts: Drafts) -> Drafts:
    @drafts.feature(types.INITIALIZED)
    async def initialized(_: types.InitializedParams) -> None:
        await drafts.warm_up()

    @drafts.feature(types.TEXT_DOCUMENT_DID_OPEN)
    async def opened(params: types.DidOpenTextDocumentParams) -> None:
        document = params.text_document
        await drafts.look(document.uri, Draft(document.text, document.version))

    @drafts.feature(types.TEXT_DOCUMENT_DID_CHANGE)
    async def changed(params: types.DidChangeTextDocumentParams) -> None:
        document = params.text_document
        if params.content_changes:
            await drafts.look(document.uri, Draft(params.content_changes[-1].text, document.version), PAUSE)

    @drafts.feature(types.TEXT_DOCUMENT_DID_SAVE)
    async def saved(params: types.DidSaveTextDocumentParams) -> None:
        await drafts.look_again(params.text_document.uri)

    @drafts.feature(types.TEXT_DOCUMENT_DID_CLOSE)
    def closed(params: types.DidCloseTextDocumentParams) -> None:
        drafts.close(params.text_document.uri)

    @drafts.feature(types.TEXT_DOCUMENT_HOVER)
    def hovered(params: types.HoverParams) -> types.Hover | None:
        found = drafts.at(params)
        if not found:
            return None
        return types.Hover(types.MarkupContent(types.MarkupKind.Markdown, hover(found)), found[0].where)

    @drafts.feature(types.TEXT_DOCUMENT_DEFINITION)
    def other_sides(params: types.DefinitionParams) -> list[types.Location]:
        places = [one.place for mark in drafts.at(params) for one in mark.others if one.place]
        return [place for number, place in enumerate(places) if place not in places[:number]]

    return drafts
