"""The id by which a finding is accepted: the same while it says the same, another when a figure changes."""

from __future__ import annotations

import re
import shutil
from pathlib import Path
from textwrap import fill

import pytest

from checker.records import Finding
from checker.rulebook import default_rulebook
from checker.run import check

DATE = "The mill in Weaver Street burned down on Tuesday, March 13, 2024, officials said."
SUM = "The crash near Vell killed 12 people: five women, four men and two children."
DRAFT = f"Mill burns in Oberwick\n\n{DATE}\n\n{SUM}\n"
FIRST = (
    "Fire kills 14 in Oberwick mill\n\nA fire in the Larkhall mill in Oberwick killed 14 people on March 4, 2031, "
    "police said.\n\nThe fire at the Larkhall mill began before dawn.\n"
)
SECOND = (
    "Nine die in Oberwick mill fire\n\nThe fire in the Larkhall mill in Oberwick on March 4, 2031, killed 9 people, "
    "police said.\n\nThe mill at Larkhall had stood for a century.\n"
)


@pytest.fixture(autouse=True)
def here(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)


def found(files: dict[str, str], *paths: str) -> dict[str, Finding]:
    """The findings by id, once the files stand in the folder `drop`."""
    for name, text in files.items():
        path = Path("drop", name)
        path.parent.mkdir(exist_ok=True)
        path.write_text(text, encoding="utf-8")
    report = check(list(paths) or ["drop"], default_rulebook(), 1)
    assert not report.problems
    return {finding.id: finding for finding in report.findings}


def test_the_draft_has_two_findings() -> None:
    assert sorted(finding.check for finding in found({"a.txt": DRAFT}).values()) == ["parts_total", "weekday_date"]


@pytest.mark.parametrize(
    "moved",
    [
        DRAFT.replace("\n\n", "\n\n\n\n"),
        DRAFT.replace(SUM, f"The cause is not known, the fire service said on the same day.\n\n{SUM}"),
        DRAFT.replace(DATE, f"No one was hurt, the fire service said later on.\n\n{DATE}"),
        DRAFT.replace("\n", "\r\n"),
        f"\ufeff{DRAFT}",
    ],
    ids=["blank lines", "a paragraph between", "a paragraph above", "other line ends", "a mark"],
)
def test_lines_move(moved: str) -> None:
    before = found({"a.txt": DRAFT})
    after = found({"a.txt": moved})
    assert set(after) == set(before)


def test_lines_are_wrapped() -> None:
    before = found({"a.md": f"# {DRAFT}"})
    assert len(before) == 2
    after = found({"a.md": "\n\n".join(fill(part, 60) for part in f"# {DRAFT}".split("\n\n"))})
    assert set(after) == set(before)


def test_the_path_may_be_written_otherwise() -> None:
    before = set(found({"a.txt": DRAFT}))
    assert set(found({}, "drop/a.txt")) == before
    assert set(found({}, "./drop/")) == before
    assert set(found({}, "drop/../drop")) == before


@pytest.mark.parametrize(
    ("old", "new"), [("13, 2024", "12, 2025"), ("killed 12", "killed 13"), ("four men", "three men")]
)
def test_a_figure_changes(old: str, new: str) -> None:
    before = found({"a.txt": DRAFT})
    after = found({"a.txt": DRAFT.replace(old, new)})
    assert len(set(before) & set(after)) == 1
    assert len(after) == 2


def test_articles_come_and_go() -> None:
    alone = set(found({"a.txt": DRAFT}))
    more = {
        f"{n}.txt": f"Rain in Town {n}\n\nIt rained for {n} days in the north of the county.\n" for n in range(2, 6)
    }
    assert alone <= set(found(more))
    for name in more:
        Path("drop", name).unlink()
    assert alone == set(found({}))


def test_a_conflict_is_the_same_when_articles_are_added() -> None:
    before = {key for key, finding in found({"one.txt": FIRST, "two.txt": SECOND}).items() if finding.fact}
    assert before
    more = {
        "other.txt": "Budget passed in Vell\n\nThe council of Vell passed a budget of $40 million, it said.\n",
        "third.txt": "Larkhall mill fire: what we know\n\nThe fire in the Larkhall mill in Oberwick on March 4, 2031, "
        "killed 14 people, police said. The Larkhall mill was insured.\n",
    }
    assert before <= set(found(more))


def test_lines_move_in_the_whole_corpus() -> None:
    shutil.copytree(Path(__file__).parent / "corpus", "drop")
    before = set(found({}))
    for path in Path("drop").rglob("*.*"):
        text = path.read_bytes()
        if path.suffix in (".txt", ".md"):
            path.write_bytes(re.sub(rb"\n\n+", b"\n\n\n", text))
        elif path.suffix == ".html":
            path.write_bytes(text.replace(b"<p>", b"\n\n<p>"))
    after = set(found({}))
    assert len(before) > 10
    assert after == before


def test_a_conflict_is_another_when_a_figure_changes() -> None:
    before = {key for key, finding in found({"one.txt": FIRST, "two.txt": SECOND}).items() if finding.fact}
    after = {
        key
        for key, f in found(
            {"two.txt": SECOND.replace("Nine die", "Eight die").replace("killed 9", "killed 8")}
        ).items()
        if f.fact
    }
    assert after
    assert not before & after


def test_a_conflict_is_the_same_whoever_repeats_its_figures() -> None:
    def told(day: int, dead: int) -> str:
        return (
            f"---\ndate: 2031-03-{day:02}\n---\n\n# Fire kills {dead} in Oberwick mill\n\nA fire in the Larkhall mill "
            f"in Oberwick killed {dead} people on March 3, 2031, police said.\n\nThe fire began before dawn.\n"
        )

    before = set(found({"a.md": told(4, 14), "b.md": told(8, 9)}))
    assert before
    assert before <= set(found({"c.md": told(8, 14)}))
    assert before <= set(found({"d.md": told(9, 9), "e.md": told(10, 14)}))
