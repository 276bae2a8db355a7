"""Who gives the figures of a sentence: "police said", "according to the ministry"."""

from __future__ import annotations

import re
from functools import cache

from checker.rulebook.tables import table

__all__ = ["speaker"]

_BLANKS = " \t\n\r\f"
_LONGEST = 60
"""Characters before a verb of saying in which its subject stands."""
_MOST = 7
"""Words in a speaker."""


@cache
def _say() -> frozenset[str]:
    return frozenset(table("speakers")["say"])


@cache
def _ends() -> frozenset[str]:
    return frozenset(table("speakers")["ends"])


@cache
def _no_subjects() -> frozenset[str]:
    return frozenset(table("speakers")["subjects_not"])


@cache
def _telling() -> frozenset[str]:
    """The longest word of each phrase that names a source: a sentence without any holds no such phrase."""
    return frozenset(max(phrase.split(), key=len) for phrase in table("speakers")["credit"])


@cache
def _verbs() -> re.Pattern[str]:
    """A mark that parts clauses, or a verb of saying with its auxiliary."""
    return re.compile(rf"[,;:.“\"”—–]|[{_BLANKS}]+(?:(?:have|has|had|also) )?(?:{'|'.join(sorted(_say()))})\b")


@cache
def _said_by() -> re.Pattern[str]:
    return re.compile(rf"[,”\"][{_BLANKS}]*(?:{'|'.join(table('speakers')['say'])})[{_BLANKS}]+([^,;:.“\"”]{{2,60}})")


@cache
def _credit() -> re.Pattern[str]:
    phrases = "|".join(table("speakers")["credit"])
    return re.compile(rf"\b(?:{phrases})[{_BLANKS}]+([^,;:.“\"”()]{{2,80}})")


def speaker(low: str, said: frozenset[str]) -> str | None:
    """Who gives the figures of a sentence, lower case: "the health ministry"; `said` are the sentence's words."""
    found = None
    if not said.isdisjoint(_telling()):
        credit = _credit().search(low)
        found = _short(credit[1]) if credit else None
    if found is None and not said.isdisjoint(_say()):
        said_by = _said_by().search(low)
        found = _short(said_by[1]) if said_by else None
        if found is None:
            found = _short(_subject(low))
    return found


def _subject(low: str) -> str:
    """What stands before the first verb of saying, from the start of the clause or, where that is far, a dash on."""
    begin = 0
    for match in _verbs().finditer(low):
        if match.end() == match.start() + 1:
            begin = match.end()
            continue
        words = low[begin : match.start()].lstrip(_BLANKS)
        while len(words) > _LONGEST and "-" in words:
            words = words.partition("-")[2].lstrip(_BLANKS)
        if 2 <= len(words) <= _LONGEST:
            return words
    return ""


def _short(words: str) -> str | None:
    """A speaker without what follows it: "officials in the region on Monday" stays "officials"."""
    kept: list[str] = []
    for word in words.replace("’", "'").split():
        if kept and word in _ends():
            break
        kept.append(word)
    if not kept or len(kept) > _MOST or kept[0] in _no_subjects():
        return None
    return None if any(word[0].isdigit() for word in kept) else " ".join(kept)
