/* Clock times of a day, worked out as journeybook's own timetable does. */
const DAY = 24 * 60;
const UNKNOWN = 30; // minutes of an activity that does not say how long it takes

/** Minutes after midnight of a time such as 09:30; null for anything else. */
export function minuteOf(time) {
  const found = /^(\d\d):(\d\d)$/.exec(time);
  return found ? found[1] * 60 + Number(found[2]) : null;
}

/** The time of day a number of minutes after midnight. */
export function timeOf(minute) {
  const two = (number) => String(number).padStart(2, "0");
  return `${two(Math.floor(minute / 60) % 24)}:${two(minute % 60)}`;
}

/** A block's minutes where nobody has changed them: the most of its activity's duration. */
export const usualMinutes = (block, data) => data.activities.get(block.activity)?.max ?? UNKNOWN;

/** A block's minutes. */
export const minutesOf = (block, data) => block.minutes ?? usualMinutes(block, data);

/** The blocks of a day, each with when it starts and its minutes; `free` are the minutes before a start that is fixed, and
    `late` those by which that start has passed before the block can begin. */
export function slots(day, data) {
  let minute = minuteOf(day.start);
  return day.blocks.map((block) => {
    const fixed = minuteOf(block.start) ?? minute, start = Math.max(minute, fixed);
    const slot = { block, start, minutes: minutesOf(block, data), free: start - minute, late: start - fixed };
    minute = start + slot.minutes;
    return slot;
  });
}

/** How a day adds up: minutes altogether, when it ends, and what is wrong; `left` is null without an end. */
export function sum(day, data) {
  const start = minuteOf(day.start), wanted = minuteOf(day.end);
  const total = slots(day, data).reduce((all, slot) => all + slot.free + slot.minutes, 0);
  const left = wanted === null ? null : wanted - start - total;
  const reversed = wanted !== null && wanted <= start;
  return { total, end: start + total, left, reversed, over: left !== null && left < 0, midnight: start + total > DAY };
}
