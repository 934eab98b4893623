/* The catalogue of activities: filtered, and sorted by number (chapter by chapter), by time or by title. */
import { all, one } from "../dom.js";
import { bounds } from "../filter/find.js";
import { textsOf } from "../texts.js";
import { start } from "./filter.js";

/** @import { Texts } from "../texts.js" */

/** By what the items are sorted where it is not by number. @typedef {"time" | "title"} Order */

/**
 * The places of the items in an order; equal ones stay in the order of their numbers.
 * @param {Order} order
 * @param {HTMLElement[]} items
 */
function placesBy(order, items) {
  const places = items.map((_, place) => place);
  if (order === "time") {
    const times = items.map((item) => bounds(item.dataset.jbTime || "") || [Infinity, Infinity]);
    // Two without a time are equal: Infinity - Infinity is no number.
    const more = (/** @type {number} */ a, /** @type {number} */ b) => (a === b ? 0 : a - b);
    return places.sort((a, b) => more(times[a][0], times[b][0]) || more(times[a][1], times[b][1]) || a - b);
  }
  const titles = items.map((item) => (one(item, ".jb-card-title").textContent ?? "").replaceAll("\u00ad", ""));
  const collator = new Intl.Collator(document.documentElement.lang || undefined, { numeric: true });
  return places.sort((a, b) => collator.compare(titles[a], titles[b]) || a - b);
}

/**
 * The one list that an order other than by number needs, with a heading where the parts have one.
 * @param {HTMLElement} root
 */
function makeList(root) {
  const section = document.createElement("section");
  const list = document.createElement("ul");
  list.className = "jb-cards";
  const [heading] = all(root, "[data-jb-part] > h2").map((one) => /** @type {HTMLElement} */ (one.cloneNode(false)));
  heading?.removeAttribute("id");
  section.append(...(heading ? [heading] : []), list);
  section.hidden = true;
  one(root, "[data-jb-part]").before(section);
  return { section, list, heading };
}

/** The lists that the items stand in by number, each with its own. @param {HTMLElement} root @returns {[HTMLElement, HTMLElement[]][]} */
function homesOf(root) {
  const lists = all(root, "[data-jb-part] ul").map((home) => /** @type {const} */ ([home, all(home, "[data-jb-in]")]));
  return lists.filter(([, own]) => own.length).map(([home, own]) => [home, own]);
}

/** Makes the filter and the order work. @param {HTMLElement} root */
export function mount(root) {
  /** @type {Texts<CatalogueTexts>} */
  const texts = textsOf(root);
  const { section, list, heading } = makeList(root);
  /** @type {[HTMLElement, HTMLElement[]][]} */
  let homes = [];
  /** @type {Map<Order, number[]>} */
  const known = new Map();
  let now = "";

  /** @param {Order} order @param {HTMLElement[]} items */
  function placesIn(order, items) {
    const places = known.get(order) ?? placesBy(order, items);
    known.set(order, places);
    return places;
  }

  /** @param {string} wanted @param {HTMLElement[]} items */
  function arrange(wanted, items) {
    const order = wanted === "time" || wanted === "title" ? wanted : null;
    const places = order && placesIn(order, items);
    if (wanted === now) return places;
    now = wanted;
    if (!homes.length) homes = homesOf(root); // a long part has two by now
    if (places) list.append(...places.map((place) => items[place]));
    else for (const [home, own] of homes) home.append(...own);
    if (heading && order) heading.textContent = texts(`by-${order}`);
    section.hidden = !order;
    return places;
  }

  return start(root, texts, arrange);
}
