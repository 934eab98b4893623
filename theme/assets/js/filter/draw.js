/* Shows what fits and hides the rest, touching only what changes. In a long list the first screens come at once and what
   is below them after the next frame: the reader looks at the right cards while the browser lays out the others. */
import { all, changes, has } from "./sets.js";

/** @import { Bits } from "./sets.js" */

const LONG = 200; // items; below, everything is done at once
const SCREENS = 60; // items that are more than anyone sees without scrolling

/**
 * Draws sets of `items`: `draw(set, order)` at once as far as needed, then `finish()` the rest.
 * @param {HTMLElement} root
 * @param {HTMLElement[]} items
 */
export function makeDrawing(root, items) {
  const drawn = all(items.length);
  let wanted = drawn;

  /** @param {number} place @param {boolean} visible */
  function set(place, visible) {
    items[place].hidden = !visible;
    drawn[place >> 5] ^= 1 << (place & 31);
  }

  /** @param {number[]} order */
  function first(order) {
    let left = SCREENS;
    for (let at = 0; at < order.length && left; at += 1) {
      const place = order[at];
      const visible = has(wanted, place);
      if (visible !== has(drawn, place)) set(place, visible);
      if (visible) left -= 1;
    }
  }

  function finish() {
    changes(drawn, wanted, set);
    root.removeAttribute("aria-busy");
  }

  /** @param {Bits} target @param {number[]} order */
  function draw(target, order) {
    wanted = target;
    if (items.length < LONG || root.getBoundingClientRect().top < 0) finish();
    else {
      root.setAttribute("aria-busy", "true");
      first(order);
    }
  }

  return { draw, finish };
}
