"""The map in a real browser: names beside the lanes, above them on a phone, and wide windows."""

from __future__ import annotations

import pytest
from playwright.sync_api import Browser, Page

from diagrams.diagram_pages import filled_journey, open_page, page_of
from diagrams.diagram_samples import SampleLinks
from journeybook.diagrams import draw
from journeybook.language.direction import Direction

pytestmark = pytest.mark.slow

# The names that are seen, and where the first chevron begins, in pixels from the side where reading begins.
SEEN = """() => {
  const box = document.querySelector('.jd-scroll').getBoundingClientRect(), left = getComputedStyle(
    document.querySelector('.jd-scroll')).direction === 'ltr';
  const from = (rect) => Math.round(left ? rect.left - box.left : box.right - rect.right);
  const shown = (kind) => [...document.querySelectorAll(`.jd-head .jd-lane.jd-${kind}`)]
    .filter((part) => part.getClientRects().length).map((part) => from(part.getBoundingClientRect()));
  const chevron = document.querySelector('.jd-desk .jd-fill path').getBoundingClientRect();
  return {above: shown('above'), beside: shown('beside'), first: from(chevron), wide: box.width,
          over: document.documentElement.scrollWidth - innerWidth};
}"""


@pytest.mark.parametrize("direction", ["ltr", "rtl"])
def test_names_on_a_phone_and_on_a_desk(browser: Browser, direction: Direction) -> None:
    """Names have a column where there is room for one; on a phone they stand on lines and stages begin at the edge."""
    figure = draw(filled_journey(12, "Label"), "map", SampleLinks(), name="n", desk_width=958, direction=direction)
    content = page_of([figure]).replace('class="jd-scroll"', f'class="jd-scroll" dir="{direction}"')
    for width, phone in ((390, True), (1280, False)):
        page = open_page(browser, content, width)
        seen, edge = page.evaluate(SEEN), _edge(page, direction)
        assert bool(seen["above"]) == phone and bool(seen["beside"]) != phone
        assert seen["first"] < 16 if phone else 60 < seen["first"] < 160
        page.eval_on_selector(".jd-scroll", f"e => {{ e.scrollLeft = {400 if direction == 'ltr' else -400}; }}")
        moved = page.evaluate(SEEN)
        assert moved["above"] == seen["above"] and moved["beside"] == seen["beside"], "names stay"
        assert not phone or moved["first"] < seen["first"] - 300
        assert phone or _edge(page, direction) == edge, "nothing is seen beside the names"
        assert seen["over"] <= 0
        page.close()


def _edge(page: Page, direction: Direction) -> bytes:
    """A picture of the room for focus rings, where what scrolls begins."""
    box = page.locator(".jd-scroll").bounding_box()
    assert box
    x = box["x"] if direction == "ltr" else box["x"] + box["width"] - 3
    return page.screenshot(clip={"x": x, "y": box["y"] + 4, "width": 3, "height": box["height"] - 30})


@pytest.mark.parametrize(("stages", "width"), [(5, 1920), (5, 1600), (6, 1600), (7, 1920), (12, 1920), (7, 1500)])
def test_a_wide_window_is_used(browser: Browser, stages: int, width: int) -> None:
    """A journey's map fills its column where that will do; a wider one leaves it for the edge of a wide window."""
    figure = draw(filled_journey(stages, "Label"), "map", SampleLinks(), name="n", desk_width=958)
    content = page_of([figure], style="html{font-size:22px}main{max-width:48rem!important;padding:0!important}")
    content = content.replace("<main>", '<main class="jb jb-page-journey" style="margin:0 0 0 calc(50vw - 18rem)">')
    page = open_page(browser, content.replace("<main ", '<main data-x="" '), width)
    column, shown, whole, over = page.evaluate(
        "() => [document.querySelector('main').clientWidth, document.querySelector('.jd-scroll').clientWidth,"
        " document.querySelector('.jd-desk').getBoundingClientRect().width,"
        " document.documentElement.scrollWidth - innerWidth]"
    )
    heads = page.eval_on_selector_all("svg.jd", "all => all.map(one => one.getBoundingClientRect().height)")
    page.close()
    natural = float(figure.desk.partition('width="')[2].partition('"')[0])
    if 0.924 * natural <= column:
        assert abs(whole - column) < 1 and shown - column < 7, "both edges are the column's"
    else:
        assert natural - 0.5 <= whole <= 1.25 * natural + 0.5
        assert (shown > column + 40) == (width >= 1600)
    assert abs(heads[0] - heads[1]) < 1, "names keep beside their lanes"
    assert over <= 0
