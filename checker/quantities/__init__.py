"""Text → Quantity."""

from checker.language import dates
from checker.quantities.read import read
from checker.quantities.scan import numeric_sentences
from checker.records import FieldName, Quantity

__all__ = ["find"]


def find(text: str, field: FieldName) -> tuple[Quantity, ...]:
    """Every quantity of the text, in order of their first characters, none overlapping another."""
    found: list[Quantity] = []
    mentions = dates.find(text)
    at = 0
    for sentence in numeric_sentences(text):
        start, end = sentence.starts[0], sentence.ends[sentence.size - 1]
        while at < len(mentions) and mentions[at].start < start:
            at += 1
        until = at
        while until < len(mentions) and mentions[until].start < end:
            until += 1
        found += read(sentence, field, mentions[at:until])
        at = until
    return tuple(found)
