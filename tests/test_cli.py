"""Commands, formats and exit statuses."""

from __future__ import annotations

import io
import json
import os
import subprocess
import sys
from pathlib import Path

import msgspec
import pytest
from sample_report import sample

from checker import __version__
from checker.cli import check, main, progress
from checker.records import Report

DROP = {"a.txt": "Fire in Vell\n\nThe fire killed 12 people.\n", "b.txt": "Rain in Oberwick\n\nIt rained for 3 days.\n"}


@pytest.fixture
def drop(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder of two articles, and the working directory above it."""
    folder = tmp_path / "drop"
    folder.mkdir()
    for name, text in DROP.items():
        (folder / name).write_text(text, encoding="utf-8")
    monkeypatch.chdir(tmp_path)
    return folder


@pytest.fixture
def given(monkeypatch: pytest.MonkeyPatch, drop: Path) -> Report:
    """Whatever is checked, the sample report comes of it."""
    monkeypatch.setattr(check, "check", lambda *_: sample())
    return sample()


def run(*arguments: str, **options: object) -> subprocess.CompletedProcess[str]:
    command = (sys.executable, "-m", "checker", *arguments)
    return subprocess.run(command, capture_output=True, text=True, check=False, **options)  # type: ignore[call-overload, no-any-return]


def test_report_and_summary_by_default(drop: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["check", "drop"]) == 0
    assert Path("reports/report.md").read_text(encoding="utf-8").startswith("# ")
    said = capsys.readouterr()
    assert "Read 2 articles in 2 files" in said.out
    assert said.out.endswith("Report: reports/report.md\n")
    assert said.err == ""
    assert sorted(path.name for path in Path("reports").iterdir()) == ["report.md"]


def test_json_alone_is_all_there_is_on_standard_output(drop: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["check", "drop", "--format", "json"]) == 0
    said = capsys.readouterr()
    assert [article["uri"] for article in json.loads(said.out)["articles"]] == ["drop/a.txt", "drop/b.txt"]
    assert not Path("reports").exists()


def test_several_formats(drop: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["check", "drop", "--format", "markdown", "--format", "json:out/new/report.json"]) == 0
    assert json.loads(Path("out/new/report.json").read_text(encoding="utf-8"))["schema"] == "checker/1"
    said = capsys.readouterr().out
    assert said.startswith("# No contradiction found")
    assert "Report:" not in said


def test_a_report_is_no_article_of_the_next_run(drop: Path, capsys: pytest.CaptureFixture[str]) -> None:
    for _ in range(2):
        assert main(["check", ".", "--format", "json:report.json", "--format", "markdown:reports/report.md"]) == 0
        assert "Read 2 articles in 2 files" in capsys.readouterr().out


def test_quiet(given: Report, capsys: pytest.CaptureFixture[str]) -> None:
    report = msgspec.structs.replace(given, problems=())
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(check, "check", lambda *_: report)
        assert main(["check", "drop", "--quiet"]) == 1
    assert capsys.readouterr() == ("", "")


def test_summary_names_the_worst(given: Report, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["check", "drop"]) == 1
    said = capsys.readouterr()
    lines = said.out.splitlines()
    assert lines[0] == "1 conflict and 1 calculation that does not fit; 1 update to know of"
    assert lines[1].startswith("drop/late/d.jsonl:1: error: 12 and 25 injured")
    assert lines[2].startswith("drop/late/d.jsonl:1: warning: 93 people killed")
    assert said.err == "checker: drop/photo.jpg: is not text\n"


def test_links_start_from_where_the_report_lies(given: Report) -> None:
    main(["check", "drop", "--format", "markdown:far/away/report.md", "--format", "markdown:near.md"])
    assert "](../../drop/a.txt#L4)" in Path("far/away/report.md").read_text(encoding="utf-8")
    assert "](drop/a.txt#L4)" in Path("near.md").read_text(encoding="utf-8")


@pytest.mark.parametrize(
    ("fail_on", "severities", "problems", "status"),
    [
        ("error", ["error"], False, 1),
        ("error", ["warning", "info"], False, 0),
        ("error", ["warning"], True, 3),
        ("error", ["error"], True, 1),
        ("warning", ["warning"], False, 1),
        ("warning", ["warning"], True, 1),
        ("warning", ["info"], False, 0),
        ("never", ["error"], False, 0),
        ("never", ["error"], True, 3),
        ("error", [], False, 0),
    ],
)
def test_exit_status(
    given: Report,
    monkeypatch: pytest.MonkeyPatch,
    fail_on: str,
    severities: list[str],
    problems: bool,
    status: int,
) -> None:
    findings = [msgspec.structs.replace(given.findings[0], severity=severity) for severity in severities]
    report = msgspec.structs.replace(given, findings=tuple(findings), problems=given.problems if problems else ())
    monkeypatch.setattr(check, "check", lambda *_: report)
    assert main(["check", "drop", "--fail-on", fail_on]) == status


class Terminal(io.StringIO):
    """A stream that says it is a terminal."""

    def isatty(self) -> bool:
        return True


def test_the_summary_has_colour_on_a_terminal_alone(given: Report, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("TERM", "xterm")
    for stream, coloured in ((Terminal(), True), (io.StringIO(), False)):
        monkeypatch.setattr(sys, "stdout", stream)
        main(["check", "drop"])
        assert ("\x1b[" in stream.getvalue()) == coloured
        assert "drop/late/d.jsonl:1: " in stream.getvalue()


@pytest.mark.parametrize(
    ("stream", "patience", "arguments", "shown"),
    [
        (Terminal(), 0.0, [], True),
        (Terminal(), 60.0, [], False),
        (Terminal(), 0.0, ["--quiet"], False),
        (io.StringIO(), 0.0, [], False),
    ],
)
def test_a_long_run_shows_its_progress_on_a_terminal(
    drop: Path, monkeypatch: pytest.MonkeyPatch, stream: io.StringIO, patience: float, arguments: list[str], shown: bool
) -> None:
    monkeypatch.setenv("TERM", "xterm")
    monkeypatch.setattr(progress, "PATIENCE", patience)
    monkeypatch.setattr(sys, "stderr", stream)
    assert main(["check", "drop", *arguments]) == 0
    assert ("articles read" in stream.getvalue()) == shown
    assert bool(stream.getvalue()) == shown


def test_extract_writes_a_line_an_article(drop: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["extract", "drop", "--format", "jsonl"]) == 0
    rows = [json.loads(line) for line in capsys.readouterr().out.splitlines()]
    assert [row["uri"] for row in rows] == ["drop/a.txt", "drop/b.txt"]
    assert all("killed 12" in row["text"] or "3 days" in row["text"] for row in rows)


def test_standard_input(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(DROP["a.txt"].encode())))
    assert main(["extract", "-"]) == 0
    assert json.loads(capsys.readouterr().out)["uri"] == "-"


def test_version_needs_no_more_than_the_parser() -> None:
    done = run("--version")
    assert (done.stdout, done.stderr, done.returncode) == (f"checker {__version__}\n", "", 0)
    code = "import sys; from checker.cli.arguments import parser; print(*sorted(sys.modules))"
    loaded = subprocess.run((sys.executable, "-c", code), capture_output=True, text=True, check=True).stdout.split()
    assert not {"msgspec", "rich", "yaml", "re2", "pint", "concurrent.futures", "multiprocessing"} & set(loaded)


def test_a_run_loads_nothing_that_it_does_not_need(drop: Path) -> None:
    code = "import sys; from checker.cli import main; main(sys.argv[1:]); print(*sorted(sys.modules))"
    command = (sys.executable, "-c", code, "check", "drop", "--quiet")
    loaded = subprocess.run(command, capture_output=True, text=True, check=True).stdout.split()
    assert not {"rich", "jsonschema", "concurrent.futures.process", "sqlite3"} & set(loaded)


def test_a_reader_that_leaves_early_is_no_error(drop: Path) -> None:
    with (drop / "many.jsonl").open("w", encoding="utf-8") as stream:
        stream.writelines(json.dumps({"text": f"It rained for {n} days. " * 40}) + "\n" for n in range(3000))
    command = (sys.executable, "-m", "checker", "extract", "drop")
    with subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE) as process:
        assert process.stdout is not None
        assert process.stderr is not None
        process.stdout.readline()
        process.stdout.close()
        assert process.stderr.read() == b""
        assert process.wait() == 0


@pytest.mark.parametrize("command", ["list", "show killed", "show weekday_date", "show general"])
def test_rules_are_shown(command: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["rules", *command.split()]) == 0
    out = capsys.readouterr().out
    assert all(word in out for word in command.split()[1:])
    if command == "list":
        assert all(
            word in out for word in ("Facts", "killed", "Checks", "weekday_date", "warning", "Layouts", "general")
        )
    if command == "show weekday_date":
        assert "What it does" in out
        assert "severity: " in out


RULES = """\
- id: rained
  name: days of rain
  counts: [day]
  verbs: [rain]
  examples:
    - text: It rained for 3 days.
      finds: {figure: "%s"}
    - text: The shop sold 3 hats.
      passes: true
"""


@pytest.mark.parametrize(("figure", "status"), [("3 days", 0), ("4 days", 1)])
def test_examples_of_rules_are_run(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch, figure: str, status: int
) -> None:
    from checker.claims import examples

    path = tmp_path / "facts" / "rain.yaml"
    path.parent.mkdir()
    path.write_text(RULES % figure, encoding="utf-8")
    failure = examples.Failure("rained", 1, "does not find '4 days'")
    other = examples.Failure("killed", 1, "is not of this folder")
    monkeypatch.setattr(examples, "failures", lambda *_: [failure, other] if status else [other])
    assert main(["rules", "test", str(tmp_path)]) == status
    out = capsys.readouterr().out
    assert (f"{path}:6:7: rained: does not find '4 days'" in out) == bool(status)
    assert out.endswith(f"2 examples of 1 rule: {status or 'none'} failed\n")


def test_shipped_examples_hold(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["rules", "test"]) == 0, capsys.readouterr().out


def test_interrupted(drop: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
    def stopped(*_: object) -> Report:
        raise KeyboardInterrupt

    monkeypatch.setattr(check, "check", stopped)
    assert main(["check", "drop"]) == 130
    assert capsys.readouterr() == ("", "")


def test_output_is_utf_8_whatever_the_locale(drop: Path) -> None:
    (drop / "a.txt").write_text("Café in Müritz\n\nIt cost €5 — no more.\n", encoding="utf-8")
    environment = {**os.environ, "LC_ALL": "C", "PYTHONCOERCECLOCALE": "0", "PYTHONUTF8": "0"}
    done = subprocess.run(
        (sys.executable, "-m", "checker", "extract", "drop"), capture_output=True, env=environment, check=True
    )
    assert "€5 — no more" in done.stdout.decode("utf-8")
