/* The list of activities with its search. Only the first matches become elements, so thousands cost no more than a few. */
import { dayName, facts } from "./names.js";
import { element, part } from "./parts.js";
import { fill } from "./words.js";

const SHOWN = 12;
const plain = (text) => text.normalize("NFD").replace(/\p{M}/gu, "").toLowerCase();

/** What each activity is found by. */
export function index(data) {
  return [...data.activities.values()].filter((activity) => !activity.retired).map((activity) => ({
    activity,
    text: plain(`${activity.number ?? ""} ${activity.title} ${data.chapters.get(activity.chapter) ?? ""}`),
  }));
}

/** The activities in which every word is found; those whose title begins with the words come first. */
export function matches(indexed, typed) {
  const words = plain(typed).split(/\s+/).filter(Boolean);
  const found = indexed.filter(({ text }) => words.every((word) => text.includes(word)));
  if (!words.length) return found.map(({ activity }) => activity);
  const begins = ({ activity }) => (plain(activity.title).startsWith(words[0]) || String(activity.number) === words[0] ? 0 : 1);
  return found.sort((a, b) => begins(a) - begins(b)).map(({ activity }) => activity);
}

function result(root, activity, data, words) {
  const row = part(root, "result", { title: activity.title });
  row.dataset.id = activity.id;
  if (activity.stage) row.classList.add(`jb-s${((activity.stage - 1) % 8) + 1}`);
  row.querySelector("[data-name]").textContent = activity.title;
  const { number, time, more } = facts(activity, words);
  row.querySelector("[data-facts]").replaceChildren(...[number, time, ...more].filter(Boolean).map((text) => element("span", "", text)));
  return row;
}

/** Shows what is found. */
export function showFound(root, indexed, data, words) {
  const found = matches(indexed, root.querySelector("[data-jb-search]").value);
  const rows = found.slice(0, SHOWN).map((activity) => result(root, activity, data, words));
  root.querySelector("[data-jb-results]").replaceChildren(...rows);
  const more = root.querySelector("[data-jb-more]"), rest = found.length - rows.length;
  more.hidden = found.length > 0 && rest === 0;
  more.textContent = found.length ? fill(words.more, { number: rest }) : words.none;
  root.querySelector("[data-jb-found]").textContent = fill(words.found, { number: found.length });
}

/** Shows the days to add to; nobody is asked where there is one. */
export function showDays(root, plan, words) {
  const label = root.querySelector(".jb-pl-to"), select = label.querySelector("select"), chosen = select.value;
  select.replaceChildren(...plan.days.map((day) => {
    const option = element("option", "", dayName(plan, day, words));
    option.value = day.key;
    return option;
  }));
  select.value = plan.days.some((day) => day.key === chosen) ? chosen : plan.days.at(-1).key;
  label.hidden = plan.days.length < 2;
}
