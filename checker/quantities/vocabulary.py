"""Names of units and currencies, as tables to look up."""

from __future__ import annotations

from functools import cache

from checker.language.forms import plural
from checker.rulebook.tables import table

__all__ = ["UnitWords", "unit_words"]


class UnitWords:
    """Names of units and currencies: a phrase of one to four words to the unit that it names."""

    def __init__(self) -> None:
        measures, money = table("measures"), table("currencies")
        made = table("units")
        self.symbols: dict[str, str] = made["symbols"] | measures["symbols"]
        self.glued = frozenset(measures["glued"])
        self.per: dict[str, str] = measures["per"]
        self.time = frozenset(measures["time"])
        self.of_time = frozenset(measures["of_time"])
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
        self.subunits: dict[str, tuple[str, float]] = {n: (c, f) for n, (c, f) in money["subunits"].items()}
        self.wordy = frozenset(money["wordy"])
        self.adjectival: dict[str, str] = money["adjectival"]
        self.pieces = frozenset(money["pieces"])
        self.sums = frozenset(money["sums"])
        self.headcounts = frozenset(money["headcounts"])
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
