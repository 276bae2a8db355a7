"""The parts of an enumeration: "five women, four men and a child", "$2m from cars and $1m from hay and straw"."""

from __future__ import annotations

from checker.checks._reading import Phrase, Reading, Sentence, after_name
from checker.records import Quantity, Remark

__all__ = ["enumerated", "miscount"]

_PART = Phrase(
    r"^(?:(?:and|plus|another|other|the|a\sfurther|also)\s)*(?:\{[cmu](\d+)\}|an?\s(?!further|total)\w|another\s\w)"
)
_PARTY = Phrase(r"^(?:and\s)?(?:the\s)?(?:\{n|[a-z]+(?:\s[a-z]+)?\s\{c)(\d+)\}$")
_MENTION = Phrase(r"\{\w\d+\}")
_PIECES = Phrase(r",\s(?:and\s)?|;\s(?:and\s)?|\sand\s|\splus\s")
_GOES_ON = Phrase(r"(?:and\s)?(?:\{[mu]\d+\}|\{c\d+\}.*\s(?:from|in|on|for|by|at|to|of)\s)")
_COUNTS = Phrase(r"(?:an?|one|another|the\s(?:other|rest|last))\b")
_OPEN = Phrase(
    r"\b(?:of\swhom|of\swhich|of\sthem|who|which|per|each|every|or|up\sfrom|while|but|more\sthan|within|to)\b"
)


def enumerated(sentence: Sentence, tail: str, *, with_names: bool) -> tuple[list[Quantity], int] | None:
    """The figures that a stretch of the skeleton lists, and how many single things beside them ("a child").

    None where it is no plain enumeration.  `with_names` lets "Labour 37" be one of its parts.
    """
    if _OPEN.search(tail):
        return None
    parts: list[Quantity] = []
    singles = 0
    for piece in _pieces(tail):
        part = _PART.match(piece)
        party = _PARTY.match(piece)
        if party is not None and with_names:
            parts.append(after_name(sentence.quantities[int(party[1])]))
            continue
        if part is None or len(_MENTION.findall(piece)) != (1 if part[1] else 0):
            return None
        if part[1]:
            parts.append(sentence.quantities[int(part[1])])
        else:
            singles += 1
    return parts, singles


def _pieces(tail: str) -> list[str]:
    """The pieces between commas and "and"; a name of two words is one: "$3 million from hay and straw"."""
    pieces: list[str] = []
    for piece in _PIECES.split(tail):
        is_part = _MENTION.search(piece) or _COUNTS.match(piece)
        if pieces and not is_part and _GOES_ON.match(pieces[-1]):
            pieces[-1] += f" and {piece}"
        else:
            pieces.append(piece)
    return pieces


def miscount(page: Reading, stated: Quantity, counted: int, sentence: Sentence, begin: int, end: int) -> Remark:
    """The remark that a stated count is not that of the things listed from `begin` to `end` in the text."""
    listed = " ".join(sentence.text[begin:end].split())
    short = listed if len(listed) <= 120 else listed[:117] + "..."
    return Remark(
        verdict="arithmetic",
        message=f"“{stated.figure}” is stated, but {counted} are listed.",
        working=f"{short} = {counted}, not {stated.figure}",
        spots=(page.spot(stated), page.stretch(sentence.field, begin, end)),
        confidence=0.85,
    )
