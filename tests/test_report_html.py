"""The report as a page: what it holds, that it loads nothing, and that no text in it becomes markup."""

from __future__ import annotations

import re
from base64 import b64encode
from collections.abc import Callable, Iterator
from hashlib import sha256

import msgspec
import pytest
from report_hostile import HOSTILE, PATHS, hostile
from sample_report import sample
from selectolax.lexbor import LexborHTMLParser, LexborNode

from checker.records import Coverage, Report
from checker.report import FORMATS, clean
from checker.report.page import FULL
from checker.report.quotes import passage

EMPTY = Report(
    coverage=Coverage(documents=0, articles=0, quantities=0, claims=0, compared=0, skipped={}),
    sources=(),
    claims=(),
    facts=(),
    findings=(),
    problems=(),
)
EVERY = [*((text, None) for text in HOSTILE), *(("word", path) for path in PATHS)]


def render(report: Report) -> str:
    return FORMATS["html"](report, lambda uri: None if uri == "-" else uri)


def parsed(report: Report) -> LexborHTMLParser:
    return LexborHTMLParser(render(report))


def elements(tree: LexborHTMLParser) -> Iterator[LexborNode]:
    assert tree.root is not None
    return (node for node in tree.root.traverse(include_text=False) if node.tag and node.tag[0].isalpha())


def text_of(tree: LexborHTMLParser, selector: str) -> list[str]:
    return [" ".join(node.text().split()) for node in tree.css(selector)]


def test_golden(golden: Callable[[str, str], None]) -> None:
    golden("sample.html", render(sample()))


def test_a_report_without_anything() -> None:
    tree = parsed(EMPTY)
    assert text_of(tree, "h1") == ["Nothing was read"]
    assert text_of(tree, "h2") == ["What was read"]
    assert tree.css_first("form") is None


def test_a_finding_is_told_in_full() -> None:
    tree = parsed(sample())
    (conflict,) = tree.css("#finding-bb22")
    inside = LexborHTMLParser(conflict.html or "")
    assert text_of(inside, "summary h3") == [
        "93 people killed in the quarry fire, though 121 were reported the day before."
    ]
    assert text_of(inside, ".side .figure") == ["93", "121"]
    assert text_of(inside, ".side mark") == ["93", "121"]
    assert text_of(inside, ".side cite") == ["Untitled", "Third day"]
    assert text_of(inside, ".side b") == ["Vell Courier"]
    assert text_of(inside, ".side time") == ["6 Mar 2031", "5 Mar 2031"]
    assert text_of(inside, ".side .speaker") == ["says the ministry"]
    assert [a.attributes["href"] for a in inside.css(".side a")] == [
        "drop/late/d.jsonl#L1:~:text=killed%2093%20people%2C",
        "drop/c.txt#L9:~:text=Wednesday%20121%20people",
    ]
    assert text_of(inside, ".others") == ["Same figures in drop/a.txt:4"]
    assert text_of(inside, ".working code") == ["93 to 93 does not meet 121 to 121"]
    assert text_of(inside, ".proof dd:has(svg)") == ["72% (all name the quarry; dates within three days)"]
    assert text_of(inside, ".copy") == ['checker baseline accept BASELINE bb22 --reason "…"']
    assert len(inside.css("svg.course")) == 1
    assert text_of(inside, ".over-time tbody tr td:nth-child(2)") == ["at least 93", "115", "121", "93"]


def test_a_link_leads_to_the_figure_in_words_of_its_line() -> None:
    report = sample()
    side = report.findings[0].evidence[0]

    def link(quote: str, figure: str) -> str:
        start = quote.index(figure)
        moved = msgspec.structs.replace(side, quote=quote, quote_start=0, start=start, end=start + len(figure))
        return passage(moved)

    assert link("It rose by (12 mm) at once.", "12 mm") == ":~:text=%2812%20mm%29"
    assert link("a well-known\n93 people", "93") == ":~:text=93%20people"
    assert link("at well-off 93", "93") == ":~:text=well%2Doff%2093"
    assert link("they are\n93\n", "93") == ":~:text=93"
    assert link("1\n2 people", "1\n2") == ""
    assert link("x" * 500 + " " + "9" * 200, "9" * 200) == ""


def test_the_course_of_a_fact_is_shown_once() -> None:
    tree = parsed(sample())
    assert len(tree.css("svg.course")) == 1
    (link,) = tree.css('#finding-cc33 a[href^="#"]')
    assert link.attributes["href"] == "#finding-bb22"


def test_updates_of_one_fact_stand_together() -> None:
    report = sample()
    updated = report.findings[2]
    others = (updated, msgspec.structs.replace(updated, id="dd44", message="It rose again."))
    tree = parsed(msgspec.structs.replace(report, findings=others))
    assert text_of(tree, "details.item > summary h3") == ["people killed, quarry fire"]
    assert text_of(tree, ".item .what") == ["at least 93 → 115 → 121 → 93"]
    assert text_of(tree, "[data-finding] > h4") == [updated.message, "It rose again."]


def test_what_is_left_out_is_said() -> None:
    report = sample()
    many = tuple(msgspec.structs.replace(report.findings[0], id=f"{n:05}") for n in range(FULL + 7))
    tree = parsed(msgspec.structs.replace(report, findings=many))
    assert len(tree.css("[data-finding]")) == FULL
    assert any(text.startswith("And 7 more findings") for text in text_of(tree, ".note"))


def test_the_policy_lets_in_nothing_else() -> None:
    tree = parsed(sample())
    (policy,) = tree.css("meta[http-equiv=Content-Security-Policy]")
    rules = dict(rule.split(" ", 1) for rule in (policy.attributes["content"] or "").split("; "))
    assert rules["default-src"] == "'none'"
    for name in ("style", "script"):
        (element,) = tree.css(name)
        digest = b64encode(sha256(element.text().encode()).digest()).decode()
        assert rules[f"{name}-src"] == f"'sha256-{digest}'"
        assert not element.attributes


@pytest.mark.parametrize(("text", "uri"), [("word", None), *EVERY])
def test_hostile_texts_are_shown_as_they_are(text: str, uri: str | None) -> None:
    usual = {(node.tag, name) for node in elements(parsed(sample())) for name in (None, *node.attributes)}
    tree = parsed(hostile(text, uri))
    assert {(node.tag, name) for node in elements(tree) for name in (None, *node.attributes)} <= usual
    plain = clean(text)
    for selector in ("blockquote", "summary h3", "cite", ".working code", ".side .figure"):
        shown = [" ".join(node.text().split()) for node in tree.css(selector)]
        assert shown
        assert all(plain[:28].rstrip() in found for found in shown) or (selector == "cite" and not plain)
    for node in elements(tree):
        for name, value in node.attributes.items():
            assert not name.startswith("on")
            assert name not in ("style", "src", "srcdoc", "action", "formaction", "xlink:href")
            if name == "href":
                assert re.fullmatch(r"(data:,|#[\w-]+|/?[\w.~%-][\w./~%-]*#L\d+(:~:text=[\w.~%]+)?)", value or ""), (
                    value
                )


@pytest.mark.parametrize("text", HOSTILE)
def test_no_control_and_no_mark_that_turns_text(text: str) -> None:
    page = render(hostile(text))
    assert not re.search(r"[\x00-\x09\x0b-\x1f\x7f-\x9f\u061c\u200b\u200e\u200f\u2028-\u202e\u2066-\u2069\ufeff]", page)


def test_every_reference_has_its_target() -> None:
    tree = parsed(sample())
    ids = [node.attributes["id"] for node in tree.css("[id]")]
    assert len(ids) == len(set(ids))
    for node in elements(tree):
        for name in ("aria-labelledby", "aria-describedby"):
            assert set((node.attributes.get(name) or "").split()) <= set(ids)
        href = node.attributes.get("href") or ""
        assert not href.startswith("#") or href[1:] in ids


def test_filters_count_what_is_there() -> None:
    tree = parsed(sample())
    assert text_of(tree, "fieldset legend") == ["Severity", "Verdict"]
    assert text_of(tree, ".chip") == [
        "Error 1",
        "Warning 1",
        "To know of 1",
        "Conflict 1",
        "Does not add up 1",
        "Updated 1",
    ]
    assert text_of(tree, "select[name=check] option") == [
        "All checks",
        "conflict (1)",
        "parts_total (1)",
        "updated (1)",
    ]
    assert text_of(tree, "select[name=outlet] option") == ["All outlets", "Oberwick | Post (1)", "Vell Courier (2)"]
