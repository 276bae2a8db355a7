"""The public names of the package do what its docstring shows."""

from pathlib import Path

import pytest

import checker
from checker.errors import UsageError


def test_check_reads_files_and_reports(tmp_path: Path) -> None:
    path = tmp_path / "note.txt"
    path.write_text("Fire in Orlen\n\nThe blaze killed 12 people and injured 40 in Orlen.\n", encoding="utf-8")
    report = checker.check([str(path)])
    assert {(c.fact, c.low) for c in report.claims} == {("killed", 12), ("injured", 40)}
    assert report.coverage.articles == 1


def test_check_names_a_path_that_is_missing(tmp_path: Path) -> None:
    with pytest.raises(UsageError, match=r"nowhere\.txt"):
        checker.check([str(tmp_path / "nowhere.txt")])


def test_extract_reads_one_text() -> None:
    analysis = checker.extract("A man was killed on Tuesday.", published="2024-05-16")
    claim = next(c for c in analysis.claims if c.fact == "killed")
    assert (claim.figure, claim.low, claim.implied) == ("A", 1, True)
    assert claim.when is not None and claim.when.start == "2024-05-14"
