"""Standard input under a name of its own: an editor's draft, checked in the place of the file that it will be."""

from __future__ import annotations

import io
import json
import sys
from pathlib import Path

import pytest

from checker.cli import main

DRAFT = "# Crash in Vell\n\nThe crash near Vell killed 12 people: five women, four men and two children.\n"


@pytest.fixture(autouse=True)
def here(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    Path("drop").mkdir()
    Path("drop/draft.md").write_text(DRAFT.replace("12", "11"), encoding="utf-8")
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(DRAFT.encode())))


def checked(capsys: pytest.CaptureFixture[str], *arguments: str) -> tuple[list[str], list[str], str]:
    main(["check", *arguments, "--format", "json"])
    data = json.loads(capsys.readouterr().out)
    return (
        [article["uri"] for article in data["articles"]],
        [f["id"] for f in data["findings"]],
        data["articles"][0]["title"],
    )


def test_the_name_tells_the_format(capsys: pytest.CaptureFixture[str]) -> None:
    uris, found, title = checked(capsys, "-", "--stdin-filename", "drop/new.md")
    assert (uris, len(found), title) == (["drop/new.md"], 1, "Crash in Vell")


def test_it_stands_for_the_file_of_that_name(capsys: pytest.CaptureFixture[str]) -> None:
    uris, found, _ = checked(capsys, "-", "drop", "--stdin-filename", "drop/draft.md")
    assert uris == ["drop/draft.md"]
    Path("drop/draft.md").write_text(DRAFT, encoding="utf-8")
    assert checked(capsys, "drop")[1] == found


def test_without_a_name_it_is_a_dash(capsys: pytest.CaptureFixture[str]) -> None:
    assert checked(capsys, "-", "drop")[0] == ["-", "drop/draft.md"]


def test_extract_takes_it_too(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["extract", "-", "--stdin-filename", "a.md"]) == 0
    assert json.loads(capsys.readouterr().out)["uri"] == "a.md"
