/* A drawing that scrolls, for those who look at it closely: the names of its stages stay in sight when the reader is below
   them, it grows and shrinks by buttons, keys, wheel and fingers, and it fills the screen. Without this script it scrolls,
   and the names of its lanes stay in sight. All measures are taken of what is drawn, whatever that is. */
import { all, around, hit, one, whileThere } from "../dom.js";

const STEP = 1.25;
const LEAST = 0.4;
const MOST = 4;
const FILL = 1.6; // no text becomes larger than that by filling the screen
const COLUMN = 20; // pixels: names of lanes that stand before the first stage have at least so much

/** @typedef {{ figure: HTMLElement, tools: HTMLElement, box: HTMLElement, desk: SVGSVGElement }} View */

/** A share in the reader's figures. @param {number} share */
const percent = (share) =>
  new Intl.NumberFormat(document.documentElement.lang || undefined, { style: "percent" }).format(share);

/** @param {View} view @returns {SVGGraphicsElement[]} */
const headsOf = ({ desk }) => all(desk, "a:has(> .jd-num)", SVGGraphicsElement);

/** A copy without what can be named or followed. @param {SVGElement} head */
function copyOf(head) {
  const copy = document.createElementNS(head.namespaceURI, "g");
  copy.append(...[...head.children].filter((part) => part.localName !== "title").map((part) => part.cloneNode(true)));
  return copy;
}

/** The names of all stages as a drawing of their own, and where that stands in the whole. @param {View} view */
function namesOf(view) {
  const heads = headsOf(view);
  const boxes = heads.map((head) => head.getBBox());
  const top = Math.min(...boxes.map(({ y }) => y));
  const high = Math.max(...boxes.map(({ y, height }) => y + height)) - top;
  const { x, width } = view.desk.viewBox.baseVal;
  const svg = document.createElementNS(/** @type {"http://www.w3.org/2000/svg"} */ (view.desk.namespaceURI), "svg");
  svg.setAttribute("viewBox", `${x} ${top} ${width} ${high}`);
  svg.append(...heads.map(copyOf));
  return { svg, top, high, width, first: heads[0] };
}

/**
 * What covers the column of the lanes' names, where they have one, so that no stage is seen behind them.
 * @param {View} view
 * @param {SVGElement} first
 */
function shadeOf({ box, desk }, first) {
  const [drawn, seen, head] = [desk, box, first].map((part) => part.getBoundingClientRect());
  const leftward = box.matches(":dir(rtl)");
  const room = leftward ? drawn.right - head.right : head.left - drawn.left;
  const gone = (leftward ? drawn.right - seen.right : seen.left - drawn.left) - Math.abs(box.scrollLeft);
  const kept = room - Math.max(0, gone);
  if (kept < COLUMN) return "none";
  return leftward ? `inset(0 ${kept}px 0 0)` : `inset(0 0 0 ${kept}px)`;
}

/**
 * Shows the stages' names over the drawing while its own are above the screen.
 * @param {View} view
 */
function makeNames(view) {
  const { desk, box, figure } = view;
  const strip = document.createElement("div");
  const paper = document.createElement("div");
  const cut = document.createElement("div");
  strip.className = "jd-names";
  strip.ariaHidden = "true";
  cut.setAttribute("class", (desk.getAttribute("class") ?? "").replace("jd-desk", "")); // its looks, but no drawing
  paper.append(cut);
  strip.append(paper);
  box.before(strip);
  /** @type {ReturnType<typeof namesOf> | undefined} */
  let names;

  /** How far the line of stages reaches into what is read; in the first drawing it is still below. */
  function above() {
    const line = document.querySelector(".jb-progress");
    const before = line && line.compareDocumentPosition(figure) & Node.DOCUMENT_POSITION_FOLLOWING;
    return before && !strip.closest("dialog") ? line.getBoundingClientRect().height : 0;
  }

  return function follow() {
    const drawn = desk.getBoundingClientRect();
    if (!drawn.width || !box.checkVisibility()) return; // it is folded
    names ??= namesOf(view);
    const { svg, top, high, width, first } = names;
    if (!svg.isConnected) cut.append(svg);
    const scale = drawn.width / width;
    const seen = box.getBoundingClientRect();
    strip.style.setProperty("--above", `${above()}px`);
    paper.style.left = `${seen.left - strip.getBoundingClientRect().left}px`;
    paper.style.width = `${seen.width}px`;
    svg.style.width = `${drawn.width}px`;
    svg.style.height = `${high * scale}px`;
    const at = strip.getBoundingClientRect().top;
    const own = drawn.top + (top - desk.viewBox.baseVal.y) * scale;
    const ends = Math.min(drawn.bottom, seen.bottom);
    strip.classList.toggle("jd-names--on", own < at && ends > at + 2 * high * scale);
    svg.style.translate = `${drawn.left - cut.getBoundingClientRect().left}px`;
    cut.style.clipPath = shadeOf(view, first);
  };
}

/**
 * Makes the drawing grow and shrink. At its own size it is left to the stylesheet.
 * @param {View} view
 * @param {() => void} changed
 */
function makeZoom({ box, tools }, changed) {
  const drawings = all(box, ":scope > svg", SVGSVGElement);
  const names = drawings.map((svg) => parseFloat(svg.style.getPropertyValue("--names")) || 0);
  let now = 1;

  /** @param {number} zoom */
  function draw(zoom) {
    for (const svg of drawings) svg.style.removeProperty("width");
    const wide = drawings.map((svg) => svg.getBoundingClientRect().width);
    for (const [place, svg] of drawings.entries()) {
      if (zoom === 1) svg.style.removeProperty("height");
      else {
        svg.style.width = `${wide[place] * zoom}px`;
        svg.style.height = "auto";
      }
      if (names[place]) svg.style.setProperty("--names", `${names[place] * zoom}px`);
    }
  }

  /** Zooms, and keeps in place what stands at a point of the screen. @param {number} wanted @param {{ clientX: number, clientY: number }} [point] */
  function set(wanted, point) {
    const zoom = Math.abs(wanted - 1) < 0.03 ? 1 : Math.min(MOST, Math.max(LEAST, wanted));
    if (zoom === now) return;
    const seen = box.getBoundingClientRect();
    const { clientX, clientY } = point ?? { clientX: seen.left + seen.width / 2, clientY: Math.max(0, seen.top) };
    const desk = drawings[drawings.length - 1];
    const before = desk.getBoundingClientRect();
    draw(zoom);
    now = zoom;
    const after = desk.getBoundingClientRect();
    box.scrollLeft += after.left + ((clientX - before.left) * after.width) / before.width - clientX;
    const down = after.top + ((clientY - before.top) * after.height) / before.height - clientY;
    if (box.closest("dialog")) box.scrollTop += down;
    else if (point) scrollBy({ top: down, behavior: "instant" });
    say();
    changed();
  }

  function say(spoken = true) {
    one(tools, "[data-jb-percent]").textContent = percent(now);
    if (spoken) one(tools, "[role=status]").textContent = percent(now);
  }

  /** Zooms by a share of what it is. @param {number} share @param {{ clientX: number, clientY: number }} [point] */
  const by = (share, point) => set(now * share, point);

  say(false);
  return { set, by, now: () => now };
}

/** @param {TouchList} touches */
function between({ 0: one, 1: other }) {
  return {
    apart: Math.hypot(one.clientX - other.clientX, one.clientY - other.clientY),
    clientX: (one.clientX + other.clientX) / 2,
    clientY: (one.clientY + other.clientY) / 2,
  };
}

/**
 * Keys, the wheel and two fingers; one finger and the wheel alone scroll as they always do.
 * @param {View} view
 * @param {ReturnType<typeof makeZoom>} zoom
 */
function listen({ box, tools }, zoom) {
  const keys = new Map([["+", STEP], ["=", STEP], ["-", 1 / STEP], ["−", 1 / STEP]]); // biome-ignore format: pairs
  /** @param {KeyboardEvent} event */
  function onKey(event) {
    if (event.ctrlKey || event.metaKey || event.altKey) return; // the browser's own
    const share = keys.get(event.key);
    if (share) zoom.by(share);
    else if (event.key === "0") zoom.set(1);
    else return;
    event.preventDefault();
  }
  for (const part of [box, tools]) part.addEventListener("keydown", onKey);
  box.addEventListener(
    "wheel",
    (event) => {
      if (!event.ctrlKey) return;
      event.preventDefault();
      zoom.by(Math.exp(-event.deltaY / (event.deltaMode ? 10 : 300)), event);
    },
    { passive: false },
  );
  let apart = 0;
  let began = 1;
  box.addEventListener("touchstart", ({ touches }) => {
    if (touches.length !== 2) return;
    apart = between(touches).apart;
    began = zoom.now();
  });
  box.addEventListener(
    "touchmove",
    (event) => {
      if (event.touches.length !== 2 || !apart) return;
      event.preventDefault();
      const pinch = between(event.touches);
      zoom.set((began * pinch.apart) / apart, pinch);
    },
    { passive: false },
  );
}

/**
 * Fills the screen: a dialog holds the drawing, and where the browser lets it, the window fills the screen too. Escape and
 * the same button lead back, and the focus returns to that button.
 * @param {View} view
 * @param {ReturnType<typeof makeZoom>} zoom
 * @param {() => void} changed
 */
function makeFull({ figure, tools, box, desk }, zoom, changed) {
  const button = one(tools, "[data-jb-full]");
  const dialog = document.createElement("dialog");
  dialog.className = "jd-full";
  dialog.setAttribute("aria-label", box.getAttribute("aria-label") ?? "");
  const place = document.createComment("");
  /** @type {Element | null} */
  let followed = null;
  let at = 0;

  async function open() {
    const parts = [tools, ...figure.querySelectorAll(":scope > .jd-names"), box];
    at = scrollY;
    await document.documentElement.requestFullscreen?.({ navigationUI: "hide" }).catch(() => {}); // a telephone refuses
    if (dialog.isConnected) return; // two clicks at once
    tools.before(place);
    figure.append(dialog);
    dialog.append(...parts);
    dialog.showModal();
    tools.classList.add("jd-tools--full");
    zoom.set(Math.min(FILL, Math.max(1, (box.clientWidth - 8) / desk.getBoundingClientRect().width)));
    button.focus();
    changed();
  }

  function close() {
    if (document.fullscreenElement) document.exitFullscreen().catch(() => {});
    zoom.set(1);
    place.replaceWith(...dialog.childNodes);
    dialog.remove();
    tools.classList.remove("jd-tools--full");
    button.focus({ preventScroll: true });
    scrollTo({ top: at, behavior: "instant" }); // the page was shorter meanwhile
    changed();
    followed?.dispatchEvent(new MouseEvent("click", { bubbles: true, cancelable: true, view: window }));
    followed = null;
  }

  button.addEventListener("click", () => (dialog.open ? dialog.close() : open()));
  dialog.addEventListener("close", close);
  dialog.addEventListener("click", (event) => {
    const link = event.target instanceof Element ? event.target.closest("a") : null;
    if (!link || event.ctrlKey || event.metaKey || event.shiftKey) return;
    event.preventDefault(); // first back to the page, then on
    event.stopPropagation();
    followed = link;
    dialog.close();
  });
  return () => !document.fullscreenElement && dialog.open && dialog.close();
}

/** Makes the drawing beside the buttons `tools` one to look at closely. @param {HTMLElement} tools */
export function mount(tools) {
  const figure = around(tools, "figure");
  const box = one(figure, ":scope > .jd-scroll");
  const view = { figure, tools, box, desk: one(box, "svg.jd-desk", SVGSVGElement) };
  if (!headsOf(view).length) return;
  const follow = makeNames(view);
  const zoom = makeZoom(view, () => follow());
  const left = makeFull(view, zoom, follow);
  tools.addEventListener("click", (event) => {
    const way = hit(event, "[data-jb-zoom]")?.dataset.jbZoom;
    if (way === "own") zoom.set(1);
    else if (way) zoom.by(way === "in" ? STEP : 1 / STEP);
  });
  listen(view, zoom);
  const during = whileThere(figure);
  for (const name of ["scroll", "resize"]) during(window, name, follow);
  during(document, "fullscreenchange", left);
  box.addEventListener("scroll", follow, { passive: true });
  new ResizeObserver(follow).observe(box);
  tools.hidden = false;
  follow();
}
