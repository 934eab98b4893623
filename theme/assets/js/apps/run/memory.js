/* What survives a reload: the step, and the clock of every step that was begun. A full store or a private window keeps
   nothing, and that is no error. */
const LONG = 12 * 60 * 60_000; // what was left this long ago is not gone on with

const number = (value) => typeof value === "number" && Number.isFinite(value);

const clock = (c) => !!c && number(c.spent) && number(c.extra) && (c.since === null || number(c.since));

/** A run as it was left, or null. */
export function recall(key, now) {
  try {
    const kept = JSON.parse(sessionStorage.getItem(key));
    if (!Number.isInteger(kept.at) || !Object.values(kept.clocks).every(clock) || !(now - kept.saved < LONG)) return null;
    return { at: kept.at, clocks: { ...kept.clocks } };
  } catch {
    return null;
  }
}

/** Keep a run. */
export function keep(key, state, now) {
  try {
    sessionStorage.setItem(key, JSON.stringify({ ...state, saved: now }));
  } catch {
    // It goes on without.
  }
}

/** Keep nothing any longer. */
export function forget(key) {
  try {
    sessionStorage.removeItem(key);
  } catch {
    // There was nothing.
  }
}
