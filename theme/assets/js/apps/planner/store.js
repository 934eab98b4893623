/* What is kept in this browser. Where it keeps nothing (a private window, a full store), this page's memory does, which
   lasts while one moves about the handbook by instant navigation. */
const memory = new Map();

/** Keeps a text; false where only this page's memory does. */
export function keep(key, text) {
  try {
    localStorage.setItem(key, text);
    memory.delete(key);
    return true;
  } catch {
    memory.set(key, text);
    return false;
  }
}

/** The text that was kept, or null. */
export function kept(key) {
  if (memory.has(key)) return memory.get(key);
  try {
    return localStorage.getItem(key);
  } catch {
    return null;
  }
}

/** Forgets a text. */
export function forget(key) {
  memory.delete(key);
  try {
    localStorage.removeItem(key);
  } catch { /* there is nothing to forget */ }
}

/** Where a handbook's plan is kept: many handbooks may share one host. */
export const planKey = (planner) => `journeybook.plan ${new URL(planner, location.href).pathname.replace(/index\.html$/, "")}`;

/** The plan that was kept, as plain data; null where there is none or it is damaged. */
export function keptPlan(key) {
  try {
    return JSON.parse(kept(key));
  } catch {
    return null;
  }
}
