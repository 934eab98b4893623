/* How times and numbers of people are said: as journeybook's own pages say them. */

/** @import { Texts } from "../../texts.js" */

/** Minutes as 45 min, 2 h, 1 h 30 min. @param {Texts<PlannerTexts>} words @param {number} number */
export function minutes(words, number) {
  const hours = Math.floor(number / 60);
  const rest = number % 60;
  if (!hours) return words("minutes", { minutes: rest });
  return rest ? words("hours_minutes", { hours, minutes: rest }) : words("hours", { hours });
}

/**
 * A duration as 45 min, 45–60 min, 1 h 30 min–2 h.
 * @param {Texts<PlannerTexts>} words
 * @param {number} low
 * @param {number} high
 */
export function duration(words, low, high) {
  if (low === high) return minutes(words, low);
  if (high < 120 && low < 60) return words("range_minutes", { low, high });
  return words("range", { low: minutes(words, low), high: minutes(words, high) });
}

/**
 * How many people an activity is for.
 * @param {Texts<PlannerTexts>} words
 * @param {NonNullable<ActivityData["group"]>} group
 */
export function people(words, [least, most]) {
  if (!most) return words("or_more", { least });
  return least === most ? String(least) : words("range", { low: least, high: most });
}
