"""What a page is asked in the browser: axe, the size of targets, the contrast of text."""

from __future__ import annotations

from importlib.resources import files

RULES = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22a", "wcag22aa", "best-practice"]
AXE = files("axe_playwright_python").joinpath("axe.min.js").read_text("utf-8")
RUN_AXE = """async (tags) => {
  const {violations} = await axe.run({runOnly: {type: 'tag', values: tags}, resultTypes: ['violations']});
  return violations.flatMap(v => v.nodes.map(n => `${v.id}: ${n.target.flat().join(' ')} ${n.html.slice(0, 120)} `
    + n.any.map(a => a.message).join(' ').slice(0, 200)));
}"""

# How high the place is that answers to a pointer, for every link and button of the content but links in running text.
SMALL_TARGETS = """async () => {
  const small = [];
  const inText = (e) => {
    const block = e.closest('p, dd, td, blockquote, figcaption, li');
    if (!block || getComputedStyle(e).display !== 'inline') return false;
    const rest = [...block.childNodes].filter(n => n !== e && !n.contains(e) && n.nodeName !== 'svg')
      .map(n => n.textContent).join('').trim();
    return rest.length > 0;
  };
  for (const e of document.querySelectorAll('main a, main button, main summary, main input, main select, main label')) {
    if (!e.checkVisibility({visibilityProperty: true, opacityProperty: true}) || e.closest('.md-sidebar')) continue;
    if (inText(e) || e.matches('.headerlink, .md-top')) continue;
    e.scrollIntoView({block: 'center', behavior: 'instant'});
    const box = e.getBoundingClientRect();
    if (!box.width || box.bottom < 0) continue;
    const x = box.left + Math.min(box.width / 2, 30), y = (box.top + box.bottom) / 2;
    const hit = (y) => { const at = document.elementFromPoint(x, y); return at && (at === e || e.contains(at)); };
    if (!hit(y) && box.height < 44) { small.push(`covered: ${e.outerHTML.slice(0, 100)}`); continue; }
    let top = y, bottom = y;
    while (hit(top - 1) && y - top < 60) top -= 1;
    while (hit(bottom + 1) && bottom - y < 60) bottom += 1;
    const height = Math.max(bottom - top + 1, box.height);
    if (height < 43.5) small.push(`${height.toFixed(1)} px: ${e.outerHTML.replace(/\\s+/g, ' ').slice(0, 140)}`);
  }
  return small;
}"""

# Every text of the page (drawings have a test of their own) against what is painted behind it, by WCAG 2's formula.
FAINT_TEXT = """() => {
  const context = new OffscreenCanvas(1, 1).getContext('2d', {willReadFrequently: true});
  const rgba = (colour) => {
    context.clearRect(0, 0, 1, 1); context.fillStyle = colour; context.fillRect(0, 0, 1, 1);
    return context.getImageData(0, 0, 1, 1).data;
  };
  const over = (top, below) => [0, 1, 2].map(i => (top[i] * top[3] + below[i] * (255 - top[3])) / 255);
  const behind = (e) => {
    const colour = rgba(getComputedStyle(e).backgroundColor);
    if (colour[3] === 255) return [...colour].slice(0, 3);
    return over(colour, e.parentElement ? behind(e.parentElement) : [255, 255, 255]);
  };
  const light = (colour) => {
    const [r, g, b] = colour.map(v => v / 255).map(v => v <= .04045 ? v / 12.92 : ((v + .055) / 1.055) ** 2.4);
    return .2126 * r + .7152 * g + .0722 * b;
  };
  const texts = [...document.querySelectorAll('body *')].filter(e => !e.closest('svg, script, style, template')
    && e.checkVisibility({visibilityProperty: true, opacityProperty: true})
    && [...e.childNodes].some(n => n.nodeType === 3 && n.textContent.trim()));
  const found = texts.map(e => {
    const ground = behind(e), ink = over(rgba(getComputedStyle(e).color), ground);
    const [low, high] = [light(ground), light(ink)].sort((a, b) => a - b);
    return [(high + .05) / (low + .05), `${e.tagName}.${e.className}: ${e.textContent.trim().slice(0, 50)}`];
  });
  return {seen: found.length, faint: found.filter(([ratio]) => ratio < 4.5).map(([r, e]) => `${r.toFixed(2)} ${e}`)};
}"""
