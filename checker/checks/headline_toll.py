"""The dead of the headline are the dead of the text, not the dead and the hurt together.

What it does
    Where the text counts the dead and the hurt together ("310 people dead or badly hurt. Of those, 40 died"), it holds
    the headline's toll against both figures.

Why it matters
    The larger figure makes the larger headline, and it is of something else.

Flags
    Headline: floods kill 300; text: 310 people dead or hurt, of whom 40 died.

Passes
    Headline: floods kill 40; headline: floods kill or hurt 310.

Options
    severity.

Measured precision
    No finding in 2,583 local-news articles; 1 of 1 right in texts known to be wrong; none in
    161 right texts, corrections and traps; all of it was used in development.
"""

from __future__ import annotations

from collections.abc import Iterator

from checker.checks._arithmetic import stands_for
from checker.checks._reading import Phrase, Reading, Sentence, mark
from checker.records import Quantity, Remark
from checker.rulebook import CheckSettings

__all__ = ["check"]

CLOSE = 0.05
"""How far the headline may round the figure that it takes for the toll."""
_TOLL = Phrase(
    r"\b(?:kill|kills|killed|killing)\s"
    + mark("a", "c")
    + r"|"
    + mark("b", "c")
    + r"\s(?:[a-z]+\s)?(?:dead|killed|die|dies|died)\b"
)
_BOTH = Phrase(
    mark("n", "c")
    + r"\s[^{}.;:]{0,25}?\b(?:dead|killed|deaths)\s(?:or|and)\s(?:[a-z]+\s)?(?:hurt|injured|wounded|injuries)\b"
)
_DEAD = Phrase(
    r"\bof\s(?:those|these|them|whom|the\s[a-z]+),?\s" + mark("n", "c") + r"\s(?:died|were\skilled|was\skilled)\b"
)
_HURT = Phrase(r"\b(?:hurt|injured|wounded|injure|wound|casualties)\b")


def check(page: Reading, setting: CheckSettings) -> Iterator[Remark]:
    """Tolls of the headline that count the hurt among the dead."""
    for title in page.title:
        tolls = [title.get(match, "a" if match["a"] else "b") for match in title.find(_TOLL)]
        if len(tolls) != 1 or _HURT.search(title.skeleton):
            continue
        for before, sentence in zip(page.text, page.text[1:] + page.text[-1:], strict=True):
            for both in before.find(_BOTH):
                yield from _compare(page, tolls[0], before.get(both, "n"), (before, sentence))


def _compare(page: Reading, said: Quantity, both: Quantity, around: tuple[Sentence, ...]) -> Iterator[Remark]:
    dead = [s.get(match, "n") for s in dict.fromkeys(around) for match in s.find(_DEAD)]
    if len(dead) != 1 or said.low is None or both.low is None or dead[0].low is None:
        return
    toll = stands_for(said)
    if toll.overlaps(stands_for(both), CLOSE) and not toll.overlaps(stands_for(dead[0]), CLOSE):
        yield Remark(
            verdict="conflict",
            message=f"The headline counts {said.figure} dead; in the text {dead[0].figure} of {both.figure} died.",
            working=f"headline: {said.figure} dead; text: {both.figure} dead or hurt, {dead[0].figure} of them dead",
            spots=(page.spot(said), page.spot(both), page.spot(dead[0])),
            confidence=0.85,
        )
