/* The list of activities with its search. Only the first matches become elements, so thousands cost no more than a few. */
import { one } from "../../dom.js";
import { dayName, facts } from "./names.js";
import { element, part } from "./parts.js";
import { lastOf } from "./plan.js";

/** @import { Texts } from "../../texts.js" */
/** @import { Book } from "./data.js" */
/** @import { Plan } from "./plan.js" */

/** An activity, and what it is found by. @typedef {{ activity: ActivityData, text: string }} Indexed */

const SHOWN = 12;
const plain = (/** @type {string} */ text) => text.normalize("NFD").replace(/\p{M}/gu, "").toLowerCase();

/** What each activity is found by. @param {Book} data @returns {Indexed[]} */
export function index(data) {
  return [...data.activities.values()]
    .filter((activity) => !activity.retired)
    .map((activity) => {
      const { number = "", title, chapter = "", synonyms = [] } = activity;
      const words = [number, title, data.chapters.get(chapter) ?? "", ...synonyms];
      return { activity, text: plain(words.join(" ")) };
    });
}

/**
 * The activities in which every word is found; those whose title begins with the words come first.
 * @param {Indexed[]} indexed
 * @param {string} typed
 */
export function matches(indexed, typed) {
  const words = plain(typed).split(/\s+/).filter(Boolean);
  const found = indexed.filter(({ text }) => words.every((word) => text.includes(word)));
  if (!words.length) return found.map(({ activity }) => activity);
  const begins = (/** @type {Indexed} */ { activity }) =>
    plain(activity.title).startsWith(words[0]) || String(activity.number) === words[0] ? 0 : 1;
  return found.sort((a, b) => begins(a) - begins(b)).map(({ activity }) => activity);
}

/** @param {HTMLElement} root @param {ActivityData} activity @param {Texts<PlannerTexts>} words */
function result(root, activity, words) {
  const row = part(root, "result", { title: activity.title });
  row.dataset.id = activity.id;
  if (activity.stage) row.classList.add(`jb-s${((activity.stage - 1) % 8) + 1}`);
  one(row, "[data-name]").textContent = activity.title;
  const { number, time, more } = facts(activity, words);
  one(row, "[data-facts]").replaceChildren(
    ...[number, time, ...more].filter(Boolean).map((text) => element("span", "", text)),
  );
  return row;
}

/** Shows what is found. @param {HTMLElement} root @param {Indexed[]} indexed @param {Texts<PlannerTexts>} words */
export function showFound(root, indexed, words) {
  const found = matches(indexed, one(root, "[data-jb-search]", HTMLInputElement).value);
  const rows = found.slice(0, SHOWN).map((activity) => result(root, activity, words));
  one(root, "[data-jb-results]").replaceChildren(...rows);
  const more = one(root, "[data-jb-more]");
  const rest = found.length - rows.length;
  more.hidden = found.length > 0 && rest === 0;
  more.textContent = found.length ? words("more", { number: rest }) : words("none");
  one(root, "[data-jb-found]").textContent = words("found", { number: found.length });
}

/**
 * Shows the days to add to; nobody is asked where there is one.
 * @param {HTMLElement} root
 * @param {Plan} plan
 * @param {Texts<PlannerTexts>} words
 */
export function showDays(root, plan, words) {
  const label = one(root, ".jb-pl-to");
  const select = one(label, "select", HTMLSelectElement);
  const chosen = select.value;
  select.replaceChildren(
    ...plan.days.map((day) => {
      const option = element("option", "", dayName(plan, day, words));
      option.value = day.key;
      return option;
    }),
  );
  select.value = plan.days.some((day) => day.key === chosen) ? chosen : lastOf(plan).key;
  label.hidden = plan.days.length < 2;
}
