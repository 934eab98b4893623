/* What the buttons inside a plan do with its days and blocks. */
import { around, datum, one } from "../../dom.js";
import { timeOf } from "../../time.js";
import { slots } from "./clock.js";
import { blockName, dayName } from "./names.js";
import * as plans from "./plan.js";

/** @import { App } from "./app.js" */
/** @import { Block, Day } from "./plan.js" */

/** What a button does; `node` is the button. @typedef {(app: App, node: HTMLElement) => void} Does */

const lists = (/** @type {App} */ app) => one(app.root, "[data-jb-to]", HTMLSelectElement);
const dayAt = (/** @type {App} */ app, /** @type {string} */ key) =>
  app.plan.days.find((day) => day.key === key) ?? plans.lastOf(app.plan);

/** The day that a node stands in. @param {App} app @param {HTMLElement} node */
export const dayOf = (app, node) => dayAt(app, datum(around(node, "[data-day]"), "day"));

/** Where the block is that a node stands in. @param {App} app @param {HTMLElement} node */
const rowOf = (app, node) => plans.placeOf(app.plan, keyOf(node));

const keyOf = (/** @type {HTMLElement} */ node) => datum(around(node, "[data-key]"), "key");

/** @param {App} app @param {string} key @param {string} does */
function focusRow(app, key, does) {
  const found = app.root.querySelector(`[data-key="${key}"] [data-do="${does}"]`);
  if (found instanceof HTMLElement) found.focus();
}

/**
 * Whether a day takes one more block; where it does not, that is told. A longer day would not be read again.
 * @param {App} app
 * @param {Day} day
 */
function hasRoom(app, day) {
  const room = day.blocks.length < plans.MOST_BLOCKS;
  if (!room) app.notice(app.words("full_day", { day: dayName(app.plan, day, app.words), number: plans.MOST_BLOCKS }));
  return room;
}

/**
 * Adds a block to the end of a day, or at a place in it, and says where it is; false where the day is full.
 * @param {App} app
 * @param {Block} block
 * @param {Day} day
 */
export function add(app, block, day, place = day.blocks.length) {
  if (!hasRoom(app, day)) return false;
  app.change(() => {
    day.blocks.splice(place, 0, block);
  });
  const title = blockName(block, app.data, app.words);
  const name = dayName(app.plan, day, app.words);
  app.say(
    app.words("added", { title, day: name, clock: timeOf(slots(day, app.data)[day.blocks.indexOf(block)].start) }),
  );
  return true;
}

/** Tells where a block is after it has been moved. @param {App} app @param {Block} block */
function tellPlace(app, block) {
  const found = plans.placeOf(app.plan, block.key);
  if (!found) return;
  const { day, place } = found;
  const { start } = slots(day, app.data)[place];
  app.say(
    app.words("moved", {
      title: blockName(block, app.data, app.words),
      clock: timeOf(start),
      day: dayName(app.plan, day, app.words),
      place: place + 1,
      number: day.blocks.length,
    }),
  );
}

/**
 * Moves a block to a place of a day, as places were before the move. While it was dragged, it may have gone.
 * @param {App} app
 * @param {string} key
 * @param {Day} day
 * @param {number} place
 */
export function moveTo(app, key, day, place) {
  const from = plans.placeOf(app.plan, key);
  if (!from || (from.day === day && (place === from.place || place === from.place + 1))) return;
  if (from.day !== day && !hasRoom(app, day)) return;
  app.change((plan) => plans.move(plan, key, day, place));
  focusRow(app, key, "drag");
  tellPlace(app, from.block);
}

/**
 * Moves a block up or down by one, over the edge of its day into the next.
 * @param {App} app
 * @param {string} key
 * @param {number} by
 */
export function step(app, key, by) {
  const from = plans.placeOf(app.plan, key);
  const to = from && plans.beside(app.plan, from, by);
  if (!from) return;
  if (!to) return app.say(app.words(by < 0 ? "first" : "last", { title: blockName(from.block, app.data, app.words) }));
  if (to.day !== from.day && !hasRoom(app, to.day)) return;
  app.change((plan) => plans.move(plan, key, to.day, to.place));
  tellPlace(app, from.block);
}

/** @param {App} app @param {Block} block @param {Day} day */
function addAndName(app, block, day) {
  if (!add(app, block, day)) return;
  const input = one(app.root, `[data-key="${block.key}"] [data-field=title]`, HTMLInputElement);
  input.focus();
  input.select();
}

/** @type {Does} */
function addBefore(app, node) {
  const here = rowOf(app, node);
  if (here) add(app, plans.block("activity", { activity: datum(node, "id") }), here.day, here.place);
}

/** @type {Does} */
function moveBefore(app, node) {
  const here = rowOf(app, node);
  const moved = plans.blocksOf(app.plan).find((block) => block.activity === node.dataset.id);
  if (here && moved) moveTo(app, moved.key, here.day, here.place);
}

/** @type {Does} */
function remove(app, node) {
  const found = rowOf(app, node);
  if (!found) return;
  const { day, place, block } = found;
  app.change(() => {
    day.blocks.splice(place, 1);
  });
  const next = day.blocks[place] ?? day.blocks[place - 1];
  if (next) focusRow(app, next.key, "remove");
  else one(app.root, `[data-day="${day.key}"] [data-do=find]`).focus();
  app.say(app.words("removed", { title: blockName(block, app.data, app.words) }));
}

/** @param {App} app */
function addDay(app) {
  const { start, end } = plans.lastOf(app.plan);
  const day = plans.day({ start, end });
  if (app.plan.days.length >= plans.MOST_DAYS) return app.notice(app.words("full_plan", { number: plans.MOST_DAYS }));
  app.change((plan) => {
    plan.days.push(day);
  });
  lists(app).value = day.key;
  one(app.root, `[data-day="${day.key}"] [data-day-field=title]`).focus();
  app.say(app.words("day_added", { day: dayName(app.plan, day, app.words) }));
}

/** @type {Does} */
function removeDay(app, node) {
  const day = dayOf(app, node);
  const title = dayName(app.plan, day, app.words);
  app.change((plan) => {
    plan.days.splice(plan.days.indexOf(day), 1);
  });
  one(app.root, "[data-do=add-day]").focus();
  app.say(app.words("removed", { title }));
}

/** @type {Does} */
function find(app, node) {
  lists(app).value = dayOf(app, node).key;
  const search = one(app.root, "[data-jb-search]");
  around(search, "section").scrollIntoView({ block: "nearest" });
  search.focus();
}

/** By their data-do. @type {[string, Does][]} */
export const edits = [
  [
    "add",
    (app, node) =>
      add(
        app,
        plans.block("activity", { activity: datum(around(node, "[data-id]"), "id") }),
        dayAt(app, lists(app).value),
      ),
  ],
  [
    "add-break",
    (app, node) =>
      addAndName(app, plans.block("break", { title: app.words.plain()("coffee"), minutes: 15 }), dayOf(app, node)),
  ],
  ["add-own", (app, node) => addAndName(app, plans.block("own", { minutes: 15 }), dayOf(app, node))],
  ["add-before", addBefore],
  ["move-before", moveBefore],
  ["up", (app, node) => step(app, keyOf(node), -1)],
  ["down", (app, node) => step(app, keyOf(node), 1)],
  ["remove", remove],
  ["add-day", addDay],
  ["remove-day", removeDay],
  ["find", find],
];
