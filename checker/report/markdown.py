"""The report as Markdown, for an editor who has a minute: verdict first, worst first, each finding with its sources."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from checker.records import Finding, Report
from checker.report.course import course_line
from checker.report.coverage import coverage, problems
from checker.report.escape import address, markdown
from checker.report.findings import finding_block
from checker.report.index import Index
from checker.report.links import Link
from checker.report.pictures import pictures
from checker.report.tables import table
from checker.report.words import VERDICTS, distinct, headline, reading

__all__ = ["illustrated", "render"]

FULL = 100
"""Findings that are shown with all their sources."""
LISTED = 50
"""Lines of a list or table."""


def render(report: Report, link: Link) -> str:
    """The report as one Markdown document; `link` tells where sources are from where it will lie."""
    return _document(Index(report, link))


def illustrated(report: Report, link: Link, name: str) -> tuple[str, dict[str, str]]:
    """The same with pictures beside it, and the pictures, SVG by the names of their files, which begin with `name`."""
    index = Index(report, link)
    drawn = {f"{name}-{fact}.svg": (fact, svg) for fact, svg in pictures(_shown(report), index).items()}
    index.pictures = {fact: address(file) for file, (fact, _) in drawn.items()}
    return _document(index), {file: svg for file, (_, svg) in drawn.items()}


def _shown(report: Report) -> list[Finding]:
    """The findings whose facts have a course in the document."""
    urgent = [finding for finding in report.findings if finding.severity != "info"]
    return urgent[:FULL] + [f for f in report.findings if f.severity == "info" and f.verdict == "updated"][:LISTED]


def _document(index: Index) -> str:
    report = index.report
    sections = (_head(report), _urgent(index), _known(index), _agreed(index), problems(index), coverage(index))
    return "\n".join(line for section in sections for line in section)


def _head(report: Report) -> Iterator[str]:
    yield f"# {headline(report)}"
    yield ""
    yield reading(report)
    yield ""


def _urgent(index: Index) -> Iterator[str]:
    """Errors and warnings, each in full."""
    found = [finding for finding in index.report.findings if finding.severity != "info"]
    if not found:
        return
    yield "## To look at"
    yield ""
    course_in: dict[str | None, int] = {}
    for number, finding in enumerate(found[:FULL], start=1):
        yield from finding_block(number, finding, index, course_in.setdefault(finding.fact, number))
    if len(found) > FULL:
        yield f"*And {len(found) - FULL:,} more findings, less severe or less certain; `--format json` lists all.*"
        yield ""
    yield (
        "*To silence a check, switch it off in a folder of your own rules: `- {id: CHECK, enabled: false}` "
        "in `checks/own.yaml`, given with `--rules FOLDER`.*"
    )
    yield ""


def _known(index: Index) -> Iterator[str]:
    """Updates and notes, an item each; the updates of one fact together, as its course over time."""
    found = [finding for finding in index.report.findings if finding.severity == "info"]
    if not found:
        return
    together: dict[str, list[Finding]] = {}
    for finding in found:
        fact_id = finding.fact if finding.verdict == "updated" else None
        together.setdefault(fact_id or finding.id, []).append(finding)
    yield "## To know of"
    yield ""
    for findings in list(together.values())[:LISTED]:
        names = ", ".join(f"`{finding.id}`" for finding in findings)
        fact = index.facts.get(findings[0].fact or "")
        if findings[0].verdict == "updated" and fact and (line := course_line(fact, index)):
            yield f"- {markdown(fact.label)}: {line}. {names}"
            continue
        for finding in findings:
            yield f"- {_note(finding)} {index.places(finding.evidence, 4)} `{finding.id}`"
    yield from _more(len(together), LISTED, "- ")
    yield ""


def _note(finding: Finding) -> str:
    kind = "" if finding.verdict == "updated" else f"{VERDICTS[finding.verdict][0]}: "
    return kind + markdown(finding.message)


def _agreed(index: Index) -> Iterator[str]:
    """Facts on which all figures agree, those that most articles tell first."""
    rows: list[tuple[int, str, Sequence[str]]] = []
    for fact in index.report.facts:
        if fact.verdict != "agree":
            continue
        claims = [index.claims[name] for name in fact.claims]
        articles = len({claim.article for claim in claims})
        figures = distinct(claims)
        shown = " · ".join(map(markdown, figures[:4])) + (" · …" if len(figures) > 4 else "")
        cells = (markdown(fact.label), shown, f"{articles:,}", f"{index.outlets(claims):,}", index.places(claims, 3))
        rows.append((-articles, fact.label, cells))
    if not rows:
        return
    yield f"## {len(rows):,} facts agree" if len(rows) > 1 else "## 1 fact agrees"
    yield ""
    rows.sort()
    yield from table(("Fact", "Figure", "Articles", "Outlets", "Where"), [cells for *_, cells in rows[:LISTED]])
    yield from _more(len(rows), LISTED, "\n")
    yield ""


def _more(number: int, shown: int, lead: str) -> Iterator[str]:
    if number > shown:
        yield f"{lead}*and {number - shown:,} more*"
