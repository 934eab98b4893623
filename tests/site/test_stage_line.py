"""The line of a journey's stages: however many there are, the page stays as wide as the phone."""

from __future__ import annotations

import io
import json
from collections.abc import Callable, Iterator
from typing import Any

import pytest
from PIL import Image
from playwright.sync_api import Browser, BrowserContext, Page, expect

from sites import READY, Reader, build_site, serving
from small import MKDOCS_YML, write

pytestmark = pytest.mark.proof

COUNTS = range(2, 21)
WIDTHS = """() => [document.documentElement.scrollWidth, innerWidth, visualViewport.width]"""
# Each stage's part of the line: how wide it is, and whether something of it can be brought into view.
PARTS = """() => [...document.querySelectorAll('.jb-progress a')].map(a => {
  a.scrollIntoView({inline: 'center', block: 'nearest', behavior: 'instant'});
  const box = a.getBoundingClientRect(), line = a.closest('ol').getBoundingClientRect();
  return [Math.round(box.width), box.left >= line.left - 1 && box.right <= line.right + 1];
})"""

# Where the reader is told to be, whether that can be seen in the line, and where the page and the line are scrolled to.
CURRENT = """() => {
  const line = document.querySelector('.jb-progress ol'), marked = [...line.querySelectorAll('[aria-current=step]')];
  const box = marked[0].getBoundingClientRect(), outer = line.getBoundingClientRect();
  const seen = box.left >= outer.left - 1 && box.right <= outer.right + 1;
  const named = marked[0].querySelector('span').getBoundingClientRect().width > 20;
  return {marked: marked.length, seen, named, page: scrollY};
}"""
GO_TO = """at => document.querySelectorAll('h2.jb-stage')[at].scrollIntoView({behavior: 'instant'})"""
FELT = json.dumps(
    {
        "title": "Felt",
        "actors": [{"id": "a", "title": "Newcomer"}, {"id": "c", "title": "Coordinator of the programme"}],
        "stages": [
            {"title": "Two", "feelings": [{"score": -2, "label": "x", "actor": "a"}, {"score": -2, "actor": "c"}]},
            {"title": "One", "feelings": {"score": -2, "label": "A feeling of nobody in particular"}},
            {"title": "Mixed", "feelings": [{"score": 1, "label": "z"}, {"score": 1, "label": "y", "actor": "c"}]},
        ],
    }
)
# Of each list of feelings: where its scales begin, counted from its own edge.
SCALES = """() => [...document.querySelectorAll('.jb-feel')].map(list => {
  const edge = list.getBoundingClientRect().left;
  return [...list.querySelectorAll('.jb-scale')].map(scale => Math.round(scale.getBoundingClientRect().left - edge));
})"""

PAPER = 251
"""How light the page is."""


@pytest.fixture(scope="module")
def base(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """Journeys of 2 to 20 stages, with short and long titles in turn."""

    def journey(count: int) -> str:
        titles = [f"Stage {at} of those that we have" if at % 2 else f"Stage {at}" for at in range(1, count + 1)]
        return json.dumps({"title": f"{count} stages", "stages": titles})

    files = {f"journeys/n{count}.yaml": journey(count) for count in COUNTS} | {"journeys/felt.yaml": FELT}
    folder = write(tmp_path_factory.mktemp("line"), {"mkdocs.yml": MKDOCS_YML, "content/index.md": "# A\n", **files})
    build_site(folder, folder / "site")
    with serving(folder / "site") as address:
        yield address


@pytest.mark.parametrize("touch", [False, True], ids=["desk", "touch"])
@pytest.mark.parametrize("width", [320, 390])
def test_the_page_stays_as_wide_as_the_phone(browser: Browser, base: str, width: int, touch: bool) -> None:
    """From 2 to 20 stages nothing widens the page, nor what a touch screen zooms out to; each stage is in reach."""
    size = {"width": width, "height": 800}
    with browser.new_context(viewport=size, has_touch=touch, is_mobile=touch, device_scale_factor=2) as context:
        reader = Reader(base, context.new_page())
        for count in COUNTS:
            page = reader.open(f"journeys/n{count}/")
            assert page.evaluate(WIDTHS) == [width] * 3, count
            parts = page.evaluate(PARTS)
            assert len(parts) == count
            assert all(inside for _, inside in parts), count
            assert min(wide for wide, _ in parts) >= 44, count
            assert page.evaluate(WIDTHS) == [width] * 3, count
        assert reader.found() == []


@pytest.mark.parametrize("width", [320, 390, 768])
def test_the_line_follows_the_reader(contexts: Callable[..., BrowserContext], base: str, width: int) -> None:
    """Wherever one reads, also at the page's end, the stage is marked and named in the line, and the page stays put."""
    reader = Reader(base, contexts(width, "light", True).new_page())
    page = reader.open("journeys/n20/")
    expect(page.locator(".jb-progress [aria-current=step]")).to_have_text("1 Stage 1 of those that we have")
    for at in (9, 0, 19):
        page.evaluate(GO_TO, at)
        before = page.evaluate("scrollY")
        expect(page.locator(".jb-progress [aria-current=step] b")).to_have_text(str(at + 1))
        page.evaluate(READY)
        found = page.evaluate(CURRENT)
        assert found == {"marked": 1, "seen": True, "named": True, "page": before}, at
    assert reader.found() == []
    page.close()


# Of each stage that is not read: how wide its part of the line is, and how much of its title is seen.
TITLES = """() => [...document.querySelectorAll('.jb-progress a:not([aria-current])')].map(a =>
  [a.clientWidth, a.querySelector('span').getBoundingClientRect().width])"""


def test_a_title_is_seen_or_not(contexts: Callable[..., BrowserContext], base: str) -> None:
    """On a desk, too, a part that has room for a few letters of its title has its number alone."""
    page = contexts(1280, "light", True).new_page()
    for count in (6, 8, 10, 20):
        page.goto(base + f"journeys/n{count}/")
        page.evaluate(READY)
        parts = page.evaluate(TITLES)
        assert parts and all(title <= 1 or room >= 89 for room, title in parts), count
        assert any(title > 1 for _, title in parts) is (count <= 8), count
    page.close()


def shade(page: Page, x: int) -> int:
    """How dark the line is there, below its strips: the difference to the page's paper."""
    top = page.evaluate("document.querySelector('.jb-progress li').getBoundingClientRect().bottom")
    shot = page.screenshot(clip={"x": x, "y": round(top) - 6, "width": 1, "height": 1})
    return PAPER - int(Image.open(io.BytesIO(shot)).convert("L").getpixel((0, 0)))  # type: ignore[arg-type]


def test_the_line_hints_at_more(contexts: Callable[..., BrowserContext], base: str) -> None:
    """There is a shadow at each end beyond which there are stages, and none where there are no more."""
    page = contexts(390, "light", True).new_page()
    page.goto(base + "journeys/n12/")
    for at, left, right in ((0, False, True), (5, True, True), (11, True, False)):
        page.evaluate(GO_TO, at)
        expect(page.locator(".jb-progress [aria-current=step] b")).to_have_text(str(at + 1))
        page.evaluate(READY)
        assert [shade(page, x) > 10 for x in (1, 388)] == [left, right], at
    page.close()


@pytest.mark.parametrize(("width", "media"), [(390, "screen"), (768, "screen"), (1280, "screen"), (700, "print")])
def test_feelings_share_a_column(contexts: Callable[..., BrowserContext], base: str, width: int, media: Any) -> None:
    """The scales of a stage stand below each other, however long names are; where nobody is named, at the edge."""
    page = contexts(width, "light", True).new_page()
    page.goto(base + "journeys/felt/")
    page.emulate_media(media=media)
    two, one, mixed = page.evaluate(SCALES)
    assert two[0] == two[1] > 80 and mixed[0] == mixed[1] > 80
    assert one == [0]
    page.close()
