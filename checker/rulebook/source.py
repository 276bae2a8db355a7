"""YAML files as data whose every value knows its line and column, and the validation that uses them."""

from __future__ import annotations

import difflib
import re
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any, TypeVar

import msgspec
import yaml

try:
    from yaml import CSafeLoader as Loader
except ImportError:  # a PyYAML built without libyaml: slower, same result
    from yaml import SafeLoader as Loader  # type: ignore[assignment]

__all__ = ["SHIPPED", "Document", "files_below", "read", "validate"]

_BOOL = "tag:yaml.org,2002:bool"
_DATE = "tag:yaml.org,2002:timestamp"


class _Loader(Loader):
    """YAML 1.2 where it differs: word lists hold "on", "no" and "yes", so only `true` and `false` are truth values; and
    a date is text, which the shape of the file makes a date.
    """

    yaml_implicit_resolvers = {  # noqa: RUF012 (PyYAML's own attribute)
        first: [(tag, p) for tag, p in resolvers if tag != _DATE and (tag != _BOOL or first in "tTfF")]
        for first, resolvers in Loader.yaml_implicit_resolvers.items()
    }


T = TypeVar("T")
_KINDS = {
    "array": "a list",
    "object": "a mapping of keys to values",
    "boolean": "true or false",
    "string": "text",
    "number": "a number",
    "integer": "a whole number",
    "null": "nothing",
}
_STEP = re.compile(r"\[(\d+)\]|\.(\w+)")
"""One step of the path at which msgspec found a mistake: `$[0].expires`."""


def _shipped() -> Path:
    """`rules/` inside the installed package, or beside it in a checkout."""
    package = Path(__file__).resolve().parents[1]
    inside = package / "rules"
    return inside if inside.is_dir() else package.parent / "rules"


SHIPPED = _shipped()
"""The rules that come with the package."""


class Document:
    """One YAML file: its data, and where in the file each value stands."""

    def __init__(self, path: Path, node: yaml.Node | None, data: Any) -> None:
        self.path = path
        self.data = data
        self._node = node

    def where(self, keys: Iterable[str | int]) -> str:
        """`file:line:column` of the value reached by these keys, or of the closest one above it."""
        mark = self._node.start_mark if self._node else None
        node = self._node
        for key in keys:
            node = _child(node, key)
            if node is None:
                break
            mark = node.start_mark
        return f"{self.path}:{mark.line + 1}:{mark.column + 1}" if mark else f"{self.path}:1:1"

    def where_key(self, keys: Iterable[str | int], name: str) -> str:
        """`file:line:column` of the key `name` in the mapping reached by `keys`."""
        node = self._node
        for key in keys:
            node = _child(node, key)
        if isinstance(node, yaml.MappingNode):
            for key_node, _ in node.value:
                if key_node.value == name:
                    return f"{self.path}:{key_node.start_mark.line + 1}:{key_node.start_mark.column + 1}"
        return self.where(keys)


def _child(node: yaml.Node | None, key: str | int) -> yaml.Node | None:
    if isinstance(node, yaml.MappingNode):
        return next((value for name, value in node.value if name.value == str(key)), None)
    if isinstance(node, yaml.SequenceNode) and isinstance(key, int) and key < len(node.value):
        child: yaml.Node = node.value[key]
        return child
    return None


def files_below(folder: Path) -> list[Path]:
    """The YAML files of a folder, in the order of their names."""
    return sorted(p for p in folder.rglob("*") if p.suffix in (".yaml", ".yml") and p.is_file())


def read(path: Path) -> tuple[Document | None, list[str]]:
    """The file's content, or the mistake that makes it unreadable as `file:line:column: what is wrong`."""
    try:
        text = path.read_text(encoding="utf-8")
    except OSError as error:
        return None, [f"{path}:1:1: cannot be read: {error.strerror or error}"]
    except UnicodeDecodeError as error:
        return None, [f"{path}:1:1: is not UTF-8 (byte {error.start})"]
    loader = _Loader(text)
    try:
        node = loader.get_single_node()
        data = _data(node, loader) if node is not None else None
    except yaml.MarkedYAMLError as error:
        mark = error.problem_mark or error.context_mark
        place = f"{mark.line + 1}:{mark.column + 1}" if mark else "1:1"
        return None, [f"{path}:{place}: is not valid YAML: {error.problem or error.context}"]
    except (yaml.YAMLError, ValueError) as error:
        return None, [f"{path}:1:1: is not valid YAML: {' '.join(str(error).split())}"]
    finally:
        loader.dispose()
    return Document(path, node, data), []


_STRING = "tag:yaml.org,2002:str"


def _data(node: yaml.Node, loader: Loader) -> Any:
    """The data of a node: strings, lists and mappings here, since rules are made of them and PyYAML takes its time."""
    if isinstance(node, yaml.ScalarNode):
        return node.value if node.tag == _STRING else loader.construct_object(node, deep=True)
    if isinstance(node, yaml.SequenceNode):
        return [_data(child, loader) for child in node.value]
    if isinstance(node, yaml.MappingNode) and all(key.tag == _STRING for key, _ in node.value):
        return {key.value: _data(child, loader) for key, child in node.value}
    return loader.construct_object(node, deep=True)


def validate(document: Document, shape: type[T]) -> tuple[T | None, list[str]]:
    """The data as records of this type, or all its mistakes in one pass."""
    mistakes = list(_mistakes(document, shape)) if not _fits(document.data, shape) else []
    if mistakes:
        return None, mistakes
    try:
        return msgspec.convert(document.data, shape), []
    except msgspec.ValidationError as error:
        said, _, path = str(error).partition(" - at ")
        keys = [int(nth) if nth else name for nth, name in _STEP.findall(path)]
        return None, [f"{document.where(keys)}: {said}"]


def _fits(data: Any, shape: Any) -> bool:
    try:
        msgspec.convert(data, shape)
    except msgspec.ValidationError:
        return False
    return True


def _mistakes(document: Document, shape: Any) -> Iterator[str]:
    import jsonschema  # slow to import, and only a file with mistakes needs it

    schema = msgspec.json.schema(shape)
    found = jsonschema.Draft202012Validator(schema).iter_errors(document.data)
    told: dict[str, None] = {}
    for error in sorted(found, key=lambda e: [str(key) for key in e.absolute_path]):
        told.update(dict.fromkeys(_told(document, error)))
    yield from told


def _told(document: Document, error: Any) -> Iterator[str]:
    path = list(error.absolute_path)
    place = document.where(path)
    match error.validator:
        case "additionalProperties":
            known = sorted(error.schema.get("properties", {}))
            for name in sorted(set(map(str, error.instance)) - set(known)):
                close = difflib.get_close_matches(name, known, 1)
                hint = f"; did you mean {close[0]!r}?" if close else f"; known keys: {', '.join(known)}"
                yield f"{document.where_key(path, name)}: unknown key {name!r}{hint}"
        case "required":
            missing = [key for key in error.validator_value if key not in error.instance]
            yield f"{place}: lacks {', '.join(map(repr, missing))}"
        case "type":
            wants = error.validator_value
            kinds = wants if isinstance(wants, list) else [wants]
            wanted = " or ".join(
                str(_KINDS.get(kind, kind)) for kind in (kinds if isinstance(kinds, list) else [kinds])
            )
            yield f"{place}: {_shown(error.instance)} is not {wanted}"
        case "enum":
            allowed = [str(value) for value in error.validator_value if value is not None]
            close = difflib.get_close_matches(str(error.instance), allowed, 1)
            hint = f"; did you mean {close[0]!r}?" if close else f"; one of {', '.join(allowed)}"
            yield f"{place}: {_shown(error.instance)} is not allowed here{hint}"
        case "anyOf":
            yield from _told(document, _nearest(error.context))
        case _:
            yield f"{place}: {' '.join(error.message.split())[:200]}"


def _nearest(choices: list[Any]) -> Any:
    """Of several shapes that the value might have had, the mistake in the one it comes closest to."""
    return max(
        choices, key=lambda e: (len(e.absolute_path), e.validator == "enum", e.validator != "type", str(e.schema))
    )


def _shown(value: Any) -> str:
    text = repr(value)
    return text if len(text) <= 40 else text[:37] + "..."
