"""The manual of rules holds what it says: its files and commands are run, its lists of values are those of the tool."""

from __future__ import annotations

import json
import re
from collections.abc import Callable
from pathlib import Path
from typing import get_args

import msgspec
import pytest

from checker.cli import main
from checker.records import Bound, Status
from checker.rulebook import FactRule, noun_classes, table
from checker.rulebook.source import SHIPPED

MANUAL = (SHIPPED / "README.md").read_text(encoding="utf-8")
PART = re.compile(r"(?P<before>[^`]*(?:`[^`\n]+`[^`]*)*)```(?P<kind>\w+)\n(?P<content>.*?)```", re.S)
FILE = re.compile(r"`((?:my-rules|drafts)/[\w/]+\.\w+)`")
KEYS, VALUES = (re.findall(r"^\| (`.*?) \|(.*)\|$", part, re.M) for part in MANUAL.split("| where | may stand |"))


@pytest.fixture(autouse=True)
def here(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A working directory with nothing in it."""
    monkeypatch.chdir(tmp_path)


def test_what_it_shows_is_what_comes(capsys: pytest.CaptureFixture[str]) -> None:
    """Writes each file under the name before it, runs each command, and holds its output to what is shown."""
    commands = 0
    for part in PART.finditer(MANUAL):
        if part["kind"] != "console":
            path = Path(FILE.findall(part["before"])[-1])
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_text(part["content"], encoding="utf-8")
            continue
        line, _, shown = part["content"].removeprefix("$ checker ").partition("\n")
        command, _, written = line.partition(" > ")
        status = main(command.split())
        said = capsys.readouterr()
        assert (status, said.err) == (0, "")
        if written:
            Path(written).write_text(said.out, encoding="utf-8")
        else:
            assert said.out == shown
        commands += 1
    assert commands == 4
    written = {path.as_posix() for folder in ("drafts", "my-rules") for path in Path(folder).rglob("*.*")}
    assert written == {
        "drafts/monday.md",
        "drafts/tuesday.md",
        "my-rules/checks/ours.yaml",
        "my-rules/facts/fee.yaml",
        "my-rules/facts/off.yaml",
        "my-rules/facts/snow.yaml",
    }


def test_the_first_rule_has_ten_lines() -> None:
    first = next(part["content"] for part in PART.finditer(MANUAL) if part["kind"] == "yaml")
    assert len(first.splitlines()) == 10


def test_every_key_is_told() -> None:
    told = {name for keys, _ in KEYS for name in re.findall(r"`(\w+)`", keys)}
    assert told == {field.name for field in msgspec.structs.fields(FactRule)} - {"examples"}
    assert "`examples`" not in told


@pytest.mark.parametrize(
    ("key", "known"),
    [
        ("counts", set(noun_classes())),
        ("dimensions", {*table("dimensions")["sizes"], *table("dimensions")["other"]}),
        ("bound", set(get_args(Bound))),
        ("status", set(get_args(Status))),
    ],
)
def test_every_value_is_told(key: str, known: set[str]) -> None:
    told = dict(VALUES)[f"`{key}`"]
    assert set(re.findall(r"`(\w+)`", told)) == known


@pytest.mark.parametrize(
    ("monday", "tuesday", "severity"),
    [
        ("84", "48", "warning"),
        ("some 84", "48", "info"),
        ("more than 84", "48", "info"),
        ("84", "48.5", "info"),
        ("184", "48", None),
        ("300", "310", None),
    ],
)
def test_figures_are_told_as_the_table_says(
    monday: str, tuesday: str, severity: str | None, capsys: pytest.CaptureFixture[str]
) -> None:
    _write_all(lambda text: text.replace("out 84", f"out {monday}").replace("night 48", f"night {tuesday}"))
    assert _severities(capsys) == ([severity] if severity else [])


@pytest.mark.parametrize(("monday", "tuesday", "severity"), [("48", "84", "info"), ("84", "48", "warning")])
def test_a_running_count_rises(monday: str, tuesday: str, severity: str, capsys: pytest.CaptureFixture[str]) -> None:
    def edited(text: str) -> str:
        text = text.replace("out 84", f"out {monday}").replace("night 48", f"night {tuesday}")
        return text.replace("  examples:\n", "  evolves: up\n  examples:\n")

    _write_all(edited)
    assert _severities(capsys) == [severity]


def _write_all(edited: Callable[[str], str]) -> None:
    """The first rule and the two articles, each edited."""
    for part in list(PART.finditer(MANUAL))[:4]:
        if part["kind"] != "console":
            path = Path(FILE.findall(part["before"])[-1])
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_text(edited(part["content"]), encoding="utf-8")


def _severities(capsys: pytest.CaptureFixture[str]) -> list[str]:
    main(["check", "drafts", "--rules", "my-rules", "--format", "json"])
    return [finding["severity"] for finding in json.loads(capsys.readouterr().out)["findings"]]
