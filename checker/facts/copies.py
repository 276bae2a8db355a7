"""Near-copies: syndicated texts that are one voice, found by a sketch of their shingles.

The sketch keeps the smallest hashes of all runs of five words (bottom-k MinHash, Broder 1997): the share of hashes
that two sketches have in common estimates how much of the texts is the same.
"""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Sequence
from heapq import nsmallest
from itertools import combinations
from zlib import crc32

from checker.records import Source

__all__ = ["COPY", "likeness", "signature", "voices"]

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


def voices(sources: Sequence[Source]) -> dict[str, str]:
    """For each article the one that speaks for all copies of its text: the first published, or the first by id."""
    ordered = sorted(sources, key=lambda source: (source.published or "9999", source.article))
    holders: dict[int, list[int]] = defaultdict(list)
    for place, source in enumerate(ordered):
        for value in source.signature:
            holders[value].append(place)
    common = Counter(pair for places in holders.values() for pair in combinations(places, 2))
    voice = list(range(len(ordered)))
    for (one, other), number in sorted(common.items()):
        longest = max(len(ordered[one].signature), len(ordered[other].signature))
        if number >= COPY * min(SIZE, longest) and likeness(ordered[one].signature, ordered[other].signature) >= COPY:
            first, second = sorted((voice[one], voice[other]))
            voice = [first if place == second else place for place in voice]
    return {source.article: ordered[first].article for source, first in zip(ordered, voice, strict=True)}
