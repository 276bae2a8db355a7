"""The README keeps up with the tool: commands, formats, checks, and links that lead somewhere."""

from __future__ import annotations

import argparse
import re
from pathlib import Path

import pytest

from checker.cli.arguments import parser
from checker.report import FORMATS
from checker.rulebook import default_rulebook

ROOT = Path(__file__).parents[2]
README = (ROOT / "README.md").read_text(encoding="utf-8")
PAGES = sorted(p for p in ROOT.rglob("*.md") if not {".venv", "tests", "reports", "node_modules"} & set(p.parts))


def _commands(of: argparse.ArgumentParser, before: str) -> list[str]:
    below = [action for action in of._actions if isinstance(action, argparse._SubParsersAction)]
    return [
        name
        for action in below
        for word, sub in action.choices.items()
        for name in (_commands(sub, f"{before} {word}") or [f"{before} {word}"])
    ]


def _options(of: argparse.ArgumentParser) -> set[str]:
    found: set[str] = set()
    for action in of._actions:
        if isinstance(action, argparse._SubParsersAction):
            found = found.union(*map(_options, action.choices.values()))
        found |= {option for option in action.option_strings if option.startswith("--") and option != "--help"}
    return found


@pytest.mark.parametrize("command", _commands(parser(), "checker"))
def test_command_is_documented(command: str) -> None:
    assert command in README


@pytest.mark.parametrize("option", sorted(_options(parser())))
def test_option_is_documented(option: str) -> None:
    assert option in README


@pytest.mark.parametrize("name", sorted(FORMATS))
def test_format_is_documented(name: str) -> None:
    assert f"`{name}`" in README


@pytest.mark.parametrize("check", sorted(default_rulebook().checks))
def test_check_is_documented(check: str) -> None:
    assert f"`{check}`" in README


@pytest.mark.parametrize("page", PAGES, ids=lambda page: str(page.relative_to(ROOT)))
def test_links_lead_somewhere(page: Path) -> None:
    targets = re.findall(r"\]\((?!https?:|#|mailto:)([^)#\s]+)", page.read_text(encoding="utf-8"))
    assert [target for target in targets if not (page.parent / target).exists()] == []


def test_excerpt_is_from_the_sample_report() -> None:
    (excerpt,) = re.findall(r"^<!-- from reports/sample.md -->\n\n(.*?)\n<!-- end -->$", README, re.M | re.S)
    sample = (ROOT / "reports" / "sample.md").read_text(encoding="utf-8").replace("](../", "](")
    assert excerpt in re.sub(r"^### \d+\. ", "### ", sample, flags=re.M)
