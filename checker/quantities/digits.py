"""Numbers in digits: 1,234,567 · 12,34,567 · 1 234 567 · 2½ · 3/4 · 1.3e6 · 2^10."""

from __future__ import annotations

import re

from checker.quantities.numeral import Numeral, lexicon
from checker.quantities.scan import Sentence

__all__ = ["digits", "read_digits"]

_ENDINGS = frozenset(("th", "ths", "rd", "rds", "nd", "nds"))
_THOUSANDS = re.compile(r"\d{1,3}(?:,\d{3})+(?:\.\d+)?")
_PLAIN = re.compile(r"\d*\.?\d+")
_SCIENTIFIC = re.compile(r"\d+(?:\.\d+)?[eE][+-]?\d{1,2}")
_INDIAN = re.compile(r"\d{1,2}(?:,\d{2})+,\d{3}(?:\.\d+)?")
_COMMA_DECIMAL = re.compile(r"\d+,\d{1,2}")
_EUROPEAN = re.compile(r"\d{1,3}(?:\.\d{3})+,\d+|\d{1,3}(?:\.\d{3}){2,}")


def read_digits(text: str) -> tuple[float, float] | None:
    """Value and grain of a numeral in digits; None where its commas and points make no number.

    >>> read_digits("1,234.5")
    (1234.5, 0.1)
    """
    if text.isdecimal():
        return float(text), 1.0
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


def digits(s: Sentence, i: int) -> Numeral:
    """The number in digits that begins at token `i`, without the words of scale behind it."""
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
        return fraction
    return Numeral(i, end, value, value, grain, "digits")


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
            share = value / int(below)
            ending = s.words[end + 2] in _ENDINGS and s.glued(end + 1)
            return Numeral(i, end + 2 + ending, share, share, 0.0, "fraction")
        return None
    if words[end] == "and" and s.words[i - 1] != "between" and value == int(value):
        end += 1  # 2 and 1/2
    j = end + (words[end] == "-" and s.ends[end - 1] == s.starts[end])
    if words[j].isdecimal() and words[j + 1] == "/" and words[j + 2].isdecimal() and s.glued(j) and s.glued(j + 1):
        above, below_value = int(words[j]), int(words[j + 2])
        if 0 < above < below_value <= 64 and value == int(value) and words[j + 3] != "/":
            whole = value + above / below_value
            return Numeral(i, j + 3, whole, whole, 0.0, "fraction")
    return None
