"""Countries that a text names, in whatever form."""

from pathlib import Path
from typing import Any

import pytest
import yaml

from checker.language.countries import countries, country
from checker.rulebook.tables import table

CASES = yaml.safe_load((Path(__file__).parent / "cases/language/countries.yaml").read_text(encoding="utf-8"))


@pytest.mark.parametrize("case", CASES, ids=lambda case: case["text"][:40])
def test_countries_are_found_in_any_form(case: dict[str, Any]) -> None:
    assert [name for _, name in countries(case["text"])] == case["finds"]


def test_no_form_stands_for_two_countries() -> None:
    listed = [form for name, forms in table("countries")["countries"].items() for form in (name, *forms)]
    assert len(listed) == len(set(listed))
    assert all(form == form.lower() for form in listed)


def test_a_country_is_known_by_its_people() -> None:
    assert country("peruvians") == country("peruvian") == country("peru") == "peru"
    assert country("rope") is None
