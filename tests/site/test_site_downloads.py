"""PNG and PDF of a drawing, made by a reader's browser from the SVG beside the page."""

from __future__ import annotations

import io
import re
from collections.abc import Iterator
from pathlib import Path
from urllib.parse import unquote

import pytest
from PIL import Image, ImageStat
from playwright.sync_api import Page

from sites import Open, build_site, serving
from small import MKDOCS_YML, SMALL, write

DRAWING = "../journeys/first-steps/first-steps-path.svg"
BUTTONS = f"""
# Drawings

<p data-jb-app="download"><a href="{DRAWING}">SVG</a>
<button type="button" hidden data-jb-download="png" data-jb-svg="{DRAWING}">PNG</button>
<button type="button" hidden data-jb-download="pdf" data-jb-svg="{DRAWING}">PDF</button>
<button type="button" hidden data-jb-download="png" data-jb-svg="nothing.svg">Broken</button></p>
"""
# Instant navigation asks the sitemap, which needs an address.
SITE = {"mkdocs.yml": MKDOCS_YML + "site_url: https://example.org/site/\n", "content/drawings.md": BUTTONS}
# What the print dialogue would be given: a document, and the rules of its paper.
PRINTED = """window.print = () => {
  window.top.rules = document.adoptedStyleSheets.flatMap((sheet) => [...sheet.cssRules].map((rule) => rule.cssText));
  window.top.printed = document.documentElement.outerHTML;
};"""


@pytest.fixture(scope="module")
def book(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """The address of a small handbook with a page of buttons."""
    folder = write(tmp_path_factory.mktemp("downloads"), SMALL | SITE)
    build_site(folder, folder / "site")
    with serving(folder / "site") as base:
        yield base


def button(page: Page, name: str) -> None:
    """Press the button of that name."""
    page.get_by_role("button", name=name, exact=True).click()


def test_png(window: Open, book: str) -> None:
    """One press gives a PNG named like the SVG, twice its size, with its text; no other host is asked."""
    reader = window(base=book)
    page = reader.open("drawings/")
    with page.expect_download() as caught:
        button(page, "PNG")
    assert caught.value.suggested_filename == "first-steps-path.png"
    data = Path(caught.value.path()).read_bytes()
    assert data.startswith(b"\x89PNG\r\n\x1a\n")
    svg = page.request.get(f"{book}journeys/first-steps/first-steps-path.svg").text()
    width, height = (round(2 * float(re.search(f' {name}="([\\d.]+)"', svg)[1])) for name in ("width", "height"))  # type: ignore[index]
    with Image.open(io.BytesIO(data)) as found:
        assert found.size == (width, height)
        ground = found.convert("RGB").getpixel((4, 4))
        foot = found.convert("L").crop((64, height - 150, width // 2, height - 64))
    assert ground == (0xFD, 0xFB, 0xF7), "paper, not black and not transparent"
    assert ImageStat.Stat(foot).extrema[0][0] < 80, "the footer's text is drawn"
    assert reader.found() == []


def test_pdf(window: Open, book: str) -> None:
    """One press prints the drawing alone, as vectors, on one page of its size."""
    reader = window(base=book)
    reader.page.add_init_script(PRINTED)
    page = reader.open("drawings/")
    button(page, "PDF")
    page.wait_for_function("window.printed")
    printed = page.evaluate("window.printed")
    assert re.fullmatch(r"@page \{ size: 1022px \d+(\.\d+)?px; margin: 0px; \}", *page.evaluate("window.rules"))
    assert "<title>first-steps-path</title>" in printed and 'src="data:image/svg+xml,' in printed
    assert ">First steps</text>" in unquote(printed)
    assert page.evaluate("document.querySelectorAll('iframe').length") == 1
    button(page, "PDF")
    page.wait_for_function("document.querySelectorAll('iframe').length === 1")
    assert reader.found() == []


def test_what_is_printed_is_one_page(window: Open, book: str) -> None:
    """Chromium makes one page of it, as large as the drawing, with its text as text."""
    from pypdf import PdfReader

    reader = window(base=book)
    reader.page.add_init_script(PRINTED)
    page = reader.open("drawings/")
    button(page, "PDF")
    page.wait_for_function("window.printed")
    rules, printed = page.evaluate("[window.rules, window.printed]")
    page.set_content(printed.replace("<title>", f"<style>{''.join(rules)}</style><title>"))
    found = PdfReader(io.BytesIO(page.pdf(prefer_css_page_size=True)))
    assert len(found.pages) == 1
    assert float(found.pages[0].mediabox[2]) == pytest.approx(1022 * 0.75, abs=1)
    assert "First steps" in found.pages[0].extract_text()


def test_buttons_come_with_javascript_only(window: Open, book: str) -> None:
    """Without JavaScript there is the link to the SVG and no button that does nothing."""
    page = window(base=book, scripts=False).open("drawings/")
    assert page.get_by_role("link", name="SVG", exact=True).is_visible()
    assert page.locator("[data-jb-download]:visible").count() == 0


def test_buttons_come_with_instant_navigation(window: Open, book: str) -> None:
    """A page that Material loads without reloading has its buttons, and they work once."""
    reader = window(base=book)
    page = reader.open("guide/")
    page.evaluate("window.same = true")
    page.get_by_role("link", name="Drawings").first.click()
    page.wait_for_url("**/drawings/")
    with page.expect_download() as caught:
        button(page, "PNG")
    assert page.evaluate("window.same") is True, "the page was not loaded anew"
    assert caught.value.suggested_filename == "first-steps-path.png"
    assert page.get_by_role("button", name="PDF", exact=True).is_enabled()


def test_what_is_missing_is_shown_as_missing(window: Open, book: str) -> None:
    """Where the SVG is not there, the reader comes to the site's own page for that."""
    page = window(base=book).open("drawings/")
    button(page, "Broken")
    page.wait_for_url("**/drawings/nothing.svg")
    assert "This page is not here" in page.content()
