"""Claim → Fact: linking claims that speak of the same thing, and judging whether they fit."""

from checker.facts.judge import judge
from checker.facts.profile import source

__all__ = ["judge", "source"]
