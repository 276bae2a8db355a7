"""Layout rules: an editor can add one, and is told what is wrong with it."""

from pathlib import Path

import pytest

from checker.articles import read
from checker.errors import RuleError
from checker.records import Article, Document
from checker.rulebook import Rulebook, default_rulebook

OWN = r"""
- id: bulletin
  name: a bulletin with numbered items
  heads:
    - steps:
        - {line: title, match: 'Item \d+: (?P<title>.+)'}
  furniture:
    anywhere: ['end of item']
"""
BULLETIN = b"""Item 1: Mill opens

The mill opened with 80 weavers.
End of item

Item 2: Dyers wait

All 45 of them.
"""


def rules(folder: Path, text: str) -> Rulebook:
    (folder / "layouts").mkdir()
    (folder / "layouts/own.yaml").write_text(text, encoding="utf-8")
    return Rulebook.load((folder,))


def test_an_editor_can_write_a_layout(tmp_path: Path) -> None:
    layouts = rules(tmp_path, OWN).layouts
    found = [item for item in read(Document("b.txt", BULLETIN), layouts) if isinstance(item, Article)]
    assert [(article.title, article.text, article.line) for article in found] == [
        ("Mill opens", "The mill opened with 80 weavers.", 1),
        ("Dyers wait", "All 45 of them.", 6),
    ]


@pytest.mark.parametrize(
    ("text", "message"),
    [
        (OWN.replace(r"Item \d+", "Item ("), "is not RE2: missing"),
        (OWN.replace("P<title>", "P<headline>"), "unknown group 'headline'"),
        (OWN.replace(r", match: 'Item \d+: (?P<title>.+)'", ""), "a head needs a step with `match`"),
        (OWN.replace("heads:", "head:"), "unknown key 'head'; did you mean 'heads'?"),
        (OWN.replace("line: title", "line: headline"), "'headline' is not allowed here"),
    ],
)
def test_mistakes_in_layouts_are_told(tmp_path: Path, text: str, message: str) -> None:
    with pytest.raises(RuleError) as caught:
        rules(tmp_path, text)
    assert message in str(caught.value)
    assert str(caught.value).startswith(str(tmp_path / "layouts/own.yaml:"))


def test_shipped_layouts_are_loaded() -> None:
    layouts = default_rulebook().layouts
    assert {"category-page", "compilation", "flat-feed", "general"} <= set(layouts)
    assert [layout.id for layout in layouts.values() if not layout.heads] == ["general"]
