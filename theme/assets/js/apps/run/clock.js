/* The clock of one step: `spent` milliseconds before `since`, the wall clock's time at which it last began to run (null:
   it stands), and `extra` minutes that were added. Everything is a difference of wall-clock times, never a count of
   ticks: it stays right while the device sleeps and while the page is loaded anew. */
import { timeOf } from "../../time.js";

/** @typedef {{ spent: number, since: number | null, extra: number }} Clock */
/** @typedef {"calm" | "soon" | "last" | "over"} Tone */

const MINUTE = 60_000;

/** A clock that has not begun. @returns {Clock} */
export const fresh = () => ({ spent: 0, since: null, extra: 0 });

/** Whether it runs. @param {Clock} clock */
export const runs = (clock) => clock.since !== null;

/**
 * Milliseconds that a step has taken so far; a wall clock that is set back takes nothing away.
 * @param {Clock} clock
 * @param {number} now
 */
export const spent = (clock, now) => clock.spent + (clock.since === null ? 0 : Math.max(0, now - clock.since));

/** The clock, running. @param {Clock} clock @param {number} now @returns {Clock} */
export const started = (clock, now) => (runs(clock) ? clock : { ...clock, since: now });

/** The clock, standing. @param {Clock} clock @param {number} now @returns {Clock} */
export const stopped = (clock, now) => ({ ...clock, spent: spent(clock, now), since: null });

/** A clock from the beginning, which runs where it ran. @param {Clock} clock @param {number} now @returns {Clock} */
export const again = (clock, now) => ({ ...fresh(), since: runs(clock) ? now : null });

/** Milliseconds that a step has in all. @param {Clock} clock @param {number} minutes */
export const whole = (clock, minutes) => (minutes + clock.extra) * MINUTE;

/** Milliseconds left; less than nothing over time. @param {Clock} clock @param {number} minutes @param {number} now */
export const left = (clock, minutes, now) => whole(clock, minutes) - spent(clock, now);

/**
 * A clock with a minute more: over time, a minute from now.
 * @param {Clock} clock
 * @param {number} minutes
 * @param {number} now
 * @returns {Clock}
 */
export const longer = (clock, minutes, now) => ({
  ...clock,
  extra: clock.extra + 1 - Math.min(0, left(clock, minutes, now)) / MINUTE,
});

/**
 * How it stands: the last fifth is `soon`, the last twentieth `last`.
 * @param {number} rest
 * @param {number} all
 * @returns {Tone}
 */
export function toneOf(rest, all) {
  if (rest <= 0) return "over";
  if (rest <= all * 0.05) return "last";
  return rest <= all * 0.2 ? "soon" : "calm";
}

/** 12:05, or +0:42 over time. A second that has begun counts as left. @param {number} rest milliseconds */
export function digits(rest) {
  const seconds = Math.ceil(rest / 1000);
  const size = Math.abs(seconds);
  return `${rest <= 0 ? "+" : ""}${Math.floor(size / 60)}:${String(size % 60).padStart(2, "0")}`;
}

/** A time of day as 09:30, from a Date. @param {Date} date */
export const clockTime = (date) => timeOf(date.getHours() * 60 + date.getMinutes());
