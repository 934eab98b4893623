/* A plan as it is kept: {revision, from, changed, plan}. The revision counts its changes. `from` is the revision that the
   window which wrote it had read from another one: where a window's own last change is later than that, the two did not
   know of each other. `changed` is when, in milliseconds. */
import { isNewer, read, titleOf, written } from "./plan.js";

/** @import { Plan } from "./plan.js" */

/** @typedef {{ revision: number, from: number, changed: number, plan: Plan }} Known */
/** @typedef {{ state: "plan", title: string } & Known} PlanRecord */
/** @typedef {{ state: "newer" | "damaged", title: string, plan: Plan | null }} Unread */
/**
 * What a kept text is, by its `state`. A plan: all of a record. Newer (a plan of a later form) and damaged: its title,
 * where it says one, and `plan`, as much of it as can be read, or null.
 * @typedef {PlanRecord | Unread} PlanText
 */

const MOST = 2 ** 50; // above it, numbers are no counts and no dates

const count = (/** @type {unknown} */ value) =>
  typeof value === "number" && Number.isInteger(value) && value >= 0 && value < MOST;

const sorted = (/** @type {string} */ _key, /** @type {any} */ value) =>
  value && typeof value === "object" && !Array.isArray(value)
    ? Object.fromEntries(Object.entries(value).sort(([one], [other]) => (one < other ? -1 : 1)))
    : value;

/**
 * Whether a plan holds all of the value that it was read from: what does not fit is left out, and would be lost.
 * @param {Plan} plan
 * @param {unknown} value
 */
const isWhole = (plan, value) => JSON.stringify(written(plan), sorted) === JSON.stringify(value, sorted);

/** A plan's text: two plans are the same where their texts are. @param {Plan} plan */
export const textOf = (plan) => JSON.stringify(written(plan));

/** A record as text. @param {Known} record */
export const packRecord = ({ revision, from, changed, plan }) =>
  JSON.stringify({ revision, from, changed, plan: written(plan) });

/** Reads a kept text. @param {string} text @returns {PlanText} */
export function recordOf(text) {
  try {
    const value = JSON.parse(text);
    return count(value?.revision) && count(value.from) && count(value.changed)
      ? planRecord(value)
      : damaged(value?.plan);
  } catch {
    return { state: "damaged", title: "", plan: null };
  }
}

/** The same of a text of version 0.1, which is the plan itself. @param {string} text @returns {PlanText} */
export function oldRecordOf(text) {
  try {
    return planRecord({ revision: 0, from: 0, changed: 0, plan: JSON.parse(text) });
  } catch {
    return { state: "damaged", title: "", plan: null };
  }
}

/** @param {{ revision: number, from: number, changed: number, plan: unknown }} value @returns {PlanText} */
function planRecord({ revision, from, changed, plan: value }) {
  const plan = read(value);
  if (!plan || !isWhole(plan, value)) return damaged(value);
  return { state: "plan", title: plan.title, plan, revision, from, changed };
}

/** @param {unknown} value @returns {Unread} */
function damaged(value) {
  return { state: isNewer(value) ? "newer" : "damaged", title: titleOf(value), plan: read(value) };
}

/**
 * What a kept text is as a file: the plan in it, which a newer planner can open, else the text itself.
 * @param {{ text: string }} entry
 */
export function fileOf({ text }) {
  try {
    const value = JSON.parse(text);
    return `${JSON.stringify(value.plan ?? value, null, 1)}\n`;
  } catch {
    return text;
  }
}
