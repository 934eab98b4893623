/* A plan: its days, and in each its blocks. What comes from a link, a file or the store is never trusted. */
import { MOST_MINUTES, MOST_PEOPLE, PLAN_VERSION } from "./rules.js";

/** @typedef {"activity" | "break" | "own"} Kind */
/**
 * @typedef {{ activity: string, title: string, start: string, minutes: number | null, lead: string, text: string,
 *   audience: string[] }} Content
 */
/** @typedef {{ key: string, kind: Kind } & Content} Block */
/** @typedef {{ key: string, title: string, date: string, start: string, end: string, blocks: Block[] }} Day */
/**
 * @typedef {{ title: string, people: number | null, location: string, timezone: string, audience: string[], days: Day[]
 *   }} Plan
 */
/** Where a block is, or goes. @typedef {{ day: Day, place: number }} Place */

const NOTE = 4000;
/** The most days of a plan, the most blocks of a day, the most characters of a line: what is more is not read. */
export const MOST_DAYS = 31,
  MOST_BLOCKS = 200,
  LINE = 200;
const ID = /^[\p{L}\p{M}\p{N}]+(-[\p{L}\p{M}\p{N}]+)*$/u;
const CLOCK = /^([01]\d|2[0-3]):[0-5]\d$/;

let made = 0;

/**
 * Anything that should be an object: its values, which may be anything too.
 * @param {unknown} value
 * @returns {Record<string, unknown>}
 */
const known = (value) => (value && typeof value === "object" ? /** @type {Record<string, unknown>} */ (value) : {});
const text = (/** @type {unknown} */ value, /** @type {number} */ most) =>
  typeof value === "string" ? value.slice(0, most) : "";
const whole = (/** @type {unknown} */ value, /** @type {number} */ most) =>
  typeof value === "number" && Number.isInteger(value) && value >= 1 && value <= most ? value : null;
const matching = (/** @type {unknown} */ value, /** @type {RegExp} */ pattern) =>
  typeof value === "string" && pattern.test(value) ? value : "";
const ids = (/** @type {unknown} */ value) =>
  Array.isArray(value) ? value.filter((id) => matching(id, ID)).slice(0, 20) : [];

/** A date that there is, as year-month-day, else nothing. @param {unknown} value */
export function dateOr(value) {
  const date = matching(value, /^[1-9]\d{3}-\d\d-\d\d$/);
  const found = new Date(`${date}T00:00:00Z`);
  return date && !Number.isNaN(found.valueOf()) && found.toISOString().startsWith(date) ? date : "";
}

/** A time of day as hours:minutes, else nothing. @param {unknown} value */
export const clockOr = (value) => matching(value, CLOCK);
/** Whole minutes that a block may take, else null. @param {unknown} value */
export const minutesOr = (value) => whole(value, MOST_MINUTES);
/** A number of people, else null. @param {unknown} value */
export const peopleOr = (value) => whole(value, MOST_PEOPLE);

/** A block of one kind. @param {Kind} kind @param {Partial<Content>} [values] @returns {Block} */
export function block(kind, values = {}) {
  made += 1;
  return {
    key: `b${made}`,
    kind,
    activity: "",
    title: "",
    start: "",
    minutes: null,
    lead: "",
    text: "",
    audience: [],
    ...values,
  };
}

/** A day without blocks. @param {Partial<Omit<Day, "key">>} [values] @returns {Day} */
export function day(values = {}) {
  made += 1;
  return { key: `d${made}`, title: "", date: "", start: "09:00", end: "", blocks: [], ...values };
}

/** A plan without anything. @returns {Plan} */
export function empty() {
  return { title: "", people: 12, location: "", timezone: "", audience: [], days: [day()] };
}

/** @param {unknown} value @returns {Block} */
function readBlock(value) {
  const given = known(value);
  const activity = matching(given.activity, ID);
  const kind = activity ? "activity" : typeof given.break === "string" ? "break" : "own";
  return block(kind, {
    activity,
    title: text(kind === "break" ? given.break : given.title, LINE),
    start: matching(given.start, CLOCK),
    minutes: minutesOr(given.minutes) ?? (activity ? null : 15),
    lead: text(given.lead, LINE),
    text: text(given.text, NOTE),
    audience: ids(given.audience),
  });
}

/** @param {unknown} value @returns {Day} */
function readDay(value) {
  const given = known(value);
  return day({
    title: text(given.title, LINE),
    date: dateOr(given.date),
    start: matching(given.start, CLOCK) || "09:00",
    end: matching(given.end, CLOCK),
    blocks: (Array.isArray(given.blocks) ? given.blocks : []).slice(0, MOST_BLOCKS).map(readBlock),
  });
}

/** Whether a value says that it is a plan of a later form than this script knows. @param {unknown} value */
export function isNewer(value) {
  const { version } = known(value);
  return typeof version === "number" && Number.isInteger(version) && version > PLAN_VERSION;
}

/** The title in any value, or nothing. @param {unknown} value */
export const titleOf = (value) => text(known(value).title, LINE);

/** A plan made of any value; null where it is none. @param {unknown} value @returns {Plan | null} */
export function read(value) {
  const given = known(value);
  if (given.version !== PLAN_VERSION || !Array.isArray(given.days)) return null;
  return {
    title: text(given.title, LINE),
    people: peopleOr(given.people),
    location: text(given.location, LINE),
    timezone: matching(given.timezone, /^[\w+/-]{1,60}$/),
    audience: ids(given.audience),
    days: given.days.length ? given.days.slice(0, MOST_DAYS).map(readDay) : [day()],
  };
}

/** Whether a value has more days or blocks than are read. @param {unknown} value */
export function isTooLarge(value) {
  const { days } = known(value);
  return Array.isArray(days) && (days.length > MOST_DAYS || days.some((one) => one?.blocks?.length > MOST_BLOCKS));
}

/** @template {object} T @param {T} values @returns {{ [K in keyof T]?: Exclude<T[K], null> }} */
const filled = (values) =>
  /** @type {any} */ (
    Object.fromEntries(
      Object.entries(values).filter(([, value]) => value !== null && value !== "" && value?.length !== 0),
    )
  );

/** @param {Block} block @returns {WrittenBlock} */
function writtenBlock({ key: _key, kind, title, ...rest }) {
  return filled({ ...rest, ...(kind === "break" ? { break: title || " " } : { title }) });
}

/** @param {Day} day @returns {WrittenDay} */
const writtenDay = ({ key: _key, blocks, ...rest }) => ({
  ...filled(rest),
  start: rest.start,
  blocks: blocks.map(writtenBlock),
});

/**
 * A plan as plain data, without what is empty: the form of files, links and the store.
 * @param {Plan} plan
 * @returns {WrittenPlan}
 */
export const written = ({ days, ...plan }) => ({ version: PLAN_VERSION, ...filled(plan), days: days.map(writtenDay) });

/** Whether there is anything in a plan to lose. @param {Plan} plan */
export const isEmpty = (plan) => !plan.title && !plan.days.some((one) => one.blocks.length);

/** All blocks, in the order in which they happen. @param {Plan} plan */
export const blocksOf = (plan) => plan.days.flatMap((one) => one.blocks);

/** The last day; a plan has one at least. @param {Plan} plan */
export const lastOf = (plan) => plan.days[plan.days.length - 1];

/** Where a block is, or null. @param {Plan} plan @param {string} key @returns {Place & { block: Block } | null} */
export function placeOf(plan, key) {
  for (const one of plan.days) {
    const place = one.blocks.findIndex((block) => block.key === key);
    if (place >= 0) return { day: one, place, block: one.blocks[place] };
  }
  return null;
}

/**
 * Moves a block to a place of a day, as places were before the move.
 * @param {Plan} plan
 * @param {string} key
 * @param {Day} to
 * @param {number} place
 */
export function move(plan, key, to, place) {
  const from = placeOf(plan, key);
  if (!from) return;
  const target = from.day === to && from.place < place ? place - 1 : place;
  from.day.blocks.splice(from.place, 1);
  to.blocks.splice(target, 0, from.block);
}

/**
 * The place one up (-1) or down (+1), as `move` takes it, over the edge of the day into the next; null at the very edge.
 * @param {Plan} plan
 * @param {Place} from
 * @param {number} by
 * @returns {Place | null}
 */
export function beside(plan, { day: here, place }, by) {
  const next = place + by;
  if (next >= 0 && next < here.blocks.length) return { day: here, place: by < 0 ? next : next + 1 };
  const other = plan.days[plan.days.indexOf(here) + by];
  return other ? { day: other, place: by < 0 ? other.blocks.length : 0 } : null;
}
