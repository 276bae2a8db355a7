"""Numbers with their currency."""

from __future__ import annotations

from checker.quantities.amount import Amount, rounded
from checker.quantities.numerals import Numeral, lexicon, numeral_at
from checker.quantities.scan import Sentence
from checker.quantities.vocabulary import UnitWords, unit_words

__all__ = ["money_after", "money_before"]


def money_before(s: Sentence, number: Numeral) -> Amount | None:
    """The number with the currency before it: $5, USD 200, Rs 500, A$1.2m."""
    units, i = unit_words(), number.start
    if not i:
        return None
    found = _sign_before(s, i, units) or _code_before(s, number, units)
    if found is None:
        return None
    start, code = found
    words = s.words
    amount = Amount(number, "money", code)
    _weak_scale(s, amount)
    amount.start = start
    if start and words[start - 1] in ("-", "−") and s.glued(start - 1) and s.ends[start - 2] != s.starts[start - 1]:
        amount.start = start - 1
        amount.low, amount.high = -amount.high, -amount.low
    end = amount.end
    if words[end] in units.codes and len(words[end]) == 3 and s.raw[end].isupper():
        amount.unit, amount.end = units.codes[words[end]], end + 1
    elif words[end] in ("dollar", "dollars") and code.endswith("D"):
        amount.end = end + 1
    elif words[end + 1] in ("dollar", "dollars") and words[end] in units.countries:
        amount.unit, amount.end = units.countries[words[end]], end + 2
    return amount


def _sign_before(s: Sentence, i: int, units: UnitWords) -> tuple[int, str] | None:
    """The token where the currency begins and its code, for $5, US$5, US $5, $US5, A$5, Mex$ 5, U.S. $5."""
    words, raw = s.words, s.raw
    code = units.signs.get(words[i - 1])
    if code is None:
        if i > 1 and words[i - 2] == "$" and s.glued(i - 2) and words[i - 1] in units.dollars and raw[i - 1].isupper():
            return i - 2, units.dollars[words[i - 1]]  # $US5
        return None
    if words[i - 1] != "$" or i < 2:
        return i - 1, code
    prefix = words[i - 2]
    if (
        prefix in units.dollars
        and (s.glued(i - 2) or (raw[i - 2][0].isupper() and prefix != "a") or len(prefix) == 2 or prefix == "c")
        and (s.glued(i - 2) or prefix not in ("b", "can", "g", "j", "n", "r", "s", "z"))
    ):
        return i - 2, units.dollars[prefix]
    if words[i - 4 : i - 1] == ["u", ".", "s"] and i > 3:
        return i - 4, "USD"
    if words[i - 5 : i - 1] == ["u", ".", "s", "."] and i > 4:
        return i - 5, "USD"
    if prefix in units.codes and len(prefix) == 3:
        return i - 2, units.codes[prefix]
    return i - 1, code


def _code_before(s: Sentence, number: Numeral, units: UnitWords) -> tuple[int, str] | None:
    """USD 200, Rs 500, Rs. 500, RM79, and "dollar 22.5 million"."""
    words, i = s.words, number.start
    before = words[i - 1]
    if before in units.codes:
        upper = s.raw[i - 1].isupper()
        if upper or (before not in units.wordy and (len(before) == 3 or s.raw[i - 1][0].isupper())):
            return i - 1, units.codes[before]
        return None
    if before == "." and i > 1 and words[i - 2] in ("rs", "rp"):
        return i - 2, units.codes[words[i - 2]]
    if before == "ps" and s.glued(i - 1) and (number.scaled or "," in words[i] or words[number.end] in ("m", "bn")):
        return i - 1, "GBP"  # what is left of a pound sign when its bytes are misread
    if before == "r" and s.raw[i - 1] == "R" and s.glued(i - 1) and (number.scaled or "," in words[i]):
        return i - 1, "ZAR"
    if before == "=" and i > 1 and words[i - 2] == "y":
        return i - 2, "JPY"  # as a news wire writes the yen sign
    if before in ("dollar", "euro") and number.scaled and words[i - 2] not in ("the", "per", "a"):
        return i - 1, units.currencies[before]
    return None


def _weak_scale(s: Sentence, amount: Amount) -> None:
    """A letter that means a scale because money stands beside it: $5m, $1.2B."""
    lex, j = lexicon(), amount.end
    if s.words[j] in lex.weak and s.ends[j - 1] == s.starts[j]:
        amount.scale(lex.suffixes[s.words[j]])
        amount.end += 1


def money_after(s: Sentence, number: Numeral, k: int) -> Amount | None:
    """The number with the currency that token `k` begins: 5 dollars, 19 cents, 75p, 10.5 million Swiss francs."""
    found = _currency_at(s, number, k)
    if found is None:
        return None
    code, end, factor = found
    amount = Amount(number, "money", code)
    amount.end = end
    if factor != 1.0:
        amount.scale(factor)
    elif code in ("USD", "EUR", "AUD", "CAD", "GBP", "NZD"):
        _add_cents(s, amount)
    return amount


def _currency_at(s: Sentence, number: Numeral, k: int) -> tuple[str, int, float] | None:
    """The currency that token `k` begins: its code, the token after it and what to multiply by."""
    words, units = s.words, unit_words()
    word = words[k]
    if number.form == "vague" and word == "of":
        k += 1
        word = words[k]
    if word in units.signs:
        spaced = s.ends[k - 1] < s.starts[k]
        return None if spaced and s.glued(k) and words[k + 1][:1].isdecimal() else (units.signs[word], k + 1, 1.0)
    if word in units.subunits:
        if word == "p" and s.ends[k - 1] != s.starts[k]:
            return None
        code, factor = units.subunits[word]
        return code, k + 1, factor
    if word in units.currencies:
        code = units.currencies[word]
        if word.startswith("pound") and not _is_sterling(s, number, k):
            return None
        if words[k - 1] == "-" and words[k + 1] in units.countries and words[k + 2] in units.pieces:
            code = _national(units, words[k + 1], word)  # a 100-dollar Canadian note
        is_name = s.raw[k][0].isupper() and s.raw[k + 1].isalpha()  # 5 Crown courts
        return None if word in units.wordy and (is_name or not _is_money_word(s, k)) else (code, k + 1, 1.0)
    if (
        word in units.codes
        and len(word) == 3
        and (s.raw[k].isupper() or s.ends[k - 1] == s.starts[k])
        and word not in units.wordy
    ) and not (words[k + 1][:1].isdecimal() and s.ends[k - 1] < s.starts[k] and s.starts[k + 1] - s.ends[k] <= 1):
        return units.codes[word], k + 1, 1.0
    if len(word) == 4 and word[0] in "mkb" and word[1:] in units.codes and s.raw[k].isupper():
        return units.codes[word[1:]], k + 1, lexicon().suffixes[word[0]]
    if word in units.dollars and words[k + 1] == "$" and s.glued(k) and s.raw[k].isupper():
        return units.dollars[word], k + 2, 1.0  # 5 US$
    for length in (3, 2, 1):
        adjective, name = " ".join(words[k : k + length]), words[k + length]
        sure = units.adjectival.get(name) or (None if name in units.wordy else units.currencies.get(name))
        named = sure and name not in units.families and word not in units.codes
        if sure and named and all(part[:1].isupper() for part in s.raw[k : k + length]):
            return sure, k + length + 1, 1.0  # 8 Ethiopian birr
        if adjective in units.countries:
            if name in units.currencies:
                return _national(units, adjective, name), k + length + 1, 1.0
            if name in ("cent", "cents"):
                return units.countries[adjective], k + length + 1, 0.01
    if words[k : k + 4] == ["u", ".", "s", "."] and words[k + 4] in ("dollars", "dollar"):
        return "USD", k + 5, 1.0
    if word in ("m", "b", "t") and s.ends[k - 1] == s.starts[k]:
        sign = units.signs.get(words[k + 1]) or units.currencies.get(words[k + 1])
        return (sign, k + 2, lexicon().suffixes[word]) if sign else None
    return None


def _is_sterling(s: Sentence, number: Numeral, k: int) -> bool:
    """Whether pounds are money here: after a scale, or among words of spending and with none of weight."""
    words, units = s.words, unit_words()
    if words[k + 1] in ("sterling", "per") or (number.scaled and number.high >= 1e5):
        return words[k + 1] != "of" or number.high >= 1e6
    return words[k + 1] != "of" and bool(units.spent.intersection(words))


def _is_money_word(s: Sentence, k: int) -> bool:
    number = s.words[k - 1]
    return number[:1].isdecimal() or number in lexicon().scales or number in lexicon().suffixes


def _national(units: UnitWords, adjective: str, name: str) -> str:
    code = units.countries[adjective]
    family = units.families.get(name)
    if family is None or code in family:
        return code
    same = [c for c in family if c[:2] == code[:2]]
    return same[0] if same else units.currencies[name]


def _add_cents(s: Sentence, amount: Amount) -> None:
    """Eleven dollars and thirty cents; "15 dollars and 50"."""
    words, units = s.words, unit_words()
    k = amount.end + (words[amount.end] == "and")
    if not (words[k][:1].isdecimal() or words[k] in lexicon().small):
        return
    rest = numeral_at(s, k)
    if rest is None or not 1 <= rest.low < 100 or rest.form not in ("digits", "words") or amount.grain < 1:
        return
    named = words[rest.end] in units.subunits
    if named or (words[rest.end] in ("", ".", ",", ";") and not words[rest.end + 1][:1].isdecimal()):
        amount.low = amount.high = rounded(amount.low + rest.low / 100)
        amount.grain, amount.end = 0.01, rest.end + named
