/* The page of reviews: what is overdue or due soon on the reader's day, and how much of it. Without JavaScript its days
   stand there, the first to come above. */
import { all, datum, one } from "../dom.js";
import { textsOf } from "../texts.js";
import { today } from "../time.js";

/** @import { Texts } from "../texts.js" */

/** @param {HTMLElement} root the counts, before the tables */
export function mount(root) {
  /** @type {Texts<ReviewTexts>} */
  const words = textsOf(root);
  const now = today();
  const soon = today(Number(datum(root, "jbSoon")));
  const counts = { overdue: 0, soon: 0, later: 0 };
  for (const row of all(document, "[data-jb-review]")) {
    const day = datum(row, "jbReview");
    const state = day < now ? "overdue" : day <= soon ? "soon" : "later";
    const cell = one(row, "[data-jb-state]");
    cell.dataset.jbState = state;
    cell.textContent = state === "later" ? "" : words(state);
    counts[state] += 1;
  }
  for (const state of /** @type {const} */ (["overdue", "soon"])) {
    const number = one(root, `[data-jb-count=${state}]`);
    number.textContent = String(counts[state]);
    const line = number.parentElement;
    if (line) line.hidden = false;
  }
}
