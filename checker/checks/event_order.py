"""What must come later does not come earlier.

What it does
    Compares the years of two events of one life or one case of which the second cannot precede the first: born and
    died, convicted and cleared (table `arithmetic`, `order`), each the only year of its sentence.

Why it matters
    One of the two years is wrong, and the text itself proves it.

Flags
    He was convicted of the theft in 2004. A court struck it out in 2003.

Passes
    He was convicted in 2001. A court struck it out in 2003.

Options
    severity.

Measured precision
    No finding in 2,583 local-news articles; 1 of 1 right in texts known to be wrong; none in
    161 right texts, corrections and traps; all of it was used in development.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from checker.checks._calendar import YEAR
from checker.checks._reading import Phrase, Reading, Sentence
from checker.records import Remark
from checker.rulebook import CheckSettings, table

__all__ = ["check"]

_IN_YEAR = Phrase(rf"\b(?:in|on|since)\s(?:[A-Z][a-z]+\.?\s)?(?:\d{{1,2}},?\s)?(?P<y>{YEAR})\b")


@cache
def _orders() -> tuple[tuple[Phrase, Phrase, tuple[list[str], list[str]]], ...]:
    listed: list[dict[str, list[str]]] = table("arithmetic")["order"]
    return tuple((_any(entry["first"]), _any(entry["then"]), (entry["first"], entry["then"])) for entry in listed)


def _any(verbs: list[str]) -> Phrase:
    return Phrase(r"\b(?:" + "|".join(map(re.escape, verbs)) + r")\b")


def check(page: Reading, setting: CheckSettings) -> Iterator[Remark]:
    """Later events with an earlier year."""
    text = page.article.text
    wanted = [(first, then) for first, then, verbs in _orders() if all(any(v in text for v in vs) for vs in verbs)]
    if not wanted:
        return
    for before, after in zip(page.text, page.text[1:], strict=False):
        years = [_only_year(before), _only_year(after)]
        if years[0] is None or years[1] is None or int(years[1]["y"]) >= int(years[0]["y"]):
            continue
        for first, then in wanted:
            if (
                _search(first, before)
                and _search(then, after)
                and not _search(then, before)
                and not _search(first, after)
            ):
                yield Remark(
                    verdict="calendar",
                    message=f"The later event is dated {years[1]['y']}, the earlier {years[0]['y']}.",
                    working=f"{years[1]['y']} < {years[0]['y']}",
                    spots=tuple(page.stretch("text", y.start("y"), y.end("y")) for y in years if y),
                    confidence=0.75,
                )
                break


def _search(pattern: Phrase, sentence: Sentence) -> bool:
    return pattern.search(sentence.text, sentence.start, sentence.end) is not None


def _only_year(sentence: Sentence) -> re.Match[str] | None:
    found = list(_IN_YEAR.finditer(sentence.text, sentence.start, sentence.end))
    return found[0] if len(found) == 1 else None
