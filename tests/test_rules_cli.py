"""`checker rules`: a start for a new rule, YAML to copy, the classes of nouns, and what `test` says of a folder."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
import yaml

from checker.cli import main
from checker.rulebook import default_rulebook, noun_classes

FELLED = """\
- id: felled
  name: trees felled
  counts: %s
  verbs: %s
  examples:
    - text: They felled 12 old trees.
      finds: {figure: "12"}
    - text: A tree fell.
      passes: true
"""


@pytest.fixture(autouse=True)
def here(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A working directory with a folder of rules in it."""
    monkeypatch.chdir(tmp_path)
    write("[tree]", "[fell]")


def write(counts: str, verbs: str) -> None:
    path = Path("own/facts/trees.yaml")
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(FELLED % (counts, verbs), encoding="utf-8")


def test_a_new_rule_holds_as_it_stands(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["rules", "new", "snow_depth_2", "--rules", "own"]) == 0
    out = capsys.readouterr().out
    assert yaml.safe_load(out)[0]["name"] == "snow depth 2"
    Path("own/facts/snow.yaml").write_text(out, encoding="utf-8")
    assert main(["rules", "test", "own"]) == 0
    assert capsys.readouterr().out == "own: adds 2 rules (snow_depth_2, felled)\n4 examples of 2 rules: none failed\n"


@pytest.mark.parametrize(
    ("name", "line"),
    [
        ("killed", "the id 'killed' is in use: people killed (checker rules show killed)"),
        ("weekday_date", "the id 'weekday_date' is in use: The weekday given with a date is the weekday of that date"),
        ("felled", "the id 'felled' is in use: trees felled (checker rules show felled)"),
        ("Snow", "'Snow' can be no id; it is made of small letters, digits and _: snow_ploughs"),
        ("snow-depth", "'snow-depth' can be no id"),
    ],
)
def test_an_id_that_cannot_be(name: str, line: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["rules", "new", name, "--rules", "own"]) == 2
    said = capsys.readouterr()
    assert said.out == ""
    assert said.err.startswith(f"checker: {line}")
    assert said.err.count("\n") == 1


@pytest.mark.parametrize("name", sorted(default_rulebook().facts))
def test_a_shipped_rule_is_copied(name: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["rules", "show", name, "--yaml"]) == 0
    out = capsys.readouterr().out
    (rule,) = yaml.safe_load(out)
    assert rule["id"] == name
    assert out.startswith("- ")
    assert out.endswith("\n")
    assert not out.rstrip().splitlines()[-1].lstrip().startswith("#")
    folder = Path("copy/facts")
    folder.mkdir(parents=True)
    (folder / "copy.yaml").write_text(out, encoding="utf-8")
    assert main(["rules", "test", "copy"]) == 0
    assert f"copy: replaces 1 rule ({name})\n" in capsys.readouterr().out


def test_the_yaml_is_that_of_the_last_folder(capsys: pytest.CaptureFixture[str]) -> None:
    Path("own/checks").mkdir()
    Path("own/checks/own.yaml").write_text("# ours\n- {id: conflict, severity: error}  # all\n", encoding="utf-8")
    assert main(["rules", "show", "conflict", "--yaml", "--rules", "own"]) == 0
    assert capsys.readouterr().out == "- {id: conflict, severity: error}\n"
    assert main(["rules", "show", "felled", "--yaml", "--rules", "own"]) == 0
    assert capsys.readouterr().out == FELLED % ("[tree]", "[fell]")


def test_classes_of_nouns_are_listed(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["rules", "list"]) == 0
    listed = capsys.readouterr().out.partition("Classes of nouns")[2]
    assert [line.split()[0] for line in listed.splitlines()[1:] if line] == list(noun_classes())
    assert "scopes" not in noun_classes()


@pytest.mark.parametrize(
    ("counts", "verbs", "hint"),
    [
        (
            "[trees]",
            "[fell]",
            "3:12: hint: 'trees' is not in its base form; write 'tree', the last word in the singular",
        ),
        ("[Old Tree]", "[fell]", "3:12: hint: 'Old Tree' is not in its base form; write 'tree', the last word"),
        ("[tree]", "[cut, felled]", "4:16: hint: 'felled' is not in its base form; write it as after \"to\""),
        ("[tree]", "[felling]", "4:11: hint: 'felling' is not in its base form"),
        ("[tree]", "[fells]", "4:11: hint: 'fells' is not in its base form"),
        ("[tree]", "[took down]", "4:11: hint: 'took' is not in its base form; write 'take'"),
        ("[tree]", "[to fell]", "4:11: hint: 'to fell' is not in its base form; write 'fell'"),
    ],
)
def test_words_in_another_form_are_hinted_at(
    counts: str, verbs: str, hint: str, capsys: pytest.CaptureFixture[str]
) -> None:
    write(counts, verbs)
    main(["rules", "test", "own"])
    assert f"own/facts/trees.yaml:{hint}" in capsys.readouterr().out


@pytest.mark.parametrize("verbs", ["[fell, feed, shed, bring, process, focus, cut]", "[exceed]"])
def test_base_forms_are_not(verbs: str, capsys: pytest.CaptureFixture[str]) -> None:
    write("[tree, person, sheep]", verbs)
    main(["rules", "test", "own"])
    assert "hint" not in capsys.readouterr().out


def test_a_folder_that_only_changes(capsys: pytest.CaptureFixture[str]) -> None:
    Path("off/facts").mkdir(parents=True)
    Path("off/facts/off.yaml").write_text("- {id: fee, enabled: false}\n", encoding="utf-8")
    assert main(["rules", "test", "off"]) == 0
    assert capsys.readouterr().out == "off: switches off 1 rule (fee)\n"


def test_extract_reads_by_rules_of_one_s_own(capsys: pytest.CaptureFixture[str]) -> None:
    Path("trees.txt").write_text("Trees in Vell\n\nThe council of Vell felled 12 trees on Monday.\n", encoding="utf-8")
    assert main(["extract", "trees.txt", "--rules", "own"]) == 0
    assert [claim["fact"] for claim in json.loads(capsys.readouterr().out)["claims"]] == ["felled"]
