"""PNG and PDF of a drawing, made by a reader's browser from the SVG beside the page."""

from __future__ import annotations

import io
import re
from collections.abc import Iterator
from pathlib import Path
from urllib.parse import unquote

import pytest
from PIL import Image, ImageStat
from playwright.sync_api import Locator, Page

from audits import AXE, RULES, RUN_AXE
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
SAID = "    goals: [See {0}]\n    pains: [Miss {0}]\n    touchpoints: [Talk of {0}]\n    feelings: [{{score: 1}}]\n"
STAGE = "  - title: {0}\n" + SAID
WORDS = {"map": ("Alpha", "Bravo", "Charlie", "Delta", "Echo"), "maparabic": ("أول", "ثان", "ثالث", "رابع", "خامس")}
MAPS = {
    f"journeys/{name}.yaml": f"title: {titles[0]}\nviews: [map]\nstages:\n" + "".join(map(STAGE.format, titles))
    for name, titles in WORDS.items()
}
MAPS["journeys/maparabic.yaml"] = f"language: ar\n{MAPS['journeys/maparabic.yaml']}"
# Instant navigation asks the sitemap, which needs an address.
SITE = {"mkdocs.yml": MKDOCS_YML + "site_url: https://example.org/site/\n", "content/drawings.md": BUTTONS, **MAPS}
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


def panel(page: Page) -> Locator:
    """The open panel that makes slides."""
    found = page.locator("details.jb-slides")
    found.locator("summary").click()
    found.locator("form").wait_for()
    return found


def choose(found: Locator, kind: str, *names: str) -> None:
    """Leave only the boxes of these names ticked."""
    for label in found.locator(f"[data-jb-choose={kind}] label").all():
        label.locator("input").set_checked(label.inner_text() in names)


def slide(page: Page, found: Locator, form: str) -> bytes:
    """What the button of a form gives."""
    with page.expect_download() as caught:
        found.get_by_role("button", name=form, exact=True).click()
    assert caught.value.suggested_filename.endswith(f"-map-slide.{form.lower()}")
    return Path(caught.value.path()).read_bytes()


SLIDE = """text => {
  const root = new DOMParser().parseFromString(text, 'image/svg+xml').documentElement;
  document.body.replaceChildren(document.importNode(root, true));
  const svg = document.body.firstElementChild, sheet = svg.getBoundingClientRect();
  const found = {size: [sheet.width, sheet.height], least: Infinity, outside: [], texts: []};
  for (const part of svg.querySelectorAll(':is(text, rect, circle, path, polygon):not(clipPath *)')) {
    const box = part.getBoundingClientRect(), clipped = part.closest('[clip-path]');
    if (part.localName === 'text') {
      found.texts.push(part.textContent.replace(/[\u2066-\u2069]/g, ''));
      const scale = svg.getScreenCTM().a * part.getCTM().a / svg.getCTM().a;
      found.least = Math.min(found.least, parseFloat(part.closest('[font-size]').getAttribute('font-size')) * scale);
    }
    const across = Math.max(sheet.left - box.left, box.right - sheet.right);
    const over = Math.max(across, sheet.top - box.top, box.bottom - sheet.bottom);
    if (over > 1 && !clipped) found.outside.push(part.outerHTML);
  }
  return found;
}"""


@pytest.mark.parametrize("journey", ["map", "maparabic"])
def test_a_slide_is_cut_out_of_a_map(window: Open, book: str, journey: str) -> None:
    """Stages keep their numbers, lanes are those chosen, text has 12 points at least, and all of it is on the slide."""
    reader = window(base=book)
    page = reader.open(f"journeys/{journey}/")
    found = panel(page)
    words = WORDS[journey]
    choose(found, "stages", *(f"{number} {words[number - 1]}" for number in (2, 4)))
    names = [label.inner_text() for label in found.locator("[data-jb-choose=lanes] label").all()]
    choose(found, "lanes", names[0], names[-1])
    shown = page.evaluate(SLIDE, slide(page, found, "SVG").decode())
    assert shown["size"] == [1280, 720] and shown["least"] >= 15.99 and shown["outside"] == []
    said = " ".join(shown["texts"])
    assert all(f"{kind} {words[place]}" in said for kind in ("See", "Miss") for place in (1, 3))
    assert not any(word in said.replace(words[0], "", 1) for word in (words[2], words[4])) and "Talk" not in said
    assert {"2", "4"} <= set(shown["texts"]) and "Small handbook" in said
    assert reader.found() == []


def test_slides_are_pictures_too(window: Open, book: str) -> None:
    """As PNG a slide is 2,560 pixels across; without a background, its corners are clear."""
    page = window(base=book).open("journeys/map/")
    found = panel(page)
    found.get_by_label("Background").select_option("none")
    choose(found, "lanes", "Goals")
    with Image.open(io.BytesIO(slide(page, found, "PNG"))) as picture:
        assert picture.size == (2560, 1440) and picture.convert("RGBA").getpixel((4, 4))[3] == 0  # type: ignore[index]
    found.get_by_label("Background").select_option("white")
    with Image.open(io.BytesIO(slide(page, found, "PNG"))) as picture:
        assert picture.convert("RGB").getpixel((4, 4)) == (255, 255, 255)


def test_no_slide_has_small_text(window: Open, book: str) -> None:
    """What does not fit says how many stages would, or to choose; then no button gives anything."""
    page = window(base=book).open("journeys/map/")
    found = panel(page)
    told, buttons = found.get_by_role("status"), found.get_by_role("button")
    rows = {round(way.bounding_box()["y"]) for way in page.locator(".jb-fig-more > details > summary").all()}
    assert len(rows) == 1  # what opens pushes no other way into another line
    assert told.inner_text() == "" and all(button.is_enabled() for button in buttons.all())  # it begins with what fits
    ticked = [kind.locator(":checked").count() for kind in found.locator("fieldset").all()]
    assert ticked[0] >= 3 and ticked[1] >= 1 and ticked != [5, 4]
    for box in found.get_by_role("checkbox").all():
        box.check()
    found.get_by_label("Form").select_option("4:3")
    assert re.search(r"smaller than 12 points\. (So many stages fit: \d|Choose fewer lanes)\.", told.inner_text())
    assert all(button.is_disabled() for button in buttons.all())
    choose(found, "lanes")
    assert told.inner_text() == "Choose at least one of each."
    choose(found, "lanes", "Goals")
    assert told.inner_text().endswith("So many stages fit: 3.")
    choose(found, "stages", "1 Alpha", "2 Bravo", "3 Charlie")
    assert told.inner_text() == "" and all(button.is_enabled() for button in buttons.all())
    page.evaluate(AXE)
    assert page.evaluate(RUN_AXE, RULES) == []


def test_the_panel_comes_with_javascript_only(window: Open, book: str) -> None:
    """Without JavaScript, the file is there and no panel that does nothing; nothing is asked before it opens."""
    page = window(base=book, scripts=False).open("journeys/map/")
    assert page.get_by_role("link", name="SVG", exact=True).is_visible()
    assert not page.locator("details.jb-slides").is_visible()
    asked: list[str] = []
    reader = window(base=book)
    reader.page.on("request", lambda request: asked.append(request.url))
    reader.open("journeys/map/").locator("details.jb-slides").wait_for()
    assert not [url for url in asked if url.endswith(".svg") and "map" in url]
