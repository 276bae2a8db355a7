"""The picture of a fact's course: well-formed, the same in any order, nothing outside it or over one another."""

from __future__ import annotations

import re
from collections.abc import Callable
from itertools import combinations
from pathlib import Path
from typing import Any
from xml.etree import ElementTree

import pytest
import yaml
from hypothesis import given, settings
from hypothesis import strategies as st
from report_hostile import HOSTILE

from checker.report import clean
from checker.report.timeline import HEIGHT, WIDTH, Point, timeline

CASES = yaml.safe_load((Path(__file__).parent / "cases" / "report" / "timelines.yaml").read_text(encoding="utf-8"))
SVG = "{http://www.w3.org/2000/svg}"
COURSE = [
    Point(day="2031-03-03", low=93, high=93, figure="at least 93", outlet="Vell Courier", exact=False),
    Point(day="2031-03-04", low=115, high=115, figure="115", outlet="Oberwick Post"),
    Point(day="2031-03-05", low=110, high=130, figure="110 to 130", outlet="Wire"),
    Point(day="2031-03-09", low=93, high=93, figure="93", outlet="", stressed=True),
]
NUMBERS = st.floats(min_value=-1e13, max_value=1e13)
POINTS = st.builds(
    lambda day, ends, figure, outlet, exact, stressed: Point(
        day=day.isoformat(),
        low=min(ends),
        high=max(ends),
        figure=figure,
        outlet=outlet,
        exact=exact,
        stressed=stressed,
    ),
    st.dates(),
    st.tuples(NUMBERS, NUMBERS),
    st.sampled_from(["9", "1,250", "at least <12>", "more than 3.5 million & more", "9" * 40]),
    st.sampled_from(["", "Wire", 'The "Vell" Courier', "A " * 20]),
    st.booleans(),
    st.booleans(),
)


def drawn(points: list[Point], label: str = "people killed") -> ElementTree.Element:
    return ElementTree.fromstring(timeline(points, label, "x", alone=True))


def said(case: dict[str, Any]) -> list[Point]:
    return [
        Point(day=str(day), low=value, high=value, figure=figure, outlet="Wire")
        for day, value, figure in case["points"]
    ]


def test_golden(golden: Callable[[str, str], None]) -> None:
    golden("timeline.svg", timeline(COURSE, "people killed, quarry fire", "f1", alone=True))


@pytest.mark.parametrize("case", CASES, ids=lambda case: case["what"])
def test_axes(case: dict[str, Any]) -> None:
    picture = timeline(said(case), "people", "x", alone=True)
    if "none" in case:
        assert picture == ""
        return
    axis = ElementTree.fromstring(picture).find(f"{SVG}g[@class='axis']")
    assert axis is not None
    texts = axis.findall(f"{SVG}text")
    assert [text.text for text in texts if text.get("text-anchor") == "end"] == case["values"]
    days = sorted((text for text in texts if text.get("text-anchor") == "middle"), key=lambda t: float(t.get("x", "")))
    assert [text.text for text in days] == case["days"]


def test_it_is_told_in_words() -> None:
    picture = drawn(COURSE)
    assert picture.get("role") == "img"
    assert picture.get("aria-labelledby") == picture[0].get("id")
    assert picture.get("aria-describedby") == picture[1].get("id")
    assert picture[0].text == "people killed, over time"
    assert picture[1].text == (
        "3 Mar 2031: at least 93, Vell Courier; 4 Mar 2031: 115, Oberwick Post; 5 Mar 2031: 110 to 130, Wire; "
        "9 Mar 2031: 93."
    )


def test_every_point_has_its_title() -> None:
    groups = [group for group in drawn(COURSE).iter(f"{SVG}g") if "point" in group.get("class", "")]
    assert [(group.get("class"), group.findtext(f"{SVG}title")) for group in groups] == [
        ("point open", "at least 93, Vell Courier, 3 Mar 2031"),
        ("point", "115, Oberwick Post, 4 Mar 2031"),
        ("point", "110 to 130, Wire, 5 Mar 2031"),
        ("point stressed", "93, 9 Mar 2031"),
    ]
    assert [len(group.findall(f"{SVG}path")) for group in groups] == [0, 0, 1, 0]


def test_many_points_are_cut_and_that_is_said() -> None:
    points = [Point(day=f"2031-03-{n % 28 + 1:02}", low=n, high=n, figure=str(n), outlet="") for n in range(100)]
    picture = drawn(points)
    assert len(picture.findall(f".//{SVG}circle")) == 60
    assert (picture[1].text or "").endswith("; 40 later ones are left out.")


def test_inside_a_page_it_brings_no_style() -> None:
    assert "<style" not in timeline(COURSE, "people", "x")
    assert "xmlns" not in timeline(COURSE, "people", "x")


@pytest.mark.parametrize("text", HOSTILE)
def test_hostile_texts_stay_texts(text: str) -> None:
    plain = clean(text)
    points = [Point(day=p.day, low=p.low, high=p.high, figure=plain, outlet=plain) for p in COURSE]
    picture = drawn(points, plain)
    assert {element.tag.removeprefix(SVG) for element in picture.iter()} <= (
        {"svg", "title", "desc", "style", "g", "path", "text", "circle"}
    )
    assert picture[0].text == f"{plain}, over time"


@settings(deadline=None)
@given(points=st.lists(POINTS, min_size=3, max_size=14))
def test_nothing_leaves_the_picture_or_covers_a_label(points: list[Point]) -> None:
    picture = drawn(points)
    numbers = [float(n) for path in picture.iter(f"{SVG}path") for n in re.findall(r"-?[\d.]+", path.get("d", ""))]
    assert all(0 <= number <= WIDTH for number in numbers)
    for circle in picture.iter(f"{SVG}circle"):
        assert 0 < float(circle.get("cx", "")) < WIDTH
        assert 0 < float(circle.get("cy", "")) < HEIGHT
    labels = [text for group in picture.findall(f"{SVG}g[@class]")[1:] for text in group.iter(f"{SVG}text")]
    spots = [(text.get("x"), text.get("y")) for text in labels]
    assert all(one != other for one, other in combinations(spots, 2))


@settings(deadline=None)
@given(points=st.lists(POINTS, min_size=3, max_size=8), data=st.data())
def test_order_does_not_matter(points: list[Point], data: st.DataObject) -> None:
    shuffled = data.draw(st.permutations(points))
    assert timeline(points, "people", "x") == timeline(shuffled, "people", "x")
