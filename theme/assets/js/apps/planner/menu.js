/* My plans: their titles, to open one, and what can be done with those that cannot be opened. */
import { all, datum, one } from "../../dom.js";
import { save } from "./files.js";
import { button, element, part } from "./parts.js";
import { empty } from "./plan.js";
import { fileOf, textOf } from "./record.js";
import { browser } from "./store.js";
import { idOf } from "./yaml.js";

/** @import { App } from "./app.js" */
/** @import { Does } from "./edits.js" */
/** @import { Entry, PlanEntry } from "./shelf.js" */

/**
 * A plan in the list, by its title; where two have the same, also by when they were changed.
 * @param {App} app
 * @param {PlanEntry} entry
 * @param {boolean} twice
 */
function planRow(app, entry, twice) {
  const row = part(app.root, "plan");
  const does = one(row, "button");
  const { words } = app;
  does.dataset.at = entry.key;
  one(row, "[data-name]").textContent = app.titled(entry.title);
  if (entry.key === app.desk.key) does.ariaCurrent = "true";
  const said = [twice && app.data.moment(entry.changed), !isKept(entry) && words("only_here")];
  one(row, "[data-facts]").textContent = said.filter(Boolean).join(", ");
  return row;
}

/**
 * A line about an entry that cannot be opened, with buttons that name it.
 * @param {App} app
 * @param {Entry} entry
 * @param {string} text
 * @param {[does: string, said: string][]} buttons
 */
function lineRow(app, entry, text, buttons) {
  const row = element("li");
  const title = app.titled(entry.title);
  row.append(element("span", "", text), " ");
  row.append(
    ...buttons.map(([does, said]) => {
      const made = button(does, said, { at: entry.key });
      made.ariaLabel = app.words("of_plan", { does: said, title });
      return made;
    }),
  );
  return row;
}

/** @param {App} app @param {Entry} entry */
function unreadRow(app, entry) {
  const { words } = app;
  const text = words(entry.state === "newer" ? "unread_newer" : "unread", { title: app.titled(entry.title) });
  /** @type {[string, string][]} */
  const rest = entry.plan ? [["open-rest", words("open_rest")]] : [];
  return lineRow(app, entry, text, [...rest, ["save-kept", words("save_file")], ["delete-kept", words("delete")]]);
}

/** @param {App} app @param {Entry} entry */
const removedRow = (app, entry) =>
  lineRow(app, entry, app.words("deleted", { title: app.titled(entry.title) }), [
    ["bring-back", app.words("bring_back")],
  ]);

/** Of each title whether it is there twice. @param {string[]} titles */
function twins(titles) {
  /** @type {Map<string, number>} */
  const counts = new Map();
  for (const title of titles) counts.set(title, (counts.get(title) ?? 0) + 1);
  return titles.map((title) => (counts.get(title) ?? 0) > 1);
}

const isKept = (/** @type {Entry} */ entry) => browser.stored(entry.key) === entry.text;

/**
 * Whether leaving this page loses a plan: its last change is neither in the browser nor in a file or a link.
 * @param {App} app
 */
export const isLossy = (app) =>
  app.shelf.list().some((one) => one.state === "plan" && !isKept(one) && !app.elsewhere.has(textOf(one.plan)));

/**
 * Shows the list; nothing is touched where nothing has changed, since a button in it may have the focus.
 * @param {App} app
 */
export function showMenu(app) {
  const { root, shelf, desk, words } = app;
  const list = one(root, "[data-jb-plans]");
  const entries = shelf.list();
  const plans = entries.filter((one) => one.state === "plan");
  const unread = entries.filter((one) => one.state !== "plan");
  const removed = shelf.removed();
  one(root, "[data-do=delete]", HTMLButtonElement).disabled = !plans.some((one) => one.key === desk.key);
  const twice = twins(plans.map((one) => app.titled(one.title)));
  const said = JSON.stringify([
    desk.key,
    plans.map((one, place) => [one.key, one.title, twice[place] && one.changed, isKept(one)]),
    unread.map((one) => one.key),
    removed.map((one) => one.key),
  ]);
  if (list.dataset.said === said) return;
  list.dataset.said = said;
  const { activeElement } = document;
  const focused = activeElement instanceof HTMLElement && list.contains(activeElement) ? activeElement.dataset : null;
  list.replaceChildren(
    ...plans.map((one, place) => planRow(app, one, twice[place])),
    ...unread.map((one) => unreadRow(app, one)),
    ...removed.map((one) => removedRow(app, one)),
  );
  one(root, "[data-jb-count]").textContent = words(unread.length ? "my_plans_unread" : "my_plans", {
    number: plans.length,
    unread: unread.length,
  });
  if (focused) buttonOf(list, focused.do, focused.at)?.focus();
}

/** @param {HTMLElement} list @param {string | undefined} does @param {string | undefined} at */
const buttonOf = (list, does, at) =>
  all(list, "button").find(({ dataset }) => dataset.do === does && dataset.at === at);

/** Says where the plan is, and offers it as a file where the browser does not keep it. @param {App} app */
export function showKept(app) {
  const { root, desk, words } = app;
  const place = one(root, "[data-jb-unkept]");
  one(root, "[data-jb-kept]").hidden = !desk.kept;
  if (desk.kept !== place.hasChildNodes()) return;
  place.replaceChildren(
    ...(desk.kept ? [] : [element("p", "", words("not_kept")), button("save", words("save_file"))]),
  );
}

/** Folds the list, and puts the focus where it was opened. @param {App} app */
export function closeMenu(app) {
  const menu = one(app.root, "[data-jb-menu]", HTMLDetailsElement);
  menu.open = false;
  one(menu, "summary").focus();
}

/**
 * What does something with the entry that a button is about; another window may have deleted it by now.
 * @param {(app: App, entry: Entry) => void} does
 * @returns {Does}
 */
const withEntry = (does) => (app, node) => {
  const entry = app.shelf.entry(datum(node, "at"));
  if (entry) return does(app, entry);
  app.notice(app.words("gone"));
  app.update();
};

/** @param {App} app @param {Entry} entry */
function openPlan(app, entry) {
  if (entry.state !== "plan")
    return app.notice(
      app.words(entry.state === "newer" ? "unread_newer" : "unread", { title: app.titled(entry.title) }),
    );
  if (entry.key !== app.desk.key) app.open(entry);
  closeMenu(app);
  app.say(app.words("opened", { title: app.titled(app.plan.title) }));
}

/** Deletes an entry and tells it, with a button that brings it back. @param {App} app @param {Entry} entry */
function remove(app, entry) {
  const { words } = app;
  const title = app.titled(entry.title);
  app.shelf.remove(entry);
  if (entry.key === app.desk.key) app.open(app.shelf.list().find((one) => one.state === "plan"));
  else app.update();
  app.notice(words("deleted", { title }), "bring-back", words("bring_back"), { at: entry.key });
  one(app.root, "[data-jb-notice] button").focus();
}

/** @type {Does} */
function bringBack(app, node) {
  const removed = app.shelf.removed().find((one) => one.key === node.dataset.at);
  if (!removed) return app.notice("");
  const entry = app.shelf.bringBack(removed);
  if (entry.state === "plan") app.open(entry);
  app.notice("");
  app.update();
  closeMenu(app);
  app.say(app.words("back", { title: app.titled(entry.title) }));
}

/** @param {App} app */
function keepHere(app) {
  app.keep();
  app.notice("");
  app.update();
  one(app.root, "[data-plan=title]").focus();
}

/** @param {App} app @param {Entry} entry */
function saveKept(app, entry) {
  const name = `${idOf(app.titled(entry.title), app.words.plain()("untitled"))}.plan.json`;
  save(fileOf(entry), name, "application/json");
  app.notice(app.words("saved", { file: name }));
}

/** @param {App} app @param {Entry} entry */
function openRest(app, entry) {
  if (entry.plan) app.leaveFor(app.shelf.add(entry.plan), "opened_rest");
}

/** By their data-do. @type {[string, Does][]} */
export const menuActions = [
  [
    "new",
    (app) => {
      if (textOf(app.plan) !== textOf(empty())) app.leaveFor(null, "new_plan");
      one(app.root, "[data-plan=title]").focus();
    },
  ],
  [
    "delete",
    (app) => {
      const entry = app.shelf.entry(app.desk.key);
      if (entry) remove(app, entry);
    },
  ],
  ["open-plan", withEntry(openPlan)],
  ["keep-here", keepHere],
  ["bring-back", bringBack],
  ["save-kept", withEntry(saveKept)],
  ["open-rest", withEntry(openRest)],
  ["delete-kept", withEntry(remove)],
];
