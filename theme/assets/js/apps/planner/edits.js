/* What the buttons inside a plan do with its days and blocks. */
import { slots, timeOf } from "./clock.js";
import { blockName, dayName } from "./names.js";
import * as plans from "./plan.js";
import { fill, plain } from "./words.js";

/** The day that a node stands in. */
export const dayOf = (app, node) => app.plan.days.find((day) => day.key === node.closest("[data-day]").dataset.day);
const keyOf = (node) => node.closest("[data-key]").dataset.key;
const chosenDay = (app) => app.plan.days.find((day) => day.key === app.root.querySelector("[data-jb-to]").value) ?? app.plan.days.at(-1);
const focusRow = (app, key, does) => app.root.querySelector(`[data-key="${key}"] [data-do="${does}"]`)?.focus();

/** Whether a day takes one more block; where it does not, that is told. A longer day would not be read again. */
function hasRoom(app, day) {
  const room = day.blocks.length < plans.MOST_BLOCKS;
  if (!room) app.notice(fill(app.words.full_day, { day: dayName(app.plan, day, app.words), number: plans.MOST_BLOCKS }));
  return room;
}

/** Adds a block to the end of a day, or at a place in it, and says where it is; false where the day is full. */
export function add(app, block, day, place = day.blocks.length) {
  if (!hasRoom(app, day)) return false;
  app.change(() => day.blocks.splice(place, 0, block));
  const { start } = slots(day, app.data).find((one) => one.block === block);
  const named = { title: blockName(block, app.data, app.words), day: dayName(app.plan, day, app.words) };
  app.say(fill(app.words.added, { ...named, clock: timeOf(start) }));
  return true;
}

/** Tells where a block is after it has been moved. */
function tellPlace(app, key) {
  const { day, place, block } = plans.placeOf(app.plan, key), { start } = slots(day, app.data)[place];
  app.say(fill(app.words.moved, {
    title: blockName(block, app.data, app.words), clock: timeOf(start), day: dayName(app.plan, day, app.words),
    place: place + 1, number: day.blocks.length,
  }));
}

/** Moves a block to a place of a day, as places were before the move. While it was dragged, it may have gone. */
export function moveTo(app, key, day, place) {
  const from = plans.placeOf(app.plan, key);
  if (!from || (from.day === day && (place === from.place || place === from.place + 1))) return;
  if (from.day !== day && !hasRoom(app, day)) return;
  app.change((plan) => plans.move(plan, key, day, place));
  focusRow(app, key, "drag");
  tellPlace(app, key);
}

/** Moves a block up or down by one, over the edge of its day into the next. */
export function step(app, key, by) {
  const { day, place, block } = plans.placeOf(app.plan, key), to = plans.beside(app.plan, key, by);
  if (!to) return app.say(fill(by < 0 ? app.words.first : app.words.last, { title: blockName(block, app.data, app.words) }));
  if (to.day !== day && !hasRoom(app, to.day)) return;
  app.change((plan) => plans.move(plan, key, to.day, to.place));
  tellPlace(app, key);
}

function addAndName(app, block, day) {
  if (!add(app, block, day)) return;
  const input = app.root.querySelector(`[data-key="${block.key}"] [data-field=title]`);
  input.focus();
  input.select();
}

function addBefore(app, node) {
  const { day, place } = plans.placeOf(app.plan, keyOf(node));
  add(app, plans.block("activity", { activity: node.dataset.id }), day, place);
}

function moveBefore(app, node) {
  const { day, place } = plans.placeOf(app.plan, keyOf(node));
  moveTo(app, plans.blocksOf(app.plan).find((block) => block.activity === node.dataset.id).key, day, place);
}

function remove(app, node) {
  const { day, place, block } = plans.placeOf(app.plan, keyOf(node));
  app.change(() => day.blocks.splice(place, 1));
  const next = day.blocks[place] ?? day.blocks[place - 1];
  if (next) focusRow(app, next.key, "remove");
  else app.root.querySelector(`[data-day="${day.key}"] [data-do=find]`).focus();
  app.say(fill(app.words.removed, { title: blockName(block, app.data, app.words) }));
}

function addDay(app) {
  const { start, end } = app.plan.days.at(-1), day = plans.day({ start, end });
  if (app.plan.days.length >= plans.MOST_DAYS) return app.notice(fill(app.words.full_plan, { number: plans.MOST_DAYS }));
  app.change((plan) => plan.days.push(day));
  app.root.querySelector("[data-jb-to]").value = day.key;
  app.root.querySelector(`[data-day="${day.key}"] [data-day-field=title]`).focus();
  app.say(fill(app.words.day_added, { day: dayName(app.plan, day, app.words) }));
}

function removeDay(app, node) {
  const day = dayOf(app, node), title = dayName(app.plan, day, app.words);
  app.change((plan) => plan.days.splice(plan.days.indexOf(day), 1));
  app.root.querySelector("[data-do=add-day]").focus();
  app.say(fill(app.words.removed, { title }));
}

function find(app, node) {
  app.root.querySelector("[data-jb-to]").value = dayOf(app, node).key;
  const search = app.root.querySelector("[data-jb-search]");
  search.closest("section").scrollIntoView({ block: "nearest" });
  search.focus();
}

/** By their data-do. */
export const edits = [
  ["add", (app, node) => add(app, plans.block("activity", { activity: node.closest("[data-id]").dataset.id }), chosenDay(app))],
  ["add-break", (app, node) => addAndName(app, plans.block("break", { title: plain(app.words).coffee, minutes: 15 }), dayOf(app, node))],
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
