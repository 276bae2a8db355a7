"""Scores on gold data do not fall: the quick scorers run where the data is found, each metric against its limit.

Limits are a little below what was measured; a change that lowers a score has to change its limit in plain sight.
"""

from __future__ import annotations

import json
import os
import subprocess
import sys

import pytest
from benchmarks import ROOT, gold_folder

GOLD = gold_folder()
FLOORS: dict[str, dict[str, float]] = {
    "quantities": {"value.f1": 93, "value+unit.f1": 86, "value+change.f1": 85, "value+concept.f1": 77},
    "conflicts": {"flagged.precision": 90, "flagged.recall": 48, "linked": 68},
    "wild": {
        "claims.value": 96,
        "claims.fact": 89,
        "silent.right": 98,
        "silent.linked": 76,
        "note_update.right": 72,
        "derived.recall": 55,
        "findings.precision": 90,
    },
    "corrections": {"located": 85, "solved": 85},
    "seeds": {
        "titles": 100,
        "files": 100,
        "published": 100,
        "claims": 100,
        "findings": 100,
        "no_conflict": 100,
        "calendar": 100,
        "names": 100,
    },
}
CEILINGS: dict[str, dict[str, float]] = {
    "quantities": {"offset_errors": 0},
    "conflicts": {"agree.false_alarms": 7, "false_links": 8, "offset_errors": 0},
    "wild": {"negatives.false_alarms": 2, "derived.false_alarms": 2, "offset_errors": 0},
    "corrections": {"pass.false_alarms": 2, "hard.false_alarms": 2, "offset_errors": 0},
    "seeds": {"serious_findings_over": 0},
}

pytestmark = pytest.mark.skipif(GOLD is None, reason="gold data not found (environment variable CHECKER_GOLD)")


def metrics(script: str) -> dict[str, float]:
    assert GOLD is not None
    command = (sys.executable, str(GOLD / "score" / f"{script}.py"), "--json")
    environment = {**os.environ, "CHECKER": f"{sys.executable} -m checker"}
    done = subprocess.run(command, cwd=ROOT, env=environment, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr
    found: dict[str, float] = json.loads(done.stdout)["metrics"]
    return found


@pytest.mark.parametrize("script", sorted(FLOORS))
def test_scores_do_not_fall(script: str) -> None:
    found = metrics(script)
    low = {metric: found[metric] for metric, floor in FLOORS[script].items() if found[metric] < floor}
    high = {metric: found[metric] for metric, ceiling in CEILINGS[script].items() if found[metric] > ceiling}
    assert (low, high) == ({}, {})
