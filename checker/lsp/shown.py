"""What an editor shows of a finding: a diagnostic at its figure, and the working where the mouse rests on it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from lsprotocol import types

from checker.lsp.marks import Mark
from checker.records import Evidence, Problem, Severity
from checker.report.escape import clean, code, markdown
from checker.report.quotes import marked, pieces, sentences
from checker.report.sides import told
from checker.report.words import FIGURE, VERDICTS, shorten

__all__ = ["diagnostic", "hint", "hover"]

_SEVERITIES: dict[Severity, types.DiagnosticSeverity] = {
    "error": types.DiagnosticSeverity.Error,
    "warning": types.DiagnosticSeverity.Warning,
    "info": types.DiagnosticSeverity.Information,
}


def diagnostic(mark: Mark) -> types.Diagnostic:
    """The finding at its figure, with the other sides as places to go to."""
    related = [types.DiagnosticRelatedInformation(one.place, _quoted(one.side)) for one in mark.others if one.place]
    return types.Diagnostic(
        range=mark.where,
        severity=_SEVERITIES[mark.finding.severity],
        code=mark.finding.check,
        source="checker",
        message=clean(told(mark.finding)),
        related_information=related or None,
        data={"finding": mark.finding.id},
    )


def _quoted(side: Evidence) -> str:
    quote = "".join(text for text, _ in pieces([side]))
    return clean(f"{shorten(side.figure, FIGURE)}: “{quote}”")


def hint(problem: Problem) -> types.Diagnostic:
    """What could not be read, at the top of the draft."""
    top = types.Range(types.Position(0, 0), types.Position(0, 0))
    return types.Diagnostic(
        range=top,
        severity=types.DiagnosticSeverity.Information,
        code=problem.stage,
        source="checker",
        message=clean(problem.message),
    )


def hover(found: Iterable[Mark]) -> str:
    """The findings as Markdown: the sentence, the working, the other sides with their quotes."""
    return "\n\n---\n\n".join("\n\n".join(_paragraphs(mark)) for mark in found)


def _paragraphs(mark: Mark) -> Iterator[str]:
    finding = mark.finding
    yield f"**{VERDICTS[finding.verdict][0]}** ({finding.severity}): {markdown(finding.message)}"
    yield code(finding.working)
    places = {one.side: one.place for one in mark.others}
    if places:
        yield "\n".join(f"- {_link(sides[0], places[sides[0]])}: “{marked(sides)}”" for sides in sentences(places))
    yield f"Confidence {round(finding.confidence * 100)}%. Check `{finding.check}`, finding `{finding.id}`."


def _link(side: Evidence, place: types.Location | None) -> str:
    shown = markdown(f"{side.uri}:{side.line}")
    return f"[{shown}]({place.uri}#L{side.line})" if place else shown
