/* Days and blocks on the screen. `build` makes them anew, `refresh` only what is worked out, so that nobody who types
   loses the field. */
import { warnings } from "./checks.js";
import { minutesOf, slots, sum, timeOf } from "./clock.js";
import { blockName, dayName, facts } from "./names.js";
import { button, element, link, part, relabel } from "./parts.js";
import { fill, minutes, people } from "./words.js";

function showActivity(row, block, data, words) {
  const activity = data.activities.get(block.activity);
  const title = blockName(block, data, words);
  row.querySelector("h3").replaceChildren(activity ? link(data.address(activity.address), title) : title);
  row.querySelector(".jb-pl-title").remove();
  if (!activity) return;
  if (activity.stage) row.classList.add(`jb-s${((activity.stage - 1) % 8) + 1}`);
  const { number, time, people: range, more } = facts(activity, words);
  const said = [number, time && fill(words.usual, { time }), range && fill(words.people_range, { range }), ...more];
  row.querySelector("[data-facts]").replaceChildren(...said.filter(Boolean).map((text) => element("span", "", text)));
}

function showOwn(row, block, words) {
  row.querySelector("h3").remove();
  row.querySelector("[data-facts]").remove();
  const label = row.querySelector(".jb-pl-title"), input = label.querySelector("input");
  label.hidden = false;
  input.value = block.title;
  input.placeholder = block.kind === "break" ? words.break : words.own;
  row.classList.toggle("jb-break", block.kind === "break");
}

function blockRow(root, block, data, words) {
  const row = part(root, "block", { title: blockName(block, data, words) });
  row.dataset.key = block.key;
  if (block.kind === "activity") showActivity(row, block, data, words);
  else showOwn(row, block, words);
  row.querySelector("[data-field=minutes]").value = minutesOf(block, data);
  row.querySelector("[data-field=start]").value = block.start;
  row.querySelector("[data-field=lead]").value = block.lead;
  row.querySelector("[data-field=text]").value = block.text;
  return row;
}

function daySection(root, plan, day, data, words) {
  const section = part(root, "day", { day: dayName(plan, day, words) });
  section.dataset.day = day.key;
  for (const field of ["title", "date", "start", "end"]) section.querySelector(`[data-day-field=${field}]`).value = day[field];
  section.querySelector("[data-do=remove-day]").hidden = plan.days.length < 2;
  section.querySelector("[data-blocks]").append(...day.blocks.map((block) => blockRow(root, block, data, words)));
  return section;
}

/** Makes all days anew; the field or button that had the focus has it again. */
export function build(root, plan, data, words) {
  const focused = address(document.activeElement);
  const open = new Set([...root.querySelectorAll("details[open]")].map((one) => one.closest("[data-key]")?.dataset.key));
  const days = plan.days.map((day) => daySection(root, plan, day, data, words));
  root.querySelector("[data-jb-days]").replaceChildren(...days);
  for (const row of root.querySelectorAll("[data-key]")) row.querySelector("details").open = open.has(row.dataset.key);
  if (focused) root.querySelector(focused)?.focus();
  refresh(root, plan, data, words);
}

/** How to find a field or button of a block or day again. */
function address(focused) {
  const row = focused?.closest?.("[data-key]"), day = focused?.closest?.("[data-day]");
  const what = focused?.dataset?.do ? `[data-do="${focused.dataset.do}"]`
    : focused?.dataset?.field ? `[data-field="${focused.dataset.field}"]`
      : focused?.dataset?.dayField ? `[data-day-field="${focused.dataset.dayField}"]` : "";
  if (!what || !day) return "";
  return row ? `[data-key="${row.dataset.key}"] ${what}` : `[data-day="${day.dataset.day}"] ${what}`;
}

/** Works out anew what depends on other things: clocks, sums, names and warnings. */
export function refresh(root, plan, data, words) {
  const wrong = warnings(plan, data);
  for (const day of plan.days) {
    const section = root.querySelector(`[data-day="${day.key}"]`), name = dayName(plan, day, words);
    for (const one of section.querySelectorAll(":scope > h2 [data-name], legend[data-name]")) one.textContent = name;
    relabel(section.querySelector(".jb-pl-adds").parentElement, { day: name });
    for (const { block, start, minutes: taken, free } of slots(day, data)) {
      const row = section.querySelector(`[data-key="${block.key}"]`);
      row.style.setProperty("--minutes", Math.min(taken, 180));
      row.querySelector("[data-clock]").textContent = timeOf(start);
      row.querySelector("[data-free]").textContent = free ? fill(words.free, { time: timeOf(start) }) : "";
      relabel(row, { title: blockName(block, data, words) });
      showWarnings(row.querySelector("[data-warnings]"), wrong.get(block.key), plan, data, words);
    }
    showSum(section.querySelector("[data-state]"), day, data, words);
  }
}

function showWarnings(list, found, plan, data, words) {
  const said = JSON.stringify([found, plan.people]);
  if (list.dataset.said === said) return; // a button in it may have the focus
  list.dataset.said = said;
  list.replaceChildren(...found.map(({ kind, id, time, minutes: late }) => {
    const activity = data.activities.get(id);
    const range = activity?.group && people(words, activity.group);
    const item = element("li", `jb-pl-${kind}`);
    item.append(element("span", "", fill(words[kind], { id, title: activity?.title ?? id, range, people: plan.people, time, late: minutes(words, late ?? 0) })), " ");
    if (kind === "missing") item.append(button("add-before", words.add_before, { id }));
    if (kind === "late") item.append(button("move-before", words.move_before, { id }));
    return item;
  }));
}

function showSum(line, day, data, words) {
  const { total, end, left, reversed, over, midnight } = sum(day, data);
  const time = (number) => minutes(words, number);
  const values = { end: timeOf(end), total: time(total), left: time(Math.abs(left)), over: time(Math.abs(left)), wanted: day.end };
  const kind = !day.blocks.length ? "empty" : reversed ? "reversed" : midnight ? "midnight"
    : over ? "over" : left ? "left" : "total";
  const bad = ["reversed", "midnight", "over"].includes(kind);
  line.classList.toggle("jb-pl-bad", bad);
  const text = fill(words[`state_${kind}`], values);
  if (line.textContent !== text) line.textContent = text;
}
