"""`checker completion`: scripts that a shell takes, and what comes of them in bash."""

from __future__ import annotations

import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from checker.cli import main

COMPLETED = """\
source "$1"
COMP_WORDS=({words}); COMP_CWORD={at}
_shtab_checker
printf '%s\\n' "${{COMPREPLY[@]}}"
"""


@pytest.mark.parametrize("shell", ["bash", "zsh", "fish"])
def test_every_shell_is_told_every_command(shell: str, capsys: pytest.CaptureFixture[str]) -> None:
    pytest.importorskip("shtab")
    assert main(["completion", shell]) == 0
    script = capsys.readouterr().out
    assert all(word in script for word in ("check", "baseline", "prune", "min-confidence", "schema"))


@pytest.mark.parametrize(
    ("words", "completed"),
    [
        ("checker ba", ["baseline"]),
        ("checker baseline pr", ["prune"]),
        ("checker check --fail-", ["--fail-on"]),
        ("checker check --fail-on w", ["warning"]),
        ("checker check dr", ["draft.txt"]),
    ],
)
def test_bash_completes(words: str, completed: list[str], tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    pytest.importorskip("shtab")
    bash = shutil.which("bash")
    if bash is None:
        pytest.skip("bash is not installed")
    main(["completion", "bash"])
    script = tmp_path / "completion"
    script.write_text(capsys.readouterr().out, encoding="utf-8")
    (tmp_path / "draft.txt").write_text("Rain\n", encoding="utf-8")
    asked = COMPLETED.format(words=words, at=len(words.split()) - 1)
    done = subprocess.run((bash, "-c", asked, "bash", str(script)), cwd=tmp_path, capture_output=True, text=True)
    assert done.stdout.split() == completed


def test_without_shtab_it_says_what_is_needed(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setitem(sys.modules, "shtab", None)
    assert main(["completion", "bash"]) == 2
    assert capsys.readouterr().err == ("checker: completion needs shtab: pip install 'figure-checker[completion]'\n")
