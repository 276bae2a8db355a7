"""The same bytes out, whatever the number of processes, the order of the paths and the seed of Python's hashes."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

from checker.articles import documents, read
from checker.records import Article, Document
from checker.rulebook import Rulebook, default_rulebook
from checker.run import workers

ROOT = Path(__file__).parent.parent
FOLDERS = sorted(str(path.relative_to(ROOT)) for path in (ROOT / "tests" / "corpus").iterdir())


def outputs(folder: Path, *, seed: int, jobs: int, paths: list[str]) -> dict[str, bytes]:
    """What `check` and `extract` write about the corpus."""
    command = (sys.executable, "-m", "checker")
    place = folder / f"{seed}-{jobs}-{len(paths)}"
    formats = [part for name in ("html", "json", "markdown") for part in ("--format", f"{name}:{place / name}")]
    environment = {**os.environ, "PYTHONHASHSEED": str(seed)}
    check = (*command, "check", *paths, "--jobs", str(jobs), "--fail-on", "never", *formats)
    extract = (*command, "extract", *paths)
    said, lines = (
        subprocess.run(run, cwd=ROOT, env=environment, capture_output=True, check=True).stdout
        for run in (check, extract)
    )
    said = said[: said.rindex(b"Report")]  # the rest tells the names of the files
    return {"summary": said, "extract": lines, **{path.name: path.read_bytes() for path in place.iterdir()}}


@pytest.fixture(scope="module")
def plain(tmp_path_factory: pytest.TempPathFactory) -> dict[str, bytes]:
    return outputs(tmp_path_factory.mktemp("plain"), seed=0, jobs=1, paths=FOLDERS)


@pytest.mark.parametrize(
    ("seed", "jobs", "paths"),
    [
        (0, 2, FOLDERS),
        (1, 1, FOLDERS[::-1]),
        (4242, 2, [*FOLDERS[::-1], FOLDERS[0]]),
    ],
)
def test_the_same_bytes(plain: dict[str, bytes], tmp_path: Path, seed: int, jobs: int, paths: list[str]) -> None:
    assert len(plain["extract"].splitlines()) > 20
    assert outputs(tmp_path, seed=seed, jobs=jobs, paths=paths) == plain


def length(article: Article, rules: Rulebook) -> tuple[str, int, int]:
    """Work that a pool can be sent: it needs both the article and the rules."""
    return article.id, len(article.text), len(rules.facts)


@pytest.mark.parametrize("chunk", [1, 2_000, 10**9])
def test_a_pool_gives_what_one_process_gives(monkeypatch: pytest.MonkeyPatch, chunk: int) -> None:
    monkeypatch.setattr(workers, "CHUNK", chunk)
    rules = default_rulebook()
    files = [item for item in documents([str(ROOT / "tests" / "corpus")]) if isinstance(item, Document)]
    articles = [item for file in files for item in read(file, rules.layouts) if isinstance(item, Article)]
    expected = [length(article, rules) for article in articles]
    assert list(workers.each(length, articles, rules, 1)) == expected
    assert list(workers.each(length, articles, rules, 3)) == expected
    monkeypatch.setattr(workers, "SMALL", 1)
    assert list(workers.each(length, iter(articles), rules)) == expected
