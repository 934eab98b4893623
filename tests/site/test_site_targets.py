"""The size of what answers to a pointer, where a page has to be opened up first: drawer, search, filter, tables, views.

Pages as they come are measured with all else that is asked of them (test_site_pages).
"""

from __future__ import annotations

import pytest
from playwright.sync_api import expect

from audits import LEAST, SMALL_TARGETS
from sites import Open

pytestmark = pytest.mark.proof

OPENED = {
    "twins": ("journeys/client-journey/", "document.querySelectorAll('details').forEach(d => d.open = true)", "main"),
    "notes": ("toolkit/vision-map/", "document.querySelectorAll('details').forEach(d => d.open = true)", "main"),
    "filter": ("toolkit/", "document.querySelector('[data-jb-open]').click()", ".jb-finder"),
    "questions": ("questions/", "document.querySelector('[data-jb-open]').click()", ".jb-finder"),
    "stages": ("journeys/client-journey/", "document.querySelector('[data-jb-opens]').click()", "main"),
    "chapters": ("questions/", "document.querySelector('[data-jb-opens]').click()", "main"),
    "map": ("journeys/client-journey/", "document.querySelector('[data-jb-full]').click()", "dialog[open]"),
    "run": ("toolkit/vision-map/", "document.querySelector('[data-jb-run-open]').click()", "dialog[open]"),
    "run-notes": (
        "toolkit/vision-map/",
        "document.querySelector('[data-jb-run-open]').click(); document.querySelector('[data-jb-do=notes]').click()",
        "[data-jb-run=notes], .jb-run-tools, .jb-run-ways",
    ),
    "drawer": ("", "document.querySelector('label[for=__drawer]').click()", ".md-sidebar--primary"),
    "drawer-of-a-chapter": (
        "client-journey/first-meeting/",
        "document.querySelector('label[for=__drawer]').click()",
        ".md-sidebar--primary .md-nav__item--active > .md-nav",
    ),
    "code": ("authoring/journeys/", "", "body"),
    "links-that-head-paragraphs": ("client-journey/five-stages/", "", "main .md-typeset"),
}


@pytest.mark.parametrize("width", LEAST)
@pytest.mark.parametrize("name", OPENED)
def test_targets_are_large_once_they_are_there(window: Open, name: str, width: int) -> None:
    """What opens has controls of 44 pixels on a phone and of 24 at a desk, and nothing lies on them."""
    address, opens, within = OPENED[name]
    reader = window(width)
    page = reader.open(address)
    page.wait_for_load_state("networkidle")
    page.evaluate(opens or "0")
    page.wait_for_timeout(500)  # Material's drawer slides
    assert page.evaluate(SMALL_TARGETS, LEAST[width] | {"within": within}) == []
    assert page.locator(within).locator("a:visible, button:visible, input:visible").count() or width == 1280
    assert reader.found() == []


@pytest.mark.parametrize("width", LEAST)
def test_targets_of_the_search_are_large(window: Open, width: int) -> None:
    """With its hits on the screen: the ways out, what clears it, each hit, and what shows more of them."""
    page = window(width).open("?q=vision")
    expect(page.locator(".md-search-result__link").first).to_be_visible()
    page.wait_for_timeout(500)
    assert page.evaluate(SMALL_TARGETS, LEAST[width] | {"within": ".md-search"}) == []


@pytest.mark.parametrize("width", LEAST)
def test_one_writes_where_one_points(window: Open, width: int) -> None:
    """A click into the lines of a handout puts the cursor there."""
    page = window(width).open("toolkit/progress-review/review/")
    for field in page.locator(".jb-answer--lines textarea").all():
        field.scroll_into_view_if_needed()
        box = field.bounding_box()
        assert box
        page.mouse.click(box["x"] + box["width"] / 2, box["y"] + box["height"] / 2)
        expect(field).to_be_focused()
