/* What is typed into the plan's fields. */
import { around, datum } from "../../dom.js";
import { minutesOf, usualMinutes } from "./clock.js";
import { clockOr, dateOr, minutesOr, peopleOr, placeOf } from "./plan.js";

/** @import { App } from "./app.js" */
/** @import { Block } from "./plan.js" */

/** @typedef {HTMLInputElement | HTMLTextAreaElement} Field */

/**
 * What the fields of a plan, of a day and of a block are read by: a text that is no such value becomes an empty one.
 */
const PLAN = { title: String, location: String };
const DAY = { title: String, date: dateOr, start: clockOr, end: clockOr };
const BLOCK = { title: String, start: clockOr, lead: String, text: String };

/** @template {object} T @param {T} fields @param {string} name @returns {name is keyof T & string} */
const isOne = (fields, name) => Object.hasOwn(fields, name);

const number = (/** @type {Field} */ input) =>
  input.value === "" ? null : input instanceof HTMLInputElement ? input.valueAsNumber : null;

/** @param {App} app @param {Field} input @param {string} name @param {boolean} done */
function planField(app, input, name, done) {
  if (name === "people") return peopleField(app, input, done);
  if (!isOne(PLAN, name)) throw new Error(`a plan has no ${name}`);
  app.remember(`plan ${name}`);
  app.plan[name] = PLAN[name](input.value);
}

/** @param {App} app @param {Field} input @param {boolean} done */
function peopleField(app, input, done) {
  const typed = peopleOr(number(input));
  const none = input.value === "" && !input.validity.badInput;
  if ((typed !== null || none) && typed !== app.plan.people) {
    app.remember("plan people");
    app.plan.people = typed;
  }
  if (done) input.value = String(app.plan.people ?? ""); // what is no number of people goes back
}

/** The day whose field it is. @param {App} app @param {Field} input */
const dayOf = (app, input) => app.plan.days.find((one) => one.key === datum(around(input, "[data-day]"), "day"));

/** @param {App} app @param {Field} input @param {string} name */
function dayField(app, input, name) {
  const day = dayOf(app, input);
  if (!day || !isOne(DAY, name)) throw new Error(`a day has no ${name}`);
  const value = DAY[name](input.value);
  app.remember(`${day.key} ${name}`);
  day[name] = name === "start" ? value || day.start : value;
}

/** The block whose field it is; undefined where it has just gone. @param {App} app @param {Field} input */
const blockOf = (app, input) => placeOf(app.plan, datum(around(input, "[data-key]"), "key"))?.block;

/** @param {App} app @param {Field} input @param {Block} block @param {string} name @param {boolean} done */
function blockField(app, input, block, name, done) {
  if (name === "minutes") return minutesField(app, input, block, done);
  if (!isOne(BLOCK, name)) throw new Error(`a block has no ${name}`);
  app.remember(`${block.key} ${name}`);
  block[name] = BLOCK[name](input.value);
}

/** @param {App} app @param {Field} input @param {Block} block @param {boolean} done */
function minutesField(app, input, block, done) {
  const typed = minutesOr(number(input));
  const usual = usualMinutes(block, app.data);
  if (typed !== null) {
    app.remember(`${block.key} minutes`);
    block.minutes = block.kind === "activity" && typed === usual ? null : typed;
  }
  if (done) input.value = String(minutesOf(block, app.data)); // what is no number of minutes goes back
}

/** Takes what is in a field into the plan; `done` once the reader has left it. @param {App} app @param {Field} input */
export function edit(app, input, done = false) {
  const { plan, dayField: day, field } = input.dataset;
  if (!input.isConnected) return; // just replaced
  const block = field ? blockOf(app, input) : undefined;
  if (field && !block) return;
  if (done && field !== "minutes" && day !== "start" && plan !== "people") return; // it was taken while it was typed
  if (plan) planField(app, input, plan, done);
  else if (day) dayField(app, input, day);
  else if (field && block) blockField(app, input, block, field, done);
  else return;
  if (done && day === "start" && !input.value) input.value = dayOf(app, input)?.start ?? "";
  app.keep();
  app.update();
}
