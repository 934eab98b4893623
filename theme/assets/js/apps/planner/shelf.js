/* All plans of a handbook in this browser: one key a plan, `journeybook plan <path of the planner's page> <id>`. None is
   ever overwritten by another; what cannot be read stays where it is. */
import { empty } from "./plan.js";
import { oldRecordOf, packRecord, recordOf, textOf } from "./record.js";
import { browser, ofWindow } from "./store.js";

/** @import { Plan } from "./plan.js" */
/** @import { PlanRecord, Unread } from "./record.js" */

/** A key, its id, and the text that is kept there. @typedef {{ key: string, id: string, text: string }} Kept */
/** @typedef {Kept & PlanRecord} PlanEntry */
/** What is at a key: the text, and what that is (record.js). @typedef {PlanEntry | (Kept & Unread)} Entry */
/** @typedef {ReturnType<typeof shelfOf>} Shelf */

const ID = /^[\w-]{1,64}$/;
const DELETED = "journeybook deleted "; // before the key, in the window's own store
/** @type {Set<string>} */
const taken = new Set(); // the keys of version 0.1 whose plans this page has taken over

/** A new id, also on a page without https, where crypto.randomUUID is missing. */
export function newId() {
  const bytes = crypto.getRandomValues(new Uint8Array(16));
  return Array.from(bytes, (byte) => byte.toString(16).padStart(2, "0")).join("");
}

/** The plans of the handbook whose planner has that address. @param {string} planner */
export function shelfOf(planner) {
  const path = new URL(planner, location.href).pathname.replace(/index\.html$/, "");
  const beginning = `journeybook plan ${path} `;
  const old = `journeybook.plan ${path}`;
  const olds = [`${old} before`, old];
  /** Entries by their keys, so that each text is read once. @type {Map<string, Entry>} */
  const known = new Map();

  const isOurs = (/** @type {string} */ key) =>
    olds.includes(key) || (key.startsWith(beginning) && ID.test(key.slice(beginning.length)));
  const changedAt = (/** @type {Entry} */ entry) => (entry.state === "plan" ? entry.changed : -1);

  const shelf = {
    path,
    isOurs,
    keyOf: (/** @type {string} */ id) => beginning + id,

    /** The entry of a text at a key, or null where nothing is there. @param {string} key @returns {Entry | null} */
    entry(key, text = browser.text(key)) {
      return text === null ? null : entryOf(key, text);
    },

    /**
     * All entries, those that were changed last first; those that cannot be read come at the end.
     * @returns {Entry[]}
     */
    list() {
      const keys = [...browser.keys(beginning).filter(isOurs), ...olds.filter((key) => !taken.has(key))];
      return keys.flatMap((key) => shelf.entry(key) ?? []).sort((one, other) => changedAt(other) - changedAt(one));
    },

    /**
     * The entry of a plan that is kept and just like this one, else of this one, kept as a new one.
     * @param {Plan} plan
     * @returns {Entry}
     */
    add(plan) {
      const text = textOf(plan);
      const same = shelf.list().find((one) => one.state === "plan" && textOf(one.plan) === text);
      if (same) return same;
      const key = shelf.keyOf(newId());
      const record = packRecord({ revision: 1, from: 0, changed: Date.now(), plan });
      browser.keep(key, record);
      return entryOf(key, record);
    },

    /** Deletes an entry; it can be brought back in this window. @param {Entry} entry */
    remove({ key, text }) {
      ofWindow.keep(DELETED + key, text);
      browser.forget(key);
    },

    /** The entries that were deleted in this window. @returns {Entry[]} */
    removed() {
      const keys = ofWindow
        .keys(DELETED)
        .map((key) => key.slice(DELETED.length))
        .filter(isOurs);
      return keys.flatMap((key) => shelf.entry(key, ofWindow.text(DELETED + key)) ?? []);
    },

    /**
     * Brings one of them back, beside what has come into its place in the meantime; gives its entry.
     * @param {Entry} entry
     * @returns {Entry}
     */
    bringBack({ key, text, state, plan }) {
      const free = browser.text(key) === null;
      const there = free ? key : shelf.keyOf(newId());
      ofWindow.forget(DELETED + key);
      if (!free && state === "plan") return shelf.add(plan);
      browser.keep(there, text);
      return entryOf(there, text);
    },

    /**
     * Takes over what version 0.1 kept; gives the entry of the plan that was open there, or null.
     * @returns {Entry | null}
     */
    takeOld() {
      browser.forget(`${old} why`);
      return olds.map(takeOver).at(-1) ?? null;
    },
  };

  /** @param {string} key @param {string} text @returns {Entry} */
  function entryOf(key, text) {
    const before = known.get(key);
    if (before?.text === text) return before;
    const read = olds.includes(key) ? oldRecordOf : recordOf;
    const entry = { key, id: key.slice(beginning.length), text, ...read(text) };
    known.set(key, entry);
    return entry;
  }

  /**
   * Takes over one key. It goes once its plan is kept; until then, and where it cannot be read, it stays.
   * @param {string} key
   */
  function takeOver(key) {
    const found = taken.has(key) ? null : shelf.entry(key);
    if (found?.state !== "plan") return null;
    taken.add(key);
    const entry = textOf(found.plan) === textOf(empty()) ? null : shelf.add(found.plan);
    if (!entry || browser.stored(entry.key) !== null) browser.forget(key);
    return entry;
  }

  return shelf;
}
