"""YAML files as data whose every value knows its line and column."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from itertools import pairwise
from pathlib import Path
from typing import Any, NamedTuple

import yaml

try:
    from yaml import CSafeLoader as Loader
except ImportError:  # a PyYAML built without libyaml: slower, same result
    from yaml import SafeLoader as Loader  # type: ignore[assignment]

from checker.rulebook.unreadable import why_unreadable

__all__ = ["SHIPPED", "Document", "Mark", "files_below", "read"]

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


def _shipped() -> Path:
    """`rules/` inside the installed package, or beside it in a checkout."""
    package = Path(__file__).resolve().parents[1]
    inside = package / "rules"
    return inside if inside.is_dir() else package.parent / "rules"


SHIPPED = _shipped()
"""The rules that come with the package."""


class Mark(NamedTuple):
    """A place in a file; line and column count from 1."""

    line: int = 1
    column: int = 1


class Document:
    """One YAML file: its text, its data, and where in the file each value stands."""

    def __init__(
        self, path: Path, node: yaml.Node | None, data: Any, text: str = "", repeated: Sequence[tuple[Mark, str]] = ()
    ) -> None:
        self.path = path
        self.repeated = repeated
        """Keys that a mapping gives twice, where they stand the second time and what is to be said of it."""
        self.data = data
        self.text = text
        self._node = node

    def mark(self, keys: Iterable[str | int]) -> Mark:
        """The place of the value reached by these keys, or of the closest one above it."""
        node = closest = self._node
        for key in keys:
            node = _child(node, key)
            if node is None:
                break
            closest = node
        return _begin(closest) if closest else Mark()

    def mark_key(self, keys: Iterable[str | int], name: str) -> Mark:
        """The place of the key `name` in the mapping reached by `keys`."""
        for key_node, _ in self._pairs(keys):
            if key_node.value == name:
                return _begin(key_node)
        return self.mark(keys)

    def where(self, keys: Iterable[str | int]) -> str:
        """`file:line:column` of the value reached by these keys, or of the closest one above it."""
        return self._told(self.mark(keys))

    def where_key(self, keys: Iterable[str | int], name: str) -> str:
        """`file:line:column` of the key `name` in the mapping reached by `keys`."""
        return self._told(self.mark_key(keys, name))

    def written(self, keys: Iterable[str | int]) -> str:
        """The text from which the value reached by these keys was read."""
        node = self._reached(keys)
        return self.text[node.start_mark.index : node.end_mark.index] if node else ""

    def entry(self, number: int) -> str:
        """An entry of a file that is a list, as it is written there, in lines that begin at the margin."""
        node = self._reached((number,))
        first, *rest = self.written((number,)).splitlines()
        column = node.start_mark.column if node else 0
        lines = [f"- {first}", *(f"  {line[column:]}".rstrip() for line in rest)]
        while lines[-1].strip().startswith("#") or not lines[-1].strip():
            lines.pop()
        return "\n".join(lines) + "\n"

    def cut_by_comma(self, keys: Iterable[str | int], name: str) -> list[tuple[str, str]]:
        """For a key without a value, maybe there twice: the key before it, and the text that a comma cut in two.

        In `{figure: 1,500}` the key 500 gives `figure` and "1,500".
        """
        keys = tuple(keys)
        node = self._reached(keys)
        if not isinstance(node, yaml.MappingNode) or not node.flow_style:
            return []
        return [
            (str(before.value), self.text[value.start_mark.index : key.end_mark.index])
            for (before, value), (key, nothing) in pairwise(self._pairs(keys))
            if key.value == name and _is_bare(nothing) and isinstance(value, yaml.ScalarNode) and not value.style
        ]

    def _reached(self, keys: Iterable[str | int]) -> yaml.Node | None:
        node = self._node
        for key in keys:
            node = _child(node, key)
        return node

    def _pairs(self, keys: Iterable[str | int]) -> list[tuple[yaml.Node, yaml.Node]]:
        node = self._reached(keys)
        return list(node.value) if isinstance(node, yaml.MappingNode) else []

    def _told(self, mark: Mark) -> str:
        return f"{self.path}:{mark.line}:{mark.column}"


def _is_bare(node: yaml.Node) -> bool:
    """Whether nothing is written where a value could be."""
    return bool(node.start_mark.index == node.end_mark.index)


def _begin(node: yaml.Node) -> Mark:
    return Mark(node.start_mark.line + 1, node.start_mark.column + 1)


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
    """The file's content, and what is wrong with it as YAML, each as `file:line:column: what is wrong`.

    There is no content where the file can't be read at all; where only a key is given twice, the last one counts.
    """
    try:
        text = path.read_text(encoding="utf-8")
    except OSError as error:
        return None, [f"{path}:1:1: cannot be read: {error.strerror or error}"]
    except UnicodeDecodeError as error:
        return None, [f"{path}:1:1: is not UTF-8 (byte {error.start})"]
    loader = _Loader(text)
    twice: list[tuple[Mark, str]] = []
    try:
        node = loader.get_single_node()
        data = _data(node, loader, twice) if node is not None else None
    except yaml.MarkedYAMLError as error:
        line, column, says = why_unreadable(text, error)
        return None, [f"{path}:{line}:{column}: is not valid YAML: {says}"]
    except (yaml.YAMLError, ValueError) as error:
        return None, [f"{path}:1:1: is not valid YAML: {' '.join(str(error).split())}"]
    finally:
        loader.dispose()
    return Document(path, node, data, text, twice), [f"{path}:{at.line}:{at.column}: {says}" for at, says in twice]


_STRING = "tag:yaml.org,2002:str"


def _data(node: yaml.Node, loader: Loader, twice: list[tuple[Mark, str]]) -> Any:
    """The data of a node: strings, lists and mappings here, since rules are made of them and PyYAML takes its time.

    Keys that a mapping gives twice are told to `twice`.
    """
    if isinstance(node, yaml.ScalarNode):
        return node.value if node.tag == _STRING else loader.construct_object(node, deep=True)
    if isinstance(node, yaml.SequenceNode):
        return [_data(child, loader, twice) for child in node.value]
    if isinstance(node, yaml.MappingNode) and all(isinstance(key, yaml.ScalarNode) for key, _ in node.value):
        data = {_data(key, loader, twice): _data(child, loader, twice) for key, child in node.value}
        if len(data) < len(node.value):
            twice += _repeated(node)
        return data
    return loader.construct_object(node, deep=True)


def _repeated(node: yaml.MappingNode) -> Iterator[tuple[Mark, str]]:
    first: dict[str, int] = {}
    for key, value in node.value:
        mark = _begin(key)
        if key.value in first and not _is_bare(value):
            yield mark, f"key {key.value!r} is given twice, first in line {first[key.value]}"
        first.setdefault(key.value, mark.line)
