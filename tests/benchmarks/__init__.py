"""Measurements: how fast, how large, and how right on gold data, which is no part of the project."""

from __future__ import annotations

import os
from pathlib import Path

__all__ = ["ROOT", "gold_folder"]

ROOT = Path(__file__).parents[2]


def gold_folder() -> Path | None:
    """The folder with `score/` and `data/`: the environment variable CHECKER_GOLD, or `shared` beside the project."""
    named = os.environ.get("CHECKER_GOLD")
    folder = Path(named) if named else ROOT.parent / "shared"
    return folder if (folder / "score" / "all.py").is_file() else None
