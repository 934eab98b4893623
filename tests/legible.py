"""What a page in a browser is measured by: axe, and the contrast of every text."""

from __future__ import annotations

from importlib.resources import files

RULES = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22a", "wcag22aa", "best-practice"]
AXE = files("axe_playwright_python").joinpath("axe.min.js").read_text("utf-8")
RUN_AXE = """async (tags) => {
  const {violations} = await axe.run({runOnly: {type: 'tag', values: tags}, resultTypes: ['violations']});
  return violations.flatMap(v => v.nodes.map(n => `${v.id}: ${n.target.flat().join(' ')} ${n.html.slice(0, 120)} `
    + n.any.map(a => a.message).join(' ').slice(0, 200)));
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
