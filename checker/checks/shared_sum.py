"""A sum shared among so many, or a price times so many, comes out.

What it does
    Divides a sum of money by the heads it is shared among ("comes to $40,000 a head") and multiplies a price by the
    number sold ("200 tickets at $5 each brought in $1,000").

Why it matters
    Per-head figures are made to bring large ones home; with a slipped zero they do the opposite.

Flags
    Divided among 20 million people, the $60 billion comes to $40,000 a head.

Passes
    At $5 each, the 200 tickets brought in $1,000; a sum shared unequally.

Options
    tolerance: relative difference let pass beyond rounding.
    severity.

Measured precision
    No finding in 2,583 local-news articles; 1 of 1 right in texts known to be wrong; none in
    161 right texts, corrections and traps; all of it was used in development.
"""

from __future__ import annotations

from collections.abc import Iterator

from checker.checks._arithmetic import factor
from checker.checks._product import product
from checker.checks._reading import Phrase, Reading, Sentence, mark
from checker.records import Quantity, Remark
from checker.rulebook import CheckSettings
from checker.units import TIME_UNITS

__all__ = ["check"]

_HEAD = Phrase(
    r"^\s(?:for\seach(?:\sof\s(?:them|these))?(?=[.,;]|$)|a\shead|per\shead|per\scapita|apiece|each|(?:a|an|per|for\severy|for\seach)\s<<heads>>)\b"
)
_SHARED = Phrase(r"\b<<shared>>\b|,\sor\s")
_PROCEEDS = r"<<proceeds>>\s"
_PRICES = (
    Phrase(
        r"\bat\s"
        + mark("each", "m")
        + r"(?:\seach|\sapiece)?,\s[^{}.;:()]{0,20}"
        + mark("n", "c")
        + rf"\s[^{{}}.;:()]{{2,30}}\s{_PROCEEDS}"
        + mark("total", "m")
    ),
    Phrase(
        mark("n", "c")
        + r"\s[^{}.;:()]{2,30}\s(?:at|for)\s"
        + mark("each", "m")
        + rf"(?:\seach|\sapiece)?,?\s(?:and\s)?{_PROCEEDS}"
        + mark("total", "m")
    ),
    Phrase(
        mark("total", "m")
        + r"[^{}.;:()]{2,30}\bcosts?\seach\sof\s(?:the|its|our)\s"
        + mark("n", "c")
        + r"\s[^{}.;:()]{2,25}\s"
        + mark("each", "m")
    ),
)
_GIVE = Phrase(
    mark("n", "c")
    + r"\s[^{}.;:()]{2,25}\seach\s[a-z]+\s"
    + mark("each", "m")
    + r",?\s(?:that\sis|that\swould\sbe|that\smakes|or|making|for)\s(?:a\stotal\sof\s)?"
    + mark("total", "m")
)


def check(page: Reading, setting: CheckSettings) -> Iterator[Remark]:
    """Sums that price times number, or share times heads, do not make."""
    if "m" not in page.kinds:
        return
    for sentence in page.text:
        if "m" in sentence.kinds and 3 <= len(sentence.quantities) <= 6:
            values = [q for q in sentence.quantities if q.kind in ("count", "money", "measure", "duration")]
            if len(values) == 3:
                yield from _each(page, sentence, values, setting)
                yield from _heads(page, sentence, values, setting)


def _each(page: Reading, sentence: Sentence, values: list[Quantity], setting: CheckSettings) -> Iterator[Remark]:
    """As in "At $5 each, the 200 tickets brought in $1,000": price times number is the proceeds."""
    match = next((m for pattern in (*_PRICES, _GIVE) for m in sentence.find(pattern)), None)
    if match is None or len(values) != 3:
        return
    each, heads, total = (sentence.get(match, name) for name in ("each", "n", "total"))
    if total.unit == (each.unit or "").partition(" / ")[0]:
        yield from product(page, each, [heads], total, 1.0, setting)


def _is_per_head(quantity: Quantity) -> bool:
    _, slash, below = (quantity.unit or "").partition(" / ")
    return bool(slash) and below not in TIME_UNITS and factor(below, "meter") is None and factor(below, "gram") is None


def _heads(page: Reading, sentence: Sentence, values: list[Quantity], setting: CheckSettings) -> Iterator[Remark]:
    money = [q for q in values if q.kind == "money"]
    heads = [q for q in values if q.kind == "count"]
    each = [q for q in money if _HEAD.match(sentence.after(q)) or _is_per_head(q)]
    if len(money) != 2 or len(heads) != 1 or len(each) != 1 or not _SHARED.search(sentence.skeleton):
        return
    total = next(q for q in money if q is not each[0])
    if (total.unit or "").partition(" / ")[0] == (each[0].unit or "").partition(" / ")[0] and total.bound != "vague":
        yield from product(page, each[0], heads, total, 1.0, setting)
