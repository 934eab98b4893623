/* The planner: activities, breaks and own blocks put into days. Everything stays in this browser. */
import * as clock from "./planner/clock.js";
import { load } from "./planner/data.js";
import { drag } from "./planner/drag.js";
import { index, showDays, showFound } from "./planner/find.js";
import { incoming } from "./planner/incoming.js";
import { edit } from "./planner/fields.js";
import { actions } from "./planner/actions.js";
import { blockName, dayName } from "./planner/names.js";
import { showNeeds } from "./planner/needs.js";
import { button, element, part } from "./planner/parts.js";
import * as plans from "./planner/plan.js";
import { showSheet } from "./planner/sheet.js";
import { forget, keep, kept, keptPlan, planKey } from "./planner/store.js";
import { build, refresh } from "./planner/view.js";
import { fill, plain, read } from "./planner/words.js";

const MOST_UNDONE = 100;

/** One planner on one page: the plan, what was before it, and how the page shows it. */
function planner(root, data, words) {
  const key = planKey(root.dataset.jbPlanner);
  const history = [];
  let editing = "", stepsWanted = true;

  const app = {
    root, data, words, key,
    plan: plans.read(keptPlan(key)) ?? plans.empty(),

    /** Says something to those who do not see it. */
    say(text) {
      root.querySelector("[data-jb-said]").textContent = text;
    },

    /** Shows a sentence above the plan, and a button that does something about it. */
    notice(text, does = "", label = "") {
      const place = root.querySelector("[data-jb-notice]");
      place.replaceChildren(...(text ? [element("p", "", text)] : []));
      if (does) place.append(button(does, label));
    },

    /** Remembers the plan as it is, to come back to; typing in one field counts once. */
    remember(field = "") {
      if (field && field === editing) return;
      editing = field;
      forget(`${key} why`);
      history.push(JSON.stringify(plans.written(app.plan)));
      history.splice(0, history.length - MOST_UNDONE);
    },

    /** Changes what is in the plan, and shows it anew. */
    change(does) {
      app.remember();
      does(app.plan);
      app.show();
    },

    /** Goes back by one change. */
    undo() {
      const last = history.pop();
      if (!last) return;
      editing = "";
      app.plan = plans.read(JSON.parse(last));
      app.notice("");
      app.show();
      app.say(words.undone);
      if (!history.length) root.querySelector("[data-plan=title]").focus();
    },

    /** Puts another plan in its place; one that would be lost is kept and can be brought back. */
    replace(plan, why) {
      const before = app.plan, same = text(before) === text(plan);
      if (!same) app.remember();
      app.plan = plan;
      if (!same) app.notice("");
      if (!same && !plans.isEmpty(before)) {
        keep(`${key} before`, text(before));
        keep(`${key} why`, why);
      }
      app.tellReplaced();
      app.show();
    },

    /** Tells of a plan that was replaced, also when the page was loaded again, until the new one is changed. */
    tellReplaced() {
      const why = kept(`${key} why`), before = keptPlan(`${key} before`);
      if (!(why in words) || !before) return;
      app.notice(fill(words[why], { title: before.title || words.untitled }), "bring-back", words.bring_back);
    },

    /** Brings back the plan that was replaced; the one that is there now can be brought back in its turn. */
    bringBack() {
      const before = plans.read(keptPlan(`${key} before`));
      if (before) app.replace(before, "replaced_new");
    },

    /** Shows the whole plan anew. */
    show() {
      for (const field of root.querySelectorAll("[data-plan]")) field.value = app.plan[field.dataset.plan] ?? "";
      build(root, app.plan, data, words);
      showStart();
      app.update();
    },

    /** Works out anew what follows from the plan, and keeps it. */
    update() {
      refresh(root, app.plan, data, words);
      showDays(root, app.plan, words);
      showNeeds(root, app.plan, data, words);
      showSheet(root, app.plan, data, words);
      root.querySelector("[data-do=undo]").disabled = !history.length;
      root.querySelector("[data-jb-link]").hidden = true; // it would be an old one
      if (!keep(key, text(app.plan)) && !root.querySelector("[data-jb-notice]").hasChildNodes()) app.notice(words.not_kept);
      if (stepsWanted && plans.blocksOf(app.plan).some((block) => block.activity)) {
        stepsWanted = false;
        data.fetchSteps().then(() => showSheet(root, app.plan, data, words)).catch(() => {}); // times of steps are an extra
      }
    },
  };

  function showStart() {
    if (!plans.isEmpty(app.plan) || plans.blocksOf(app.plan).length || !data.workshops.some((one) => !one.retired)) return;
    const start = part(root, "start");
    start.querySelector("ul").append(...data.workshops.filter((one) => !one.retired).map((workshop) => {
      const item = element("li");
      item.append(button("workshop", workshop.title, { id: workshop.id }));
      return item;
    }));
    root.querySelector("[data-blocks]").before(start);
  }
  return app;
}

const text = (plan) => JSON.stringify(plans.written(plan));

/** Adds blocks to a day, or before a block, and says where they are. */
function add(app, block, day, before = null) {
  app.change(() => day.blocks.splice(before ?? day.blocks.length, 0, block));
  const slot = clock.slots(day, app.data).find((one) => one.block === block);
  const named = { title: blockName(block, app.data, app.words), day: dayName(app.plan, day, app.words) };
  app.say(fill(app.words.added, { ...named, clock: clock.timeOf(slot.start) }));
}

/** Tells where a block is after it has been moved. */
function tellPlace(app, key) {
  const { day, place, block } = plans.placeOf(app.plan, key);
  const start = clock.slots(day, app.data)[place].start;
  app.say(fill(app.words.moved, {
    title: blockName(block, app.data, app.words), clock: clock.timeOf(start), day: dayName(app.plan, day, app.words),
    place: place + 1, number: day.blocks.length,
  }));
}

/** Moves a block up or down by one. */
function step(app, key, by) {
  app.remember();
  const moved = plans.step(app.plan, key, by);
  if (!moved) {
    const title = blockName(plans.placeOf(app.plan, key).block, app.data, app.words);
    return app.say(fill(by < 0 ? app.words.first : app.words.last, { title }));
  }
  app.show();
  tellPlace(app, key);
}

const dayOf = (app, node) => app.plan.days.find((day) => day.key === node.closest("[data-day]").dataset.day);
const chosenDay = (app) => app.plan.days.find((day) => day.key === app.root.querySelector("[data-jb-to]").value) ?? app.plan.days.at(-1);

/** What the buttons inside the plan do, by their data-do. */
const PLANNING = {
  add: (app, node) => add(app, plans.block("activity", { activity: node.closest("[data-id]").dataset.id }), chosenDay(app)),
  "add-break": (app, node) => addAndName(app, plans.block("break", { title: plain(app.words).coffee, minutes: 15 }), dayOf(app, node)),
  "add-own": (app, node) => addAndName(app, plans.block("own", { minutes: 15 }), dayOf(app, node)),
  "add-before": (app, node) => {
    const { day, place } = plans.placeOf(app.plan, node.closest("[data-key]").dataset.key);
    add(app, plans.block("activity", { activity: node.dataset.id }), day, place);
  },
  "move-before": (app, node) => {
    const { day, place } = plans.placeOf(app.plan, node.closest("[data-key]").dataset.key);
    const late = plans.blocksOf(app.plan).find((block) => block.activity === node.dataset.id);
    app.change((plan) => plans.move(plan, late.key, day, place));
    focusRow(app, late.key, "drag");
    tellPlace(app, late.key);
  },
  up: (app, node) => step(app, node.closest("[data-key]").dataset.key, -1),
  down: (app, node) => step(app, node.closest("[data-key]").dataset.key, 1),
  remove: (app, node) => {
    const { day, place, block } = plans.placeOf(app.plan, node.closest("[data-key]").dataset.key);
    app.change(() => day.blocks.splice(place, 1));
    const next = day.blocks[place] ?? day.blocks[place - 1];
    if (next) focusRow(app, next.key, "remove");
    else app.root.querySelector(`[data-day="${day.key}"] [data-do=find]`).focus();
    app.say(fill(app.words.removed, { title: blockName(block, app.data, app.words) }));
  },
  "add-day": (app) => {
    const { start, end } = app.plan.days.at(-1), day = plans.day({ start, end });
    app.change((plan) => plan.days.push(day));
    app.root.querySelector("[data-jb-to]").value = day.key;
    app.root.querySelector(`[data-day="${day.key}"] [data-day-field=title]`).focus();
    app.say(fill(app.words.day_added, { day: dayName(app.plan, day, app.words) }));
  },
  "remove-day": (app, node) => {
    const day = dayOf(app, node), title = dayName(app.plan, day, app.words);
    app.change((plan) => plan.days.splice(plan.days.indexOf(day), 1));
    app.root.querySelector("[data-do=add-day]").focus();
    app.say(fill(app.words.removed, { title }));
  },
  find: (app, node) => {
    app.root.querySelector("[data-jb-to]").value = dayOf(app, node).key;
    const search = app.root.querySelector("[data-jb-search]");
    search.closest("section").scrollIntoView({ block: "nearest" });
    search.focus();
  },
};

function addAndName(app, block, day) {
  add(app, block, day);
  const input = app.root.querySelector(`[data-key="${block.key}"] [data-field=title]`);
  input.focus();
  input.select();
}

const focusRow = (app, key, does) => app.root.querySelector(`[data-key="${key}"] [data-do="${does}"]`)?.focus();

function listen(app, indexed) {
  const { root } = app, does = { ...PLANNING, ...actions };
  root.addEventListener("click", (event) => {
    const node = event.target.closest("[data-do]");
    if (node && node.dataset.do in does) does[node.dataset.do](app, node);
  });
  root.addEventListener("input", (event) => {
    if (event.target.matches("[data-jb-search]")) showFound(root, indexed, app.data, app.words);
    else edit(app, event.target);
  });
  root.addEventListener("change", (event) => edit(app, event.target, true));
  root.addEventListener("keydown", (event) => {
    const by = { ArrowUp: -1, ArrowDown: 1 }[event.key];
    if (!by || !event.target.matches("[data-do=drag]")) return;
    event.preventDefault();
    step(app, event.target.closest("[data-key]").dataset.key, by);
  });
  root.addEventListener("pointerdown", (event) => {
    const handle = event.target.closest("[data-do=drag]");
    if (!handle || event.button) return;
    event.preventDefault(); // no text is selected, no page is scrolled
    const row = handle.closest("[data-key]"), { key } = row.dataset;
    drag(root, row, handle, event, (list, place) => {
      const to = dayOf(app, list), from = plans.placeOf(app.plan, key);
      if (from.day === to && (place === from.place || place === from.place + 1)) return;
      app.change((plan) => plans.move(plan, key, to, place));
      focusRow(app, key, "drag");
      tellPlace(app, key);
    });
  });
}

/** Another window may change the plan, by a button on a card: the newest is what counts. */
function watch(app) {
  const controller = new AbortController(), { signal } = controller;
  const here = (does) => (event) => (app.root.isConnected ? does(event) : controller.abort());
  window.addEventListener("storage", here((event) => {
    const plan = event.key === app.key && plans.read(keptPlan(app.key));
    if (plan && text(plan) !== text(app.plan)) {
      app.remember();
      app.plan = plan;
      app.notice(app.words.replaced_tab);
      app.show();
    }
  }), { signal });
  window.addEventListener("hashchange", here(() => incoming(app)), { signal });
  const title = document.title;
  window.addEventListener("beforeprint", here(() => { document.title = app.plan.title.trim() || app.words.untitled; }), { signal });
  window.addEventListener("afterprint", here(() => { document.title = title; }), { signal });
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
  const app = planner(root, data, words), indexed = index(data);
  listen(app, indexed);
  app.tellReplaced();
  app.show();
  showFound(root, indexed, data, words);
  root.querySelector("[data-jb-without]").hidden = true;
  root.querySelector("[data-jb-with]").hidden = false;
  await incoming(app);
  watch(app);
}
