"""Figures in a real browser: one drawing at a time, links that work, sizes for thumbs, outlines on paper."""

from __future__ import annotations

from pathlib import Path

import pytest
from playwright.sync_api import Browser

from diagrams.diagram_pages import filled_journey, open_page, page_of
from diagrams.diagram_samples import SampleLinks, read_journey
from journeybook.diagrams import Figure, Request, available, draw, draw_many

FIVE = read_journey(Path(__file__).parent / "cases" / "five.yaml")
SHOWN = "s => s.filter(x => getComputedStyle(x).display !== 'none').map(x => x.classList[2])"


def path() -> Figure:
    return draw(FIVE, "path", SampleLinks(), name="a")


def phones() -> list[Figure]:
    """A figure of every view that has a drawing for phones."""
    journey = filled_journey(5, "Label")
    figures = draw_many(Request(journey, view, SampleLinks(), f"fig-{view}") for view in available())
    return [figure for figure in figures if not figure.scrolls]


@pytest.mark.parametrize(
    ("width", "shown"),
    [(1280, "desk"), (860, "desk"), (800, "tablet"), (700, "tablet"), (600, "phone"), (390, "phone")],
)
def test_one_drawing(browser: Browser, width: int, shown: str) -> None:
    """The column's width decides which drawing is there; the others are not rendered, so that none is read twice.

    Paper gets that which is said to fit it, at whatever width the window is.
    """
    figure = path()
    page = open_page(browser, page_of([figure]), width)
    assert page.eval_on_selector_all("svg.jd", SHOWN) == [f"jd-{shown}"]
    page.emulate_media(media="print")
    assert page.eval_on_selector_all("svg.jd", SHOWN) == [f"jd-{figure.paper.paper}"]
    page.close()


def test_outlines_on_paper(browser: Browser) -> None:
    """On paper, chevrons are white with a black outline, from the dark scheme as well."""
    page = open_page(browser, page_of([path()], "slate"), 700)
    page.emulate_media(media="print")
    style = page.eval_on_selector(
        ".jd-tablet .jd-fill path", "p => [getComputedStyle(p).fill, getComputedStyle(p).stroke]"
    )
    assert style == ["rgb(255, 255, 255)", "rgb(0, 0, 0)"]
    page.close()


def test_phone_sizes(browser: Browser) -> None:
    """On a phone 390 pixels wide, no text is below 13 pixels, links are 44 pixels high or more, nothing is wider."""
    page = open_page(browser, page_of(phones()), 390)
    sizes = page.eval_on_selector_all(
        ".jd-phone text", "t => t.map(x => parseFloat(getComputedStyle(x).fontSize) * x.getCTM().a)"
    )
    assert min(sizes) >= 13
    low = page.eval_on_selector_all(
        ".jd-phone a",
        "a => a.map(x => [x.id, x.getBoundingClientRect().height]).filter(([, height]) => height < 44)",
    )
    assert low == []
    assert page.evaluate("document.documentElement.scrollWidth") == 390
    page.close()


def test_links_work(browser: Browser) -> None:
    """Every link can be reached by keyboard, shows it, and leads where the drawing says, wherever it is clicked."""
    page = open_page(browser, page_of([path()]))
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.getAttribute('aria-label')") == "1 Become aware"
    ring = "getComputedStyle(document.activeElement.querySelector('path')).strokeWidth"
    assert page.evaluate(ring) == "6px"
    page.keyboard.press("Tab")
    assert page.evaluate("getComputedStyle(document.activeElement).outlineWidth") == "2px"
    page.locator('.jd-desk a[aria-label="2 Explore and compare"] .jd-num text').click()
    assert page.evaluate("location.hash") == "#explore-and-compare"
    page.close()


def test_card_is_a_link(browser: Browser) -> None:
    """A click on a vision's card leads to its stage, on its summary as well, which stands outside of the link."""
    page = open_page(browser, page_of([draw(filled_journey(5, "Label"), "vision", SampleLinks(), name="a")]))
    for number in (1, 4):
        box = page.locator(".jd-desk .jd-body text").nth(number).bounding_box()
        assert box
        page.mouse.click(box["x"] + 5, box["y"] + 8)
        assert page.evaluate("location.hash") == f"#s{number}"
        page.evaluate("scrollTo(0, 0)")
    page.close()
