"""Numbers in digits and in words, as they stand: no unit, no hedge, no context."""

from __future__ import annotations

import re
from functools import cache
from typing import Literal

from checker.quantities.scan import Sentence
from checker.rulebook.tables import table

__all__ = ["Numeral", "Words", "lexicon", "numeral_at", "read_digits"]

Form = Literal["digits", "words", "vague", "fraction", "ordinal", "malformed"]
_THOUSANDS = re.compile(r"\d{1,3}(?:,\d{3})+(?:\.\d+)?")
_PLAIN = re.compile(r"\d*\.?\d+")
_SCIENTIFIC = re.compile(r"\d+(?:\.\d+)?[eE][+-]?\d{1,2}")
_INDIAN = re.compile(r"\d{1,2}(?:,\d{2})+,\d{3}(?:\.\d+)?")
_COMMA_DECIMAL = re.compile(r"\d+,\d{1,2}")
_EUROPEAN = re.compile(r"\d{1,3}(?:\.\d{3})+,\d+|\d{1,3}(?:\.\d{3}){2,}")


class Numeral:
    """A number between two tokens.  `grain` is the step of its last digit; `end` is the first token after it."""

    __slots__ = ("end", "form", "grain", "high", "low", "scaled", "start")

    def __init__(
        self, start: int, end: int, low: float, high: float, grain: float, form: Form, scaled: bool = False
    ) -> None:
        self.start, self.end = start, end
        self.low, self.high, self.grain = low, high, grain
        self.form: Form = form
        self.scaled = scaled
        """A word or letter of scale (million, bn) is part of it."""


class Words:
    """The number words by what they do in a number."""

    def __init__(self) -> None:
        data = table("numbers")
        self.ones: dict[str, float] = data["ones"]
        self.teens: dict[str, float] = data["teens"]
        self.tens: dict[str, float] = data["tens"]
        self.hundreds: dict[str, float] = data["hundreds"]
        self.scales: dict[str, float] = data["scales"]
        self.suffixes: dict[str, float] = data["suffixes"]
        self.weak = frozenset(data["weak"])
        self.ordinals: dict[str, float] = data["ordinals"]
        self.parts: dict[str, float] = data["parts"]
        self.vulgar: dict[str, float] = data["vulgar"]
        self.vague: dict[str, list[float]] = data["vague"]
        self.vague_many: dict[str, list[float]] = data["vague_many"]
        self.several: dict[str, list[float]] = data["several"]
        self.negative = frozenset(data["negative"])
        self.points = frozenset(data["points"])
        self.small = self.ones | self.teens | self.tens
        self.denominators = self.ordinals | {w + "s": v for w, v in self.ordinals.items()} | self.parts
        self.starts = frozenset(
            [*self.small, *self.hundreds, *self.scales, *self.vague, *self.vague_many, *self.ordinals, *self.parts]
            + list(self.vulgar)
        )


@cache
def lexicon() -> Words:
    """The number words of English."""
    return Words()


def read_digits(text: str) -> tuple[float, float] | None:
    """Value and grain of a numeral in digits; None where its commas and points make no number.

    >>> read_digits("1,234.5")
    (1234.5, 0.1)
    """
    if _SCIENTIFIC.fullmatch(text):
        return float(text), 0.0
    if _PLAIN.fullmatch(text) or _THOUSANDS.fullmatch(text) or _INDIAN.fullmatch(text):
        plain = text.replace(",", "")
    elif _COMMA_DECIMAL.fullmatch(text):
        plain = text.replace(",", ".")
    elif _EUROPEAN.fullmatch(text):
        plain = text.replace(".", "").replace(",", ".")
    else:
        return None
    point = plain.find(".")
    return float(plain), 1.0 if point < 0 else 10.0 ** (point + 1 - len(plain))


def numeral_at(s: Sentence, i: int) -> Numeral | None:
    """The longest number that begins at token `i`."""
    lex = lexicon()
    word = s.words[i]
    number = _digits(s, i) if word[:1].isdecimal() or word[:1] == "." else _worded(s, i, word, lex)
    if number is not None and s.words[number.end] == "over":
        return _over(s, number, lex)
    return number


def _over(s: Sentence, number: Numeral, lex: Words) -> Numeral:
    """One over twenty: a fraction read aloud, where nothing counted follows."""
    k = number.end + 1
    if number.form in ("digits", "words") and (s.words[k][:1].isdecimal() or s.words[k] in lex.small):
        below = _digits(s, k) if s.words[k][:1].isdecimal() else _spelled(s, k, lex)
        if (
            below
            and below.form in ("digits", "words")
            and below.low > 1
            and not s.words[below.end][:1].isalnum()
            and s.words[below.end] not in ("%", "-", "$")
        ):
            share = number.low / below.low
            return Numeral(number.start, below.end, share, share, 0.0, "fraction")
    return number


def _worded(s: Sentence, i: int, word: str, lex: Words) -> Numeral | None:
    if word in lex.vulgar:
        return Numeral(i, i + 1, lex.vulgar[word], lex.vulgar[word], 0.0, "fraction")
    if word in lex.vague_many and word not in lex.small:
        return _vague(s, i, lex)
    if word in lex.several:
        return _several(s, i, lex)
    return _spelled(s, i, lex)


def _digits(s: Sentence, i: int) -> Numeral | None:
    lex = lexicon()
    read = read_digits(s.words[i])
    if read is None:
        return Numeral(i, i + 1, 0.0, 0.0, 1.0, "malformed")
    value, grain = read
    end = i + 1
    if s.words[i].isdecimal() and len(s.words[i]) <= 3:
        end = _spaced_groups(s, i)
        if end > i + 1:
            tail = s.words[end - 1]
            value = float("".join(s.words[i:end]))
            grain = 10.0 ** (tail.find(".") + 1 - len(tail)) if "." in tail else 1.0
    if s.ends[end - 1] == s.starts[end] and s.words[end] in ("st", "nd", "rd", "th") and grain == 1.0:
        return Numeral(i, end + 1, value, value, 1.0, "ordinal")
    if s.words[end] == "^" and s.glued(end):
        return _power(s, i, end, value)
    if s.words[end] in ("x", "×") and s.words[end + 1] == "10" and s.words[end + 2] == "^":
        power = _power(s, end + 1, end + 2, 10.0)
        return Numeral(i, power.end, value * power.low, value * power.low, 0.0, power.form)
    fraction = _written_fraction(s, i, end, value)
    if fraction:
        return _scaled(s, fraction, lex)
    return _scaled(s, Numeral(i, end, value, value, grain, "digits"), lex)


def _power(s: Sentence, i: int, end: int, value: float) -> Numeral:
    """2^10, 2.5^-1."""
    k, sign = end + 1, 1
    while s.words[k] in ("-", "+", "−"):
        sign = -sign if s.words[k] != "+" else sign
        k += 1
    if not s.words[k].isdecimal() or len(s.words[k]) > 3:
        return Numeral(i, end, value, value, 1.0, "digits")
    try:
        raised = value ** (sign * int(s.words[k]))
    except (OverflowError, ZeroDivisionError):
        return Numeral(i, k + 1, 0.0, 0.0, 1.0, "malformed")
    return Numeral(i, k + 1, raised, raised, 0.0, "digits")


def _spaced_groups(s: Sentence, i: int) -> int:
    """End of a number whose thousands are set apart by single blanks: 1 234 567.89."""
    j = i + 1
    while len(s.words[j].partition(".")[0]) == 3 and s.words[j][0].isdecimal() and "," not in s.words[j]:
        if s.starts[j] - s.ends[j - 1] != 1 or s.words[j].count(".") > 1:
            break
        j += 1
        if "." in s.words[j - 1]:
            break
    return j


def _written_fraction(s: Sentence, i: int, end: int, value: float) -> Numeral | None:
    """1/2, 2 1/2, 2½, 2-1/2."""
    lex = lexicon()
    words = s.words
    if words[end] in lex.vulgar:
        part = lex.vulgar[words[end]]
        return Numeral(i, end + 1, value + part, value + part, 0.0, "fraction")
    if words[end] == "/" and s.ends[end - 1] == s.starts[end] == s.ends[end] - 1 and s.glued(end):
        below = words[end + 1]
        if below.isdecimal() and 1 < int(below) <= 100 and value < int(below) and words[end + 2] != "/":
            return Numeral(i, end + 2, value / int(below), value / int(below), 0.0, "fraction")
        return None
    j = end + (words[end] == "-" and s.ends[end - 1] == s.starts[end])
    if words[j].isdecimal() and words[j + 1] == "/" and words[j + 2].isdecimal() and s.glued(j) and s.glued(j + 1):
        above, below_value = int(words[j]), int(words[j + 2])
        if 0 < above < below_value <= 64 and value == int(value) and words[j + 3] != "/":
            whole = value + above / below_value
            return Numeral(i, j + 3, whole, whole, 0.0, "fraction")
    return None


def _scaled(s: Sentence, number: Numeral, lex: Words) -> Numeral:
    """The number with the words or the letter of scale after it: 3.5 million, 3.5-million, 2 hundred thousand, 5bn."""
    words = s.words
    j = number.end
    if words[j] == "and" and words[j + 1] in ("a", "one") and words[j + 2] in ("half", "quarter"):
        part = 1 / lex.parts[words[j + 2]]
        number = Numeral(number.start, j + 3, number.low + part, number.high + part, 0.0, "fraction")
        j = number.end
    suffix = lex.suffixes.get(words[j]) if s.ends[j - 1] == s.starts[j] else None
    if suffix and words[j] not in lex.weak:
        return Numeral(
            number.start, j + 1, number.low * suffix, number.high * suffix, number.grain * suffix, number.form, True
        )
    if number.form == "digits" or number.form == "fraction":
        k = j + (words[j] == "-" and s.glued(j))
        if words[k] in lex.scales or words[k] in lex.hundreds:
            factor, end = 1.0, k
            while words[end] in lex.scales or words[end] in lex.hundreds:
                factor *= lex.scales.get(words[end]) or lex.hundreds[words[end]]
                end += 1
            done = Numeral(
                number.start, end, number.low * factor, number.high * factor, number.grain * factor, number.form, True
            )
            return _remainder(s, done, factor, lex)
    return number


def _remainder(s: Sentence, number: Numeral, factor: float, lex: Words) -> Numeral:
    """What follows a scale: "3 hundred and one", "2 million 300 thousand", "3 million and a half"."""
    j = number.end
    joined = s.words[j] == "and"
    if joined and s.words[j + 1] in ("a", "one") and s.words[j + 2] == "half" and s.words[j + 3] not in lex.scales:
        value = number.low + factor / 2
        return Numeral(number.start, j + 3, value, value, 0.0, "fraction", True)
    k = j + joined
    if joined and not (s.words[k] in lex.small or (factor <= 100 and s.words[k].isdecimal())):
        return number
    if (
        s.words[k] in lex.small
        or (s.words[k][:1].isdecimal() and s.words[k + 1] in lex.scales | lex.hundreds)
        or (joined and s.words[k].isdecimal())
    ):
        rest = numeral_at(s, k)
        if rest and rest.form in ("digits", "words") and 0 < rest.high < factor and rest.low == rest.high:
            value = number.low + rest.low
            return Numeral(number.start, rest.end, value, value, rest.grain, "words", True)
    return number


def _vague(s: Sentence, i: int, lex: Words) -> Numeral | None:
    """Dozens, hundreds; "tens of thousands", "hundreds of millions"."""
    words = s.words
    low, high = lex.vague_many[words[i]]
    end = i + 1
    while words[end] in ("of", "and") and words[end + 1] in lex.vague_many and words[end + 1] not in ("scores", "tens"):
        if words[end] == "of":
            factor = lex.scales.get(words[end + 1][:-1]) or lex.hundreds.get(words[end + 1][:-1], 12)
            low, high = low * factor, high * factor
        end += 2
    if end == i + 1 and words[i] not in lex.vague:
        return None
    if words[i] == "scores" and words[i + 1] != "of":
        return None
    return Numeral(i, end, low, high, low, "vague")


def _several(s: Sentence, i: int, lex: Words) -> Numeral | None:
    """Several hundred, a few thousand, a couple of dozen; alone such a word is no number."""
    words = s.words
    j = i + 1 + (words[i + 1] == "of")
    factor, end = 1.0, j
    while words[end] in lex.scales or words[end] in lex.hundreds:
        factor *= lex.scales.get(words[end]) or lex.hundreds[words[end]]
        end += 1
    if end == j:
        return None
    low, high = lex.several[words[i]]
    return Numeral(i, end, low * factor, high * factor, factor, "vague")


def _spelled(s: Sentence, i: int, lex: Words) -> Numeral | None:
    """A number in words: "one hundred and sixteen", "two-thirds", "twenty-first", "half a million", "minus five"."""
    words = s.words
    word = words[i]
    if word in lex.parts:
        return _leading_part(s, i, lex)
    if word in lex.ordinals:
        if i and words[i - 1] in ("a", "an") and word not in ("first", "second") and _is_share(words[i + 1]):
            return _of_scale(s, Numeral(i, i + 1, 1 / lex.ordinals[word], 1 / lex.ordinals[word], 0.0, "fraction"), lex)
        return Numeral(i, i + 1, lex.ordinals[word], lex.ordinals[word], 1.0, "ordinal")
    total, group, last, step, scaled = 0.0, None, "", 1.0, False
    biggest = float("inf")
    j = i
    while True:
        w = words[j]
        if w in lex.ones:
            if last not in ("", "tens", "hundred", "scale", "and") or (last == "tens" and w in ("zero", "nought")):
                break
            group, last, step = (group or 0.0) + lex.ones[w], "ones", 1.0
        elif w in lex.teens or w in lex.tens:
            if j > i and w in lex.tens and last != "and" and _compound_denominator(words, j, lex):
                break
            if last not in ("", "hundred", "scale", "and"):
                break
            group = (group or 0.0) + (lex.teens.get(w) or lex.tens[w])
            last, step = ("tens" if w in lex.tens else "teens"), 1.0
        elif w in lex.hundreds or (w[:-1] in lex.hundreds and j > i and w[-1] == "s"):
            w = w if w in lex.hundreds else w[:-1]
            if last not in ("", "ones", "teens", "tens") or (group or 0) >= 100:
                break
            group, last, step, scaled = (
                (1.0 if group is None else group) * lex.hundreds[w],
                "hundred",
                lex.hundreds[w],
                True,
            )
        elif w in lex.scales:
            scale = lex.scales[w]
            if (group is None and last not in ("", "scale")) or scale >= biggest:
                if last == "scale" and group is None and total and scale >= 1000:
                    total, step = total * scale, step * scale
                    j += 1
                    continue
                break
            if group is None and last == "scale":
                break
            total += (1.0 if group is None else group) * scale
            group, last, step, biggest, scaled = None, "scale", scale, scale, True
        elif w == "-" and last in ("tens", "ones", "teens", "hundred") and j > i:
            after = words[j + 1]
            if not (
                (last == "tens" and after in lex.ones)
                or after in lex.scales
                or after in lex.hundreds
                or (after in lex.denominators and after not in ("second", "seconds"))
            ):
                break
            j += 1
            if after in lex.denominators:
                break
            continue
        elif (
            w == "and" and last in ("hundred", "scale") and words[j + 1] in lex.small and words[j + 2] not in lex.parts
        ):
            if (
                words[j + 1] in lex.ones
                and words[j + 2] in lex.denominators
                and words[j + 2] not in ("second", "seconds", "first")
            ):
                break
            last = "and"
        else:
            break
        j += 1
    if j == i:
        return None
    while words[j - 1] in ("and", "-"):
        j -= 1
    value = total + (group or 0.0)
    number = Numeral(i, j, value, value, step, "words", scaled)
    return _closed(s, number, last, lex)


def _is_share(after: str) -> bool:
    """Whether "a third" before this word is a fraction and no third of a row."""
    return after in (
        "of",
        "less",
        "more",
        "fewer",
        "higher",
        "lower",
        "to",
        "since",
        "from",
        "between",
        "by",
        "off",
    ) or not (after[:1].isalpha() or after == "-")


def _compound_denominator(words: list[str], j: int, lex: Words) -> bool:
    """Whether "twenty-firsts" stands at token `j`."""
    part = words[j + 1 + (words[j + 1] == "-")]
    return part.endswith("s") and part[:-1] in lex.ordinals and lex.ordinals[part[:-1]] < 10


def _closed(s: Sentence, number: Numeral, last: str, lex: Words) -> Numeral:
    """The spelled number with its fraction, its decimals or its ordinal ending."""
    words = s.words
    j = number.end
    value = number.low
    if words[j] in lex.tens and _compound_denominator(words, j, lex):
        k = j + 1 + (words[j + 1] == "-")
        share = value / (lex.tens[words[j]] + lex.denominators[words[k]])
        return Numeral(number.start, k + 1, share, share, 0.0, "fraction")
    hyphen = words[j] == "-" and words[j + 1] in lex.denominators
    k = j + hyphen
    w = words[k]
    if w in lex.points and (words[k + 1] in lex.small):
        return _decimals(s, number, k + 1, lex)
    if (w in lex.ordinals and w not in ("second",)) or (w == "second" and last == "tens" and hyphen):
        below = lex.ordinals[w]
        if last == "tens" and below < 10:
            if number.start and words[number.start - 1] == "a" and _is_share(words[k + 1]):
                share = 1 / (value + below)
                return Numeral(number.start, k + 1, share, share, 0.0, "fraction")
            return Numeral(number.start, k + 1, value + below, value + below, 1.0, "ordinal")
        if last in ("hundred", "scale", "and") and below < 100:
            return Numeral(number.start, k + 1, value + below, value + below, 1.0, "ordinal")
        if below >= 100 and value > 1:
            return Numeral(number.start, k + 1, value * below, value * below, 1.0, "ordinal")
        if value == 1 and below > 2:
            return Numeral(number.start, k + 1, 1 / below, 1 / below, 0.0, "fraction")
        return number
    if w.endswith("s") and lex.ordinals.get(w[:-1], 0) >= 100 and "and" in words[number.start : j] and value >= 100:
        whole = value - value % 100
        mixed = whole + value % 100 / lex.ordinals[w[:-1]]
        return Numeral(number.start, k + 1, mixed, mixed, 0.0, "fraction")
    if w in lex.denominators and w not in ("second", "seconds") and (w not in ("half", "quarter") or value == 1):
        below = lex.denominators[w]
        if value and (hyphen or w not in ("quarters", "halves") or value <= 3 or number.form == "words"):
            share = value / below
            done = Numeral(number.start, k + 1, share, share, 0.0, "fraction")
            return _of_scale(s, done, lex)
    return _and_part(s, number, lex)


def _and_part(s: Sentence, number: Numeral, lex: Words) -> Numeral:
    """Two and a half, two-and-a-half million, two million and one half, twenty and three fifths."""
    spots = [k for k in range(number.end, number.end + 6) if s.words[k] != "-"][:3]
    joint, above_word, part = (s.words[k] for k in (*spots, *([-1] * (3 - len(spots)))))
    if joint != "and":
        return number
    above = 1.0 if above_word in ("a", "an", "one") else lex.ones.get(above_word, 0.0)
    if not above or part not in lex.denominators or part in ("second", "seconds", "first"):
        return number
    if above == 1 and part not in lex.parts and s.words[spots[2] + 1].isalpha():
        return number  # "two women and a third man"
    share, end = above / lex.denominators[part], spots[2] + 1
    scale = lex.scales.get(s.words[end])
    if scale and number.scaled:
        value = number.low + share * scale
        return Numeral(number.start, end + 1, value, value, 0.0, "fraction", True)
    before = s.words[number.end - 1]
    value = number.low + share * (lex.scales.get(before, 1.0) if part in lex.parts else 1.0)
    return _of_scale(s, Numeral(number.start, end, value, value, 0.0, "fraction", number.scaled), lex)


def _of_scale(s: Sentence, number: Numeral, lex: Words) -> Numeral:
    """A fraction of a scale: "two and a half million", "three quarters of a million", "a quarter million"."""
    j = number.end
    j += s.words[j] == "-" and s.words[j + 1] in lex.scales
    if s.words[j] == "of" and s.words[j + 1] in ("a", "one") and s.words[j + 2] in lex.scales:
        j += 2
    elif s.words[j] in ("a", "an") and (s.words[j + 1] in lex.scales or s.words[j + 1] in lex.hundreds):
        j += 1
    factor = lex.scales.get(s.words[j]) or lex.hundreds.get(s.words[j])
    if not factor:
        return number
    return Numeral(
        number.start, j + 1, number.low * factor, number.high * factor, number.grain * factor, "fraction", True
    )


def _leading_part(s: Sentence, i: int, lex: Words) -> Numeral | None:
    """Half, a quarter, "half a million", "half-million"."""
    word = s.words[i]
    if word in ("quarters", "halves"):
        return None
    share = 1 / lex.parts[word]
    return _of_scale(s, Numeral(i, i + 1, share, share, 0.0, "fraction"), lex)


def _decimals(s: Sentence, number: Numeral, j: int, lex: Words) -> Numeral:
    """Five point two five; nought point eleven."""
    digits = ""
    while s.words[j] in lex.ones:
        digits += str(int(lex.ones[s.words[j]]))
        j += 1
    if not digits:
        digits = str(int(lex.small[s.words[j]]))
        j += 1
    value = number.low + int(digits) / 10 ** len(digits)
    done = Numeral(number.start, j, value, value, 10.0 ** -len(digits), "digits")
    return _scaled(s, done, lex)
