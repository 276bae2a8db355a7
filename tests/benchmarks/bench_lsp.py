"""From a change in an editor to the findings: `make bench` prints how long `checker lsp` takes.

A client of the protocol types at the end of a draft of a thousand words, made of paragraphs of the corpus, with an
archive of the corpus attached, which holds every event that the draft tells of.  The time counts the pause in which
the server waits for another key.
"""

from __future__ import annotations

import asyncio
import statistics
import subprocess
import sys
import tempfile
import time
from pathlib import Path

from lsprotocol import types
from pygls.lsp.client import LanguageClient

from benchmarks import ROOT

CORPUS = ROOT / "tests" / "corpus"
WORDS = 1_000
CHANGES = 30
TARGET = 0.3
"""Seconds that a change may take."""


def draft() -> str:
    """A draft of a thousand words: long paragraphs of the corpus, one of each article in turn."""
    texts = [path.read_text(encoding="utf-8") for path in sorted(CORPUS.rglob("*.txt"))]
    bodies = [[line for line in text.splitlines() if len(line) > 100] for text in texts]
    turns = [body[turn] for turn in range(max(map(len, bodies))) for body in bodies if turn < len(body)]
    words = " \n\n ".join(turns).split(" ")
    return "Marrowick remembers the week of the attack\n\n" + " ".join(words[:WORDS])


async def measured(archive: Path) -> list[float]:
    """Seconds from each change to its findings."""
    client = LanguageClient("bench", "1")
    published: asyncio.Queue[int | None] = asyncio.Queue()
    publish = client.feature(types.TEXT_DOCUMENT_PUBLISH_DIAGNOSTICS)
    publish(lambda params: published.put_nowait(params.version))
    await client.start_io(sys.executable, "-m", "checker", "lsp", "--archive", str(archive), cwd=ROOT)
    await client.initialize_async(types.InitializeParams(capabilities=types.ClientCapabilities()))
    client.initialized(types.InitializedParams())
    address, text = (ROOT / "draft.txt").as_uri(), draft()
    client.text_document_did_open(
        types.DidOpenTextDocumentParams(types.TextDocumentItem(address, "plaintext", 0, text))
    )
    await published.get()
    seconds = []
    for version in range(1, CHANGES + 1):
        text += f" The police held {version} men."
        document = types.VersionedTextDocumentIdentifier(version, address)
        change = types.DidChangeTextDocumentParams(document, [types.TextDocumentContentChangeWholeDocument(text)])
        began = time.perf_counter()
        client.text_document_did_change(change)
        while await published.get() != version:
            pass
        seconds.append(time.perf_counter() - began)
    await client.shutdown_async(None)
    client.exit(None)
    await client.stop()  # type: ignore[no-untyped-call]
    return seconds


def main() -> None:
    """Prints the table."""
    with tempfile.TemporaryDirectory() as folder:
        archive = Path(folder) / "news.db"
        add = (sys.executable, "-m", "checker", "archive", "add", str(archive), "tests/corpus")
        subprocess.run(add, cwd=ROOT, check=True, stdout=subprocess.DEVNULL)
        seconds = asyncio.run(measured(archive))
    median, worst = (1000 * found for found in (statistics.median(seconds), max(seconds)))
    print("| from a change to the findings | median ms | worst ms | target |\n|---|---:|---:|---:|")
    told = f"a draft of {WORDS:,} words, the corpus as archive"
    print(f"| `checker lsp`, {told}, {CHANGES} changes | {median:.0f} | {worst:.0f} | {1000 * TARGET:.0f} |")


if __name__ == "__main__":
    main()
