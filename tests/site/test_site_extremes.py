"""Other people's handbooks: the smallest, each field alone, the largest, other scripts and colours, at every width."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Page

from audits import FAINT_TEXT
from diagrams.diagram_pages import ALL_SHOWN, BACKDROPS, LOW_CONTRAST, MISPLACED
from extremes import handbooks, unplanted
from sites import Open, Reader, build_site, serving
from small import write

pytestmark = pytest.mark.proof

WIDTHS = (320, 390, 600, 768, 1024, 1280, 2560)
BOOKS = handbooks()

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


def test_every_field_has_a_handbook_where_it_is_alone() -> None:
    """A field that is added to a stage, an activity or a workshop is looked at alone, too."""
    assert unplanted() == []


@pytest.fixture(scope="module", params=BOOKS)
def base(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Iterator[tuple[Path, str]]:
    """The site of each handbook and its address."""
    folder = write(tmp_path_factory.mktemp(request.param), BOOKS[request.param])
    build_site(folder, folder / "site")
    with serving(folder / "site") as address:
        yield folder / "site", address


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


def test_nothing_breaks_the_look(window: Open, base: tuple[Path, str]) -> None:
    """At every width nothing is wider than the screen, covered, out of its shape or faint; the console stays empty."""
    site, address = base
    light, dark = window(1280, base=address), window(1280, "dark", base=address)
    wrong = []
    for path in addresses_of(site):
        page = light.open(path)
        found = [line for width in WIDTHS for line in _wrong_at(light, page, width)]
        found += _misplaced(page)
        for reader in (light, dark):
            found += [f"{(reader is dark and 'dark') or 'light'}: {line}" for line in _faint(reader.open(path))]
        wrong += [f"{path}: {line}" for line in (*found, *light.found(), *dark.found())]
    assert not wrong, "\n".join(wrong)
