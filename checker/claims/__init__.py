"""Quantity → Claim: what is counted or measured, of whom, where, when, who says so, how firmly."""

from checker.claims.placing import place

__all__ = ["place"]
