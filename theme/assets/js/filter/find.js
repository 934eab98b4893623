/* What fits: the facts of all items are read once, then every question is one of sets. Kinds are joined by “and”, the
   choices of one kind by “or”. What is asked is a Map of a kind's name to its values, as they are in the address. */
import { add, all, both, join, keep, none } from "./sets.js";
import { wordIndex } from "./words.js";

/** @import { Bits } from "./sets.js" */

/** What is asked of each kind. @typedef {Map<string, string[]>} Asked */
/** The least and the most. @typedef {[number, number]} Range */
/**
 * A kind of facts: its name, how it is asked, the places of its choices, and what fits those that are usual.
 * @typedef {{ name: string, how: "words" | "range" | "ticks", choices: Map<string, string>, values: string[], fits?:
 *   Map<string, Bits> }} Kind
 */
/** @typedef {ReturnType<typeof makeIndex>} Index */
/** @typedef {ReturnType<typeof find>} Found */
/** Kinds to leave out, and how many items are found then. @typedef {{ names: string[], number: number }} Way */

const NUMBER = String.raw`\d{1,5}|\d{1,4}(?:\.\d{1,2})?d`;
const RANGE = new RegExp(`^(${NUMBER})?(?:(-)(${NUMBER})?)?$`);
const DAYS = 100_000; // what no number of minutes or people reaches: days stand behind them, and are none of them

/** A number, or one of days with a d behind it. @param {string} text */
const placed = (text) => (text.endsWith("d") ? DAYS + Number(text.slice(0, -1)) : Number(text));

/**
 * The least and the most of `45-60`, `-60`, `45-` or `45`, also of days such as `2d-3d`; null where there is neither.
 * @param {string} text
 * @returns {Range | null}
 */
export function bounds(text) {
  const [, low, dash, high] = RANGE.exec(text) || [];
  if (!low && !high) return null;
  const from = placed(low || "0");
  const to = high ? placed(high) : dash ? Infinity : from;
  return from <= to ? [from, to] : [to, from];
}

/** Everything about the items that filters need; `kinds` have a name, how they are asked, and their choices.
    @param {HTMLElement[]} items @param {Kind[]} kinds @param {{ words: string, items: string }} words */
export function makeIndex(items, kinds, words) {
  const size = items.length;
  /** @type {Map<string, Bits>} */
  const places = new Map();
  /** @type {Map<string, (Range | null)[]>} */
  const ranges = new Map(kinds.filter((kind) => kind.how === "range").map((kind) => [kind.name, []]));
  items.forEach((item, number) => {
    for (const place of (item.dataset.jbIn || "").split(" ")) {
      if (!place) continue;
      const set = places.get(place) ?? none(size);
      places.set(place, set);
      add(set, number);
    }
    for (const [name, list] of ranges) list.push(bounds(item.getAttribute(`data-jb-${name}`) || ""));
  });
  return { size, kinds, places, ranges, words: wordIndex(words, size), everything: all(size), nothing: none(size) };
}

/**
 * The items whose own range touches the one that is asked for.
 * @param {Index} index
 * @param {string} name
 * @param {string} text
 */
function touching(index, name, text) {
  const set = none(index.size);
  const [from, to] = bounds(text) ?? [Infinity, -Infinity];
  index.ranges.get(name)?.forEach((own, item) => {
    if (own && own[0] <= to && own[1] >= from) add(set, item);
  });
  return set;
}

/**
 * The items that fit one choice of a kind.
 * @param {Index} index
 * @param {Kind} kind
 * @param {string} value
 * @returns {Bits}
 */
export function fitting(index, kind, value) {
  if (kind.how === "words") return index.words.find(value);
  if (kind.how === "range") return value ? touching(index, kind.name, value) : index.everything;
  return index.places.get(kind.choices.get(value) ?? "") || index.nothing;
}

/** @param {Index} index @param {Kind} kind @param {string[]} values */
const fittingAny = (index, kind, values) =>
  values.map((value) => fitting(index, kind, value)).reduce(join, none(index.size));

/**
 * What fits all that is asked; `without(names)` is what would fit if those kinds were not asked.
 * @param {Index} index
 * @param {Asked} asked
 */
export function find(index, asked) {
  const active = index.kinds
    .filter((kind) => asked.has(kind.name))
    .map((kind) => /** @type {const} */ ([kind.name, fittingAny(index, kind, asked.get(kind.name) ?? [])]));
  const without = (/** @type {string[]} */ ...names) =>
    active
      .filter(([name]) => !names.includes(name))
      .reduce((set, [, fits]) => keep(set, fits), /** @type {Bits} */ (index.everything.slice()));
  const shown = without();
  return { shown, number: both(shown, shown), without, active: active.map(([name]) => name) };
}

/**
 * How many items there would be with a choice, given what else is asked.
 * @param {Index} index
 * @param {Found} found
 * @returns {[string, Map<string, number>][]}
 */
export function counts(index, found) {
  return index.kinds
    .filter((kind) => kind.how !== "words")
    .map((kind) => {
      const others = found.active.includes(kind.name) ? found.without(kind.name) : found.shown;
      return [kind.name, new Map(kind.values.map((value) => [value, both(others, usual(index, kind, value))]))];
    });
}

/**
 * What fits a choice that the form offers, remembered: neither changes.
 * @param {Index} index
 * @param {Kind} kind
 * @param {string} value
 */
function usual(index, kind, value) {
  kind.fits ||= new Map();
  const set = kind.fits.get(value) ?? fitting(index, kind, value);
  kind.fits.set(value, set);
  return set;
}

/**
 * Which kinds to leave out so that something is found: one, or where no one does, two; each with its number.
 * @param {Found} found
 * @returns {Way[]}
 */
export function relaxing(found) {
  const tried = (/** @type {string[][]} */ sets) =>
    sets
      .map((names) => {
        const set = found.without(...names);
        return { names, number: both(set, set) };
      })
      .filter(({ number }) => number);
  const ones = tried(found.active.map((name) => [name]));
  if (ones.length) return ones;
  return tried(found.active.flatMap((name, place) => found.active.slice(place + 1).map((other) => [name, other])));
}
