"""`reports/sample.md` is the report on the corpus, byte for byte, as `make sample` writes it."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from checker.report import FORMATS
from checker.rulebook import default_rulebook
from checker.run import check

ROOT = Path(__file__).parents[1]


def test_sample_report_is_true(golden: Callable[[str, str], None], monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(ROOT)
    report = check(["tests/corpus"], default_rulebook(), 1)
    golden("../../reports/sample.md", FORMATS["markdown"](report, lambda uri: f"../{uri}"))
