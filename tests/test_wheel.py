"""The wheel that users install: built offline, unpacked far from the checkout, with its rules inside."""

from __future__ import annotations

import os
import subprocess
import sys
import zipfile
from pathlib import Path

import msgspec
import pytest

from checker import __version__

ROOT = Path(__file__).parents[1]
PIP = (sys.executable, "-m", "pip", "--disable-pip-version-check", "--no-input")


@pytest.fixture(scope="module")
def wheel(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("wheel")
    build = (*PIP, "wheel", "--quiet", "--no-deps", "--no-build-isolation", "--no-index", "-w", str(folder), str(ROOT))
    done = subprocess.run(build, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr
    (built,) = folder.glob("*.whl")
    return built


@pytest.fixture(scope="module")
def unpacked(wheel: Path) -> Path:
    """A folder with the wheel's content; put first on the path, it hides the checkout."""
    folder = wheel.parent / "site"
    with zipfile.ZipFile(wheel) as archive:
        archive.extractall(folder)
    return folder


def run(unpacked: Path, *arguments: str) -> subprocess.CompletedProcess[str]:
    environment = {**os.environ, "PYTHONPATH": str(unpacked)}
    command = (sys.executable, "-m", "checker", *arguments)
    return subprocess.run(command, cwd=unpacked.parent, env=environment, capture_output=True, text=True, check=False)


def test_it_is_named_for_the_index(wheel: Path) -> None:
    assert wheel.name == f"figure_checker-{__version__}-py3-none-any.whl"


def test_it_holds_package_and_rules_and_nothing_else(unpacked: Path) -> None:
    shipped = {str(path.relative_to(ROOT)) for path in (ROOT / "rules").rglob("*.yaml")}
    inside = {str(path.relative_to(unpacked / "checker")) for path in (unpacked / "checker" / "rules").rglob("*.yaml")}
    assert shipped == inside != set()
    assert {path.name for path in unpacked.iterdir()} == {"checker", f"figure_checker-{__version__}.dist-info"}


def test_it_tells_its_version(unpacked: Path) -> None:
    done = run(unpacked, "--version")
    assert (done.returncode, done.stdout, done.stderr) == (0, f"checker {__version__}\n", "")


def test_it_checks_with_the_rules_inside(unpacked: Path) -> None:
    draft = unpacked.parent / "draft.txt"
    draft.write_text(
        "Mill burns\n\nThe mill in Weaver Street burned down on Tuesday, March 13, 2024.\n", encoding="utf-8"
    )
    page = unpacked.parent / "page.html"
    done = run(unpacked, "check", "--fail-on", "warning", "--format", "json", "--format", f"html:{page}", str(draft))
    found = msgspec.json.decode(done.stdout)["findings"]
    assert [finding["verdict"] for finding in found] == ["calendar"], done.stderr
    assert done.returncode == 1
    assert page.read_text(encoding="utf-8").count("data-finding=") == 1
