/* Writes as JSON, by their names, the files that the planner makes of the vectors: each workshop again, and a plan in which
   every line and note is one of the texts. Python reads them back. */
import { readFileSync } from "node:fs";
import { bookOf } from "../../theme/assets/js/apps/planner/data.js";
import { block, day, empty, read } from "../../theme/assets/js/apps/planner/plan.js";
import { idOf, yaml } from "../../theme/assets/js/apps/planner/yaml.js";
import { registry } from "../../theme/assets/js/texts.js";

/** @import { Plan } from "../../theme/assets/js/apps/planner/plan.js" */
/** @import { Texts } from "../../theme/assets/js/texts.js" */

/** @type {{ book: BookData, said: Record<string, string>, names: { title: string }[], texts: { typed: string }[], zones: { text: string }[] }} */
const vectors = JSON.parse(readFileSync(new URL("vectors.json", import.meta.url), "utf-8"));
const book = bookOf(vectors.book, new URL("https://example.org/"), new URL("https://example.org/steps.json"));
/** @type {Texts<PlannerTexts>} */
const words = registry(vectors.said);

/** A plan's file. @param {Plan} plan */
const fileOf = (plan) => yaml(plan, book, words);

const again = vectors.book.workshops.map((workshop) => [workshop.id, fileOf(read(workshop) ?? empty())]);
const named = vectors.names.map(({ title }) => {
  const plan = { ...empty(), title, days: [day({ blocks: [block("break", { minutes: 5 })] })] };
  return [idOf(title, "My workshop"), fileOf(plan)];
});
const typed = vectors.texts.map(({ typed: text }) => block("own", { title: text, lead: text, text, minutes: 1 }));
const texts = [
  "texts",
  fileOf({ ...empty(), title: "Texts", location: "x", days: [day({ title: "x", blocks: typed })] }),
];

const zones = vectors.zones.map(({ text }, place) => {
  const days = vectors.texts.map(({ typed: title }) => day({ title, blocks: [block("break", { title, minutes: 5 })] }));
  return [`zone-${place}`, fileOf({ ...empty(), timezone: text, days: days.slice(0, 31) })];
});

process.stdout.write(
  JSON.stringify({
    again: Object.fromEntries(again),
    named,
    texts: Object.fromEntries([texts]),
    zones: Object.fromEntries(zones),
  }),
);
