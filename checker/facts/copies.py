"""Near-copies: syndicated texts that are one voice, found by a sketch of their shingles.

The sketch keeps the smallest hashes of all runs of five words (bottom-k MinHash, Broder 1997): the share of hashes
that two sketches have in common estimates how much of the texts is the same.
"""

from __future__ import annotations

import re
from heapq import nsmallest
from zlib import crc32

__all__ = ["COPY", "likeness", "signature"]

COPY = 0.5
"""Share of common shingles from which two texts are copies: a paragraph may be cut, a headline new."""
SIZE = 48
RUN = 5

_WORD = re.compile(r"\w+")


def signature(text: str) -> tuple[int, ...]:
    """The smallest hashes of the text's shingles, ascending; empty for a text of less than five words."""
    words = _WORD.findall(text.lower())
    shingles = {" ".join(words[at : at + RUN]) for at in range(len(words) - RUN + 1)}
    return tuple(nsmallest(SIZE, {crc32(shingle.encode("utf-8", "surrogatepass")) for shingle in shingles}))


def likeness(one: tuple[int, ...], other: tuple[int, ...]) -> float:
    """Estimate of the share of shingles that two texts have in common, 0 to 1."""
    if not one or not other:
        return 0.0
    both = nsmallest(min(SIZE, max(len(one), len(other))), {*one, *other})
    common = {*one} & {*other}
    return sum(value in common for value in both) / len(both)
