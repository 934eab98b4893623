"""Terms of the glossary on pages: what they mean opens by mouse, touch and keyboard; without scripts they are links."""

from __future__ import annotations

import html
import io
import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Locator, Page, expect
from pypdf import PdfReader

from audits import AXE, RULES, RUN_AXE
from journeybook.api import build, open_project
from sites import Open, Scheme, build_site, serving
from small import MKDOCS_YML, run, write

pytestmark = pytest.mark.slow

MEANS = "A first group, to learn from; see A pilot talk & “more”."
GLOSSARY = """\
- term: pilot
  definition: "A *first* group, to learn from; see [](activity:talk) & “more”."
  forms: [pilots, trial run]
- term: pair
  definition: Two.
- term: NGO
  see: pair
"""
PAGE = """\
# The pilot

`pilot` and [pilot](about.md): we begin with a pilot, of one pair. Pilots are good, says an NGO.

| pair | pilot |
|---|---|
| pair | x |

| NGO |
|---|
| NGO |
"""
FILES = {
    "mkdocs.yml": MKDOCS_YML,
    "glossary.yaml": GLOSSARY,
    "content/index.md": PAGE,
    "content/about.md": "# About\n\nNothing.\n",
    "toolkit/talk.yaml": "title: A pilot talk\npurpose: For pilots.\nsteps: [A pilot and an NGO.]\nsummary: Talk.\n",
}
OPENED = ".jb-term-box:popover-open"


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A handbook with a glossary."""
    folder = write(tmp_path_factory.mktemp("terms"), FILES)
    build_site(folder, folder / "site")
    return folder / "site"


@pytest.fixture(scope="module")
def base(site: Path) -> Iterator[str]:
    """Its address."""
    with serving(site) as address:
        yield address


def term(page: Page, name: str = "pilot") -> Locator:
    """A word that opens."""
    return page.get_by_role("button", name=name, exact=True)


def test_only_the_first_use_of_each_opens(window: Open, base: str) -> None:
    """Not the heading, the code, the link, the head of a table; each term once."""
    page = window(base=base).open("")
    assert page.locator("a.jb-term").all_inner_texts() == ["pilot", "pair", "NGO"]
    page = window(base=base).open("toolkit/talk/")
    assert page.locator("a.jb-term").all_inner_texts() == ["pilots", "NGO"]
    assert window(base=base).open("glossary/").locator("a.jb-term").count() == 0


@pytest.mark.parametrize("width", [390, 1280])
def test_by_mouse(window: Open, base: str, width: int) -> None:
    """A click opens, a click on it or beside it closes; it stays within the window, and leads to the glossary."""
    reader = window(width, base=base)
    page = reader.open("")
    word = term(page)
    word.click()
    box = page.get_by_role("dialog", name="pilot")
    expect(box).to_contain_text(MEANS)
    expect(word).to_have_attribute("aria-expanded", "true")
    placed = box.bounding_box()
    assert placed and placed["x"] >= 0 and placed["x"] + placed["width"] <= width
    word.click()
    expect(page.locator(OPENED)).to_have_count(0)
    expect(word).to_have_attribute("aria-expanded", "false")
    term(page, "NGO").click()
    expect(page.locator(OPENED)).to_have_text("NGOSee: pairIn the glossary")
    term(page, "NGO").click()
    term(page, "pair").click()
    expect(page.locator(OPENED)).to_have_text("pairTwo.In the glossary")
    page.mouse.click(5, 600)
    expect(page.locator(OPENED)).to_have_count(0)
    word.click()
    page.get_by_role("link", name="In the glossary").click()
    expect(page).to_have_url(f"{base}glossary/#pilot")
    assert reader.wider() == reader.found() == []


def test_by_touch(browser: Browser, base: str) -> None:
    """A tap opens, a tap beside it closes."""
    context = browser.new_context(viewport={"width": 390, "height": 844}, has_touch=True)
    page = context.new_page()
    page.goto(base, wait_until="networkidle")
    term(page).tap()
    expect(page.locator(OPENED)).to_contain_text(MEANS)
    page.touchscreen.tap(200, 700)
    expect(page.locator(OPENED)).to_have_count(0)
    context.close()


@pytest.mark.parametrize("key", ["Enter", " "])
def test_by_keyboard(window: Open, base: str, key: str) -> None:
    """The focus goes into it and comes back with Escape; the next stop after its link is what follows the word."""
    page = window(base=base).open("")
    word = term(page)
    word.focus()
    page.keyboard.press(key)
    expect(page.locator(OPENED)).to_be_focused()
    page.keyboard.press("Escape")
    expect(page.locator(OPENED)).to_have_count(0)
    expect(word).to_be_focused()
    page.keyboard.press(key)
    page.keyboard.press("Tab")
    expect(page.get_by_role("link", name="In the glossary")).to_be_focused()
    page.keyboard.press("Tab")
    expect(page.locator(OPENED)).to_have_count(0)
    expect(term(page, "pair")).to_be_focused()


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_nobody_is_shut_out(window: Open, base: str, scheme: Scheme) -> None:
    """axe finds nothing, closed and open, on the page of the glossary either."""
    for address in ("", "glossary/"):
        page = window(390, scheme, base=base).open(address)
        if not address:
            term(page).click()
        page.evaluate(AXE)
        assert page.evaluate(RUN_AXE, RULES) == []


def test_without_scripts_it_is_a_link(window: Open, base: str) -> None:
    """To the entry of the term."""
    page = window(base=base, scripts=False).open("")
    page.get_by_role("link", name="pilot", exact=True).nth(1).click()
    assert page.url == f"{base}glossary/#pilot"


def test_on_paper_it_is_a_word(window: Open, base: str) -> None:
    """Without a line below it, in the ink of the text, and with nothing behind it."""
    page = window(base=base).open("")
    text = PdfReader(io.BytesIO(page.pdf())).pages[0].extract_text()
    assert "we begin with a pilot, of one pair" in " ".join(text.split())
    page.emulate_media(media="print")
    look = "e => ['', '::after'].map(part => getComputedStyle(e, part)).flatMap(s => [s.textDecorationLine, s.content])"
    assert page.locator("a.jb-term").first.evaluate(look) == ["none", "normal", "none", "none"]


def test_letters_lead_to_their_words(window: Open, base: str) -> None:
    """Each letter of the page is a way to its first term."""
    page = window(base=base).open("glossary/")
    assert page.locator(".jb-letters a").all_inner_texts() == ["N", "P"]
    page.get_by_role("link", name="P", exact=True).click()
    assert page.url.endswith("glossary/#letter_2")
    expect(page.get_by_role("heading", name="P", exact=True)).to_be_in_viewport()


def test_search_finds_words_and_what_they_mean(site: Path) -> None:
    """The word stays a part of its sentence, what it means stands in the glossary alone."""
    text = (site / "search/index.json").read_text("utf-8")
    assert "we begin with a pilot, of one pair" in text and text.count("to learn from") == 1


def test_the_planner_finds_activities_by_other_words(window: Open, base: str) -> None:
    page = window(base=base).open("toolkit/planner/")
    page.locator("[data-jb-search]").fill("trial run")
    expect(page.locator("[data-jb-results] [data-name]")).to_have_text(["A pilot talk"])


@pytest.mark.parametrize("builder", ["folder", "zensical"])
def test_other_builders_have_the_same(site: Path, tmp_path: Path, builder: str) -> None:
    """The folder of `generate`, built by MkDocs without journeybook, and Zensical."""
    folder, made = site.parent, tmp_path / "site"
    if builder == "zensical":
        build(open_project(folder / "mkdocs.yml", site_dir=str(made)), "zensical")
    else:
        run(folder, "journeybook", "generate", str(tmp_path / "out"))
        build_site(tmp_path / "out", made)
        assert "we begin with a pilot, of one pair" in next(made.glob("search/*.json")).read_text("utf-8")
    for address in ("", "toolkit/talk/"):
        words = (r"data-jb-term=\"(\w+)\"[^>]*>(\w+)</a>", address)
        assert _marks(made, *words) == _marks(site, *words)


def _marks(site: Path, pattern: str, address: str) -> list[tuple[str, ...]]:
    return re.findall(pattern, html.unescape((site / address / "index.html").read_text("utf-8")))
