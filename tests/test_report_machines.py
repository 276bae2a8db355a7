"""Formats that machines read: what each says of the sample, its schema, its limits, and that no text can break it."""

from __future__ import annotations

import csv
import io
import json
import re
from collections.abc import Callable
from pathlib import Path
from typing import Any
from xml.etree import ElementTree

import jsonschema
import msgspec
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from report_hostile import HOSTILE, PATHS, hostile
from sample_report import sample

from checker import __version__
from checker.records import Report
from checker.report import FORMATS, clean, github, sarif
from checker.report.claims_csv import COLUMNS
from checker.report.schema import SCHEMAS, schema
from checker.rulebook import default_rulebook
from checker.run import check

SARIF = json.loads((Path(__file__).parent / "schemas" / "sarif-2.1.0-rtm.5.json").read_text(encoding="utf-8"))
"""The schema that the SARIF technical committee published, as Microsoft's SARIF SDK for JavaScript ships it (MIT)."""
GOLDEN = {"csv": "csv", "github": "txt", "jsonl": "jsonl", "junit": "xml", "rdjson": "json", "text": "txt"}
EVERY = [*((text, None) for text in HOSTILE), *(("word", path) for path in PATHS)]
CONTROLS = re.compile(r"[\x00-\x09\x0b-\x1f\x7f-\x9f\u200e\u200f\u2028-\u202e\u2066-\u2069]")


def render(name: str, report: Report) -> str:
    return FORMATS[name](report, lambda uri: uri)


def written(name: str, report: Report) -> str:
    """What is in the file: half a surrogate pair becomes an escape, as when a report is written."""
    return render(name, report).encode("utf-8", "backslashreplace").decode("utf-8")


def shape(value: Any) -> Any:
    """The keys of some JSON, and the kinds of its values."""
    if isinstance(value, dict):
        return {key: shape(inner) for key, inner in value.items()}
    return [shape(inner) for inner in value] if isinstance(value, list) else type(value).__name__


@pytest.mark.parametrize("name", sorted(GOLDEN))
def test_golden(name: str, golden: Callable[[str, str], None]) -> None:
    golden(f"machines/{name}.{GOLDEN[name]}", render(name, sample()))


def test_golden_sarif(golden: Callable[[str, str], None]) -> None:
    """All but the manual pages, which change with the checks."""
    log = json.loads(render("sarif", sample()))
    driver = log["runs"][0]["tool"]["driver"]
    assert driver.pop("version") == __version__
    driver["rules"] = [rule["id"] for rule in driver["rules"]]
    golden("machines/sarif.json", json.dumps(log, indent=1, ensure_ascii=False) + "\n")


def test_sarif_explains_its_rules() -> None:
    rules = {rule["id"]: rule for rule in json.loads(render("sarif", sample()))["runs"][0]["tool"]["driver"]["rules"]}
    assert set(rules) == {"conflict", "parts_total", "updated"}
    assert "What it does" in rules["parts_total"]["help"]["text"]
    assert rules["parts_total"]["defaultConfiguration"] == {"level": "error"}


@pytest.mark.parametrize(("text", "uri"), EVERY)
def test_sarif_is_valid_whatever_the_texts(text: str, uri: str | None) -> None:
    log = json.loads(written("sarif", hostile(text, uri)))
    assert not list(jsonschema.Draft4Validator(SARIF).iter_errors(log))
    for result in log["runs"][0]["results"]:
        links = re.findall(r"(?<!\\)\[(?:[^\]\\]|\\.)*\]\((.*?)\)", result["message"]["text"])
        assert set(links) <= {str(place["id"]) for place in result.get("relatedLocations", ())}
        for place in (*result["locations"], *result.get("relatedLocations", ())):
            uri = place["physicalLocation"]["artifactLocation"]["uri"]
            assert re.fullmatch(r"(file:///)?[\w./%~-]+", uri)


def test_sarif_keeps_to_github_s_limits() -> None:
    report = sample()
    side = report.findings[1].evidence[0]
    many = tuple(msgspec.structs.replace(side, line=n + 1) for n in range(sarif.RELATED + 50))
    finding = report.findings[1]
    found = [msgspec.structs.replace(finding, id=f"{n:05}") for n in range(sarif.RESULTS + 3)]
    found[0] = msgspec.structs.replace(found[0], evidence=many)
    (run,) = json.loads(render("sarif", msgspec.structs.replace(report, findings=tuple(found))))["runs"]
    assert len(run["results"]) == sarif.RESULTS
    assert [result["partialFingerprints"]["checkerFinding/v1"] for result in run["results"][:2]] == ["00000", "00001"]
    assert len(run["results"][0]["relatedLocations"]) == sarif.RELATED
    assert len(run["results"][2]["relatedLocations"]) == 1
    told = [notice["message"]["text"] for notice in run["invocations"][0]["toolExecutionNotifications"]]
    assert told[-1] == "3 findings, less severe or less certain, left out"


def test_github_shows_the_worst_ten_of_a_kind() -> None:
    report = sample()
    error, warning = report.findings[:2]
    found = [msgspec.structs.replace(error, id=f"e{n:02}") for n in range(12)] + [warning]
    lines = render("github", msgspec.structs.replace(report, findings=tuple(found))).splitlines()
    assert [line.partition(" ")[0] for line in lines] == ["::error"] * github.MOST + ["2"] + ["::warning"]
    assert lines[10] == "2 more errors without annotation: GitHub shows 10 of a kind for a step"
    assert "(e00)" in lines[0]
    assert "(e09)" in lines[9]


@pytest.mark.parametrize(("text", "uri"), EVERY)
def test_github_s_commands_are_ours_alone(text: str, uri: str | None) -> None:
    lines = render("github", hostile(text, uri)).split("\n")
    assert lines.pop() == ""
    assert [line.split(" ", 1)[0] for line in lines] == ["::error", "::warning", "::notice"]
    for line in lines:
        assert not CONTROLS.search(line)
        properties = line.split(" ", 1)[1].split("::", 1)[0]
        names = [part.partition("=")[0] for part in properties.split(",")]
        assert names in (["file", "line", "title"], ["file", "line", "col", "title"])
        assert not re.search(r"%(?!25|0D|0A|3A|2C)", line)


@pytest.mark.parametrize(("text", "uri"), EVERY)
def test_junit_opens_in_a_parser(text: str, uri: str | None) -> None:
    top = ElementTree.fromstring(written("junit", hostile(text, uri)))
    plain = ElementTree.fromstring(render("junit", hostile("word", None if uri is None else "plain.txt")))
    assert [element.tag for element in top.iter()] == [element.tag for element in plain.iter()]
    assert {failure.get("message") for failure in top.iter("failure")} == {clean(text)}
    assert not any(CONTROLS.search(told) for element in top.iter() for told in element.itertext())


def test_junit_counts_what_it_holds() -> None:
    for suite in ElementTree.fromstring(render("junit", sample())).iter("testsuite"):
        assert int(suite.get("tests", "")) == len(suite.findall("testcase"))
        assert int(suite.get("failures", "")) == len(suite.findall("testcase/failure"))
        assert int(suite.get("errors", "")) == len(suite.findall("testcase/error"))


@pytest.mark.parametrize(("text", "uri"), EVERY)
def test_no_cell_of_the_csv_is_a_formula(text: str, uri: str | None) -> None:
    rows = list(csv.reader(io.StringIO(written("csv", hostile(text, uri)))))
    assert [len(row) for row in rows] == [len(COLUMNS)] * (1 + len(sample().claims))
    assert tuple(rows[0]) == COLUMNS
    cells = [cell for row in rows[1:] for cell in row]
    assert not [cell for cell in cells if cell.lstrip().startswith(("=", "+", "-", "@", "＝", "＋", "－", "＠"))]
    assert not any(CONTROLS.search(cell) for cell in cells)
    title = rows[1][COLUMNS.index("title")]
    assert title in (clean(text), f"'{clean(text)}")


@pytest.mark.parametrize("name", ["json", "jsonl", "rdjson"])
@pytest.mark.parametrize(("text", "uri"), EVERY)
def test_json_holds_texts_and_nothing_else(name: str, text: str, uri: str | None) -> None:
    def read(report: Report) -> list[Any]:
        lines = written(name, report).split("\n")
        return [json.loads(line) for line in lines if line] if name == "jsonl" else [json.loads("\n".join(lines))]

    assert shape(read(hostile(text, uri))) == shape(read(hostile("word", uri)))


@pytest.mark.parametrize(("text", "uri"), EVERY)
def test_text_is_a_line_a_place(text: str, uri: str | None) -> None:
    told = render("text", hostile(text, uri))
    assert told.count("\n") == render("text", hostile("word", uri)).count("\n")
    assert not CONTROLS.search(told)


@settings(max_examples=60, deadline=None)
@given(text=st.text(max_size=20), uri=st.text(min_size=1, max_size=12).filter(lambda name: "\0" not in name))
def test_any_text_and_name_is_inert(text: str, uri: str) -> None:
    report = hostile(text, uri)
    assert not list(jsonschema.Draft4Validator(SARIF).iter_errors(json.loads(written("sarif", report))))
    assert json.loads(written("json", report))["findings"][0]["message"] == text
    ElementTree.fromstring(written("junit", report))
    assert {len(row) for row in csv.reader(io.StringIO(written("csv", report)))} == {len(COLUMNS)}
    assert render("github", report).count("\n") == 3
    assert render("text", report).count("\n") == render("text", hostile("word", uri)).count("\n")


@pytest.fixture(scope="module")
def corpus() -> Report:
    """What is found in the articles that come with the tests."""
    return check([str(Path(__file__).parent / "corpus")], default_rulebook(), 1)


def test_the_corpus_in_every_format(corpus: Report) -> None:
    assert len(corpus.findings) > 10
    log = json.loads(written("sarif", corpus))
    assert not list(jsonschema.Draft4Validator(SARIF).iter_errors(log))
    assert len(log["runs"][0]["results"]) == len(corpus.findings)
    jsonschema.validate(json.loads(written("json", corpus)), json.loads(schema("json")))
    assert len(written("jsonl", corpus).splitlines()) == len(corpus.findings)
    cases = list(ElementTree.fromstring(written("junit", corpus)).iter("testcase"))
    assert sum(case.find("failure") is not None for case in cases) == sum(f.severity != "info" for f in corpus.findings)
    assert len(list(csv.reader(io.StringIO(written("csv", corpus))))) == 1 + len(corpus.claims)
    assert len(json.loads(written("rdjson", corpus))["diagnostics"]) == len(corpus.findings)


def test_the_tables_are_long_enough() -> None:
    assert len(set(HOSTILE)) >= 80
    assert len(set(PATHS)) >= 15


@pytest.mark.parametrize("output", sorted(SCHEMAS))
def test_golden_schema(output: str, golden: Callable[[str, str], None]) -> None:
    golden(f"schema/{output}.json", schema(output))
    jsonschema.Draft202012Validator.check_schema(json.loads(schema(output)))


@pytest.mark.parametrize(("text", "uri"), [("word", None), *EVERY[::10]])
def test_json_is_as_its_schema_says(text: str, uri: str | None) -> None:
    report = hostile(text, uri)
    jsonschema.validate(json.loads(written("json", report)), json.loads(schema("json")))
    for line in written("jsonl", report).splitlines():
        jsonschema.validate(json.loads(line), json.loads(schema("jsonl")))


@pytest.mark.parametrize("wrong", [{"schema": "checker/2"}, {"findings": [{}]}, {"coverage": None}])
def test_the_schema_refuses_what_is_not_so(wrong: dict[str, Any]) -> None:
    data = json.loads(render("json", sample())) | wrong
    assert list(jsonschema.Draft202012Validator(json.loads(schema("json"))).iter_errors(data))
