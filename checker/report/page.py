"""What the HTML page shows, in plain values: all choices are made here, so that the template only lays out.

Every word that comes from an article or a path is cleaned here of controls and marks that turn the direction of
writing; the template escapes it.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from typing import NamedTuple

from checker.records import Coverage, Evidence, Fact, Finding, Problem, Report, Severity, Verdict
from checker.report.course import course
from checker.report.escape import clean
from checker.report.index import Index
from checker.report.links import Link
from checker.report.pictures import picture, stressed
from checker.report.quotes import passage, pieces, sentences
from checker.report.timeline import shown_day
from checker.report.words import FIGURE, VERDICTS, distinct, headline, reading, shorten, written

__all__ = ["Page", "page"]

FULL = 500
"""Findings that are shown with all their sources."""
LISTED = 200
"""Rows of a table."""
PLACES = 5
"""Places named in one line."""
GLANCE = 8
"""Figures of a course named in its head."""
TITLE = 120
"""Characters of a title."""
SEVERITIES: dict[Severity, str] = {"error": "Error", "warning": "Warning", "info": "To know of"}


class Place(NamedTuple):
    """A line of a source and the address of it, None where it has none."""

    name: str
    href: str | None


class Origin(NamedTuple):
    """The article that something stands in."""

    title: str
    outlet: str
    day: str
    shown_day: str
    place: Place


class Side(NamedTuple):
    """One sentence with the figures that a finding sets against others."""

    figures: list[str]
    quote: list[tuple[str, bool]]
    """Stretches of the sentence, and whether each is a figure."""
    speakers: list[str]
    origin: Origin
    is_headline: bool


class Step(NamedTuple):
    """One figure on one day of a fact's course."""

    day: str
    shown_day: str
    figure: str
    origin: Origin
    more: int
    """Other articles that give the same figure on that day."""
    is_side: bool


class Course(NamedTuple):
    """A fact's course over time, as a picture (SVG, safe as it is; empty for want of values) and as a table."""

    picture: str
    steps: list[Step]


class Shown(NamedTuple):
    """One finding."""

    id: str
    check: str
    verdict: Verdict
    verdict_name: str
    severity: Severity
    severity_name: str
    message: str
    sides: list[Side]
    others: list[Place]
    more_others: int
    working: str
    confidence: int
    basis: str
    outlets: list[int]
    """Numbers of the outlets in the filter."""


class Item(NamedTuple):
    """What opens and closes as one: a finding, or the updates of one fact together."""

    title: str
    glance: str
    """The sources in a few words, or for updates the figures."""
    findings: list[Shown]
    course: Course | None
    course_in: str | None
    """Id of the finding that shows the course instead."""


class Choice(NamedTuple):
    """One value of a filter, with the number of findings that have it."""

    value: str
    name: str
    number: int


class Agreed(NamedTuple):
    """A fact on which all figures agree."""

    label: str
    figures: list[str]
    articles: int
    outlets: int
    places: list[Place]
    more: int


class Page(NamedTuple):
    """All that the template lays out."""

    headline: str
    reading: str
    coverage: Coverage
    urgent: list[Item]
    known: list[Item]
    shown: int
    left_out: int
    filters: dict[str, list[Choice]]
    agreed: list[Agreed]
    agreed_count: int
    problems: list[Problem]
    problem_count: int
    skipped: list[tuple[str, int]]
    articles: list[tuple[Origin, int]]
    article_count: int
    undated: int


def page(report: Report, link: Link) -> Page:
    """The report as the page shows it; `link` tells where sources are from where it will lie."""
    return _Maker(report, link).page()


class _Maker:
    """Holds the look-ups while a page is made."""

    def __init__(self, report: Report, link: Link) -> None:
        self.report = report
        self.index = Index(report, link)
        self.findings = report.findings[:FULL]
        names = {clean(self.index.sources[s.article].outlet or "") for f in self.findings for s in f.evidence}
        self.outlets = {name: number for number, name in enumerate(sorted(names - {""}))}

    def page(self) -> Page:
        """Everything, in the order of the report."""
        report = self.report
        urgent, known = self._items()
        agreed = self._agreed()
        claims = Counter(claim.article for claim in report.claims)
        return Page(
            headline=headline(report),
            reading=clean(reading(report)),
            coverage=report.coverage,
            urgent=urgent,
            known=known,
            shown=len(self.findings),
            left_out=len(report.findings) - len(self.findings),
            filters=self._filters([shown for item in (*urgent, *known) for shown in item.findings]),
            agreed=agreed[:LISTED],
            agreed_count=len(agreed),
            problems=[Problem(*map(clean, (p.uri, p.stage, p.message))) for p in report.problems[:LISTED]],
            problem_count=len(report.problems),
            skipped=sorted(report.coverage.skipped.items(), key=lambda pair: (-pair[1], pair[0])),
            articles=[(self._origin(s.article, s.line), claims[s.article]) for s in report.sources[:LISTED]],
            article_count=len(report.sources),
            undated=sum(source.published is None for source in report.sources),
        )

    def _items(self) -> tuple[list[Item], list[Item]]:
        """What to look at, one finding each; and what to know of, the updates of one fact together."""
        shown_in: dict[str, str] = {}
        urgent = [self._item([finding], shown_in) for finding in self.findings if finding.severity != "info"]
        together: dict[str, list[Finding]] = {}
        for finding in self.findings:
            if finding.severity == "info":
                fact = finding.fact if finding.verdict == "updated" else None
                together.setdefault(fact or finding.id, []).append(finding)
        return urgent, [self._item(findings, shown_in) for findings in together.values()]

    def _item(self, findings: Sequence[Finding], shown_in: dict[str, str]) -> Item:
        """`shown_in` remembers which finding shows the course of a fact, so that it is shown once."""
        first = findings[0]
        shown = [self._shown(finding) for finding in findings]
        fact = self.index.facts.get(first.fact or "")
        over_time = self._course(fact, findings) if fact else None
        where = shown_in.setdefault(fact.id, first.id) if fact and over_time else first.id
        title, glance = shown[0].message, self._outlets_told(findings)
        if len(findings) > 1 and fact:
            figures = list(dict.fromkeys(step.figure for step in over_time.steps)) if over_time else []
            figures[GLANCE:] = ["…"] if len(figures) > GLANCE else []
            title, glance = clean(fact.label), " → ".join(figures) or glance
        return Item(
            title=title,
            glance=glance,
            findings=shown,
            course=over_time if where == first.id else None,
            course_in=None if where == first.id else where,
        )

    def _outlets_told(self, findings: Iterable[Finding]) -> str:
        names = (self.index.sources[side.article] for finding in findings for side in finding.evidence)
        return ", ".join(dict.fromkeys(clean(source.outlet or self.index.named(source.uri)) for source in names))

    def _shown(self, finding: Finding) -> Shown:
        outlets = (clean(self.index.sources[side.article].outlet or "") for side in finding.evidence)
        elsewhere = self.index.lines(self.index.elsewhere(finding))
        return Shown(
            id=finding.id,
            check=finding.check,
            verdict=finding.verdict,
            verdict_name=VERDICTS[finding.verdict][0],
            severity=finding.severity,
            severity_name=SEVERITIES[finding.severity],
            message=clean(finding.message),
            sides=[self._side(sides) for sides in sentences(finding.evidence)],
            others=[self._place(*line) for line in elsewhere[:PLACES]],
            more_others=max(len(elsewhere) - PLACES, 0),
            working=clean(finding.working),
            confidence=round(finding.confidence * 100),
            basis=clean("; ".join(self.index.basis(finding))),
            outlets=sorted({self.outlets[name] for name in outlets if name}),
        )

    def _side(self, sides: Sequence[Evidence]) -> Side:
        first = sides[0]
        inside = [(side, self.index.claims.get(side.claim or "")) for side in sorted(sides, key=lambda s: s.start)]
        figures = (clean(written(claim) if claim else shorten(side.figure, FIGURE)) for side, claim in inside)
        speakers = (clean(claim.speaker) for _, claim in inside if claim and claim.speaker)
        return Side(
            figures=list(dict.fromkeys(figures)),
            quote=[(_inline(text), is_figure) for text, is_figure in pieces(sides)],
            speakers=list(dict.fromkeys(speakers)),
            origin=self._origin(first.article, first.line, passage(first)),
            is_headline=first.field == "title",
        )

    def _course(self, fact: Fact, findings: Sequence[Finding]) -> Course | None:
        found = course(fact, self.index)
        if not found:
            return None
        sides = stressed(findings)
        steps = [
            Step(
                day=step.day,
                shown_day=shown_day(step.day),
                figure=clean(step.figure),
                origin=self._origin(step.claims[0].article, step.claims[0].line),
                more=len({claim.article for claim in step.claims}) - 1,
                is_side=any(claim.id in sides for claim in step.claims),
            )
            for step in found[:LISTED]
        ]
        return Course(picture(fact, findings, self.index, f"course-{findings[0].id}"), steps)

    def _agreed(self) -> list[Agreed]:
        """Facts on which all figures agree, those that most articles tell first."""
        found = []
        for fact in self.report.facts:
            if fact.verdict == "agree":
                claims = [self.index.claims[name] for name in fact.claims]
                lines = self.index.lines(claims)
                found.append(
                    Agreed(
                        label=clean(fact.label),
                        figures=[clean(figure) for figure in distinct(claims)[:PLACES]],
                        articles=len({claim.article for claim in claims}),
                        outlets=self.index.outlets(claims),
                        places=[self._place(*line) for line in lines[:PLACES]],
                        more=max(len(lines) - PLACES, 0),
                    )
                )
        return sorted(found, key=lambda fact: (-fact.articles, fact.label, fact.figures))

    def _filters(self, shown: Sequence[Shown]) -> dict[str, list[Choice]]:
        """The values that occur, in the order of a summary or of the alphabet."""
        verdicts = Counter(finding.verdict for finding in shown)
        severities = Counter(finding.severity for finding in shown)
        checks = Counter(finding.check for finding in shown)
        outlets = Counter(outlet for finding in shown for outlet in finding.outlets)
        return {
            "severity": [Choice(s, name, severities[s]) for s, name in SEVERITIES.items() if severities[s]],
            "verdict": [Choice(v, names[0], verdicts[v]) for v, names in VERDICTS.items() if verdicts[v]],
            "check": [Choice(name, name, checks[name]) for name in sorted(checks)],
            "outlet": [Choice(str(n), name, outlets[n]) for name, n in self.outlets.items()],
        }

    def _origin(self, article: str, line: int, passage: str = "") -> Origin:
        source = self.index.sources[article]
        day = clean((source.published or "")[:10])
        place = self._place(source.uri, line, passage)
        return Origin(
            title=clean(shorten(source.title or "", TITLE)),
            outlet=clean(source.outlet or ""),
            day=day,
            shown_day=shown_day(day),
            place=place,
        )

    def _place(self, uri: str, line: int, passage: str = "") -> Place:
        path = self.index.target(uri)
        return Place(f"{self.index.named(uri)}:{line}", None if path is None else f"{path}#L{line}{passage}")


def _inline(text: str) -> str:
    """The text cleaned, with the spaces at its ends kept, since more of the line stands there."""
    return clean(f"|{text}|")[1:-1]
