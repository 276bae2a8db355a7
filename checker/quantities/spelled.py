"""Numbers in words: "one hundred and sixteen", "two-thirds", "half a million", "tens of thousands", "twenty-first"."""

from __future__ import annotations

from checker.quantities.numeral import Numeral, Words
from checker.quantities.scan import Sentence

__all__ = ["spelled"]


def spelled(s: Sentence, i: int, lex: Words) -> Numeral | None:
    """The longest number in words that begins at token `i`."""
    word = s.words[i]
    if word in lex.vulgar:
        return Numeral(i, i + 1, lex.vulgar[word], lex.vulgar[word], 0.0, "fraction")
    if word in lex.vague_many and word not in lex.small:
        return _vague(s, i, lex)
    if word in lex.several:
        return _several(s, i, lex)
    return _spelled(s, i, lex)


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
            is_dozen = lex.hundreds[w] == 12 and group is not None and not total
            if (last not in ("", "ones", "teens", "tens") or (group or 0) >= 100) and not is_dozen:
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
    if words[j] == "and" and number.scaled and value >= 100 and lex.ordinals.get(words[j + 1], 100) < 100:
        whole = value + lex.ordinals[words[j + 1]]
        return Numeral(number.start, j + 2, whole, whole, 1.0, "ordinal")
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
            return _of_scale(s, Numeral(number.start, k + 1, 1 / below, 1 / below, 0.0, "fraction"), lex)
        return number
    if w.endswith("s") and lex.ordinals.get(w[:-1], 0) >= 100 and "and" in words[number.start : j] and value >= 100:
        whole = value - value % 100
        mixed = whole + value % 100 / lex.ordinals[w[:-1]]
        return Numeral(number.start, k + 1, mixed, mixed, 0.0, "fraction")
    if w in lex.denominators and w not in ("second", "seconds") and (w not in ("half", "quarter") or value == 1):
        below = lex.denominators[w]
        if value and (w != "quarters" or value == 3 or (value == 1 and hyphen)):  # two quarters are half a year
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
    if above_word in lex.parts and above_word not in ("halves", "quarters") and number.form == "words":
        value = number.low + 1 / lex.parts[above_word]  # two and half hours
        return Numeral(number.start, spots[1] + 1, value, value, 0.0, "fraction", number.scaled)
    if part == "and" and s.words[number.end - 1] in lex.tens and above_word in lex.ones:
        whole = number.low + lex.ones[above_word]  # thirty and two and two fifths
        mixed = _and_part(s, Numeral(number.start, spots[1] + 1, whole, whole, 1.0, "words"), lex)
        return mixed if mixed.form == "fraction" else number
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
        if s.words[j - 1] in lex.tens:
            k = j + (s.words[j] == "-")
            if s.words[k] in lex.ones:
                digits, j = str(int(digits) + int(lex.ones[s.words[k]])), k + 1
    value = number.low + int(digits) / 10 ** len(digits)
    return Numeral(number.start, j, value, value, 10.0 ** -len(digits), "digits")
