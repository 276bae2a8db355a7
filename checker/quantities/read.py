"""One sentence to its quantities: each number read, named, hedged and told what it counts."""

from __future__ import annotations

import re
from collections.abc import Iterator

from checker.language.dates import DateMention
from checker.quantities import changes, hedges
from checker.quantities.amount import Amount
from checker.quantities.amounts import measure
from checker.quantities.calendar import calendar_span
from checker.quantities.clock import score_end, time_end
from checker.quantities.concepts import Concepts
from checker.quantities.kinds import Draft, settle
from checker.quantities.lists import share
from checker.quantities.names import name_span
from checker.quantities.nouns import is_article, noun_phrase, wording
from checker.quantities.numerals import Numeral, Words, lexicon, numeral_at
from checker.quantities.ranges import with_far_end
from checker.quantities.scan import Sentence
from checker.quantities.vocabulary import unit_words
from checker.quantities.years import is_year, year_end
from checker.records import FieldName, Quantity

__all__ = ["read"]

_NO_ONE = frozenset(
    [
        "the",
        "this",
        "that",
        "which",
        "no",
        "any",
        "every",
        "each",
        "another",
        "some",
        "latter",
        "former",
        "right",
        "wrong",
        "good",
        "big",
        "new",
        "loved",
        "first",
        "last",
        "next",
    ]
)
_BEFORE_HALF = frozenset(("than", "by", "nearly", "almost", "about", "roughly", "over", "under", "exactly"))
_OWNERS = frozenset(("his", "her", "their", "my", "your", "our"))
_PARTS_OF_TENS = frozenset(("-", "early", "mid", "late", "low", "upper"))
_LINK = re.compile(r"(?:https?://|www\.)\S+")
_PLAIN = frozenset(("date", "time", "name", "score", "ordinal"))


def read(s: Sentence, field: FieldName, dates: list[DateMention]) -> Iterator[Quantity]:
    """The quantities of the sentence, in order; `dates` are those that begin in it."""
    drafts = list(_drafts(s, dates))
    share(s, drafts)
    concepts: Concepts | None = None
    for draft in drafts:
        if draft.kind not in _PLAIN:
            concepts = concepts or Concepts(s, drafts)
            draft.concept = concepts.of(draft)
        yield _record(s, draft, field)


def _drafts(s: Sentence, dates: list[DateMention]) -> Iterator[Draft]:
    lex = lexicon()
    starts, words = lex.starts, s.words
    link = _link_spans(s)
    next_date, done, date_end, count = 0, 0, 0, len(dates)
    for hit in s.hits:
        if hit < done:
            continue
        offset = s.starts[hit]
        while next_date < count and dates[next_date].end <= offset:
            next_date += 1
        if next_date < count and dates[next_date].start <= offset:
            draft = _date(s, hit, dates[next_date])
            yield draft
            done = date_end = draft.end
            continue
        word = words[hit]
        if not (word[:1].isdecimal() or word in starts or word[:1] == "."):
            continue
        if link and any(a <= offset < b for a, b in link):
            continue
        opening = _opening(words, hit, lex)
        found = _draft(s, opening, date_end)
        if found is not None:
            found.start = max(found.start, done)  # a sign between two numbers belongs to the first
            found.phrase_start = max(found.phrase_start, min(done, found.start))
            yield found
            done = max(hit + 1, found.end)
            if found.kind == "date":
                date_end = done


def _opening(words: list[str], i: int, lex: Words) -> int:
    """Where a number begins whose first number word is token `i`: "several hundred", "a couple of dozen"."""
    if i and (words[i] in lex.scales or words[i] in lex.hundreds):
        if words[i - 1] in lex.several:
            return i - 1
        if i > 1 and words[i - 1] == "of" and words[i - 2] in lex.several:
            return i - 2
    return i


def _date(s: Sentence, hit: int, mention: DateMention) -> Draft:
    first, last = hit, hit + 1
    while first and s.starts[first - 1] >= mention.start:
        first -= 1
    while last < s.size and s.starts[last] < mention.end:
        last += 1
    return Draft(first, last, "date")


def _link_spans(s: Sentence) -> list[tuple[int, int]]:
    """Web addresses, whose digits are no numbers."""
    words = s.words
    if "http" not in words and "https" not in words and "www" not in words:
        return []
    return [m.span() for m in _LINK.finditer(s.text, s.starts[0], s.ends[s.size - 1])]


def _draft(s: Sentence, i: int, date_end: int) -> Draft | None:
    end = year_end(s, i)
    if end:
        return Draft(i, end, "date")
    tens = _in_tens(s, i) if s.words[i + 1] == "s" else None
    if tens is not None:
        return tens
    span = calendar_span(s, i, date_end)
    if span:
        return Draft(span[0], span[1], "date")
    end = time_end(s, i)
    if end:
        return Draft(i, end, "time")
    end = score_end(s, i)
    if end:
        return Draft(i, end, "score")
    number = numeral_at(s, i)
    if number is None:
        return None
    if number.form == "fraction" and s.words[i] == "half":
        longer = _and_a_half(s, i)
        if longer is not None:
            return longer
    if number.form not in ("fraction", "vague"):
        span = name_span(s, number)
        if span:
            return _name(s, span[0], span[1], number)
    if number.form == "malformed":
        return Draft(i, number.end, "name")
    if number.form == "ordinal":
        return _ordinal(s, number)
    if not _is_number(s, number):
        return None
    if is_year(s, number, date_end > 0 and s.words[date_end:i] in ([], [","])):
        return Draft(i, number.end, "date")
    slip = _end_of_slip(s, number)
    if slip:
        return Draft(i, slip, "name")
    amount = with_far_end(s, measure(s, number))
    if amount.kind == "count" and s.words[i][0] == ".":
        return _name(s, i, amount.end, number)  # a calibre, a batting average
    return _finished(s, amount)


def _ordinal(s: Sentence, number: Numeral) -> Draft:
    """The fifth; between the fourth and the ninth."""
    words, amount = s.words, Amount(number, "ordinal", None)
    draft = Draft(number.start, number.end, "ordinal", amount)
    k = number.end + 1 + (words[number.end + 1] == "the")
    if words[number.end] == "and" and "between" in words[max(0, number.start - 2) : number.start]:
        far = numeral_at(s, k)
        if far is not None and far.form == "ordinal" and far.low > number.low:
            amount.high, amount.end, draft.bound = far.low, far.end, "range"
            draft.end = draft.phrase_end = far.end
    return draft


def _name(s: Sentence, start: int, end: int, number: Numeral) -> Draft:
    """A name, with the value of its number where it holds one number only."""
    draft = Draft(start, end, "name")
    rest = s.words[start : number.start] + s.words[number.end : end]
    if number.form != "malformed" and not any(word[:1].isdecimal() for word in rest):
        draft.number = number
    return draft


def _in_tens(s: Sentence, i: int) -> Draft | None:
    """In his 60s, in her early 20s, late 30s to mid-40s: an age; temperatures in the 70s."""
    words, k = s.words, i - 1
    if not _is_tens(s, i) or not i:
        return None
    while words[k] in _PARTS_OF_TENS:
        k -= 1
    of_person = words[k] in _OWNERS or (k < i - 1 and words[k] not in ("the", "in", "of"))
    if not of_person and not (words[k] == "the" and unit_words().weather.intersection(words)):
        return None
    low, end = float(words[i]), i + 2
    high = low + 9
    far = end + 1
    while words[end] in ("or", "to", "and") and words[far] in _PARTS_OF_TENS:
        far += 1
    if words[end] in ("or", "to", "and") and _is_tens(s, far) and float(words[far]) > low:
        high, end = float(words[far]) + 9, far + 2
    number = Numeral(i, end, low, high, 1.0, "digits")
    draft = Draft(i, end, "age", Amount(number, "age", "year"))
    if not of_person:
        draft.kind, draft.unit = "measure", "degree"
    draft.bound = "range"
    return draft


def _is_tens(s: Sentence, i: int) -> bool:
    """Whether "20s" or the like stands at token `i`."""
    word = s.words[i]
    return word.isdecimal() and len(word) == 2 and word[1] == "0" and s.words[i + 1] == "s" and s.glued(i)


def _and_a_half(s: Sentence, i: int) -> Draft | None:
    """An hour and a half: one and a half of the unit before."""
    words, units = s.words, unit_words()
    if i < 4 or words[i - 2 : i] != ["and", "a"] or words[i - 4] not in ("a", "an"):
        return None
    unit = units.names.get(words[i - 3])
    if unit is None:
        return None
    amount = Amount(
        Numeral(i - 3, i + 1, 1.5, 1.5, 0.0, "fraction"), "duration" if unit in units.time else "measure", unit
    )
    draft = Draft(i - 3, i + 1, amount.kind, amount)
    draft.bound, draft.phrase_start = hedges.before(s, i - 4)
    return draft


def _end_of_slip(s: Sentence, number: Numeral) -> int:
    """End of a numeral half in words and half in digits, "eighty five.5%"; 0 where the number is sound."""
    j = number.end
    if number.form != "words" or s.words[j] != "." or s.ends[j - 1] != s.starts[j] or not s.glued(j):
        return 0
    rest = s.words[j + 1]
    if not (rest[:1].isdecimal() or rest in lexicon().small):
        return 0
    tail = numeral_at(s, j + 1)
    end = tail.end if tail else j + 2
    return end + (s.words[end] == "%")


def _is_number(s: Sentence, number: Numeral) -> bool:
    """Whether a number word counts here: not "the one who", the first half, a bare "a quarter"."""
    words, i, j = s.words, number.start, number.end
    word = words[i]
    if j > i + 1:
        return True
    before = words[i - 1] if i else ""
    if word == "one":
        if (before in _NO_ONE and words[j] not in unit_words().longest) or words[j] in (
            "another",
            "by",
            "'s",
            "thing",
            "day",
            "point",
        ):
            return False
        if (
            words[j] in unit_words().longest
            or words[j] in ("of", "in", "out", "percent", "per", "to", "or", "%")
            or before in ("minus", "negative")
        ):
            return True
        return (words[j] == "-" and s.glued(j)) or noun_phrase(s, j, one=True) is not None
    if word == "half":
        after = words[j]
        if before == "a" and i > 1 and words[i - 2] == "and":
            return False  # "an hour and a half"
        if before == "a" and not after[:1].isalpha() and after != "-":
            return True
        if before in ("first", "second", "other", "last", "better", "opening", "closing"):
            return False
        if before in _BEFORE_HALF and not after[:1].isalpha() and after != "-":
            return True
        return after in (
            "of",
            "the",
            "its",
            "his",
            "their",
            "her",
            "our",
            "an",
            "a",
            "that",
            "all",
            "hour",
            "mile",
            "turn",
            "percent",
            "year",
            "day",
        ) or (after == "-" and words[j + 1] in ("hour", "mile", "percent"))
    if word == "quarter":
        return before == "a" and words[j] == "of" and words[j + 1] not in ("fiscal",)
    return True


def _finished(s: Sentence, amount: Amount) -> Draft:
    """The amount with its kind settled, its hedges, its change and what it counts."""
    draft = Draft(amount.start, amount.end, amount.kind, amount)
    settle(s, draft, amount)
    bound, start = hedges.before(s, draft.start)
    if start == draft.start and start and is_article(s.words[start - 1]):
        start -= 1
    draft.phrase_start = start
    if bound in ("exact", "about"):
        late, end = hedges.after(s, draft.end)
        if late == "exact" and draft.noun:
            late, end = hedges.after(s, draft.noun.end)
        if late != "exact" and draft.kind == "count" and draft.noun is None:
            draft.noun = noun_phrase(s, end)
            if draft.noun:
                draft.counted, end = draft.noun.head, draft.noun.end
        if late != "exact" and not (late == "about" and bound == "about"):
            bound, draft.phrase_end = late, max(draft.phrase_end, end)
    if amount.form == "vague" and bound in ("exact", "about"):
        bound = "vague"
    elif amount.low != amount.high and bound == "exact":
        bound = "range"
    draft.bound = bound
    if draft.kind != "age":
        found = changes.change_at(s, start, draft.phrase_end if draft.kind == "count" else draft.end, draft.kind)
        draft.change, draft.role = found.change, found.role
        if found.leans:
            draft.role = "by"
    return draft


def _record(s: Sentence, draft: Draft, field: FieldName) -> Quantity:
    a, b = s.starts[draft.start], s.ends[draft.end - 1]
    amount = draft.amount or draft.number
    low = high = grain = None
    if amount is not None:
        low, high, grain = float(amount.low), float(amount.high), float(amount.grain) or None
    return Quantity(
        field=field,
        start=a,
        end=b,
        figure=s.text[a:b],
        kind=draft.kind,
        low=low,
        high=high,
        bound=draft.bound,
        grain=grain,
        unit=draft.unit,
        change=draft.change,
        change_role=draft.role if draft.change != "none" else "none",
        counted=draft.counted,
        counted_phrase=wording(s, draft.noun) if draft.noun and draft.noun.head == draft.counted else None,
        concept=draft.concept,
        phrase=(s.starts[draft.phrase_start], max(b, s.ends[draft.phrase_end - 1])),
    )
