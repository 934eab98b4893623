"""The line of a journey's stages: however many there are, the page stays as wide as the phone."""

from __future__ import annotations

import json
from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser

from sites import Reader, build_site, serving
from small import MKDOCS_YML, write

pytestmark = pytest.mark.slow

COUNTS = range(2, 21)
WIDTHS = """() => [document.documentElement.scrollWidth, innerWidth, visualViewport.width]"""
# Each stage's part of the line: how wide it is, and whether something of it can be brought into view.
PARTS = """() => [...document.querySelectorAll('.jb-progress a')].map(a => {
  a.scrollIntoView({inline: 'center', block: 'nearest', behavior: 'instant'});
  const box = a.getBoundingClientRect(), line = a.closest('ol').getBoundingClientRect();
  return [Math.round(box.width), box.left >= line.left - 1 && box.right <= line.right + 1];
})"""


@pytest.fixture(scope="module")
def base(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """Journeys of 2 to 20 stages, with short and long titles in turn."""

    def journey(count: int) -> str:
        titles = [f"Stage {at} of those that we have" if at % 2 else f"Stage {at}" for at in range(1, count + 1)]
        return json.dumps({"title": f"{count} stages", "stages": titles})

    files = {f"journeys/n{count}.yaml": journey(count) for count in COUNTS}
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
