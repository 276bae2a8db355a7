"""The archive: what was read before, by key, in one SQLite file.

It is the shuffle between `analyse` and `judge`: every article is kept with its claims under the words of its names, so
that a new article calls up those it may share an event with, and no others.  One transaction an article: whoever kills
the process finds every finished article complete.  Readers never wait for the writer (write-ahead log).
"""

from __future__ import annotations

import sqlite3
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import contextmanager
from hashlib import blake2b
from pathlib import Path
from types import TracebackType

import msgspec
from msgspec import Struct

from checker.errors import ArchiveError
from checker.records import Kept

__all__ = ["Archive", "Stats"]

MARK = 0x63686B72
"""SQLite's application id that tells an archive from any other database."""
VERSION = 1
WAIT = 30.0
"""Seconds to wait for another writer."""
_SCHEMA = """
CREATE TABLE article (
    number INTEGER PRIMARY KEY, id TEXT NOT NULL UNIQUE, digest BLOB NOT NULL,
    claims INTEGER NOT NULL, kept BLOB NOT NULL
);
CREATE TABLE name (word TEXT NOT NULL, article INTEGER NOT NULL, PRIMARY KEY (word, article)) WITHOUT ROWID;
CREATE TABLE frequency (
    kind TEXT NOT NULL, word TEXT NOT NULL, number INTEGER NOT NULL, PRIMARY KEY (kind, word)
) WITHOUT ROWID;
"""


class Stats(Struct, frozen=True):
    """How much an archive holds."""

    articles: int
    claims: int
    names: int
    bytes: int


class Archive:
    """An open archive; use it as a context manager.

    Raises:
        ArchiveError: the file is missing (unless `create`), is no archive, or another writer holds it too long.
    """

    def __init__(self, path: Path, *, create: bool = False) -> None:
        if not create and not path.is_file():
            raise ArchiveError(f"{path}: no such archive")
        self.path = path
        with self._told():
            self._database = sqlite3.connect(path, timeout=WAIT, isolation_level=None)
            self._prepare()

    def __enter__(self) -> Archive:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._database.close()

    def _prepare(self) -> None:
        (mark,) = self._database.execute("PRAGMA application_id").fetchone()
        (tables,) = self._database.execute("SELECT count(*) FROM sqlite_master").fetchone()
        if not mark and not tables:
            self._database.execute("PRAGMA journal_mode = WAL")
            with self._writing():
                if not self._database.execute("SELECT count(*) FROM sqlite_master").fetchone()[0]:
                    for statement in _SCHEMA.split(";"):
                        self._database.execute(statement)
                    self._database.execute(f"PRAGMA application_id = {MARK}")
                    self._database.execute(f"PRAGMA user_version = {VERSION}")
            (mark,) = self._database.execute("PRAGMA application_id").fetchone()
        (version,) = self._database.execute("PRAGMA user_version").fetchone()
        if mark != MARK:
            raise ArchiveError(f"{self.path}: is no archive of checker")
        if version != VERSION:
            raise ArchiveError(f"{self.path}: is an archive of version {version}; this checker reads version {VERSION}")

    @contextmanager
    def _told(self) -> Iterator[None]:
        try:
            yield
        except sqlite3.DatabaseError as error:
            raise ArchiveError(f"{self.path}: {error}") from error

    @contextmanager
    def _writing(self) -> Iterator[None]:
        with self._told():
            self._database.execute("BEGIN IMMEDIATE")
            try:
                yield
            except BaseException:
                self._database.execute("ROLLBACK")
                raise
            self._database.execute("COMMIT")

    def add(self, articles: Iterable[Kept]) -> int:
        """Keeps the articles, each in a transaction of its own; returns how many were new or had changed.

        An article of the same id is replaced; one that did not change costs a look.
        """
        return sum(self._add(kept) for kept in articles)

    def _add(self, kept: Kept) -> bool:
        data = msgspec.msgpack.encode(kept)
        digest = blake2b(data, digest_size=16).digest()
        with self._writing():
            found = self._database.execute(
                "SELECT number, digest, kept FROM article WHERE id = ?", (kept.source.article,)
            ).fetchone()
            if found and found[1] == digest:
                return False
            if found:
                self._forget(found[0], found[2])
            cursor = self._database.execute(
                "INSERT INTO article (id, digest, claims, kept) VALUES (?, ?, ?, ?)",
                (kept.source.article, digest, len(kept.claims), data),
            )
            number = cursor.lastrowid
            self._database.executemany("INSERT INTO name VALUES (?, ?)", [(word, number) for word in kept.names])
            self._database.executemany(
                "INSERT INTO frequency VALUES (?, ?, 1) ON CONFLICT DO UPDATE SET number = number + 1", _counted(kept)
            )
        return True

    def remove(self, ids: Iterable[str]) -> int:
        """Forgets the articles; returns how many there were."""
        removed = 0
        for identity in ids:
            with self._writing():
                found = self._database.execute("SELECT number, kept FROM article WHERE id = ?", (identity,)).fetchone()
                if found:
                    self._forget(*found)
                    removed += 1
        return removed

    def _forget(self, number: int, data: bytes) -> None:
        kept = msgspec.msgpack.decode(data, type=Kept)
        self._database.executemany("DELETE FROM name WHERE word = ? AND article = ?", [(w, number) for w in kept.names])
        self._database.executemany(
            "UPDATE frequency SET number = number - 1 WHERE kind = ? AND word = ?", _counted(kept)
        )
        self._database.executemany("DELETE FROM frequency WHERE kind = ? AND word = ? AND number <= 0", _counted(kept))
        self._database.execute("DELETE FROM article WHERE number = ?", (number,))

    def stats(self) -> Stats:
        """How much the archive holds."""
        with self._told():
            counted = self._database.execute("SELECT count(*), coalesce(sum(claims), 0) FROM article")
            articles, claims = counted.fetchone()
            (names,) = self._database.execute("SELECT count(DISTINCT word) FROM name").fetchone()
        return Stats(articles, claims, names, self.path.stat().st_size)

    def near(
        self, names: Sequence[Sequence[str]], weigh: Callable[[int, int], float], hot: int, least: float
    ) -> list[Kept]:
        """Kept articles that share enough rare names with one of the new ones, by id.

        `names` are the words of the names of each new article; `weigh` gives the rarity of a word from the number of
        articles that hold it and the number of all; words in more than `hot` articles call up nobody.
        """
        with self._told():
            (total,) = self._database.execute("SELECT count(*) FROM article").fetchone()
            counts = self.counts("name", {word for words in names for word in words})
            holders: dict[str, list[int]] = {}
            found: set[int] = set()
            for words in names:
                shared: dict[int, float] = defaultdict(float)
                for word in words:
                    if 0 < counts.get(word, 0) <= hot:
                        if word not in holders:
                            rows = self._database.execute("SELECT article FROM name WHERE word = ?", (word,))
                            holders[word] = [number for (number,) in rows]
                        for number in holders[word]:
                            shared[number] += weigh(counts[word], total)
                found |= {number for number, weight in shared.items() if weight >= least}
            data = [self._database.execute("SELECT kept FROM article WHERE number = ?", (n,)).fetchone() for n in found]
        kept = [msgspec.msgpack.decode(row[0], type=Kept) for row in data]
        return sorted(kept, key=lambda one: one.source.article)

    def size(self) -> int:
        """The number of articles."""
        with self._told():
            return int(self._database.execute("SELECT count(*) FROM article").fetchone()[0])

    def counts(self, kind: str, words: Iterable[str]) -> dict[str, int]:
        """In how many kept articles each of the words stands; `kind` is "name" or "word"."""
        found = {}
        with self._told():
            for word in words:
                row = self._database.execute(
                    "SELECT number FROM frequency WHERE kind = ? AND word = ?", (kind, word)
                ).fetchone()
                if row:
                    found[word] = row[0]
        return found


def _counted(kept: Kept) -> list[tuple[str, str]]:
    return [("name", word) for word in kept.names] + [("word", word) for word in kept.words]
