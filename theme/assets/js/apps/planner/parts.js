/* The pieces of the page: copies of its <template> elements, filled as text and never as HTML. */
import { all, copyOf, datum } from "../../dom.js";
import { fill } from "../../texts.js";

/** @import { Values } from "../../texts.js" */

/**
 * A copy of a template; {names} in its labels are filled from `values`.
 * @param {HTMLElement} root
 * @param {string} name
 * @param {Values} [values]
 */
export function part(root, name, values = {}) {
  const copy = copyOf(root, `template[data-jb-part="${name}"]`);
  for (const labelled of [copy, ...all(copy, "[aria-label]")]) {
    const label = labelled.getAttribute("aria-label");
    if (label?.includes("{")) labelled.dataset.jbLabel = label;
  }
  relabel(copy, values);
  return copy;
}

/** Fills the labels of a copy anew. @param {HTMLElement} copy @param {Values} values */
export function relabel(copy, values) {
  for (const labelled of all(copy, "[data-jb-label]")) {
    labelled.setAttribute("aria-label", fill(datum(labelled, "jbLabel"), values));
  }
}

/**
 * An element with a class and a text.
 * @template {keyof HTMLElementTagNameMap} N
 * @param {N} name
 */
export function element(name, className = "", text = "") {
  const made = document.createElement(name);
  if (className) made.className = className;
  if (text) made.textContent = text;
  return made;
}

/** A link. @param {string} address @param {string} text */
export function link(address, text) {
  const made = element("a", "", text);
  made.href = address;
  return made;
}

/**
 * A button that tells what it does by `data-do`.
 * @param {string} does
 * @param {string} text
 * @param {Record<string, string>} [values]
 */
export function button(does, text, values = {}) {
  const made = element("button", "jb-pl-do", text);
  made.type = "button";
  Object.assign(made.dataset, { do: does }, values);
  return made;
}

/** An icon of the stylesheet; words stand beside it. @param {string} name */
export function icon(name) {
  const made = element("i", `i i-${name}`);
  made.ariaHidden = "true";
  return made;
}
