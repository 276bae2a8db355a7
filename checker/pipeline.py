"""The stages composed: two pure functions, and the report made of what they yield."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator

from msgspec import Struct
from msgspec.structs import replace

from checker import checks, claims, facts, quantities
from checker.evidence import finding_id, finding_order, of_spot
from checker.language.sentences import sentences
from checker.records import (
    Analysis,
    Article,
    Claim,
    Coverage,
    Fact,
    Finding,
    Kept,
    Page,
    Problem,
    Quantity,
    Report,
    Severity,
    Status,
)
from checker.rulebook import Rulebook

__all__ = ["Earlier", "analyse", "report"]

NOT_COMPARED = {
    "date": "dates and times",
    "time": "dates and times",
    "ordinal": "ordinals",
    "score": "scores",
    "name": "numbers in names",
}
ALONE: dict[Status, str] = {
    "actual": "no other figure for the same fact",
    "planned": "plans",
    "target": "targets",
    "estimate": "estimates",
    "denied": "denied figures",
    "hypothetical": "hypothetical figures",
    "background": "figures of earlier events",
    "previous": "figures that the text itself calls superseded",
}
"""Why a claim of this status was set against no other, as reports tell it."""
_RANK: dict[Severity, int] = {"error": 0, "warning": 1, "info": 2}


def analyse(article: Article, rules: Rulebook) -> Analysis:
    """All that one article yields by itself: its claims, and what does not fit inside it."""
    found = (*quantities.find(article.title or "", "title"), *quantities.find(article.text, "text"))
    page = Page(
        article=article,
        quantities=found,
        claims=claims.place(article, found, rules.facts),
        title_sentences=tuple(sentences(article.title or "")),
        text_sentences=tuple(sentences(article.text)),
    )
    source = facts.source(article, page.claims)
    return Analysis(
        source=replace(source, ignores=article.ignores) if article.ignores else source,
        quantities=found,
        claims=page.claims,
        findings=tuple(_findings(page, rules)),
    )


def _findings(page: Page, rules: Rulebook) -> Iterator[Finding]:
    for setting, remark in checks.remarks(page, rules.checks):
        evidence = tuple(of_spot(spot, page) for spot in remark.spots)
        severity = max(setting.severity, remark.severity or setting.severity, key=_RANK.__getitem__)
        yield Finding(
            id=finding_id(setting.id, evidence),
            check=setting.id,
            verdict=remark.verdict,
            severity=severity,
            confidence=round(remark.confidence, 2),
            message=remark.message,
            working=remark.working,
            fact=None,
            claims=tuple(sorted({spot.claim for spot in remark.spots if spot.claim})),
            evidence=evidence,
        )


class Earlier(Struct, frozen=True):
    """Articles of an archive that the new ones may share an event with, and how common words are in it."""

    kept: tuple[Kept, ...]
    background: facts.Background


def report(
    analyses: Iterable[Analysis],
    problems: Iterable[Problem],
    documents: int,
    rules: Rulebook,
    earlier: Earlier | None = None,
) -> Report:
    """Judges the claims of all articles against each other and puts everything in its final order.

    With `earlier` articles only facts that a new one touches are told, and of the earlier only what they speak of.
    """
    done = sorted(analyses, key=lambda a: (a.source.uri, a.source.line, a.source.article))
    every_claim = tuple(claim for analysis in done for claim in analysis.claims)
    sources = tuple(analysis.source for analysis in done)
    if earlier is None:
        judged = facts.judge(every_claim, sources, rules)
    else:
        old = tuple(claim for kept in earlier.kept for claim in kept.claims)
        before = tuple(kept.source for kept in earlier.kept)
        judged = facts.judge(every_claim + old, sources + before, rules, earlier.background)
        told = {claim for fact in judged.facts for claim in fact.claims}
        every_claim += tuple(claim for claim in old if claim.id in told)
        touched = {claim.article for claim in every_claim}
        sources += tuple(source for source in before if source.article in touched)
    findings = [finding for analysis in done for finding in analysis.findings] + list(judged.findings)
    unique = {finding.id: finding for finding in sorted(findings, key=finding_order, reverse=True)}
    ordered = tuple(sorted(unique.values(), key=finding_order))
    return Report(
        coverage=_coverage(done, every_claim, judged.facts, ordered, documents),
        sources=sources,
        claims=every_claim,
        facts=judged.facts,
        findings=ordered,
        problems=tuple(sorted(problems)),
    )


def _coverage(
    done: list[Analysis],
    every_claim: tuple[Claim, ...],
    judged: tuple[Fact, ...],
    findings: tuple[Finding, ...],
    documents: int,
) -> Coverage:
    compared = {claim for fact in judged for claim in fact.claims}
    compared |= {claim for finding in findings for claim in finding.claims}
    skipped: Counter[str] = Counter()
    for analysis in done:
        placed = {(claim.field, claim.start) for claim in analysis.claims}
        skipped.update(_why_no_claim(q) for q in analysis.quantities if (q.field, q.start) not in placed)
    for claim in every_claim:
        if claim.id not in compared:
            skipped[ALONE[claim.status]] += 1
    return Coverage(
        documents=documents,
        articles=len(done),
        quantities=sum(len(analysis.quantities) for analysis in done),
        claims=len(every_claim),
        compared=len(compared),
        skipped=dict(sorted(skipped.items())),
    )


def _why_no_claim(quantity: Quantity) -> str:
    return NOT_COMPARED.get(quantity.kind, "no noun or unit that says what is counted")
