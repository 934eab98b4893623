/* The planner: activities, breaks and own blocks put into days. Everything stays in this browser. */
import { around, datum, hit, one, whileThere } from "../dom.js";
import { textsOf } from "../texts.js";
import { actions } from "./planner/actions.js";
import { plannerOf } from "./planner/app.js";
import { load } from "./planner/data.js";
import { drag } from "./planner/drag.js";
import { dayOf, edits, moveTo, step } from "./planner/edits.js";
import { edit } from "./planner/fields.js";
import { index, showFound } from "./planner/find.js";
import { brings, incoming } from "./planner/incoming.js";
import { closeMenu, isLossy, menuActions } from "./planner/menu.js";
import { element } from "./planner/parts.js";

/** @import { Texts } from "../texts.js" */
/** @import { App } from "./planner/app.js" */
/** @import { Indexed } from "./planner/find.js" */

const DOES = new Map([...edits, ...actions, ...menuActions]);
const STEPS = new Map([
  ["ArrowUp", -1],
  ["ArrowDown", 1],
]);

/** @param {App} app @param {KeyboardEvent} event */
function onKey(app, event) {
  const by = STEPS.get(event.key);
  const handle = hit(event, "[data-do=drag]");
  if (event.key === "Escape" && hit(event, "[data-jb-menu][open]")) closeMenu(app);
  if (!by || !handle) return;
  event.preventDefault();
  step(app, datum(around(handle, "[data-key]"), "key"), by);
}

/** @param {App} app @param {PointerEvent} event */
function onPointer(app, event) {
  const handle = hit(event, "[data-do=drag]");
  if (!handle || event.button) return;
  event.preventDefault(); // no text is selected, no page is scrolled
  const row = around(handle, "[data-key]");
  drag(app.root, row, handle, event, (list, place) => moveTo(app, datum(row, "key"), dayOf(app, list), place));
}

/** @param {App} app @param {Event} event */
function onEdit(app, { target, type }) {
  if (target instanceof HTMLInputElement || target instanceof HTMLTextAreaElement) edit(app, target, type === "change");
}

/** @param {App} app @param {Indexed[]} indexed */
function listen(app, indexed) {
  const { root } = app;
  root.addEventListener("click", (event) => {
    const node = hit(event, "[data-do]");
    if (node) DOES.get(datum(node, "do"))?.(app, node);
  });
  root.addEventListener("input", (event) => {
    if (hit(event, "[data-jb-search]")) showFound(root, indexed, app.words);
    else onEdit(app, event);
  });
  root.addEventListener("change", (event) => onEdit(app, event));
  root.addEventListener("keydown", (event) => onKey(app, event));
  root.addEventListener("pointerdown", (event) => onPointer(app, event));
}

/**
 * Other windows change, delete and add plans too; what they did while this page was frozen is found when it comes back.
 * @param {App} app
 */
function watch(app) {
  const on = whileThere(app.root);
  on(window, "storage", (event) => {
    const { key } = /** @type {StorageEvent} */ (event);
    if (key === null || app.shelf.isOurs(key)) app.follow();
  });
  on(window, "pageshow", (event) => {
    if (/** @type {PageTransitionEvent} */ (event).persisted) app.follow();
  });
  on(document, "visibilitychange", () => {
    if (!document.hidden) app.follow();
  });
  // jb:back (back.js) comes before Material's own answer, which is the whole page anew; hashchange comes always.
  on(document, "jb:back", (event) => {
    if (!brings()) return;
    event.preventDefault();
    incoming(app);
  });
  on(window, "hashchange", () => incoming(app));
  on(window, "beforeunload", (event) => {
    if (isLossy(app)) event.preventDefault();
  }); // the browser asks
  const title = document.title;
  on(window, "beforeprint", () => {
    document.title = app.titled(app.plan.title);
  });
  on(window, "afterprint", () => {
    document.title = title;
  });
}

/**
 * Makes the planner work inside `root`; where the data does not come, the page says so and stays as it was.
 * @param {HTMLElement} root
 */
export async function mount(root) {
  /** @type {Texts<PlannerTexts>} */
  const words = textsOf(root);
  const data = await load(root).catch((error) => {
    one(root, "[data-jb-without]").prepend(element("p", "jb-flag", words("no_data")));
    throw error;
  });
  const app = plannerOf(root, data, words);
  const indexed = index(data);
  const { unread } = app.desk;
  listen(app, indexed);
  app.retry();
  app.show();
  if (unread)
    app.notice(words(unread.state === "newer" ? "unread_newer" : "unread", { title: app.titled(unread.title) }));
  showFound(root, indexed, words);
  one(root, "[data-jb-without]").hidden = true;
  one(root, "[data-jb-with]").hidden = false;
  watch(app);
  await incoming(app);
}
