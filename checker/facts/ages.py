"""Ages: whose they are, so that one person's age in two articles is compared and nobody else's."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from functools import cache
from itertools import combinations

from checker.facts.sides import Side
from checker.facts.verdicts import AGE
from checker.records import Claim
from checker.rulebook import table

__all__ = ["ages"]


_GENERATIONS = ("jr", "sr", "ii", "iii", "iv")
REACH = 40
"""Characters between an age and the name it belongs to: "47-year-old officer Ana Ruiz", "Ana Ruiz, 47"."""


def ages(sides: Iterable[Side]) -> list[tuple[str, list[Side], list[tuple[Side, Side]]]]:
    """The ages of each person named in full, with the pairs to be compared: those between articles."""
    of_person: dict[tuple[str, str], list[Side]] = defaultdict(list)
    for side in sides:
        if side.claim.fact == AGE and (person := _person(side.claim)):
            of_person[person].append(side)
    found = []
    for person, held in sorted(of_person.items()):
        pairs = [
            (one, other)
            for one, other in combinations(held, 2)
            if one.source.article != other.source.article and not _both_given(one, other, held)
        ]
        if len({side.source.article for side in held}) > 1:
            found.append((" ".join(person).title(), held, pairs))
    return found


def _both_given(one: Side, other: Side, held: list[Side]) -> bool:
    """Whether either article gives the other's age as well."""
    return any(
        side.claim.low == far.claim.low and side.source.article == near.source.article
        for near, far in ((one, other), (other, one))
        for side in held
    )


def _person(claim: Claim) -> tuple[str, str] | None:
    """First and last word of the full name beside the age: before "Ana Ruiz, 47", after "47-year-old Ana Ruiz"."""
    quote = claim.quote.lower().replace("’", "'")
    start, end = claim.start - claim.quote_start, claim.end - claim.quote_start
    follows = "old" in quote[start : end + 12]
    best: tuple[int, str] | None = None
    for name in claim.names:
        words = name.split()
        if len(words) < 2:
            continue
        at = quote.find(name, end) if follows else quote.rfind(name, 0, max(start, 0))
        gap = at - end if follows else start - at - len(name)
        between = quote[end:at].replace("-", " ").replace(",", " ").split() if follows else []
        if _small().intersection(between) or (follows and "," in quote[end : max(at - 2, end)]):
            continue
        if at >= 0 and 0 <= gap <= (REACH if follows else 4) and (best is None or gap < best[0]):
            best = gap, name
    if best is None:
        return None
    words = [word for word in best[1].partition(" of ")[0].split() if word not in _GENERATIONS]
    return (words[0], words[-1]) if len(words) > 1 and words[-1] not in _places() else None


@cache
def _small() -> frozenset[str]:
    """Words after an age that lead on to another name: "a 6-year-old was shot in Port Aldra"."""
    return frozenset(table("proper_names")["openers"]) - {"as", "old", "former", "local"} | {"shot", "killed", "moved"}


@cache
def _places() -> frozenset[str]:
    lists = table("proper_names")
    return frozenset(word for key in ("roads", "bodies", "lands") for word in lists[key])
