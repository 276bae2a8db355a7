"""One sentence to its quantities: each number read, named, hedged and told what it counts."""

from __future__ import annotations

from collections.abc import Iterator

from checker.language.dates import DateMention
from checker.quantities import changes, hedges
from checker.quantities.amounts import Amount, measure
from checker.quantities.clock import score_end, time_end
from checker.quantities.concepts import Concepts
from checker.quantities.kinds import Draft, settle
from checker.quantities.lists import share
from checker.quantities.names import name_span
from checker.quantities.nouns import is_article, noun_phrase
from checker.quantities.numerals import Numeral, lexicon, numeral_at
from checker.quantities.ranges import with_far_end
from checker.quantities.scan import Sentence
from checker.records import FieldName, Quantity

__all__ = ["read"]

_NO_ONE = frozenset(("the", "this", "that", "which", "no", "any", "every", "each", "another", "some", "latter", "former", "right", "wrong", "good", "big", "new", "loved", "only", "first", "last", "next"))
_PLAIN = frozenset(("date", "time", "name", "score", "ordinal"))


def read(s: Sentence, field: FieldName, dates: list[DateMention]) -> Iterator[Quantity]:
    """The quantities of the sentence, in order; `dates` are those that begin in it."""
    drafts = list(_drafts(s, dates))
    share(s, drafts)
    concepts = Concepts(s)
    for draft in drafts:
        if draft.kind not in _PLAIN:
            draft.concept = concepts.of(draft)
        yield _record(s, draft, field)


def _drafts(s: Sentence, dates: list[DateMention]) -> Iterator[Draft]:
    lex = lexicon()
    starts, several, words = lex.starts, lex.several, s.words
    next_date, i, size = 0, 0, s.size
    while i < size:
        word = words[i]
        if next_date < len(dates) and s.starts[i] >= dates[next_date].start:
            mention = dates[next_date]
            next_date += 1
            last = i
            while last + 1 < size and s.starts[last + 1] < mention.end:
                last += 1
            if any(w[:1].isdecimal() or w in starts for w in words[i : last + 1]):
                yield Draft(i, last + 1, "date")
            i = last + 1
            continue
        first = word[0]
        if first.isdecimal() or word in starts or word in several or (first == "." and len(word) > 1):
            draft = _draft(s, i)
            if draft is not None:
                yield draft
                i = max(i + 1, draft.end)
                continue
        elif word in ("http", "https", "www"):
            i = _end_of_link(s, i)
            continue
        i += 1


def _end_of_link(s: Sentence, i: int) -> int:
    """The first token behind a web address: one address has no blanks."""
    i += 1
    while i < s.size and s.starts[i] == s.ends[i - 1]:
        i += 1
    return i


def _draft(s: Sentence, i: int) -> Draft | None:
    end = time_end(s, i)
    if end:
        return Draft(i, end, "time")
    end = score_end(s, i)
    if end:
        return Draft(i, end, "score")
    number = numeral_at(s, i)
    if number is None:
        return None
    if number.form not in ("fraction", "vague"):
        span = name_span(s, number)
        if span:
            return Draft(span[0], span[1], "name")
    if number.form == "malformed":
        return Draft(i, number.end, "name")
    if number.form == "ordinal":
        return Draft(i, number.end, "ordinal", Amount(number, "ordinal", None))
    if not _is_number(s, number):
        return None
    return _finished(s, with_far_end(s, measure(s, number)))


def _is_number(s: Sentence, number: Numeral) -> bool:
    """Whether a number word counts here: not "the one who", the first half, a bare "a quarter"."""
    words, i, j = s.words, number.start, number.end
    word = words[i]
    if j > i + 1:
        return True
    before = words[i - 1] if i else ""
    if word == "one":
        if before in _NO_ONE or words[j] in ("another", "by", "'s", "thing", "day", "point"):
            return False
        if words[j] in ("of", "in", "out", "percent", "per", "to", "or", "%") or before in ("minus", "negative"):
            return True
        return (words[j] == "-" and s.glued(j)) or noun_phrase(s, j, one=True) is not None
    if word == "half":
        after = words[j]
        if before in ("first", "second", "other", "last", "better", "opening", "closing"):
            return False
        return after in ("of", "the", "its", "his", "their", "her", "our", "an", "a", "that", "all", "hour", "mile", "turn", "percent", "year", "day") or (after == "-" and words[j + 1] in ("hour", "mile", "percent"))
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
    if bound == "exact":
        late, end = hedges.after(s, draft.end)
        if late == "exact" and draft.noun:
            late, end = hedges.after(s, draft.noun.end)
        if late != "exact":
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
    amount = draft.amount
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
        concept=draft.concept,
        phrase=(s.starts[draft.phrase_start], max(b, s.ends[draft.phrase_end - 1])),
    )
