/* A plan: its days, and in each its blocks. What comes from a link, a file or the store is never trusted. */
const VERSION = 1;
const NOTE = 4000;
/** The most days of a plan, the most blocks of a day, the most characters of a line: what is more is not read. */
export const MOST_DAYS = 31, MOST_BLOCKS = 200, LINE = 200;
const ID = /^[\p{L}\p{M}\p{N}]+(-[\p{L}\p{M}\p{N}]+)*$/u;
const CLOCK = /^([01]\d|2[0-3]):[0-5]\d$/;

let made = 0;

const text = (value, most) => (typeof value === "string" ? value.slice(0, most) : "");
const whole = (value, most) => (Number.isInteger(value) && value >= 1 && value <= most ? value : null);
const matching = (value, pattern) => (typeof value === "string" && pattern.test(value) ? value : "");
const ids = (value) => (Array.isArray(value) ? value.filter((id) => matching(id, ID)).slice(0, 20) : []);

/** A date that there is, as year-month-day, else nothing. */
export function dateOr(value) {
  const date = matching(value, /^[1-9]\d{3}-\d\d-\d\d$/);
  const found = new Date(`${date}T00:00:00Z`);
  return date && !Number.isNaN(found.valueOf()) && found.toISOString().startsWith(date) ? date : "";
}

/** A time of day as hours:minutes, else nothing. */
export const clockOr = (value) => matching(value, CLOCK);
/** Whole minutes that a block may take, else null. */
export const minutesOr = (value) => whole(value, 10_080);
/** A number of people, else null. */
export const peopleOr = (value) => whole(value, 1000);

/** A block of one kind: activity, break or own. */
export function block(kind, values = {}) {
  made += 1;
  return { key: `b${made}`, kind, activity: "", title: "", start: "", minutes: null, lead: "", text: "", audience: [], ...values };
}

/** A day without blocks. */
export function day(values = {}) {
  made += 1;
  return { key: `d${made}`, title: "", date: "", start: "09:00", end: "", blocks: [], ...values };
}

/** A plan without anything. */
export function empty() {
  return { title: "", people: 12, location: "", timezone: "", audience: [], days: [day()] };
}

function readBlock(value) {
  const known = value && typeof value === "object" ? value : {};
  const activity = matching(known.activity, ID);
  const kind = activity ? "activity" : typeof known.break === "string" ? "break" : "own";
  return block(kind, {
    activity,
    title: text(kind === "break" ? known.break : known.title, LINE),
    start: matching(known.start, CLOCK),
    minutes: minutesOr(known.minutes) ?? (activity ? null : 15),
    lead: text(known.lead, LINE),
    text: text(known.text, NOTE),
    audience: ids(known.audience),
  });
}

function readDay(value) {
  const known = value && typeof value === "object" ? value : {};
  return day({
    title: text(known.title, LINE),
    date: dateOr(known.date),
    start: matching(known.start, CLOCK) || "09:00",
    end: matching(known.end, CLOCK),
    blocks: (Array.isArray(known.blocks) ? known.blocks : []).slice(0, MOST_BLOCKS).map(readBlock),
  });
}

/** Whether a value says that it is a plan of a later form than this script knows. */
export const isNewer = (value) => Number.isInteger(value?.version) && value.version > VERSION;

/** The title in any value, or nothing. */
export const titleOf = (value) => text(value?.title, LINE);

/** A plan made of any value; null where it is none. */
export function read(value) {
  if (!value || value.version !== VERSION || !Array.isArray(value.days)) return null;
  return {
    title: text(value.title, LINE),
    people: peopleOr(value.people),
    location: text(value.location, LINE),
    timezone: matching(value.timezone, /^[\w+/-]{1,60}$/),
    audience: ids(value.audience),
    days: value.days.length ? value.days.slice(0, MOST_DAYS).map(readDay) : [day()],
  };
}

/** Whether a value has more days or blocks than are read. */
export const isTooLarge = ({ days }) => days.length > MOST_DAYS || days.some((one) => one?.blocks?.length > MOST_BLOCKS);

const filled = (values) => Object.fromEntries(Object.entries(values).filter(([, v]) => v !== null && v !== "" && v?.length !== 0));

function writtenBlock({ key, kind, title, ...rest }) {
  return filled({ ...rest, ...(kind === "break" ? { break: title || " " } : { title }) });
}

/** A plan as plain data, without what is empty: the form of files, links and the store. */
export function written({ days, ...plan }) {
  const plain = days.map(({ key, blocks, ...rest }) => ({ ...filled(rest), blocks: blocks.map(writtenBlock) }));
  return { version: VERSION, ...filled(plan), days: plain };
}

/** Whether there is anything in a plan to lose. */
export const isEmpty = (plan) => !plan.title && !plan.days.some((one) => one.blocks.length);

/** All blocks, in the order in which they happen. */
export const blocksOf = (plan) => plan.days.flatMap((one) => one.blocks);

/** Where a block is: its day, and its place in it. */
export function placeOf(plan, key) {
  for (const one of plan.days) {
    const place = one.blocks.findIndex((block) => block.key === key);
    if (place >= 0) return { day: one, place, block: one.blocks[place] };
  }
  return null;
}

/** Moves a block to a place of a day, as places were before the move. */
export function move(plan, key, to, place) {
  const from = placeOf(plan, key);
  const target = from.day === to && from.place < place ? place - 1 : place;
  from.day.blocks.splice(from.place, 1);
  to.blocks.splice(target, 0, from.block);
}

/** The place one up (-1) or down (+1), as `move` takes it, over the edge of the day into the next; null at the very edge. */
export function beside(plan, key, by) {
  const { day: here, place } = placeOf(plan, key), next = place + by;
  if (next >= 0 && next < here.blocks.length) return { day: here, place: by < 0 ? next : next + 1 };
  const other = plan.days[plan.days.indexOf(here) + by];
  return other ? { day: other, place: by < 0 ? other.blocks.length : 0 } : null;
}
