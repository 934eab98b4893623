/* The catalogue of activities: filtered, and sorted by number (chapter by chapter), by time or by title. */
import { bounds } from "../filter/find.js";
import { brought, start } from "./filter.js";

/** The places of the items in an order; equal ones stay in the order of their numbers. */
function placesBy(order, items) {
  const places = items.map((_, place) => place);
  if (order === "time") {
    const times = items.map((item) => bounds(item.dataset.jbTime || "") || [Infinity, Infinity]);
    const more = (a, b) => (a === b ? 0 : a - b); // two without a time are equal: Infinity - Infinity is no number
    return places.sort((a, b) => more(times[a][0], times[b][0]) || more(times[a][1], times[b][1]) || a - b);
  }
  const titles = items.map((item) => item.querySelector(".jb-card-title").textContent);
  const collator = new Intl.Collator(document.documentElement.lang || undefined, { numeric: true });
  return places.sort((a, b) => collator.compare(titles[a], titles[b]) || a - b);
}

/** The one list that an order other than by number needs, with a heading where the parts have one. */
function makeList(root) {
  const section = document.createElement("section");
  const list = document.createElement("ul");
  list.className = "jb-cards";
  const heading = root.querySelector("[data-jb-part] > h2")?.cloneNode(false);
  heading?.removeAttribute("id");
  section.append(...(heading ? [heading] : []), list);
  section.hidden = true;
  root.querySelector("[data-jb-part]").before(section);
  return { section, list, heading };
}

/** Makes the filter and the order work. */
export function mount(root) {
  const texts = brought(root, "words");
  const { section, list, heading } = makeList(root);
  const homes = [...root.querySelectorAll("[data-jb-part]")].map((part) => [part.querySelector("ul"), [...part.querySelectorAll("[data-jb-in]")]]);
  const known = new Map();
  let now = "";

  function arrange(order, items) {
    if (order !== now) {
      if (order && !known.has(order)) known.set(order, placesBy(order, items));
      if (order) list.append(...known.get(order).map((place) => items[place]));
      else homes.forEach(([home, own]) => home.append(...own));
      if (heading && order) heading.textContent = texts[`by-${order}`];
      section.hidden = !order;
      now = order;
    }
    return order ? known.get(order) : null;
  }

  return start(root, arrange);
}
