"""Claim → Fact: linking claims that speak of the same thing, and judging whether they fit."""

from checker.facts.judge import judge
from checker.facts.keys import HOT, is_near, keep, rareness
from checker.facts.portrait import Background
from checker.facts.profile import source

__all__ = ["HOT", "Background", "is_near", "judge", "keep", "rareness", "source"]
