"""The baseline: what is accepted stays accepted until its day or until the figure changes."""

from __future__ import annotations

import datetime
import json
from pathlib import Path

import pytest
import yaml

from checker.cli import baseline, main, project

DATE = "The mill in Weaver Street burned down on Tuesday, March 13, 2024, officials said.\n"
SUM = "The crash near Vell killed 12 people: five women, four men and two children.\n"
BASE = Path("base.yaml")
Said = pytest.CaptureFixture[str]


@pytest.fixture(autouse=True)
def here(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A folder with a draft in which two errors are, on the fourth of March."""
    monkeypatch.chdir(tmp_path)
    Path("drop").mkdir()
    write("a.md", f"# Mill burns\n\n{DATE}\n{SUM}")
    on(monkeypatch, "2031-03-04")


def on(monkeypatch: pytest.MonkeyPatch, day: str) -> None:
    for module in (project, baseline):
        monkeypatch.setattr(module, "today", lambda: datetime.date.fromisoformat(day))


def write(name: str, text: str) -> None:
    Path("drop", name).write_text(text, encoding="utf-8")


def accept(*arguments: str) -> int:
    return main(["baseline", "accept", str(BASE), *arguments])


def entries() -> list[dict[str, object]]:
    listed: list[dict[str, object]] = yaml.safe_load(BASE.read_text(encoding="utf-8"))
    return listed


def found(said: Said, *arguments: str) -> tuple[int, dict[str, str], list[str]]:
    """Exit status, ids by check, and the lines of standard error."""
    said.readouterr()
    status = main(["check", "drop", "--format", "json", "--baseline", str(BASE), *arguments])
    told = said.readouterr()
    return status, {f["check"]: f["id"] for f in json.loads(told.out)["findings"]}, told.err.splitlines()


def test_all_are_accepted_and_told_as_a_number(capsys: Said, golden: object) -> None:
    assert (
        accept("--all", "drop", "--reason", "As printed: “so”", "--author", "A. Nother", "--expires", "2031-06-01") == 0
    )
    assert capsys.readouterr().out == "base.yaml: 2 accepted, 2 in all\n"
    assert [sorted(entry) for entry in entries()] == [
        ["author", "check", "date", "expires", "files", "id", "message", "reason"]
    ] * 2
    assert entries()[0]["date"] == datetime.date(2031, 3, 4)
    assert main(["check", "drop", "--baseline", "base.yaml"]) == 0
    assert "Not shown: 2 accepted in the baseline." in capsys.readouterr().out
    assert "Not shown: 2 accepted in the baseline." in Path("reports/report.md").read_text(encoding="utf-8")


def test_lines_move_and_articles_are_added(capsys: Said) -> None:
    accept("--all", "drop")
    write("a.md", f"# Mill burns\n\nA line above.\n\n{DATE}\n\n\nOne between.\n\n{SUM}")
    write("b.md", "# Rain\n\nIt rained for 3 days in the north of the county.\n")
    assert found(capsys) == (0, {}, [])


def test_a_changed_figure_comes_back(capsys: Said) -> None:
    accept("--all", "drop")
    write("a.md", f"# Mill burns\n\n{DATE}\n{SUM.replace('12', '13')}")
    status, ids, lines = found(capsys)
    (old,) = [entry["id"] for entry in entries() if entry["check"] == "parts_total"]
    assert (status, list(ids)) == (1, ["parts_total"])
    assert lines == [f"checker: note: baseline entry {old} is stale: found no longer in drop/a.md"]
    assert found(capsys, "--quiet")[2] == []


@pytest.mark.parametrize(("day", "status"), [("2031-05-31", 0), ("2031-06-01", 1), ("2032-01-01", 1)])
def test_an_entry_expires_on_its_day(capsys: Said, monkeypatch: pytest.MonkeyPatch, day: str, status: int) -> None:
    accept("--all", "drop", "--expires", "2031-06-01")
    on(monkeypatch, day)
    is_failing, ids, lines = found(capsys)
    assert is_failing == status
    assert len(ids) == len(lines) == 2 * status
    assert all("was accepted until 2031-06-01; the finding is reported again" in line for line in lines)


def test_one_is_accepted_by_its_id(capsys: Said) -> None:
    BASE.write_text("", encoding="utf-8")
    _, ids, _ = found(capsys)
    assert accept(ids["weekday_date"], "--in", "drop", "--reason", "quoted") == 0
    assert accept(ids["parts_total"]) == 0
    by_id = {entry["id"]: entry for entry in entries()}
    assert by_id[ids["weekday_date"]]["files"] == ["drop/a.md"]
    assert sorted(by_id[ids["parts_total"]]) == ["date", "id"]
    assert found(capsys) == (0, {}, [])


def test_accepting_again_keeps_what_was_said(capsys: Said, monkeypatch: pytest.MonkeyPatch) -> None:
    accept("--all", "drop", "--reason", "first", "--expires", "2031-06-01")
    write("b.md", f"# Crash\n\n{SUM.replace('Vell', 'Oberwick')}")
    accept("--all", "drop", "--reason", "second")
    assert [entry["reason"] for entry in entries()] == ["first", "first", "second"]
    on(monkeypatch, "2031-06-01")
    accept("--all", "drop", "--reason", "third")
    assert [entry["reason"] for entry in entries()] == ["third", "third", "second"]


def test_pruning_drops_what_is_found_no_longer(capsys: Said, monkeypatch: pytest.MonkeyPatch) -> None:
    accept("--all", "drop")
    write("a.md", f"# Mill burns\n\n{DATE}")
    capsys.readouterr()
    assert main(["baseline", "prune", "base.yaml", "drop"]) == 0
    assert capsys.readouterr().out == "base.yaml: 1 dropped, 1 stay\n"
    assert [entry["check"] for entry in entries()] == ["weekday_date"]
    before = BASE.stat().st_mtime_ns
    main(["baseline", "prune", "base.yaml", "drop"])
    assert BASE.stat().st_mtime_ns == before
    write("a.md", "# Mill burns\n\nThe mill burned down.\n")
    main(["baseline", "prune", "base.yaml", "drop"])
    assert entries() == []
    assert found(capsys)[0] == 0


def test_pruning_leaves_what_it_can_t_tell(capsys: Said) -> None:
    write("b.md", f"# Crash\n\n{SUM.replace('Vell', 'Oberwick')}")
    accept("--all", "drop")
    main(["baseline", "prune", "base.yaml", "drop/b.md"])
    assert len(entries()) == 3
    Path("drop/a.md").unlink()
    main(["baseline", "prune", "base.yaml", "drop/b.md"])
    assert [entry["files"] for entry in entries()] == [["drop/b.md"]]


def test_the_file_is_the_same_whatever_the_order(capsys: Said) -> None:
    write("b.md", f"# Crash\n\n{SUM.replace('Vell', 'Oberwick')}")
    accept("--all", "drop/b.md", "drop/a.md")
    first = BASE.read_bytes()
    BASE.unlink()
    accept("--all", "drop/b.md")
    accept("--all", "drop/a.md")
    assert BASE.read_bytes() == first
    assert sorted(path.name for path in Path().iterdir()) == ["base.yaml", "drop"]


def test_a_part_of_the_files_makes_no_entry_stale(capsys: Said) -> None:
    write("b.md", f"# Crash\n\n{SUM.replace('Vell', 'Oberwick')}")
    accept("--all", "drop")
    capsys.readouterr()
    assert main(["check", "drop/b.md", "--baseline", "base.yaml", "--format", "json"]) == 0
    assert capsys.readouterr().err == ""


@pytest.mark.parametrize(
    ("arguments", "line"),
    [
        ("accept base.yaml", "baseline accept: give either ids of findings or --all with paths"),
        (
            "accept base.yaml 0123456789ab --all drop",
            "baseline accept: give either ids of findings or --all with paths",
        ),
        ("accept base.yaml --in drop", "baseline accept: give either ids of findings or --all with paths"),
        ("accept base.yaml --all drop --in drop", "baseline accept: --in goes with ids of findings"),
        ("accept base.yaml parts_total", "'parts_total' is no id of a finding; reports give them, as 0123456789ab"),
        ("accept base.yaml 0123456789ab --in drop", "no finding has the id '0123456789ab'"),
        ("accept base.yaml --all nowhere", "no such file or folder: nowhere"),
        ("accept drop/a.md/base.yaml --all drop", "drop/a.md/base.yaml: cannot be written: "),
        ("accept base.yaml --all drop --expires soon", "argument --expires: 'soon' is not a day such as 2031-03-04"),
        ("prune base.yaml drop", "base.yaml: no such baseline"),
    ],
)
def test_wrong_usage(arguments: str, line: str, capsys: Said) -> None:
    assert main(["baseline", *arguments.split()]) == 2
    said = capsys.readouterr()
    assert said.out == ""
    assert said.err.startswith(f"checker: {line}")
    assert said.err.count("\n") == 1
    assert not BASE.exists()


def test_a_comment_in_the_article_silences_a_check(capsys: Said) -> None:
    write(
        "a.md",
        f"# Mill burns\n\n<!-- checker: ignore[weekday_date] as printed -->\n{DATE}\n{SUM}\n{DATE.replace('13', '20')}",
    )
    status = main(["check", "drop"])
    said = capsys.readouterr()
    assert status == 1
    assert "Not shown: 1 silenced by comments in the articles." in said.out
    assert said.err == ""
    checks = [f["check"] for f in json.loads(json_report(capsys))["findings"]]
    assert sorted(checks) == ["parts_total", "weekday_date"]


def json_report(said: Said) -> str:
    main(["check", "drop", "--format", "json"])
    return said.readouterr().out


@pytest.mark.parametrize(
    ("comment", "note"),
    [
        ("ignore[weekday_dat]", "the comment silences 'weekday_dat', which is no check; did you mean 'weekday_date'?"),
        ("ignore weekday_date", "the comment silences nothing; it needs `checker: ignore[check-id]`"),
        ("ignore[]", "the comment silences nothing; it needs `checker: ignore[check-id]`"),
    ],
)
def test_a_comment_that_can_t_be_followed_is_told(comment: str, note: str, capsys: Said) -> None:
    write("a.md", f"# Mill burns\n\n<!-- checker: {comment} -->\n{DATE}")
    assert main(["check", "drop", "--format", "json"]) == 1
    assert capsys.readouterr().err == f"checker: note: drop/a.md:3: {note}\n"
