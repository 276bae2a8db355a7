"""Checks and rules keep together: a check has settings, a manual page and cases; a rule has examples that hold."""

from __future__ import annotations

from pathlib import Path
from types import ModuleType

import pytest
import yaml

from checker import checks
from checker.cli import main
from checker.manual import page, summary
from checker.rulebook import default_rulebook

ROOT = Path(__file__).parents[2]
CASES = ROOT / "tests" / "cases" / "checks"
PRIVATE = "_"
HEADINGS = ["What it does", "Why it matters", "Flags", "Passes", "Options", "Measured precision"]


def _module(name: str) -> ModuleType:
    module: ModuleType = getattr(checks, name)
    return module


def test_every_check_module_is_registered() -> None:
    modules = {path.stem for path in (ROOT / "checker" / "checks").glob("*.py") if not path.stem.startswith(PRIVATE)}
    assert modules == set(checks.CHECKS)


def test_every_registered_check_has_settings() -> None:
    assert set(checks.CHECKS) <= set(default_rulebook().checks)


@pytest.mark.parametrize("name", sorted(checks.CHECKS))
def test_a_check_is_its_manual_page(name: str) -> None:
    page = _module(name).__doc__ or ""
    assert len(page.split()) >= 30
    assert main(["rules", "show", name]) == 0


@pytest.mark.parametrize("name", sorted(default_rulebook().checks))
def test_every_check_has_a_page_with_all_headings(name: str) -> None:
    text = page(name) or ""
    heads = [line for line in text.splitlines()[1:] if line and not line.startswith(" ")]
    assert heads == HEADINGS
    assert summary(name) == text.split("\n\n")[0].replace("\n", " ")


@pytest.mark.parametrize("name", sorted(checks.CHECKS))
def test_a_check_has_cases_that_flag_and_that_pass(name: str) -> None:
    cases = yaml.safe_load((CASES / f"{name}.yaml").read_text(encoding="utf-8"))
    assert cases["flags"]
    assert cases["passes"]


@pytest.mark.parametrize("name", sorted(default_rulebook().facts))
def test_a_fact_rule_has_examples(name: str) -> None:
    examples = default_rulebook().facts[name].examples
    assert any(example.finds for example in examples), "has no example that it finds"


def test_shipped_examples_hold(capsys: pytest.CaptureFixture[str]) -> None:
    status = main(["rules", "test"])
    assert status == 0, capsys.readouterr()


@pytest.mark.parametrize("path", sorted((ROOT / "rules").rglob("*.y*ml")), ids=lambda p: str(p.relative_to(ROOT)))
def test_a_rule_file_is_plain_yaml(path: Path) -> None:
    assert path.suffix == ".yaml"
    assert yaml.safe_load(path.read_text(encoding="utf-8"))
