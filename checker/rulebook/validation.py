"""Data held against the shape that it must have: all mistakes in one pass, each with its place and what to write."""

from __future__ import annotations

import difflib
import json
import re
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from typing import Any, NamedTuple, TypeVar

import msgspec

from checker.rulebook.source import Document, Mark
from checker.rulebook.tables import table

__all__ = ["Entry", "Fault", "did_you_mean", "entries", "in_order", "validate"]

T = TypeVar("T")
Keys = tuple[str | int, ...]
_KINDS = {
    "array": "a list",
    "object": "a mapping of keys to values",
    "boolean": "true or false",
    "string": "text",
    "number": "a number",
    "integer": "a whole number",
}
_EXAMPLE = {"text": "", "passes": True}
"""Stands for an example with mistakes while the rest of its rule is looked at."""
_TRUTH = {"yes": "true", "on": "true", "no": "false", "off": "false"}
_LACKS = "lacks "
_CUT = "a comma ends a text that is not quoted"
_STEP = re.compile(r"\[(\d+)\]|\.(\w+)")
"""One step of the path at which msgspec found a mistake: `$[0].expires`."""


class Fault(NamedTuple):
    """One mistake: where it stands, what it is, and the value by its keys; `meant` is the key that was to be there."""

    mark: Mark
    says: str
    keys: Keys
    meant: str | None = None


class Entry(NamedTuple):
    """One entry of a list, without its faulty values, and the keys of those, also the ones that were meant."""

    number: int
    value: Any
    faulty: frozenset[str]


def validate(document: Document, shape: type[T]) -> tuple[T | None, list[str]]:
    """The data as records of this type, or all its mistakes in one pass, as `file:line:column: what is wrong`."""
    value, error = _converted(document.data, shape)
    if error is None:
        return value, []
    faults = list(_faults(document, document.data, shape, ())) or [_fallback(document, error, ())]
    return None, in_order(document, faults)


def in_order(document: Document, faults: Iterable[Fault]) -> list[str]:
    """The mistakes of a file as `file:line:column: what is wrong`, in the order of their places."""
    listed = sorted(faults, key=lambda fault: (fault.mark, fault.says))
    return [f"{document.path}:{fault.mark.line}:{fault.mark.column}: {fault.says}" for fault in listed]


def entries(document: Document, shape: type[Any]) -> tuple[list[Entry], list[Fault]]:
    """The entries of a file that is a list of such records, and the mistakes in their shape.

    An entry with mistakes is given without its faulty values, so that what else is wrong with it can be told too.
    """
    if not isinstance(document.data, list):
        says = f"{_shown(document.data)} is not a list; begin each entry with '- '"
        return [], [Fault(document.mark(()), says, ())]
    found: list[Entry] = []
    faults: list[Fault] = []
    for number, data in enumerate(document.data):
        value, error = _converted(data, shape)
        faulty: frozenset[str] = frozenset()
        if error is not None:
            wrong = list(_faults(document, data, shape, (number,))) or [_fallback(document, error, (number,))]
            faults += wrong
            if isinstance(data, dict):
                value, error = _converted(_without(data, [fault.keys[1:] for fault in wrong], shape), shape)
                if error is not None and error not in (fault.says for fault in wrong):
                    faults.append(_fallback(document, error, (number,)))
            faulty = frozenset(str(key) for fault in wrong for key in (*fault.keys[1:2], fault.meant) if key)
        if error is None:
            found.append(Entry(number, value, faulty))
    return found, faults


def did_you_mean(word: str, known: Collection[str], otherwise: str = "") -> str:
    """The end of a message about an unknown word."""
    close = difflib.get_close_matches(word.lower(), sorted(known), 1)
    return f"; did you mean {close[0]!r}?" if close else otherwise


def _converted(data: Any, shape: Any) -> tuple[Any, str | None]:
    try:
        return msgspec.convert(data, shape), None
    except msgspec.ValidationError as error:
        return None, str(error)


def _fallback(document: Document, error: str, above: Keys) -> Fault:
    """What msgspec says, for a mistake that its JSON Schema does not tell of."""
    said, _, path = error.partition(" - at ")
    keys = (*above, *(int(nth) if nth else name for nth, name in _STEP.findall(path)))
    return Fault(document.mark(keys), said, keys)


def _without(data: dict[str, Any], faulty: Iterable[Keys], shape: Any) -> Any:
    """An entry without the values that these keys lead to; of its lists only the faulty items go.

    What it must have and has not is there, but empty.
    """
    kept = dict(data)
    known = {field.name for field in msgspec.structs.fields(shape)}
    lists: dict[str, set[int]] = {}
    for key, *below in (keys for keys in faulty if keys):
        if isinstance(kept.get(str(key)), list) and below and isinstance(below[0], int):
            lists.setdefault(str(key), set()).add(below[0])
        else:
            kept.pop(str(key), None)
    for name, places in lists.items():
        items = [_EXAMPLE if at in places else item for at, item in enumerate(kept.get(name, []))]
        kept[name] = items if name == "examples" else [item for item in items if item is not _EXAMPLE]
    return {"id": "", "name": ""} | {key: value for key, value in kept.items() if key in known}


def _faults(document: Document, data: Any, shape: Any, above: Keys) -> Iterator[Fault]:
    import jsonschema  # slow to import, and only a file with mistakes needs it

    found = list(jsonschema.Draft202012Validator(msgspec.json.schema(shape)).iter_errors(data))
    told = [fault for error in found for fault in _told(document, error, (*above, *error.absolute_path))]
    meant = {(*fault.keys[:-1], fault.meant) for fault in told if fault.meant}
    cut = {(*fault.keys[:-1], fault.meant) for fault in told if fault.says.startswith(_CUT)}
    for fault in dict.fromkeys(told):
        is_echo = fault.keys in cut or (fault.says.startswith(_LACKS) and (*fault.keys, _lacking(fault)) in meant)
        if not is_echo:
            yield fault


def _lacking(fault: Fault) -> str:
    return fault.says.removeprefix(_LACKS).strip("'")


def _told(document: Document, error: Any, keys: Keys) -> Iterator[Fault]:
    mark = document.mark(keys)
    match error.validator:
        case "additionalProperties":
            known = error.schema.get("properties", {})
            for name in map(str, error.instance):
                if name not in known:
                    yield from _unknown(document, keys, name, known)
        case "required":
            for key in error.validator_value:
                if key not in error.instance:
                    yield Fault(mark, f"{_LACKS}{key!r}", keys)
        case "type":
            yield Fault(mark, _not_of_kind(document, keys, error.instance, [error]), keys)
        case "enum":
            allowed = [str(value) for value in error.validator_value if value is not None]
            says = f"{_shown(error.instance)} is not allowed here{_allowed(str(error.instance), allowed)}"
            yield Fault(mark, says, keys)
        case "anyOf":
            choices = [e for e in error.context if e.validator_value != "null"]
            if all(e.validator == "type" and not e.path for e in choices):
                yield Fault(mark, _not_of_kind(document, keys, error.instance, choices), keys)
            else:
                for nearest in _nearest(choices):
                    yield from _told(document, nearest, (*keys, *nearest.relative_path))
        case _:
            yield Fault(mark, " ".join(error.message.split())[:200], keys)


def _unknown(document: Document, keys: Keys, name: str, known: Mapping[str, Any]) -> Iterator[Fault]:
    cuts = [(before, text) for before, text in document.cut_by_comma(keys, name) if before in known]
    for before, text in cuts:
        is_number = '"number"' in json.dumps(known[before])
        instead = f"write {text.replace(',', '')}" if is_number else f"quote it: {json.dumps(text, ensure_ascii=False)}"
        yield Fault(document.mark((*keys, before)), f"{_CUT}; {instead}", (*keys, name), before)
    if not cuts:
        close = difflib.get_close_matches(name.lower(), sorted(known), 1)
        hint = f"; did you mean {close[0]!r}?" if close else f"; known keys: {', '.join(sorted(known))}"
        yield Fault(document.mark_key(keys, name), f"unknown key {name!r}{hint}", (*keys, name), *close)


def _not_of_kind(document: Document, keys: Keys, value: Any, errors: Sequence[Any]) -> str:
    """What is said of a value that is none of the kinds that these errors ask for."""
    kinds = [kind for e in errors for kind in ([e.validator_value] if isinstance(e.validator_value, str) else [])]
    kinds += [kind for e in errors if isinstance(e.validator_value, list) for kind in e.validator_value]
    wanted = " or ".join(dict.fromkeys(_KINDS[kind] for kind in kinds if kind in _KINDS))
    if value is None:
        return f"nothing is given; give {wanted}, or leave the key out"
    shown = document.written(keys) if isinstance(value, int | float) and document.text else _shown(value)
    return f"{shown} is not {wanted}{_instead(shown, value, kinds, errors)}"


def _instead(shown: str, value: Any, kinds: Sequence[str], errors: Sequence[Any]) -> str:
    """What to write instead, where that can be told."""
    if isinstance(value, dict):
        return "; begin each entry with '- '" if "array" in kinds else ""
    if isinstance(value, list):
        return f"; write {value[0]}" if len(value) == 1 and "string" in kinds else ""
    if "string" in kinds:
        return f'; quote it: "{shown}"'
    required = next((e.schema["required"] for e in errors if "required" in e.schema), None)
    if "object" in kinds and required == ["figure"]:
        return f'; write {{figure: "{value}"}}'
    if "array" in kinds:
        return f"; write [{value}]"
    if "boolean" in kinds and str(value).lower() in _TRUTH:
        return f"; write {_TRUTH[str(value).lower()]}"
    if "number" in kinds and str(value).replace(",", "").isdigit():
        return f"; write {str(value).replace(',', '')}"
    return ""


def _allowed(value: str, allowed: Sequence[str]) -> str:
    if "at_least" in allowed:  # a bound, which people may give in the words of texts
        hedges = table("bounds")
        for bound, words in (*hedges["after"].items(), *hedges["before"].items()):
            if value.lower().replace("_", " ") in words and bound in allowed:
                return f"; did you mean {bound!r}?"
    return did_you_mean(value, allowed, f"; one of {', '.join(allowed)}")


def _nearest(choices: Sequence[Any]) -> list[Any]:
    """Of several shapes that the value might have had, the mistakes in the one it comes closest to."""
    shapes: dict[int, list[Any]] = {}
    for error in choices:
        shapes.setdefault(error.relative_schema_path[0], []).append(error)
    right_kind = [errors for errors in shapes.values() if not any(e.validator == "type" and not e.path for e in errors)]
    return right_kind[0] if right_kind else list(choices[:1])


def _shown(value: Any) -> str:
    text = repr(value)
    return text if len(text) <= 40 else text[:37] + "..."
