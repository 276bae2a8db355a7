"""Numbers with the unit of measure, the currency or the percent sign that belongs to them."""

from __future__ import annotations

from functools import cache

from checker.language.forms import plural
from checker.quantities.numerals import Numeral, lexicon, numeral_at
from checker.quantities.scan import Sentence
from checker.records import Kind
from checker.rulebook.tables import table

__all__ = ["Amount", "UnitWords", "measure", "unit_words"]


class Amount:
    """A number with its unit, between tokens `start` and `end`."""

    __slots__ = ("end", "form", "grain", "high", "kind", "low", "number_end", "number_start", "start", "unit")

    def __init__(self, number: Numeral, kind: Kind, unit: str | None) -> None:
        self.start = self.number_start = number.start
        self.end = self.number_end = number.end
        self.low, self.high, self.grain = number.low, number.high, number.grain
        self.form = number.form
        self.kind: Kind = kind
        self.unit = unit

    def scale(self, factor: float) -> None:
        """Multiply value and grain."""
        self.low, self.high, self.grain = (_clean(x * factor) for x in (self.low, self.high, self.grain))


def _clean(value: float) -> float:
    return float(f"{value:.12g}")


class UnitWords:
    """Names of units and currencies: a phrase of one to four words to the unit that it names."""

    def __init__(self) -> None:
        measures, money = table("measures"), table("currencies")
        made = table("units")
        self.symbols: dict[str, str] = made["symbols"] | measures["symbols"]
        self.glued = frozenset(measures["glued"])
        self.per: dict[str, str] = measures["per"]
        self.time = frozenset(measures["time"])
        self.oil = frozenset(measures["oil"])
        self.weather = frozenset(measures["weather"])
        self.names: dict[str, str] = {}
        for source in (measures["names"], made["names"]):
            for unit, names in source.items():
                for name in names:
                    self._add(name, unit)
        self.longest: dict[str, int] = {}
        for name in self.names:
            first, length = name.split(" ")[0], name.count(" ") + 1
            self.longest[first] = max(self.longest.get(first, 0), length)
        self.signs: dict[str, str] = money["signs"]
        self.dollars: dict[str, str] = money["dollars"]
        self.codes: dict[str, str] = money["codes"]
        self.currencies: dict[str, str] = dict(money["names"])
        for name, code in money["names"].items():
            self.currencies.setdefault(plural(name), code)
        self.countries: dict[str, str] = money["countries"]
        self.families: dict[str, list[str]] = money["families"]
        for name in list(self.families):
            self.families.setdefault(plural(name), self.families[name])
        self.subunits: dict[str, list[object]] = money["subunits"]
        self.wordy = frozenset(money["wordy"])
        self.spent = frozenset(money["spent"])


    def _add(self, name: str, unit: str) -> None:
        """The name and its plural, as the tokens that they are; what is there already stays."""
        forms = (name, _plural_phrase(name)) if len(name) > 2 else (name,)
        for form in forms:
            self.names.setdefault(form.replace("-", " - "), unit)


def _plural_phrase(name: str) -> str:
    head, space, rest = name.partition(" per ")
    if not space:
        head, space, rest = name.partition(" of ")
    if head.startswith("degree "):
        return "degrees " + head[7:]
    words = head.split(" ")
    return " ".join([*words[:-1], plural(words[-1])]) + space + rest


@cache
def unit_words() -> UnitWords:
    """The names of units and currencies."""
    return UnitWords()


def measure(s: Sentence, number: Numeral) -> Amount:
    """The number with its unit; a count where none stands beside it."""
    amount = _money_before(s, number)
    if amount is None:
        amount = _after(s, number) or Amount(number, "count", None)
    if s.words[number.start - 1] in ("-", "−", "minus", "negative") and number.start > 0:
        _negative(s, amount)
    if amount.kind in ("money", "measure"):
        _rate(s, amount)
    return amount


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


def _money_before(s: Sentence, number: Numeral) -> Amount | None:
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
    if prefix in units.dollars and (
        s.glued(i - 2) or (raw[i - 2][0].isupper() and prefix != "a") or len(prefix) == 2 or prefix == "c"
    ):
        if s.glued(i - 2) or prefix not in ("b", "can", "g", "j", "n", "r", "s", "z"):
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


def _after(s: Sentence, number: Numeral) -> Amount | None:
    words, j = s.words, number.end
    hyphen = words[j] == "-" and s.glued(j) and s.ends[j - 1] == s.starts[j]
    k = j + hyphen
    word = words[k]
    if not word:
        return None
    return (
        _percent(s, number, k)
        or _money_after(s, number, k)
        or _unit_after(s, number, k, hyphen)
        or _scaled_count(s, number)
    )


def _percent(s: Sentence, number: Numeral, k: int) -> Amount | None:
    words = s.words
    end, unit, factor = 0, "percent", 1.0
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


def _money_after(s: Sentence, number: Numeral, k: int) -> Amount | None:
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
        return None if word in units.wordy and not _is_money_word(s, k) else (code, k + 1, 1.0)
    if (
        word in units.codes
        and len(word) == 3
        and (s.raw[k].isupper() or s.ends[k - 1] == s.starts[k])
        and word not in units.wordy
    ):
        if not (words[k + 1][:1].isdecimal() and s.ends[k - 1] < s.starts[k] and s.starts[k + 1] - s.ends[k] <= 1):
            return units.codes[word], k + 1, 1.0
    if len(word) == 4 and word[0] in "mkb" and word[1:] in units.codes and s.raw[k].isupper():
        return units.codes[word[1:]], k + 1, lexicon().suffixes[word[0]]
    for length in (2, 1):
        adjective, name = " ".join(words[k : k + length]), words[k + length]
        if adjective in units.countries:
            if name in units.currencies:
                return _national(units, adjective, name), k + length + 1, 1.0
            if name in ("cent", "cents"):
                return units.countries[adjective], k + length + 1, 0.01
    if words[k : k + 4] == ["u", ".", "s", "."] and words[k + 4] in ("dollars", "dollar"):
        return "USD", k + 5, 1.0
    if word in ("m", "b", "t") and s.ends[k - 1] == s.starts[k]:
        code = units.signs.get(words[k + 1]) or units.currencies.get(words[k + 1])
        return (code, k + 2, lexicon().suffixes[word]) if code else None
    return None


def _is_sterling(s: Sentence, number: Numeral, k: int) -> bool:
    """Whether pounds are money here: after a scale, or among words of spending and with none of weight."""
    words, units = s.words, unit_words()
    if words[k + 1] in ("sterling", "per") or (number.scaled and number.high >= 1e5):
        return words[k + 1] != "of" or number.high >= 1e6
    return words[k + 1] != "of" and bool(units.spent.intersection(words))


def _is_money_word(s: Sentence, k: int) -> bool:
    number = s.words[k - 1]
    return number[:1].isdecimal() or number in lexicon().scales


def _national(units: UnitWords, adjective: str, name: str) -> str:
    code = units.countries[adjective]
    family = units.families.get(name)
    if family is None or code in family:
        return code
    same = [c for c in family if c[:2] == code[:2]]
    return same[0] if same else units.currencies[name]


def _add_cents(s: Sentence, amount: Amount) -> None:
    """Thirteen dollars and forty-five cents; "15 dollars and 50"."""
    words, units = s.words, unit_words()
    k = amount.end + (words[amount.end] == "and")
    if not (words[k][:1].isdecimal() or words[k] in lexicon().small):
        return
    rest = numeral_at(s, k)
    if rest is None or not 1 <= rest.low < 100 or rest.form not in ("digits", "words") or amount.grain < 1:
        return
    named = words[rest.end] in units.subunits
    if named or (words[rest.end] in ("", ".", ",", ";") and not words[rest.end + 1][:1].isdecimal()):
        amount.low = amount.high = _clean(amount.low + rest.low / 100)
        amount.grain, amount.end = 0.01, rest.end + named


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
        if words[end] in ("2", "3") and s.ends[k] == s.starts[end] and unit in ("meter", "kilometer", "centimeter"):
            unit, end = f"{unit} ** {words[end]}", end + 1
        elif words[end] == "/" and s.glued(k) and s.glued(k + 1) and s.raw[k + 2] in units.symbols:
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
    if raw == "m":
        return not after[:1].isalpha()
    if raw in ("C", "F"):
        return bool(unit_words().weather.intersection(s.words)) and not after[:1].isupper()
    return (
        raw in ("W", "V", "g", "t", "l", "L", "K")
        and after != "."
        and (raw.islower() or not after[:1].isupper() or after[1:2].isupper())
    )


def _is_unit_letter(s: Sentence, number: Numeral, k: int, end: int) -> bool:
    """Whether the letter in 5m, 3b, 2t is a unit and not a scale: no thing counted follows."""
    from checker.quantities.nouns import noun_phrase

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
    if words[k] in ("inch", "inches", "in", "ins"):
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
