/* The plan that is open in this window, and how it is kept: every change goes into the store at once, with a revision, and
   never over a change that another window has made in between. */
import { empty } from "./plan.js";
import { packRecord } from "./record.js";
import { newId } from "./shelf.js";
import { browser, ofWindow } from "./store.js";

/** @import { Plan } from "./plan.js" */
/** @import { Entry, PlanEntry, Shelf } from "./shelf.js" */

/** Makes the title of a copy. @typedef {(title: string) => string} CopyOf */
/** How a plan parted from another window's. @typedef {"deleted" | "apart"} Way */

/** The desk for the plans of a shelf. @param {Shelf} shelf */
export function deskOf(shelf) {
  const here = `journeybook open plan ${shelf.path}`;
  const last = `journeybook last plan ${shelf.path}`;
  // `stored` is the text that this window last saw in the store; `wrote` is the last revision of its own, 0 for none.
  let id = "";
  let revision = 0;
  let from = 0;
  let wrote = 0;
  let kept = true;
  /** @type {string | null} */
  let stored = null;
  /** @type {Entry | null} */
  let unread = null;

  const key = () => shelf.keyOf(id);

  function remember() {
    ofWindow.keep(here, id);
    if (browser.text(last) !== id) browser.keep(last, id);
  }

  /**
   * Leaves the plan to the other window; what is open here goes on as another one, a copy where the other one is there.
   * @param {Plan} plan
   * @param {CopyOf} copyOf
   * @returns {Way}
   */
  function part(plan, copyOf) {
    const way = browser.stored(key()) === null ? "deleted" : "apart";
    if (way === "apart") plan.title = copyOf(plan.title);
    browser.release(key());
    [id, stored, revision, from, wrote] = [newId(), null, 0, 0, 0];
    return way;
  }

  const desk = {
    part,
    get key() {
      return key();
    },

    /** Whether the browser has kept all that was changed. */
    get kept() {
      return kept;
    },

    /** The entry that should be open and cannot be read; null where there is none. @returns {Entry | null} */
    get unread() {
      return unread;
    },

    /**
     * What is open in this window, else what was last open in another, else what was changed last; null for a new plan.
     * @returns {Entry | null}
     */
    wanted() {
      const old = shelf.takeOld();
      if (old) browser.keep(last, old.id);
      const open = ofWindow.text(here) ?? browser.text(last);
      const entries = shelf.list();
      return (open ? entries.find((one) => one.id === open) : entries[0]) ?? null;
    },

    /** Opens what is wanted, and gives the plan to change. @returns {Plan} */
    resume() {
      const entry = desk.wanted();
      if (entry?.state === "plan") return desk.open(entry);
      unread = entry;
      return desk.begin(entry ? newId() : (ofWindow.text(here) ?? browser.text(last) ?? newId()));
    },

    /** Opens a plan, and gives a copy of it to change. @param {PlanEntry} entry */
    open(entry) {
      ({ id, revision } = entry);
      [stored, from, wrote] = [browser.base(key()), revision, 0];
      kept = browser.stored(key()) === entry.text;
      if (kept) browser.release(key());
      remember();
      return structuredClone(entry.plan);
    },

    /** Opens a new plan; the store gets it with its first change. */
    begin(newOne = newId()) {
      [id, stored, revision, from, wrote, kept] = [newOne, null, 0, 0, 0, true];
      remember();
      return empty();
    },

    /**
     * Keeps the plan as it is now. Where another window has deleted or changed the plan since, this one goes on as
     * another plan: `deleted` or `apart` comes back, and in the latter case `copyOf` has made its title.
     * @param {Plan} plan
     * @param {CopyOf} copyOf
     * @returns {Way | ""}
     */
    keep(plan, copyOf) {
      const way = desk.isOvertaken() ? part(plan, copyOf) : "";
      revision += 1;
      wrote = revision;
      const text = packRecord({ revision, from, changed: Date.now(), plan });
      kept = browser.keep(key(), text);
      if (kept) stored = text;
      remember();
      return way;
    },

    /**
     * Keeps a change if the browser does; else the plan stays as it was, `before`, and false comes back.
     * @param {Plan} plan
     * @param {Plan} before
     * @param {CopyOf} copyOf
     */
    offer(plan, before, copyOf) {
      const was = kept;
      desk.keep(plan, copyOf);
      if (kept) return true;
      if (was) browser.release(key());
      else desk.keep(before, copyOf);
      return false;
    },

    /** Whether another window has changed or deleted the plan since this one last saw it. */
    isOvertaken: () => browser.stored(key()) !== stored,

    /**
     * The entry that the other window left, or null; `knows` where it is a plan and knew of all that was changed here.
     */
    there() {
      const entry = shelf.entry(key(), browser.stored(key()));
      return { entry, knows: entry?.state === "plan" && kept && entry.from >= wrote ? entry : null };
    },
  };
  return desk;
}
