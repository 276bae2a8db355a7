"""Numbers that are part of a name: Boeing 737, Il-76, Article 5, Highway 61, Cold War 2.0, the 9500 block."""

from __future__ import annotations

from functools import cache

from checker.language.forms import plural
from checker.quantities.nouns import noun_phrase
from checker.quantities.numerals import Numeral, lexicon
from checker.quantities.scan import Sentence
from checker.quantities.vocabulary import unit_words
from checker.rulebook.tables import table

__all__ = ["name_span"]


class _Lists:
    def __init__(self) -> None:
        data = table("names")
        self.before = frozenset(data["before"]) | frozenset(plural(word) for word in data["before"] if len(word) > 2)
        self.fixed = frozenset(data["fixed"])
        self.parties = frozenset(data["parties"])
        self.streets = frozenset(data["streets"])
        self.always = frozenset(data["always"])
        self.ambiguous = frozenset(data["ambiguous"])
        self.ends = frozenset(data["ends"])
        self.stops = frozenset(table("words")["stops"])
        dates = table("dates")
        self.calendar = frozenset(dates["months"]) | frozenset(dates["weekdays"])


@cache
def _lists() -> _Lists:
    return _Lists()


def name_span(s: Sentence, number: Numeral) -> tuple[int, int] | None:
    """The tokens of the name that the number belongs to, or None."""
    i, j = number.start, number.end
    words, raw = s.words, s.raw
    lists = _lists()
    before = words[i - 1] if i else ""
    digits = words[i][:1].isdecimal()
    if not digits and before not in lists.before and before not in lists.ends and before not in ("-", "."):
        return None  # a word is seldom a name
    if words[j] in ("-", "–"):
        phone = _phone_end(s, i)
        if phone:
            return i, phone
    if words[i] == "24" and words[j : j + 2] == ["/", "7"]:
        return i, j + 2
    if words[i] in lists.always and not number.scaled:
        return i, j
    if before == "." and i > 1 and words[i - 2] in ("no", "nos", "nr", "art", "sec", "vol", "pt", "ch", "fig"):
        return i - 2, j
    if before in ("#", "№") or (before == "@" and digits):
        return i - 1, j
    if not before:
        return None
    if before == "-" and i > 1 and s.glued(i - 1) and s.ends[i - 2] == s.starts[i - 1]:
        return _hyphened(s, number)
    if digits and s.ends[i - 1] == s.starts[i] and before.isalpha():
        return _letters(s, number)
    if digits and words[j] and s.ends[j - 1] == s.starts[j] and raw[j].isalpha() and _is_code(s, number):
        return i, j + 1
    if before in lists.before:
        if _labelled(s, number, before):
            return i - 1, j
        return None
    return _proper(s, number)


def _phone_end(s: Sentence, i: int) -> int:
    """End of the telephone number that begins at token `i`: 555-0123, 214-555-TIPS; 0 where none does."""
    words = s.words
    lengths = [len(words[i])] if words[i].isdecimal() else []
    j = i + 1
    while lengths and words[j] in ("-", "–") and s.glued(j) and s.ends[j - 1] == s.starts[j]:
        if not (words[j + 1].isdecimal() or (s.raw[j + 1].isupper() and len(lengths) > 1)):
            break
        lengths.append(len(words[j + 1]))
        j += 2
    if len(lengths) < 2 or lengths[0] not in (1, 3) or (len(lengths) == 2 and lengths != [3, 4]):
        return 0
    return j if lengths[-2] == 3 or len(lengths) > 3 else 0


def _hyphened(s: Sentence, number: Numeral) -> tuple[int, int] | None:
    """Il-76, Rossiya-1, under-21, Covid-19; not 5-10 and not mid-20."""
    i = number.start
    word = s.words[i - 2]
    if (
        not word.isalpha()
        or word in ("sub", "mid", "pre", "non", "post", "minus")
        or word in lexicon().small
        or word in lexicon().scales
        or not s.words[i][:1].isdecimal()
    ):
        return None
    if word in ("under", "over", "u") and s.words[i + 1] not in ("year", "years"):
        return i - 2, number.end
    if s.raw[i - 2][0].isupper() or len(word) <= 3:
        return i - 2, number.end
    return None


def _letters(s: Sentence, number: Numeral) -> tuple[int, int] | None:
    """S23, G20, B52, iOS17: letters and digits in one word; a currency code is not such a word."""
    i = number.start
    before = s.words[i - 1]
    units = unit_words()
    if (before in units.codes and s.raw[i - 1].isupper()) or before in ("rs", "rm", "tk"):
        return None
    if s.words[i - 2] == "$" and s.glued(i - 2):
        return None
    if before in ("ps", "r") and (s.words[number.end] in lexicon().weak or "," in s.words[i] or number.scaled):
        return None
    return i - 1, number.end + (s.ends[number.end - 1] == s.starts[number.end] and s.words[number.end].isalpha())


def _is_code(s: Sentence, number: Numeral) -> bool:
    """777F after a name: a model; 5G, 4K, 3D."""
    i, j = number.start, number.end
    if s.raw[j] in ("G", "D", "K") and number.low < 10 and len(s.words[i]) == 1 and s.words[j] != "k":
        return True
    return s.raw[i - 1][:1].isupper() and s.raw[j].isupper() and len(s.raw[j]) == 1 and len(s.words[i]) == 3


def _labelled(s: Sentence, number: Numeral, before: str) -> bool:
    """Article 5, Room 12, Category 4: a label before a number, unless what follows is counted."""
    i, j = number.start, number.end
    words, raw = s.words, s.raw
    if number.scaled or number.form not in ("digits", "words", "malformed") or _unitish(s, j):
        return False
    follows = noun_phrase(s, j)
    ambiguous = before in _lists().ambiguous
    if ambiguous and i > 1 and raw[i - 1][0].isupper() and raw[i - 2][:1].isupper() and len(words[i]) == 4:
        return True  # "Companies Act 2006"
    if raw[i - 1][0].isupper() and (i > 1 or not (ambiguous or before.endswith("s"))):
        return not (ambiguous and follows and follows.is_plural)
    if ambiguous:
        return False
    if follows and follows.start == j and words[j] not in _lists().stops:
        return False
    if before.endswith("s") and i > 1:
        return words[i - 2] not in ("these", "those", "all", "only")
    return words[j] not in ("percent", "%", "per", "-")


def _proper(s: Sentence, number: Numeral) -> tuple[int, int] | None:
    """A capitalised word before digits: Boeing 737, Big 12, Marine Security Belt 2024, Cold War 2.0, S&P 500."""
    i, j = number.start, number.end
    words, raw, lists = s.words, s.raw, _lists()
    before = words[i - 1]
    if number.scaled or "," in words[i] or _unitish(s, j):
        return None
    if before in lists.ends and noun_phrase(s, j) is None and words[j] != "of":
        return i - 1, j  # the top 10, the bottom three
    if number.form not in ("digits", "malformed"):
        return None
    address = _address_end(s, number)
    if address:
        return i, address
    if (
        before == "("
        and words[j] == ")"
        and i > 1
        and raw[i - 2][:1].isupper()
        and len(words[i]) < 3
        and s.glued(i - 1)
    ):
        return i, j  # a shirt number, a place in a table
    if (
        before in lists.fixed
        or (i > 2 and f"{words[i - 2]} {before}" in lists.fixed)
        or (before == "p" and words[i - 2] == "&")
    ):
        return _start_of_name(s, i - 1), j
    phrase = noun_phrase(s, j)
    counted = phrase is not None and phrase.start == j
    if (
        raw[j][:1].isupper()
        and not counted
        and words[i].isdecimal()
        and len(words[i]) < 4
        and words[j] not in lists.calendar
        and words[j].isalpha()
        and (raw[i - 1][:1].isupper() or before in ("own", "new", "the", "a", "its"))
        and i
    ):
        return i, j + 1  # its own 787 Dreamliner
    if (
        not raw[i - 1][0].isupper()
        or before in lists.stops
        or before in lists.calendar
        or s.starts[i] - s.ends[i - 1] != 1
    ):
        return None
    if before in lists.parties and len(words[i]) < 4:
        return None  # "Labour 37, Greens 12": seats or shares
    if before in lexicon().small or (before in unit_words().codes and raw[i - 1].isupper()):
        return None
    if counted and raw[j][0].islower() and (len(words[i]) != 4 or "," in words[i]):
        return None
    return _start_of_name(s, i - 1), j


def _start_of_name(s: Sentence, start: int) -> int:
    while (
        start > 0
        and (s.raw[start - 1][:1].isupper() or s.words[start - 1] == "&")
        and s.words[start - 1] not in _lists().stops
    ):
        start -= 1
    return start


def _address_end(s: Sentence, number: Numeral) -> int:
    """End of 9500 block, 358 El Brillo Way, 9 E 71st St; 0 where no street follows."""
    words, raw, j = s.words, s.raw, number.end
    lists = _lists()
    if not words[number.start].isdecimal():
        return 0
    if words[j] in ("block", "blk"):
        return j + 1
    k = j
    while k < j + 6 and (raw[k][:1].isupper() or words[k][:1].isdecimal() or words[k] in ("th", "st", "nd", "rd", ".")):
        if words[k] in lists.streets and raw[k][:1].isupper() and k > j:
            return k + 1
        k += 1
    return j + 1 if words[j] in lists.streets and raw[j][:1].isupper() else 0


def _unitish(s: Sentence, j: int) -> bool:
    units = unit_words()
    word = s.words[j]
    if s.raw[j] in units.symbols and (
        s.ends[j - 1] == s.starts[j] or s.raw[j] not in units.glued or s.raw[j] in ("W", "V")
    ):
        return True
    return (
        word in ("%", "percent", "per", "pct", "-", "°", "percentage", "basis")
        or word in units.longest
        or word in units.currencies
        or word in units.signs
        or word in units.subunits
    )
