"""What neighbouring figures of a sentence share: a noun, the bound before a conversion, the verb of change."""

from __future__ import annotations

import itertools

from checker.quantities.kinds import OLDEST, Draft
from checker.quantities.nouns import is_plural
from checker.quantities.numeral import Numeral
from checker.quantities.ranges import scale_of
from checker.quantities.scan import Sentence
from checker.quantities.vocabulary import unit_words

__all__ = ["share"]

_JOINTS = frozenset((",", "and", "or", "to", "from", "-", "respectively"))
_LOWER, _UPPER = ("more_than", "at_least"), ("less_than", "at_most")


def share(s: Sentence, drafts: list[Draft]) -> None:
    """Lets each figure take from its neighbours what the text leaves out; may join two bounds to one range."""
    for one, other in itertools.pairwise(drafts):
        _names_of_list(s, one, other)
        _age_of_list(s, one, other)
    for n in range(len(drafts) - 2, -1, -1):
        one, other = drafts[n], drafts[n + 1]
        if one.amount is None or other.amount is None:
            continue
        _scale_of_far_end(s, one, other)
        _noun_of_list(s, one, other)
        if _two_bounds(s, one, other):
            del drafts[n + 1]
    last: Draft | None = None
    money: Draft | None = None
    for draft in drafts:
        if draft.amount is None or draft.kind == "ordinal":
            continue
        if last is not None:
            _after_another(s, last, draft)
        if money is not None and _is_more_money(s, money, draft):
            draft.kind, draft.unit = "money", money.unit
        if draft.kind == "money":
            money = draft if "/" not in (draft.unit or "/") else None
        last = draft


def _age_of_list(s: Sentence, one: Draft, other: Draft) -> None:
    """The second of "two boys, ages 6 and 9" is an age as well."""
    amount = other.amount
    if amount is None or one.kind != "age" or s.words[one.start - 1] not in ("ages", "aged") or other.kind != "count":
        return
    if s.words[one.end : other.phrase_start] == ["and"] and other.counted is None and amount.high < OLDEST:
        other.kind, other.unit = "age", "year"


def _scale_of_far_end(s: Sentence, one: Draft, other: Draft) -> None:
    """From 5 to 7 million, from 5.2 to 7-8 billion euros: the scale of the far end is that of the near one too."""
    near, far = one.amount, other.amount
    if near is None or far is None or one.role == "none" or s.words[one.start - 1] != "from" or near.form != "digits":
        return
    if s.words[one.end : other.phrase_start] != ["to"] or near.low >= 1000 or scale_of(s, near) > 1:
        return
    factor = scale_of(s, far)
    scaled = near.high * factor
    if (
        factor > 1
        and (scaled <= far.low if one.change == "up" else scaled >= far.high)
        and (one.kind == other.kind or (one.kind == "count" and one.counted is None))
    ):
        near.scale(factor)


def _is_more_money(s: Sentence, money: Draft, draft: Draft) -> bool:
    """Whether millions of nothing follow money in its sentence: "$12 million, up from 9 million"."""
    amount = draft.amount
    if amount is None or draft.kind != "count" or draft.counted is not None or amount.high < 1e6:
        return False
    if scale_of(s, amount) < 1e6 or s.words[draft.end] in ("of", "-", "who", "to"):
        return False
    units = unit_words()
    between = s.words[money.end : draft.phrase_start]
    return not any(w in units.headcounts or (is_plural(w) and w not in units.sums) for w in between)


def _unit_of_start(s: Sentence, last: Draft, draft: Draft) -> None:
    """The index rose 64 points to 4,577; from 31 mpg to 34: the figure reached has the unit of the first."""
    start, words = draft.phrase_start - 1, s.words
    if draft.kind != "count" or draft.counted is not None or words[start] != "to" or last.kind == "ratio":
        return
    begins = words[last.phrase_start - 1] if last.phrase_start else ""
    moved = last.role == "by" and last.kind != "percent" and start in (last.end, last.phrase_end)
    left = begins == "from" and last.end <= start <= last.phrase_end + 1 and last.kind != "count"
    if moved or left:
        draft.kind, draft.unit, draft.counted = last.kind, last.unit, last.counted


def _names_of_list(s: Sentence, one: Draft, other: Draft) -> None:
    """Chapters 3 and 4."""
    label = s.words[one.start]
    bare = other.kind == "count" and other.counted is None
    joined = s.words[one.end : other.start] in (["and"], ["or"], ["to"], ["through"], [","])
    if one.kind == "name" and bare and joined and label.endswith("s"):
        if other.amount is not None and other.amount.low == other.amount.high:
            number = other.amount
            other.number = Numeral(other.start, other.end, number.low, number.high, number.grain, "digits")
        other.kind, other.amount, other.unit = "name", None, None


def _noun_of_list(s: Sentence, one: Draft, other: Draft) -> None:
    """Three, four and six people; 5 and 10 percent; 7- or 8-inch."""
    if one.kind != "count" or one.counted is not None or one.amount is None or other.amount is None:
        return
    between = s.words[one.end : other.phrase_start]
    if not between or len(between) > 3 or not _JOINTS.issuperset(between):
        return
    if other.kind == "count":
        if other.counted and (other.noun is None or other.noun.start >= other.end):
            one.counted = other.counted
    elif other.kind in ("percent", "money", "measure", "duration") and one.amount.form in ("digits", "words"):
        if between == [","] or (other.kind == "money" and other.start < other.amount.number_start):
            return
        if between == [",", "or"] and not _is_listed(s, one):
            return  # "of the 900 clubs asked, 450, or 50 percent"
        one.kind, one.unit = other.kind, other.unit
        if other.unit == "percentage_point" and other.amount.high < 1 <= one.amount.low:
            one.amount.scale(0.01)


def _is_listed(s: Sentence, draft: Draft) -> bool:
    """Whether another figure stands before it in a list: 5, 10, or 15 percent."""
    k = draft.phrase_start
    return k >= 2 and s.words[k - 1] == "," and s.words[k - 2][:1].isdecimal()


def _two_bounds(s: Sentence, one: Draft, other: Draft) -> bool:
    """More than 100 but fewer than 200 people: one range."""
    if one.amount is None or other.amount is None or {one.bound, other.bound} & {"exact", "about", "range", "vague"}:
        return False
    between = s.words[max(one.end, one.phrase_end) : other.phrase_start]
    rising = between == [","] and one.bound in _LOWER and one.counted is None
    if (between not in (["and"], ["but"], [",", "but"]) and not rising) or (
        one.kind != other.kind and one.kind != "count"
    ):
        return False
    low, high = (one, other) if one.bound in _LOWER else (other, one)
    if low.bound not in _LOWER or high.bound not in _UPPER or low.amount is None or high.amount is None:
        return False
    bottom, top = low.amount.low, high.amount.high
    if bottom >= top:
        return False
    one.amount.low, one.amount.high = bottom, top
    one.amount.grain = min(one.amount.grain, other.amount.grain)
    one.bound, one.kind, one.unit = "range", other.kind, other.unit
    one.end = one.amount.end = other.end
    one.phrase_end, one.counted, one.noun = other.phrase_end, other.counted or one.counted, other.noun
    return True


def _from_to(s: Sentence, last: Draft, draft: Draft) -> None:
    """From 860 to 750: a change whose direction the figures tell."""
    words, a, b = s.words, last.amount, draft.amount
    if a is None or b is None or last.kind != draft.kind:
        return
    if words[draft.phrase_start - 1] != "to" or draft.phrase_start - 1 != last.phrase_end or a.low == b.low:
        return
    if last.phrase_start and words[last.phrase_start - 1] == "from" and a.low == a.high and b.low == b.high:
        last.change = draft.change = "up" if b.low > a.low else "down"
        last.role, draft.role = "from", "to"


def _change_told_twice(s: Sentence, last: Draft, draft: Draft) -> None:
    """The index dropped 40 points, or 1.2 percent, to 3,300: two changes and the level."""
    if draft.change != "none" or last.change == "none" or last.role != "by":
        return
    start = draft.phrase_start
    before = s.words[max(last.end, last.phrase_end) : start]
    if draft.kind == "percent" and last.kind != "percent" and before in ([",", "or"], ["or"], ["("]):
        draft.change, draft.role = last.change, "by"
    elif last.kind == "percent" and before in ([",", "to"], [")", "to"], [",", "at"], [")", "at"]):
        draft.change, draft.role = last.change, "to"


def _after_another(s: Sentence, last: Draft, draft: Draft) -> None:
    words = s.words
    opening = words[draft.phrase_start - 1] if draft.phrase_start else ""
    if (
        draft.kind == last.kind
        and opening == "("
        and draft.kind in ("money", "measure")
        and draft.phrase_start - 1 == last.phrase_end
    ):
        if draft.bound == "exact" and last.bound != "about":
            draft.bound = last.bound
        if draft.change == "none":
            draft.change, draft.role = last.change, last.role
    _unit_of_start(s, last, draft)
    _from_to(s, last, draft)
    _change_told_twice(s, last, draft)
    if draft.change == "none" and draft.role == "by" and last.change != "none" and last.kind == draft.kind:
        draft.change = last.change
    if draft.kind == "count" and last.kind == "count" and draft.counted is None:
        after = words[draft.end : draft.end + 2]
        if opening in ("including", "includes") or (
            after[0] == "of" and after[1] in ("whom", "which", "them", "these")
        ):
            draft.counted = last.counted
