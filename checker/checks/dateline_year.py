"""The year of a dateline is that of publication.

What it does
    Compares a full date at the head of a text ("PORT ELDEN, June 11, 2019 –") with the date of publication, when day
    and month are the same or a few days apart.

Why it matters
    A template from another year, or a slip in January, dates the whole report wrongly.

Flags
    ELDEN, June 11, 2019 – ... in a text published on 2024-06-11.

Passes
    a dateline of the same year; a date of another day, which is another matter.

Options
    severity.

Measured precision
    No finding in 2,583 local-news articles; 1 of 1 right in texts known to be wrong; none in
    161 right texts, corrections and traps; all of it was used in development.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from checker.checks._calendar import DAY, MONTH, YEAR, month_number, published, real_date
from checker.checks._reading import Phrase, Reading
from checker.records import Remark
from checker.rulebook import CheckSettings

__all__ = ["check"]

HEAD = 120
"""A dateline stands within so many characters of the beginning."""
NEAR = 3
"""So many days may lie between a dateline and publication."""
_DATELINE = Phrase(
    rf"^[^.!?\n]{{0,60}}?\b(?:(?P<m1>{MONTH})\.?\s(?P<d1>{DAY})|(?P<d2>{DAY})\s(?P<m2>{MONTH})),?\s(?P<y>{YEAR})\s?(?:\([^()\n]{{1,40}}\)\s?)?[–—:-]"
)


def check(page: Reading, setting: CheckSettings) -> Iterator[Remark]:
    """Datelines of another year."""
    known = published(page.page)
    match = _DATELINE.match(page.article.text[:HEAD])
    if known is None or match is None or int(match["y"]) == known.year:
        return
    day = int(re.sub(r"\D", "", match["d1"] or match["d2"]))
    month = month_number(match["m1"] or match["m2"])
    around = [real_date(known.year + step, month, day) for step in (-1, 0, 1)]
    meant = [when for when in around if when is not None and abs((when - known).days) <= NEAR]
    if not meant or meant[0].year == int(match["y"]):
        return
    start = match.start("m1") if match["m1"] else match.start("d2")
    yield Remark(
        verdict="calendar",
        message=f"The dateline says {match['y']}, but the text was published in {known.year}.",
        working=f"{page.article.text[start : match.end('y')]} against {known.isoformat()}",
        spots=(page.stretch("text", start, match.end("y")),),
        confidence=0.85,
    )
