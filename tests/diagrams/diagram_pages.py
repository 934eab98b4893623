"""Drawings on pages of a real browser: journeys that fill every view, and what is measured of them there."""

from __future__ import annotations

import base64
import html
from collections.abc import Iterable
from functools import cache
from typing import Any

from playwright.sync_api import Browser, Page

from diagrams.diagram_samples import LABELS, LabelledLinks
from journeybook.diagrams import Figure, Request, draw_many
from journeybook.diagrams.parts.links import AsIs
from journeybook.ground.theme_dir import theme_dir
from journeybook.language.direction import direction_of
from journeybook.model import Journey
from journeybook.model.journey import Horizon
from journeybook.pages.assets import stylesheet

_ACTORS = [{"id": "one", "title": "Client"}, {"id": "two", "title": "Consultant"}]
_SCORES = ("-2", "-1", "0", "1", "2")
_HORIZONS = (None, *Horizon)
_DEPTHS = ("evidence", "frontstage", "backstage", "support")

# What texts may stand on in part and what may run behind them: areas below a curve, levels of a scale, wide fields.
BACKDROPS = ".jd-area, .jd-level, .jd-zone, .jd-curtain, .jd-era"

# Every text that does not lie wholly on or wholly off a shape, that a shape or a line covers, that touches another text
# or leaves its drawing, by more than `most` pixels. A text counts as high as small and capital letters are.
MISPLACED = """
([most, backdrops]) => {
  const found = [];
  const along = (path) => { // getPointAtLength takes seconds
    const dots = [];
    for (const [, command, figures] of path.getAttribute('d').matchAll(/([MLC])([^MLCZ]*)/g)) {
      const n = figures.trim().split(/[ ,]+/).map(Number), a = dots[dots.length - 1];
      if (command === 'M') { dots.push({x: n[0], y: n[1]}); continue; }
      const end = {x: n[n.length - 2], y: n[n.length - 1]};
      const [b, c] = command === 'C' ? [{x: n[0], y: n[1]}, {x: n[2], y: n[3]}] : [a, end];
      const steps = Math.ceil(Math.hypot(end.x - a.x, end.y - a.y) / 3) + 1;
      for (let step = 1; step <= steps; step += 1) {
        const t = step / steps, u = 1 - t;
        const at = (key) => u * u * u * a[key] + 3 * u * u * t * b[key] + 3 * u * t * t * c[key] + t * t * t * end[key];
        dots.push(command === 'C' ? {x: at('x'), y: at('y')}
          : {x: a.x + (end.x - a.x) * t, y: a.y + (end.y - a.y) * t});
      }
    }
    return dots;
  };
  for (const svg of document.querySelectorAll('svg.jd')) {
    const view = svg.viewBox.baseVal, shapes = [], lines = [], texts = [];
    const head = svg.classList.contains('jd-head');
    svg.style.width = `${view.width}px`; // at another size, a browser's figures for small text are rounded
    for (const part of svg.querySelectorAll('text, path, rect, circle, polygon')) {
      if (!part.getClientRects().length) continue;
      if (part.tagName === 'text') {
        const {x, width} = part.getBBox(), size = parseFloat(getComputedStyle(part).fontSize);
        const middle = parseFloat(part.getAttribute('y')) - 0.36 * size;
        texts.push({part, left: x, right: x + width, top: middle - 0.4 * size, bottom: middle + 0.4 * size,
                    order: shapes.length});
        continue;
      }
      if (part.closest(backdrops)) continue;
      const style = getComputedStyle(part), order = shapes.length;
      if (style.fill !== 'none') {
        const {x, y, width, height} = part.getBBox();
        shapes.push({part, left: x, top: y, right: x + width, bottom: y + height});
      } else if (style.stroke !== 'none' && part.tagName === 'path') lines.push({part, order, dots: along(part)});
    }
    const tell = (text, what, amount, other = '') => found.push(`${svg.querySelector('title').id}: `
      + `“${text.part.textContent}” ${what} ${typeof amount === 'number' ? amount.toFixed(1) : amount} ${other}`);
    const nameOf = (part) => `<${part.tagName}> ${part.parentNode.getAttribute('class')}`;
    texts.forEach((text, number) => {
      const {left, right, top, bottom} = text;
      const over = head ? 330 - view.width : 0; // names that stay may reach over what scrolls
      const out = Math.max(view.x - left - (view.x ? over : 0), right - view.x - view.width - (view.x ? 0 : over),
        view.y - top, bottom - view.y - view.height);
      // Letters of some scripts begin a pixel before their place; a page shows what reaches over the edge.
      if (out > Math.max(most, 1)) tell(text, 'leaves the drawing by', out);
      const points = [];
      const columns = Math.max(2, Math.ceil((right - left) / 8));
      for (let column = 0; column <= columns; column += 1) {
        const x = left + most + (right - left - 2 * most) * column / columns;
        for (const y of [top, (top + bottom) / 2, bottom]) points.push(new DOMPoint(x, y));
      }
      shapes.forEach((box, order) => {
        const {part} = box;
        if (box.left > right || box.right < left || box.top > bottom || box.bottom < top) return;
        const on = points.filter(point => part.isPointInFill(point)).length;
        if (on && order >= text.order) tell(text, 'is covered by', nameOf(part));
        else if (on && on < points.length) tell(text, 'lies in part on', nameOf(part), `${on}/${points.length}`);
      });
      for (const {part, order, dots} of lines) {
        const above = shapes.slice(order, text.order);
        const crosses = ({x, y}) => left + most < x && x < right - most && top + most < y && y < bottom - most
          && !above.some(shape => shape.part.isPointInFill(new DOMPoint(x, y)));
        if (dots.some(crosses)) tell(text, 'is crossed by', nameOf(part));
      }
      for (const other of texts.slice(0, number)) {
        const over = Math.min(right, other.right) - Math.max(left, other.left);
        const deep = Math.min(bottom, other.bottom) - Math.max(top, other.top);
        if (over > most && deep > 0) tell(text, 'touches', over, `“${other.part.textContent}”`);
      }
    });
    const names = head ? [] : svg.parentNode.names || []; // that stay in place over what scrolls
    for (const name of names)
      for (const {part, top, bottom} of [...texts, ...shapes])
        if (name.top < bottom && top < name.bottom && !part.closest('.jd-leads')) // there they have a rim
          tell(name, 'stays over', nameOf(part), part.textContent);
    if (head && !parseFloat(svg.style.getPropertyValue('--names'))) svg.parentNode.names = texts;
  }
  return [document.querySelectorAll('svg.jd text').length, found];
}
"""

# Every drawing shown at once, and the fonts that stand in for ours where it is not loaded.
ALL_SHOWN = "svg.jd, svg.jd.jd-tablet, svg.jd.jd-phone { display: block !important; max-width: none !important }"
OTHER_FONT = 'svg.jd { font-family: "Noto Sans", system-ui, sans-serif !important }'

# The contrast of every text with what lies under its beginning, middle and end, as WCAG 2 counts it, where it is
# below 4.5: the fill of the topmost shape there, and what shines through it.
LOW_CONTRAST = """
() => {
  const known = new Map(), brush = document.createElement('canvas').getContext('2d', {willReadFrequently: true});
  const rgba = (colour) => {
    if (!known.has(colour)) {
      brush.clearRect(0, 0, 1, 1); brush.fillStyle = colour; brush.fillRect(0, 0, 1, 1);
      known.set(colour, [...brush.getImageData(0, 0, 1, 1).data]);
    }
    return known.get(colour);
  };
  const light = (colour) => colour.slice(0, 3).map(c => c / 255)
    .map(c => c <= 0.04045 ? c / 12.92 : ((c + 0.055) / 1.055) ** 2.4)
    .reduce((sum, c, i) => sum + c * [0.2126, 0.7152, 0.0722][i], 0);
  const over = (top, share, back) => top.map((c, i) => c * share + back[i] * (1 - share)).slice(0, 3);
  const paper = rgba(getComputedStyle(document.body).backgroundColor);
  let low = [], count = 0;
  for (const svg of document.querySelectorAll('svg.jd')) {
    if (!svg.checkVisibility()) continue;
    const shapes = [];
    for (const part of svg.querySelectorAll('text, path, rect, circle, polygon')) {
      const style = getComputedStyle(part), ink = rgba(style.fill);
      if (part.tagName !== 'text') {
        const share = style.fill === 'none' ? 0 : ink[3] / 255 * style.fillOpacity * style.opacity;
        if (share) shapes.push({part, ink, share});
        continue;
      }
      count += 1;
      const {x, width} = part.getBBox(), y = parseFloat(part.getAttribute('y')) - 0.36 * parseFloat(style.fontSize);
      for (const at of [x + 1, x + width / 2, x + width - 1]) {
        const back = shapes.filter(shape => shape.part.isPointInFill(new DOMPoint(at, y)))
          .reduce((under, shape) => over(shape.ink, shape.share, under), paper);
        const [one, two] = [light(over(ink, ink[3] / 255, back)), light(back)].sort((a, b) => b - a);
        const contrast = (one + 0.05) / (two + 0.05);
        if (contrast < 4.5) low.push(`${svg.querySelector('title').id}: ${contrast.toFixed(2)} “${part.textContent}” `
          + `${style.fill} on ${back.map(Math.round)}, class ${part.parentNode.getAttribute('class')}`);
      }
    }
  }
  return [count, [...new Set(low)]];
}
"""


def filled_journey(stages: int, label: str, name: str = "Sample") -> Journey:
    """A journey in which every field that any view draws carries the label."""
    stage: dict[str, Any] = {
        "title": label,
        "summary": label,
        "touchpoints": [{"title": label, "channel": "Phone", "actors": ["one"]}, {"title": label, "actors": ["two"]}],
        "activities": ["first", "second"],
        "pains": [{"text": label, "severity": "2"}],
        "opportunities": [label],
        "responsibilities": [{"actor": "one", "does": label}],
        "measures": [{"title": label, "value": "3", "target": "5", "unit": "days"}],
        "effort": "3",
        **{
            field: [label]
            for field in ("goals", "actions", "thoughts", "evidence", "frontstage", "backstage", "support")
        },
    }
    found = []
    for number in range(stages):
        horizon = _HORIZONS[number % len(_HORIZONS)]
        feelings = [
            {"score": _SCORES[number % 5], "label": label, "actor": "one"},
            {"score": _SCORES[(number + 2) % 5], "label": label, "actor": "two"},
        ]
        own = {"id": f"s{number}", "date": f"Autumn {2020 + number}", "count": str(12_000 // (number + 1))}
        found.append({**stage, **own, "feelings": feelings, **({"horizon": horizon} if horizon else {})})
    centre = {"title": label, "text": label}
    return Journey.model_validate({"title": name, "actors": _ACTORS, "centre": centre, "stages": found})


def today(journey: Journey) -> AsIs:
    """The same journey as it is: every third stage is another, and all feel otherwise."""

    def earlier(number: int, stage: dict[str, Any]) -> dict[str, Any]:
        scores = [{**feeling, "score": (feeling["score"] + 4) % 5 - 2} for feeling in stage["feelings"]]
        return {**stage, "feelings": scores, **({"id": f"old{number}", "title": "Old"} if number % 3 == 1 else {})}

    stages = [earlier(*pair) for pair in enumerate(journey.model_dump(exclude_none=True, exclude=OF_STAGE)["stages"])]
    return AsIs(Journey.model_validate({"title": "Today", "actors": _ACTORS, "stages": stages}), lambda key: f"#{key}")


_NOBODY = {"__all__": {"audience"}}
OF_STAGE = {"stages": {"__all__": {**dict.fromkeys(("horizon", "duration", "audience"), True), "touchpoints": _NOBODY}}}
"""What a stage has in another form than authors write, and nobody compares here."""


@cache
def every_script(view: str) -> list[Figure]:
    """2, 5, 8 and 20 stages (a cycle: 10) with labels of 80 characters, and short ones, in five scripts."""
    most = 10 if view == "cycle" else 20
    samples = [(language, stages, 1) for language in LABELS for stages in (2, 5, 8, most)]
    samples += [("en", stages, 0) for stages in (2, 8, most)] + [(language, 5, 0) for language in LABELS]
    return draw_many(
        Request(
            filled_journey(stages, LABELS[language][long]),
            view,
            LabelledLinks(LABELS[language][long]),
            f"{view}-{language}-{stages}-{'long' if long else 'short'}",
            language=language,
            direction=direction_of(language),
            as_is=today(filled_journey(stages, LABELS[language][long])) if view == "compare" else None,
        )
        for language, stages, long in samples
    )


@cache
def _faces() -> str:
    found = ""
    for subset, marks in (("latin-ext", "U+0100-02BA,U+1E00-1EFF"), ("latin", "U+0000-00FF,U+2000-206F,U+2212")):
        data = (theme_dir() / "assets" / "fonts" / f"inter-{subset}-wght-normal.woff2").read_bytes()
        source = f"url(data:font/woff2;base64,{base64.b64encode(data).decode()}) format('woff2')"
        found += f"@font-face{{font-family:Inter;font-weight:100 900;src:{source};unicode-range:{marks}}}\n"
    return found


def page_of(figures: Iterable[Figure], scheme: str = "default", style: str = "") -> str:
    """A page with nothing but the figures, styled as the site styles them."""
    shown = "".join(
        f"<h2>{html.escape(figure.view)}</h2>"
        f'<figure class="jb-fig jb-paper-{figure.paper.paper}">{_drawings(figure)}</figure>'
        for figure in figures
    )
    return (
        f'<!doctype html><html lang="en" data-md-color-scheme="{scheme}"><meta charset="utf-8"><title>Views</title>'
        f"<style>{stylesheet()}{_faces()}"
        "html{font-size:20px}body{margin:0;background:var(--jb-paper);color:var(--jb-ink)}"
        f"main{{max-width:960px;margin:auto;padding:0 20px}}figure{{margin:20px 0}}{style}</style>"
        f'<body data-md-color-scheme="{scheme}"><main><h1>Views</h1>{shown}</main></body></html>'
    )


def _drawings(figure: Figure) -> str:
    drawn = "".join(figure.drawings.values())
    if not figure.scrolls:
        return drawn
    return f'<div class="jd-scroll" tabindex="0" role="region" aria-label="{figure.view}">{drawn}</div>'


def open_page(browser: Browser, content: str, width: int = 1280) -> Page:
    """The page in a window of that width, its fonts loaded."""
    page = browser.new_page(viewport={"width": width, "height": 800})
    page.set_content(content)
    page.evaluate("document.fonts.ready")
    return page
