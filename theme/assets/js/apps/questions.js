/* The question bank: a filtered list that stays in the order of the handbook. */
import { textsOf } from "../texts.js";
import { start } from "./filter.js";

/** @import { Texts } from "../texts.js" */

/** Makes the filter work. @param {HTMLElement} root */
export function mount(root) {
  /** @type {Texts<FilterTexts>} */
  const words = textsOf(root);
  return start(root, words);
}
