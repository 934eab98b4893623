/* Days and blocks on the screen. `build` makes them anew, `refresh` only what is worked out, so that nobody who types
   loses the field. */

import { all, around, datum, one } from "../../dom.js";
import { timeOf } from "../../time.js";
import { warnings } from "./checks.js";
import { minutesOf, slots, sum } from "./clock.js";
import { blockName, dayName, facts } from "./names.js";
import { button, element, link, part, relabel } from "./parts.js";
import { minutes, people } from "./words.js";

/** @import { Texts } from "../../texts.js" */
/** @import { Warning } from "./checks.js" */
/** @import { Book } from "./data.js" */
/** @import { Block, Day, Plan } from "./plan.js" */

/** A field of that name in a row or a section. @param {HTMLElement} root @param {string} selector */
const field = (root, selector) => one(root, selector, HTMLInputElement);

/** @param {HTMLElement} row @param {Block} block @param {Book} data @param {Texts<PlannerTexts>} words */
function showActivity(row, block, data, words) {
  const activity = data.activities.get(block.activity);
  const title = blockName(block, data, words);
  one(row, "h3").replaceChildren(activity ? link(data.address(activity.address), title) : title);
  one(row, ".jb-pl-title").remove();
  if (!activity) return;
  if (activity.stage) row.classList.add(`jb-s${((activity.stage - 1) % 8) + 1}`);
  const { number, time, people: range, more } = facts(activity, words);
  const said = [number, time && words("usual", { time }), range && words("people_range", { range }), ...more];
  one(row, "[data-facts]").replaceChildren(...said.filter(Boolean).map((text) => element("span", "", text)));
}

/** @param {HTMLElement} row @param {Block} block @param {Texts<PlannerTexts>} words */
function showOwn(row, block, words) {
  one(row, "h3").remove();
  one(row, "[data-facts]").remove();
  const label = one(row, ".jb-pl-title");
  const input = field(label, "input");
  label.hidden = false;
  input.value = block.title;
  input.placeholder = words(block.kind === "break" ? "break" : "own");
  row.classList.toggle("jb-break", block.kind === "break");
}

/** @param {HTMLElement} root @param {Block} block @param {Book} data @param {Texts<PlannerTexts>} words */
function blockRow(root, block, data, words) {
  const row = part(root, "block", { title: blockName(block, data, words) });
  row.dataset.key = block.key;
  if (block.kind === "activity") showActivity(row, block, data, words);
  else showOwn(row, block, words);
  field(row, "[data-field=minutes]").value = String(minutesOf(block, data));
  field(row, "[data-field=start]").value = block.start;
  field(row, "[data-field=lead]").value = block.lead;
  one(row, "[data-field=text]", HTMLTextAreaElement).value = block.text;
  return row;
}

/**
 * @param {HTMLElement} root
 * @param {Plan} plan
 * @param {Day} day
 * @param {Book} data
 * @param {Texts<PlannerTexts>} words
 */
function daySection(root, plan, day, data, words) {
  const section = part(root, "day", { day: dayName(plan, day, words) });
  section.dataset.day = day.key;
  for (const name of /** @type {const} */ (["title", "date", "start", "end"]))
    field(section, `[data-day-field=${name}]`).value = day[name];
  one(section, "[data-do=remove-day]").hidden = plan.days.length < 2;
  one(section, "[data-blocks]").append(...day.blocks.map((block) => blockRow(root, block, data, words)));
  return section;
}

/**
 * Makes all days anew; the field or button that had the focus has it again.
 * @param {HTMLElement} root
 * @param {Plan} plan
 * @param {Book} data
 * @param {Texts<PlannerTexts>} words
 */
export function build(root, plan, data, words) {
  const focused = address(document.activeElement);
  const open = new Set(all(root, "[data-key]:has(details[open])").map((row) => row.dataset.key));
  const days = plan.days.map((day) => daySection(root, plan, day, data, words));
  one(root, "[data-jb-days]").replaceChildren(...days);
  for (const row of all(root, "[data-key]")) one(row, "details", HTMLDetailsElement).open = open.has(row.dataset.key);
  const again = focused && root.querySelector(focused);
  if (again instanceof HTMLElement) again.focus();
  refresh(root, plan, data, words);
}

/** How to find a field or button of a block or day again. @param {Element | null} focused */
function address(focused) {
  if (!(focused instanceof HTMLElement) || !focused.closest("[data-day]")) return "";
  const { do: does, field: name, dayField } = focused.dataset;
  const what = does
    ? `[data-do="${does}"]`
    : name
      ? `[data-field="${name}"]`
      : dayField
        ? `[data-day-field="${dayField}"]`
        : "";
  if (!what) return "";
  if (!focused.closest("[data-key]")) return `[data-day="${datum(around(focused, "[data-day]"), "day")}"] ${what}`;
  return `[data-key="${datum(around(focused, "[data-key]"), "key")}"] ${what}`;
}

/**
 * Works out anew what depends on other things: clocks, sums, names and warnings.
 * @param {HTMLElement} root
 * @param {Plan} plan
 * @param {Book} data
 * @param {Texts<PlannerTexts>} words
 */
export function refresh(root, plan, data, words) {
  const wrong = warnings(plan, data);
  for (const day of plan.days) {
    const section = one(root, `[data-day="${day.key}"]`);
    const name = dayName(plan, day, words);
    const adds = one(section, ".jb-pl-adds");
    for (const place of all(section, ":scope > h2 [data-name], legend[data-name]")) place.textContent = name;
    relabel(adds.parentElement ?? adds, { day: name });
    for (const { block, start, minutes: taken, free } of slots(day, data)) {
      const row = one(section, `[data-key="${block.key}"]`);
      row.style.setProperty("--minutes", String(Math.min(taken, 180)));
      one(row, "[data-clock]").textContent = timeOf(start);
      one(row, "[data-free]").textContent = free ? words("free", { time: timeOf(start) }) : "";
      relabel(row, { title: blockName(block, data, words) });
      showWarnings(one(row, "[data-warnings]"), wrong.get(block.key) ?? [], plan, data, words);
    }
    showSum(one(section, "[data-state]"), day, data, words);
  }
}

/**
 * @param {HTMLElement} list
 * @param {Warning[]} found
 * @param {Plan} plan
 * @param {Book} data
 * @param {Texts<PlannerTexts>} words
 */
function showWarnings(list, found, plan, data, words) {
  const said = JSON.stringify([found, plan.people]);
  if (list.dataset.said === said) return; // a button in it may have the focus
  list.dataset.said = said;
  list.replaceChildren(
    ...found.map((warning) => {
      const item = element("li", `jb-pl-${warning.kind}`);
      item.append(element("span", "", told(warning, plan, data, words)), " ");
      if (warning.kind === "missing") item.append(button("add-before", words("add_before"), { id: warning.id }));
      if (warning.kind === "late") item.append(button("move-before", words("move_before"), { id: warning.id }));
      return item;
    }),
  );
}

/** @param {Warning} warning @param {Plan} plan @param {Book} data @param {Texts<PlannerTexts>} words */
function told(warning, plan, data, words) {
  if (warning.kind === "passed") return words("passed", { time: warning.time, late: minutes(words, warning.minutes) });
  const { kind, id } = warning;
  const activity = data.activities.get(id);
  const range = activity?.group ? people(words, activity.group) : "";
  return words(kind, { id, title: activity?.title ?? id, range, people: plan.people ?? "" });
}

/** @param {HTMLElement} line @param {Day} day @param {Book} data @param {Texts<PlannerTexts>} words */
function showSum(line, day, data, words) {
  const { total, end, left, reversed, over, midnight } = sum(day, data);
  const time = (/** @type {number} */ number) => minutes(words, number);
  const rest = time(Math.abs(left ?? 0));
  const values = { end: timeOf(end), total: time(total), left: rest, over: rest, wanted: day.end };
  const kind = !day.blocks.length
    ? "empty"
    : reversed
      ? "reversed"
      : midnight
        ? "midnight"
        : over
          ? "over"
          : left
            ? "left"
            : "total";
  const bad = ["reversed", "midnight", "over"].includes(kind);
  line.classList.toggle("jb-pl-bad", bad);
  const text = words(`state_${kind}`, values);
  if (line.textContent !== text) line.textContent = text;
}
