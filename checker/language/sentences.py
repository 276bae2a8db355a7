"""Where sentences begin and end."""

from __future__ import annotations

import re
from functools import cache, lru_cache

from msgspec import Struct

from checker.rulebook.tables import table

__all__ = ["LONGEST", "sentences"]

LONGEST = 2_000
"""Characters after which a sentence is broken off at a blank: text without full stops is no prose, and what reads a
sentence may look at every word once for every figure."""

_STOP = re.compile(r"[.!?…\n]")
_CLOSING = frozenset(".!?…\"'”’)]")
_CLOSERS = re.compile(r"[.!?…]{0,99}[\"'”’)\]]{0,99}")
_MARK = re.compile(r"\W")
_NEXT_WORD = re.compile(r"\s*[\"“‘'(\[]*([A-Z][A-Za-z]*)([\w.-]?)")
_SPEAKER = re.compile(r"\s+(?:[A-Z][\w.’'-]*\s+){1,4}([a-z]+)\b")
_CLOCK = frozenset(("a.m", "p.m"))
_WRAPPED = 40
"""Characters in the shortest line that may break off within a sentence."""
_NO_SUFFIX = 6
"""Letters that make a capitalised word after "Word." begin a sentence, and not end a site's name ("Word.News")."""
_QUOTES = "\"”’'"
_LONGEST = 24
"""Characters before a full stop in which the word before it is looked for."""


class _Words(Struct, frozen=True):
    abbreviations: frozenset[str]
    openers: frozenset[str]
    bound: frozenset[str]
    small: frozenset[str]
    after_clock: frozenset[str]
    spoken: frozenset[str]


@cache
def _words() -> _Words:
    lists = table("sentences")
    return _Words(
        abbreviations=frozenset(table("abbreviations")) | frozenset(lists["bound"]),
        openers=frozenset(lists["openers"]),
        bound=frozenset(lists["bound"]),
        small=frozenset(lists["small"]),
        after_clock=frozenset(lists["after_clock"]),
        spoken=frozenset(lists["spoken"]),
    )


def sentences(text: str) -> list[tuple[int, int]]:
    """Start and end of every sentence, in order, without blanks at either end.

    A line end ends one too, unless a long line breaks off and the next goes on in small letters.  A full stop after
    an abbreviation or initial ("Ga.", "U.S.", "J.") ends a sentence only where a word follows that opens one; after a
    title ("Gov.") never.  Scraped text that lacks the blank between two sentences ("plan.The") is split as well.
    None is longer than `LONGEST` characters, unless a single word or number is.
    """
    return list(_sentences(text))


@lru_cache(maxsize=8)
def _sentences(text: str) -> tuple[tuple[int, int], ...]:
    found: list[tuple[int, int]] = []
    begin = end = 0
    for match in _STOP.finditer(text):
        stop = match.start()
        if stop < end:
            continue
        if stop - begin > LONGEST:
            begin = _broken_off(found, text, begin, stop)
        if text[stop] == "\n":
            if _is_wrapped(text, stop, begin):
                continue
            end = stop + 1
        else:
            after = stop + 1
            if text[after : after + 1].isalnum() and not text[after].isupper():
                continue
            end = _end(text, stop, begin)
            if not end:
                end = after
                continue
        _add(found, text, _broken_off(found, text, begin, end), end)
        begin = end
    _add(found, text, _broken_off(found, text, begin, len(text)), len(text))
    return tuple(found)


def _broken_off(found: list[tuple[int, int]], text: str, begin: int, end: int) -> int:
    """Breaks pieces of at most `LONGEST` off the stretch; gives where the rest begins."""
    while end - begin > LONGEST:
        piece = text[begin : begin + LONGEST]
        length = piece.rfind(" ") + 1
        if not length:
            mark = _MARK.search(piece[::-1])
            length = LONGEST - mark.start() if mark else LONGEST
        if length == LONGEST and piece[-1].isalnum():  # a single word: to its end
            mark = _MARK.search(text, begin + LONGEST, end)
            length = (mark.start() if mark else end) - begin
        _add(found, text, begin, begin + length)
        begin += length
    return begin


def _add(found: list[tuple[int, int]], text: str, begin: int, end: int) -> None:
    sentence = text[begin:end]
    stripped = sentence.lstrip()
    if stripped:
        begin += len(sentence) - len(stripped)
        found.append((begin, begin + len(stripped.rstrip())))


def _is_wrapped(text: str, at: int, begin: int) -> bool:
    """Whether the line end stands within a sentence: a long line breaks off, the next goes on in small letters."""
    if not text[at + 1 : at + 2].islower():
        return False
    line = text[max(begin, text.rfind("\n", begin, at) + 1) : at].rstrip()
    goes_on = text[at + 1 : at + 30].split(None, 1)[0]
    return len(line) >= _WRAPPED and (line[-1].isalnum() or line[-1] in ",–—-") and not {*"@/."} & {*goes_on[:-1]}


def _end(text: str, stop: int, begin: int) -> int:
    """The end of the sentence that the mark at `stop` ends, closing quotes included; 0 where it ends none."""
    end = stop + 1
    if text[end : end + 1] in _CLOSING:
        closers = _CLOSERS.match(text, end)
        end = closers.end() if closers else end
    follows = text[end : end + 1]
    if follows and not follows.isspace():
        return _end_without_blank(text, stop, end, begin)
    rest = text[end : end + 4].lstrip(" \t\u00a0")
    if not rest or rest[0] == "\n":
        return end
    if rest[0].islower():
        return 0
    if text[stop] != "." or end - stop > 1:
        return 0 if text[stop] in "?!" and text[end - 1] in _QUOTES and _names_speaker(text, end) else end
    return end if _ends_after(_word_before(text, stop, begin), text, end) else 0


def _names_speaker(text: str, end: int) -> bool:
    """Whether a name and a verb of speaking follow the quotation."""
    speaker = _SPEAKER.match(text, end)
    return speaker is not None and speaker[1] in _words().spoken


def _word_before(text: str, stop: int, begin: int) -> str:
    words = text[max(begin, stop - _LONGEST) : stop].rsplit(None, 1)
    return words[-1].lstrip("(\"“‘'[—–") if words and not text[stop - 1].isspace() else ""


def _ends_after(word: str, text: str, end: int) -> bool:
    """Whether a full stop after this word ends a sentence, given what follows."""
    words = _words()
    lower = word.lower()
    if lower in _CLOCK:
        return _next_word(text, end, dotted=True) not in words.after_clock
    is_dotted = "." in word
    if not is_dotted and (len(word) > 1 or not word.isupper()):
        if lower not in words.abbreviations or (word == lower and word not in words.small):
            return True
        if lower in ("no", "nos"):
            return not text[end : end + 3].lstrip()[:1].isdigit()
    return lower not in words.bound and _next_word(text, end) in words.openers


def _next_word(text: str, end: int, dotted: bool = False) -> str:
    """The capitalised word after `end`, in small letters; one with a stop or hyphen only if `dotted`; else none."""
    following = _NEXT_WORD.match(text, end)
    return following[1].lower() if following and (not following[2] or dotted) else ""


def _end_without_blank(text: str, stop: int, end: int, begin: int) -> int:
    """As `_end`, for text that goes on without a blank: "plan.The" is two sentences; "U.S", "Node.Js" are not."""
    if end - stop == 2 and text[stop + 1] == '"' and not text.count('"', begin, stop) % 2:
        end = stop + 1  # the quotation mark opens the next sentence
    elif not text[end].isupper():
        return 0
    word = _word_before(text, stop, begin)
    if not word or ("." in word and word.lower() not in _CLOCK):
        return 0
    after = text[end + 1 : end + 2]
    if word.islower() and word.isalpha() and len(word) > 2:
        return end if after.islower() or after == " " or text[end] == '"' else 0
    following = _next_word(text, end)
    opens = following in _words().openers or len(following) >= _NO_SUFFIX
    return end if opens and (len(word) > 2 or word.isdigit()) else 0
