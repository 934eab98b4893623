/* What is typed into the plan's fields. */
import { minutesOf, usualMinutes } from "./clock.js";
import { clockOr, dateOr, minutesOr, peopleOr, placeOf } from "./plan.js";

const READ_DAY = new Map([["title", String], ["date", dateOr], ["start", clockOr], ["end", clockOr]]);

const number = (input) => (input.value === "" ? null : input.valueAsNumber);

function planField(app, input, done) {
  const { plan: name } = input.dataset;
  if (name === "people") return peopleField(app, input, done);
  app.remember(`plan ${name}`);
  app.plan[name] = input.value;
}

function peopleField(app, input, done) {
  const typed = peopleOr(number(input)), none = input.value === "" && !input.validity.badInput;
  if ((typed !== null || none) && typed !== app.plan.people) {
    app.remember("plan people");
    app.plan.people = typed;
  }
  if (done) input.value = app.plan.people ?? ""; // what is no number of people goes back
}

function dayField(app, input) {
  const { dayField: name } = input.dataset, { day: key } = input.closest("[data-day]").dataset;
  const day = app.plan.days.find((one) => one.key === key);
  const value = READ_DAY.get(name)(input.value);
  app.remember(`${key} ${name}`);
  day[name] = name === "start" ? value || day.start : value;
}

function blockField(app, input, done) {
  const { field: name } = input.dataset, { key } = input.closest("[data-key]").dataset;
  const { block } = placeOf(app.plan, key);
  if (name === "minutes") {
    const typed = minutesOr(number(input)), usual = usualMinutes(block, app.data);
    const value = block.kind === "activity" && typed === usual ? null : typed;
    if (typed !== null) {
      app.remember(`${key} minutes`);
      block.minutes = value;
    }
    if (done) input.value = minutesOf(block, app.data); // what is no number of minutes goes back
  } else {
    app.remember(`${key} ${name}`);
    block[name] = name === "start" ? clockOr(input.value) : input.value;
  }
}

/** Takes what is in a field into the plan; `done` once the reader has left it. */
export function edit(app, input, done = false) {
  const { plan, dayField: day, field } = input.dataset;
  if (!input.isConnected || (field && !placeOf(app.plan, input.closest("[data-key]").dataset.key))) return; // just replaced
  if (done && field !== "minutes" && day !== "start" && plan !== "people") return; // it was taken while it was typed
  if (plan) planField(app, input, done);
  else if (day) dayField(app, input);
  else if (field) blockField(app, input, done);
  else return;
  if (done && day === "start" && !input.value) {
    input.value = app.plan.days.find((one) => one.key === input.closest("[data-day]").dataset.day).start;
  }
  app.keep();
  app.update();
}
