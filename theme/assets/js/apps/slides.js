/* A slide of a drawing, made by the reader's own browser of the drawing's file: stages, lanes, the form of the sheet, and
   what stands behind it. Nothing is fetched before the panel is opened. */
import { all, datum, one } from "../dom.js";
import { textsOf } from "../texts.js";
import { MAKERS, measured, save } from "./download.js";
import { Drawings, isReadable } from "./slides/cut.js";

/** @import { Texts } from "../texts.js" */
/** @typedef {import("./slides/cut.js").Choice} Choice */
/** @typedef {Texts<SlideTexts>} Words */

/** Makes the panel work. @param {HTMLElement} root */
export function mount(root) {
  root.hidden = false;
  const fillOnce = () => fill(root).catch(() => withdraw(root));
  if (root.hasAttribute("open")) fillOnce();
  else root.addEventListener("toggle", fillOnce, { once: true });
}

/** Takes the panel away where the file cannot be had: the links beside it lead to it. @param {HTMLElement} root */
function withdraw(root) {
  root.hidden = true;
}

/** @param {HTMLElement} root */
async function fill(root) {
  const words = /** @type {Words} */ (textsOf(root));
  const address = new URL(datum(root, "jbSvg"), location.href).href;
  const name = address.slice(address.lastIndexOf("/") + 1).replace(/\.svg$/, "");
  const { jbWide } = root.dataset;
  const addresses = [address, ...(jbWide ? [new URL(jbWide, location.href).href] : [])];
  const drawings = new Drawings(await Promise.all(addresses.map(read)));
  const { stages, lanes } = drawings.parts;
  boxes(
    root,
    "stages",
    stages.map(([number, title]) => `${number} ${title}`),
  );
  boxes(
    root,
    "lanes",
    lanes.map(([lane]) => lane),
  );
  const told = one(root, "[data-jb-told]");
  const tell = () => {
    const said = problem(drawings, chosen(root), words);
    told.textContent = said;
    for (const button of all(root, "button", HTMLButtonElement)) button.disabled = Boolean(said);
  };
  root.addEventListener("change", tell);
  for (const button of all(root, "button", HTMLButtonElement)) {
    button.addEventListener("click", () =>
      make(drawings.slide(chosen(root)), datum(button, "jbForm"), `${name}-slide`),
    );
  }
  begin(drawings, root);
  tell();
  one(root, "form").hidden = false;
}

/**
 * Ticks as much as can be read on the first form of sheet, from the first stage and the first lane on: all of it where
 * that fits, else a few stages with as many lanes as those leave room for; where nothing fits, all stays ticked.
 * @param {Drawings} drawings
 * @param {HTMLElement} root
 */
function begin(drawings, root) {
  const whole = chosen(root);
  const fits = drawings.fitting(whole);
  for (const kind of /** @type {const} */ (["stages", "lanes"])) {
    for (const box of all(root, `[data-jb-choose="${kind}"] input`, HTMLInputElement)) {
      box.checked = fits[kind].has(Number(box.value));
    }
  }
}

/** @param {string} address */
async function read(address) {
  const answer = await fetch(address);
  if (!answer.ok) throw new Error(`${address}: ${answer.status}`);
  return answer.text();
}

/**
 * Shows a box to tick for each part; of a single one there is nothing to choose.
 * @param {HTMLElement} root
 * @param {string} kind
 * @param {string[]} names
 */
function boxes(root, kind, names) {
  const set = one(root, `[data-jb-choose="${kind}"]`);
  set.hidden = names.length < 2;
  for (const [place, name] of names.entries()) {
    const label = document.createElement("label");
    const box = Object.assign(document.createElement("input"), { type: "checkbox", checked: true, value: place });
    const text = Object.assign(document.createElement("span"), { textContent: name, dir: "auto" });
    label.append(box, text);
    set.append(label);
  }
}

/** What is chosen. @param {HTMLElement} root @returns {Choice} */
function chosen(root) {
  const places = (/** @type {string} */ kind) =>
    new Set(
      all(root, `[data-jb-choose="${kind}"] input`, HTMLInputElement)
        .filter((box) => box.checked)
        .map((box) => Number(box.value)),
    );
  const { value } = one(root, "select[name=sheet]", HTMLSelectElement);
  const [width, height, points, turns] = value.split(" ").map(Number);
  const sheets = [{ width, height, points }, ...(turns ? [{ width: height, height: width, points }] : [])];
  const background = one(root, "select[name=background]", HTMLSelectElement).value;
  return { stages: places("stages"), lanes: places("lanes"), sheets, background };
}

/**
 * Why nothing can be made of a choice; empty where it can.
 * @param {Drawings} drawings
 * @param {Choice} choice
 * @param {Words} words
 */
function problem(drawings, choice, words) {
  const { stages, lanes } = drawings.parts;
  if ((stages.length && !choice.stages.size) || (lanes.length && !choice.lanes.size)) return words("nothing");
  const fit = drawings.fit(choice);
  if (isReadable(fit)) return "";
  const values = { points: fit.sheet.points };
  const most = stages.length ? drawings.mostStages(choice) : 0;
  if (most) return words("stages_fit", { ...values, count: most });
  return lanes.length > 1 ? words("fewer_lanes", values) : words("other_sheet", values);
}

/** @param {string} svg @param {string} form @param {string} name */
async function make(svg, form, name) {
  if (form === "svg") save(new Blob([svg], { type: "image/svg+xml" }), `${name}.svg`);
  else await MAKERS.get(form)?.(measured(svg), name);
}
