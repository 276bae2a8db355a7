"""The claims of an article seen together: what is news and what is told beside it, who was wounded and then died."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from msgspec.structs import replace

from checker.records import Claim
from checker.rulebook.facts import FactRule

__all__ = ["settle"]

_OTHERS = frozenset({"other", "others", "more", "another", "additional"})
_ANYONE = frozenset({"victim", "person", "year-old", "he", "she", "him", "teen", "teenager", "individual", "child", "patient", ""})


def settle(
    claims: list[Claim], rules: Mapping[str, FactRule], is_background: Callable[[str], bool]
) -> list[Claim]:
    """The claims with the status that the whole article gives them, and those that follow from it."""
    settled = _background(claims, rules, is_background)
    settled = _given_way(settled, rules)
    return settled + _read_as(settled, rules)


def _background(
    claims: list[Claim], rules: Mapping[str, FactRule], is_background: Callable[[str], bool]
) -> list[Claim]:
    """Earlier events become background, save in an article that opens with one: that is its news."""
    known: dict[str, bool] = {}
    for claim in claims:
        if claim.quote not in known:
            known[claim.quote] = is_background(claim.quote)
    lead = next((claim for claim in claims if claim.fact in rules and rules[claim.fact].implied), None)
    if lead is not None and known[lead.quote]:
        return claims
    return [
        replace(claim, status="background") if claim.status == "actual" and known[claim.quote] and _is_event(claim, rules)
        else claim
        for claim in claims
    ]  # fmt: skip


def _is_event(claim: Claim, rules: Mapping[str, FactRule]) -> bool:
    return claim.fact in rules and rules[claim.fact].evolves == "up"


def _given_way(claims: list[Claim], rules: Mapping[str, FactRule]) -> list[Claim]:
    """Someone wounded who then died no longer counts among the wounded."""
    settled: list[Claim] = []
    for claim in claims:
        stronger = rules[claim.fact].gives_way_to if claim.fact in rules else None
        if (
            stronger is not None
            and claim.implied
            and claim.low == claim.high
            and claim.low > 0
            and claim.status == "actual"
            and any(_same_person(claim, other) for other in claims if other.fact == stronger and other.low > 0 and other.status == "actual")
        ):
            claim = replace(claim, status="previous")
        settled.append(claim)
    return settled


def _same_person(one: Claim, other: Claim) -> bool:
    if one.low != other.low or not other.implied:
        return False
    if one.figure.lower() in ("another",):
        return False
    names = [claim.figure.split()[-1].lower() for claim in (one, other) if not claim.counted]
    if len(names) == 2:
        return names[0] == names[1]
    heads = {one.counted or "", other.counted or ""}
    return len(heads) == 1 or bool(heads & _ANYONE)


def _read_as(claims: list[Claim], rules: Mapping[str, FactRule]) -> list[Claim]:
    """Those shot count as injured where the article tells of no death, or where they stand beside the dead."""
    made: list[Claim] = []
    for claim in claims:
        rule = rules.get(claim.fact)
        if rule is None or rule.read_as is None or claim.status != "actual":
            continue
        stronger = rules[rule.read_as].gives_way_to if rule.read_as in rules else None
        taken = {(c.field, c.start, c.end) for c in claims if c.fact in (rule.read_as, stronger)}
        deaths = any(c.fact == stronger and c.high > 0 and c.status in ("actual", "previous") for c in claims)
        if (claim.field, claim.start, claim.end) not in taken and (not deaths or _OTHERS.intersection(claim.scope)):
            made.append(replace(claim, fact=rule.read_as, id=claim.id.removesuffix(rule.id) + rule.read_as))
    return made
