"""The gate as CI runs it: a scratch git repository, drop after drop; and the script of the GitHub Action itself."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest
import yaml

ROOT = Path(__file__).parents[1]
CLEAN = "# Rain in Oberwick\n\nIt rained for 3 days in Oberwick, the weather service said on Monday.\n"
FAULTY = "# Crash in Vell\n\nThe crash near Vell killed 12 people: five women, four men and two children.\n"
WORKFLOW = """\
set -u
changed=$(git diff --name-only --diff-filter=AM HEAD~1 -- drop)
"{python}" -m checker check --format text --format sarif:out.sarif $changed
"""
needs_git = pytest.mark.skipif(shutil.which("git") is None, reason="git is not installed")


class Repository:
    """A scratch repository of articles, whose every commit is a drop that CI checks."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.git("init", "--quiet")
        self.commit("README.md", "Drops of articles\n")

    def git(self, *arguments: str) -> None:
        who = ("-c", "user.name=Desk", "-c", "user.email=desk@example.org", "-c", "commit.gpgsign=false")
        subprocess.run(("git", *who, *arguments), cwd=self.folder, check=True, capture_output=True)

    def commit(self, name: str, content: str | bytes) -> None:
        path = self.folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(content.encode() if isinstance(content, str) else content)
        self.git("add", "--all")
        self.git("commit", "--quiet", "-m", name)

    def ci(self) -> subprocess.CompletedProcess[str]:
        """What CI says of the last commit."""
        script = WORKFLOW.format(python=sys.executable)
        return subprocess.run(("sh", "-c", script), cwd=self.folder, capture_output=True, text=True, check=False)

    def checker(self, *arguments: str) -> subprocess.CompletedProcess[str]:
        command = (sys.executable, "-m", "checker", *arguments)
        return subprocess.run(command, cwd=self.folder, capture_output=True, text=True, check=False)


@pytest.fixture
def repository(tmp_path: Path) -> Repository:
    return Repository(tmp_path)


@needs_git
def test_drop_after_drop(repository: Repository) -> None:
    repository.commit("drop/rain.md", CLEAN)
    done = repository.ci()
    assert (done.returncode, done.stdout, done.stderr) == (0, "", "")

    repository.commit("drop/crash.md", FAULTY)
    done = repository.ci()
    assert done.returncode == 1
    assert done.stdout.startswith("drop/crash.md:3:28: error: ")
    assert done.stderr == ""
    (run,) = json.loads((repository.folder / "out.sarif").read_text(encoding="utf-8"))["runs"]
    fingerprint = run["results"][0]["partialFingerprints"]["checkerFinding/v1"]

    accepted = repository.checker(
        "baseline", "accept", "accepted.yaml", fingerprint, "--reason", "as the agency has it"
    )
    assert accepted.returncode == 0
    repository.commit("checker.yaml", "baseline: accepted.yaml\n")
    repository.commit("drop/crash.md", FAULTY.replace("\n\n", "\n\nPolice were at the place on Monday.\n\n"))
    done = repository.ci()
    assert (done.returncode, done.stdout, done.stderr) == (0, "", "")

    repository.commit("drop/crash.md", FAULTY.replace("12", "13"))
    assert repository.ci().returncode == 1

    repository.commit("drop/photo.md", bytes(range(256)) * 20)
    done = repository.ci()
    assert (done.returncode, done.stdout) == (3, "")
    assert done.stderr == "checker: drop/photo.md: is binary, not text\n"

    repository.commit("own/facts/trees.yaml", "- id: felled\n  name: trees felled\n  verbz: [fell]\n")
    repository.commit("checker.yaml", "baseline: accepted.yaml\nrules: [own]\n")
    repository.commit("drop/rain.md", CLEAN.replace("3 days", "4 days"))
    done = repository.ci()
    assert (done.returncode, done.stdout) == (2, "")
    _, told = done.stderr.splitlines()
    assert told == "checker: own/facts/trees.yaml:3:3: unknown key 'verbz'; did you mean 'verbs'?"


FIRE = """\
---
date: 2031-03-{day:02}
---

# Fire kills {dead} in Oberwick mill

A fire in the Larkhall mill in Oberwick killed {dead} people on March 3, 2031, police said.

The fire at the Larkhall mill began before dawn.
"""


@needs_git
def test_a_drop_answers_for_what_it_touches_alone(repository: Repository) -> None:
    repository.commit("drop/crash.md", FAULTY)
    repository.commit("drop/fire.md", FIRE.format(day=4, dead=14))
    repository.commit("drop/later.md", FIRE.format(day=8, dead=9))
    assert repository.checker("archive", "add", "archive.db", "drop").returncode == 0
    against = ("check", "--archive", "archive.db", "--fail-on", "warning", "--format", "text")

    repository.commit("drop/rain.md", CLEAN)
    done = repository.checker(*against, "drop/rain.md")
    assert (done.returncode, done.stdout, done.stderr) == (0, "", "")

    repository.commit("drop/last.md", FIRE.format(day=9, dead=5))
    done = repository.checker(*against, "drop/last.md")
    assert done.returncode == 1
    assert "drop/last.md:7:" in done.stdout
    assert "crash.md" not in done.stdout


def action(folder: Path, **inputs: str) -> subprocess.CompletedProcess[str]:
    """Runs the step of the action that checks, as a runner does."""
    described = yaml.safe_load((ROOT / "action.yml").read_text(encoding="utf-8"))
    (step,) = [step for step in described["runs"]["steps"] if step.get("id") == "check"]
    given = {name: str(about["default"]) for name, about in described["inputs"].items()} | inputs
    variables = {
        name: given[value.removeprefix("${{ inputs.").removesuffix(" }}")] for name, value in step["env"].items()
    }
    runner = folder / "runner"
    (runner / "checker" / "bin").mkdir(parents=True, exist_ok=True)
    command = runner / "checker" / "bin" / "checker"
    command.write_text(f'#!/bin/sh\nexec "{sys.executable}" -m checker "$@"\n', encoding="utf-8")
    command.chmod(0o755)
    environment = {
        **os.environ,
        **variables,
        "RUNNER_TEMP": str(runner),
        "GITHUB_OUTPUT": str(runner / "output"),
        "GITHUB_STEP_SUMMARY": str(runner / "summary"),
        "GITHUB_SERVER_URL": "https://git.example.org",
        "GITHUB_REPOSITORY": "desk/drops",
        "GITHUB_SHA": "0123abc",
    }
    shell = ("bash", "--noprofile", "--norc", "-eo", "pipefail", "-c", step["run"])
    return subprocess.run(shell, cwd=folder / "work", env=environment, capture_output=True, text=True, check=False)


@pytest.fixture
def work(tmp_path: Path) -> Path:
    folder = tmp_path / "work"
    folder.mkdir()
    (folder / "crash.md").write_text(FAULTY, encoding="utf-8")
    return tmp_path


def test_the_action_reports_and_keeps_the_status(work: Path) -> None:
    done = action(work)
    assert (done.returncode, done.stderr) == (0, "")
    assert done.stdout.startswith("::error file=crash.md,line=3,col=28,title=checker%3A parts_total::")
    assert (work / "runner" / "output").read_text(encoding="utf-8") == "status=1\n"
    summary = (work / "runner" / "summary").read_text(encoding="utf-8")
    assert "](https://git.example.org/desk/drops/blob/0123abc/crash.md?plain=1#L3)" in summary
    assert sorted(path.name for path in (work / "work").iterdir()) == ["checker.sarif", "crash.md"]


def test_the_action_takes_its_inputs(work: Path) -> None:
    done = action(
        work, paths="crash.md\ncrash.md", annotations="false", **{"fail-on": "never", "min-confidence": "0.5"}
    )
    assert (done.returncode, done.stdout, done.stderr) == (0, "", "")
    assert (work / "runner" / "output").read_text(encoding="utf-8") == "status=0\n"


@pytest.mark.parametrize("paths", ["$(touch taken)", "`touch taken`", "; touch taken", "--format json:taken crash.md"])
def test_no_input_of_the_action_is_a_command(work: Path, paths: str) -> None:
    done = action(work, paths=paths)
    assert done.returncode == 0
    assert (work / "runner" / "output").read_text(encoding="utf-8") == "status=2\n"
    assert not (work / "work" / "taken").exists()


def test_hooks_name_commands_that_are_there() -> None:
    for hook in yaml.safe_load((ROOT / ".pre-commit-hooks.yaml").read_text(encoding="utf-8")):
        name, *arguments = hook["entry"].split()
        assert name == "checker"
        done = subprocess.run((sys.executable, "-m", name, *arguments, "--help"), capture_output=True, check=False)
        assert done.returncode == 0
