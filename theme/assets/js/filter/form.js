/* The form: what it offers, what it asks, and the other way round. */
import { bounds } from "./find.js";

/** A field's number as text, whole and no less than it allows; nothing where it is none. */
export function whole(field) {
  const number = Math.round(field.valueAsNumber);
  return Number.isSafeInteger(number) && number >= Number(field.min) ? String(number) : "";
}

/** The kinds that a form offers, in its order. */
export function kindsOf(form) {
  return [...form.querySelectorAll("[data-jb-kind]")].map((box) => {
    const inputs = [...box.querySelectorAll("input[type=checkbox], input[type=radio]")];
    return {
      name: box.dataset.jbKind,
      box,
      how: "jbRange" in box.dataset ? "range" : inputs.length ? "ticks" : "words",
      inputs,
      values: inputs.map((input) => input.value),
      choices: new Map(inputs.map((input) => [input.value, input.dataset.jbChoice])),
      labels: new Map(inputs.map((input) => [input.value, input.dataset.jbLabel])),
      outputs: inputs.map((input) => input.closest("label").querySelector("[data-jb-count]")),
      search: box.querySelector("input[type=search]"),
      from: box.querySelector("[data-jb-from]"),
      to: box.querySelector("[data-jb-to]"),
      both: box.querySelector("[data-jb-both]"),
    };
  });
}

function spanOf(kind) {
  if (kind.both) return whole(kind.both);
  const from = whole(kind.from);
  const to = whole(kind.to);
  return from || to ? `${from}-${to}` : "";
}

function valuesOf(kind) {
  if (kind.how === "words") return [kind.search.value.trim()];
  if (kind.how === "range") return [spanOf(kind)];
  return kind.inputs.filter((input) => input.checked).map((input) => input.value);
}

/** What the form asks. */
export function ask(kinds) {
  return new Map(kinds.map((kind) => [kind.name, valuesOf(kind).filter(Boolean)]).filter(([, values]) => values.length));
}

/** Fields and usual values of a range say the same, whichever was changed. */
export function agree(kind, changed) {
  if (kind.how !== "range") return;
  if (changed.type === "radio") fillSpan(kind, changed.value);
  else tickUsual(kind);
}

function tickUsual(kind) {
  const text = spanOf(kind);
  kind.inputs.forEach((input) => { input.checked = input.value === text; });
}

function fillSpan(kind, text) {
  const [from, to] = bounds(text) || [0, Infinity];
  if (kind.both) kind.both.value = text;
  else {
    kind.from.value = from || "";
    kind.to.value = to === Infinity ? "" : to;
  }
}

/** Only what the form can ask: an address may come from an older handbook. */
function known(kind, values) {
  if (kind.how === "words") return values.slice(0, 1);
  if (kind.how === "range") return values.filter((value) => bounds(value) && (!kind.both || Number(value) >= Number(kind.both.min))).slice(0, 1);
  return values.filter((value) => kind.choices.has(value));
}

/** Lets the form ask this, and opens what is asked. */
export function fill(kinds, asked) {
  for (const kind of kinds) {
    const values = known(kind, asked.get(kind.name) || []);
    if (kind.how === "words") kind.search.value = values[0] || "";
    else if (kind.how === "range") {
      fillSpan(kind, values[0] || "");
      tickUsual(kind);
    } else kind.inputs.forEach((input) => { input.checked = values.includes(input.value); });
    if (values.length && kind.box.localName === "details") kind.box.open = true;
    kind.inputs.filter((input) => input.checked && input.value)
      .forEach((input) => { const fold = input.closest("details"); if (fold) fold.open = true; });
  }
}
