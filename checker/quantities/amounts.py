"""Numbers with the unit of measure, the currency or the percent sign that belongs to them."""

from __future__ import annotations

from checker.quantities.amount import Amount
from checker.quantities.money import money_after, money_before
from checker.quantities.nouns import noun_phrase
from checker.quantities.numerals import Numeral, lexicon, numeral_at
from checker.quantities.scan import Sentence
from checker.quantities.vocabulary import unit_words
from checker.records import Kind

__all__ = ["measure"]

_SINGLE = frozenset(("percent", "percentage"))


def measure(s: Sentence, number: Numeral) -> Amount:
    """The number with its unit; a count where none stands beside it."""
    amount = money_before(s, number)
    if amount is None:
        amount = _after(s, number) or Amount(number, "count", None)
    if s.words[number.start - 1] in ("-", "−", "minus", "negative") and number.start > 0:
        _negative(s, amount)
    if s.words[amount.end] == "below" and s.words[amount.end + 1] == "zero":
        _below_zero(amount)
    if amount.kind in ("money", "measure"):
        _rate(s, amount)
    return amount


def _below_zero(amount: Amount) -> None:
    """Ten below zero, 20 degrees Celsius below zero."""
    if amount.kind == "count" or (amount.unit or "").startswith("degree"):
        amount.low, amount.high = -abs(amount.high), -abs(amount.low)
        amount.kind, amount.unit, amount.end = "measure", amount.unit or "degree", amount.end + 2


def _negative(s: Sentence, amount: Amount) -> None:
    """A minus sign is part of the number where nothing stands before it that it could join."""
    words, i = s.words, amount.start - 1
    if words[i] in ("minus", "negative"):
        amount.start = i
    elif words[i - 1] in ("minus", "negative") and words[i] == "-" and i:
        amount.start = i - 1
    elif s.glued(i) and not (i and s.ends[i - 1] == s.starts[i]):
        amount.start = i
    elif (
        (amount.unit or "").startswith("degree_")
        and i
        and not words[i - 1][-1:].isdecimal()
        and s.ends[i - 1] < s.starts[i]
    ):
        amount.start = i  # "- 20 degrees Celsius"
    else:
        return
    amount.low, amount.high = -amount.high, -amount.low


def _after(s: Sentence, number: Numeral) -> Amount | None:
    words, j = s.words, number.end
    hyphen = words[j] == "-" and s.glued(j) and s.ends[j - 1] == s.starts[j]
    k = j + hyphen
    word = words[k]
    if not word:
        return None
    return (
        _percent(s, number, k)
        or money_after(s, number, k)
        or _unit_after(s, number, k, hyphen)
        or _scaled_count(s, number)
    )


def _percent(s: Sentence, number: Numeral, k: int) -> Amount | None:
    words = s.words
    end, unit, factor = 0, "percent", 1.0
    if number.form == "fraction":  # half a percentage point, a quarter of a percent
        k += words[k] == "of"
        k += words[k] == "a" and words[k + 1] in _SINGLE
    if words[k] in ("%", "percent", "pct", "percents"):
        end = k + 1
        if words[end] == "." and words[k] == "pct" and s.glued(k):
            end += 0
        if words[end] in ("point", "points") or (words[end] == "-" and words[end + 1] in ("point", "points")):
            end, unit = end + 1 + (words[end] == "-"), "percentage_point"
    elif words[k] == "per" and words[k + 1] in ("cent", "cents"):
        end = k + 2
        if words[end] in ("point", "points"):
            end, unit = end + 1, "percentage_point"
    elif words[k] == "pc" and s.ends[k - 1] == s.starts[k]:
        end = k + 1
    elif words[k] == "percentage" and words[k + 1] in ("point", "points"):
        end, unit = k + 2, "percentage_point"
    elif words[k] == "percentage" and words[k + 1] == "-" and words[k + 2] in ("point", "points"):
        end, unit = k + 3, "percentage_point"
    elif words[k] in ("basis",) and words[k + 1] in ("point", "points"):
        end, unit, factor = k + 2, "percentage_point", 0.01
    elif words[k] in ("bps", "bp"):
        end, unit, factor = k + 1, "percentage_point", 0.01
    if not end:
        return None
    amount = Amount(number, "percent", unit)
    amount.end = end
    if factor != 1.0:
        amount.scale(factor)
    return amount


def _unit_after(s: Sentence, number: Numeral, k: int, hyphen: bool) -> Amount | None:
    words, units = s.words, unit_words()
    if number.form in ("vague", "fraction"):
        if words[k] == "of":
            k += 1
        if words[k] in ("a", "an") and number.form == "fraction" and words[k + 1] in units.longest:
            k += 1
    if (
        words[k] in ("'", "′")
        and s.glued(k)
        and words[k + 1].isdecimal()
        and number.low <= 8
        and int(words[k + 1]) < 12
    ):
        amount = _measured(s, number, "foot", k + 2 + (words[k + 2] in ('"', "″", "”") and s.glued(k + 1)))
        amount.low = amount.high = number.low + int(words[k + 1]) / 12
        amount.grain = 1 / 12
        return amount
    if words[k] in ("[", "{", "<") and s.glued(k) and words[k + 2] in ("]", "}", ">") and s.raw[k + 1] in units.symbols:
        return _measured(s, number, units.symbols[s.raw[k + 1]], k + 3)
    for length in range(min(units.longest.get(words[k], 0), 6), 0, -1):
        phrase = words[k] if length == 1 else " ".join(words[k : k + length])
        unit = units.names.get(phrase)
        if unit:
            return _measured(s, number, unit, k + length)
    if words[k] in units.of_time and units.names.get(words[k + 1]) in units.time:
        return _measured(s, number, units.names[words[k + 1]], k + 2)
    raw = s.raw[k]
    close = s.ends[k - 1] == s.starts[k]
    if words[k] == "°" or words[k] == "º":
        letter = s.raw[k + 1]
        if letter in ("C", "F"):
            return _measured(s, number, "degree_Celsius" if letter == "C" else "degree_Fahrenheit", k + 2)
        return _measured(s, number, "degree", k + 1)
    if raw in units.symbols and (close or raw not in units.glued or _spaced_symbol(s, k, raw)):
        if hyphen and raw in units.glued and raw not in ("m", "g", "t", "W", "V"):
            return None
        unit = units.symbols[raw]
        end = k + 1
        if raw in ("C", "F") and words[end] == "/":
            return None
        if words[end] == "/" and s.glued(k) and s.glued(k + 1) and s.raw[k + 2] in units.symbols:
            unit, end = f"{unit} / {units.symbols[s.raw[k + 2]]}", k + 3
            if words[end] in ("2", "3") and s.glued(end - 1):
                unit, end = f"{unit} ** {words[end]}", end + 1
        if raw in lexicon().weak and not _is_unit_letter(s, number, k, end):
            return None
        return _measured(s, number, unit, end)
    return None


def _spaced_symbol(s: Sentence, k: int, raw: str) -> bool:
    """Whether a letter set apart from its number is a unit: 5 W, 12 C, 1 m; not the initial of a name."""
    after = s.raw[k + 1]
    if after == "/" and s.glued(k) and s.raw[k + 2] in unit_words().symbols:
        return True
    if raw == "m":
        return not after[:1].isalpha()
    if raw == "h":
        return not after[:1].isalnum()
    if raw in ("C", "F"):
        return bool(unit_words().weather.intersection(s.words)) and not after[:1].isupper()
    return (
        raw in ("W", "V", "g", "t", "l", "L", "K")
        and after != "."
        and (raw.islower() or not after[:1].isupper() or after[1:2].isupper())
    )


def _is_unit_letter(s: Sentence, number: Numeral, k: int, end: int) -> bool:
    """Whether the letter in 5m, 3b, 2t is a unit and not a scale: no thing counted follows."""
    if s.raw[k] == "B" or (s.raw[k] in ("m", "t") and end > k + 1):
        return end > k + 1
    phrase = noun_phrase(s, end)
    return phrase is None or not phrase.is_plural


def _scaled_count(s: Sentence, number: Numeral) -> Amount | None:
    """1.2m people: a letter of scale before the thing counted."""
    lex, j = lexicon(), number.end
    if s.words[j] in lex.weak and s.ends[j - 1] == s.starts[j] and number.form == "digits" and s.words[j] != "t":
        amount = Amount(number, "count", None)
        amount.scale(lex.suffixes[s.words[j]])
        amount.number_end = amount.end = j + 1
        return amount
    return None


def _measured(s: Sentence, number: Numeral, unit: str, end: int) -> Amount:
    words, units = s.words, unit_words()
    if (
        words[end] in ("2", "3", "²", "³")
        and s.glued(end - 1)
        and unit in ("meter", "kilometer", "centimeter", "foot", "mile")
    ):
        unit, end = f"{unit} ** {'2' if words[end] in '2²' else '3'}", end + 1
    kind: Kind = "duration" if unit in units.time else "measure"
    if unit == "degree":
        unit = "degree_Fahrenheit" if "fahrenheit" in words else "degree_Celsius" if "celsius" in words else "degree"
    amount = Amount(number, kind, unit)
    amount.end = end
    if unit in ("foot", "inch", "pound"):
        _add_smaller(s, amount)
    return amount


def _add_smaller(s: Sentence, amount: Amount) -> None:
    """5 ft 2 in, 6 feet 3 inches."""
    words = s.words
    j = amount.end + (words[amount.end] in (",", "and", "-"))
    if amount.unit != "foot" or (not words[j].isdecimal() and words[j] not in lexicon().small):
        return
    rest = numeral_at(s, j)
    if rest is None or rest.low >= 12:
        return
    k = rest.end + (words[rest.end] == "-")
    bare = j == amount.end and rest.low == int(rest.low) and (words[k] == "tall" or not words[k][:1].isalnum())
    if bare and words[k] not in ("-", "%", "$", "'", '"') and rest.form in ("digits", "words"):  # 5 foot 9
        amount.low = amount.high = amount.low + rest.low / 12
        amount.end, amount.grain = rest.end, 1 / 12
    elif words[k] in ("inch", "inches", "in", "ins"):
        amount.low = amount.high = amount.low + rest.low / 12
        amount.end, amount.grain = k + 1, 1 / 12


def _rate(s: Sentence, amount: Amount) -> None:
    """Per barrel, a share, an hour, /month, per 100,000 people (left to the words around)."""
    words, units, j = s.words, unit_words(), amount.end
    word = words[j]
    if word == "-" and words[j + 1] in ("a", "per", "an") and words[j + 2] == "-":
        k = j + 3
    elif word in ("per", "/"):
        k = j + 1
    elif word in ("a", "an", "each", "every") and amount.kind == "money":
        k = j + 1 + (words[j + 1] == "-" and s.glued(j))
    elif (
        word in ("a", "an", "every")
        and amount.kind == "measure"
        and words[j + 1] in ("day", "hour", "second", "minute", "year", "month", "week")
    ):
        k = j + 1
    else:
        return
    for length in (2, 1):
        phrase = " ".join(words[k : k + length])
        below = units.per.get(phrase) or units.names.get(phrase)
        if below is None and length == 1:
            below = units.symbols.get(s.raw[k]) if word == "/" else None
        if below is None:
            continue
        if word in ("a", "an", "each", "every") and words[k + length] in (
            "ago",
            "earlier",
            "later",
            "before",
            "after",
            "old",
        ):
            return
        amount.unit = f"{amount.unit} / {below}" if " / " not in (amount.unit or "") else amount.unit
        amount.end = k + length
        return
