/* The form: what it offers, what it asks, and the other way round. */
import { all, around, datum, one } from "../dom.js";
import { asking } from "./address.js";
import { bounds } from "./find.js";

/** @import { Asked, Kind } from "./find.js" */

/** A kind with the fields that ask it: words have a search, a range one number or two.
    @typedef {{ box: HTMLElement, inputs: HTMLInputElement[], labels: Map<string, string>, outputs: HTMLElement[],
    search: HTMLInputElement | undefined, from: HTMLInputElement | undefined, to: HTMLInputElement | undefined,
    both: HTMLInputElement | undefined } & Kind} Choices */

/**
 * A field's number as text, whole and no less than it allows; nothing where it is none.
 * @param {HTMLInputElement | undefined} field
 */
export function whole(field) {
  if (!field) return "";
  const number = Math.round(field.valueAsNumber);
  return Number.isSafeInteger(number) && number >= Number(field.min) ? String(number) : "";
}

/** The kinds that a form offers, in its order. @param {HTMLFormElement} form @returns {Choices[]} */
export function kindsOf(form) {
  return all(form, "[data-jb-kind]").map((box) => {
    const inputs = all(box, "input[type=checkbox], input[type=radio]", HTMLInputElement);
    const field = (/** @type {string} */ selector) => all(box, selector, HTMLInputElement).at(0);
    return {
      name: datum(box, "jbKind"),
      box,
      how: "jbRange" in box.dataset ? "range" : inputs.length ? "ticks" : "words",
      inputs,
      values: inputs.map((input) => input.value),
      choices: new Map(inputs.map((input) => [input.value, input.dataset.jbChoice ?? ""])),
      labels: new Map(inputs.map((input) => [input.value, input.dataset.jbLabel ?? ""])),
      outputs: inputs.map((input) => one(around(input, "label"), "[data-jb-count]")),
      search: field("input[type=search]"),
      from: field("[data-jb-from]"),
      to: field("[data-jb-to]"),
      both: field("[data-jb-both]"),
    };
  });
}

/** What the fields of a range ask; where they are empty, what is ticked, for fields know no days. @param {Choices} kind */
function spanOf(kind) {
  const ticked = kind.inputs.find((input) => input.checked)?.value ?? "";
  return fieldsOf(kind) || (inDays(ticked) ? ticked : "");
}

const inDays = (/** @type {string} */ text) => text.includes("d");

/** @param {Choices} kind */
function fieldsOf(kind) {
  if (kind.both) return whole(kind.both);
  const from = whole(kind.from);
  const to = whole(kind.to);
  return from || to ? `${from}-${to}` : "";
}

/** @param {Choices} kind */
function valuesOf(kind) {
  if (kind.how === "words") return [kind.search?.value.trim() ?? ""];
  if (kind.how === "range") return [spanOf(kind)];
  return kind.inputs.filter((input) => input.checked).map((input) => input.value);
}

/** What the form asks. @param {Choices[]} kinds @returns {Asked} */
export const ask = (kinds) => asking(kinds.map((kind) => [kind.name, valuesOf(kind)]));

/**
 * Fields and usual values of a range say the same, whichever was changed.
 * @param {Choices} kind
 * @param {HTMLInputElement} changed
 */
export function agree(kind, changed) {
  if (kind.how !== "range") return;
  if (changed.type === "radio") fillSpan(kind, changed.value);
  else tickUsual(kind, fieldsOf(kind));
}

/** @param {Choices} kind @param {string} text */
function tickUsual(kind, text) {
  for (const input of kind.inputs) input.checked = input.value === text;
}

/** @param {Choices} kind @param {string} text */
function fillSpan(kind, text) {
  const [from, to] = (!inDays(text) && bounds(text)) || [0, Infinity];
  if (kind.both) kind.both.value = text;
  if (kind.from) kind.from.value = from ? String(from) : "";
  if (kind.to) kind.to.value = to === Infinity ? "" : String(to);
}

/**
 * Only what the form can ask: an address may come from an older handbook.
 * @param {Choices} kind
 * @param {string[]} values
 */
function known(kind, values) {
  if (kind.how === "words") return values.slice(0, 1);
  const least = Number(kind.both?.min ?? 0);
  if (kind.how === "range")
    return values
      .filter(
        (value) =>
          bounds(value) && (inDays(value) ? kind.values.includes(value) : !kind.both || Number(value) >= least),
      )
      .slice(0, 1);
  return values.filter((value) => kind.choices.has(value));
}

/** Lets the form ask this, and opens what is asked. @param {Choices[]} kinds @param {Asked} asked */
export function fill(kinds, asked) {
  for (const kind of kinds) {
    const values = known(kind, asked.get(kind.name) || []);
    if (kind.search) kind.search.value = values[0] || "";
    if (kind.how === "range") {
      fillSpan(kind, values[0] || "");
      tickUsual(kind, inDays(values[0] || "") ? values[0] : fieldsOf(kind));
    } else for (const input of kind.inputs) input.checked = values.includes(input.value);
    if (values.length && kind.box instanceof HTMLDetailsElement) kind.box.open = true;
    for (const input of kind.inputs.filter((input) => input.checked && input.value)) {
      const fold = input.closest("details");
      if (fold) fold.open = true;
    }
  }
}
