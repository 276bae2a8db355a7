"""The archive: what was read before, by key, in one SQLite file.

It is the shuffle between `analyse` and `judge`: every article is kept with its claims under the words of its names, so
that a new article calls up those it may share an event with, and no others.  One transaction an article: whoever kills
the process finds every finished article complete.  Readers never wait for the writer (write-ahead log), and a second
writer waits its turn.  A power cut may undo the last articles, but leaves no half of one; add them again.
"""

from __future__ import annotations

import sqlite3
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import contextmanager
from hashlib import blake2b
from pathlib import Path
from types import TracebackType
from typing import Any, Literal

import msgspec
from msgspec import Struct

from checker.errors import ArchiveError
from checker.records import Kept

__all__ = ["Archive", "Stats"]

MARK = 0x63686B72
"""SQLite's application id that tells an archive from any other database."""
VERSION = 2
WAIT = 30.0
"""Seconds to wait for another writer."""
MOST = 100
"""Articles called up for one new one at most: those that share the most rare names."""
BATCH = 500
"""Values in one question to the database."""
_TOLD = {
    sqlite3.SQLITE_BUSY: "another process is writing to it; try again when that has finished",
    sqlite3.SQLITE_CORRUPT: "is damaged; make it anew",
    sqlite3.SQLITE_NOTADB: "is no archive of checker",
    sqlite3.SQLITE_READONLY: "cannot be written to",
}
_SCHEMA = """
CREATE TABLE article (
    number INTEGER PRIMARY KEY, id TEXT NOT NULL UNIQUE, digest BLOB NOT NULL,
    claims INTEGER NOT NULL, days TEXT NOT NULL, kept BLOB NOT NULL
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
            self._database.execute("PRAGMA synchronous = NORMAL")
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
            raise ArchiveError(f"{self.path}: is an archive of version {version}, not {VERSION}; make it anew")

    @contextmanager
    def _told(self) -> Iterator[None]:
        try:
            yield
        except sqlite3.DatabaseError as error:
            raise ArchiveError(f"{self.path}: {_TOLD.get(error.sqlite_errorcode & 0xFF, str(error))}") from error

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

    @contextmanager
    def snapshot(self) -> Iterator[None]:
        """All that is read inside is of one moment, whatever another process writes meanwhile."""
        with self._told():
            self._database.execute("BEGIN")
            try:
                yield
            finally:
                self._database.execute("ROLLBACK")

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
                "INSERT INTO article (id, digest, claims, days, kept) VALUES (?, ?, ?, ?, ?)",
                (kept.source.article, digest, len(kept.claims), " ".join(map(str, kept.days)), data),
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
        kept = self._decoded(data)
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
        self,
        new: Sequence[Kept],
        weigh: Callable[[int, int], float],
        is_near: Callable[[float, Sequence[int], Sequence[int]], bool],
        hot: int,
    ) -> list[Kept]:
        """Kept articles that may tell of the event of one of the new ones, by id.

        `weigh` gives the rarity of a name from the number of articles that hold it and the number of all; names in more
        than `hot` articles call up nobody.  `is_near` judges by the summed rarity of the names that two articles share
        and by their days.  Of those that it takes each new article calls up `MOST`.
        """
        with self._told():
            total = self.size()
            counts = self.counts("name", {word for one in new for word in one.names})
            cool = {word: weigh(count, total) for word, count in counts.items() if count <= hot}
            holders: dict[str, list[int]] = defaultdict(list)
            for word, number in self._rows("SELECT word, article FROM name WHERE word IN", sorted(cool)):
                holders[word].append(number)
            shared = [_shared(one.names, cool, holders) for one in new]
            known = {
                number: (identity, tuple(map(int, days.split())))
                for number, identity, days in self._rows(
                    "SELECT number, id, days FROM article WHERE number IN", sorted({n for held in shared for n in held})
                )
            }
            wanted: set[int] = set()
            for one, held in zip(new, shared, strict=True):
                near = [(-w, known[n][0], n) for n, w in held.items() if is_near(w, one.days, known[n][1])]
                wanted.update(number for _, _, number in sorted(near)[:MOST])
            data = self._rows("SELECT kept FROM article WHERE number IN", sorted(wanted))
            return sorted((self._decoded(blob) for (blob,) in data), key=lambda one: one.source.article)

    def _rows(self, question: str, values: Sequence[Any]) -> Iterator[tuple[Any, ...]]:
        """The answers to a question that ends in IN, asked for a batch of values at a time."""
        for at in range(0, len(values), BATCH):
            batch = values[at : at + BATCH]
            yield from self._database.execute(f"{question} ({','.join('?' * len(batch))})", batch)

    def _decoded(self, data: bytes) -> Kept:
        try:
            return msgspec.msgpack.decode(data, type=Kept)
        except msgspec.DecodeError as error:
            raise ArchiveError(f"{self.path}: holds an article that cannot be read: {error}") from error

    def size(self) -> int:
        """The number of articles."""
        with self._told():
            return int(self._database.execute("SELECT count(*) FROM article").fetchone()[0])

    def counts(self, kind: Literal["name", "word"], words: Iterable[str]) -> dict[str, int]:
        """In how many kept articles each of the words stands; `kind` is "name" or "word"."""
        with self._told():
            question = f"SELECT word, number FROM frequency WHERE kind = '{kind}' AND word IN"
            return dict(self._rows(question, sorted(words)))


def _shared(names: Iterable[str], rare: dict[str, float], holders: dict[str, list[int]]) -> dict[int, float]:
    """The summed rarity of the names that each kept article has in common with one."""
    shared: dict[int, float] = defaultdict(float)
    for word in names:
        for number in holders.get(word, ()):
            shared[number] += rare[word]
    return shared


def _counted(kept: Kept) -> list[tuple[str, str]]:
    return [("name", word) for word in kept.names] + [("word", word) for word in kept.words]
