"""What was read and compared, what was not and why: no report without it."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from checker.report.escape import code, markdown
from checker.report.index import Index
from checker.report.tables import table
from checker.report.words import plural

__all__ = ["coverage", "problems"]

LISTED = 50
"""Lines of a list or table."""


def problems(index: Index) -> Iterator[str]:
    """Input that could not be used as it is."""
    found = index.report.problems
    if not found:
        return
    yield "## Problems in reading"
    yield ""
    for problem in found[:LISTED]:
        yield f"- {code(problem.uri)}: {markdown(problem.message)} ({markdown(problem.stage)})"
    if len(found) > LISTED:
        yield f"- *and {len(found) - LISTED:,} more*"
    yield ""


def coverage(index: Index) -> Iterator[str]:
    """Why figures were not compared, and the articles one by one."""
    yield "## What was read"
    yield ""
    if skipped := index.report.coverage.skipped:
        reasons = sorted(skipped.items(), key=lambda item: (-item[1], item[0]))
        yield from table(("Not compared", "Figures"), [(markdown(why), f"{number:,}") for why, number in reasons])
        yield ""
    sources = index.report.sources
    if undated := sum(source.published is None for source in sources):
        yield f"{plural(undated, 'article')} without a date of publication: earlier and later can't be told there."
        yield ""
    claims = Counter(claim.article for claim in index.report.claims)
    rows = [[*index.cells(s), f"{claims[s.article]:,}", index.place(s.uri, s.line)] for s in sources[:LISTED]]
    if rows:
        yield from table(("Article", "Outlet", "Published", "Claims", "Where"), rows)
        if len(sources) > LISTED:
            yield ""
            yield f"*and {len(sources) - LISTED:,} more*"
        yield ""
