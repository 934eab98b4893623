/* A swipe turns the page, as on any phone; all that it does there are buttons and keys for, too. */
const FAR = 60; // px
const FLAT = 2; // times as far aside as up or down, so that scrolling is no swipe

/**
 * Calls `turn` with 1 for the next page and -1 for the one before, as the text runs.
 * @param {HTMLElement} part
 * @param {(way: 1 | -1) => void} turn
 */
export function onSwipe(part, turn) {
  /** @type {Touch | null} */
  let from = null;
  part.addEventListener(
    "touchstart",
    ({ touches }) => {
      from = touches.length === 1 ? touches[0] : null;
    },
    { passive: true },
  );
  part.addEventListener(
    "touchend",
    ({ changedTouches: [to] }) => {
      if (!from) return;
      const aside = to.clientX - from.clientX;
      const along = to.clientY - from.clientY;
      from = null;
      if (Math.abs(aside) < FAR || Math.abs(aside) < FLAT * Math.abs(along) || String(getSelection())) return;
      turn(aside < 0 === (getComputedStyle(part).direction === "ltr") ? 1 : -1);
    },
    { passive: true },
  );
}
