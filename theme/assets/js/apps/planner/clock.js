/* Clock times of a day, worked out as journeybook's own timetable does. */
import { minuteOf } from "../../time.js";

/** @import { Book } from "./data.js" */
/** @import { Block, Day } from "./plan.js" */

const DAY = 24 * 60;
const UNKNOWN = 30; // minutes of an activity that does not say how many it takes, or takes days

/**
 * A block's minutes where nobody has changed them: the most of its activity's duration; its least, where it has no end.
 * @param {Block} block
 * @param {Book} data
 */
export function usualMinutes(block, data) {
  const activity = data.activities.get(block.activity);
  return activity?.minutes ?? activity?.least ?? UNKNOWN;
}

/** A block's minutes. @param {Block} block @param {Book} data */
export const minutesOf = (block, data) => block.minutes ?? usualMinutes(block, data);

/** When a day begins, in minutes after midnight. @param {Day} day */
export const beginOf = (day) => minuteOf(day.start) ?? 0;

/**
 * A block with when it starts and its minutes; `free` are the minutes before a start that is fixed, and `late` those by
 * which that start has passed before the block can begin.
 * @typedef {{ block: Block, start: number, minutes: number, free: number, late: number }} Slot
 */

/** The blocks of a day. @param {Day} day @param {Book} data @returns {Slot[]} */
export function slots(day, data) {
  let minute = beginOf(day);
  return day.blocks.map((block) => {
    const fixed = minuteOf(block.start) ?? minute;
    const start = Math.max(minute, fixed);
    const slot = { block, start, minutes: minutesOf(block, data), free: start - minute, late: start - fixed };
    minute = start + slot.minutes;
    return slot;
  });
}

/**
 * How a day adds up: minutes altogether, when it ends, and what is wrong; `left` is null without an end.
 * @param {Day} day
 * @param {Book} data
 */
export function sum(day, data) {
  const start = beginOf(day);
  const wanted = minuteOf(day.end);
  const total = slots(day, data).reduce((all, slot) => all + slot.free + slot.minutes, 0);
  const left = wanted === null ? null : wanted - start - total;
  const reversed = wanted !== null && wanted <= start;
  return { total, end: start + total, left, reversed, over: left !== null && left < 0, midnight: start + total > DAY };
}
