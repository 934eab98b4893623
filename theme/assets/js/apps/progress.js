/* The line of a journey's stages follows the reader: it marks the stage that is read, and brings it into view. The page
   itself is never scrolled. Without it, browsers that know :target-current mark the stage, and the line stays where it is. */
import { all, one } from "../dom.js";

const page = document.documentElement;
const still = matchMedia("(prefers-reduced-motion: reduce)");
const NEAR = 2; // pixels: browsers round where they scroll to

/**
 * How far down each stage begins: where the page is scrolled to by its link. Those that the page is too short for share
 * what is left of the way.
 * @param {HTMLElement[]} heads
 */
function starts(heads) {
  const top = parseFloat(getComputedStyle(page).scrollPaddingTop) || 0;
  const way = Math.max(0, page.scrollHeight - innerHeight);
  const all = heads.map(
    (head) =>
      head.getBoundingClientRect().top + scrollY - top - (parseFloat(getComputedStyle(head).scrollMarginTop) || 0),
  );
  const beyond = all.filter((start) => start > way).length;
  const within = all.length - beyond;
  const from = Math.max(0, all[within - 1] ?? 0);
  return all.map((start, place) => (place < within ? start : from + ((way - from) * (place - within + 1)) / beyond));
}

/**
 * Brings an item to the middle of a line that scrolls sideways, in either direction of writing.
 * @param {HTMLElement} line
 * @param {HTMLElement} item
 * @param {ScrollBehavior} behavior
 */
function center(line, item, behavior) {
  const [outer, inner] = [line.getBoundingClientRect(), item.getBoundingClientRect()];
  line.scrollBy({ left: inner.left + inner.width / 2 - outer.left - outer.width / 2, behavior });
}

const headOf = (/** @type {HTMLAnchorElement} */ link) =>
  document.getElementById(decodeURIComponent(link.hash.slice(1)));

/** Makes the line follow. @param {HTMLElement} nav */
export function mount(nav) {
  const links = all(nav, "a", HTMLAnchorElement).filter(headOf); // a template of one's own may leave stages out
  if (!links.length) return;
  const heads = links.flatMap((link) => headOf(link) ?? []);
  const line = one(nav, "ol");
  /** @type {HTMLElement | null} */
  let current = null;

  /** @param {Event} [event] */
  function follow(event) {
    if (!nav.isConnected) return ends.abort(); // another page took this one's place
    const now =
      links[
        Math.max(
          0,
          starts(heads).findLastIndex((start) => start <= scrollY + NEAR),
        )
      ];
    if (now === current && event?.type === "scroll") return;
    current?.removeAttribute("aria-current");
    now.setAttribute("aria-current", "step");
    center(line, now, current && !still.matches ? "smooth" : "instant");
    current = now;
  }

  const ends = new AbortController();
  nav.dataset.jbLive = "";
  follow();
  for (const type of ["scroll", "resize"]) addEventListener(type, follow, { passive: true, signal: ends.signal });
}
