"""One finding in Markdown: the sentence, the values side by side, the quotes, the working, how sure."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from checker.records import Evidence, Finding
from checker.report.course import course, course_table
from checker.report.escape import code, markdown
from checker.report.index import Index
from checker.report.quotes import marked, sentences
from checker.report.tables import table
from checker.report.words import FIGURE, VERDICTS, shorten, written

__all__ = ["finding_block"]

QUOTES = 6
"""Sentences quoted in one finding."""


def finding_block(number: int, finding: Finding, index: Index, course_in: int) -> Iterator[str]:
    """The lines of one finding, an empty one at the end; `course_in` is the finding that shows its fact's course."""
    groups = sentences(finding.evidence)
    severity = "" if finding.severity == "error" else f" ({finding.severity})"
    yield f"### {number}. {VERDICTS[finding.verdict][0]}{severity}: {markdown(finding.message)}"
    yield ""
    heads = ("Figure", "Article", "Outlet", "Published", "Who says so", "Where")
    yield from table(heads, [_row(sides, index) for sides in groups])
    yield ""
    for sides in groups[:QUOTES]:
        yield f"> “{marked(sides)}”"
        yield ""
    fact = index.facts.get(finding.fact or "")
    if fact and course_in == number:
        yield from course_table(fact, index)
    elif fact and course(fact, index):
        yield f"Over time: see {course_in}."
        yield ""
    if others := index.elsewhere(finding):
        yield f"Same figures elsewhere: {index.places(others, 5)}"
        yield ""
    yield f"**Working:** {code(finding.working)}\\"
    yield (
        f"**Confidence:** {round(finding.confidence * 100)}% ({'; '.join(map(markdown, index.basis(finding)))}). "
        f"Check `{finding.check}`, finding `{finding.id}`."
    )
    yield ""


def _row(sides: Sequence[Evidence], index: Index) -> list[str]:
    first = sides[0]
    inside = [(side, index.claims.get(side.claim or "")) for side in sorted(sides, key=lambda side: side.start)]
    figures = dict.fromkeys(markdown(written(c) if c else shorten(side.figure, FIGURE)) for side, c in inside)
    speakers = dict.fromkeys(markdown(claim.speaker) for _, claim in inside if claim and claim.speaker)
    where = index.place(first.uri, first.line) + (" (headline)" if first.field == "title" else "")
    return [f"**{' · '.join(figures)}**", *index.cells(index.sources[first.article]), ", ".join(speakers), where]
