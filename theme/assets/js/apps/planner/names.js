/* What things of a plan are called. */
import { blocksOf } from "./plan.js";
import { people } from "./words.js";

/** @import { Texts } from "../../texts.js" */
/** @import { Book } from "./data.js" */
/** @import { Block, Day, Plan } from "./plan.js" */

/** A day's name: its own, else its number. @param {Plan} plan @param {Day} day @param {Texts<PlannerTexts>} words */
export function dayName(plan, day, words) {
  return day.title.trim() || words("day", { number: plan.days.indexOf(day) + 1 });
}

/**
 * A block's name: its own, else its activity's, else what it is.
 * @param {Block} block
 * @param {Book} data
 * @param {Texts<PlannerTexts>} words
 */
export function blockName(block, data, words) {
  const own = block.title.trim();
  if (own || block.kind !== "activity") return own || words(block.kind === "break" ? "break" : "own");
  return data.activities.get(block.activity)?.title ?? block.activity;
}

/** Activity 6, or Activity where it has no number. @param {ActivityData} activity @param {Texts<PlannerTexts>} words */
export function activityNumber(activity, words) {
  return activity.number ? words("activity", { number: activity.number }) : words("activity_bare");
}

/** An activity's facts: number, time, people, and more as the build says it. @param {ActivityData} activity @param {Texts<PlannerTexts>} words */
export function facts(activity, words) {
  const { group } = activity;
  return {
    number: activityNumber(activity, words),
    time: activity.time ?? "",
    people: group ? people(words, group) : "",
    more: activity.facts ?? [],
  };
}

/** The activities of a plan, each once, in the order in which they happen. @param {Plan} plan @param {Book} data */
export function activitiesOf(plan, data) {
  const ids = new Set(blocksOf(plan).map((block) => block.activity));
  return [...ids].flatMap((id) => data.activities.get(id) ?? []);
}
