"""One sentence to its quantities: each number read, named, hedged and told what it counts."""

from __future__ import annotations

from collections.abc import Iterator

from checker.language.dates import DateMention
from checker.quantities import changes, hedges
from checker.quantities.amounts import Amount, measure
from checker.quantities.concepts import concept_of
from checker.quantities.names import name_span
from checker.quantities.nouns import NounPhrase, noun_phrase
from checker.quantities.numerals import Numeral, lexicon, numeral_at
from checker.quantities.scan import Sentence
from checker.records import Bound, Change, ChangeRole, FieldName, Kind, Quantity

__all__ = ["read"]

_DASHES = ("-", "–", "—", "−", "~", "to", "through", "or")
_PRONOUNS = ("the", "this", "that", "which", "no", "any", "every", "each", "another", "some", "latter", "former", "right", "wrong", "good", "big", "new")


def read(s: Sentence, field: FieldName, dates: list[DateMention]) -> Iterator[Quantity]:
    """The quantities of the sentence, in order; `dates` are those that begin in it."""
    lex = lexicon()
    starts, several = lex.starts, lex.several
    found: list[_Found] = []
    i, next_date = 0, 0
    while i < s.size:
        word = s.words[i]
        if next_date < len(dates) and s.starts[i] >= dates[next_date].start:
            mention = dates[next_date]
            next_date += 1
            last = i
            while last + 1 < s.size and s.ends[last] < mention.end:
                last += 1
            if any(w[:1].isdecimal() or w in starts for w in s.words[i : last + 1]):
                found.append(_Found(i, last + 1, "date"))
            i = last + 1
            continue
        first = word[0]
        if not (first.isdecimal() or word in starts or word in several or (first == "." and len(word) > 1)):
            i += 1
            continue
        got = _quantity(s, i)
        if got is None:
            i += 1
            continue
        found.append(got)
        i = max(got.end, got.amount.end if got.amount else got.end)
    _share(s, found)
    for item in found:
        yield item.record(s, field)


class _Found:
    """A quantity in the making, between two tokens."""

    __slots__ = ("amount", "bound", "change", "counted", "end", "kind", "phrase_end", "phrase_start", "role", "start")

    def __init__(self, start: int, end: int, kind: Kind, amount: Amount | None = None) -> None:
        self.start, self.end, self.kind, self.amount = start, end, kind, amount
        self.phrase_start, self.phrase_end = start, end
        self.bound: Bound = "exact"
        self.change: Change = "none"
        self.role: ChangeRole = "none"
        self.counted: NounPhrase | None = None

    def record(self, s: Sentence, field: FieldName) -> Quantity:
        a, b = s.starts[self.start], s.ends[self.end - 1]
        amount = self.amount
        concept: tuple[str, ...] = ()
        if amount is not None and self.kind not in ("name", "ordinal", "score"):
            concept = concept_of(s, self.phrase_start, max(self.end, self.phrase_end), self.kind, self.counted)
        return Quantity(
            field=field,
            start=a,
            end=b,
            figure=s.text[a:b],
            kind=self.kind,
            low=amount.low if amount and self.kind != "name" else None,
            high=amount.high if amount and self.kind != "name" else None,
            bound=self.bound,
            grain=(amount.grain or None) if amount and self.kind != "name" else None,
            unit=_unit_of(self.kind, amount),
            change=self.change,
            change_role=self.role,
            counted=self.counted.head if self.counted else None,
            concept=concept,
            phrase=(s.starts[self.phrase_start], max(b, s.ends[self.phrase_end - 1])),
        )


def _unit_of(kind: Kind, amount: Amount | None) -> str | None:
    match kind:
        case "count":
            return "count"
        case "ratio":
            return "dimensionless"
        case "money" | "percent" | "measure" | "duration" | "age":
            return amount.unit if amount else None
        case _:
            return None


def _quantity(s: Sentence, i: int) -> _Found | None:
    time = _clock(s, i)
    if time:
        return time
    number = numeral_at(s, i)
    if number is None:
        return None
    if number.form == "malformed":
        return _Found(i, number.end, "name")
    score = _score(s, number)
    if score:
        return score
    if number.form != "fraction" and number.form != "vague":
        span = name_span(s, number)
        if span:
            return _Found(span[0], span[1], "name")
    if number.form == "ordinal":
        item = _Found(i, number.end, "ordinal", Amount(number, "ordinal", None))
        return item
    if not _stands_alone(s, number):
        return None
    amount = measure(s, number)
    amount = _range(s, amount)
    return _finished(s, amount)


def _stands_alone(s: Sentence, number: Numeral) -> bool:
    """Whether a number word is a number here, not a pronoun ("the one who"), a half of a match or a bare "a quarter"."""
    words, i, j = s.words, number.start, number.end
    word = words[i]
    if number.end == i + 1 and word == "one":
        if words[i - 1] in _PRONOUNS and i:
            return False
        if words[j] == "of":
            return True
        if words[j] in ("another", "day", "thing", "by", "'s", "-") and words[j] != "day":
            return words[j] == "-" and s.glued(j)
        return noun_phrase(s, j, one=True) is not None or words[j] in ("in", "out", "percent", "per", "million")
    if word == "half" and number.end == i + 1:
        return words[j] in ("of", "the", "its", "his", "their", "her", "our", "an", "a", "that", "all") and words[i - 1] not in ("first", "second", "other", "last")
    if word == "quarter" and number.end == i + 1:
        return words[i - 1] == "a" and words[j] == "of"
    if word in lexicon().scales and number.end == i + 1 or word in lexicon().hundreds and number.end == i + 1:
        return True
    return True


_MERIDIEM = ("am", "pm", "a.m", "p.m")


def _clock(s: Sentence, i: int) -> _Found | None:
    """7:28 pm, 3 p.m., 1.05am, 19:30, 1730 GMT, 5 o'clock."""
    words = s.words
    if not words[i][0].isdecimal() and words[i + 1] != "o'clock":
        return None
    j = i + 1
    if words[j] == ":" and words[i].isdecimal() and len(words[i]) <= 2 and s.glued(i) and s.glued(j) and words[j + 1][:2].isdecimal():
        j += 2
        while words[j] == ":" and words[j + 1].isdecimal() and s.glued(j):
            j += 2
        end = _meridiem(s, j) or j
        if end == j and words[j] in ("gmt", "est", "edt", "utc", "et", "bst", "cet"):
            end += 1
        return _Found(i, end, "time")
    end = _meridiem(s, j) if "," not in words[i] else 0
    if end:
        return _Found(i, end, "time")
    if words[j] == "o'clock":
        return _Found(i, j + 1, "time")
    if words[j] in ("gmt", "utc") and len(words[i]) == 4:
        return _Found(i, j + 1, "time")
    return None


def _meridiem(s: Sentence, j: int) -> int:
    words = s.words
    if words[j] in ("am", "pm"):
        if words[j] == "am" and s.raw[j] == "am" and s.ends[j - 1] != s.starts[j] and words[j - 1] in ("i",):
            return 0
        return j + 1
    if words[j] in ("a", "p") and words[j + 1] == "." and words[j + 2] == "m" and s.glued(j):
        return j + 3 + (words[j + 3] == "." and s.glued(j + 2))
    return 0


_SCORING = frozenset(
    "win won wins winning victory beat beats beating defeat defeated lost loss lose draw drew drawn lead led leading score scored aggregate tie tied vote voted margin rout routed goal goals set sets record ruling decision triumph beaten thrashing".split()
)


def _score(s: Sentence, number: Numeral) -> _Found | None:
    """3-2, 2-2, 5-4 ruling, 28-14-3: small numbers with a dash and the words of a contest, or going down."""
    i, words = number.start, s.words
    if not words[i].isdecimal() or len(words[i]) > 3 or number.end != i + 1:
        return None
    j = i + 1
    count = 0
    while words[j] in ("-", "–") and words[j + 1].isdecimal() and len(words[j + 1]) <= 3 and s.glued(j) and s.ends[j - 1] == s.starts[j]:
        j += 2
        count += 1
    if not count or words[i - 1] in ("$", "£", "€"):
        return None
    if count >= 2:
        return _Found(i, j, "name" if count > 2 or len(words[i]) == 3 else "score")
    low, high = int(words[i]), int(words[i + 2])
    if words[j] in ("%", "percent", "per", "-", "people", "years", "year") or (words[j].isalpha() and s.ends[j - 1] == s.starts[j]):
        return None
    if low >= high or _SCORING.intersection(words[max(0, i - 6) : j + 6]):
        following = noun_phrase(s, j)
        if low >= high or following is None or following.head in _SCORING:
            return _Found(i, j, "score")
    return None


def _range(s: Sentence, first: Amount) -> Amount:
    """Two amounts that are the ends of a range: 10 to 15 million dollars, between $62 and $68, 5%-10%."""
    words, j = s.words, first.end
    word = words[j]
    lead = s.words[first.start - 1] if first.start else ""
    if first.form in ("vague", "ordinal"):
        return first
    between = lead == "between" or (first.start > 1 and words[first.start - 2] == "between")
    if word in ("-", "–", "—", "−", "~", "to", "through") or (word == "and" and between):
        k = j + 1
    elif word == "or" and first.kind == "count" and _small_step(s, first, j + 1):
        k = j + 1
    else:
        return first
    if word == "-" and not s.glued(j) and s.ends[j - 1] != s.starts[j] and not words[k][:1].isdecimal():
        return first
    if words[k] in ("as",) and words[k + 1] in ("much", "many") and words[k + 2] == "as":
        k += 3
    probe = k
    while words[probe] in ("$", "£", "€", "us", "about", "around", "a", "nearly", "rs"):
        probe += 1
    lex = lexicon()
    if not (words[probe][:1].isdecimal() or words[probe] in lex.small or words[probe] in lex.hundreds or words[probe] in lex.scales):
        return first
    number = numeral_at(s, probe)
    if number is None or number.form in ("ordinal", "vague", "malformed"):
        return first
    second = measure(s, number)
    if not _fit(s, first, second, word):
        return first
    if word == "to" and _is_change(s, first, second):
        return first
    return _joined(s, first, second)


def _small_step(s: Sentence, first: Amount, k: int) -> bool:
    """Three or four: neighbours, or figures of one size, joined by "or"."""
    number = numeral_at(s, k) if (s.words[k][:1].isdecimal() or s.words[k] in lexicon().small) else None
    return number is not None and first.low < number.low <= max(first.low * 2, 3) and number.form in ("words", "digits")


def _fit(s: Sentence, first: Amount, second: Amount, joint: str) -> bool:
    """Whether the second amount can be the far end of a range that the first begins."""
    if first.kind == "count" and second.kind != "count":
        pass
    elif first.kind == "money" and second.kind == "count":
        pass
    elif (first.kind, first.unit) != (second.kind, second.unit) and not (second.unit or "").startswith(f"{first.unit} / "):
        return False
    elif first.kind == "count" and first.number_end < first.end:
        return False
    top = second.low
    if first.kind == "count" and joint not in ("to", "and") and first.low >= second.low and second.kind == "count":
        return False
    low = first.low
    if low > top:
        return joint == "to" and words_from(s, first) and low < top * 10 or _shared_scale(first, second) is not None
    return True


def words_from(s: Sentence, amount: Amount) -> bool:
    """Whether "from" leads to the amount."""
    return "from" in s.words[max(0, amount.start - 4) : amount.start]


def _shared_scale(first: Amount, second: Amount) -> float | None:
    """The scale that both ends share though only the second bears it: "10 to 15 million"."""
    return None


def _is_change(s: Sentence, first: Amount, second: Amount) -> bool:
    change, role = changes.change_at(s, hedges.before(s, first.start)[1], second.end)
    return change != "none" and role in ("from", "by") and (words_from(s, first) or (first.kind == second.kind == "percent" and role == "by" and first.unit == second.unit and s.words[first.end - 1] in ("%", "percent", "cent")))


def _joined(s: Sentence, first: Amount, second: Amount) -> Amount:
    factor = _scale_of(s, second)
    if first.low < second.low and factor > 1 and _scale_of(s, first) == 1 and first.low * factor <= second.high * 10 and (first.low < 1000):
        if first.low * factor < second.low or first.low * factor == second.low:
            first.scale(factor)
    elif first.kind == "count" and second.kind in ("percent",) and second.unit == "percentage_point" and second.low < first.low:
        first.scale(0.01)
    first.high = second.high
    if first.kind in ("count",) or (second.unit or "").startswith(f"{first.unit} / "):
        first.kind, first.unit = second.kind, second.unit
    first.grain = min(first.grain, second.grain) if first.grain and second.grain else second.grain
    first.end, first.number_end = second.end, second.number_end
    first.form = second.form if first.form == "digits" else first.form
    if first.low > first.high:
        first.low, first.high = first.high, first.low
    return first


def _scale_of(s: Sentence, amount: Amount) -> float:
    lex = lexicon()
    factor = 1.0
    for k in range(amount.start, amount.end):
        word = s.words[k]
        if word in lex.scales or word in ("hundred", "dozen"):
            factor *= lex.scales.get(word) or lex.hundreds[word]
        elif word in lex.suffixes and s.ends[k - 1] == s.starts[k] and s.words[k - 1][:1].isdecimal() and amount.unit not in ("meter", "metric_ton", "byte"):
            factor *= lex.suffixes[word]
    return factor


def _finished(s: Sentence, amount: Amount) -> _Found | None:
    """The amount with its kind settled, its hedges, its change and what it counts."""
    words = s.words
    kind: Kind = amount.kind
    item = _Found(amount.start, amount.end, kind, amount)
    if amount.form == "fraction" and kind == "count" and amount.low < 1:
        item.kind = "ratio"
    _age(s, item)
    if item.kind in ("count", "ratio"):
        _ratio(s, item)
        _count(s, item)
    bound, start = hedges.before(s, item.start)
    if start == item.start and item.start and words[item.start - 1] in ("a", "an", "the", "its", "his", "their", "these", "those", "all", "another"):
        start = item.start - 1
    item.phrase_start = start
    if amount.form == "vague":
        bound = bound if bound not in ("exact", "about") else "vague"
    if bound == "exact":
        late, end = hedges.after(s, item.end)
        if late == "exact" and item.counted:
            late, end = hedges.after(s, item.counted.end)
        if late != "exact":
            bound, item.phrase_end = late, max(item.phrase_end, end)
    if amount.low != amount.high and bound == "exact":
        bound = "range"
    item.bound = bound
    if item.kind in ("money", "percent", "measure", "count", "ratio", "duration"):
        item.change, item.role = changes.change_at(s, start, item.phrase_end)
    return item


def _age(s: Sentence, item: _Found) -> None:
    """Years old, -year-old, aged 35, age 40."""
    words, amount = s.words, item.amount
    if amount is None:
        return
    j = item.end
    if item.kind == "duration":
        k = j + (words[j] == "-")
        if words[k] in ("old", "olds"):
            item.kind, item.end = "age", k + 1
        elif words[k] == "of" and words[k + 1] == "age":
            item.kind, item.end = "age", k + 2
        if item.kind == "age":
            item.phrase_end = item.end
            return
    if item.kind == "count" and amount.form in ("digits", "words") and amount.high < 125:
        before = words[amount.start - 1] if amount.start else ""
        if before in ("aged", "age", "ages") or (words[max(0, amount.start - 2) : amount.start] in (["age", "of"], ["aged", "between"], ["ages", "of"])):
            item.kind, amount.kind, amount.unit = "age", "age", "year"
        elif before == "," and words[j] == "," and s.raw[amount.start - 2][:1].isupper() and 1 <= amount.low == amount.high and amount.start > 1 and amount.form == "digits":
            item.kind, amount.kind, amount.unit = "age", "age", "year"


def _ratio(s: Sentence, item: _Found) -> None:
    """One in five, two out of three, 6.5 times earnings, 2x."""
    words, amount, j = s.words, item.amount, item.end
    if amount is None:
        return
    lex = lexicon()
    k = j + 1 if words[j] == "in" else j + 2 if words[j : j + 2] == ["out", "of"] else 0
    if k and words[k] == "every":
        k += 1
    if k and item.kind == "count" and (words[k][:1].isdecimal() or words[k] in lex.small or words[k] in lex.hundreds) and amount.form in ("digits", "words"):
        below = numeral_at(s, k)
        after_word = words[below.end] if below else ""
        if below and below.low > amount.low > 0 and below.form in ("digits", "words") and amount.low < 1000 and not (words[j] == "in" and (after_word in ("years", "days", "hours", "months", "weeks", "minutes", "seconds", "of", "games", "matches", "year", "-", "different", "states", "cities", "countries") or below.low >= 1500 or amount.low > 10)):
            item.kind = "ratio"
            amount.low = amount.high = amount.low / below.low
            amount.grain, amount.end, item.end, item.phrase_end = 0.0, below.end, below.end, below.end
            return
    if words[j] in ("x", "×") and s.ends[j - 1] == s.starts[j] and not words[j + 1][:1].isdecimal():
        item.kind, item.end, item.phrase_end = "ratio", j + 1, j + 1
    elif words[j] == "times" and (words[j + 1] in ("as", "more", "higher", "larger", "bigger", "greater", "the", "faster", "earnings", "its", "their", "book", "less", "lower", "that", "what", "longer", "better", "stronger") or words[j + 1] in ("revenue", "sales", "profit", "profits", "ebitda", "forward")):
        item.kind = "ratio"
        item.end = item.phrase_end = j + 1


def _count(s: Sentence, item: _Found) -> None:
    """The noun phrase counted."""
    amount = item.amount
    if amount is None:
        return
    j = item.end
    words = s.words
    hyphen = words[j] == "-" and s.glued(j) and s.ends[j - 1] == s.starts[j]
    if hyphen and words[j + 1].isalpha():
        one = noun_phrase(s, j + 1, one=True)
        if one:
            item.counted = NounPhrase(j + 1, j + 2, words[j + 1], False)
            item.phrase_end = j + 2
        return
    single = amount.low == amount.high == 1 and item.kind == "count"
    phrase = noun_phrase(s, j, one=single or item.kind == "ratio")
    if phrase:
        item.counted = phrase
        item.phrase_end = phrase.end


def _share(s: Sentence, found: list[_Found]) -> None:
    """Numbers of one list share what the last of them counts: "three, four and six people", "5 and 10 percent"."""
    for n in range(len(found) - 2, -1, -1):
        one, other = found[n], found[n + 1]
        if one.amount is None or other.amount is None or one.kind != "count" or one.counted is not None:
            continue
        between = s.words[one.end : other.phrase_start]
        if not between or len(between) > 3 or any(w not in (",", "and", "or", "to", "from") for w in between):
            continue
        if other.kind == "count" and other.counted:
            one.counted = other.counted
        elif other.kind in ("percent", "money", "measure", "duration") and one.amount.form in ("digits", "words") and other.amount.unit != "percentage_point":
            one.kind = one.amount.kind = other.kind
            one.amount.unit = other.amount.unit
