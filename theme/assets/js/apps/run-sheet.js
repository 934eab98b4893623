/* The run sheet on a screen: a button that prints it, and check boxes that remember their ticks in this browser. */
import { all, one } from "../dom.js";

const key = () => `jb-run-sheet:${location.pathname}`;

/** @returns {string[]} */
function ticks() {
  try {
    return [].concat(JSON.parse(localStorage.getItem(key()) ?? "[]"));
  } catch {
    return []; // no store, or what is in it is not ours
  }
}

/** @param {HTMLInputElement[]} boxes */
function keep(boxes) {
  const ticked = boxes.filter((box) => box.checked).map((box) => box.name);
  try {
    if (ticked.length) localStorage.setItem(key(), JSON.stringify(ticked));
    else localStorage.removeItem(key());
  } catch {
    /* a full store or a private window: the ticks last as long as the page */
  }
}

/**
 * Shows the button inside `root`, and puts the ticks of the last time into the page's boxes.
 * @param {HTMLElement} root
 */
export function mount(root) {
  const button = one(root, "[data-jb-print]");
  button.hidden = false;
  button.addEventListener("click", () => print());
  const boxes = all(document, ".jb-tick input[name]", HTMLInputElement);
  const show = () => {
    const known = new Set(ticks());
    for (const box of boxes) box.checked = known.has(box.name);
  };
  for (const box of boxes) box.addEventListener("change", () => keep(boxes));
  show();
  // Another window ticks too: what is kept here next must not undo it.
  addEventListener("storage", function follow({ key: changed }) {
    if (!root.isConnected)
      removeEventListener("storage", follow); // instant navigation took the page away
    else if (changed === null || changed === key()) show();
  });
}
