"""Claims of all articles → facts, and what does not fit between them."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
from itertools import groupby

from checker.evidence import digest, finding_id, of_claim
from checker.facts.clusters import events
from checker.facts.compare import sides as comparison
from checker.facts.grouping import Group, groups
from checker.facts.labels import label, reasons
from checker.facts.linking import links, probability
from checker.facts.verdicts import Opinion, Side, opinion
from checker.records import Claim, Fact, FactVerdict, Finding, Judgement, Source
from checker.rulebook import FactRule, Rulebook

__all__ = ["judge"]

JOINED = -0.75
"""Mean logit of links from which articles are gathered into one event."""
LINKED = -3.0
"""Logit below which a pair of articles counts as not linked at all."""


def judge(claims: tuple[Claim, ...], sources: tuple[Source, ...], rules: Rulebook) -> Judgement:
    """Facts and the findings between claims, in an order that does not depend on that of the input."""
    listed = sorted(sources, key=lambda source: source.article)
    held: dict[str, list[Claim]] = defaultdict(list)
    for claim in sorted(claims, key=lambda c: (c.article, c.field, c.start, c.end, c.id)):
        held[claim.article].append(claim)
    joined = links(listed, LINKED)
    strength = {(link.one, link.other): link.strength for link in joined}
    facts: list[Fact] = []
    findings: dict[str, Finding] = {}
    for event in events(len(listed), joined, JOINED):
        sides = [Side(claim, listed[place]) for place in event for claim in held[listed[place].article]]
        certainty = _certainty(event, strength)
        articles = [listed[place] for place in event]
        for group in groups(sides):
            fact, raised = _judged(group, articles, certainty, rules)
            facts.append(fact)
            findings |= {finding.id: finding for finding in raised}
    return Judgement(
        tuple(sorted(facts, key=lambda fact: (fact.fact, fact.claims))),
        tuple(findings[key] for key in sorted(findings)),
    )


def _certainty(event: Sequence[int], strength: dict[tuple[int, int], float]) -> float:
    """How surely the articles tell of one event: the mean probability of its links."""
    inside = [strength[a, b] for at, a in enumerate(event) for b in event[at + 1 :] if (a, b) in strength]
    return probability(sum(inside) / len(inside)) if inside else 1.0


def _judged(group: Group, event: list[Source], certainty: float, rules: Rulebook) -> tuple[Fact, list[Finding]]:
    rule = rules.facts.get(group.slot.fact)
    name = f"fact-{digest(*group.slot.scope, group.slot.fact, min(side.claim.id for side in group.members), size=5)}"
    opinions = [found for one, other in group.pairs if (found := opinion(one, other, rule))]
    findings = [_finding(chosen, name, group, certainty, rule) for chosen in _chosen(opinions)]
    verdicts = {chosen.verdict for chosen in opinions}
    verdict: FactVerdict = "conflict" if "conflict" in verdicts else "updated" if "updated" in verdicts else "agree"
    fact = Fact(
        id=name,
        fact=group.slot.fact,
        label=label(group.slot, rule, group.members, event),
        verdict=verdict,
        claims=tuple(sorted(side.claim.id for side in group.members)),
        why=reasons(group.members),
    )
    return fact, findings


def _chosen(opinions: list[Opinion]) -> Iterator[Opinion]:
    """One opinion for each pair of figures: between the articles closest in time, written out in their texts."""

    def key(found: Opinion) -> tuple[str, str, str]:
        values = sorted(
            f"{side.claim.low:g}-{side.claim.high:g} {side.claim.bound}" for side in (found.older, found.newer)
        )
        return found.check, values[0], values[1]

    def rank(found: Opinion) -> tuple[bool, int, str, str]:
        implied = found.older.claim.implied or found.newer.claim.implied
        days = (found.older.day, found.newer.day)
        apart = abs((days[1] - days[0]).days) if days[0] and days[1] else 9999
        return implied, apart, found.older.claim.id, found.newer.claim.id

    for _, same in groupby(sorted(opinions, key=lambda found: (key(found), rank(found))), key=key):
        yield next(iter(same))


def _finding(found: Opinion, fact: str, group: Group, certainty: float, rule: FactRule | None) -> Finding:
    evidence = (of_claim(found.older.claim, found.older.source), of_claim(found.newer.claim, found.newer.source))
    kind = rule.name if rule else group.slot.fact.partition(":")[2]
    repeated = {
        side.claim.id
        for side in group.members
        for shown in (found.older.claim, found.newer.claim)
        if (side.claim.low, side.claim.high, side.claim.bound) == (shown.low, shown.high, shown.bound)
    }
    return Finding(
        id=finding_id(found.check, evidence),
        check=found.check,
        verdict=found.verdict,
        severity=found.severity,
        confidence=round(found.confidence * certainty, 2),
        message=_message(kind, found),
        working=f"{comparison(found.older.claim, found.newer.claim)}; {found.reason}",
        fact=fact,
        claims=tuple(sorted(repeated | {found.older.claim.id, found.newer.claim.id})),
        evidence=evidence,
    )


def _message(kind: str, found: Opinion) -> str:
    """One sentence: what is counted, the two figures as written, why it matters."""
    return f"{kind[:1].upper()}{kind[1:]}: {found.older.claim.figure}, then {found.newer.claim.figure}; {found.reason}."
