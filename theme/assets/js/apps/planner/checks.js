/* What a plan has wrong: activities whose prerequisites are missing or come too late, or that nobody knows, and times that
   cannot be kept. */
import { slots } from "./clock.js";
import { blocksOf } from "./plan.js";

/** @import { Book } from "./data.js" */
/** @import { Block, Plan } from "./plan.js" */

/**
 * What to say of a block: of an activity, by its id, or that a start has passed, by so many minutes.
 * @typedef {{ kind: "missing" | "late" | "unknown" | "retired" | "crowd", id: string }} OfActivity
 * @typedef {{ kind: "passed", time: string, minutes: number }} Passed
 * @typedef {OfActivity | Passed} Warning
 */

/** What to say of each block, by its key. @param {Plan} plan @param {Book} data @returns {Map<string, Warning[]>} */
export function warnings(plan, data) {
  const blocks = blocksOf(plan);
  const done = new Set();
  /** @type {Map<string, Warning[]>} */
  const found = new Map();
  const planned = new Set(blocks.map((block) => block.activity));
  for (const block of blocks) {
    found.set(block.key, block.kind === "activity" ? [...said(block, plan.people, planned, done, data)] : []);
    done.add(block.activity);
  }
  for (const { block, late } of plan.days.flatMap((day) => slots(day, data))) {
    if (late) found.get(block.key)?.push({ kind: "passed", time: block.start, minutes: late });
  }
  return found;
}

/**
 * @param {Block} block
 * @param {number | null} people
 * @param {Set<string>} planned
 * @param {Set<string>} done
 * @param {Book} data
 * @returns {Generator<OfActivity, void>}
 */
function* said(block, people, planned, done, data) {
  const activity = data.activities.get(block.activity);
  if (!activity) return yield { kind: "unknown", id: block.activity };
  if (activity.retired) yield { kind: "retired", id: activity.id };
  for (const id of activity.before ?? []) {
    if (!done.has(id) && data.activities.has(id)) yield { kind: planned.has(id) ? "late" : "missing", id };
  }
  if (people && activity.group && !fits(activity.group, people)) yield { kind: "crowd", id: activity.id };
}

/**
 * Whether an activity works for so many people; more than the only number that it is for are several groups.
 * @param {NonNullable<ActivityData["group"]>} group
 * @param {number} people
 */
function fits([least, most, each], people) {
  const isDivided = least === most && most === each;
  return least <= people && (most === null || isDivided || people <= most);
}
