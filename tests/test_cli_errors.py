"""What users do wrong and what input may be like: one clear line each, the right exit status, the rest unharmed."""

from __future__ import annotations

import json
import os
from collections.abc import Mapping
from pathlib import Path

import pytest

from checker.articles import formats
from checker.cli import main
from checker.cli.check import TOLD
from checker.pipeline import analyse
from checker.records import Article, Document
from checker.rulebook import Layout, Rulebook
from checker.run import commands

GOOD = "Fire in Vell\n\nThe fire killed 12 people.\n"
RULE = "- id: felled\n  name: trees felled\n  verbz: [fell]\n  evolves: sideways\n"


@pytest.fixture(autouse=True)
def here(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A working directory with one good article."""
    monkeypatch.chdir(tmp_path)
    Path("good.txt").write_text(GOOD, encoding="utf-8")
    return tmp_path


def checked(capsys: pytest.CaptureFixture[str], *arguments: str) -> tuple[int, list[str], dict[str, list[str]]]:
    """Exit status, lines of standard error, and of the JSON the uris of articles and problems."""
    status = main(["check", "--format", "json", *arguments])
    said = capsys.readouterr()
    data = json.loads(said.out) if said.out else {}
    return (
        status,
        said.err.splitlines(),
        {key: [r["uri"] for r in data.get(key, ())] for key in ("articles", "problems")},
    )


def test_an_empty_folder(capsys: pytest.CaptureFixture[str]) -> None:
    Path("empty").mkdir()
    status, lines, found = checked(capsys, "empty", "good.txt")
    assert status == 3
    assert lines == ["checker: empty: the folder holds no files"]
    assert found == {"articles": ["good.txt"], "problems": ["empty"]}


def test_a_binary_file(capsys: pytest.CaptureFixture[str]) -> None:
    Path("photo.jpg").write_bytes(b"\xff\xd8\xff\xe0\0\x10JFIF\0" + bytes(range(256)) * 40)
    status, lines, found = checked(capsys, "photo.jpg", "good.txt")
    assert status == 3
    assert len(lines) == 1
    assert lines[0].startswith("checker: photo.jpg: ")
    assert found == {"articles": ["good.txt"], "problems": ["photo.jpg"]}


def test_a_missing_path(capsys: pytest.CaptureFixture[str]) -> None:
    status, lines, _ = checked(capsys, "good.txt", "goood.txt")
    assert status == 2
    assert lines == ["checker: no such file or folder: goood.txt"]


def test_a_file_in_latin_1(capsys: pytest.CaptureFixture[str]) -> None:
    Path("latin.txt").write_bytes("Café in Müritz\n\nThe café sold 12 cakes for £3 each, said Zoë.\n".encode("latin-1"))
    status, lines, found = checked(capsys, "latin.txt", "good.txt")
    assert (status, lines) == (0, [])
    assert found == {"articles": ["good.txt", "latin.txt"], "problems": []}
    assert main(["extract", "latin.txt"]) == 0
    assert "café sold 12 cakes for £3 each, said Zoë" in json.loads(capsys.readouterr().out)["text"]


@pytest.mark.skipif(os.geteuid() == 0, reason="root reads everything")
def test_a_file_that_may_not_be_read(capsys: pytest.CaptureFixture[str]) -> None:
    Path("locked.txt").write_text(GOOD, encoding="utf-8")
    Path("locked.txt").chmod(0)
    status, lines, _ = checked(capsys, "locked.txt", "good.txt")
    assert (status, lines) == (3, ["checker: locked.txt: cannot be read: Permission denied"])


def test_a_broken_rule_file(capsys: pytest.CaptureFixture[str]) -> None:
    path = Path("rules/facts/trees.yaml")
    path.parent.mkdir(parents=True)
    path.write_text(RULE, encoding="utf-8")
    status, lines, _ = checked(capsys, "good.txt", "--rules", "rules")
    assert status == 2
    assert [line.partition(": ")[2].partition(": ")[0] for line in lines] == [
        f"{path}:{place}" for place in ("1:3", "3:3", "4:12")
    ]
    assert "did you mean 'verbs'?" in lines[1]


@pytest.mark.parametrize(
    ("arguments", "line"),
    [
        ("check", "the following arguments are required: PATH (see checker check --help)"),
        ("check good.txt --format pdf", "--format pdf: unknown format 'pdf'; one of "),
        ("check good.txt --format json:", "--format json:: no file is named after the colon"),
        (
            "check good.txt --format json --format markdown",
            "--format: two reports for standard output; give each a file: FORMAT:FILE",
        ),
        ("check good.txt --jobs 0", "argument --jobs: '0' is not a number from 1 up (see checker check --help)"),
        ("check good.txt --rules nowhere", "nowhere: no such folder of rules"),
        ("check good.txt --format json:good.txt/x.json", "good.txt/x.json: cannot be written: File exists"),
        (
            "check good.txt --format json:./good.txt",
            "--format json:good.txt: would overwrite what is to be checked",
        ),
        ("rules show kiled", "no rule, check or layout has the id 'kiled'; did you mean 'killed'?"),
        ("rules test nowhere", "nowhere: no such folder of rules"),
    ],
)
def test_wrong_usage_is_told_in_one_line(arguments: str, line: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(arguments.split()) == 2
    said = capsys.readouterr()
    assert said.out == ""
    assert said.err.startswith(f"checker: {line}")
    assert said.err.count("\n") == 1


def test_an_unknown_command(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["chek", "good.txt"]) == 2
    assert capsys.readouterr().err.startswith("checker: argument COMMAND: invalid choice: 'chek'")


def test_a_folder_without_rules(here: Path, capsys: pytest.CaptureFixture[str]) -> None:
    Path("empty").mkdir()
    assert main(["check", "good.txt", "--rules", "empty"]) == 2
    assert capsys.readouterr().err.startswith("checker: empty: holds no rules")


def test_a_report_that_cannot_be_written_leaves_the_old_one(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    Path("out.json").write_text("old", encoding="utf-8")

    def full(self: Path, target: Path) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(Path, "replace", full)
    assert main(["check", "good.txt", "--format", "json:out.json"]) == 2
    assert capsys.readouterr().err == "checker: out.json: cannot be written: No space left on device\n"
    assert Path("out.json").read_text(encoding="utf-8") == "old"
    assert sorted(path.name for path in Path().iterdir()) == ["good.txt", "out.json"]


@pytest.mark.parametrize("command", ["check", "extract"])
def test_a_bug_in_one_article_is_told_and_spares_the_rest(
    command: str, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    Path("bad.txt").write_text("Bad\n\nThis one trips.\n", encoding="utf-8")

    def trips(article: Article, rules: Rulebook) -> object:
        return analyse(article, rules) if article.title != "Bad" else 1 / 0

    monkeypatch.setattr(commands, "analyse", trips)
    assert main([command, "good.txt", "bad.txt"]) == 3
    said = capsys.readouterr()
    assert said.err.startswith("checker: bad.txt: line 1: left out because of a bug in checker: ZeroDivisionError: ")
    if command == "extract":
        rows = [json.loads(line) for line in said.out.splitlines()]
        assert [(row["uri"], bool(row["text"])) for row in rows] == [("bad.txt", True), ("good.txt", True)]
        assert (rows[0]["quantities"], rows[0]["claims"]) == ([], [])


def test_a_bug_in_reading_one_file_is_told_and_spares_the_rest(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    Path("bad.txt").write_text("Bad\n", encoding="utf-8")
    real = formats._drafts

    def trips(document: Document, layouts: Mapping[str, Layout]) -> object:
        return real(document, layouts) if document.uri != "bad.txt" else 1 / 0

    monkeypatch.setattr(formats, "_drafts", trips)
    status, lines, found = checked(capsys, "bad.txt", "good.txt")
    assert status == 3
    assert lines[0].startswith("checker: bad.txt: line 1: left out because of a bug in checker: ZeroDivisionError: ")
    assert found == {"articles": ["good.txt"], "problems": ["bad.txt"]}


def test_a_bug_elsewhere_is_told_in_one_line(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(commands, "report", lambda *_: 1 / 0)
    assert main(["check", "good.txt"]) == 70
    lines = capsys.readouterr().err.splitlines()
    assert len(lines) == 1
    assert lines[0].startswith("checker: a bug in checker: ZeroDivisionError: division by zero at checker/run/")


def test_ids_are_each_one_article_s(capsys: pytest.CaptureFixture[str]) -> None:
    for name in ("one.jsonl", "two.jsonl"):
        Path(name).write_text('{"id": "x", "text": "The fire killed 12 people."}\n', encoding="utf-8")
    status = main(["check", "one.jsonl", "two.jsonl", "--format", "json"])
    said = capsys.readouterr()
    assert status == 3
    assert [article["id"] for article in json.loads(said.out)["articles"]] == ["x", "x#2"]
    assert said.err == "checker: two.jsonl: line 1: id 'x' is used in one.jsonl too; read as 'x#2'\n"


def test_a_file_name_that_is_not_utf_8(capsys: pytest.CaptureFixture[str]) -> None:
    with open(b"caf\xe9.txt", "w", encoding="utf-8") as stream:  # noqa: PTH123
        stream.write(GOOD)
    status, lines, found = checked(capsys, ".", "--format", "markdown:r.md")
    assert (status, lines) == (0, [])
    assert found == {"articles": ["./caf\\xe9.txt", "./good.txt"], "problems": []}
    assert "[caf\\\\xe9.txt:1](" in Path("r.md").read_text(encoding="utf-8")


def test_a_flood_of_problems_is_cut_on_standard_error(capsys: pytest.CaptureFixture[str]) -> None:
    Path("many.jsonl").write_text("{}\n" * (TOLD + 7), encoding="utf-8")
    status, lines, found = checked(capsys, "many.jsonl", "good.txt")
    assert status == 3
    assert len(lines) == TOLD + 1
    assert lines[-1] == f"checker: and {len(found['problems']) - TOLD} more problems; the JSON report has them all"


@pytest.mark.parametrize("command", ["check", "extract"])
def test_a_file_name_moves_no_cursor(command: str, capsys: pytest.CaptureFixture[str]) -> None:
    Path("red\x1b[31m\u202e.txt").write_text("", encoding="utf-8")
    assert main([command, "."]) == 3
    said = capsys.readouterr()
    assert said.err == "checker: ./red[31m.txt: is empty\n"
    assert "\x1b" not in said.out
