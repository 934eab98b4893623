/* How far a workshop is ahead of its timetable or behind: where this screen ends if it ends when its countdown does,
   against where the timetable has that end. */
import { left } from "./clock.js";

/** @import { Clock } from "./clock.js" */
/** @import { Screen } from "./view.js" */

const MINUTE = 60_000;
const FAR = 180; // minutes: further away, it is a rehearsal or another day

/**
 * Minutes behind (below nothing: ahead), or null where there is no timetable or this is not its day.
 * @param {Screen} screen
 * @param {Clock} clock
 * @param {number} now
 */
export function lateness(screen, clock, now) {
  if (screen.start === null || screen.end === null || (screen.date && screen.date !== dateOf(now))) return null;
  const minute = minuteOf(now);
  let late = minute > screen.end ? minute - screen.end : Math.min(0, minute - screen.start);
  if (screen.minutes) late = minute + Math.max(0, left(clock, screen.minutes, now)) / MINUTE - screen.end;
  if (late > 0) late = Math.max(0, late - screen.spare); // who ends in the free time after it is behind nothing
  if (Math.abs(late) > FAR) return null;
  return Math.abs(late) < 1 ? 0 : Math.round(late);
}

/** @param {number} now */
function minuteOf(now) {
  const date = new Date(now);
  return date.getHours() * 60 + date.getMinutes() + date.getSeconds() / 60;
}

/** @param {number} now */
function dateOf(now) {
  const date = new Date(now);
  return [date.getFullYear(), date.getMonth() + 1, date.getDate()].map((n) => String(n).padStart(2, "0")).join("-");
}
