"""What of a report counts: severities of the project's own, comments in the articles, the baseline, the confidence.

A finding that is put aside is counted in the report, so that nobody takes silence for agreement.
"""

from __future__ import annotations

import difflib
from collections import Counter
from collections.abc import Iterator, Mapping
from datetime import date
from posixpath import normpath

from msgspec import Struct
from msgspec.structs import replace

from checker.evidence import finding_order
from checker.records import Finding, Ignore, Report, Severity
from checker.rulebook import Accepted, Rulebook, default_rulebook

__all__ = ["ACCEPTED", "SILENCED", "Gate", "settle"]

ACCEPTED = "accepted in the baseline"
SILENCED = "silenced by comments in the articles"
_SEVERITIES: tuple[Severity, ...] = ("error", "warning", "info")


class Gate(Struct, frozen=True, kw_only=True):
    """What is let through."""

    min_confidence: float = 0.0
    severities: Mapping[str, Severity | str] = {}
    """By the id of a check; "off" drops its findings."""
    accepted: tuple[Accepted, ...] = ()
    today: date
    """Entries of the baseline that expire on this day or before count no more."""


def settle(report: Report, gate: Gate, rules: Rulebook) -> tuple[Report, tuple[str, ...]]:
    """The report with the findings that count, and what should be said about baseline and comments, a line each."""
    accepted = {entry.id: entry for entry in gate.accepted}
    ignores = {source.uri: source.ignores for source in report.sources if source.ignores}
    hidden: Counter[str] = Counter()
    kept: list[Finding] = []
    notes: list[str] = []
    for finding in report.findings:
        severity = _severity(finding, gate, rules)
        if severity is None:
            continue
        entry = accepted.get(finding.id)
        if entry and entry.expires and entry.expires <= gate.today:
            notes.append(
                f"baseline entry {finding.id} was accepted until {entry.expires}; the finding is reported again"
            )
            entry = None
        if any(_is_silenced(finding, ignore) for ignore in _on(finding, ignores)):
            hidden[SILENCED] += 1
        elif entry:
            hidden[ACCEPTED] += 1
        elif finding.confidence < gate.min_confidence:
            hidden[f"less certain than {gate.min_confidence:g}"] += 1
        else:
            kept.append(finding if severity == finding.severity else replace(finding, severity=severity))
    kept.sort(key=finding_order)
    notes += [*_stale(report, gate), *_unknown(ignores, rules)]
    return replace(report, findings=tuple(kept), hidden=dict(sorted(hidden.items()))), tuple(sorted(notes))


def _severity(finding: Finding, gate: Gate, rules: Rulebook) -> Severity | None:
    """The severity that the finding is to have, None where its check is off.

    A finding that its check holds to be less than usual (a weekday whose year is inferred) is never raised above what
    it is.
    """
    settings = rules.checks.get(finding.check)
    wanted = gate.severities.get(finding.check, settings.severity if settings else finding.severity)
    if wanted == "off" or (settings and not settings.enabled):
        return None
    shipped = default_rulebook().checks if finding.fact else rules.checks  # those across articles know no settings
    usual = shipped[finding.check].severity if finding.check in shipped else finding.severity
    if wanted == usual:
        return finding.severity
    is_lowered = _SEVERITIES.index(finding.severity) > _SEVERITIES.index(usual)
    rank = _SEVERITIES.index(_known(wanted))
    return _SEVERITIES[max(rank, _SEVERITIES.index(finding.severity)) if is_lowered else rank]


def _known(severity: str) -> Severity:
    return next(known for known in _SEVERITIES if known == severity)


def _on(finding: Finding, ignores: Mapping[str, tuple[Ignore, ...]]) -> Iterator[Ignore]:
    """The comments in the files that the finding's evidence stands in."""
    for uri in sorted({side.uri for side in finding.evidence}):
        yield from ignores.get(uri, ())


def _is_silenced(finding: Finding, ignore: Ignore) -> bool:
    places = [(side.line, side.column or 1) for side in finding.evidence]
    return finding.check in ignore.checks and any(ignore.start <= place < ignore.end for place in places)


def _stale(report: Report, gate: Gate) -> Iterator[str]:
    """Entries whose files were all read, and that no finding of these bears out.

    None with an archive: what its articles say by themselves is not told.
    """
    if len(report.sources) > report.coverage.articles:
        return
    found = {finding.id for finding in report.findings}
    read = {normpath(source.uri) for source in report.sources}
    for entry in gate.accepted:
        if entry.files and entry.id not in found and read.issuperset(map(normpath, entry.files)):
            yield f"baseline entry {entry.id} is stale: found no longer in {', '.join(entry.files)}"


def _unknown(ignores: Mapping[str, tuple[Ignore, ...]], rules: Rulebook) -> Iterator[str]:
    for uri, found in sorted(ignores.items()):
        for ignore in found:
            if not ignore.checks:
                yield f"{uri}:{ignore.line}: the comment silences nothing; it needs `checker: ignore[check-id]`"
            for name in ignore.checks:
                if name not in rules.checks:
                    close = difflib.get_close_matches(name, rules.checks, 1)
                    hint = f"; did you mean {close[0]!r}?" if close else ""
                    yield f"{uri}:{ignore.line}: the comment silences {name!r}, which is no check{hint}"
