"""The views of a journey on its page: one after the other, in words, and as files; and how wide ones scroll."""

from __future__ import annotations

from typing import Any
from xml.etree import ElementTree as ET

import pytest
from playwright.sync_api import Page

from reference import JOURNEYS
from sites import Open

SVG = "{http://www.w3.org/2000/svg}"
SCROLLED = "[...document.querySelectorAll('.jd-scroll')][0].scrollLeft"


def views(journey: dict[str, Any]) -> list[str]:
    """The names of a journey's views, in order."""
    named = journey.get("views", ["path"])
    return [view if isinstance(view, str) else next(iter(view)) for view in named]


@pytest.mark.parametrize("id", JOURNEYS)
def test_every_view_is_on_the_page(window: Open, id: str) -> None:
    """The first view leads the page, each other one has a section that the page leads to, and each is told in words."""
    page = window().open(f"journeys/{id}/")
    wanted, titles = views(JOURNEYS[id]), [stage["title"] for stage in JOURNEYS[id]["stages"]]
    figures = page.locator("figure.jb-fig")
    assert figures.count() == len(wanted)
    for place, view in enumerate(wanted):
        figure = figures.nth(place)
        assert figure.locator(f"svg.jd-{view}").count() >= 1
        twin = figure.locator("details.jb-twin")
        twin.locator("summary").click()
        told = twin.locator("thead th" if view in ("map", "blueprint") else "ol > li").all_inner_texts()
        assert [title for title, text in zip(titles, told, strict=True) if title not in text] == []
        if place:
            page.locator(f'.jb-fig-more > .jb-views a[href$="#view-{view}"]').click()
            assert page.locator(f"h2#view-{view}").is_visible()


@pytest.mark.parametrize("id", JOURNEYS)
def test_every_view_is_a_file(window: Open, served: str, id: str) -> None:
    """Below each drawing stands a link to an SVG that has the journey's title and needs nothing else."""
    page = window().open(f"journeys/{id}/")
    links = page.locator(".jb-files a[download]")
    assert links.count() == len(views(JOURNEYS[id]))
    for place, view in enumerate(views(JOURNEYS[id])):
        address = links.nth(place).evaluate("a => a.href")
        assert address == f"{served}journeys/{id}/{id}-{view}.svg"
        root = ET.fromstring(page.request.get(address).text())
        assert root.findtext(f"{SVG}title") == JOURNEYS[id]["title"]
        assert page.locator("button[data-jb-download]").nth(2 * place).is_visible()


def at_left(page: Page) -> float:
    """How far the names of the lanes are from the left edge of what scrolls, in pixels."""
    return float(
        page.evaluate(
            """() => { const box = document.querySelector('.jd-scroll');
            return box.querySelector('.jd-head').getBoundingClientRect().left - box.getBoundingClientRect().left; }"""
        )
    )


@pytest.mark.parametrize("width", [390, 768])
def test_a_map_scrolls_by_keyboard(window: Open, width: int) -> None:
    """A map wider than its column scrolls with the arrow keys, the page does not, and the names of lanes stay."""
    reader = window(width)
    page = reader.open("journeys/client-journey/")
    box = page.locator(".jd-scroll").first
    assert box.get_attribute("role") == "region" and "Client journey" in (box.get_attribute("aria-label") or "")
    before = at_left(page)
    box.focus()
    for _ in range(3):
        page.keyboard.press("ArrowRight")
    page.wait_for_function(f"{SCROLLED} > 30")
    assert at_left(page) == pytest.approx(before, abs=1)
    page.keyboard.press("End")
    assert page.evaluate("scrollX") == 0 and reader.wider() == []


def test_all_views_fit_a_phone_but_the_wide_ones(window: Open) -> None:
    """In the gallery on a phone, only the map and the blueprint are wider than their column."""
    page = window(390).open("authoring/views/")
    wide = page.evaluate(
        """() => [...document.querySelectorAll('figure.jb-fig')].filter(figure =>
        [...figure.querySelectorAll('svg.jd')].some(svg => svg.getBoundingClientRect().width > figure.clientWidth + 1))
        .map(figure => figure.querySelector('svg.jd').classList[1])"""
    )
    assert wide == ["jd-map", "jd-blueprint"]


def test_wide_views_on_paper(window: Open) -> None:
    """A drawing that scrolls is printed in panels, of which nothing is seen on a screen, and nothing is said twice."""
    page = window().open("authoring/views/")
    shown = """() => [...document.querySelectorAll('figure.jb-fig:has(.jd-scroll)')].map(figure =>
        [...figure.querySelectorAll('.jd-scroll, .jd-panels')].map(part => part.getBoundingClientRect().height > 0))"""
    assert page.evaluate(shown) == [[True, False]] * 2
    page.emulate_media(media="print")
    assert page.evaluate(shown) == [[False, True]] * 2
