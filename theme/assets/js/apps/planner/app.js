/* One planner on one page: the plan, what was before it, how it is kept, and how the page shows it. */
import { deskOf } from "./desk.js";
import { showDays } from "./find.js";
import { showKept, showMenu } from "./menu.js";
import { showNeeds } from "./needs.js";
import { button, element, part } from "./parts.js";
import * as plans from "./plan.js";
import { textOf } from "./record.js";
import { shelfOf } from "./shelf.js";
import { showSheet } from "./sheet.js";
import { askToLast } from "./store.js";
import { build, refresh } from "./view.js";
import { fill, plain } from "./words.js";

const MOST_UNDONE = 100;

/** The planner inside `root`, with the plan of this window open. */
export function plannerOf(root, data, words) {
  const shelf = shelfOf(root.dataset.jbPlanner), desk = deskOf(shelf);
  let history = [], editing = "", stepsWanted = true;
  let parted = ""; // what to tell with the next change, once what another window has done is told
  const histories = new Map(); // of each plan its own, by its key

  const titled = (title) => title.trim() || words.untitled;
  const copyOf = (title) => fill(plain(words).copy_of, { title: titled(title).slice(0, plans.LINE - plain(words).copy_of.length) });

  const app = {
    root, data, words, shelf, desk, titled, plan: desk.resume(),
    elsewhere: new Set(), // texts of plans as they are in files and links too

    /** Says something to those who do not see it. */
    say(text) {
      root.querySelector("[data-jb-said]").textContent = text;
    },

    /** Shows a sentence above the plan, and a button that does something about it. */
    notice(text, does = "", label = "", values = {}) {
      const place = root.querySelector("[data-jb-notice]");
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
      root.querySelector("[data-plan=title]").value = app.plan.title;
      app.notice(way === "apart" ? fill(words.apart, { title: titled(app.plan.title) }) : words.kept_again);
    },

    /** Keeps what the browser has refused, where there is room by now. */
    retry() {
      if (!desk.kept) app.keep();
    },

    /** Changes what is in the plan, and shows it anew. */
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
      app.plan = plans.read(JSON.parse(last));
      app.notice("");
      app.keep();
      app.show();
      app.say(words.undone);
      if (!history.length) root.querySelector("[data-plan=title]").focus();
    },

    /** Opens the plan of an entry; without one a new plan. */
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

    /** Opens another plan and tells `why`; the one that was open is in the list, and one button away. */
    leaveFor(entry, why) {
      const { key } = desk, { title } = app.plan;
      const before = plans.isEmpty(app.plan) ? null : shelf.entry(key);
      app.open(entry);
      if (before && desk.key !== key) app.notice(fill(why, { title: titled(title) }), "open-plan", words.go_back, { at: key });
    },

    /** Follows what other windows have done with the plan and with the others. */
    follow() {
      if (!desk.isOvertaken()) return showMenu(app);
      const there = desk.there();
      if (there?.state === "plan" && textOf(there.plan) === textOf(app.plan)) app.plan = desk.open(there);
      else if (there?.knows) return app.takeOver(there);
      else if (there?.state === "plan") app.keep();
      else app.letGo(there);
      app.show();
    },

    /** Shows the plan as another window has changed it. */
    takeOver(there) {
      app.remember();
      app.plan = desk.open(there);
      app.notice(words.changed_there);
      app.show();
    },

    /** Tells that another window has deleted the plan, or that a later planner has made of it what this one cannot read. */
    letGo(there) {
      desk.part(app.plan, copyOf);
      histories.set(desk.key, history);
      const title = titled(app.plan.title);
      app.notice(fill(there ? words.newer_there : words.deleted_there, { title }), "keep-here", words.keep_here);
      parted = there ? fill(words.apart, { title }) : words.kept_again;
    },

    /** Shows the whole plan anew. */
    show() {
      for (const field of root.querySelectorAll("[data-plan]")) field.value = app.plan[field.dataset.plan] ?? "";
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
      root.querySelector("[data-do=undo]").disabled = !history.length;
      root.querySelector("[data-jb-link]").hidden = true; // it would be an old one
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

  histories.set(desk.key, history);
  return app;
}
