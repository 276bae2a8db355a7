"""Where sentences begin and end."""

from __future__ import annotations

import re
from functools import cache

from checker.rulebook.tables import table

__all__ = ["sentences"]

_BREAK = re.compile(r"[.!?…]+[\"'”’)\]]*(?=\s|[A-Z“‘\"])|\n+")
_WORD_BEFORE = re.compile(r"[\w.&’']+$")


@cache
def _abbreviations() -> frozenset[str]:
    return frozenset(table("abbreviations"))


def sentences(text: str) -> list[tuple[int, int]]:
    """Start and end of every sentence, in order, without blanks at either end; a line end always ends one.

    A full stop after an abbreviation ("Gov.", "U.S.", "a.m.", initials) ends a sentence only where the next word
    can't go on; scraped text that lacks the blank between two sentences ("plan.The") is split as well.
    """
    found: list[tuple[int, int]] = []
    begin = 0
    for match in _BREAK.finditer(text):
        if text[match.start()] != "\n" and not _ends_sentence(text, match.start(), match.end(), begin):
            continue
        _add(found, text, begin, match.end())
        begin = match.end()
    _add(found, text, begin, len(text))
    return found


def _add(found: list[tuple[int, int]], text: str, begin: int, end: int) -> None:
    while begin < end and text[begin].isspace():
        begin += 1
    while end > begin and text[end - 1].isspace():
        end -= 1
    if end > begin:
        found.append((begin, end))


def _ends_sentence(text: str, dot: int, end: int, begin: int) -> bool:
    rest = text[end : end + 3].lstrip()
    follows = rest[:1]
    before = _WORD_BEFORE.search(text, max(begin, dot - 20), dot)
    word = before.group() if before else ""
    if end < len(text) and not text[end].isspace():
        # no blank: "plan.The" is two sentences; "U.S", "e.g", "1.5" and "Node.Js" are not
        return text[dot] == "." and len(word) > 2 and word.islower() and follows.isupper() and _is_word(text, end)
    if text[dot] != "." or end - dot > 1:
        return not follows.islower()
    if not follows or follows.islower():
        return not follows
    bare = word.rstrip(".").lower()
    if bare in _abbreviations():
        return False
    # initials ("J. Smith", "U.S. troops") run on; "a.m." and "p.m." end a sentence before a capital
    return not (len(word) == 1 and word.isupper()) and not ("." in word and word[0].isupper())


def _is_word(text: str, at: int) -> bool:
    return text[at + 1 : at + 2].islower() or text[at + 1 : at + 2] == " "
