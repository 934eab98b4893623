/* The planner: activities, breaks and own blocks put into days. Everything stays in this browser. */
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
import { fill, read } from "./planner/words.js";

const DOES = new Map([...edits, ...actions, ...menuActions]);
const STEPS = new Map([["ArrowUp", -1], ["ArrowDown", 1]]);

function onKey(app, event) {
  const by = STEPS.get(event.key);
  if (event.key === "Escape" && event.target.closest("[data-jb-menu][open]")) closeMenu(app);
  if (!by || !event.target.matches("[data-do=drag]")) return;
  event.preventDefault();
  step(app, event.target.closest("[data-key]").dataset.key, by);
}

function onPointer(app, event) {
  const handle = event.target.closest("[data-do=drag]");
  if (!handle || event.button) return;
  event.preventDefault(); // no text is selected, no page is scrolled
  const row = handle.closest("[data-key]");
  drag(app.root, row, handle, event, (list, place) => moveTo(app, row.dataset.key, dayOf(app, list), place));
}

function listen(app, indexed) {
  const { root } = app;
  root.addEventListener("click", (event) => {
    const node = event.target.closest("[data-do]");
    if (node) DOES.get(node.dataset.do)?.(app, node);
  });
  root.addEventListener("input", (event) => {
    if (event.target.matches("[data-jb-search]")) showFound(root, indexed, app.data, app.words);
    else edit(app, event.target);
  });
  root.addEventListener("change", (event) => edit(app, event.target, true));
  root.addEventListener("keydown", (event) => onKey(app, event));
  root.addEventListener("pointerdown", (event) => onPointer(app, event));
}

/** Other windows change, delete and add plans too; what they did while this page was frozen is found when it comes back. */
function watch(app) {
  const controller = new AbortController(), { signal } = controller;
  const on = (target, name, does) => target.addEventListener(name, (event) => {
    if (app.root.isConnected) does(event);
    else controller.abort(); // instant navigation took the page away
  }, { signal });
  on(window, "storage", ({ key }) => { if (key === null || app.shelf.isOurs(key)) app.follow(); });
  on(window, "pageshow", ({ persisted }) => { if (persisted) app.follow(); });
  on(document, "visibilitychange", () => { if (!document.hidden) app.follow(); });
  // jb:back comes before Material's own answer, which is the whole page anew; hashchange comes always.
  on(document, "jb:back", (event) => {
    if (!brings()) return;
    event.preventDefault();
    incoming(app);
  });
  on(window, "hashchange", () => incoming(app));
  on(window, "beforeunload", (event) => { if (isLossy(app)) event.preventDefault(); }); // the browser asks
  const title = document.title;
  on(window, "beforeprint", () => { document.title = app.titled(app.plan.title); });
  on(window, "afterprint", () => { document.title = title; });
}

/** Makes the planner work inside `root`; where the data does not come, the page says so and stays as it was. */
export async function mount(root) {
  const words = read(root);
  let data;
  try {
    data = await load(root);
  } catch (error) {
    root.querySelector("[data-jb-without]").prepend(element("p", "jb-flag", words.no_data));
    throw error;
  }
  const app = plannerOf(root, data, words), indexed = index(data), { unread } = app.desk;
  listen(app, indexed);
  app.retry();
  app.show();
  if (unread) app.notice(fill(unread.state === "newer" ? words.unread_newer : words.unread, { title: app.titled(unread.title) }));
  showFound(root, indexed, data, words);
  root.querySelector("[data-jb-without]").hidden = true;
  root.querySelector("[data-jb-with]").hidden = false;
  watch(app);
  await incoming(app);
}
