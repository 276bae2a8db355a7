"""Names of people, places and bodies: capitalised phrases that a text uses as names.

No list of the world's names stands behind this.  A phrase is a name because it is capitalised where English has no
other reason to capitalise it; a word that only ever opens sentences, or that the text also writes small, is none.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterable, Iterator
from functools import cache, lru_cache
from typing import Literal

from msgspec import Struct

from checker.rulebook.tables import table

__all__ = ["Name", "NameKind", "familiar", "names"]

NameKind = Literal["person", "place", "road", "body", "other"]

_CAPITAL = "A-ZÀ-ÖØ-ÞĀĂĄĆČĎĐĒĘĚĞĢĪİĶĹĻŁŃŅŇŌŐŘŚŞŠŢŤŪŮŰŹŻŽ"
_REST = rf"(?:\.(?:[{_CAPITAL}]\.)+|\w*(?:-\w+|['’](?!s\b)\w+)*)"
"""What follows the first letter of a word in a name: "U.S.", "O'Brien", "Jean-Luc"."""
_SMALL = re.compile(r"\b[^\W\d_A-ZÀ-ÞŠŽ]\w{2,}")
_BREAKS = '.!?:;\n\r\t"“”‘(|•*>–—'
_NEXT_AGE = re.compile(r",? (?:\(\d{1,2}\)|\d{1,2}[,.])|, of ")
_DASHES = (" –", " —", " -", " (", "–", "—")
_LAST_WORD = re.compile(r"[\w.]+(?=\W*\Z)")


class Name(Struct, frozen=True):
    """A name as the text has it.  Offsets count into the whole field."""

    start: int
    end: int
    key: str
    """Lower case, without title and possessive: "vladimir petrov" for "President Vladimir Petrov's"."""
    head: str
    """The word that stands for the name when it is shortened: "petrov"; a place or body keeps its whole key."""
    kind: NameKind = "other"


@cache
def _words() -> dict[str, frozenset[str]]:
    lists = {key: frozenset(map(str, words)) for key, words in table("proper_names").items()}
    lists["ends"] = lists["roads"] | lists["bodies"] | lists["lands"]
    lists["trailing"] = lists["openers"] | lists["titles"] - lists["bodies"]
    lists["cutting"] = lists["titles"] - lists["uncut"]
    return lists


@cache
def _phrase() -> re.Pattern[str]:
    joins = "|".join(sorted(map(re.escape, table("proper_names")["joins"]), key=lambda j: (-len(j), j)))
    more = rf"[{_CAPITAL}]{_REST}"
    # it begins with a plain set of characters, so that the search for it is fast; what must stand before comes behind
    first = rf"[{_CAPITAL}\d](?<=\b.)(?:(?<=\d)\d*(?:st|nd|rd|th)|(?<=[{_CAPITAL}]){_REST})"
    short = "|".join(rf"(?<=\b{short})" for short in (f"[{_CAPITAL}]", *table("proper_names")["shortened"]))
    return re.compile(rf"{first}(?:,? (?:Jr|Sr)\b\.?|(?:(?:{short})\.)? {more}| (?:{joins}) {more})*")


def names(text: str, start: int = 0, end: int | None = None) -> list[Name]:
    """The names between the two offsets, in order; what the rest of the text shows of a word is used too.

    A text in the case of titles ("Man Killed In Store") capitalises everything and yields none: see `familiar`.
    """
    found = _all(text)
    first = bisect_left(found, start, key=lambda name: name.start)
    stop = len(text) if end is None else end
    return [name for name in found[first:] if name.end <= stop] if end is not None else list(found[first:])


def familiar(title: str, known: Iterable[Name]) -> list[Name]:
    """The known names that stand in a headline, whole or by their head; for headlines that capitalise each word."""
    found: list[Name] = []
    low = title.lower().replace("’", "'")
    for name in sorted({(n.key, n.head, n.kind) for n in known}, key=lambda n: (-len(n[0]), n)):
        for form in dict.fromkeys(name[:2]):
            at = _find_word(low, form)
            if at >= 0 and not any(n.start < at + len(form) and at < n.end for n in found):
                found.append(Name(at, at + len(form), name[0], name[1], name[2]))
                break
    return sorted(found, key=lambda n: n.start)


def _find_word(text: str, word: str) -> int:
    at = text.find(word)
    while at >= 0:
        after = text[at + len(word) : at + len(word) + 1]
        if not (at and text[at - 1].isalnum()) and not after.isalnum():
            return at
        at = text.find(word, at + 1)
    return -1


@lru_cache(maxsize=8)
def _all(text: str) -> tuple[Name, ...]:
    matches = list(_phrase().finditer(text))
    if not matches or _is_title_case(text, matches):
        return ()
    small = _small_words(text)
    opening = [_opens(text, match.start()) for match in matches]
    inner = {match.group().lower() for match, opens in zip(matches, opening, strict=True) if not opens}
    inner |= {match.group().rpartition(" ")[2].lower() for match in matches if " " in match.group()}
    found = [
        name
        for match, opens in zip(matches, opening, strict=True)
        if not _is_no_name(match.group())
        for name in _names(text, match, opens, small, inner)
    ]
    return tuple(_with_kinds(text, found))


def _small_words(text: str) -> set[str]:
    """The words of three letters and more that the text writes small somewhere, in lower case."""
    pieces = set(text.split())
    whole = {piece for piece in pieces if len(piece) > 2 and piece.isalpha() and piece.islower()}
    return whole | {word.lower() for word in _SMALL.findall(" ".join(pieces - whole))}


@lru_cache(maxsize=20_000)
def _is_no_name(phrase: str) -> bool:
    """Whether it is a single word that is none anywhere, as most capitalised words are that open a sentence: "The"."""
    lists = _words()
    word = phrase.strip(".,").lower()
    return " " not in phrase and (word in lists["openers"] or word in lists["joins"] or word in lists["titles"])


def _is_title_case(text: str, matches: list[re.Match[str]]) -> bool:
    if len(text) > 300 or ". " in text or text.rstrip().endswith("."):
        return False
    words = [word for word in text.split() if len(word) > 3 and word[0].isalpha()]
    return len(words) > 3 and sum(word[0].isupper() for word in words) > 0.75 * len(words)


def _opens(text: str, at: int) -> bool:
    """Whether a sentence, a quotation or a line begins here."""
    before = at - 1
    while before >= 0 and text[before] == " ":
        before -= 1
    return before < 0 or text[before] in _BREAKS


@lru_cache(maxsize=5_000)
def _parts(phrase: str) -> tuple[tuple[int, tuple[str, ...], bool], ...]:
    """The phrase cut where a title stands in it: "Lowland President Ana Ruiz" names a place and a person.

    Each part with its offset, its words and whether a title went before.
    """
    lists = _words()
    words = phrase.replace("’", "'").split(" ")
    low = tuple(word.strip(".,").lower() for word in words)
    offsets = [0]
    for word in words:
        offsets.append(offsets[-1] + len(word) + 1)
    found: list[tuple[int, tuple[str, ...], bool]] = []
    begin, titled = 0, False
    for at, word in enumerate(low):
        if at > begin and word in lists["cutting"] and at + 1 < len(low) and low[at + 1] not in lists["joins"]:
            found.append((offsets[begin], low[begin:at], titled))
            begin, titled = at, False
        if at == begin and (
            word in lists["openers"]
            or word in lists["joins"]
            or (word in lists["titles"] and (at + 1 == len(low) or low[at + 1] not in lists["ends"]))
        ):
            begin, titled = at + 1, titled or word in lists["titles"]
    if begin < len(low):
        found.append((offsets[begin], low[begin:], titled))
    return tuple(found)


def _names(text: str, match: re.Match[str], opening: bool, small: set[str], inner: set[str]) -> Iterator[Name]:
    lists = _words()
    for offset, words, titled in _parts(match.group()):
        start = match.start() + offset
        opens = opening and not offset and start + len(" ".join(words)) >= match.end() - 2
        if opens and len(words) > 1 and not titled and words[0] in small and words[0] not in inner:
            start, words, opens = start + len(words[0]) + 1, words[1:], False
        while words and (words[-1] in lists["trailing"] or words[-1] in lists["joins"]):
            words = words[:-1]
        key = " ".join(words)
        if len(key) < 2 or key in lists["ignored"] or words[0] in lists["ignored"] or words[0] in lists["joins"]:
            continue
        if len(words) == 1 and (key[0].isdigit() or key in lists["bodies"] or key in lists["openers"]):
            continue
        shown = text[start : start + len(key)]
        if len(words) == 1 and not shown.isupper() and (key in small or (opens and not titled and key not in inner)):
            continue
        after = text[start + len(key) : start + len(key) + 2]
        if len(words) > 1 and shown.isupper() and after[:1] not in (",", "(") and after not in _DASHES:
            continue
        yield Name(start, start + len(key), key, words[-1], "person" if titled else "other")


def _with_kinds(text: str, found: list[Name]) -> list[Name]:
    lists = _words()
    alone = {name.key for name in found if " " not in name.key}
    kinds: dict[str, NameKind] = {}
    for name in found:
        if name.key not in kinds and (kind := _kind(text, name, lists, alone)):
            kinds[name.key] = kind
    people = {name.head for name in found if kinds.get(name.key) == "person" and " " in name.key}
    listed: list[Name] = []
    for name in found:
        kind = kinds.get(name.key) or ("person" if name.key in people else "other")
        head = _surname(name.key) if kind == "person" else name.key
        listed.append(Name(name.start, name.end, name.key, head, kind))
    return listed


def _surname(key: str) -> str:
    words = [word for word in key.split() if word not in ("jr", "sr", "ii", "iii", "iv")]
    return words[-1] if words else key


def _kind(text: str, name: Name, lists: dict[str, frozenset[str]], alone: set[str]) -> NameKind | None:
    words = name.key.split()
    if len(words) > 1 and words[-1] in lists["roads"]:
        return "road"
    if words[-1] in lists["bodies"]:
        return "body"
    if name.kind == "person" or (len(words) > 1 and _NEXT_AGE.match(text, name.end)):
        return "person"
    if words[-1] in lists["lands"]:
        return "place"
    if 2 <= len(words) <= 4 and _surname(name.key) in alone and words[0] not in alone and " of " not in name.key:
        return "person"
    before = _LAST_WORD.search(text, max(name.start - 14, 0), name.start)
    if before and before.group().lower() in lists["placing"]:
        return "place"
    if text[name.end : name.end + 1] in ",(" and _opens(text, name.start) and text[name.start : name.end].isupper():
        return "place"
    return None
