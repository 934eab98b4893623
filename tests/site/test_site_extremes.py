"""Other people's handbooks: the smallest, each field alone, the largest, other scripts and colours, at every width."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from pathlib import Path

import pytest
from playwright.sync_api import Page

from audits import FAINT_TEXT
from diagrams.diagram_pages import ALL_SHOWN, BACKDROPS, LOW_CONTRAST, MISPLACED
from extremes import handbooks, said, unplanted
from printed import Printed, plain, printed
from sites import Open, Reader, build_site, serving
from small import write

pytestmark = pytest.mark.proof

WIDTHS = (320, 390, 600, 768, 1024, 1280, 2560)
BOOKS = handbooks()
PAPERS = ("A4", "Letter")
LEAST = 6.99
"""Points: the smallest letters on paper are 7 pt high."""
ALIKE = re.compile(r"toolkit/a(?!1/)\d+/|ch(?!02/s0)\d+/s\d/|toolkit/only-.*/cards/")
"""Pages that are as another one but for a number."""
LONG = ("journeys/all-map/", "ch02/map/")
"""The maps of twenty stages of the largest: tests of paper have others as long, and printing one takes a minute."""

# Texts of the page that something else lies over: a letter in the middle of the first line of each, brought into the
# middle of the window, is not what the pointer would find there. What is for screen readers alone is clipped away; the
# surface of a link may be larger than its words, and the stage line cuts its names as it likes.
COVERED = """() => {
  const unseen = (e) => e && (getComputedStyle(e).clipPath === 'inset(50%)' || unseen(e.parentElement));
  const told = [], walk = document.createTreeWalker(document.querySelector('main'), NodeFilter.SHOW_TEXT);
  for (let node = walk.nextNode(); node; node = walk.nextNode()) {
    const e = node.parentElement;
    if (!node.textContent.trim() || e.closest('svg, .md-sidebar, template, [hidden], .jb-progress')) continue;
    if (!e.checkVisibility({visibilityProperty: true, opacityProperty: true})) continue;
    if (getComputedStyle(e).pointerEvents === 'none' || unseen(e)) continue;
    const range = document.createRange();
    range.selectNodeContents(node);
    e.scrollIntoView({block: 'center', inline: 'nearest', behavior: 'instant'});
    const box = [...range.getClientRects()].find(b => b.width > 2 && b.height > 2);
    if (!box || box.right < 0 || box.left > innerWidth || box.bottom < 0 || box.top > innerHeight) continue;
    const at = document.elementFromPoint((box.left + box.right) / 2, (box.top + box.bottom) / 2);
    if (at && !e.contains(at) && !at.contains(e) && !at.closest('label')?.contains(e)
      && !at.closest('.md-header, a'))
      told.push(`“${node.textContent.trim().slice(0, 40)}” under ${at.outerHTML.slice(0, 90)}`);
  }
  return told;
}"""


# The texts and the lines of drawings that a page shows, to be asked again once colours are forced.
SHOWN = """() => {
  const visible = {visibilityProperty: true, opacityProperty: true}, style = (e) => getComputedStyle(e);
  const texts = [...document.querySelectorAll('body *')].filter(e => !e.closest('script, style, template')
    && e.checkVisibility(visible) && [...e.childNodes].some(n => n.nodeType === 3 && n.textContent.trim()));
  const lines = [...document.querySelectorAll('svg.jd path')].filter(e => e.checkVisibility()
    && style(e).stroke !== 'none' && style(e).fill === 'none');
  window.shown = {texts, lines};
  return texts.length + lines.length;
}"""
LOST = """() => {
  const visible = {visibilityProperty: true, opacityProperty: true};
  const probe = document.body.appendChild(document.createElement('i'));
  probe.style.color = 'Canvas';
  const canvas = getComputedStyle(probe).color;
  probe.remove();
  const faded = (e) => !e.checkVisibility() || ['none', canvas].includes(getComputedStyle(e).stroke);
  return [...window.shown.texts.filter(e => !e.checkVisibility(visible)).map(e => `lost: ${e.outerHTML.slice(0, 90)}`),
    ...window.shown.lines.filter(faded).map(e => `lost: a line of ${e.parentNode.getAttribute('class')}`)];
}"""


def test_every_field_has_a_handbook_where_it_is_alone() -> None:
    """A field that is added to a stage, an activity or a workshop is looked at alone, too."""
    assert unplanted() == []


@pytest.fixture(scope="module", params=BOOKS)
def base(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Iterator[tuple[str, Path, str]]:
    """The name of each handbook, its site and its address."""
    folder = write(tmp_path_factory.mktemp(request.param), BOOKS[request.param])
    build_site(folder, folder / "site")
    with serving(folder / "site") as address:
        yield request.param, folder / "site", address


def addresses_of(site: Path) -> list[str]:
    """The addresses of a site's pages."""
    pages = sorted(path.relative_to(site).as_posix() for path in site.rglob("index.html"))
    return [page.removesuffix("index.html") for page in pages]


def _wrong_at(reader: Reader, page: Page, width: int) -> list[str]:
    page.set_viewport_size({"width": width, "height": 900})
    page.evaluate("new Promise(r => requestAnimationFrame(() => requestAnimationFrame(r)))")
    covered = page.evaluate(COVERED) if width in (320, 1280) else []
    return [f"{width} px: {line}" for line in (*reader.wider(), *covered)]


def _misplaced(page: Page) -> list[str]:
    """What is wrong in the page’s drawings, in those that it shows at other widths too; it changes their sizes."""
    page.add_style_tag(content=ALL_SHOWN)
    _, found = page.evaluate(MISPLACED, [0.5, BACKDROPS])
    return list(found)


def _faint(page: Page) -> list[str]:
    page.set_viewport_size({"width": 1280, "height": 900})
    _, low = page.evaluate(LOW_CONTRAST)
    return [*low, *page.evaluate(FAINT_TEXT)["faint"]]


def _forced(page: Page) -> list[str]:
    """What cannot be seen where the reader’s system says which colours there are."""
    assert page.evaluate(SHOWN)
    page.emulate_media(forced_colors="active")
    assert page.evaluate("matchMedia('(forced-colors: active)').matches")
    found = [*page.evaluate(LOST), *_faint(page)]
    page.emulate_media(forced_colors="none")
    return [f"forced colours: {line}" for line in found]


def _on_paper(found: Printed, paper: str, least: float) -> list[str]:
    told = [f"sheet {number} is empty" for number in found.empty()]
    told += [f"a text on sheet {number} is cut" for number in found.cut()]
    told += [f"too small: {letters}" for letters in ("".join(sorted(found.small(least))),) if letters]
    return [f"{paper}: {line}" for line in told]


def _unsaid(book: Mapping[str, str], papers: Mapping[str, Printed]) -> list[str]:
    """The texts of a handbook that no paper has: neither the page of what they belong to, nor one below it.

    Of Arabic a PDF has the letters of each line in an order of its own, so that it cannot be looked for.
    """
    lost = []
    for address, texts in said(book).items():
        read = "".join(found.words for path, found in papers.items() if path.startswith(address))
        for text in dict.fromkeys(texts if read else ()):
            if not re.search("[\u0600-\u06ff]", text) and plain(text) not in read:
                lost.append(f"{address}: not on paper: {text}")
    return lost


def test_nothing_breaks_the_look(window: Open, base: tuple[str, Path, str]) -> None:
    """At every width nothing is wider than the screen, covered, out of its shape or faint; the console stays empty.

    With forced colours nothing is lost or faint. Paper has all texts, none of them cut or small, and no empty sheet; A4
    and Letter take turns.
    """
    name, site, address = base
    papers: dict[str, Printed] = {}
    light, dark = window(1280, base=address), window(1280, "dark", base=address)
    wrong = []
    for number, path in enumerate(addresses_of(site)):
        page = light.open(path)
        found = [line for width in WIDTHS for line in _wrong_at(light, page, width)]
        if not (ALIKE.fullmatch(path) or (path in LONG and name == "largest")):
            paper = PAPERS[number % 2]
            papers[path] = printed(page, paper)
            found += _on_paper(papers[path], paper, 0 if "/cards/" in path else LEAST)  # cards are held in the hand
        found += _misplaced(page)
        for reader in (light, dark):
            shown = reader.open(path)
            told = [*_faint(shown), *([] if ALIKE.fullmatch(path) else _forced(shown))]
            found += [f"{(reader is dark and 'dark') or 'light'}: {line}" for line in told]
        wrong += [f"{path}: {line}" for line in (*found, *light.found(), *dark.found())]
    wrong += _unsaid(BOOKS[name], papers)
    assert not wrong, "\n".join(wrong)
