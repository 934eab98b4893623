/* The pieces of the page: copies of its <template> elements, filled as text and never as HTML. */
import { fill } from "./words.js";

/** A copy of a template; {names} in its labels are filled from `values`. */
export function part(root, name, values = {}) {
  const copy = root.querySelector(`template[data-jb-part="${name}"]`).content.firstElementChild.cloneNode(true);
  for (const labelled of [copy, ...copy.querySelectorAll("[aria-label]")]) {
    const label = labelled.getAttribute("aria-label");
    if (label?.includes("{")) labelled.dataset.jbLabel = label;
  }
  relabel(copy, values);
  return copy;
}

/** Fills the labels of a copy anew. */
export function relabel(copy, values) {
  for (const labelled of copy.querySelectorAll("[data-jb-label]")) {
    labelled.setAttribute("aria-label", fill(labelled.dataset.jbLabel, values));
  }
}

/** An element with a class and a text. */
export function element(name, className = "", text = "") {
  const made = document.createElement(name);
  if (className) made.className = className;
  if (text) made.textContent = text;
  return made;
}

/** A link. */
export function link(address, text) {
  const made = element("a", "", text);
  made.href = address;
  return made;
}

/** A button that tells what it does by `data-do`. */
export function button(does, text, values = {}) {
  const made = element("button", "jb-pl-do", text);
  made.type = "button";
  Object.assign(made.dataset, { do: does }, values);
  return made;
}

/** An icon of the stylesheet; words stand beside it. */
export function icon(name) {
  const made = element("i", `i i-${name}`);
  made.ariaHidden = "true";
  return made;
}
