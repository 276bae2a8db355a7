"""Every format on real stages: the report on one folder of the corpus, held by a golden file for each format."""

from __future__ import annotations

from collections.abc import Callable
from functools import cache
from pathlib import Path

import pytest

from checker.records import Report
from checker.report import FORMATS
from checker.rulebook import default_rulebook
from checker.run import check

ROOT = Path(__file__).parents[1]


@cache
def report() -> Report:
    return check(["tests/corpus/flood"], default_rulebook(), 1)


@pytest.mark.parametrize("name", sorted(FORMATS))
def test_format(name: str, golden: Callable[[str, str], None], monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(ROOT)
    golden(f"corpus/flood.{name}", FORMATS[name](report(), lambda uri: f"../{uri}"))
