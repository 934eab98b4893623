/* The run sheet, for paper. It is always there, so that the browser's own print command has it too. */
import { one } from "../../dom.js";
import { timeOf } from "../../time.js";
import { beginOf, slots, sum } from "./clock.js";
import { materials, quantity } from "./materials.js";
import { activitiesOf, activityNumber, blockName, dayName } from "./names.js";
import { element, part } from "./parts.js";
import { minutes } from "./words.js";

/** @import { Texts } from "../../texts.js" */
/** @import { Slot } from "./clock.js" */
/** @import { Book } from "./data.js" */
/** @import { Day, Plan } from "./plan.js" */

/** A note without Markdown's signs: paper has no links. @param {string} text @param {Book} data */
export function plainText(text, data) {
  return text
    .replace(
      /\[([^[\]]*)\]\(([a-z]+):([^()\s]+)\)/g,
      (_all, said, _kind, id) => said || data.activities.get(id)?.title || id,
    )
    .replace(/(\*\*|__|`)(.+?)\1/g, "$2")
    .replace(/(^|[^\w*])[*_]([^*_\n]+)[*_](?![\w*])/g, "$1$2");
}

/**
 * A number of things, such as 16 × Pen.
 * @param {Texts<PlannerTexts>} words
 * @param {number | null} number
 * @param {string} title
 */
const count = (words, number, title) => (number === null ? title : words("count_of", { number, title }));

/** @param {Slot} slot @param {ActivityData} activity @param {Book} data */
function steps(slot, activity, data) {
  let minute = slot.start;
  const known = data.steps.get(activity.id) ?? [];
  const fits = known.reduce((all, [, taken]) => all + taken, 0) <= slot.minutes;
  const said = known.map(([title, taken]) => {
    const text = fits ? `${title} ${timeOf(minute)}` : title;
    minute += taken;
    return text;
  });
  return said.join(" · ");
}

/** @param {Slot} slot @param {Plan} plan @param {Book} data @param {Texts<PlannerTexts>} words */
function row(slot, plan, data, words) {
  const { block } = slot;
  const activity = data.activities.get(block.activity);
  const made = element("tr", block.kind === "break" ? "jb-pl-sheet-break" : "");
  const what = element("td");
  what.append(element("b", "", blockName(block, data, words)));
  const lines = [
    plainText(block.text, data),
    activity ? [activityNumber(activity, words), steps(slot, activity, data)].filter(Boolean).join(". ") : "",
  ];
  what.append(...lines.filter(Boolean).map((text) => element("p", "", text)));
  const ready =
    activity?.materials?.map((material) => count(words, quantity(material, activity, plan.people), material[0])) ?? [];
  const box = element("td");
  box.append(element("i", "jb-pl-box"));
  made.append(
    element("td", "", timeOf(slot.start)),
    element("td", "", String(slot.minutes)),
    what,
    element("td", "", ready.join(", ")),
    element("td", "", block.lead),
    box,
  );
  return made;
}

/**
 * A row with nothing to do in it: the end, or time that is free.
 * @param {string} start
 * @param {string} taken
 * @param {string} text
 */
function rest(start, taken, text) {
  const made = element("tr", "jb-pl-sheet-break");
  const what = element("td");
  what.colSpan = 4;
  what.append(element("b", "", text));
  made.append(element("td", "", start), element("td", "", taken), what);
  return made;
}

/** @param {Plan} plan @param {Day} day @param {Book} data @param {Texts<PlannerTexts>} words */
function* rows(plan, day, data, words) {
  for (const slot of slots(day, data)) {
    if (slot.free) yield rest("", String(slot.free), words("free", { time: timeOf(slot.start) }));
    yield row(slot, plan, data, words);
  }
  yield rest(timeOf(sum(day, data).end), "", words("end"));
}

/**
 * @param {HTMLElement} root
 * @param {Plan} plan
 * @param {Day} day
 * @param {Book} data
 * @param {Texts<PlannerTexts>} words
 */
function daySheet(root, plan, day, data, words) {
  const section = part(root, "sheet-day");
  const when = day.date && plan.days.length > 1 ? `, ${data.date(day.date)}` : "";
  const name = one(section, "[data-name]");
  name.textContent = `${dayName(plan, day, words)}${when}`;
  name.hidden = plan.days.length < 2;
  one(section, "tbody").append(...rows(plan, day, data, words));
  return section;
}

/** @param {HTMLElement} root @param {string} name @param {string} text */
function fact(root, name, text) {
  const place = one(root, `[data-sheet=${name}]`);
  place.textContent = text;
  if (place.parentElement) place.parentElement.hidden = !text;
}

/**
 * Writes the run sheet anew.
 * @param {HTMLElement} root
 * @param {Plan} plan
 * @param {Book} data
 * @param {Texts<PlannerTexts>} words
 */
export function showSheet(root, plan, data, words) {
  const days = plan.days.filter((day) => day.blocks.length);
  const activities = activitiesOf(plan, data);
  one(root, "[data-sheet=title]").textContent = plan.title.trim() || words("untitled");
  const dates = days.map((day) => day.date).filter(Boolean);
  fact(root, "when", [...new Set([...dates.slice(0, 1), ...dates.slice(-1)])].map(data.date).join(" – "));
  fact(
    root,
    "time",
    days.length === 1 ? words("time", { start: timeOf(beginOf(days[0])), end: timeOf(sum(days[0], data).end) }) : "",
  );
  fact(root, "people", plan.people ? data.number(plan.people) : "");
  fact(root, "where", plan.location.trim());
  one(root, "[data-sheet=days]").replaceChildren(...days.map((day) => daySheet(root, plan, day, data, words)));
  one(root, "[data-sheet=bring]").replaceChildren(
    ...before(activities, plan, words).map((text) => {
      const item = element("li");
      item.append(element("i", "jb-pl-box"), element("span", "", text));
      return item;
    }),
  );
}

/** @param {ActivityData[]} activities @param {Plan} plan @param {Texts<PlannerTexts>} words */
function before(activities, plan, words) {
  const preparation = activities.reduce((all, activity) => all + (activity.preparation ?? 0), 0);
  const bring = materials(activities, plan.people).map((line) => count(words, line.number, line.title));
  return preparation ? [words("prepare", { time: minutes(words, preparation) }), ...bring] : bring;
}
