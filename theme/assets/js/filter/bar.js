/* What is said about the result: the count, a button for each thing that is asked, and what to relax. */
import "../search/said.js";
import { bounds } from "./find.js";

const figures = new Intl.NumberFormat(document.documentElement.lang || undefined);

/** A number as the page's language writes it. */
export const number = (value) => figures.format(value);

const filled = (text, values) => text.replace(/\{(\w+)\}/g, (whole, name) => (Object.hasOwn(values, name) ? values[name] : whole));

function button(text, work, { label, icon } = {}) {
  const made = document.createElement("button");
  made.type = "button";
  made.className = "jb-chip";
  made.append(text);
  if (label) made.ariaLabel = label;
  if (icon) {
    const picture = document.createElement("i");
    picture.className = `i i-${icon}`;
    picture.ariaHidden = "true";
    made.append(" ", picture);
  }
  made.addEventListener("click", work);
  return made;
}

function listed(buttons) {
  return buttons.map((made) => {
    const item = document.createElement("li");
    item.append(made);
    return item;
  });
}

/** What a value is called. */
function nameOf(kind, value, texts) {
  if (kind.how === "words") return filled(texts.words, { words: value });
  if (kind.how === "ticks" || kind.labels.has(value)) return kind.labels.get(value);
  if (kind.both) return filled(texts.people, { number: value });
  const [from, to] = bounds(value);
  return filled(to === Infinity ? texts.from : from ? texts.both : texts.to, { from, to });
}

/** The bar above a list. `change(name, value)` takes a value out, or without one the whole kind; null takes out all. */
export function makeBar(root, kinds, texts, total, change) {
  const part = (name) => root.querySelector(`[data-jb-${name}]`);
  const [bar, status, meant, chips, reset, nothing, done] = ["bar", "status", "meant", "chips", "reset", "none", "done"].map(part);
  const named = (name, asked) => asked.get(name).map((value) => nameOf(kinds.find((k) => k.name === name), value, texts)).join(", ");
  const said = (element, text) => { if (element.textContent !== text) element.textContent = text; };

  function showChips(asked) {
    const before = [...chips.querySelectorAll("button")].indexOf(document.activeElement);
    const found = kinds.flatMap((kind) => (asked.get(kind.name) || []).map((value) => {
      const name = nameOf(kind, value, texts);
      return button(name, () => change([kind.name], value), { label: filled(texts.remove, { filter: name }), icon: "close" });
    }));
    chips.replaceChildren(...listed(found));
    chips.hidden = reset.hidden = !found.length;
    if (before >= 0) (found[Math.min(before, found.length - 1)] || status).focus();
  }

  function showNothing(ways, asked) {
    const names = (way) => way.names.map((name) => named(name, asked));
    const text = (way) => filled(texts.without, {
      filters: way.names.length > 1 ? filled(texts.and, { first: names(way)[0], second: names(way)[1] }) : names(way)[0],
      found: number(way.number),
    });
    const said = document.createElement("p");
    said.textContent = !ways.length ? texts.none : ways[0].names.length > 1 ? texts.two : texts.one;
    const list = document.createElement("ul");
    list.className = "jb-chips";
    const act = (way) => { change(way.names); status.focus(); };
    list.append(...listed(ways.map((way) => button(text(way), () => act(way)))));
    nothing.replaceChildren(said, ...(ways.length ? [list] : []));
  }

  reset.addEventListener("click", () => { change(null); status.focus(); });
  bar.hidden = false;

  /** Says the result: how many, what is asked, which words were put beside those that were typed or in their place, and
      where there is none, the `ways` to some. */
  return (asked, found, ways, changed) => {
    said(status, found === total ? texts.all : filled(texts.some, { found: number(found) }));
    if (meant) said(meant, globalThis.jbSaid(changed, texts));
    if (done) said(done, filled(texts.done, { found: number(found) }));
    showChips(asked);
    nothing.hidden = found > 0;
    if (!found) showNothing(ways, asked);
  };
}
