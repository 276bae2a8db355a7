"""Makes `rules/language/units.yaml`, the vocabulary of units, from quantulum3's unit database and pint.

Run it as `PYTHONPATH=tests python -m benchmarks.make_units` after an upgrade of either.  quantulum3 is read here and
not at run time because its load API takes four seconds.  News spellings, and words that win over what stands here, are
in `rules/language/measures.yaml`.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from pathlib import Path
from typing import Any

from checker.rulebook.tables import table

TABLE = Path(__file__).resolve().parents[2] / "rules" / "language" / "units.yaml"

COMMON_WORDS = """
    annum are atmosphere atom bar barad barie barn barrie bary base beat bit block bolt cable candle carat cent
    chain character circle clip clove cord count cup curie cycle darcy dash degree denier dollar dots drop em en
    faraday fathom finger firkin flops foot force fortnight franklin furlong galileo gauss grade grain gray gross
    hand hartree hat henry hogshead instance jot kip knot langley last league length line link load log mark
    maxwell mil mina minim mite mole month nail nit octet pace pack page pair palm peck perch pica piece pin pinch
    pint pipe pixel point poise pole pond pony pottle quad quarter rad ream rem revolution rod rood rope rutherford
    score scruple seam second set shake siemens skein slug smoot span spat stick stokes stone stooge strike tesla
    them therm time tod ton torr tower traffic tun turn unit weber wood year
"""
"""Units that are common English words or names of people and makers: in news they count things."""

WIDTH = 150

_EXACT = re.compile(r"[a-zµμΩ°²³/]*[A-ZµμΩ°²³/][a-zA-ZµμΩ°²³/]*")
"""Symbols that no word can be: those with a capital inside, a Greek letter, a power or a stroke."""


def lines() -> Iterable[str]:
    """The table, line by line."""
    import pint
    from quantulum3 import load

    registry: Any = pint.UnitRegistry()
    units: Any = load.units()
    by_hand = {name for group in table("measures")["names"].values() for name in group}
    names: dict[str, set[str]] = {}
    symbols: dict[str, str | None] = {}
    for name in sorted(units.names):
        unit = units.names[name]
        pint_name = _pint_name(registry, name, unit)
        if unit.entity.name == "currency" or pint_name is None or pint_name.startswith(("1 /", "count")):
            continue
        for surface in (name, *(unit.surfaces or ())):
            if _is_name(surface) and surface not in by_hand:
                names.setdefault(pint_name, set()).add(surface)
        for symbol in unit.symbols or ():
            if len(symbol) > 1 and symbol not in table("measures")["symbols"] and _EXACT.fullmatch(symbol):
                symbols[symbol] = pint_name if symbols.get(symbol, pint_name) == pint_name else None
    yield "# Made by tests/benchmarks/make_units.py from quantulum3's units and pint's names; do not edit."
    yield "names:"
    yield from _wrapped(f"{key}: [{', '.join(sorted(names[key]))}]" for key in sorted(names))
    yield "symbols:"
    sure = {symbol: unit for symbol, unit in symbols.items() if unit}
    yield from _wrapped(f"{key}: {sure[key]}" for key in sorted(sure))


def _wrapped(items: Iterable[str]) -> Iterable[str]:
    """The items of a YAML mapping in flow style, as many on a line as fit."""
    line = "  {"
    for item in items:
        if len(line) + len(item) > WIDTH:
            yield line.rstrip()
            line = "   "
        line += item + ", "
    yield line.rstrip(", ") + "}"


def _is_name(surface: str) -> bool:
    plain = re.fullmatch(r"[a-z]+(?: [a-z]+)*", surface)
    return (
        len(surface) > 3
        and plain is not None
        and surface not in COMMON_WORDS.split()
        and not surface.startswith("per ")
    )


def _pint_name(registry: Any, name: str, unit: Any) -> str | None:
    """Pint's name of the unit where it knows one of the same name, or one made of its parts."""
    american = name.replace("metre", "meter").replace("litre", "liter").replace(" ", "_").replace("-", "_")
    try:
        return str(registry.get_name(american)) or None
    except Exception:  # pint raises errors of many kinds for what it cannot parse
        parts = [(part["base"], part["power"]) for part in unit.dimensions]
    if len(parts) == 1 and parts[0] == (name, 1):
        return None
    factors = [
        (str(base).replace("metre", "meter").replace("litre", "liter").replace(" ", "_"), power)
        for base, power in parts
    ]
    try:
        return str(registry.Unit(" * ".join(f"{base} ** {power}" for base, power in factors)))
    except Exception:
        return None


if __name__ == "__main__":
    TABLE.write_text("\n".join(lines()) + "\n", encoding="utf-8")
