"""The page in a real browser, headless Chromium: filters, pictures, dark mode, keyboard, print, accessibility.

Needs Chromium (Debian: `apt-get install chromium`) and the extra `browser`; skipped where either is missing.  The
accessibility checks need axe-core as well (`npm install axe-core`, or AXE_CORE=path/to/axe.min.js).
"""

from __future__ import annotations

import os
import shutil
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import msgspec
import pytest
from report_hostile import HOSTILE, hostile
from sample_report import sample

from checker.records import Report
from checker.report import FORMATS

playwright = pytest.importorskip("playwright.sync_api", reason="needs the extra `browser`: pip install .[browser]")
CHROMIUM = next(filter(None, map(shutil.which, ("chromium", "chromium-browser", "google-chrome"))), None)
pytestmark = pytest.mark.skipif(CHROMIUM is None, reason="needs Chromium: apt-get install chromium")

ROOT = Path(__file__).parents[1]
FLAGS = (
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
)
SHOWN = "[data-finding]:visible"


@pytest.fixture(scope="module")
def browser() -> Iterator[Any]:
    with playwright.sync_playwright() as started:
        chromium = started.chromium.launch(executable_path=CHROMIUM, args=FLAGS)
        yield chromium
        chromium.close()


class Opened:
    """A page with what it said on the console and what it asked for."""

    def __init__(self, browser: Any, report: Report, folder: Path, **options: Any) -> None:
        file = folder / "report.html"
        file.write_text(FORMATS["html"](report, lambda uri: None if uri == "-" else uri), encoding="utf-8")
        self.said: list[str] = []
        self.asked: list[str] = []
        self.page = browser.new_page(**options)
        self.page.on("console", lambda message: self.said.append(message.text))
        self.page.on("pageerror", lambda error: self.said.append(str(error)))
        self.page.on("request", lambda request: self.asked.append(request.url))
        self.page.goto(file.as_uri())
        self.own = file.as_uri()

    def check_calm(self) -> None:
        """Nothing on the console, nothing loaded but the page itself."""
        assert self.said == []
        assert {url.partition("#")[0] for url in self.asked if not url.startswith("data:")} == {self.own}


@pytest.fixture
def opened(browser: Any, tmp_path: Path) -> Iterator[Opened]:
    one = Opened(browser, sample(), tmp_path, viewport={"width": 1200, "height": 900})
    yield one
    one.check_calm()
    one.page.close()


def shown(page: Any) -> list[str]:
    """Ids of the findings that are not filtered away, opened so that they could be seen."""
    page.evaluate("document.querySelectorAll('details.item').forEach(item => { item.open = true })")
    return [node.get_attribute("data-finding") for node in page.locator(SHOWN).all()]


def test_all_is_shown_at_first(opened: Opened) -> None:
    assert shown(opened.page) == ["aa11", "bb22", "cc33"]
    assert opened.page.inner_text("#count") == "3 findings"
    assert opened.page.get_attribute("#count", "aria-live") == "polite"


@pytest.mark.parametrize(
    ("group", "value", "expected"),
    [
        ("verdict", "arithmetic", ["aa11"]),
        ("verdict", "conflict", ["bb22"]),
        ("severity", "info", ["cc33"]),
    ],
)
def test_chips_filter(opened: Opened, group: str, value: str, expected: list[str]) -> None:
    opened.page.check(f"[name={group}][value={value}]")
    assert shown(opened.page) == expected
    assert opened.page.inner_text("#count") == f"{len(expected)} of 3 findings"


def test_two_chips_of_a_group_show_either_and_two_groups_both(opened: Opened) -> None:
    opened.page.check("[value=error]")
    opened.page.check("[value=warning]")
    assert shown(opened.page) == ["aa11", "bb22"]
    opened.page.check("[name=verdict][value=conflict]")
    assert shown(opened.page) == ["bb22"]
    opened.page.click("[type=reset]")
    assert shown(opened.page) == ["aa11", "bb22", "cc33"]
    assert not opened.page.is_visible("[type=reset]")


def test_check_and_outlet_filter(opened: Opened) -> None:
    opened.page.select_option("[name=check]", "updated")
    assert shown(opened.page) == ["cc33"]
    assert not opened.page.is_visible("#to-look-at")
    opened.page.select_option("[name=check]", "")
    opened.page.select_option("[name=outlet]", label="Vell Courier (2)")
    assert shown(opened.page) == ["bb22", "cc33"]


def test_search_finds_words_in_any_order_and_case(opened: Opened) -> None:
    opened.page.keyboard.press("/")
    opened.page.keyboard.type("OBERWICK hospitals")
    assert shown(opened.page) == ["aa11"]
    opened.page.keyboard.type(" nowhere")
    assert shown(opened.page) == []
    assert opened.page.is_visible("#none")
    opened.page.keyboard.press("Escape")
    assert shown(opened.page) == ["aa11", "bb22", "cc33"]


def test_the_picture_is_seen(opened: Opened) -> None:
    picture = opened.page.locator("#finding-bb22 svg.course")
    picture.scroll_into_view_if_needed()
    assert picture.is_visible()
    assert picture.bounding_box()["width"] > 400
    assert picture.locator("circle").count() == 4
    line = picture.locator(".steps")
    assert line.evaluate("path => getComputedStyle(path).stroke") not in ("none", "rgba(0, 0, 0, 0)")
    for text in picture.locator("text").all():
        outer, inner = picture.bounding_box(), text.bounding_box()
        assert outer["x"] <= inner["x"]
        assert inner["x"] + inner["width"] <= outer["x"] + outer["width"]


def test_a_link_to_a_finding_opens_it(opened: Opened) -> None:
    opened.page.evaluate("document.querySelectorAll('details.item').forEach(item => { item.open = false })")
    opened.page.evaluate("location.hash = '#finding-bb22'")
    opened.page.wait_for_selector("#finding-bb22[open] svg.course")


def test_the_keyboard_reaches_everything(opened: Opened) -> None:
    opened.page.keyboard.press("Tab")
    assert opened.page.evaluate("document.activeElement.className") == "skip"
    opened.page.keyboard.press("Enter")
    opened.page.keyboard.press("Tab")
    assert opened.page.evaluate("document.activeElement.tagName") == "SUMMARY"
    before = opened.page.evaluate("document.activeElement.parentElement.open")
    opened.page.keyboard.press("Enter")
    assert opened.page.evaluate("document.activeElement.parentElement.open") != before
    outline = opened.page.evaluate("getComputedStyle(document.activeElement).outlineStyle")
    assert outline == "solid"


def test_open_all_and_close_all(opened: Opened) -> None:
    button = opened.page.locator("#unfold")
    button.click()
    assert opened.page.locator("details.item[open]").count() == 3
    assert button.get_attribute("aria-pressed") == "true"
    button.click()
    assert opened.page.locator("details.item[open]").count() == 0


def test_print_shows_everything_and_no_controls(opened: Opened) -> None:
    opened.page.click("#unfold")
    opened.page.click("#unfold")
    opened.page.evaluate("dispatchEvent(new Event('beforeprint'))")
    opened.page.emulate_media(media="print")
    assert opened.page.locator("blockquote:visible").count() == 5
    assert not opened.page.is_visible("#filters")
    assert opened.page.evaluate("getComputedStyle(document.body).backgroundColor") == "rgb(255, 255, 255)"
    opened.page.evaluate("dispatchEvent(new Event('afterprint'))")
    assert opened.page.locator("details.item[open]").count() == 0


@pytest.mark.parametrize("width", [320, 1200])
@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_light_and_dark_narrow_and_wide(browser: Any, tmp_path: Path, scheme: str, width: int) -> None:
    one = Opened(browser, sample(), tmp_path, color_scheme=scheme, viewport={"width": width, "height": 800})
    paper = one.page.evaluate("getComputedStyle(document.body).backgroundColor.match(/\\d+/g).map(Number)")
    ink = one.page.evaluate("getComputedStyle(document.body).color.match(/\\d+/g).map(Number)")
    assert (sum(paper) < sum(ink)) == (scheme == "dark")
    assert shown(one.page) == ["aa11", "bb22", "cc33"]
    assert one.page.evaluate("document.documentElement.scrollWidth") <= width
    one.check_calm()
    one.page.close()


def test_without_script_all_can_be_read(browser: Any, tmp_path: Path) -> None:
    one = Opened(browser, sample(), tmp_path, java_script_enabled=False)
    assert not one.page.is_visible("#filters")
    one.page.click("#finding-bb22 > summary")
    one.page.click("#finding-cc33 > summary")
    assert one.page.locator("details.item > summary:visible").count() == 3
    one.check_calm()
    one.page.close()


def test_hostile_texts_do_nothing(browser: Any, tmp_path: Path) -> None:
    base = hostile("word")
    findings = tuple(
        msgspec.structs.replace(finding, id=f"{number:04}{finding.id}")
        for number, text in enumerate(HOSTILE)
        for finding in hostile(text).findings
    )
    one = Opened(browser, msgspec.structs.replace(base, findings=findings), tmp_path)
    one.page.on("dialog", lambda dialog: one.said.append(dialog.message))
    one.page.click("#unfold")
    one.page.fill("[name=text]", "alert(1)")
    assert one.page.locator(SHOWN).count() >= 6
    assert one.page.title().startswith(f"{len(HOSTILE):,} conflicts")
    one.check_calm()
    one.page.close()


def _axe() -> Path | None:
    places = (os.environ.get("AXE_CORE", ""), ROOT / "node_modules" / "axe-core" / "axe.min.js")
    return next((Path(place) for place in places if place and Path(place).is_file()), None)


@pytest.mark.skipif(_axe() is None, reason="needs axe-core: npm install axe-core, or AXE_CORE=path/to/axe.min.js")
@pytest.mark.parametrize("width", [320, 1200])
@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_axe_finds_nothing(browser: Any, tmp_path: Path, scheme: str, width: int) -> None:
    axe = _axe()
    assert axe
    one = Opened(browser, sample(), tmp_path, color_scheme=scheme, viewport={"width": width, "height": 800})
    one.page.evaluate("document.querySelectorAll('details').forEach(item => { item.open = true })")
    one.page.evaluate(axe.read_text(encoding="utf-8"))
    violations = one.page.evaluate("axe.run().then(result => result.violations)")
    assert [(v["id"], v["impact"], [n["html"] for n in v["nodes"]]) for v in violations] == []
    one.check_calm()
    one.page.close()
