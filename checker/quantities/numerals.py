"""Numbers in digits and in words, as they stand: no unit, no hedge, no context."""

from __future__ import annotations

from checker.quantities.digits import digits, read_digits
from checker.quantities.numeral import Numeral, Words, lexicon
from checker.quantities.scan import Sentence
from checker.quantities.spelled import spelled

__all__ = ["Numeral", "Words", "lexicon", "numeral_at", "read_digits"]


def numeral_at(s: Sentence, i: int) -> Numeral | None:
    """The longest number that begins at token `i`."""
    lex = lexicon()
    number = _simple(s, i, lex)
    if number is not None and s.words[number.end] == "over":
        return _over(s, number, lex)
    return number


def _simple(s: Sentence, i: int, lex: Words) -> Numeral | None:
    word = s.words[i]
    if _stands_alone(s.words, i + 1, lex):  # most do, and need no more
        if word in lex.small:
            return Numeral(i, i + 1, lex.small[word], lex.small[word], 1.0, "words")
        if word.isdecimal():
            return Numeral(i, i + 1, float(word), float(word), 1.0, "digits")
    first = word[:1]
    if first.isdecimal() or first == ".":
        number = digits(s, i)
        return _scaled(s, number, lex) if number.form in ("digits", "fraction") else number
    worded = spelled(s, i, lex)
    return _scaled(s, worded, lex) if worded is not None and worded.form == "digits" else worded


def _stands_alone(words: list[str], k: int, lex: Words) -> bool:
    """Whether nothing from token `k` on can go on a number; a hyphen may lead to what does."""
    after = words[k] if words[k] != "-" else words[k + 1]
    return after not in lex.goes_on and not after[:1].isdecimal()


def _over(s: Sentence, number: Numeral, lex: Words) -> Numeral:
    """One over twenty: a fraction read aloud, where nothing counted follows."""
    k = number.end + 1
    if number.form in ("digits", "words") and (s.words[k][:1].isdecimal() or s.words[k] in lex.small):
        below = _simple(s, k, lex)
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


def _scaled(s: Sentence, number: Numeral, lex: Words) -> Numeral:
    """The number with the words or the letter of scale after it: 3.5 million, 3.5-million, 2 hundred thousand, 5bn."""
    words = s.words
    j = number.end
    if words[j] == "and" and words[j + 1] in ("a", "one") and words[j + 2] in ("half", "quarter"):
        part = 1 / lex.parts[words[j + 2]]
        number = Numeral(number.start, j + 3, number.low + part, number.high + part, 0.0, "fraction")
        j = number.end
    suffix = lex.suffixes.get(words[j])
    if suffix and s.ends[j - 1] != s.starts[j] and not _apart(s, j):
        suffix = None
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


def _apart(s: Sentence, j: int) -> bool:
    """Whether token `j` is a scale though a blank stands before it: 2 bn, 3 tn; 10 k where nothing follows."""
    word, after = s.words[j], s.words[j + 1]
    if word in ("bn", "mn", "tn", "trn"):
        return True
    return s.raw[j] == "k" and not after[:1].isalnum() and after not in ("-", "/", "'")


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
