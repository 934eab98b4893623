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

# What answers to a pointer in less than `least` pixels, across or upright, or is covered: every control, also of
# Material's own, in what `within` names. Exempt by WCAG 2.5.8 are links in running text (but for one that opens its
# paragraph in bold, as a heading), a label whose field is large enough, and where `spaced`, what has 24 pixels around
# its middle for itself. The steps of a handout's scale have 24 across a phone, which has no room for more. The stages
# of a drawing have a test of their own. What is covered is asked again after two frames: side columns end where the
# footer begins, once Material has measured.
SMALL_TARGETS = """async ({least, spaced, within}) => {
  const controls = 'a[href], button, input:not([type=hidden]), select, textarea, summary, label, [role=button], '
    + '[tabindex]:not([tabindex="-1"])';
  const blocks = 'p, dd, dt, td, th, blockquote, figcaption, li, h1, h2, h3, h4, small, caption, summary, legend';
  const frames = () => new Promise(r => requestAnimationFrame(() => requestAnimationFrame(r)));
  const visible = {visibilityProperty: true, opacityProperty: true};
  const shown = (e) => e.checkVisibility(visible) && getComputedStyle(e).pointerEvents !== 'none';
  const inText = (e) => {
    const block = e.closest(blocks);
    if (!block || !e.matches('a') || getComputedStyle(e).display !== 'inline') return false;
    if (e.matches('p > strong:first-child > a:only-child') && !e.parentElement.previousSibling) return false;
    const rest = [...block.childNodes].filter(n => n !== e && !n.contains(e) && n.nodeName !== 'svg');
    const beside = e.matches('.jb-term') && e.parentElement !== block ? [...e.parentElement.childNodes] : [];
    rest.push(...beside.filter(n => n !== e)); // its sentence may stand in an element of its own
    return /[\\p{L}\\p{N}]/u.test(rest.map(n => n.textContent).join(''));
  };
  const owns = (e, at) => !!at && (e.contains(at) || [...(e.labels ?? [])].some(l => l.contains(at))
    || (e.control && (at === e.control || [...e.control.labels].some(l => l.contains(at)))));
  const measured = (e) => {
    const box = e.getClientRects()[0];
    const x = box.left + Math.min(box.width / 2, e.matches('input, textarea, select') ? 1e4 : 30);
    const y = (Math.max(box.top, 0) + Math.min(box.bottom, innerHeight)) / 2;
    const hit = (x, y) => owns(e, document.elementFromPoint(x, y));
    const far = [...Array(60).keys()];
    const reach = (dx, dy) => far.find(n => !hit(x + dx * (n + 1), y + dy * (n + 1))) ?? 60;
    if (!hit(x, y)) return {over: document.elementFromPoint(x, y)};
    return {wide: reach(-1, 0) + reach(1, 0) + 1, high: reach(0, -1) + reach(0, 1) + 1};
  };
  const inSight = (box) => box && box.width > 1 && box.height > 1 && box.right > 0 && box.left < innerWidth
    && box.bottom > 0 && box.top < innerHeight;
  const all = [...document.querySelectorAll(controls)].filter(e => e.closest(within) && shown(e)
    && !e.closest('svg.jd') && !inText(e));
  const told = [], small = new Map();
  for (const e of all) {
    e.scrollIntoView({block: 'center', inline: 'nearest', behavior: 'instant'});
    if (!inSight(e.getClientRects()[0])) continue;
    let found = measured(e);
    if (found.over) { await frames(); if (inSight(e.getClientRects()[0])) found = measured(e); }
    if (found.over) told.push(`covered by ${found.over.outerHTML.slice(0, 80)}: ${e.outerHTML.slice(0, 100)}`);
    else if (found.high < least - .5 || found.wide < (e.closest('.jb-marks') ? 24 : least) - .5) small.set(e, found);
  }
  const layer = (e) => e.closest('.md-header, .md-sidebar, .jb-progress, .md-footer, dialog');
  const middle = (e) => {
    const box = e.getBoundingClientRect();
    return [(box.left + box.right) / 2, (box.top + box.bottom) / 2];
  };
  const away = (e, o) => {
    const [x, y] = middle(e), [p, q] = middle(o), b = o.getBoundingClientRect();
    if (small.has(o)) return Math.hypot(p - x, q - y) / 2;
    return Math.hypot(Math.max(b.left - x, 0, x - b.right), Math.max(b.top - y, 0, y - b.bottom));
  };
  const others = (e) => all.filter(o => !o.contains(e) && !e.contains(o) && o.control !== e && e.control !== o
    && layer(o) === layer(e) && inSight(o.getBoundingClientRect()));
  for (const [e, {wide, high}] of small) {
    if (e.control && !small.has(e.control)) continue;
    e.scrollIntoView({block: 'center', inline: 'nearest', behavior: 'instant'});
    if (spaced && others(e).every(o => away(e, o) >= 12)) continue;
    told.push(`${wide} by ${high} px: ${e.outerHTML.replace(/\\s+/g, ' ').slice(0, 140)}`);
  }
  return told;
}"""
LEAST = {390: {"least": 44, "spaced": False}, 1280: {"least": 24, "spaced": True}}
"""What a target needs by the window's width: 44 pixels for a thumb, or the 24 of WCAG 2.5.8, which may be space."""

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
