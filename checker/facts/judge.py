"""Claims of all articles → facts, and what does not fit between them."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import date
from itertools import chain

from msgspec import Struct

from checker.evidence import digest, finding_id, of_claim
from checker.facts.clusters import events
from checker.facts.compare import sides as comparison
from checker.facts.course import told
from checker.facts.grouping import Group, groups
from checker.facts.growth_level import growth_levels
from checker.facts.labels import label, occasion, reasons
from checker.facts.linking import links, probability
from checker.facts.periods import periods
from checker.facts.portrait import Background
from checker.facts.sides import Side, first_told
from checker.facts.tellings import tellings, weighed
from checker.facts.verdicts import Opinion, opinion
from checker.records import Claim, Fact, FactVerdict, Finding, Judgement, Severity, Source
from checker.rulebook import CheckSettings, Rulebook

__all__ = ["judge"]

JOINED = 0.6
"""Mean logit of the best links between groups of articles from which they are one event."""
LINKED = -3.0
"""Logit below which a pair of articles counts as not linked at all."""

_MILD: dict[Severity, int] = {"error": 0, "warning": 1, "info": 2}


class _Judged(Struct, frozen=True):
    """A group with what is to be said of its pairs, its place and time, and how surely its articles belong together."""

    group: Group
    opinions: list[Opinion]
    where_and_when: str
    certainty: float


def judge(
    claims: tuple[Claim, ...], sources: tuple[Source, ...], rules: Rulebook, background: Background | None = None
) -> Judgement:
    """Facts and the findings between claims, in an order that does not depend on that of the input.

    With a background the facts of archived articles alone are left out: only what a new article touches is told.
    """
    listed = sorted(sources, key=lambda source: source.article)
    held: dict[str, list[Claim]] = defaultdict(list)
    for claim in sorted(claims, key=lambda c: (c.article, c.field, c.start, c.end, c.id)):
        held[claim.article].append(claim)
    known = background.held if background else frozenset()
    listed, joined = links(listed, LINKED, background)
    strength = {(link.one, link.other): link.strength for link in joined}
    gathered = events(len(listed), joined, JOINED)
    event_of = {listed[place].article: event[0] for event in gathered for place in event}
    new = [event for event in gathered if not all(listed[place].article in known for place in event)]
    everywhere = [Side(claim, source) for source in listed for claim in held[source.article]]
    facts: list[Fact] = []
    findings: dict[str, Finding] = {}
    spots: set[object] = set()  # those shot may be read as injured, too: their figures are told once
    for judged in chain(_of_events(new, listed, held, strength, rules), _of_periods(everywhere, event_of, rules)):
        group = judged.group
        if len(group.members) < 2 or all(side.source.article in known for side in group.members):
            continue
        fact = _fact(judged, rules)
        facts.append(fact)
        for found in told(judged.opinions, group.members):
            spot = found.check, _place(found.older), _place(found.newer)
            if (settings := _enabled(found.check, rules)) and spot not in spots:
                spots.add(spot)
                finding = _finding(found, fact, group, judged.certainty, settings)
                findings[finding.id] = finding
    findings |= {
        found.id: found for found in growth_levels(everywhere, known, event_of, rules.checks.get("growth_level"))
    }
    return Judgement(
        tuple(sorted(facts, key=lambda fact: (fact.fact, fact.claims))),
        tuple(findings[key] for key in sorted(findings)),
    )


def _of_events(
    gathered: Iterable[Sequence[int]],
    listed: Sequence[Source],
    held: Mapping[str, list[Claim]],
    strength: Mapping[tuple[int, int], float],
    rules: Rulebook,
) -> Iterator[_Judged]:
    """The groups of each event, whose articles are given by their places."""
    tolls = {rule.id for rule in rules.facts.values() if rule.implied or rule.counts == "person"}
    lesser = {rule.id for rule in rules.facts.values() if rule.gives_way_to or rule.read_as}
    for event in gathered:
        articles = [listed[place] for place in event]
        sides = first_told([Side(claim, source) for source in articles for claim in held[source.article]])
        certainty = _certainty(event, strength)
        where_and_when = occasion(articles)
        whole = tellings(sides, tolls)
        for group in groups(sides, rules.facts):
            opinions = [kept for found in _opinions(group, rules) if (kept := weighed(found, whole, tolls, lesser))]
            yield _Judged(group.joined_by(found.sides for found in opinions), opinions, where_and_when, certainty)


def _of_periods(everywhere: Iterable[Side], event_of: Mapping[str, int], rules: Rulebook) -> Iterator[_Judged]:
    """The groups that a period makes, and no event."""
    for whose, group in periods(everywhere, rules.facts, event_of):
        yield _Judged(group, list(_opinions(group, rules)), whose, 1.0)


def _enabled(check: str, rules: Rulebook) -> CheckSettings | None:
    settings = rules.checks.get(check)
    return settings if settings is not None and settings.enabled else None


def _certainty(event: Sequence[int], strength: Mapping[tuple[int, int], float]) -> float:
    """How surely the articles tell of one event: the mean probability of its links."""
    inside = [strength[a, b] for at, a in enumerate(event) for b in event[at + 1 :] if (a, b) in strength]
    return probability(sum(inside) / len(inside)) if inside else 1.0


def _opinions(group: Group, rules: Rulebook) -> Iterator[Opinion]:
    rule = rules.facts.get(group.slot.fact)
    is_last = any(rule.gives_way_to == group.slot.fact for rule in rules.facts.values())
    for one, other in group.pairs:
        found = opinion(one, other, rule, is_last=is_last)
        if found is not None:
            yield found


def _fact(judged: _Judged, rules: Rulebook) -> Fact:
    group = judged.group
    first = min(side.claim.id for side in group.members)
    told = Counter(found.verdict for found in judged.opinions)
    verdict: FactVerdict = "agree"
    if judged.opinions:  # a course of updates with one figure out of line is still that
        verdict = "conflict" if told["conflict"] >= told["updated"] else "updated"
    return Fact(
        id=f"fact-{digest(group.slot.fact, *group.slot.scope, first, size=5)}",
        fact=group.slot.fact,
        label=label(group.slot, rules.facts.get(group.slot.fact), judged.where_and_when),
        verdict=verdict,
        claims=tuple(sorted(side.claim.id for side in group.members)),
        why=reasons(group.members),
    )


def _finding(found: Opinion, fact: Fact, group: Group, certainty: float, settings: CheckSettings) -> Finding:
    """The finding; it is known by those who gave its figures first, whoever repeats them later.

    One on two figures of one article is known by that article.
    """
    older, newer = found.older.claim, found.newer.claim
    evidence = (of_claim(older, found.older.source), of_claim(newer, found.newer.source))
    same = [[side for side in group.members if _value(side.claim) == _value(shown)] for shown in (older, newer)]
    repeated = {side.claim.id for sides in same for side in sides}
    is_inside = found.older.source.article == found.newer.source.article
    first = (
        [found.older, found.newer]
        if is_inside
        else [min(sides, key=lambda side: (side.day or date.max, side.claim.id)) for sides in same]
    )
    return Finding(
        id=finding_id(found.check, tuple(of_claim(side.claim, side.source) for side in first)),
        check=found.check,
        verdict=found.verdict,
        severity=max(found.severity, settings.severity, key=_MILD.__getitem__),
        confidence=round(found.confidence * certainty, 2),
        message=f"{fact.label}: {older.figure}, then {newer.figure}; {found.reason}.",
        working=f"{comparison(older, newer)}; {found.reason}",
        fact=fact.id,
        claims=tuple(sorted(repeated | {older.id, newer.id})),
        evidence=evidence,
    )


def _place(side: Side) -> tuple[str, str, int]:
    return side.claim.article, side.claim.field, side.claim.start


def _value(claim: Claim) -> tuple[float, float, str]:
    return claim.low, claim.high, claim.bound
