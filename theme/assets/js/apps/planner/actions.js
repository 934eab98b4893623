/* What one can do with the whole plan. */
import { sum } from "./clock.js";
import { copy, load, save } from "./files.js";
import { take, takeWorkshop } from "./incoming.js";
import { dayName } from "./names.js";
import { blocksOf, written } from "./plan.js";
import { textOf } from "./record.js";
import { packed } from "./share.js";
import { fill, plain } from "./words.js";
import { idOf, yaml } from "./yaml.js";

async function share(app) {
  const { root, words } = app;
  const address = new URL(location.pathname, location.href);
  address.hash = await packed(written(app.plan));
  const place = root.querySelector("[data-jb-link]"), input = place.querySelector("input");
  place.hidden = false;
  input.value = address.href;
  const copied = await copy(address.href);
  if (copied) app.elsewhere.add(textOf(app.plan));
  app.notice(copied ? words.copied : words.copy_this);
  if (!copied) {
    input.focus();
    input.select();
  }
}

function saveFile(app) {
  const name = `${idOf(app.plan.title, plain(app.words).untitled)}.plan.json`;
  save(`${JSON.stringify(written(app.plan), null, 1)}\n`, name, "application/json");
  app.elsewhere.add(textOf(app.plan));
  app.notice(fill(app.words.saved, { file: name }));
}

async function openFile(app, input) {
  const [file] = input.files;
  input.value = ""; // so that the same file can be chosen again
  if (!file) return;
  take(app, await load(file).catch(() => null), app.words.from_file, app.words.bad_file);
}

function exportYaml(app) {
  const { plan, data, words } = app, said = plain(words), nameOf = (day) => dayName(plan, day, said);
  if (!blocksOf(plan).length) return app.notice(words.export_empty);
  const sums = plan.days.map((day) => [day, sum(day, data)]);
  const late = sums.find(([, found]) => found.midnight);
  if (late) return app.notice(fill(words.export_midnight, { day: nameOf(late[0]) }));
  const open = sums.some(([day, found]) => day.blocks.length && (found.over || found.reversed));
  const name = `${idOf(plan.title, said.untitled)}.yaml`;
  save(yaml(plan, data, said, nameOf), name, "application/yaml");
  app.notice(fill(open ? words.exported_open : words.exported, { file: name }));
}

function open(app) {
  const input = app.root.querySelector("[data-jb-file]");
  input.onchange = () => openFile(app, input);
  input.click();
}

/** By their data-do. */
export const actions = [
  ["print", () => window.print()],
  ["share", share],
  ["save", saveFile],
  ["open", open],
  ["export", exportYaml],
  ["undo", (app) => app.undo()],
  ["workshop", (app, node) => takeWorkshop(app, node.dataset.id)],
];
