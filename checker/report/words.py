"""What came of a run, in words; shared by every format that people read."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence

from checker.intervals import number
from checker.records import Bound, Claim, Finding, Report, Verdict

__all__ = [
    "FIGURE",
    "VERDICTS",
    "bounded",
    "distinct",
    "headline",
    "identity",
    "listed",
    "plural",
    "reading",
    "shorten",
    "written",
]

VERDICTS: dict[Verdict, tuple[str, str, str]] = {
    "conflict": ("Conflict", "conflict", "conflicts"),
    "arithmetic": ("Does not add up", "calculation that does not fit", "calculations that do not fit"),
    "calendar": ("Wrong date", "date that does not fit", "dates that do not fit"),
    "form": ("Malformed figure", "malformed figure", "malformed figures"),
    "updated": ("Updated", "update", "updates"),
}
"""For each verdict: what a finding is headed with, one of them, several of them; in the order of a summary."""

FIGURE = 60
"""Characters of a figure that are shown; what counts up may be long."""
_BOUNDS: dict[Bound, str] = {
    "about": "about ",
    "at_least": "at least ",
    "more_than": "more than ",
    "at_most": "at most ",
    "less_than": "less than ",
}


def headline(report: Report) -> str:
    """The counts of findings in words: what needs a look, then what an editor should merely know."""
    urgent = _counted(finding for finding in report.findings if finding.severity != "info")
    known = _counted(finding for finding in report.findings if finding.severity == "info")
    nothing = "No contradiction found" if report.coverage.articles else "Nothing was read"
    head = listed(urgent) or nothing
    return f"{head}; {listed(known)} to know of" if known else head


def _counted(findings: Iterable[Finding]) -> list[str]:
    counts = Counter(finding.verdict for finding in findings)
    return [plural(counts[verdict], one, many) for verdict, (_, one, many) in VERDICTS.items() if counts[verdict]]


def reading(report: Report) -> str:
    """What was read, in one sentence."""
    read = report.coverage
    text = (
        f"Read {plural(read.articles, 'article')} in {plural(read.documents, 'file')}: {plural(read.claims, 'claim')} "
        f"from {plural(read.quantities, 'figure')}, {read.compared:,} of them compared with others."
    )
    if report.problems:
        text += f" {plural(len(report.problems), 'problem')} in reading."
    if report.hidden:
        text += f" Not shown: {listed([f'{number:,} {why}' for why, number in report.hidden.items()])}."
    return text


def written(claim: Claim) -> str:
    """The figure as written, and its value where it has no digit: "Twenty-seven (27)"."""
    value = "" if any(map(str.isdigit, claim.figure)) or claim.low != claim.high else f" ({number(claim.low)})"
    return shorten(claim.figure, FIGURE) + value


def bounded(claim: Claim) -> str:
    """The same with its bound in a plain word, for where no quote stands beside it: "at least Twenty-seven (27)"."""
    return _BOUNDS.get(claim.bound, "") + written(claim)


def identity(claim: Claim) -> str:
    """What two claims share that give the same figure, however they word it."""
    return f"{claim.low!r} {claim.high!r} {claim.bound} {claim.unit}"


def distinct(claims: Iterable[Claim]) -> list[str]:
    """The different figures of the claims, each in the shortest of its wordings, in their order."""
    wordings: dict[str, list[str]] = {}
    for claim in claims:
        wordings.setdefault(identity(claim), []).append(bounded(claim))
    return [min(same, key=lambda text: (len(text), text)) for same in wordings.values()]


def plural(count: int, one: str, many: str | None = None) -> str:
    """The count with its noun: "1 article", "1,200 articles"."""
    return f"{count:,} {one if count == 1 else many or one + 's'}"


def listed(parts: Sequence[str]) -> str:
    """The parts as a list in a sentence: "a, b and c"."""
    return " and ".join(filter(None, [", ".join(parts[:-1]), *parts[-1:]]))


def shorten(text: str, longest: int) -> str:
    """The text, cut at a word to at most this many characters."""
    if len(text) <= longest:
        return text
    cut = text[: longest - 1]
    return (cut[: cut.rfind(" ")] if " " in cut[longest // 2 :] else cut).rstrip(" ,;:") + "…"
