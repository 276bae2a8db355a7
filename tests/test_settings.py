"""A project's settings: where they are found, what they change, how their mistakes are told."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest
import yaml

from checker.cli import main

CASES = yaml.safe_load((Path(__file__).parent / "cases" / "gate" / "settings.yaml").read_text(encoding="utf-8"))
DRAFT = (
    "Mill burns in Oberwick\n\nThe mill in Weaver Street burned down on Tuesday, March 13, 2024, officials said.\n\n"
    "The crash near Vell killed 12 people: five women, four men and two children.\n"
)


@pytest.fixture(autouse=True)
def here(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A working directory with a draft in which two errors are."""
    monkeypatch.chdir(tmp_path)
    Path("draft.txt").write_text(DRAFT, encoding="utf-8")


def checked(capsys: pytest.CaptureFixture[str], *arguments: str) -> tuple[int, dict[str, str]]:
    """Exit status, and severity by check."""
    status = main(["check", "--format", "json", *arguments])
    found = json.loads(capsys.readouterr().out)["findings"]
    return status, {finding["check"]: finding["severity"] for finding in found}


@pytest.mark.parametrize("case", CASES, ids=lambda case: case["says"][:60])
def test_mistakes_are_told_with_their_place(case: dict[str, Any], capsys: pytest.CaptureFixture[str]) -> None:
    Path(case["file"]).write_text(case["text"], encoding="utf-8")
    options = ["--baseline", "base.yaml"] if case["file"] == "base.yaml" else []
    assert main(["check", "draft.txt", *options]) == 2
    said = capsys.readouterr()
    assert said.out == ""
    assert said.err.startswith(f"checker: {case['says']}")
    assert said.err.count("\n") == 1


@pytest.mark.parametrize(
    ("text", "status", "found"),
    [
        ("", 1, {"weekday_date": "error", "parts_total": "error"}),
        ("fail_on: never", 0, {"weekday_date": "error", "parts_total": "error"}),
        (
            "severities: {weekday_date: info, parts_total: warning}",
            0,
            {"weekday_date": "info", "parts_total": "warning"},
        ),
        ("fail_on: warning\nseverities: {weekday_date: off, parts_total: warning}", 1, {"parts_total": "warning"}),
        ("severities: {weekday_date: off, parts_total: off}", 0, {}),
        ("min_confidence: 0.96", 1, {"weekday_date": "error"}),
        ("min_confidence: 1", 0, {}),
    ],
)
def test_what_settings_change(
    text: str, status: int, found: dict[str, str], capsys: pytest.CaptureFixture[str]
) -> None:
    Path("checker.yaml").write_text(text + "\n", encoding="utf-8")
    assert checked(capsys, "draft.txt") == (status, found)


def test_toml_says_the_same(capsys: pytest.CaptureFixture[str]) -> None:
    Path("pyproject.toml").write_text(
        '[tool.checker]\nfail_on = "warning"\nmin_confidence = 0.5\n[tool.checker.severities]\nweekday_date = "off"\n'
        'parts_total = "warning"\n',
        encoding="utf-8",
    )
    assert checked(capsys, "draft.txt") == (1, {"parts_total": "warning"})


def test_options_go_before_settings(capsys: pytest.CaptureFixture[str]) -> None:
    Path("checker.yaml").write_text("fail_on: never\nmin_confidence: 1\n", encoding="utf-8")
    assert checked(capsys, "draft.txt", "--fail-on", "error", "--min-confidence", "0")[0] == 1


def test_the_nearest_file_counts(capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch) -> None:
    Path("checker.yaml").write_text("severities: {weekday_date: off}\nrules: [own]\n", encoding="utf-8")
    Path("own/checks").mkdir(parents=True)
    Path("own/checks/own.yaml").write_text("- {id: parts_total, name: Parts, severity: info}\n", encoding="utf-8")
    Path("desk/sport").mkdir(parents=True)
    Path("desk/sport/draft.txt").write_text(DRAFT, encoding="utf-8")
    Path("desk/pyproject.toml").write_text("[project]\nname = 'desk'\n", encoding="utf-8")
    monkeypatch.chdir("desk/sport")
    assert checked(capsys, "draft.txt") == (0, {"parts_total": "info"})
    Path("../pyproject.toml").write_text("[tool.checker]\n", encoding="utf-8")
    assert checked(capsys, "draft.txt") == (1, {"weekday_date": "error", "parts_total": "error"})


def test_the_project_s_own_files_are_no_articles(capsys: pytest.CaptureFixture[str]) -> None:
    Path("checker.yaml").write_text("baseline: accepted.yaml\n", encoding="utf-8")
    Path("accepted.yaml").write_text("[]\n", encoding="utf-8")
    assert main(["check", ".", "--format", "json"]) == 1
    assert [article["uri"] for article in json.loads(capsys.readouterr().out)["articles"]] == ["./draft.txt"]


@pytest.mark.parametrize("share", ["1.5", "-0.1", "nan", "half"])
def test_a_confidence_is_a_share(share: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["check", "draft.txt", f"--min-confidence={share}"]) == 2
    assert capsys.readouterr().err == (
        f"checker: argument --min-confidence: {share!r} is not a number from 0 to 1 (see checker check --help)\n"
    )


@pytest.mark.parametrize(
    ("severity", "own", "status", "found"),
    [
        (None, None, 0, "warning"),
        ("error", None, 1, "error"),
        ("info", None, 0, "info"),
        (None, "error", 1, "error"),
        (None, "info", 0, "info"),
        ("warning", "error", 0, "warning"),
    ],
)
def test_severities_across_articles(
    severity: str | None, own: str | None, status: int, found: str, capsys: pytest.CaptureFixture[str]
) -> None:
    for name, day, dead in (("a.md", 4, 14), ("b.md", 8, 9)):
        Path(name).write_text(
            f"---\ndate: 2031-03-{day:02}\n---\n\n# Fire kills {dead} in Oberwick mill\n\nA fire in the Larkhall mill "
            f"in Oberwick killed {dead} people on March 3, 2031, police said.\n\nThe fire began before dawn.\n",
            encoding="utf-8",
        )
    settings = ""
    if severity:
        settings += f"severities: {{unexplained_fall: {severity}}}\n"
    if own:
        Path("own/checks").mkdir(parents=True)
        Path("own/checks/own.yaml").write_text(
            f"- {{id: unexplained_fall, name: A fall, severity: {own}}}\n", encoding="utf-8"
        )
        settings += "rules: [own]\n"
    Path("checker.yaml").write_text(settings, encoding="utf-8")
    assert checked(capsys, "a.md", "b.md") == (status, {"unexplained_fall": found})


def test_every_command_has_the_project_s_rules(capsys: pytest.CaptureFixture[str]) -> None:
    Path("own/facts").mkdir(parents=True)
    Path("own/facts/own.yaml").write_text(
        "- id: felled\n  name: trees felled\n  counts: [tree]\n  verbs: [fell]\n  examples:\n"
        '    - {text: "They felled 12 trees.", finds: {figure: "12"}}\n    - {text: A tree., passes: true}\n',
        encoding="utf-8",
    )
    Path("checker.yaml").write_text("rules: [own]\nbaseline: none.yaml\n", encoding="utf-8")
    Path("trees.txt").write_text("Trees in Vell\n\nThe council of Vell felled 12 trees on Monday.\n", encoding="utf-8")
    assert main(["rules", "list"]) == 0
    assert "felled" in capsys.readouterr().out
    assert main(["rules", "show", "felled"]) == 0
    capsys.readouterr()
    assert main(["extract", "trees.txt"]) == 0
    assert [claim["fact"] for claim in json.loads(capsys.readouterr().out)["claims"]] == ["felled"]
