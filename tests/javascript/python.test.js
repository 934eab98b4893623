/* The scripts make the same of times, workshops, names and texts as Python does, which wrote vectors.json. */
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { test } from "node:test";
import { warnings } from "../../theme/assets/js/apps/planner/checks.js";
import { slots, sum, usualMinutes } from "../../theme/assets/js/apps/planner/clock.js";
import { bookOf } from "../../theme/assets/js/apps/planner/data.js";
import { materials } from "../../theme/assets/js/apps/planner/materials.js";
import { activitiesOf, facts } from "../../theme/assets/js/apps/planner/names.js";
import { block, day, empty, read } from "../../theme/assets/js/apps/planner/plan.js";
import { minutes, people } from "../../theme/assets/js/apps/planner/words.js";
import { idOf, line, yaml } from "../../theme/assets/js/apps/planner/yaml.js";
import { about, minutesIn } from "../../theme/assets/js/apps/run/words.js";
import { fold } from "../../theme/assets/js/filter/words.js";
import { registry } from "../../theme/assets/js/texts.js";
import { minuteOf, timeOf } from "../../theme/assets/js/time.js";

/** @import { Plan } from "../../theme/assets/js/apps/planner/plan.js" */
/** @import { Texts } from "../../theme/assets/js/texts.js" */

/**
 * @typedef {{ slots: { clock: string, minutes: number, free: number, late: number }[], total: number, left: number |
 *   null, reversed: boolean }} Day
 */
/**
 * @typedef {{ title: string, number: number | null, each: number | null, per: string | null, activities: string[] }}
 *   Line
 */
/** @typedef {{ day: number, place: number, kind: string, id: string }} UnfitBlock */
/**
 * @type {{ clocks: { text: string, minute: number | null }[], durations: { minutes: number, said: string }[],
 *   people: { least: number, most: number | null, said: string }[], names: { title: string, name: string }[],
 *   texts: { typed: string, line: string }[], words: { text: string, words: string[] }[], book: BookData, steps: StepsData,
 *   added: Record<string, { materials: Line[], days: Day[], unfit: UnfitBlock[] }>, said: Record<string, string> }}
 */
const vectors = JSON.parse(readFileSync(new URL("vectors.json", import.meta.url), "utf-8"));
const book = bookOf(vectors.book, new URL("https://example.org/"), new URL("https://example.org/steps.json"));
/** @type {Texts<PlannerTexts>} */
const words = registry(vectors.said);

/** A workshop of the handbook as the planner opens it. @param {string} id @returns {Plan} */
function planOf(id) {
  const plan = read(vectors.book.workshops.find((one) => one.id === id));
  assert.ok(plan);
  return plan;
}

test("times of day", () => {
  for (const { text, minute } of vectors.clocks) assert.equal(minuteOf(text), minute, text);
  assert.equal(minuteOf(null), null);
  for (const minute of [0, 1, 599, 600, 1439]) assert.equal(minuteOf(timeOf(minute)), minute);
  assert.deepEqual([timeOf(1440), timeOf(-1), timeOf(3000)], ["00:00", "23:59", "02:00"]);
});

test("durations and numbers of people", () => {
  for (const { minutes: number, said } of vectors.durations) assert.equal(minutes(words, number), said);
  for (const { least, most, said } of vectors.people) assert.equal(people(words, [least, most, null]), said);
});

test("days add up", () => {
  for (const [id, { days }] of Object.entries(vectors.added)) {
    days.forEach((wanted, place) => {
      const day = planOf(id).days[place];
      const { total, left, reversed } = sum(day, book);
      const found = slots(day, book).map(({ start, minutes, free, late }) => ({
        clock: timeOf(start),
        minutes,
        free,
        late,
      }));
      assert.deepEqual({ slots: found, total, left, reversed }, wanted, id);
    });
  }
});

test("what to bring", () => {
  for (const [id, { materials: wanted }] of Object.entries(vectors.added)) {
    const plan = planOf(id);
    const found = materials(activitiesOf(plan, book), plan.people);
    const lines = found.map(({ folded: _, activities, ...rest }) => ({
      ...rest,
      activities: activities.map((one) => one.id),
    }));
    assert.deepEqual(lines, wanted, id);
  }
});

test("what does not fit", () => {
  for (const [id, { unfit: wanted }] of Object.entries(vectors.added)) {
    const plan = planOf(id);
    const found = warnings(plan, book);
    const said = plan.days.flatMap((one, day) =>
      one.blocks.flatMap(({ key }, place) =>
        (found.get(key) ?? []).flatMap((one) => ("id" in one ? { day, place, kind: one.kind, id: one.id } : [])),
      ),
    );
    assert.deepEqual(said, wanted, id);
  }
});

test("a block has minutes where its activity has none: the least of one without an end, else what is usual", () => {
  const blocks = ["pairs", "open", "long"].map((activity) => block("activity", { activity }));
  assert.deepEqual(
    blocks.map((one) => usualMinutes(one, book)),
    [25, 120, 30],
  );
  const file = yaml({ ...empty(), days: [day({ blocks })] }, book, words);
  assert.deepEqual(file.match(/minutes: \d+/g), ["minutes: 120", "minutes: 30"], "the file says them");
});

test("times and numbers of people are said as pages say them", () => {
  /** @param {string} id */
  const said = (id) => {
    const activity = book.activities.get(id);
    assert.ok(activity);
    const { time, people, more } = facts(activity, words);
    return [time, people, ...more];
  };
  assert.deepEqual(said("long"), ["2–3 days", "1–12"]);
  assert.deepEqual(said("open"), ["2+ hours", "8 or more"]);
  assert.deepEqual(said("noted"), ["as long as it takes", "", "People: two teams"]);
});

test("names of files", () => {
  for (const { title, name } of vectors.names) assert.equal(idOf(title, "My workshop"), name, title);
  assert.equal(idOf("!", "!"), "my-workshop");
});

test("lines of text", () => {
  for (const { typed, line: wanted } of vectors.texts) assert.equal(line(typed), wanted, typed);
});

test("words that are looked for", () => {
  for (const { text, words: wanted } of vectors.words) assert.deepEqual(fold(text), wanted, text);
});

test("the view of a run says minutes as pages do", () => {
  const say = registry({
    minutes: "{minutes} min",
    hours: "{hours} h",
    both: "{hours} h {minutes} min",
    seconds: "{seconds} s",
  });
  for (const { minutes, said } of vectors.durations) assert.equal(minutesIn(say, minutes), said);
  assert.deepEqual(
    [12_000, 41_000, 55_000, 3_600_000].map((rest) => about(say, rest)),
    ["10 s", "40 s", "1 min", "1 h"],
  );
});
