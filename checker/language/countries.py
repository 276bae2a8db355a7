"""Countries named in a text, whatever the form: "Canada", "the Canadian government", "two Canadians" are one."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from checker.rulebook.tables import table

__all__ = ["countries", "country"]

_SMALL = frozenset({"of", "the", "and"})
_SHORT = 3
"""Letters up to which a name's form is an abbreviation, written in capitals."""


@cache
def _forms() -> dict[str, str]:
    """Every form, lower case, singular or plural, with the country's name."""
    found: dict[str, str] = {}
    for name, others in table("countries")["countries"].items():
        for form in (name, *others):
            found[form] = name
            if form != name:
                found.setdefault(f"{form}s", name)
    return found


@cache
def _pattern() -> re.Pattern[str]:
    listed = sorted(_forms(), key=lambda form: (-len(form), form))
    things = "|".join(table("countries")["things"])
    names = "|".join(re.escape(_written(form)) for form in listed)
    return re.compile(rf"(?<![\w.])(?:(?<!-)|(?<=[Pp]ro-)|(?<=[Aa]nti-))(?:{names})(?!\w|\.?[ -]\d| (?i:{things})\b)")


def _written(form: str) -> str:
    if len(form.replace(".", "")) <= _SHORT and form != "lao":
        return form.upper()
    return " ".join(word if word in _SMALL else word[:1].upper() + word[1:] for word in form.split())


def countries(text: str) -> Iterator[tuple[int, str]]:
    """Offset and name, lower case, of each country that the text names, in their order."""
    forms = _forms()
    for match in _pattern().finditer(text):
        yield match.start(), forms[match.group().lower()]


def country(word: str) -> str | None:
    """The country that a lower-case name, adjective or people stands for; None where it is none."""
    return _forms().get(word)
