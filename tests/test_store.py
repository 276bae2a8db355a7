"""The archive on disk: what goes in comes out, twice is once, and a killed writer leaves it whole."""

import json
import os
import signal
import sqlite3
import subprocess
import sys
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from random import Random
from time import sleep

import pytest
from msgspec import msgpack

from checker import store
from checker.cli import main
from checker.errors import ArchiveError
from checker.facts import HOT, is_near, keep, rareness
from checker.records import Claim, Kept, Source
from checker.store import Archive

WRITER = """
import sys
from itertools import count
from pathlib import Path
sys.path.insert(0, {tests!r})
from test_store import many
from checker.store import Archive
with Archive(Path(sys.argv[1]), create=True) as archive:
    for toll in count(12):
        for kept in many(40, toll):
            archive.add([kept])
            print(kept.source.article, toll, flush=True)
"""


def article(number: int, toll: int = 12, town: str = "drennova") -> Kept:
    source = Source(
        article=f"a{number}", uri="x.jsonl", title="Blast", outlet=None, published="2023-05-02", line=number,
        names={town: 2.0, f"street {number % 50}": 1.0, "kostrova": 1.0},
        words=("blast", "store", f"word{number % 97}"),
    )  # fmt: skip
    claim = Claim(
        id=f"a{number}:1", article=f"a{number}", field="text", start=0, end=2, figure=str(toll), fact="killed",
        low=toll, high=toll,
    )  # fmt: skip
    return keep(source, (claim,))


def many(count: int, toll: int = 12) -> list[Kept]:
    return [article(number, toll, town=f"town{number % 300}") for number in range(count)]


def near(archive: Archive, *new: Kept) -> list[Kept]:
    return archive.near(new, rareness, is_near, HOT)


def consistent(path: Path) -> set[str]:
    """The ids of the archive, after counting everything anew."""
    with sqlite3.connect(path) as database:
        assert database.execute("PRAGMA integrity_check").fetchone() == ("ok",)
        ids = {identity for (identity,) in database.execute("SELECT id FROM article")}
        orphans = database.execute("SELECT count(*) FROM name WHERE article NOT IN (SELECT number FROM article)")
        assert orphans.fetchone() == (0,)
        for (blob,) in database.execute("SELECT kept FROM article"):
            assert msgpack.decode(blob, type=Kept).claims
        wrong = database.execute(
            "SELECT word FROM frequency f WHERE kind = 'name' "
            "AND number <> (SELECT count(*) FROM name n WHERE n.word = f.word)"
        )
        assert wrong.fetchall() == []
    return ids


def test_twice_is_once(tmp_path: Path) -> None:
    with Archive(tmp_path / "news.db", create=True) as archive:
        assert archive.add([article(1), article(2)]) == 2
        before = archive.stats()
        assert archive.add([article(1), article(2)]) == 0
        assert archive.stats().articles == before.articles == 2
        assert archive.stats().claims == 2
    assert consistent(tmp_path / "news.db") == {"a1", "a2"}


def test_a_corrected_article_replaces_its_claims(tmp_path: Path) -> None:
    with Archive(tmp_path / "news.db", create=True) as archive:
        archive.add([article(1, toll=12)])
        assert archive.add([article(1, toll=17)]) == 1
        (found,) = near(archive, article(2))
        assert [claim.low for claim in found.claims] == [17]
    assert consistent(tmp_path / "news.db") == {"a1"}


def test_what_is_removed_is_gone(tmp_path: Path) -> None:
    with Archive(tmp_path / "news.db", create=True) as archive:
        archive.add([article(1), article(2, town="aldra")])
        assert archive.remove(["a1", "no-such"]) == 1
        assert [kept.source.article for kept in near(archive, article(1))] == ["a2"]
        assert archive.counts("name", ["drennova", "aldra"]) == {"aldra": 1}
    assert consistent(tmp_path / "news.db") == {"a2"}


def test_only_articles_that_share_rare_names_are_called_up(tmp_path: Path) -> None:
    with Archive(tmp_path / "news.db", create=True) as archive:
        archive.add(many(400))
        found = near(archive, article(9999, town="town7"))
        assert [kept.source.article for kept in found] == ["a307", "a7"]


def test_an_open_archive_can_be_read_by_another(tmp_path: Path) -> None:
    with Archive(tmp_path / "news.db", create=True) as one, Archive(tmp_path / "news.db") as other:
        one.add([article(1)])
        assert other.size() == 1


def test_a_second_writer_waits_and_then_says_why(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = tmp_path / "news.db"
    with Archive(path, create=True) as one:
        one.add([article(1)])
        monkeypatch.setattr(store, "WAIT", 0.05)
        with Archive(path) as other, sqlite3.connect(path, isolation_level=None) as holder:
            holder.execute("BEGIN IMMEDIATE")
            with pytest.raises(ArchiveError, match=r"news\.db: another process is writing to it"):
                other.add([article(2)])
            assert other.size() == 1
            holder.execute("ROLLBACK")
            assert other.add([article(2)]) == 1


def test_several_writers_and_readers_at_once(tmp_path: Path) -> None:
    path = tmp_path / "news.db"

    def write(first: int) -> int:
        with Archive(path, create=True) as archive:
            return archive.add(article(number) for number in range(first, first + 20))

    def read(_: int) -> bool:
        with Archive(path) as archive, archive.snapshot():
            return archive.size() == archive.stats().claims

    write(0)
    with ThreadPoolExecutor(6) as pool:
        written = pool.map(write, (20, 40, 60))
        whole = pool.map(read, range(20))
        assert sum(written) == 60
        assert all(whole)
    assert len(consistent(path)) == 80


def test_the_order_of_adding_does_not_matter(tmp_path: Path) -> None:
    kept = many(60)
    found = []
    for name, listed in (("a.db", kept), ("b.db", kept[::-1])):
        with Archive(tmp_path / name, create=True) as archive:
            archive.add(listed)
            found.append(near(archive, article(9999, town="town7"), article(9998, town="town9")))
    assert found[0] == found[1]


@pytest.mark.parametrize(
    ("content", "told"),
    [
        (b"not a database, but long enough to look at" * 40, "is no archive of checker"),
        (b"PK\x03\x04", "is no archive of checker"),
        (None, "no such archive"),
    ],
)
def test_what_is_no_archive_is_told(tmp_path: Path, content: bytes | None, told: str) -> None:
    path = tmp_path / "other.db"
    if content is not None:
        path.write_bytes(content)
    with pytest.raises(ArchiveError, match=rf"^\S+other\.db: {told}$"):
        Archive(path)


def test_another_database_is_left_alone(tmp_path: Path) -> None:
    path = tmp_path / "other.db"
    with sqlite3.connect(path) as database:
        database.execute("CREATE TABLE mine (x)")
    before = path.read_bytes()
    with pytest.raises(ArchiveError, match="is no archive"):
        Archive(path, create=True)
    assert path.read_bytes() == before


def test_an_archive_of_another_version_is_told(tmp_path: Path) -> None:
    path = tmp_path / "news.db"
    with Archive(path, create=True) as archive:
        archive.add([article(1)])
    with sqlite3.connect(path) as database:
        database.execute(f"PRAGMA user_version = {store.VERSION + 1}")
    with pytest.raises(ArchiveError, match=rf"version {store.VERSION + 1}, not {store.VERSION}; make it anew"):
        Archive(path)


def test_an_article_that_cannot_be_read_is_told(tmp_path: Path) -> None:
    path = tmp_path / "news.db"
    with Archive(path, create=True) as archive:
        archive.add([article(1)])
        with sqlite3.connect(path) as database:
            database.execute("UPDATE article SET kept = x'93c0'")
        with pytest.raises(ArchiveError, match="holds an article that cannot be read"):
            near(archive, article(2))


def test_a_damaged_archive_is_told(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    path = tmp_path / "news.db"
    with Archive(path, create=True) as archive:
        archive.add(many(40))
    data = path.read_bytes()
    path.write_bytes(data[:4096] + b"\x7f" * (len(data) - 4096))
    assert main(["archive", "stats", str(path)]) == 2
    assert capsys.readouterr().err.count("\n") == 1


@pytest.mark.skipif(os.name != "posix", reason="kills a process the POSIX way")
def test_a_killed_writer_leaves_every_finished_article(tmp_path: Path) -> None:
    """At 20 points: while adding, and while corrected articles replace those of the first round."""
    chance = Random(7)
    program = WRITER.format(tests=str(Path(__file__).parent))
    for attempt in range(20):
        path = tmp_path / f"{attempt}.db"
        with subprocess.Popen([sys.executable, "-c", program, str(path)], stdout=subprocess.PIPE, text=True) as writer:
            assert writer.stdout is not None
            told = [writer.stdout.readline() for _ in range(chance.randrange(1, 120))]
            sleep(chance.random() / 200)
            writer.send_signal(signal.SIGKILL)
            told += [line for line in writer.stdout if line.endswith("\n")]
        tolls = {identity: float(toll) for identity, toll in map(str.split, told)}
        ids = consistent(path)
        assert {*tolls} <= ids
        assert ids == {f"a{number}" for number in range(len(ids))}
        with sqlite3.connect(path) as database:
            for (blob,) in database.execute("SELECT kept FROM article"):
                kept = msgpack.decode(blob, type=Kept)
                assert kept.claims[0].low >= tolls.get(kept.source.article, 12)
        with Archive(path) as archive:
            assert archive.add([article(99_999)]) == 1


def test_a_new_article_is_judged_against_the_archive(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    text = (
        "An explosion at a grain store in Drennova on Tuesday killed {} people, the mayor Ilan Kostrova said. "
        "Rescue teams from Port Aldra searched the rubble of the grain store."
    )
    old = {"id": "old", "title": "Blast in Drennova", "text": text.format(12), "published": "2023-05-02"}
    new = {"id": "new", "title": "Blast in Drennova", "text": text.format(17), "published": "2023-05-03"}
    for record in (old, new):
        (tmp_path / f"{record['id']}.jsonl").write_text(json.dumps(record) + "\n", encoding="utf-8")
    archive = str(tmp_path / "news.db")
    assert main(["archive", "add", archive, str(tmp_path / "old.jsonl")]) == 0
    capsys.readouterr()
    assert main(["check", str(tmp_path / "new.jsonl"), "--archive", archive, "--format", "json"]) == 0
    report = json.loads(capsys.readouterr().out)
    assert [finding["check"] for finding in report["findings"]] == ["updated"]
    assert {row["id"] for row in report["articles"]} == {"old", "new"}
    listed = {claim["id"] for claim in report["claims"]}
    assert all(claim in listed for fact in report["facts"] for claim in fact["claims"])
    assert main(["archive", "remove", archive, "old"]) == 0
    assert main(["archive", "stats", archive]) == 0
    assert "articles  0" in capsys.readouterr().out
