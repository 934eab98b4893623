/* What is said about the result: the count, a button for each thing that is asked, and what to relax. */
import { all, one } from "../dom.js";
import "../search/said.js";
import { bounds } from "./find.js";

/** @import { Texts } from "../texts.js" */
/** @import { Asked, Way } from "./find.js" */
/** @import { Choices } from "./form.js" */

const figures = new Intl.NumberFormat(document.documentElement.lang || undefined);

/** A number as the page's language writes it. @param {number} value */
export const number = (value) => figures.format(value);

/** @param {string} text @param {() => void} work @param {{ label?: string, icon?: string }} [looks] */
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

/** @param {HTMLElement[]} buttons */
function listed(buttons) {
  return buttons.map((made) => {
    const item = document.createElement("li");
    item.append(made);
    return item;
  });
}

/** What a value is called. @param {Choices} kind @param {string} value @param {Texts<FilterTexts>} texts */
function nameOf(kind, value, texts) {
  if (kind.how === "words") return texts("words", { words: value });
  if (kind.how === "ticks" || kind.labels.has(value)) return kind.labels.get(value) ?? value;
  if (kind.both) return texts("people", { number: value });
  const [from, to] = bounds(value) ?? [0, Infinity];
  return texts(to === Infinity ? "from" : from ? "both" : "to", { from, to });
}

/** The bar above a list. `change(name, value)` takes a value out, or without one the whole kind; null takes out all.
    @param {HTMLElement} root @param {Choices[]} kinds @param {Texts<FilterTexts>} texts @param {number} total
    @param {(names: string[] | null, value?: string) => void} change */
export function makeBar(root, kinds, texts, total, change) {
  const [bar, status, meant, chips, reset, nothing] = ["bar", "status", "meant", "chips", "reset", "none"].map((name) =>
    one(root, `[data-jb-${name}]`),
  );
  const done = all(root, "[data-jb-done]").at(0);
  const said = (/** @type {HTMLElement} */ element, /** @type {string} */ text) => {
    if (element.textContent !== text) element.textContent = text;
  };

  /** What is asked of a kind, in words. @param {string} name @param {Asked} asked */
  function named(name, asked) {
    const kind = kinds.find((one) => one.name === name);
    return kind ? (asked.get(name) ?? []).map((value) => nameOf(kind, value, texts)).join(", ") : name;
  }

  /** @param {Asked} asked */
  function showChips(asked) {
    const before = /** @type {(Element | null)[]} */ (all(chips, "button")).indexOf(document.activeElement);
    const found = kinds.flatMap((kind) =>
      (asked.get(kind.name) || []).map((value) => {
        const name = nameOf(kind, value, texts);
        return button(name, () => change([kind.name], value), {
          label: texts("remove", { filter: name }),
          icon: "close",
        });
      }),
    );
    chips.replaceChildren(...listed(found));
    chips.hidden = reset.hidden = !found.length;
    if (before >= 0) (found[Math.min(before, found.length - 1)] || status).focus();
  }

  /** @param {Way[]} ways @param {Asked} asked */
  function showNothing(ways, asked) {
    const text = (/** @type {Way} */ way) => {
      const [first, second] = way.names.map((name) => named(name, asked));
      return texts("without", {
        filters: way.names.length > 1 ? texts("and", { first, second }) : first,
        found: number(way.number),
      });
    };
    const said = document.createElement("p");
    said.textContent = texts(!ways.length ? "none" : ways[0].names.length > 1 ? "two" : "one");
    const list = document.createElement("ul");
    list.className = "jb-chips";
    const act = (/** @type {Way} */ way) => {
      change(way.names);
      status.focus();
    };
    list.append(...listed(ways.map((way) => button(text(way), () => act(way)))));
    nothing.replaceChildren(said, ...(ways.length ? [list] : []));
  }

  reset.addEventListener("click", () => {
    change(null);
    status.focus();
  });
  bar.hidden = false;

  /** Says the result: how many, what is asked, which words were put beside those that were typed or in their place, and
      where there is none, the `ways` to some. */
  return (
    /** @type {Asked} */ asked,
    /** @type {number} */ found,
    /** @type {Way[]} */ ways,
    /** @type {SaidWords} */ changed,
  ) => {
    said(status, found === total ? texts("all") : texts("some", { found: number(found) }));
    said(
      meant,
      globalThis.jbSaid(changed, (key, { word = "", words = "" }) =>
        key === "instead" ? texts(key, { word, words }) : texts("also", { words }),
      ),
    );

    if (done) said(done, texts("done", { found: number(found) }));
    showChips(asked);
    nothing.hidden = found > 0;
    if (!found) showNothing(ways, asked);
  };
}
