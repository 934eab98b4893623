/* The run sheet, for paper. It is always there, so that the browser's own print command has it too. */
import { minuteOf, slots, sum, timeOf } from "./clock.js";
import { materials, quantity } from "./materials.js";
import { activitiesOf, activityNumber, blockName, dayName } from "./names.js";
import { element, part } from "./parts.js";
import { fill, minutes } from "./words.js";

/** A note without Markdown's signs: paper has no links. */
export function plainText(text, data) {
  return text
    .replace(/\[([^[\]]*)\]\(([a-z]+):([^()\s]+)\)/g, (all, said, kind, id) => said || data.activities.get(id)?.title || id)
    .replace(/(\*\*|__|`)(.+?)\1/g, "$2")
    .replace(/(^|[^\w*])[*_]([^*_\n]+)[*_](?![\w*])/g, "$1$2");
}

/** A number of things, such as 16 × Pen. */
const count = (words, number, title) => (number === null ? title : fill(words.count_of, { number, title }));

function steps(slot, activity, data, words) {
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

function row(slot, plan, data, words) {
  const { block } = slot, activity = data.activities.get(block.activity);
  const made = element("tr", block.kind === "break" ? "jb-pl-sheet-break" : "");
  const what = element("td");
  what.append(element("b", "", blockName(block, data, words)));
  const lines = [plainText(block.text, data), activity && [activityNumber(activity, words), steps(slot, activity, data, words)].filter(Boolean).join(". ")];
  what.append(...lines.filter(Boolean).map((text) => element("p", "", text)));
  const ready = (activity?.materials ?? []).map((material) => count(words, quantity(material, activity, plan.people), material[0]));
  const box = element("td");
  box.append(element("i", "jb-pl-box"));
  made.append(element("td", "", timeOf(slot.start)), element("td", "", String(slot.minutes)), what,
    element("td", "", ready.join(", ")), element("td", "", block.lead), box);
  return made;
}

/** A row with nothing to do in it: the end, or time that is free. */
function rest(start, taken, text) {
  const made = element("tr", "jb-pl-sheet-break");
  const what = element("td");
  what.colSpan = 4;
  what.append(element("b", "", text));
  made.append(element("td", "", start), element("td", "", taken), what);
  return made;
}

function* rows(plan, day, data, words) {
  for (const slot of slots(day, data)) {
    if (slot.free) yield rest("", String(slot.free), fill(words.free, { time: timeOf(slot.start) }));
    yield row(slot, plan, data, words);
  }
  yield rest(timeOf(sum(day, data).end), "", words.end);
}

function daySheet(root, plan, day, data, words) {
  const section = part(root, "sheet-day");
  const when = day.date && plan.days.length > 1 ? `, ${data.date(day.date)}` : "";
  const name = section.querySelector("[data-name]");
  name.textContent = `${dayName(plan, day, words)}${when}`;
  name.hidden = plan.days.length < 2;
  section.querySelector("tbody").append(...rows(plan, day, data, words));
  return section;
}

function fact(root, name, text) {
  const place = root.querySelector(`[data-sheet=${name}]`);
  place.textContent = text;
  place.parentElement.hidden = !text;
}

/** Writes the run sheet anew. */
export function showSheet(root, plan, data, words) {
  const days = plan.days.filter((day) => day.blocks.length), activities = activitiesOf(plan, data);
  root.querySelector("[data-sheet=title]").textContent = plan.title.trim() || words.untitled;
  const dates = days.map((day) => day.date).filter(Boolean);
  fact(root, "when", [...new Set([dates[0], dates.at(-1)])].filter(Boolean).map(data.date).join(" – "));
  fact(root, "time", days.length === 1
    ? fill(words.time, { start: timeOf(minuteOf(days[0].start)), end: timeOf(sum(days[0], data).end) }) : "");
  fact(root, "people", plan.people ? data.number(plan.people) : "");
  fact(root, "where", plan.location.trim());
  root.querySelector("[data-sheet=days]").replaceChildren(...days.map((day) => daySheet(root, plan, day, data, words)));
  root.querySelector("[data-sheet=bring]").replaceChildren(...before(activities, plan, data, words).map((text) => {
    const item = element("li");
    item.append(element("i", "jb-pl-box"), element("span", "", text));
    return item;
  }));
}

function before(activities, plan, data, words) {
  const preparation = activities.reduce((all, activity) => all + (activity.preparation ?? 0), 0);
  const bring = materials(activities, plan.people).map((line) => count(words, line.number, line.title));
  return preparation ? [fill(words.prepare, { time: minutes(words, preparation) }), ...bring] : bring;
}
