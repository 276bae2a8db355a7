"""The claims of an article seen together: what is news and what is told beside it, who was wounded and then died."""

from __future__ import annotations

from collections.abc import Mapping

from msgspec.structs import replace

from checker.records import Claim, FieldName
from checker.rulebook.facts import FactRule

__all__ = ["settle"]

_LEAD = 350
"""Characters of the text that tell what the news is."""
_KNOWN = frozenset({"the", "he", "she", "his", "her", "both", "him"})
_ANYONE = frozenset(
    {"victim", "person", "year-old", "he", "she", "him", "teen", "teenager", "individual", "child", "patient", ""}
)


def settle(claims: list[Claim], old: list[bool], rules: Mapping[str, FactRule]) -> list[Claim]:
    """The claims with the status that the whole article gives them, and those that follow from it.

    `old` says of each claim whether its sentence tells of another time.
    """
    settled = _given_way(_aside(_background(_named(claims, rules), old, rules), rules), rules)
    return settled + _read_as(settled, rules)


def _named(claims: list[Claim], rules: Mapping[str, FactRule]) -> list[Claim]:
    """Claims of a noun that a rule counts beside other words, made claims of that rule where the article has one.

    A text speaks of "cases" after it has said of what.
    """
    told = {claim.fact for claim in claims}
    nouns = {
        f"count:{noun}": rule.id for rule in rules.values() if rule.beside and rule.id in told for noun in rule.nouns
    }
    return [
        replace(claim, fact=nouns[claim.fact], id=claim.id.removesuffix(claim.fact) + nouns[claim.fact])
        if claim.fact in nouns
        else claim
        for claim in claims
    ]


def _background(claims: list[Claim], old: list[bool], rules: Mapping[str, FactRule]) -> list[Claim]:
    """Earlier events become background, save in an article that opens with one: that is its news."""
    lead = next((is_old for claim, is_old in zip(claims, old, strict=True) if _is_told(claim, rules)), False)
    if lead:
        return claims
    return [
        replace(claim, status="background")
        if is_old and claim.status == "actual" and _is_event(claim, rules)
        else claim
        for claim, is_old in zip(claims, old, strict=True)
    ]


def _aside(claims: list[Claim], rules: Mapping[str, FactRule]) -> list[Claim]:
    """A death of someone new, told late in a text that opens with people hurt, belongs to another event."""
    early = {claim.fact for claim in claims if claim.field == "title" or claim.quote_start < _LEAD}
    found = list(claims)
    for fact in sorted({rule.gives_way_to for rule in rules.values() if rule.gives_way_to}):
        if fact in early or not early & _lesser(fact, rules):
            continue
        places = [at for at, claim in enumerate(found) if claim.fact == fact and claim.status == "actual"]
        if all(found[at].implied and found[at].figure.split()[0].lower() not in _KNOWN for at in places):
            for at in places:
                found[at] = replace(found[at], status="background")
    return found


def _lesser(fact: str, rules: Mapping[str, FactRule]) -> set[str]:
    """The kinds that give way to this one, and those that are read as one of them."""
    direct = {rule.id for rule in rules.values() if rule.gives_way_to == fact}
    return direct | {rule.id for rule in rules.values() if rule.read_as in direct}


def _is_told(claim: Claim, rules: Mapping[str, FactRule]) -> bool:
    return claim.fact in rules and rules[claim.fact].implied


def _is_event(claim: Claim, rules: Mapping[str, FactRule]) -> bool:
    return claim.fact in rules and rules[claim.fact].evolves == "up"


def _given_way(claims: list[Claim], rules: Mapping[str, FactRule]) -> list[Claim]:
    """Someone wounded who then died no longer counts among the wounded."""
    told: dict[str, list[Claim]] = {}
    places: dict[tuple[str, FieldName, int], set[int]] = {}
    for claim in claims:
        if claim.low > 0 and claim.status == "actual":
            told.setdefault(claim.fact, []).append(claim)
        if claim.high > 0 and claim.figure.lower() not in _KNOWN:
            places.setdefault((claim.fact, claim.field, claim.quote_start), set()).add(claim.start)
    alone = {fact for fact in told if _is_of_one(claims, fact, rules)}
    settled: list[Claim] = []
    for claim in claims:
        stronger = rules[claim.fact].gives_way_to if claim.fact in rules else None
        if (
            stronger is not None
            and claim.low == claim.high
            and claim.low > 0
            and claim.status == "actual"
            # its own sentence tells of no one else's death: "a man was killed and a man was hurt"
            and places.get((stronger, claim.field, claim.quote_start), set()) <= {claim.start}
            and (
                (stronger in alone and _is_known(claim))
                or any(_same_person(claim, other) for other in told.get(stronger, ()))
            )
        ):
            claim = replace(claim, status="previous")
        settled.append(claim)
    return settled


def _is_of_one(claims: list[Claim], fact: str, rules: Mapping[str, FactRule]) -> bool:
    """Whether the article opens with one death and counts nobody else, dead or hurt: all that it tells is of one."""
    weaker = _lesser(fact, rules)
    counted = [claim for claim in claims if (claim.fact == fact or claim.fact in weaker) and claim.high > 0]
    opens = any(claim.fact == fact and (claim.field == "title" or claim.quote_start < _LEAD) for claim in counted)
    return opens and all(claim.high == 1 and claim.implied and "other" not in claim.scope for claim in counted)


def _is_known(claim: Claim) -> bool:
    return claim.implied and claim.figure.split()[0].lower() in _KNOWN


def _same_person(one: Claim, other: Claim) -> bool:
    if one.low != other.low or other.low != other.high:
        return False
    if one.low > 1:  # "officers found three people wounded; all three died"
        return one.quote_start != other.quote_start and "other" not in one.scope and one.field == other.field
    if not one.implied or not other.implied or one.figure.lower() == "another":
        return False
    names = [claim.figure.split()[-1].lower() for claim in (one, other) if not claim.counted]
    if len(names) == 2:
        return names[0] == names[1]
    heads = {one.counted or "", other.counted or ""}
    return len(heads) == 1 or bool(heads & _ANYONE)


def _read_as(claims: list[Claim], rules: Mapping[str, FactRule]) -> list[Claim]:
    """Those shot count as injured where the article tells of no death, or where they stand beside the dead."""
    taken: dict[str | None, set[tuple[FieldName, int, int]]] = {}
    deaths: set[str | None] = set()
    for claim in claims:
        taken.setdefault(claim.fact, set()).add((claim.field, claim.start, claim.end))
        if claim.high > 0 and claim.status in ("actual", "previous"):
            deaths.add(claim.fact)
    made: list[Claim] = []
    for claim in claims:
        rule = rules.get(claim.fact)
        if rule is None or rule.read_as is None or claim.status != "actual":
            continue
        stronger = rules[rule.read_as].gives_way_to if rule.read_as in rules else None
        place = (claim.field, claim.start, claim.end)
        if any(place in taken.get(fact, ()) for fact in (rule.read_as, stronger)):
            continue
        if stronger not in deaths or ("other" in claim.scope and not claim.implied):
            made.append(replace(claim, fact=rule.read_as, id=claim.id.removesuffix(rule.id) + rule.read_as))
    return made
