"""Names of people, places and bodies."""

from pathlib import Path
from typing import Any

import pytest
import yaml

from checker.language.names import familiar, names

CASES = yaml.safe_load((Path(__file__).parent / "cases/facts/names.yaml").read_text(encoding="utf-8"))


@pytest.mark.parametrize("case", CASES, ids=lambda case: case["text"][:40])
def test_names_of_a_text(case: dict[str, Any]) -> None:
    found = names(case["text"])
    assert [name.key for name in found] == case["finds"]
    for name in found:
        shown = case["text"][name.start : name.end].lower().replace("’", "'")
        assert shown == name.key
    kinds = {name.key: name.kind for name in found}
    assert {key: kinds[key] for key in case.get("kinds", {})} == case.get("kinds", {})


def test_a_stretch_sees_the_whole_text() -> None:
    text = "Tolls rose. Drennova mourned. The fire in Drennova went on."
    assert [name.key for name in names(text, 12, 28)] == ["drennova"]


def test_headlines_show_known_names() -> None:
    known = names("The fire in Port Aldra killed Nora Tesk, 34.")
    assert [name.key for name in familiar("Tesk Died In Port Aldra Fire", known)] == ["nora tesk", "port aldra"]
