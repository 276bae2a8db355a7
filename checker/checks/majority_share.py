"""A majority is more than half, and a fraction is the percentage set beside it.

What it does
    Holds "a majority" and "fewer than half of those polled" against the percentage that stands beside them or opens
    the next sentence.

Why it matters
    The word is the news and the figure is the proof; where they differ, the news is wrong.

Flags
    A majority back the plan, a poll found. Forty-three per cent agreed.  Fewer than half, 56 percent, said no.

Passes
    A majority back the plan, a poll found. Fifty-four per cent agreed.

Options
    severity.

Measured precision
    No finding in 2,583 local-news articles; 1 of 1 right in texts known to be wrong; none in
    161 right texts, corrections and traps; all of it was used in development.
"""

from __future__ import annotations

from collections.abc import Iterator

from checker.checks._arithmetic import point, shown, stands_for, strictly
from checker.checks._reading import Phrase, Reading, Sentence, mark
from checker.records import Remark
from checker.rulebook import CheckSettings

__all__ = ["check"]

_MAJORITY = Phrase(r"^(?:a|the)\s(?:clear\s|overwhelming\s|large\s|vast\s|slim\s|narrow\s)?majority\sof\b")
_ASIDE = Phrase(
    r"\b(?P<what>(?:a|the)\smajority)(?:\sof\s[^{}.;:,()]{2,30})?(?:,|\s\(|\s[–—-])\s?"
    + mark("share", "p")
    + r"(?:,|\)|\s[–—-])"
)
_FRACTION = Phrase(
    mark("fraction", "r")
    + r"(?:\sof\s[^{}.;:,()]{3,30})?(?:,|,\sor|\s\(|\s[–—-])\s?"
    + mark("share", "p")
    + r"(?:,|\)|\s[–—-])"
)
_FOLLOWS = Phrase(
    rf"^(?:just\s|only\s)?{mark('share', 'p')}\s(?:of\s[^{{}}]{{1,30}}\s)?"
    r"(?:agree[ds]?|back(?:ed)?|support(?:ed)?|favou?r(?:ed)?|approved?)\b"
)


def check(page: Reading, setting: CheckSettings) -> Iterator[Remark]:
    """Majorities that are none, and fractions that are another percentage."""
    if "p" not in page.kinds:
        return
    before: Sentence | None = None
    for sentence in page.sentences:
        if "p" in sentence.kinds:
            yield from _asides(page, sentence)
            if before is not None:
                yield from _majority(page, before, sentence)
        before = sentence


def _majority(page: Reading, before: Sentence, sentence: Sentence) -> Iterator[Remark]:
    said = _MAJORITY.match(before.skeleton)
    match = _FOLLOWS.match(sentence.skeleton)
    if said is None or match is None or "p" in before.kinds:
        return
    share = sentence.get(match, "share")
    if share.high is None or share.high >= 49.5:
        return
    start = before.offset(said.start())
    yield Remark(
        verdict="arithmetic",
        message=f"A majority is more than half, but the share given is {share.figure}.",
        working=f"{share.figure} < 50%",
        spots=(page.stretch(before.field, start, before.offset(said.end())), page.spot(share)),
        confidence=0.85,
    )


def _asides(page: Reading, sentence: Sentence) -> Iterator[Remark]:
    """As in "the majority, 45 per cent," and "fewer than half of those polled, 56 percent,"."""
    for match in sentence.find(_ASIDE):
        share = sentence.get(match, "share")
        if share.high is not None and share.high < 49.5:
            start = sentence.offset(match.start("what"))
            yield Remark(
                verdict="arithmetic",
                message=f"A majority is more than half, but the share given is {share.figure}.",
                working=f"{share.figure} < 50%",
                spots=(page.stretch(sentence.field, start, start + len(match["what"])), page.spot(share)),
                confidence=0.85,
            )
    for match in sentence.find(_FRACTION):
        fraction, share = sentence.get(match, "fraction"), sentence.get(match, "share")
        if not fraction.low or share.low is None or share.unit != "percent":
            continue
        said = strictly(sentence, fraction).scaled(100)
        if not said.overlaps(stands_for(share), 0.12 if fraction.bound == "exact" else 0.02):
            yield Remark(
                verdict="arithmetic",
                message=f"“{sentence.hedge(fraction)} {fraction.figure}” is not {share.figure}.".replace("“ ", "“"),
                working=f"{fraction.figure} = {shown(point(fraction) * 100)}%, not {share.figure}",
                spots=(page.spot(fraction), page.spot(share)),
                confidence=0.88,
            )
