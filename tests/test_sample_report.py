"""`reports/sample.md` and its pictures are the report on the corpus, byte for byte, as `make sample` has it."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from checker.report import ILLUSTRATED
from checker.rulebook import default_rulebook
from checker.run import check

ROOT = Path(__file__).parents[1]
REPORTS = ROOT / "reports"


def test_sample_report_is_true(
    golden: Callable[[str, str], None], monkeypatch: pytest.MonkeyPatch, request: pytest.FixtureRequest
) -> None:
    monkeypatch.chdir(ROOT)
    report = check(["tests/corpus"], default_rulebook(), 1)
    text, pictures = ILLUSTRATED["markdown"](report, lambda uri: f"../{uri}", "sample")
    golden("../../reports/sample.md", text)
    for name, picture in pictures.items():
        golden(f"../../reports/{name}", picture)
    for path in REPORTS.glob("sample-fact-*.svg"):
        if path.name not in pictures and request.config.getoption("--rewrite-golden"):
            path.unlink()
    assert sorted(path.name for path in REPORTS.glob("sample-*.svg")) == sorted(pictures)
