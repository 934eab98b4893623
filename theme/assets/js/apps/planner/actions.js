/* What one can do with the whole plan. */
import { datum, one } from "../../dom.js";
import { sum } from "./clock.js";
import { copy, load, save } from "./files.js";
import { take, takeWorkshop } from "./incoming.js";
import { dayName } from "./names.js";
import { blocksOf, written } from "./plan.js";
import { textOf } from "./record.js";
import { packed } from "./share.js";
import { idOf, yaml } from "./yaml.js";

/** @import { App } from "./app.js" */
/** @import { Does } from "./edits.js" */

/** @param {App} app */
async function share(app) {
  const { root, words } = app;
  const address = new URL(location.pathname, location.href);
  address.hash = await packed(written(app.plan));
  const place = one(root, "[data-jb-link]");
  const input = one(place, "input", HTMLInputElement);
  place.hidden = false;
  input.value = address.href;
  const copied = await copy(address.href);
  if (copied) app.elsewhere.add(textOf(app.plan));
  app.notice(words(copied ? "copied" : "copy_this"));
  if (!copied) {
    input.focus();
    input.select();
  }
}

/** @param {App} app */
function saveFile(app) {
  const name = `${idOf(app.plan.title, app.words.plain()("untitled"))}.plan.json`;
  save(`${JSON.stringify(written(app.plan), null, 1)}\n`, name, "application/json");
  app.elsewhere.add(textOf(app.plan));
  app.notice(app.words("saved", { file: name }));
}

/** @param {App} app @param {HTMLInputElement} input */
async function openFile(app, input) {
  const [file] = input.files ?? [];
  input.value = ""; // so that the same file can be chosen again
  if (!file) return;
  take(app, await load(file).catch(() => null), "from_file", "bad_file");
}

/** @param {App} app */
function exportYaml(app) {
  const { plan, data, words } = app;
  const said = words.plain();
  if (!blocksOf(plan).length) return app.notice(words("export_empty"));
  const late = plan.days.find((day) => sum(day, data).midnight);
  if (late) return app.notice(words("export_midnight", { day: dayName(plan, late, said) }));
  const sums = plan.days.filter((day) => day.blocks.length).map((day) => sum(day, data));
  const open = sums.some((found) => found.over || found.reversed);
  const name = `${idOf(plan.title, said("untitled"))}.yaml`;
  save(yaml(plan, data, said), name, "application/yaml");
  app.notice(words(open ? "exported_open" : "exported", { file: name }));
}

/** @param {App} app */
function open(app) {
  const input = one(app.root, "[data-jb-file]", HTMLInputElement);
  input.onchange = () => openFile(app, input);
  input.click();
}

/** By their data-do. @type {[string, Does][]} */
export const actions = [
  ["print", () => window.print()],
  ["share", share],
  ["save", saveFile],
  ["open", open],
  ["export", exportYaml],
  ["undo", (app) => app.undo()],
  ["workshop", (app, node) => takeWorkshop(app, datum(node, "id"))],
];
