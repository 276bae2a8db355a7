"""A percentage of a small group is one that whole members can make.

What it does
    For "40% of the 7 members" it tries every whole number of members and asks whether any of them rounds to the share.

Why it matters
    Either the share or the size of the group is wrong.

Flags
    40% of the seven members (3 of 7 is 43%)

Passes
    43% of the seven members; about 40% of the seven; groups of a hundred and more.

Options
    severity.

Measured precision
    No finding yet in 2,583 local-news articles or in texts known to be wrong; none in
    161 right texts, corrections and traps; all of it was used in development.
"""

from __future__ import annotations

from collections.abc import Iterator

from checker.checks._arithmetic import is_exact, point, shown
from checker.checks._reading import Phrase, Reading, gap, mark
from checker.intervals import number
from checker.records import Remark
from checker.rulebook import CheckSettings

__all__ = ["check"]

_ASIS = r"(?!\s(?:more|less|fewer|higher|lower|up|down|above|below|increase|rise|of\s))"
MOST = 60
"""In larger groups nearly every whole percentage is possible."""
_N = mark("n", "c") + r"\s(?:[a-z-]+\s)?(?:<<people>>|<<bodies>>)\b"
_SHARES = (
    Phrase(mark("p", "p") + r"\sof\s(?:the|its|their|his|her)\s" + _N),
    Phrase(r"\b(?:of|among)\s(?:the|its|their|his|her|all)\s" + _N + gap(60, "Dto") + r",\s" + mark("p", "p") + _ASIS),
    Phrase(
        r"\b(?:survey|poll|study|sample|group|panel|class)\sof\s(?:only\s|just\s)?"
        + _N
        + gap(60, "Dto")
        + r",?\s"
        + mark("p", "p")
        + _ASIS
    ),
    Phrase(mark("n", "c") + r"\s[a-z]+s\b(?:\s[a-z]+){0,4}?,\s" + mark("p", "p") + r"\sof\s(?:whom|which|them)\b"),
)


def check(page: Reading, setting: CheckSettings) -> Iterator[Remark]:
    """Shares that no whole number of members makes."""
    if not {"p", "c"} <= page.kinds:
        return
    for sentence in page.sentences:
        if not {"p", "c"} <= sentence.kinds:
            continue
        for match in (match for pattern in _SHARES for match in sentence.find(pattern)):
            share, group = sentence.get(match, "p"), sentence.get(match, "n")
            if not is_exact(share) or not is_exact(group) or not 1 < point(group) <= MOST:
                continue
            size = int(point(group))
            near = min(range(size + 1), key=lambda n: abs(n * 100 / size - point(share)))
            if abs(near * 100 / size - point(share)) > max(share.grain or 1, 1.0):
                yield Remark(
                    verdict="arithmetic",
                    message=f"No whole number out of {group.figure} is {share.figure}.",
                    working=f"{near} / {size} = {shown(near * 100 / size)}%, not {number(point(share))}%",
                    spots=(page.spot(share), page.spot(group)),
                    confidence=0.85,
                )
