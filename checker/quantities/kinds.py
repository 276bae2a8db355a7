"""What a number is said of: an age, a ratio, a thing counted."""

from __future__ import annotations

from functools import cache

from checker.quantities.amount import Amount
from checker.quantities.nouns import NounPhrase, attributive, noun_phrase
from checker.quantities.numerals import Numeral, lexicon, numeral_at
from checker.quantities.scan import Sentence
from checker.quantities.vocabulary import unit_words
from checker.records import Bound, Change, ChangeRole, Kind
from checker.rulebook.tables import table

__all__ = ["OLDEST", "Draft", "settle"]

OLDEST = 125
"""No person is older; a larger bare number is no age."""
_BEYOND = frozenset(("over", "under", "above"))
_YEARS_SPAN = frozenset(
    (
        "years",
        "days",
        "hours",
        "months",
        "weeks",
        "minutes",
        "seconds",
        "decades",
        "games",
        "matches",
        "states",
        "cities",
        "countries",
        "of",
        "year",
        "-",
        "different",
        "other",
    )
)


class Draft:
    """A quantity in the making, between two tokens; `phrase_*` hold its hedges and its noun as well."""

    __slots__ = (
        "amount",
        "bound",
        "change",
        "concept",
        "counted",
        "end",
        "kind",
        "noun",
        "number",
        "phrase_end",
        "phrase_start",
        "role",
        "start",
        "unit",
    )

    def __init__(self, start: int, end: int, kind: Kind, amount: Amount | None = None) -> None:
        self.start, self.end, self.kind, self.amount = start, end, kind, amount
        self.phrase_start, self.phrase_end = start, end
        self.unit = amount.unit if amount else None
        self.bound: Bound = "exact"
        self.change: Change = "none"
        self.role: ChangeRole = "none"
        self.counted: str | None = None
        self.noun: NounPhrase | None = None
        self.number: Numeral | None = None
        """The only number of a name."""
        self.concept: tuple[str, ...] = ()


@cache
def _ratios() -> frozenset[str]:
    return frozenset(table("words")["after_times"])


def settle(s: Sentence, draft: Draft, amount: Amount) -> None:
    """Gives the draft its kind, its unit and what it counts."""
    if amount.form == "fraction" and amount.kind == "count" and abs(amount.low) < 1:
        draft.kind = "ratio"
    if draft.kind in ("duration", "count", "measure"):
        _age(s, draft, amount)
    if draft.kind in ("count", "ratio"):
        if not _ratio(s, draft, amount):
            _count(s, draft, amount)
    elif draft.kind == "measure" and s.words[draft.end] == "of":
        _substance(s, draft)
    elif draft.unit == "oil_barrel" and s.words[draft.end - 2] == "of":
        draft.counted = s.words[draft.end - 1]
    if draft.kind == "ratio":
        draft.unit = "dimensionless"
    elif draft.kind == "count":
        draft.unit = draft.unit or "count"


def _age(s: Sentence, draft: Draft, amount: Amount) -> None:
    """Five years old, 27-year-old, 3 years of age, aged 35, "Smith, 44, said"."""
    words, j = s.words, draft.end
    if draft.kind == "duration":
        k = j + (words[j] == "-")
        if words[k] in ("old", "olds"):
            k += 1
        elif words[k] == "of" and words[k + 1] == "age":
            k += 2
        elif "age" in words[max(0, draft.start - 3) : draft.start] and words[draft.start - 1] in ("of", "age"):
            k = j
        else:
            return
        draft.kind, draft.end, draft.phrase_end = "age", k, k
        return
    if (
        draft.kind != "count"
        or amount.form not in ("digits", "words")
        or amount.high >= OLDEST
        or j != amount.number_end
        or not draft.start
    ):
        return
    i = draft.start
    before = words[i - 1]
    if (
        before in ("aged", "age", "ages")
        or (before == "from" and i > 2 and words[i - 3] in ("age", "ages", "aged"))
        or (
            i > 1
            and words[i - 2] in ("age", "ages", "aged")
            and before in ("of", "between", "from", "under", "over", "is", "about", "range", "ranging")
        )
        or (
            before == ","
            and _follows_person(s, i, j)
            and amount.form == "digits"
            and amount.low == amount.high >= 1
            and amount.grain == 1
        )
        or (
            words[j] in ("and", "or")
            and (words[j + 1] in ("older", "younger") or (words[j + 1] in _BEYOND and _tells_of_ages(words)))
            and noun_phrase(s, j + 2) is None
        )
    ):
        draft.kind, draft.unit = "age", "year"


def _tells_of_ages(words: list[str]) -> bool:
    """Whether the sentence names ages, or people by them, so that "65 and over" is no mere number."""
    return not _of_age().isdisjoint(words)


@cache
def _of_age() -> frozenset[str]:
    return frozenset(table("words")["of_age"])


def _follows_person(s: Sentence, i: int, j: int) -> bool:
    """Whether the number between commas at token `i` follows a name or a person: "Smith, 44, said"."""
    words, raw = s.words, s.raw
    if i < 2 or words[j] not in (",", ".", ";", ")", "", "of", "and", "was", "is"):
        return False
    if words[i - 2] in _persons() or (words[i - 2] == "." and words[i - 3] in _persons()):
        return True
    named = raw[i - 2][:1].isupper() and raw[i - 2].isalpha()
    return named and (words[j] in (",", "of") or raw[i - 3][:1].isupper())


@cache
def _persons() -> frozenset[str]:
    return frozenset(table("words")["aged"])


def _ratio(s: Sentence, draft: Draft, amount: Amount) -> bool:
    """One in five, two out of three, 6.5 times earnings, 2x."""
    words, j = s.words, draft.end
    lex = lexicon()
    k = j + 1 if words[j] == "in" else j + 2 if words[j] == "out" and words[j + 1] == "of" else 0
    if k and words[k] == "every":
        k += 1
    if k and words[k] == "a" and words[k + 1] in lex.scales | lex.hundreds and amount.low == 1:
        k += 1  # one in a million
    known = words[k][:1].isdecimal() or words[k] in lex.small or words[k] in lex.hundreds or words[k] in lex.scales
    if k and known and draft.kind == "count" and amount.form in ("digits", "words") and amount.low == amount.high:
        below = numeral_at(s, k)
        if (
            below
            and below.low > amount.low > 0
            and below.form in ("digits", "words")
            and _is_share(s, amount, below.low, below.end, words[j] == "out")
        ):
            draft.kind = "ratio"
            amount.low = amount.high = amount.low / below.low
            amount.grain = 0.0
            amount.end = draft.end = draft.phrase_end = below.end
            _count(s, draft, amount)
            return True
    if words[j] in ("x", "×") and s.ends[j - 1] == s.starts[j] and not words[j + 1][:1].isdecimal():
        draft.kind = "ratio"
        draft.end = draft.phrase_end = j + 1
        return True
    if words[j] == "times" and words[j + 1] in _ratios():
        draft.kind = "ratio"
        draft.end = draft.phrase_end = j + 1
        return True
    return False


def _is_share(s: Sentence, amount: Amount, below: float, end: int, out_of: bool) -> bool:
    if out_of:
        return True
    after = s.words[end]
    written = below < 1500 or (amount.low == 1 and ("," in s.words[end - 1] or s.words[end - 1] in lexicon().scales))
    return after not in _YEARS_SPAN and amount.low <= 10 and written and after not in unit_words().longest


def _count(s: Sentence, draft: Draft, amount: Amount) -> None:
    """The noun phrase counted, and a rate of time behind it."""
    words, j = s.words, draft.end
    if words[j] == "-" and s.glued(j) and s.ends[j - 1] == s.starts[j] and s.raw[j + 1].isalpha():
        if words[j + 1] not in ("to", "and", "or", "ish"):
            draft.counted, draft.phrase_end = words[j + 1], j + 2
            draft.noun = NounPhrase(j + 1, j + 2, words[j + 1], False)
        return
    if words[j] in ("who", "whom", "whose"):
        draft.counted = "person"
        return
    single = amount.low == amount.high == 1 and draft.kind == "count"
    phrase = noun_phrase(s, j, one=single or draft.kind == "ratio")
    if phrase is None and "magnitude" in words[max(0, draft.start - 2) : draft.start]:
        draft.counted = "magnitude"
    if phrase is None and words[j] in attributive() and s.raw[j + 1].isalpha():
        phrase = NounPhrase(j, j + 1, words[j], False)
    end = j
    if phrase:
        draft.noun, draft.counted = phrase, phrase.head
        draft.phrase_end = end = phrase.end
    if draft.kind == "count":
        _per_time(s, draft, end)


def _per_time(s: Sentence, draft: Draft, j: int) -> None:
    """20 per week, 52,000 times a minute."""
    words, units = s.words, unit_words()
    if words[j] not in ("per", "a", "an", "every") or (words[j] == "every" and draft.counted is None):
        return
    unit = units.names.get(words[j + 1])
    if unit in units.time and words[j + 2] not in ("ago", "earlier", "later", "before", "after", "old"):
        draft.unit = f"count / {unit}"


def _substance(s: Sentence, draft: Draft) -> None:
    """70 kg of gold."""
    k = draft.end + 1
    if s.words[k].isalpha():
        phrase = noun_phrase(s, k, one=True)
        if phrase and phrase.start == k:
            draft.noun, draft.counted = phrase, phrase.head
            draft.phrase_end = phrase.end
