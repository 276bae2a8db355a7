"""The corpus of invented news: each planted error is reported, each trap stays silent, and nothing else is an alarm.

What stands where is told in `corpus.yaml`; places are found by words near the figure, so that articles may be edited.
"""

from __future__ import annotations

from functools import cache
from pathlib import Path
from typing import Any, NamedTuple

import pytest
import yaml

from checker.articles import documents, read
from checker.records import Article, Document, Finding, Report
from checker.rulebook import default_rulebook
from checker.run import check

HERE = Path(__file__).parent
CORPUS = HERE / "corpus"
LABELS: dict[str, list[dict[str, Any]]] = yaml.safe_load((HERE / "corpus.yaml").read_text(encoding="utf-8"))


class Spot(NamedTuple):
    """A figure's place in an article."""

    article: str
    field: str
    start: int
    end: int


@cache
def report() -> Report:
    return check([str(CORPUS)], default_rulebook(), 1)


@cache
def articles() -> dict[str, list[Article]]:
    """The articles of each file."""
    found: dict[str, list[Article]] = {}
    for document in documents([str(CORPUS)]):
        assert isinstance(document, Document)
        for article in read(document, default_rulebook().layouts):
            assert isinstance(article, Article)
            found.setdefault(str(Path(document.uri).relative_to(CORPUS)), []).append(article)
    return found


def spot(place: dict[str, str]) -> Spot:
    hits = [
        Spot(article.id, name, at + place["near"].index(place["figure"]), 0)
        for article in articles()[place["file"]]
        for name, text in (("title", article.title or ""), ("text", article.text))
        if (at := text.replace("’", "'").find(place["near"].replace("’", "'"))) >= 0
    ]
    assert len(hits) == 1, f"{place}: stands in {len(hits)} fields of articles, not in one"
    return hits[0]._replace(end=hits[0].start + len(place["figure"]))


def touches(finding: Finding, at: Spot) -> bool:
    return any(
        (side.article, side.field) == (at.article, at.field) and side.start < at.end and at.start < side.end
        for side in finding.evidence
    )


def alarms() -> list[Finding]:
    return [finding for finding in report().findings if finding.severity != "info"]


def shown(findings: list[Finding]) -> str:
    return "\n".join(
        f"{f.check}: {f.verdict}, {f.severity}: {f.message} [{f.working}] "
        + "; ".join(f"{Path(side.uri).name}:{side.line} {side.figure!r}" for side in f.evidence)
        for f in findings
    )


def named(kind: str) -> pytest.MarkDecorator:
    return pytest.mark.parametrize("label", [pytest.param(label, id=label["id"]) for label in LABELS[kind]])


def test_every_file_is_read() -> None:
    files = {str(path.relative_to(CORPUS)) for path in CORPUS.rglob("*.*")}
    assert set(articles()) == files
    assert report().problems == ()
    assert report().coverage.articles == 30


def test_every_article_has_title_outlet_and_date() -> None:
    bare = [a.uri for group in articles().values() for a in group if not (a.title and a.outlet and a.published)]
    assert bare == []


@named("planted")
def test_planted_error_is_reported(label: dict[str, Any]) -> None:
    wrong = spot(label["wrong"])
    against = [spot(place) for place in label.get("against", ())]
    near = [finding for finding in report().findings if touches(finding, wrong)]
    hits = [
        finding
        for finding in near
        if finding.verdict in label["verdict"]
        and finding.severity != "info"
        and (not against or any(touches(finding, other) for other in against))
    ]
    assert hits, f"{label['why']}\nFindings that touch it:\n{shown(near) or 'none'}"


@named("traps")
def test_trap_stays_silent(label: dict[str, Any]) -> None:
    figures = [spot(place) for place in label["figures"]]
    needed = min(2, len(figures))
    fallen = [
        finding
        for finding in alarms()
        if finding.verdict != "updated" and sum(touches(finding, at) for at in figures) >= needed
    ]
    assert not fallen, f"{label['why']}\n{shown(fallen)}"


def test_nothing_else_is_an_alarm() -> None:
    planted = [spot(label["wrong"]) for label in LABELS["planted"]]
    false = [finding for finding in alarms() if not any(touches(finding, at) for at in planted)]
    assert not false, shown(false)
