"""The Markdown report: what an editor finds in it, and that nothing in an article can break it."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import msgspec
import pytest
import yaml
from markdown_it import MarkdownIt
from sample_report import sample

from checker.evidence import of_spot
from checker.records import Article, Coverage, Evidence, Finding, Page, Report, Spot
from checker.report import FORMATS, headline
from checker.report.findings import QUOTES
from checker.report.markdown import FULL, LISTED
from checker.report.quotes import AROUND, marked

CASES = Path(__file__).parent / "cases" / "report" / "hostile.yaml"
HOSTILE: list[str] = [case["text"] for case in yaml.safe_load(CASES.read_text(encoding="utf-8"))]


def link(uri: str) -> str | None:
    return None if uri == "-" else f"../{uri}"


def render(report: Report) -> str:
    return FORMATS["markdown"](report, link)


def empty() -> Report:
    coverage = Coverage(documents=0, articles=0, quantities=0, claims=0, compared=0, skipped={})
    return Report(coverage=coverage, sources=(), claims=(), facts=(), findings=(), problems=())


def test_golden(golden: Callable[[str, str], None]) -> None:
    golden("sample.md", render(sample()))


def test_no_findings(golden: Callable[[str, str], None]) -> None:
    golden("empty.md", render(empty()))


def test_verdict_comes_first_and_worst_findings_next() -> None:
    lines = render(sample()).splitlines()
    assert lines[0] == "# 1 conflict and 1 calculation that does not fit; 1 update to know of"
    heads = [line for line in lines if line.startswith("#")]
    assert [head.split(":")[0] for head in heads[1:4]] == [
        "## To look at",
        "### 1. Does not add up",
        "### 2. Conflict (warning)",
    ]


@pytest.mark.parametrize("text", HOSTILE)
def test_hostile_articles_change_nothing_but_words(text: str) -> None:
    parser = MarkdownIt("commonmark").enable(["table", "strikethrough"])

    def tags(report: Report) -> list[str]:
        blocks = parser.parse(render(report))
        parts = [part for block in blocks for part in (block, *(block.children or ()))]
        return [part.type for part in parts if part.type not in ("text", "inline")]

    def links(report: Report) -> set[str]:
        blocks = parser.parse(render(report))
        parts = [part for block in blocks for part in block.children or () if part.type == "link_open"]
        return {str(part.attrs["href"]) for part in parts}

    assert tags(spoilt(text)) == tags(spoilt("word"))
    assert links(spoilt(text)) == links(spoilt("word"))


def spoilt(text: str) -> Report:
    """The sample with this text in every place that comes from an article."""
    report = sample()
    word = f"x {text} x"

    def quoted(side: Evidence) -> Evidence:
        return msgspec.structs.replace(
            side, quote=f"{text} {side.quote} {text}", quote_start=side.quote_start - len(text) - 1
        )

    def told(finding: Finding) -> Finding:
        sides = tuple(quoted(side) for side in finding.evidence)
        return msgspec.structs.replace(finding, message=word, working=word, evidence=sides)

    def swap(records: tuple[msgspec.Struct, ...], **changes: object) -> tuple[msgspec.Struct, ...]:
        return tuple(msgspec.structs.replace(record, **changes) for record in records)

    return msgspec.structs.replace(
        report,
        sources=swap(report.sources, title=word, outlet=word, published=word),
        claims=swap(report.claims, speaker=word, figure=word),
        facts=swap(report.facts, label=word, why=(word,)),
        findings=tuple(told(finding) for finding in report.findings),
        problems=swap(report.problems, message=word),
    )


def test_long_runs_are_cut_and_say_so() -> None:
    report = sample()
    conflict, note = report.findings[1], report.findings[2]
    urgent = [msgspec.structs.replace(conflict, id=f"w{n:03}") for n in range(FULL + 7)]
    notes = [msgspec.structs.replace(note, id=f"n{n:03}", fact=None) for n in range(LISTED + 5)]
    agreed = [msgspec.structs.replace(report.facts[1], id=f"f{n:03}", label=f"fact {n:03}") for n in range(LISTED + 3)]
    problems = [msgspec.structs.replace(report.problems[0], uri=f"p{n:03}") for n in range(LISTED + 2)]
    text = render(
        msgspec.structs.replace(
            report,
            findings=(*urgent, *notes),
            facts=(*report.facts[:1], *agreed),
            problems=tuple(problems),
        )
    )
    assert f"finding `w{FULL - 1:03}`" in text
    assert f"finding `w{FULL:03}`" not in text
    assert "*And 7 more findings" in text
    assert [f"*and {n} more*" in text for n in (5, 3, 2)] == [True, True, True]


def test_many_sides_are_quoted_in_part() -> None:
    report = sample()
    side = report.findings[1].evidence[0]
    sides = tuple(msgspec.structs.replace(side, quote_start=n, start=n + 3, end=n + 5) for n in range(QUOTES + 4))
    text = render(
        msgspec.structs.replace(report, findings=(msgspec.structs.replace(report.findings[1], evidence=sides),))
    )
    assert text.count("> “") == QUOTES


def test_a_long_quote_is_cut_around_its_figures() -> None:
    text = "word " * 200 + "exactly 44 people " + "more " * 200
    start = text.index("44")
    article = Article(id="a", uri="a", title=None, text=text)
    page = Page(article, (), (), (), ((0, len(text)),))
    quote = marked([of_spot(Spot("text", start, start + 2), page)])
    assert "exactly **44** people" in quote
    assert quote.startswith("…word")
    assert quote.endswith("more…")
    assert len(quote) < 2 * AROUND + 60


@pytest.mark.parametrize(
    ("text", "figure", "expected"),
    [
        ("It cost US$60 then", "$60", "It cost US**\u2060\\$60** then"),
        ("It rose 7%ish", "7%", "It rose **7%\u2060**ish"),
        ("$5 was paid", "$5", "**\\$5** was paid"),
        ("He paid $5", "$5", "He paid **\\$5**"),
    ],
)
def test_figures_are_bold_beside_letters_too(text: str, figure: str, expected: str) -> None:
    start = text.index(figure)
    page = Page(Article(id="a", uri="a", title=None, text=text), (), (), (), ((0, len(text)),))
    quote = marked([of_spot(Spot("text", start, start + len(figure)), page)])
    assert quote == expected
    assert MarkdownIt("commonmark").renderInline(quote).count("<strong>") == 1


def test_headline_counts_in_words() -> None:
    assert headline(empty()) == "Nothing was read"
    assert headline(msgspec.structs.replace(sample(), findings=())) == "No contradiction found"
    assert headline(sample()) == "1 conflict and 1 calculation that does not fit; 1 update to know of"
