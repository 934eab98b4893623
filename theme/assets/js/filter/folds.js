/* A long list folds by its parts; each says how many are found in it. While something is looked for, all that has any is
   open, and so is the one list of another order. */
import { makeFolds } from "../fold.js";
import { number } from "./bar.js";
import { both } from "./sets.js";

/** @import { Bits } from "./sets.js" */

const MANY = 60; // items; a list of fewer is looked through as it stands

/**
 * Makes the parts fold, where there are many items. What comes back is told what is found, and whether all is to be open.
 * @param {HTMLElement} root
 * @param {[HTMLElement, Bits][]} parts
 * @param {number} size of the whole list
 * @returns {(found: Bits, open: boolean) => void}
 */
export function foldParts(root, parts, size) {
  const folding = parts.flatMap(([part, set]) => {
    const body = part.querySelector(":scope > [data-jb-fold]");
    const head = body?.previousElementSibling;
    if (!(body instanceof HTMLElement && head instanceof HTMLHeadingElement)) return [];
    return [{ head, body, set, count: document.createElement("small") }];
  });
  if (size <= MANY || folding.length < 2) return () => {};
  for (const { head, count } of folding) head.append(" ", count);
  const folds = makeFolds(root, folding, ({ head }) => head === folding[0].head);
  return (found, open) => {
    for (const { set, count } of folding) count.textContent = number(both(set, found));
    folds.open(open);
  };
}
