/* Parts of a page that their headings open and close. Without this script all is open; what it closes is still found by the
   browser's own search where that knows `until-found`, stands on paper (fold.css), and opens for a link that leads
   there. What the reader opens and closes is kept for the page's address, where the browser keeps anything. */
import { browser } from "./apps/planner/store.js";
import { all, hit, whileThere } from "./dom.js";

/** A heading, what it opens and closes, and what is shown in its place while it is closed.
    @typedef {{ head: HTMLElement, body: HTMLElement, peek?: HTMLElement }} Part */

/** The same with its button, and with the name that it is kept by.
    @typedef {Part & { button: HTMLButtonElement, name: string }} Fold */

let arrived = false;

/** How far down the page stood that the way back or on has come to, from then until the reader goes elsewhere.
    @type {unknown} */
let left;
addEventListener("popstate", ({ state }) => {
  left = state?.y;
});
addEventListener(
  "click",
  () => {
    left = undefined;
  },
  true,
);

/**
 * A part whose heading is a button. Links of the heading stay beside it.
 * @param {Part} part
 * @param {number} place among those of the page
 * @returns {Fold}
 */
function foldOf(part, place) {
  const button = document.createElement("button");
  button.type = "button";
  button.className = "jb-folds";
  const { head, body } = part;
  button.append(...[...head.childNodes].filter((node) => !(node instanceof Element && node.matches("a"))));
  head.prepend(button);
  head.classList.add("jb-foldable");
  const name = head.id || `.${place}`;
  body.id ||= `fold:${name}`; // no heading has such an id
  button.setAttribute("aria-controls", body.id);
  return { ...part, button, name };
}

/** @param {Fold} fold @param {boolean} open */
function show({ head, body, button, peek }, open) {
  button.ariaExpanded = String(open);
  head.classList.toggle("jb-folded", !open);
  if (open) body.removeAttribute("hidden");
  else body.setAttribute("hidden", "until-found");
  if (peek) peek.hidden = open;
}

/** @param {string} key @returns {Map<string, boolean>} */
function recall(key) {
  try {
    const found = Object.entries(JSON.parse(browser.text(key) ?? "{}"));
    return new Map(found.map(([id, open]) => [id, open === true]));
  } catch {
    return new Map(); // what is kept there is not ours
  }
}

/** The element that the part of an address after `#` names. @param {string} hash */
function targetOf(hash) {
  try {
    return document.getElementById(decodeURIComponent(hash.slice(1)));
  } catch {
    return null; // it has a sign that is none
  }
}

/** Where a link on this page leads to on this page. @param {Event} event */
function ledTo({ target }) {
  const link = target instanceof Element && target.closest("a"); // HTML's or SVG's
  const said = link && (link.getAttribute("href") ?? link.getAttribute("xlink:href"));
  try {
    const { origin, pathname, hash } = new URL(said || "", document.baseURI);
    return origin === location.origin && pathname === location.pathname ? hash : "";
  } catch {
    return ""; // no address at all
  }
}

/**
 * Makes parts fold; `starts` says whether one is open where the reader has not yet said.
 * @param {HTMLElement} root an element that is there for as long as the page
 * @param {Part[]} parts
 * @param {(part: Part) => boolean} starts
 */
export function makeFolds(root, parts, starts) {
  const key = `jb-fold:${location.pathname}`;
  const chosen = recall(key);
  const folds = parts.map(foldOf);
  let forced = false;

  const isOpen = (/** @type {Fold} */ fold) => forced || (chosen.get(fold.name) ?? starts(fold));
  const bars = all(document, "[data-jb-all]");

  function draw() {
    for (const fold of folds) show(fold, isOpen(fold));
    for (const bar of bars) bar.hidden = forced || folds.length < 2; // one opens by itself
  }

  /** @param {Fold[]} some @param {boolean} open */
  function choose(some, open) {
    for (const fold of some) {
      show(fold, open);
      if (!forced) chosen.set(fold.name, open);
    }
    browser.keep(key, JSON.stringify(Object.fromEntries(chosen)));
  }

  /** Opens what a link leads to, or into. @param {string} hash */
  function lead(hash) {
    const target = hash.length > 1 ? targetOf(hash) : null;
    const closed = folds.filter(
      ({ head, body }) => target && body.hasAttribute("hidden") && (head.contains(target) || body.contains(target)),
    );
    if (closed.length) choose(closed, true);
    return closed.length ? target : null;
  }

  for (const fold of folds) {
    fold.button.addEventListener("click", () => choose([fold], fold.body.hasAttribute("hidden")));
    fold.body.addEventListener("beforematch", () => choose([fold], true));
  }
  for (const bar of bars) {
    bar.addEventListener("click", (event) => {
      if (hit(event, "[data-jb-opens]")) choose(folds, true);
      if (hit(event, "[data-jb-closes]")) choose(folds, false);
    });
  }
  const listen = whileThere(root);
  listen(document, "click", (event) => lead(ledTo(event)), true);
  listen(window, "hashchange", () => lead(location.hash)?.scrollIntoView());
  inPlace(folds, () => {
    draw();
    lead(location.hash);
  });

  return {
    /** Opens all for as long as something is looked for in them. @param {boolean} on */
    open(on) {
      if (forced === on) return;
      forced = on;
      draw();
    },
  };
}

/** How far down the page a visit of before was left, where this is that visit again; Material notes it. */
function leftAt() {
  const [load] = /** @type {PerformanceNavigationTiming[]} */ (performance.getEntriesByType("navigation"));
  const y = arrived ? left : load?.type !== "navigate" && history.state?.y;
  return typeof y === "number" ? y : null;
}

const topOf = (/** @type {Element} */ part) => part.getBoundingClientRect().top;

/**
 * Changes the page, and leaves the reader where they are: at what the address names, where they left it, or at the part
 * that they have come to meanwhile, which stays open.
 * @param {Fold[]} folds
 * @param {() => void} change
 */
function inPlace(folds, change) {
  const upper = innerHeight / 3;
  const named = targetOf(location.hash);
  const back = named && Math.abs(topOf(named)) < upper ? null : leftAt();
  const target = back === null ? named : null;
  const read = back === null && !target && folds.findLast(({ head }) => topOf(head) < upper);
  const before = read ? topOf(read.head) : 0;
  change();
  if (read) {
    show(read, true);
    scrollBy({ top: topOf(read.head) - before, behavior: "instant" });
  } else if (target) target.scrollIntoView({ behavior: "instant" });
  else if (back !== null) scrollTo({ top: back, behavior: "instant" });
  arrived = true; // from here on pages come without a load
}
