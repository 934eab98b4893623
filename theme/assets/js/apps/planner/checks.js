/* What a plan has wrong: activities whose prerequisites are missing or come too late, or that nobody knows, and times that
   cannot be kept. */
import { slots } from "./clock.js";
import { blocksOf } from "./plan.js";

/** What to say of each block, by its key: {kind, id} with kind missing, late, unknown, retired or crowd;
    {kind, time, minutes} with passed, for a fixed start that the block cannot keep. */
export function warnings(plan, data) {
  const blocks = blocksOf(plan), found = new Map(), done = new Set();
  const planned = new Set(blocks.map((block) => block.activity));
  for (const block of blocks) {
    const activity = data.activities.get(block.activity);
    found.set(block.key, block.kind === "activity" ? [...said(block, activity, plan.people, planned, done, data)] : []);
    done.add(block.activity);
  }
  for (const { block, late } of plan.days.flatMap((day) => slots(day, data))) {
    if (late) found.get(block.key).push({ kind: "passed", time: block.start, minutes: late });
  }
  return found;
}

function* said(block, activity, people, planned, done, data) {
  if (!activity) return yield { kind: "unknown", id: block.activity };
  if (activity.retired) yield { kind: "retired", id: activity.id };
  for (const id of activity.before ?? []) {
    if (!done.has(id) && data.activities.has(id)) yield { kind: planned.has(id) ? "late" : "missing", id };
  }
  const [least, most] = activity.group ?? [1, null];
  if (people && (people < least || (most && people > most))) yield { kind: "crowd", id: activity.id };
}
