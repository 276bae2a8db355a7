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
from checker.checks._reading import Phrase, Reading, Sentence, gap, mark
from checker.records import Quantity, Remark
from checker.rulebook import CheckSettings
from checker.units import TIME_UNITS

__all__ = ["check"]

_HEAD = Phrase(r"^\s(?:a\shead|per\shead|per\scapita|apiece|each|(?:a|an|per|for\severy|for\seach)\s<<heads>>)\b")
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


_EACH = r"\s?(?:each\b|apiece\b|a\spiece\b|a\shead\b|per\s[a-z]+\b|for\s(?:each|every)\b)"
_MEAN = r"(?:an?\s|the\s)?average(?:\s(?:price|cost|value|pay|bonus|sum|gift|donation))?\sof\s"
_SUM = (
    r"(?:for\sa\stotal\sof|a\stotal\sof|totall?ing|at\sa\s(?:total\s)?cost\sof|costing|worth|bringing\sin|raising|or"
    r"|that\sis|making)\s"
)
_LOOSE = (
    # $9m, or $3,000 for each of its 3,000 people; £9m for 30 flats, or £300,000 apiece
    Phrase(
        mark("total", "m")
        + gap(50, "Dtoc")
        + r"(?:,\s(?:or|about|an?)\s|,\s|\s\(|\sor\s|\s<<shared>>\s|\sworks\sout\sat\s)(?:about\s)?"
        + mark("each", "m")
        + _EACH
    ),
    # tickets cost $20, and 300 were sold, bringing in $6,000
    Phrase(
        r"\bcosts?\s"
        + mark("each", "m")
        + gap(30)
        + r"\{c\d+\}\s(?:[a-z]+\s){0,2}?(?:were\s|was\s)?sold"
        + gap(20)
        + r"<<proceeds>>\s"
        + mark("total", "m")
    ),
    # $9m from 3,000 donors, an average of $3,000
    Phrase(mark("total", "m") + gap(50, "Dtoc") + r"(?:,|\s\(|,\sor|\s[–—-])\s?" + _MEAN + mark("each", "m")),
    # 30 flats at (an average of) £300,000 each, for a total of £9m
    Phrase(
        rf"(?:\bat\s|\bof\s)(?:{_MEAN})?"
        + mark("each", "m")
        + rf"(?:{_EACH})?"
        + gap(40, "Dto")
        + rf",\s(?:or\s|and\s)?{_SUM}"
        + mark("total", "m")
    ),
    # each of its 30 workers a bonus of $100, at a cost of $3,000
    Phrase(
        r"\beach\sof\s(?:the|its|our|their)\s(?:[a-z-]+\s)?\{c\d+\}"
        + gap(40, "Dto")
        + mark("each", "m")
        + gap(20, "Dto")
        + rf",?\s{_SUM}"
        + mark("total", "m")
    ),
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
                if not any(sentence.find(_PRICES[0])):
                    yield from _loose(page, sentence, values, setting)


def _each(page: Reading, sentence: Sentence, values: list[Quantity], setting: CheckSettings) -> Iterator[Remark]:
    """As in "At $5 each, the 200 tickets brought in $1,000": price times number is the proceeds."""
    match = next((m for pattern in (*_PRICES, _GIVE) for m in sentence.find(pattern)), None)
    if match is None or len(values) != 3:
        return
    each, heads, total = (sentence.get(match, name) for name in ("each", "n", "total"))
    if total.unit == (each.unit or "").partition(" / ")[0]:
        yield from product(page, each, [heads], total, 1.0, setting)


def _loose(page: Reading, sentence: Sentence, values: list[Quantity], setting: CheckSettings) -> Iterator[Remark]:
    """One count and two sums of money, of which the words say that one is for each and the other for all."""
    heads = [q for q in values if q.kind == "count" and q.low and q.low > 1]
    found = list(_heads(page, sentence, values, setting))
    yield from found
    if found or len(heads) != 1 or sum(q.kind == "money" for q in values) != 2:
        return
    for pattern in _LOOSE:
        match = next(sentence.find(pattern), None)
        if match is None:
            continue
        each, total = sentence.get(match, "each"), sentence.get(match, "total")
        if total.unit == (each.unit or "").partition(" / ")[0] and total.low and each.low and total.low > each.low:
            yield from product(page, each, heads, total, 1.0, setting)
        return


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
    if total.unit == (each[0].unit or "").partition(" / ")[0] and total.bound != "vague":
        yield from product(page, each[0], heads, total, 1.0, setting)
