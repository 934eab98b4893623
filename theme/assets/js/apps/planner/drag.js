/* Reordering by pointer: mouse, pen and finger alike. What is dragged stays where it is until it is let go; a line shows
   where it would go. */
import { all } from "../../dom.js";

const EDGE = 70;
const SPEED = 12; // pixels: where the page begins to scroll, and by how much a frame

/**
 * Where a pointer at height `y` would put something: the list, the place in it, and the row below (none: the end).
 * @param {HTMLElement} root
 * @param {number} y
 */
function target(root, y) {
  const lists = all(root, "[data-blocks]");
  const distance = (/** @type {HTMLElement} */ list) => {
    const { top, bottom } = (list.parentElement ?? list).getBoundingClientRect();
    return y < top ? top - y : y > bottom ? y - bottom : 0;
  };
  const list = lists.reduce((near, one) => (distance(one) < distance(near) ? one : near));
  const rows = all(list, "[data-key]");
  const place = rows.findIndex((row) => {
    const box = row.getBoundingClientRect();
    return y < box.top + box.height / 2;
  });
  return { list, place: place < 0 ? rows.length : place, row: rows[place] };
}

/**
 * Drags the row of `handle` while the pointer of `event` is down; then calls `drop` with the list and the place in it.
 * @param {HTMLElement} root
 * @param {HTMLElement} row
 * @param {HTMLElement} handle
 * @param {PointerEvent} event
 * @param {(list: HTMLElement, place: number) => void} drop
 */
export function drag(root, row, handle, event, drop) {
  let y = event.clientY;
  let frame = 0;
  const line = document.createElement("li");
  line.className = "jb-pl-line";
  line.ariaHidden = "true";

  function show() {
    const { list, row: below } = target(root, y);
    list.insertBefore(line, below ?? null);
  }
  function scroll() {
    const by = y < EDGE + 50 ? -SPEED : y > innerHeight - EDGE ? SPEED : 0;
    if (by) {
      window.scrollBy({ top: by, behavior: "instant" });
      show();
    }
    frame = requestAnimationFrame(scroll);
  }
  /** @param {Event} moved */
  function over(moved) {
    if (!(moved instanceof PointerEvent) || moved.pointerId !== event.pointerId) return;
    y = moved.clientY;
    show();
  }
  /** @param {Event} ended */
  function end(ended) {
    if (ended instanceof PointerEvent && ended.pointerId !== event.pointerId) return;
    if (ended instanceof KeyboardEvent && ended.key !== "Escape") return;
    cancelAnimationFrame(frame);
    for (const [name, does] of listeners) window.removeEventListener(name, does, true);
    const found = target(root, y);
    line.remove();
    row.classList.remove("jb-pl-dragged");
    if (ended.type === "pointerup") drop(found.list, found.place);
  }
  /** @type {[string, (event: Event) => void][]} */
  const listeners = [
    ["pointermove", over],
    ["pointerup", end],
    ["pointercancel", end],
    ["keydown", end],
  ];
  for (const [name, does] of listeners) window.addEventListener(name, does, true);
  row.classList.add("jb-pl-dragged");
  handle.focus({ preventScroll: true });
  scroll();
}
