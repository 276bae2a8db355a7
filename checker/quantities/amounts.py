"""Numbers with the unit of measure, the currency or the percent sign that belongs to them."""

from __future__ import annotations

from functools import cache

from checker.language.forms import plural
from checker.quantities.numerals import Numeral, lexicon
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
        self.symbols: dict[str, str] = measures["symbols"]
        self.glued = frozenset(measures["glued"])
        self.per: dict[str, str] = measures["per"]
        self.time = frozenset(measures["time"])
        self.oil = frozenset(measures["oil"])
        self.weather = frozenset(measures["weather"])
        self.names: dict[str, str] = {}
        for unit, names in measures["names"].items():
            for name in names:
                self.names[name] = unit
                self.names.setdefault(_plural_phrase(name), unit)
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
        self.weight = frozenset(money["weight"])


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
    i = amount.start - 1
    if s.words[i] in ("minus", "negative"):
        pass
    elif not s.words[i] or not s.glued(i) or (i > 0 and s.ends[i - 1] == s.starts[i]):
        return
    amount.start = i
    amount.low, amount.high = -amount.low, -amount.high


def _money_before(s: Sentence, number: Numeral) -> Amount | None:
    words, units, i = s.words, unit_words(), number.start
    before = words[i - 1] if i else ""
    if not before:
        return None
    start, code = i - 1, units.signs.get(before)
    if code:
        prefix = words[i - 2] if i > 1 else ""
        if prefix == "." and i > 3 and words[i - 3] == "s" and words[i - 5 : i - 3] == ["u", "."]:
            start, code = i - 5, "USD"
        elif prefix in units.dollars and before == "$" and (s.glued(i - 2) or prefix in ("us", "hk", "cad", "nz", "c")) and s.raw[i - 2] != "a":
            start, code = i - 2, units.dollars[prefix]
        elif prefix in units.codes and len(prefix) == 3:
            start, code = i - 2, units.codes[prefix]
        elif s.words[i] == "us":
            return None
    elif before in units.codes and (s.raw[i - 1].isupper() or before in ("rs", "rm", "rmb", "tk", "kshs", "dhs")):
        code = units.codes[before]
        if before in ("try", "all", "cop", "kr", "lei", "mad", "pen", "eth") and s.raw[i - 1] != before.upper():
            return None
        if code == "AUD" and before == "aud":
            code = "AUD"
    elif before == "." and i > 1 and words[i - 2] in ("rs", "rp"):
        start, code = i - 2, units.codes[words[i - 2]]
    elif before == "us" and words[i - 2] == "$" and s.glued(i - 2) and s.glued(i - 1):
        start, code = i - 2, "USD"
    elif before in ("a", "us", "c") and words[i - 2] == "$" and s.glued(i - 2) and s.glued(i - 1):
        start, code = i - 2, units.dollars[before]
    if not code:
        return None
    amount = Amount(number, "money", code)
    _weak_scale(s, amount)
    amount.start = start
    if words[start - 1] in ("-", "−", "–") and start > 0 and s.glued(start - 1) and (start == 1 or s.ends[start - 2] < s.starts[start - 1]):
        amount.start = start - 1
        amount.low, amount.high = -amount.high, -amount.low
    follow = words[amount.end]
    if follow in units.codes and len(follow) == 3 and s.raw[amount.end].isupper():
        amount.unit, amount.end = units.codes[follow], amount.end + 1
    elif words[amount.end] in ("dollar", "dollars") and code.endswith("D"):
        amount.end += 1
    elif words[amount.end + 1] in ("dollar", "dollars") and words[amount.end] in units.countries:
        amount.unit, amount.end = units.countries[words[amount.end]], amount.end + 2
    return amount


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
    words, units = s.words, unit_words()
    word = words[k]
    code = None
    end, factor = k + 1, 1.0
    if word in units.signs:
        code = units.signs[word]
        if s.glued(k) and words[k + 1][:1].isdecimal() and s.ends[k - 1] < s.starts[k]:
            return None
    elif word in units.subunits:
        if word == "p" and s.ends[k - 1] != s.starts[k]:
            return None
        code, factor = str(units.subunits[word][0]), float(str(units.subunits[word][1]))
    elif word in units.currencies:
        code = units.currencies[word]
        if code == "GBP" and word.startswith("pound") and (units.weight.intersection(words) or words[k + 1] in ("of", "per")):
            return None
        if word in ("real", "mark", "marks", "sol", "won", "crown", "crowns", "ether", "som", "lek", "colon", "rand") and not _is_money_word(s, k):
            return None
    elif word in units.codes and len(word) == 3 and s.raw[k].isupper():
        code = units.codes[word]
        if word in ("try", "all", "cop", "pen", "mad"):
            return None
    else:
        for length in (2, 1):
            adjective = " ".join(words[k : k + length])
            name = words[k + length]
            if adjective in ("u",) and words[k + 1 : k + 4] == [".", "s", "."]:
                continue
            if adjective in units.countries and name in units.currencies:
                code, end = _national(units, adjective, name), k + length + 1
                break
            if adjective in units.countries and name in ("cent", "cents"):
                code, end, factor = units.countries[adjective], k + length + 1, 0.01
                break
        else:
            if words[k : k + 4] == ["u", ".", "s", "."] and words[k + 4] in ("dollars", "dollar"):
                code, end = "USD", k + 5
    if word in ("m", "b", "t", "bn") and not code and s.ends[k - 1] == s.starts[k] and words[k + 1] in units.signs | units.currencies:
        scaled = Amount(number, "money", (units.signs | units.currencies)[words[k + 1]])
        scaled.scale(lexicon().suffixes[word])
        scaled.end = k + 2
        return scaled
    if not code:
        return None
    amount = Amount(number, "money", code)
    amount.end = end
    if factor != 1.0:
        amount.scale(factor)
    elif code in ("USD", "EUR", "AUD", "CAD", "GBP"):
        _add_cents(s, amount)
    return amount


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
    """Thirteen dollars and forty-five cents."""
    from checker.quantities.numerals import numeral_at

    words, units = s.words, unit_words()
    k = amount.end + (words[amount.end] == "and")
    if not (words[k][:1].isdecimal() or words[k] in lexicon().small):
        return
    rest = numeral_at(s, k)
    if rest and rest.low < 100 and rest.form in ("digits", "words") and words[rest.end] in units.subunits:
        amount.low = amount.high = _clean(amount.low + rest.low / 100)
        amount.grain, amount.end = 0.01, rest.end + 1


def _unit_after(s: Sentence, number: Numeral, k: int, hyphen: bool) -> Amount | None:
    words, units = s.words, unit_words()
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
    if raw in units.symbols and (close or raw not in units.glued):
        if hyphen and raw in units.glued and raw not in ("m", "g", "t"):
            return None
        unit = units.symbols[raw]
        end = k + 1
        if words[end] in ("2", "3") and s.ends[k] == s.starts[end] and unit in ("meter", "kilometer", "centimeter"):
            unit, end = f"{unit} ** {words[end]}", end + 1
        elif words[end] == "/" and s.glued(k) and s.glued(k + 1) and s.raw[k + 2] in units.symbols:
            unit, end = f"{unit} / {units.symbols[s.raw[k + 2]]}", k + 3
        if raw in lexicon().weak and not _is_unit_letter(s, number, k, end):
            return None
        if raw in ("in", "min", "A", "C", "F", "K", "N", "V", "W", "J", "h", "s", "d") and not close:
            return None
        return _measured(s, number, unit, end)
    if words[k] in ('"', "″", "'", "′") and close and hyphen is False and s.text[s.ends[k] :][:1] in (" ", ",", ".", ""):
        return None
    return None


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
    if unit == "degree" and (units.weather.intersection(words) or words[end] in ("below", "above", "warmer", "cooler", "hotter", "colder")):
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
    if amount.unit != "foot" or not words[j].isdecimal() and words[j] not in lexicon().small:
        return
    from checker.quantities.numerals import numeral_at

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
        if words[k] == "square" or words[k] == "cubic":
            pass
    elif word in ("a", "an", "each", "every") and amount.kind == "money":
        k = j + 1
    elif word in ("a", "an", "every") and amount.kind == "measure" and words[j + 1] in ("day", "hour", "second", "minute", "year", "month", "week"):
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
        if word not in ("per", "/") and below not in units.time and phrase not in units.per and phrase not in units.names:
            continue
        if word in ("a", "an") and phrase not in units.names and phrase not in units.per:
            continue
        amount.unit = f"{amount.unit} / {below}" if " / " not in (amount.unit or "") else amount.unit
        amount.end = k + length
        return
