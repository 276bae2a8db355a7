"""Pictures beside a Markdown report: written with it, shown in it, gone when they are of no more use."""

from __future__ import annotations

import re
from pathlib import Path

import msgspec
import pytest
from sample_report import sample

from checker.cli import main, outputs
from checker.records import Report
from checker.report import FORMATS, ILLUSTRATED

DROP = {
    "a.txt": "Fire in Vell mill\n\nVELL, March 3, 2031\n\nThe fire at the Vell mill killed 12 people, police said.\n",
    "b.txt": "Vell mill toll rises\n\nVELL, March 4, 2031\n\nThe fire at the Vell mill killed 15 people.\n",
}


def test_golden_picture_is_named_in_the_report() -> None:
    text, pictures = ILLUSTRATED["markdown"](sample(), lambda uri: uri, "my report")
    assert list(pictures) == ["my report-f1.svg"]
    assert pictures["my report-f1.svg"].startswith('<svg xmlns="http://www.w3.org/2000/svg"')
    assert "\n![people killed, quarry fire, over time](my%20report-f1.svg)\n" in text
    without = text.replace("![people killed, quarry fire, over time](my%20report-f1.svg)\n\n", "")
    assert without.replace(" ([picture](my%20report-f1.svg))", "") == FORMATS["markdown"](sample(), lambda uri: uri)


def test_sides_of_warnings_are_stressed_and_those_of_updates_are_not() -> None:
    _, pictures = ILLUSTRATED["markdown"](sample(), lambda uri: uri, "r")
    stressed = re.findall(r'<g class="point[ a-z]* stressed"><title>([^<]*)', pictures["r-f1.svg"])
    assert stressed == ["121, Vell Courier, 5 Mar 2031", "93, 6 Mar 2031"]


def test_a_report_without_a_course_has_no_picture() -> None:
    report = msgspec.structs.replace(sample(), facts=())
    assert ILLUSTRATED["markdown"](report, lambda uri: uri, "r") == (FORMATS["markdown"](report, lambda uri: uri), {})


def renamed(report: Report, fact: str) -> Report:
    return msgspec.structs.replace(
        report,
        facts=(msgspec.structs.replace(report.facts[0], id=fact), *report.facts[1:]),
        findings=tuple(msgspec.structs.replace(f, fact=fact if f.fact else None) for f in report.findings),
    )


def test_pictures_come_and_go_with_their_report(tmp_path: Path) -> None:
    wanted = outputs.parse([f"markdown:{tmp_path}/r.md", f"html:{tmp_path}/r.html"], [])
    kept = [tmp_path / name for name in ("r-fact-note.svg", "other-fact-0123456789.svg", "r-fact-0123456789.svg.bak")]
    for path in kept:
        path.write_text("kept", encoding="utf-8")
    outputs.write(wanted, renamed(sample(), "fact-aaaaaaaaaa"))
    assert [path.name for path in outputs.beside(wanted)] == ["r-fact-aaaaaaaaaa.svg"]
    outputs.write(wanted, renamed(sample(), "fact-bbbbbbbbbb"))
    assert [path.name for path in outputs.beside(wanted)] == ["r-fact-bbbbbbbbbb.svg"]
    assert all(path.read_text(encoding="utf-8") == "kept" for path in kept)


def test_pictures_are_no_articles_of_the_next_run(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.chdir(tmp_path)
    for name, text in DROP.items():
        Path(name).write_text(text, encoding="utf-8")
    Path("r-fact-0123456789.svg").write_text("Fire\n\nThe fire killed 12 people.\n", encoding="utf-8")
    main(["check", ".", "--fail-on", "never", "--format", "markdown:r.md"])
    assert "Read 2 articles in 2 files" in capsys.readouterr().out
    assert not Path("r-fact-0123456789.svg").exists()
