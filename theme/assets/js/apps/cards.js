/* The button that prints a deck. Paper and edge are chosen by the stylesheet alone. */
import { one } from "../dom.js";

/** Makes it work. @param {HTMLElement} root */
export function mount(root) {
  const button = one(root, "[data-jb-print]");
  button.hidden = false;
  button.addEventListener("click", () => window.print());
}
