"""The site in another language and another direction."""

from __future__ import annotations

from pathlib import Path

import pytest

from site_html import pages_of
from sites import Open, build_site, serving
from small import SMALL, write

pytestmark = pytest.mark.slow

ARABIC = {
    **SMALL,
    "mkdocs.yml": SMALL["mkdocs.yml"].replace("theme: material", "theme: {name: material, language: ar}"),
    "journeys/first-steps.yaml": """
title: الخطوات الأولى
summary: من التحية إلى الخطة.
stages:
  - {id: meet, title: اللقاء, touchpoints: [قهوة معًا]}
  - {id: plan, title: الخطة, activities: [talk]}
""",
}


@pytest.fixture(scope="module")
def arabic(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A small handbook in Arabic, built strictly."""
    root = tmp_path_factory.mktemp("arabic")
    build_site(write(root / "handbook", ARABIC), root / "arabic")
    return root / "arabic"


def test_arabic_pages_read_from_right_to_left(arabic: Path) -> None:
    """With `language: ar`, every page says that it is Arabic and runs from right to left."""
    for page in pages_of(arabic).values():
        assert page.one("html").attributes["lang"] == "ar", page.path
        assert page.one("body").attributes["dir"] == "rtl", page.path
        for svg in page.all("svg", "jd"):
            assert svg.attributes["lang"] == "ar", page.path
    assert len(pages_of(arabic)["journeys/first-steps/"].all("svg", "jd")) == 3


@pytest.mark.parametrize("width", [390, 1280])
def test_arabic_pages_fit(window: Open, arabic: Path, width: int) -> None:
    """Right to left, pages load clean and nothing is wider than the screen; the first stage is on the right."""
    with serving(arabic) as base:
        reader = window(width, base=base)
        for address in ("", "guide/", "journeys/", "journeys/first-steps/", "toolkit/", "toolkit/talk/"):
            page = reader.open(address)
            assert reader.wider() == [], address
        page = reader.open("journeys/first-steps/")
        if width == 1280:
            boxes = page.locator("svg.jd-desk a:has(.jd-fill)").evaluate_all(
                "a => a.map(x => x.getBoundingClientRect().x)"
            )
            assert boxes[0] > boxes[1]
        assert reader.found() == []
