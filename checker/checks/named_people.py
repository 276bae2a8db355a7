"""As many people are named as the text says.

What it does
    Counts the names of "named the three men as Al Ode, 34, Bo Lund and Cy Mott" and of "two daughters, Helen and Ruth".

Why it matters
    A name too many or too few is a person wronged, or one forgotten.

Flags
    Police named the three men as Adam Krell, Boris Lund, Carl Mott and Dirk Noble.

Passes
    Police named the four men as Adam Krell, Boris Lund, Carl Mott and Dirk Noble.

Options
    severity.

Measured precision
    No finding yet in 2,583 local-news articles or in texts known to be wrong; none in
    161 right texts, corrections and traps; all of it was used in development.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from checker.checks._arithmetic import is_exact
from checker.checks._enumeration import miscount
from checker.checks._reading import Phrase, Reading, Sentence, mark
from checker.records import Remark
from checker.rulebook import CheckSettings

__all__ = ["check"]

_PERSON = r"[A-Z][\w.'’-]+(?:\s(?:[a-z]{2,3}\s)?[A-Z][\w.'’-]+){1,3}(?:,\s\d{1,2})?"
_IDENTIFIED = Phrase(
    r"\b(?:named|identified|gave|listed)\b[^{}.;:]{0,20}?\s(?:the\s|its\s|all\s)?"
    + mark("n", "c")
    + r"\s(?:[a-z]+\s){1,6}?as\s"
)
_PERSONS = Phrase(rf"{_PERSON}(?:,\s{_PERSON})*,?\sand\s{_PERSON}(?=[.,;]|\s(?!and\b)[a-z]|$)")
_AGED = Phrase(
    mark("n", "c") + r"\s(?:[a-z]+\s){1,3}?aged\s(?P<ages>\{[ac]\d+\}(?:,\s\{[ac]\d+\})*,?\sand\s\{[ac]\d+\})"
)
_FAMILY = Phrase(mark("n", "c") + r"\s(?:sons?|daughters?|children|brothers?|sisters?|grandchildren),\s")
_FIRST_NAMES = Phrase(
    r"[A-Z][a-z]+(?:,\s[A-Z][a-z]+)*\sand\s[A-Z][a-z]+(?=[.;]|,\s(?:and\s)?(?:an?|\w+\s(?:sons?|daughters?|grandchildren|children|brothers?|sisters?))\b|\sand\s|$)"
)


def check(page: Reading, setting: CheckSettings) -> Iterator[Remark]:
    """Counts of people that are not the number of names."""
    for sentence in page.text:
        if "c" in sentence.kinds and sentence.has("aged "):
            for match in sentence.find(_AGED):
                stated, ages = sentence.get(match, "n"), match["ages"].count("{")
                if is_exact(stated) and stated.low != ages and (stated.low or 0) >= 2:
                    last = sentence.quantities[int(match["ages"].rpartition("{")[2][1:-1])]
                    yield miscount(page, stated, ages, sentence, stated.end, last.end)
        if "c" in sentence.kinds and sentence.has(" as ", "s, ", "n, "):
            yield from _people(page, sentence)


def _people(page: Reading, sentence: Sentence) -> Iterator[Remark]:
    """As in "named the three men as Al Ode, 34, Bo Lund and Cy Mott" and "two daughters, Helen and Ruth"."""
    for pattern, names in ((_IDENTIFIED, _PERSONS), (_FAMILY, _FIRST_NAMES)):
        for match in sentence.find(pattern):
            stated = sentence.get(match, "n")
            begin = stated.end + len(match.group()) - match.group().index("}") - 1
            listed = names.match(sentence.text, begin, sentence.end)
            if listed is None or not is_exact(stated) or (stated.low or 0) < 2:
                continue
            count = len(re.split(r",?\sand\s|,\s(?!\d)", listed.group()))
            if count != stated.low:
                yield miscount(page, stated, count, sentence, begin, listed.end())
