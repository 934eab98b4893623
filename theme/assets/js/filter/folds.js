/* A long list folds by its parts; each says how many are found in it. Where there is but one part, what comes after its
   first items folds. While something is looked for, all that has any is open, and so is the one list of another order. */
import { all } from "../dom.js";
import { makeFolds } from "../fold.js";
import { number } from "./bar.js";
import { both } from "./sets.js";

/** @import { Bits } from "./sets.js" */

const MANY = 60; // items; a list of fewer is looked through as it stands
const FIRST = 24; // items of a long part that stay in view: whole rows of two, three or four cards

const sizeOf = (/** @type {Element} */ element) => all(element, "[data-jb-in]").length;

/**
 * Takes what comes after the first items of a long part into a box of its own, below a line that says how many these are.
 * @param {HTMLElement} body
 * @param {string} more what the line says
 */
function foldRest(body, more) {
  const holding = () => [...list.children].filter((child) => child.matches("[data-jb-in]") || sizeOf(child));
  let list = body;
  while (holding().length === 1) list = /** @type {HTMLElement} */ (holding()[0]);
  let seen = 0;
  const rest = holding().filter((child, place) => {
    seen += sizeOf(child) || 1;
    return place && seen > FIRST;
  });
  const head = document.createElement("p");
  head.className = "jb-rest";
  const count = document.createElement("small");
  const box = document.createElement("div");
  const own = list.matches("ul, ol") ? /** @type {HTMLElement} */ (list.cloneNode(false)) : box;
  own.append(...rest);
  if (own !== box) box.append(own);
  count.textContent = number(sizeOf(box));
  head.append(more, " ", count);
  list.after(head, box);
  /** One list again while something is looked for, so that what is found leaves no gap between two. @param {boolean} one */
  function unite(one) {
    const home = one ? list : own;
    if (own !== box && rest[0].parentElement !== home) home.append(...rest);
  }
  return { head, body: box, unite };
}

/** The long parts that hold no other long one. @param {HTMLElement[]} parts */
function innermost(parts) {
  const long = parts.filter((part) => sizeOf(part) > MANY);
  return long.filter((part) => !long.some((other) => other !== part && part.contains(other)));
}

/**
 * Makes the parts fold, where there are many items. What comes back is told what is found, whether something
 * is looked for, and whether the items stand in another order, in a list of their own. Both open all.
 * @param {HTMLElement} root
 * @param {[HTMLElement, Bits][]} parts
 * @param {number} size of the whole list
 * @param {string} more what is said above the rest of a long part
 * @returns {(found: Bits, asked: boolean, arranged: boolean) => void}
 */
export function foldParts(root, parts, size, more) {
  if (size <= MANY) return () => {};
  const heads = parts.flatMap(([part, set]) => {
    const body = part.querySelector(":scope > [data-jb-fold]");
    const head = body?.previousElementSibling;
    if (!(body instanceof HTMLElement && head instanceof HTMLHeadingElement)) return [];
    return [{ head, body, set, count: document.createElement("small") }];
  });
  const folding = heads.length < 2 ? [] : heads;
  const rests = folding.length ? [] : innermost(parts.map(([part]) => part)).map((part) => foldRest(part, more));
  for (const { head, count } of folding) head.append(" ", count);
  const folds = makeFolds(root, [...folding, ...rests], ({ head }) => head === folding.at(0)?.head);
  return (found, asked, arranged) => {
    const open = asked || arranged;
    for (const { set, count } of folding) count.textContent = number(both(set, found));
    for (const { head, unite } of rests) {
      head.hidden = open;
      if (!arranged) unite(asked);
    }
    folds.open(open);
  };
}
