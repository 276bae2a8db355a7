"""What holds for every file: short modules, nothing left to do, nothing said of the machine it was written on."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
KINDS = {".py", ".md", ".yaml", ".toml", ".txt", ".html", ".jsonl", ".j2", ".css", ".js", ""}
TOP = ("checker", "rules", "tests", ".ci")
LONGEST = 400
LONGEST_CHECK = 180

UNFINISHED = re.compile(r"\b(?:TODO|FIXME|XXX|HACK)\b|# ?[-=*]{4,}")
ELSEWHERE = re.compile(r"(?<![\w.)])/(?:home|root|work|Users|mnt|opt)/\w|\b[A-Z]:\\\\Users|\.\./shared\b")
MAKERS = re.compile(r"\b(?:AI|LLM|GPT|Claude|chatbot|sub-?agent|language model)s?\b")


def _files() -> list[Path]:
    below = [path for top in TOP for path in (ROOT / top).rglob("*") if path.is_file()]
    top = [path for path in ROOT.iterdir() if path.is_file() and path.name not in (".git", "uv.lock")]
    return sorted(path for path in below + top if path.suffix in KINDS and path != Path(__file__))


def _modules() -> list[Path]:
    return [path for path in _files() if path.suffix == ".py"]


def _named(paths: list[Path]) -> list[object]:
    return [pytest.param(path, id=str(path.relative_to(ROOT))) for path in paths]


def _lines(pattern: re.Pattern[str], path: Path) -> list[str]:
    text = path.read_bytes().decode("utf-8", "replace")
    return [f"{path.name}:{n}: {line}" for n, line in enumerate(text.splitlines(), 1) if pattern.search(line)]


def test_the_files_are_found() -> None:
    names = {str(path.relative_to(ROOT)) for path in _files()}
    assert {"checker/records.py", "README.md", "Makefile", ".ci/run", "tests/corpus.yaml"} <= names


@pytest.mark.parametrize("path", _named(_modules()))
def test_a_module_is_short_and_says_what_it_is(path: Path) -> None:
    text = path.read_text(encoding="utf-8")
    is_check = path.parent == ROOT / "checker" / "checks" and not path.stem.startswith("_")
    assert text.count("\n") <= (LONGEST_CHECK if is_check else LONGEST)
    assert not text.strip() or text.startswith('"""'), "lacks a docstring"


def test_nothing_is_left_to_do() -> None:
    assert [line for path in _modules() for line in _lines(UNFINISHED, path)] == []


def test_no_path_of_a_machine() -> None:
    gold = ROOT / "tests" / "benchmarks"
    said = [line for path in _files() if gold not in path.parents for line in _lines(ELSEWHERE, path)]
    assert said == []


def test_the_project_speaks_of_itself_alone() -> None:
    assert [line for path in _files() for line in _lines(MAKERS, path)] == []
