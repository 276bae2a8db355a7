"""Scores on gold data do not fall: the quick scorers run where the data is found, each metric against its floor.

Floors are a little below what was measured; a change that lowers a score has to lower its floor in plain sight.
"""

from __future__ import annotations

import json
import os
import subprocess
import sys
from functools import cache

import pytest
from benchmarks import ROOT, gold_folder

GOLD = gold_folder()
FLOORS: dict[str, dict[str, float]] = {
    "seeds": {"titles": 100, "files": 100, "published": 100, "no_conflict": 100, "calendar": 100, "names": 100},
}
CEILINGS: dict[str, dict[str, float]] = {
    "seeds": {"serious_findings_over": 0},
}

pytestmark = pytest.mark.skipif(GOLD is None, reason="gold data not found (environment variable CHECKER_GOLD)")


@cache
def metrics(script: str) -> dict[str, float]:
    assert GOLD is not None
    command = (sys.executable, str(GOLD / "score" / f"{script}.py"), "--json")
    environment = {**os.environ, "CHECKER": f"{sys.executable} -m checker"}
    done = subprocess.run(command, cwd=ROOT, env=environment, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr
    found: dict[str, float] = json.loads(done.stdout)["metrics"]
    return found


def _listed(table: dict[str, dict[str, float]]) -> list[tuple[str, str, float]]:
    return [(script, metric, limit) for script, limits in table.items() for metric, limit in limits.items()]


@pytest.mark.parametrize(("script", "metric", "floor"), _listed(FLOORS))
def test_score_is_no_lower(script: str, metric: str, floor: float) -> None:
    assert metrics(script)[metric] >= floor


@pytest.mark.parametrize(("script", "metric", "ceiling"), _listed(CEILINGS))
def test_number_is_no_higher(script: str, metric: str, ceiling: float) -> None:
    assert metrics(script)[metric] <= ceiling
