/* A journey's page folds: its stages, its other drawings and, on a phone, what is said of its people. Short journeys do
   not, for nothing would be gained. On a phone long ones begin closed, elsewhere only those that no one would scroll
   through; the reader's own choice comes first. */
import { all, around } from "../dom.js";
import { makeFolds } from "../fold.js";

/** @import { Part } from "../fold.js" */

const WORTH = { all: 2000, each: 300 }; // pixels that fold: where it is less, that is not offered
const LONG = { phone: 3000, desk: 20000 }; // pixels that begin closed

const height = (/** @type {{ body: HTMLElement }[]} */ parts) =>
  parts.reduce((sum, { body }) => sum + body.offsetHeight, 0);

/** @param {HTMLElement} body @returns {Part[]} */
function partOf(body) {
  const stage = body.closest(".jb-stage-body");
  const head = (stage ?? body).previousElementSibling;
  const peek = body.previousElementSibling;
  if (!(head instanceof HTMLHeadingElement)) return []; // a template of one's own has something else there
  return [{ head, body, peek: peek instanceof HTMLElement && peek.matches("[data-jb-peek]") ? peek : undefined }];
}

/** Makes the page fold. @param {HTMLElement} bar */
export function mount(bar) {
  const phone = matchMedia("(max-width: 44.99em)").matches;
  const page = around(bar, ".jb");
  const parts = all(page, "[data-jb-fold]").flatMap(partOf);
  const long = height(parts);
  const shown = parts.filter(({ head }) => phone || !head.closest(".jb-people"));
  if (long < Math.max(WORTH.all, WORTH.each * parts.length) || shown.length < 2) return;
  const open = long < (phone ? LONG.phone : LONG.desk);
  makeFolds(bar, shown, () => open);
}
