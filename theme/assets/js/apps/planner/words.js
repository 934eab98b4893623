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
 * How many people an activity is for.
 * @param {Texts<PlannerTexts>} words
 * @param {NonNullable<ActivityData["group"]>} group
 */
export function people(words, [least, most]) {
  if (!most) return words("or_more", { least });
  return least === most ? String(least) : words("range", { low: least, high: most });
}
