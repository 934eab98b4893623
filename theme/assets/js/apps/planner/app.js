/* One planner on one page: the plan, what was before it, how it is kept, and how the page shows it. */
import { all, datum, one } from "../../dom.js";
import { deskOf } from "./desk.js";
import { showDays } from "./find.js";
import { showKept, showMenu } from "./menu.js";
import { showNeeds } from "./needs.js";
import { button, element, part } from "./parts.js";
import * as plans from "./plan.js";
import { textOf } from "./record.js";
import { showSheet } from "./sheet.js";
import { shelfOf } from "./shelf.js";
import { askToLast } from "./store.js";
import { build, refresh } from "./view.js";

/** @import { Texts } from "../../texts.js" */
/** @import { Book } from "./data.js" */
/** @import { Plan } from "./plan.js" */
/** @import { Entry, PlanEntry } from "./shelf.js" */

/** @typedef {ReturnType<typeof plannerOf>} App */
/**
 * Why another plan is open than the one before.
 * @typedef {"from_link" | "from_file" | "from_workshop" | "new_plan" | "opened_rest"} Why
 */

const MOST_UNDONE = 100;

/**
 * The planner inside `root`, with the plan of this window open.
 * @param {HTMLElement} root
 * @param {Book} data
 * @param {Texts<PlannerTexts>} words
 */
export function plannerOf(root, data, words) {
  const shelf = shelfOf(datum(root, "jbPlanner"));
  const desk = deskOf(shelf);
  let editing = "";
  let stepsWanted = true;
  /** @type {string[]} */
  let history = [];
  let parted = ""; // what to tell with the next change, once what another window has done is told
  /** Of each plan its own, by its key. @type {Map<string, string[]>} */
  const histories = new Map();

  const titled = (/** @type {string} */ title) => title.trim() || words("untitled");
  const files = words.plain();
  const room = plans.LINE - files.raw("copy_of").length;
  const copyOf = (/** @type {string} */ title) => files("copy_of", { title: titled(title).slice(0, room) });

  const app = {
    root,
    data,
    words,
    shelf,
    desk,
    titled,
    plan: desk.resume(),
    /** Texts of plans as they are in files and links too. @type {Set<string>} */
    elsewhere: new Set(),

    /** Says something to those who do not see it. @param {string} text */
    say(text) {
      one(root, "[data-jb-said]").textContent = text;
    },

    /**
     * Shows a sentence above the plan, and a button that does something about it.
     * @param {string} text
     * @param {Record<string, string>} [values]
     */
    notice(text, does = "", label = "", values = {}) {
      const place = one(root, "[data-jb-notice]");
      parted = "";
      place.replaceChildren(...(text ? [element("p", "", text)] : []));
      if (does) place.append(button(does, label, values));
    },

    /** Remembers the plan as it is, to come back to; typing in one field counts once. */
    remember(field = "") {
      if (field && field === editing) return;
      editing = field;
      history.push(textOf(app.plan));
      history.splice(0, history.length - MOST_UNDONE);
    },

    /** Keeps the plan as it is now, at once: whoever leaves the page in this moment loses nothing. */
    keep() {
      const way = desk.keep(app.plan, copyOf);
      histories.set(desk.key, history);
      if (desk.kept) askToLast();
      if (parted && desk.kept) app.notice(parted);
      if (!way) return;
      one(root, "[data-plan=title]", HTMLInputElement).value = app.plan.title;
      app.notice(way === "apart" ? words("apart", { title: titled(app.plan.title) }) : words("kept_again"));
    },

    /** Keeps what the browser has refused, where there is room by now. */
    retry() {
      if (!desk.kept) app.keep();
    },

    /** Changes what is in the plan, and shows it anew. @param {(plan: Plan) => void} does */
    change(does) {
      app.remember();
      does(app.plan);
      app.keep();
      app.show();
    },

    /** Goes back by one change. */
    undo() {
      const last = history.pop();
      if (!last) return;
      editing = "";
      app.plan = plans.read(JSON.parse(last)) ?? plans.empty();
      app.notice("");
      app.keep();
      app.show();
      app.say(words("undone"));
      if (!history.length) one(root, "[data-plan=title]").focus();
    },

    /** Opens the plan of an entry; without one a new plan. @param {PlanEntry | null} [entry] @returns {void} */
    open(entry = null) {
      app.plan = entry ? desk.open(entry) : desk.begin();
      history = histories.get(desk.key) ?? [];
      editing = "";
      histories.set(desk.key, history);
      app.notice("");
      app.say("");
      app.retry();
      app.show();
    },

    /**
     * Opens another plan and tells `why`; the one that was open is in the list, and one button away.
     * @param {Entry | null} entry
     * @param {Why} why
     */
    leaveFor(entry, why) {
      const { key } = desk;
      const { title } = app.plan;
      const before = plans.isEmpty(app.plan) ? null : shelf.entry(key);
      app.open(entry?.state === "plan" ? entry : null);
      if (before && desk.key !== key)
        app.notice(words(why, { title: titled(title) }), "open-plan", words("go_back"), { at: key });
    },

    /** Follows what other windows have done with the plan and with the others. */
    follow() {
      if (!desk.isOvertaken()) return showMenu(app);
      const { entry, knows } = desk.there();
      if (entry?.state === "plan" && textOf(entry.plan) === textOf(app.plan)) app.plan = desk.open(entry);
      else if (knows) return app.takeOver(knows);
      else if (entry?.state === "plan") app.keep();
      else app.letGo(entry);
      app.show();
    },

    /** Shows the plan as another window has changed it. @param {PlanEntry} there */
    takeOver(there) {
      app.remember();
      app.plan = desk.open(there);
      app.notice(words("changed_there"));
      app.show();
    },

    /**
     * Tells that another window has deleted the plan, or that a later planner has made of it what this one cannot read.
     * @param {Entry | null} there
     */
    letGo(there) {
      desk.part(app.plan, copyOf);
      histories.set(desk.key, history);
      const title = titled(app.plan.title);
      app.notice(words(there ? "newer_there" : "deleted_there", { title }), "keep-here", words("keep_here"));
      parted = there ? words("apart", { title }) : words("kept_again");
    },

    /** Shows the whole plan anew. */
    show() {
      const { title, people, location } = app.plan;
      const shown = new Map(Object.entries({ title, people, location }));
      for (const field of all(root, "[data-plan]", HTMLInputElement))
        field.value = String(shown.get(datum(field, "plan")) ?? "");
      build(root, app.plan, data, words);
      showStart();
      app.update();
    },

    /** Works out anew what follows from the plan. */
    update() {
      refresh(root, app.plan, data, words);
      showDays(root, app.plan, words);
      showNeeds(root, app.plan, data, words);
      showSheet(root, app.plan, data, words);
      showMenu(app);
      showKept(app);
      one(root, "[data-do=undo]", HTMLButtonElement).disabled = !history.length;
      one(root, "[data-jb-link]").hidden = true; // it would be an old one
      if (stepsWanted && plans.blocksOf(app.plan).some((block) => block.activity)) {
        stepsWanted = false;
        data
          .fetchSteps()
          .then(() => showSheet(root, app.plan, data, words))
          .catch(() => {}); // times of steps are an extra
      }
    },
  };

  function showStart() {
    if (!plans.isEmpty(app.plan) || plans.blocksOf(app.plan).length || !data.workshops.some((one) => !one.retired))
      return;
    const start = part(root, "start");
    one(start, "ul").append(
      ...data.workshops
        .filter((one) => !one.retired)
        .map((workshop) => {
          const item = element("li");
          item.append(button("workshop", workshop.title ?? "", { id: workshop.id }));
          return item;
        }),
    );
    one(root, "[data-blocks]").before(start);
  }

  histories.set(desk.key, history);
  return app;
}
