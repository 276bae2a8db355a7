"""The stages know what the contracts in pyproject.toml let them know, and starting up imports little."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]


def test_contracts_hold() -> None:
    command = (str(Path(sys.executable).with_name("lint-imports")), "--no-cache")
    done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stdout + done.stderr
    assert " 0 broken" in done.stdout


HEAVY = ["jinja2", "jsonschema", "pint", "quantulum3", "rich", "yaml", "sqlite3", "multiprocessing"]


@pytest.mark.parametrize("module", HEAVY)
def test_version_imports_nothing_heavy(module: str) -> None:
    code = f"""
import contextlib, io, sys
from checker.cli import main
with contextlib.redirect_stdout(io.StringIO()), contextlib.suppress(SystemExit):
    main(["--version"])
sys.exit({module!r} in sys.modules)
"""
    assert subprocess.run([sys.executable, "-c", code], cwd=ROOT, check=False).returncode == 0
