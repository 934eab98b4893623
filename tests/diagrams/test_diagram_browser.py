"""Drawings in a real browser: text inside its column, colours that can be read, one drawing at a time."""

from __future__ import annotations

import base64
import html
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page

from diagrams.diagram_samples import LABELS, LabelledLinks, SampleLinks, journey_of, read_journey
from journeybook.diagrams import Figure, draw, right_to_left
from journeybook.theme_dir import theme_dir

ASSETS = theme_dir() / "assets"
FIVE = read_journey(Path(__file__).parent / "cases" / "five.yaml")

# Every text that sticks out of the part of the drawing it belongs to by more than `most` pixels, or touches another.
STICKS_OUT = """
(most) => {
  const found = [];
  const inside = (a, b, what, text) => {
    const out = Math.max(b.left - a.left, a.right - b.right, b.top - a.top, a.bottom - b.bottom);
    if (out > most) found.push(`${text.closest('svg').id || text.closest('figure').id}: ${what} `
      + `${out.toFixed(1)} ${text.textContent}`);
  };
  for (const svg of document.querySelectorAll('svg.jd')) {
    if (getComputedStyle(svg).display === 'none') continue;
    const whole = svg.getBoundingClientRect();
    const boxes = [];
    let column = null;
    for (const text of svg.querySelectorAll('text')) {
      const box = text.getBoundingClientRect(), group = text.parentNode, link = text.closest('a');
      const chevron = link && link.querySelector('.jd-fill path'), chip = link && link.querySelector('.jd-chip rect');
      const disc = group.querySelector('circle');
      const middle = (box.top + box.bottom) / 2;
      const flat = {left: box.left, right: box.right, top: middle, bottom: middle};
      if (chevron) column = chevron.getBoundingClientRect();
      inside(flat, whole, 'drawing', text);
      if (disc) inside(flat, disc.getBoundingClientRect(), 'disc', text);
      else if (chip) inside(flat, chip.getBoundingClientRect(), 'chip', text);
      else if (chevron) inside(flat, column, 'chevron', text);
      if (column) inside(flat, {...flat, left: column.left, right: column.right}, 'column', text);
      for (const other of boxes) {
        const over = Math.min(box.right, other.right) - Math.max(box.left, other.left);
        if (over > most && Math.abs(middle - other.middle) < 10)
          found.push(`over each other: ${text.textContent} / ${other.text}`);
      }
      boxes.push({left: box.left, right: box.right, middle, text: text.textContent});
    }
  }
  return found;
}
"""

# The contrast of every text with the shape right behind it, as WCAG 2 counts it, where it is below 4.5.
LOW_CONTRAST = """
() => {
  const rgb = (colour) => {
    const canvas = document.createElement('canvas').getContext('2d', {willReadFrequently: true});
    canvas.fillStyle = colour; canvas.fillRect(0, 0, 1, 1);
    return [...canvas.getImageData(0, 0, 1, 1).data];
  };
  const light = (colour) => rgb(colour).slice(0, 3).map((c) => c / 255)
    .map((c) => c <= 0.04045 ? c / 12.92 : ((c + 0.055) / 1.055) ** 2.4)
    .reduce((sum, c, i) => sum + c * [0.2126, 0.7152, 0.0722][i], 0);
  const low = [];
  let count = 0;
  for (const svg of document.querySelectorAll('svg.jd')) {
    if (getComputedStyle(svg).display === 'none') continue;
    const shapes = [...svg.querySelectorAll('path, rect, circle, polygon')]
      .filter((s) => getComputedStyle(s).fill !== 'none');
    for (const text of svg.querySelectorAll('text')) {
      const b = text.getBoundingClientRect(), x = (b.left + b.right) / 2, y = (b.top + b.bottom) / 2;
      const behind = shapes.filter((s) => {
        const r = s.getBoundingClientRect();
        return s.compareDocumentPosition(text) & 4 && r.left < x && x < r.right && r.top < y && y < r.bottom;
      }).pop();
      const back = behind ? getComputedStyle(behind).fill : getComputedStyle(document.body).backgroundColor;
      const [one, two] = [light(getComputedStyle(text).fill), light(back)].sort((a, b) => b - a);
      const contrast = (one + 0.05) / (two + 0.05);
      count += 1;
      const found = `${contrast.toFixed(2)} ${text.textContent} ${getComputedStyle(text).fill} on ${back}`;
      if (contrast < 4.5) low.push(found);
    }
  }
  return [count, low];
}
"""


def page_of(figures: list[Figure], scheme: str = "default", *, font: bool = True) -> str:
    """A page with nothing but the figures, styled as the site styles them."""
    faces = ""
    for subset, marks in (("latin-ext", "U+0100-02BA,U+1E00-1EFF"), ("latin", "U+0000-00FF,U+2000-206F,U+2212")):
        data = base64.b64encode((ASSETS / "fonts" / f"inter-{subset}-wght-normal.woff2").read_bytes()).decode()
        source = f"url(data:font/woff2;base64,{data}) format('woff2')"
        faces += f"@font-face{{font-family:Inter;font-weight:100 900;src:{source};unicode-range:{marks}}}\n"
    css = "".join((ASSETS / "css" / f"{name}.css").read_text("utf-8") for name in ("tokens", "diagram"))
    shown = "".join(
        f'<figure class="jb-fig" id="{html.escape(figure.title)}">{figure.desk}{figure.phone}</figure>'
        for figure in figures
    )
    return (
        f'<!doctype html><html data-md-color-scheme="{scheme}"><meta charset="utf-8">'
        f"<style>{faces if font else ''}{css}"
        "html{font-size:20px}body{margin:0;background:var(--jb-paper)}main{max-width:960px;margin:auto;padding:0 20px}"
        f"figure{{margin:20px 0}}</style><body><main>{shown}</main></body></html>"
    )


def open_page(browser: Browser, content: str, width: int) -> Page:
    """The page in a window of that width, its fonts loaded."""
    page = browser.new_page(viewport={"width": width, "height": 800})
    page.set_content(content)
    page.evaluate("document.fonts.ready")
    return page


def every_script() -> list[Figure]:
    """2, 5, 8 and 20 stages, with short and long labels, in six languages."""
    figures = []
    for language, labels in LABELS.items():
        for stages in (2, 5, 8, 20):
            for label in labels:
                name = f"{language}-{stages}-{'long' if label is labels[1] else 'short'}"
                journey = journey_of(stages, label).model_copy(update={"title": name})
                direction = right_to_left(language)
                figures.append(
                    draw(journey, "path", LabelledLinks(label), name=name, language=language, direction=direction)
                )
    return figures


@pytest.mark.parametrize("font", [True, False], ids=["Inter", "other-font"])
@pytest.mark.parametrize("width", [1280, 390])
def test_text_stays_inside(browser: Browser, width: int, font: bool) -> None:
    """Every text stays inside of its chip, disc, chevron and column, in every script, with and without our font."""
    page = open_page(browser, page_of(every_script(), font=font), width)
    # Which font stands in for ours is the reader's affair; the widest in use (DejaVu Sans) is 13 % wider.
    assert page.evaluate(STICKS_OUT, 0.5 if font else 4) == []
    page.close()


@pytest.mark.parametrize("scheme", ["default", "slate"])
@pytest.mark.parametrize("width", [1280, 390])
def test_contrast(browser: Browser, width: int, scheme: str) -> None:
    """Every text has a contrast of 4.5 to 1 or more with what is behind it, light and dark, in all eight colours."""
    figures = [
        draw(journey_of(8, "Label"), "path", SampleLinks(), name="a"),
        draw(FIVE, "path", SampleLinks(), name="b"),
    ]
    page = open_page(browser, page_of(figures, scheme), width)
    count, low = page.evaluate(LOW_CONTRAST)
    assert count > 50 and low == []
    page.close()


def test_contrast_on_paper(browser: Browser) -> None:
    """On paper, texts are black on white and chevrons keep an outline, from the dark scheme as well."""
    page = open_page(browser, page_of([draw(journey_of(8, "Label"), "path", SampleLinks(), name="a")], "slate"), 700)
    page.emulate_media(media="print")
    count, low = page.evaluate(LOW_CONTRAST)
    assert count > 50 and low == []
    style = page.eval_on_selector(
        ".jd-desk .jd-fill path", "p => [getComputedStyle(p).fill, getComputedStyle(p).stroke]"
    )
    assert style == ["rgb(255, 255, 255)", "rgb(0, 0, 0)"]
    page.close()


@pytest.mark.parametrize(("width", "shown"), [(1280, "desk"), (860, "desk"), (700, "phone"), (390, "phone")])
def test_one_drawing(browser: Browser, width: int, shown: str) -> None:
    """The column's width decides which drawing is there; the other is not rendered, so that it is not read twice."""
    page = open_page(browser, page_of([draw(FIVE, "path", SampleLinks(), name="a")]), width)
    visible = "s => s.filter(x => getComputedStyle(x).display !== 'none').map(x => x.classList[2])"
    assert page.eval_on_selector_all("svg.jd", visible) == [f"jd-{shown}"]
    page.emulate_media(media="print")
    assert page.eval_on_selector_all("svg.jd", visible) == ["jd-desk"]
    page.close()


def test_phone_sizes(browser: Browser) -> None:
    """On a phone 390 pixels wide, no text is below 13 pixels and every link is 44 pixels high or more."""
    page = open_page(browser, page_of([draw(FIVE, "path", SampleLinks(), name="a")]), 390)
    sizes = page.eval_on_selector_all(
        ".jd-phone text", "t => t.map(x => parseFloat(getComputedStyle(x).fontSize) * x.getCTM().a)"
    )
    assert min(sizes) >= 13
    heights = page.eval_on_selector_all(".jd-phone a", "a => a.map(x => x.getBoundingClientRect().height)")
    assert min(heights) >= 44
    page.close()


def test_links_work(browser: Browser) -> None:
    """Every link can be reached by keyboard, shows it, and leads where the drawing says, wherever it is clicked."""
    page = open_page(browser, page_of([draw(FIVE, "path", SampleLinks(), name="a")]), 1280)
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.getAttribute('aria-label')") == "1 Become aware"
    ring = "getComputedStyle(document.activeElement.querySelector('path')).strokeWidth"
    assert page.evaluate(ring) == "6px"
    page.keyboard.press("Tab")
    assert page.evaluate("getComputedStyle(document.activeElement).outlineWidth") == "2px"
    page.locator('.jd-desk a[aria-label="2 Explore and compare"] .jd-num text').click()
    assert page.evaluate("location.hash") == "#explore-and-compare"
    page.close()
