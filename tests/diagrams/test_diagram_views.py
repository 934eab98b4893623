"""Every view in a real browser: text in its place, colours that can be read, ids that are unique, nothing for axe."""

from __future__ import annotations

import pkgutil
from importlib.resources import files

import pytest
from playwright.sync_api import Browser

from diagrams.diagram_pages import (
    ALL_SHOWN,
    BACKDROPS,
    LOW_CONTRAST,
    MISPLACED,
    OTHER_FONT,
    every_script,
    filled_journey,
    open_page,
    page_of,
    today,
)
from diagrams.diagram_samples import SampleLinks
from journeybook.diagrams import Figure, Request, available, draw_many, shapes

AXE = files("axe_playwright_python").joinpath("axe.min.js").read_text("utf-8")
RUN_AXE = """async () => {
  const {violations} = await axe.run({resultTypes: ['violations']});
  return violations.flatMap(v => v.nodes.map(n => `${v.id}: ${n.target.flat().join(' ')} ${n.html.slice(0, 120)}`));
}"""
TWICE = """() => {
  const ids = [...document.querySelectorAll('[id]')].map(e => e.id);
  return ids.filter((id, at) => ids.indexOf(id) !== at);
}"""
# References to ids that are not there.
LOST = """() => [...document.querySelectorAll('[aria-labelledby], [aria-describedby]')]
  .flatMap(e => [e.getAttribute('aria-labelledby'), e.getAttribute('aria-describedby')])
  .filter(id => id && !document.getElementById(id))"""


def all_views(stages: int = 8) -> list[Figure]:
    """A figure of each view of one journey that has all that views draw, in as many colours as there are."""
    journey = filled_journey(stages, "Label")
    as_is = today(journey)
    return draw_many(Request(journey, view, SampleLinks(), f"fig-{view}", as_is=as_is) for view in available())


def test_every_view_has_its_shape() -> None:
    """A view and the module that draws it have one name, and none is without the other."""
    assert {module.name for module in pkgutil.iter_modules(shapes.__path__)} == set(available())
    for view in available():
        shape = shapes.load(view)
        drawn = ("desk", "twin") if shapes.scrolls(shape) else ("desk", "phone", "twin")
        assert all(callable(getattr(shape, name)) for name in drawn), view


@pytest.mark.proof
@pytest.mark.parametrize("view", available())
def test_text_in_its_place(browser: Browser, view: str) -> None:
    """Every text stays in its box, clear of others, of lines and of the edge: all scripts, with our font and another.

    A shape holds a text wholly or not at all. Names that stay while a drawing scrolls have nothing run under them.
    """
    page = open_page(browser, page_of(every_script(view), style=ALL_SHOWN))
    count, found = page.evaluate(MISPLACED, [0.5, BACKDROPS])
    page.add_style_tag(content=OTHER_FONT)
    # Which font stands in for ours is the reader's affair; the widest in use (DejaVu Sans) is 13 % wider.
    _, in_other_font = page.evaluate(MISPLACED, [4, BACKDROPS])
    page.close()
    assert count > 3000
    assert found == []
    assert in_other_font == []


@pytest.mark.parametrize(
    ("fault", "told"),
    [
        ('<rect x="10" y="10" width="50" height="30" style="fill:red"/>TEXT', "lies in part on"),
        ('TEXT<circle cx="50" cy="30" r="8" style="fill:red"/>', "is covered by"),
        ('<path d="M0 26L300 26" style="stroke:red"/>TEXT', "is crossed by"),
        ('<path d="M60 0C60 20 60 40 60 60" style="stroke:red"/>TEXT', "is crossed by"),
        ('TEXT<text x="60" y="36" font-size="14">Another</text>', "touches"),
        ('<text x="240" y="30" font-size="14">A text that leaves</text>', "leaves the drawing"),
    ],
)
def test_faults_are_found(browser: Browser, fault: str, told: str) -> None:
    """The measure tells what is wrong with a drawing, and nothing of one in which all is well."""
    text = '<text x="20" y="30" font-size="14">A label here</text>'
    whole = '<rect x="10" y="10" width="200" height="30" style="fill:white"/>'
    for content, wrong in ((fault.replace("TEXT", text), True), (whole + text, False)):
        svg = f'<svg class="jd" viewBox="0 0 300 60"><title id="t">T</title>{content}</svg>'
        page = open_page(browser, f"<style>path{{fill:none}}</style><figure>{svg}</figure>")
        _, found = page.evaluate(MISPLACED, [0.5, BACKDROPS])
        assert any(told in line for line in found) if wrong else found == []
        page.close()


@pytest.mark.parametrize("scheme", ["default", "slate"])
def test_contrast(browser: Browser, scheme: str) -> None:
    """Every text has a contrast of 4.5 to 1 or more with what lies under it, in all eight colours, light and dark."""
    page = open_page(browser, page_of(all_views(), scheme, ALL_SHOWN))
    count, low = page.evaluate(LOW_CONTRAST)
    page.close()
    assert count > 500
    assert low == []


def test_contrast_on_paper(browser: Browser) -> None:
    """On paper, every text is black or nearly so on white, from the dark scheme as well."""
    page = open_page(browser, page_of(all_views(), "slate", ALL_SHOWN), 700)
    page.emulate_media(media="print")
    count, low = page.evaluate(LOW_CONTRAST)
    page.close()
    assert count > 500
    assert low == []


def test_unique_ids(browser: Browser) -> None:
    """On a page with all views, no id is there twice, and what ids refer to is there."""
    page = open_page(browser, page_of(all_views()))
    assert page.locator("svg.jd").count() > len(available())
    assert page.evaluate(TWICE) == []
    assert page.evaluate(LOST) == []
    page.close()


@pytest.mark.parametrize("scheme", ["default", "slate"])
@pytest.mark.parametrize("width", [1280, 390])
def test_axe(browser: Browser, width: int, scheme: str) -> None:
    """Axe finds nothing on a page with all views, on desks and phones, light and dark."""
    page = open_page(browser, page_of(all_views(5), scheme), width)
    page.evaluate(AXE)
    assert page.evaluate(RUN_AXE) == []
    page.close()
