"""Paths of the command line → documents."""

import io
from pathlib import Path

import pytest

from checker.articles import documents
from checker.errors import UsageError
from checker.records import Document, Problem


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    for name in ("drop/b.txt", "drop/a/z.txt", "drop/.hidden/x.txt", "drop/.y.txt", "c.txt"):
        path = tmp_path / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(name)
    (tmp_path / "none").mkdir()
    monkeypatch.chdir(tmp_path)
    return tmp_path


def uris(paths: list[str]) -> list[str]:
    return [found.uri for found in documents(paths)]


def test_folders_are_searched_through(folder: Path) -> None:
    assert uris(["drop"]) == uris(["drop/"]) == ["drop/a/z.txt", "drop/b.txt"]


def test_settings_and_code_beside_articles_are_passed_over_unless_named(folder: Path) -> None:
    for name in ("checker.yaml", "scrape.PY", "old.log"):
        (folder / "drop" / name).write_text("Twelve died.")
    assert uris(["drop"]) == ["drop/a/z.txt", "drop/b.txt"]
    assert uris(["drop/checker.yaml"]) == ["drop/checker.yaml"]


def test_order_of_paths_does_not_matter(folder: Path) -> None:
    assert uris(["drop", "c.txt"]) == uris(["c.txt", "drop"]) == ["c.txt", "drop/a/z.txt", "drop/b.txt"]


def test_a_file_named_twice_is_read_once(folder: Path) -> None:
    assert uris(["drop", "drop/b.txt", "drop/b.txt", str(folder / "drop/b.txt")]) == [
        str(folder / "drop/b.txt"),
        "drop/a/z.txt",
    ]


def test_standard_input(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("sys.stdin", io.TextIOWrapper(io.BytesIO(b"words")))
    assert list(documents(["-", "-"])) == [Document("-", b"words")]


def test_a_missing_path_is_wrong_usage(folder: Path) -> None:
    with pytest.raises(UsageError, match=r"^no such file or folder: gone\.txt, lost$"):
        list(documents(["lost", "c.txt", "gone.txt"]))


def test_an_empty_folder_is_a_problem(folder: Path) -> None:
    assert list(documents(["none"])) == [Problem("none", "read", "the folder holds no files")]


def test_a_dangling_link_is_a_problem(folder: Path) -> None:
    (folder / "link.txt").symlink_to("nowhere")
    (found,) = documents(["link.txt"])
    assert found == Problem("link.txt", "read", "cannot be read: No such file or directory")


def test_a_loop_of_links_is_a_problem(folder: Path) -> None:
    (folder / "loop.txt").symlink_to("loop.txt")
    (found,) = documents(["loop.txt"])
    assert isinstance(found, Problem)
