/* What things of a plan are called. */
import { blocksOf } from "./plan.js";
import { duration, fill, people } from "./words.js";

/** A day's name: its own, else its number. */
export function dayName(plan, day, words) {
  return day.title.trim() || fill(words.day, { number: plan.days.indexOf(day) + 1 });
}

/** A block's name: its own, else its activity's, else what it is. */
export function blockName(block, data, words) {
  const own = block.title.trim();
  if (own || block.kind !== "activity") return own || (block.kind === "break" ? words.break : words.own);
  return data.activities.get(block.activity)?.title ?? block.activity;
}

/** Activity 6, or Activity where it has no number. */
export function activityNumber(activity, words) {
  return activity.number ? fill(words.activity, { number: activity.number }) : words.activity_bare;
}

/** An activity's facts: number, time, people, and more as the build says it. */
export function facts(activity, words) {
  const { min, max, group } = activity;
  const time = max && duration(words, min, max);
  const more = activity.facts ?? [];
  return { number: activityNumber(activity, words), time, people: group && people(words, group), more };
}

/** The activities of a plan, each once, in the order in which they happen. */
export function activitiesOf(plan, data) {
  const ids = new Set(blocksOf(plan).map((block) => block.activity));
  return [...ids].map((id) => data.activities.get(id)).filter(Boolean);
}
