"""Two amounts that are the ends of one: 10 to 15 million dollars, between $62 and $68, 5%-10%, three or four."""

from __future__ import annotations

from checker.quantities import changes, hedges
from checker.quantities.amount import Amount
from checker.quantities.amounts import measure
from checker.quantities.numerals import lexicon, numeral_at
from checker.quantities.scan import Sentence

__all__ = ["scale_of", "with_far_end"]

_JOINTS = frozenset(("-", "–", "—", "−", "~", "to", "through"))
_MAY_STAND_BETWEEN = frozenset(
    ("$", "£", "€", "us", "about", "around", "a", "nearly", "rs", "c", "approximately", "almost", "some")
)
_MOVED = 16
"""Words before "from" among which the verb may stand: "brought the toll of the attack on the market from 93 to 115"."""
_LEAP = 2.5
"""After "by" a second count that is larger than this many times the first is the level reached: "rose by 22 to 115"."""


def with_far_end(s: Sentence, first: Amount) -> Amount:
    """The amount, widened to a range where the text goes on to its far end."""
    words, j = s.words, first.end
    joint = words[j]
    if first.form in ("vague", "ordinal"):
        return first
    if joint == "-" and words[j + 1] == "to":  # "7- to 8-inch"
        j, joint = j + 1, words[j + 1]
    if joint == "up" and words[j + 1] == "to" and words[first.start - 1] == "from":
        j, joint = j + 1, "to"  # from 20 up to 30
    if joint == "and":
        lead = words[max(0, first.start - 3) : first.start]
        if "between" not in lead:
            return first
    elif joint == "or":
        if not _are_neighbours(s, first, j + 1):
            return first
    elif joint not in _JOINTS:
        return first
    k = j + 1
    if joint == "-" and s.ends[j - 1] != s.starts[j] and s.glued(j):
        return first  # "5 -3": a minus
    if words[k] == "as" and words[k + 1] in ("much", "many") and words[k + 2] == "as":
        k += 3
    probe = k
    while words[probe] in _MAY_STAND_BETWEEN:
        probe += 1
    lex = lexicon()
    word = words[probe]
    if not (word[:1].isdecimal() or word in lex.small or word in lex.hundreds or word in lex.scales):
        return first
    number = numeral_at(s, probe)
    if number is None or number.form in ("ordinal", "vague", "malformed"):
        return first
    second = measure(s, number)
    if first.kind == "count" and words[second.end - 1] == "zero" and words[second.end - 2] == "below":
        first.low = first.high = -first.high  # between 10 and 20 below zero
    if second.start < k or not _fit(s, first, second, joint) or (joint == "to" and _is_change(s, first, second)):
        return first
    return _joined(s, first, second)


def _are_neighbours(s: Sentence, first: Amount, k: int) -> bool:
    """Three or four, 20 or 30: figures of one size joined by "or"."""
    word = s.words[k]
    number = numeral_at(s, k) if word[:1].isdecimal() or word in lexicon().small else None
    return (
        number is not None
        and first.kind in ("count", "duration", "measure")
        and number.form in ("words", "digits")
        and first.low < number.low <= max(first.low * 2, 3)
    )


def _fit(s: Sentence, first: Amount, second: Amount, joint: str) -> bool:
    """Whether the second amount can be the far end of a range that the first begins."""
    bare = first.kind == "count" and first.end == first.number_end
    same = (first.kind, first.unit) == (second.kind, second.unit) or (second.unit or "").startswith(f"{first.unit} / ")
    if not (bare or same or (first.kind == "money" and second.kind == "count")):
        return False
    if first.kind == second.kind == "count" and joint == "-" and first.low >= second.low:
        return False
    if first.low > second.low and first.high >= 0:
        return _shared_scale(s, first, second) > 1
    if 0 < first.high < 1 and second.low >= 10 and joint == "to" and first.form != "digits":
        return False  # "fell by a third to 3,750"
    if joint == "to" and s.words[first.start - 1] == "from":
        apart = second.low > first.low * _LEAP and _has_own_unit(first) and _has_own_unit(second)
        before = s.words[max(first.start - _MOVED, 0) : first.start - 1]
        return not apart and not any(map(changes.moves, before))
    return True


def _is_change(s: Sentence, first: Amount, second: Amount) -> bool:
    """Whether the joint "to" leads from the amount of a change, or from the level left, to the level reached."""
    found = changes.change_at(s, hedges.before(s, first.start)[1], first.end, first.kind)
    if found.change == "none":
        return False
    if found.role == "from":
        return True
    if found.role == "by" and first.kind == second.kind == "count" and s.words[first.start - 1] == "by":
        return second.low > first.low * _LEAP
    return found.role == "by" and _has_own_unit(first) and (_has_own_unit(second) or second.kind != first.kind)


def _has_own_unit(amount: Amount) -> bool:
    return amount.start < amount.number_start or amount.end > amount.number_end


def _shared_scale(s: Sentence, first: Amount, second: Amount) -> float:
    """The scale that both ends share though only the second bears it; 1 where none is shared."""
    factor = scale_of(s, second)
    if factor > 1 and scale_of(s, first) == 1 and first.low < 1000 and first.low * factor <= second.high:
        return factor
    return 1.0


def scale_of(s: Sentence, amount: Amount) -> float:
    """The product of the words and letters of scale in the amount."""
    lex = lexicon()
    factor = 1.0
    for k in range(amount.number_start, amount.end):
        word = s.words[k]
        if word in lex.scales:
            factor *= lex.scales[word]
        elif word in lex.suffixes and s.ends[k - 1] == s.starts[k] and s.words[k - 1][:1].isdecimal():
            factor *= lex.suffixes[word] if amount.kind in ("money", "count") or word not in lex.weak else 1.0
    return factor


def _joined(s: Sentence, first: Amount, second: Amount) -> Amount:
    factor = _shared_scale(s, first, second)
    if factor > 1:
        first.scale(factor)
    elif second.unit == "percentage_point" and first.kind == "count" and second.low < first.low:
        first.scale(0.01)  # 25 to 50 basis points
    elif second.kind == "money" and first.kind == "count" and second.high < 1 <= first.low:
        first.scale(0.01)  # 10 to 15 cents
    if first.kind == "count" or (second.unit or "").startswith(f"{first.unit} / "):
        first.kind, first.unit = second.kind, second.unit
    first.low, first.high = min(first.low, second.high), max(first.low, second.high)
    first.grain = min(first.grain, second.grain) if first.grain and second.grain else max(first.grain, second.grain)
    first.end, first.number_end = second.end, second.number_end
    return first
