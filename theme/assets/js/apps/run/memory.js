/* What survives a reload: the step, and the clock of every step that was begun. A full store or a private window keeps
   nothing, and that is no error. */
/** @import { Clock } from "./clock.js" */

/**
 * A run: the screen that is shown, and the clock of each screen that was begun, by its place.
 * @typedef {{ at: number, clocks: Record<string, Clock> }} State
 */

const LONG = 12 * 60 * 60_000; // what was left this long ago is not gone on with

const number = (/** @type {unknown} */ value) => typeof value === "number" && Number.isFinite(value);

const clock = (/** @type {any} */ c) =>
  !!c && number(c.spent) && number(c.extra) && (c.since === null || number(c.since));

/** A run as it was left, or null. @param {string} key @param {number} now @returns {State | null} */
export function recall(key, now) {
  try {
    const kept = JSON.parse(sessionStorage.getItem(key) ?? "null");
    if (!Number.isInteger(kept.at) || !Object.values(kept.clocks).every(clock) || !(now - kept.saved < LONG))
      return null;
    return { at: kept.at, clocks: { ...kept.clocks } };
  } catch {
    return null;
  }
}

/** Keep a run. @param {string} key @param {State} state @param {number} now */
export function keep(key, state, now) {
  try {
    sessionStorage.setItem(key, JSON.stringify({ ...state, saved: now }));
  } catch {
    // It goes on without.
  }
}

/** Keep nothing any longer. @param {string} key */
export function forget(key) {
  try {
    sessionStorage.removeItem(key);
  } catch {
    // There was nothing.
  }
}
