/* My plans: their titles, to open one, and what can be done with those that cannot be opened. */
import { save } from "./files.js";
import { button, element, part } from "./parts.js";
import { empty } from "./plan.js";
import { fileOf, textOf } from "./record.js";
import { browser } from "./store.js";
import { fill, plain } from "./words.js";
import { idOf } from "./yaml.js";

/** A plan in the list, by its title; where two have the same, also by when they were changed. */
function planRow(app, entry, twice) {
  const row = part(app.root, "plan"), does = row.querySelector("button"), { words } = app;
  does.dataset.at = entry.key;
  row.querySelector("[data-name]").textContent = app.titled(entry.title);
  if (entry.key === app.desk.key) does.ariaCurrent = "true";
  const said = [twice && app.data.moment(entry.changed), !isKept(entry) && words.only_here];
  row.querySelector("[data-facts]").textContent = said.filter(Boolean).join(", ");
  return row;
}

/** A line about an entry that cannot be opened, with buttons that name it: [what it does, its text]. */
function lineRow(app, entry, text, buttons) {
  const row = element("li"), title = app.titled(entry.title);
  row.append(element("span", "", fill(text, { title })), " ");
  row.append(...buttons.map(([does, said]) => {
    const made = button(does, said, { at: entry.key });
    made.ariaLabel = fill(app.words.of_plan, { does: said, title });
    return made;
  }));
  return row;
}

function unreadRow(app, entry) {
  const { words } = app, rest = entry.plan ? [["open-rest", words.open_rest]] : [];
  return lineRow(app, entry, entry.state === "newer" ? words.unread_newer : words.unread,
    [...rest, ["save-kept", words.save_file], ["delete-kept", words.delete]]);
}

const removedRow = (app, entry) => lineRow(app, entry, app.words.deleted, [["bring-back", app.words.bring_back]]);

/** Of each title whether it is there twice. */
function twins(titles) {
  const counts = new Map();
  for (const title of titles) counts.set(title, (counts.get(title) ?? 0) + 1);
  return titles.map((title) => counts.get(title) > 1);
}

const isKept = (entry) => browser.stored(entry.key) === entry.text;

/** Whether leaving this page loses a plan: its last change is neither in the browser nor in a file or a link. */
export const isLossy = (app) => app.shelf.list().some((one) => one.state === "plan" && !isKept(one) && !app.elsewhere.has(textOf(one.plan)));

/** Shows the list; nothing is touched where nothing has changed, since a button in it may have the focus. */
export function showMenu(app) {
  const { root, shelf, desk, words } = app, list = root.querySelector("[data-jb-plans]");
  const entries = shelf.list(), plans = entries.filter((one) => one.state === "plan");
  const unread = entries.filter((one) => one.state !== "plan"), removed = shelf.removed();
  root.querySelector("[data-do=delete]").disabled = !plans.some((one) => one.key === desk.key);
  const twice = twins(plans.map((one) => app.titled(one.title)));
  const said = JSON.stringify([desk.key, plans.map((one, place) => [one.key, one.title, twice[place] && one.changed, isKept(one)]),
    unread.map((one) => one.key), removed.map((one) => one.key)]);
  if (list.dataset.said === said) return;
  list.dataset.said = said;
  const focused = list.contains(document.activeElement) ? document.activeElement.dataset : null;
  list.replaceChildren(...plans.map((one, place) => planRow(app, one, twice[place])),
    ...unread.map((one) => unreadRow(app, one)), ...removed.map((one) => removedRow(app, one)));
  root.querySelector("[data-jb-count]").textContent = fill(unread.length ? words.my_plans_unread : words.my_plans, {
    number: plans.length, unread: unread.length,
  });
  if (focused) buttonOf(list, focused.do, focused.at)?.focus();
}

const buttonOf = (list, does, at) => [...list.querySelectorAll("button")].find(({ dataset }) => dataset.do === does && dataset.at === at);

/** Says where the plan is, and offers it as a file where the browser does not keep it. */
export function showKept(app) {
  const { root, desk, words } = app, place = root.querySelector("[data-jb-unkept]");
  root.querySelector("[data-jb-kept]").hidden = !desk.kept;
  if (desk.kept !== place.hasChildNodes()) return;
  place.replaceChildren(...(desk.kept ? [] : [element("p", "", words.not_kept), button("save", words.save_file)]));
}

/** Folds the list, and puts the focus where it was opened. */
export function closeMenu(app) {
  const menu = app.root.querySelector("[data-jb-menu]");
  menu.open = false;
  menu.querySelector("summary").focus();
}

/** What does something with the entry that a button is about; another window may have deleted it by now. */
const withEntry = (does) => (app, node) => {
  const entry = app.shelf.entry(node.dataset.at);
  if (entry) return does(app, entry);
  app.notice(app.words.gone);
  return app.update();
};

function openPlan(app, entry) {
  if (entry.key !== app.desk.key) app.open(entry);
  closeMenu(app);
  app.say(fill(app.words.opened, { title: app.titled(app.plan.title) }));
}

/** Deletes an entry and tells it, with a button that brings it back. */
function remove(app, entry) {
  const { words } = app, title = app.titled(entry.title);
  app.shelf.remove(entry);
  if (entry.key === app.desk.key) app.open(app.shelf.list().find((one) => one.state === "plan"));
  else app.update();
  app.notice(fill(words.deleted, { title }), "bring-back", words.bring_back, { at: entry.key });
  app.root.querySelector("[data-jb-notice] button").focus();
}

function bringBack(app, node) {
  const removed = app.shelf.removed().find((one) => one.key === node.dataset.at);
  if (!removed) return app.notice("");
  const entry = app.shelf.bringBack(removed);
  if (entry.state === "plan") app.open(entry);
  app.notice("");
  app.update();
  closeMenu(app);
  app.say(fill(app.words.back, { title: app.titled(entry.title) }));
}

function keepHere(app) {
  app.keep();
  app.notice("");
  app.update();
  app.root.querySelector("[data-plan=title]").focus();
}

function saveKept(app, entry) {
  const name = `${idOf(app.titled(entry.title), plain(app.words).untitled)}.plan.json`;
  save(fileOf(entry), name, "application/json");
  app.notice(fill(app.words.saved, { file: name }));
}

/** By their data-do. */
export const menuActions = [
  ["new", (app) => {
    if (textOf(app.plan) !== textOf(empty())) app.leaveFor(null, app.words.new_plan);
    app.root.querySelector("[data-plan=title]").focus();
  }],
  ["delete", (app) => {
    const entry = app.shelf.entry(app.desk.key);
    if (entry) remove(app, entry);
  }],
  ["open-plan", withEntry(openPlan)],
  ["keep-here", keepHere],
  ["bring-back", bringBack],
  ["save-kept", withEntry(saveKept)],
  ["open-rest", withEntry((app, entry) => app.leaveFor(app.shelf.add(entry.plan), app.words.opened_rest))],
  ["delete-kept", withEntry(remove)],
];
