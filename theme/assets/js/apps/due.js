/* Shows that a page was to be reviewed by a day that has passed: today is the reader's, so that the page itself is the same
   every day. */
import { datum } from "../dom.js";
import { today } from "../time.js";

/** @param {HTMLElement} note */
export function mount(note) {
  note.hidden = datum(note, "jbDue") >= today();
}
