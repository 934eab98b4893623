/* A long list that readers filter: shared by the catalogue and the question bank. All facts of the items are read once
   from the page; a change then works on sets of bits and touches only the items that come or go. What is typed waits for a
   rest, so that nothing stands in the way of typing. The whole filter is in the address. */
import { all as allOf, around, datum, hit, one } from "../dom.js";
import { read, write } from "../filter/address.js";
import { makeBar, number } from "../filter/bar.js";
import { makeDrawing } from "../filter/draw.js";
import { counts, find, makeIndex, relaxing } from "../filter/find.js";
import { foldParts } from "../filter/folds.js";
import { agree, ask, fill, kindsOf, whole } from "../filter/form.js";
import { add, both, none } from "../filter/sets.js";

/** @import { Texts } from "../texts.js" */
/** @import { Asked } from "../filter/find.js" */
/** @import { Choices } from "../filter/form.js" */
/** @import { Bits } from "../filter/sets.js" */

/** Puts the items in an order; gives their places in it where the parts are not to be seen, else null.
    @typedef {(order: string, items: HTMLElement[]) => number[] | null} Arrange */

const TYPING = 120; // milliseconds of rest before words and numbers are looked for

/**
 * The parts of the page that hold items, each with the set of those.
 * @param {HTMLElement} root
 * @param {HTMLElement[]} items
 * @returns {[HTMLElement, Bits][]}
 */
function partsOf(root, items) {
  const places = new Map(items.map((item, place) => [item, place]));
  return allOf(root, "[data-jb-part]").map((part) => {
    const set = none(items.length);
    for (const item of allOf(part, "[data-jb-in]")) add(set, places.get(item) ?? 0);
    return [part, set];
  });
}

/** @param {Choices[]} kinds @param {[string, Map<string, number>][]} found */
function showCounts(kinds, found) {
  for (const [name, numbers] of found) {
    const kind = kinds.find((one) => one.name === name);
    for (const [place, output] of kind?.outputs.entries() ?? []) {
      const found = numbers.get(kind?.inputs[place].value ?? "") ?? 0;
      const text = number(found);
      if (output.textContent === text) continue;
      output.textContent = text;
      around(output, "label").classList.toggle("jb-tick--none", !found);
    }
  }
}

/**
 * On a phone the form opens by a button, and another one leads back to what was found.
 * @param {HTMLElement} root
 * @param {HTMLFormElement} form
 */
function openAndClose(root, form) {
  const open = one(root, "[data-jb-open]");
  const set = (/** @type {boolean} */ on) => {
    open.ariaExpanded = String(on);
    form.classList.toggle("jb-filter--open", on);
  };
  open.addEventListener("click", () => set(open.ariaExpanded !== "true"));
  one(root, "[data-jb-done]").addEventListener("click", () => {
    set(false);
    const status = one(root, "[data-jb-status]");
    status.focus({ preventScroll: true });
    root.scrollIntoView({ block: "start" });
  });
  form.hidden = open.hidden = false;
}

/**
 * Makes the filter of `root` work; `arrange(order, items)` puts the items in an order, and gives their places in it
 * where the parts are not to be seen. What comes back asks at once, as in `ask(new Map([["time", ["-60"]]]))`, and
 * `finish` does what otherwise waits for a frame.
 * @param {HTMLElement} root
 * @param {Texts<FilterTexts>} texts
 * @param {Arrange} arrange
 */
export function start(root, texts, arrange = () => null) {
  const form = one(root, "form", HTMLFormElement);
  const items = allOf(root, "[data-jb-in]");
  const kinds = kindsOf(form);
  const index = makeIndex(items, kinds, JSON.parse(datum(root, "jbIndex")));
  const parts = partsOf(root, items);
  const order = allOf(root, "select[name=sort]", HTMLSelectElement).at(0);
  const names = [...kinds.map((kind) => kind.name), ...(order ? ["sort"] : [])];
  const page = location.pathname;
  const { draw, finish } = makeDrawing(root, items);
  const fold = foldParts(root, parts, items.length, texts("more"));
  const places = items.map((_, place) => place);
  let waiting = 0;
  let frame = 0;

  /** @param {string[] | null} taken @param {string} [value] */
  function change(taken, value) {
    const asked = ask(kinds);
    if (!taken) asked.clear();
    for (const name of taken || []) {
      if (value === undefined) asked.delete(name);
      else
        asked.set(
          name,
          (asked.get(name) ?? []).filter((one) => one !== value),
        );
    }
    fill(kinds, asked);
    work();
  }

  const say = makeBar(root, kinds, texts, items.length, change);

  function work() {
    stop();
    const asked = ask(kinds);
    const found = find(index, asked);
    const arranged = arrange(order?.value || "", items);
    draw(found.shown, arranged || places);
    for (const [part, set] of parts) {
      const empty = Boolean(arranged) || !both(set, found.shown);
      if (part.hidden !== empty) part.hidden = empty;
    }
    fold(found.shown, asked.size > 0, Boolean(arranged));
    showCounts(kinds, counts(index, found));
    say(
      asked,
      found.number,
      found.number ? [] : relaxing(found),
      index.words.said((asked.get("words") ?? []).join(" ")),
    );
    frame = requestAnimationFrame(() => {
      waiting = setTimeout(() => settle(asked), 0);
    });
  }

  /**
   * What can wait until the frame is painted; to write an address makes the browser lay out the whole page.
   * @param {Asked} asked
   */
  function settle(asked) {
    finish();
    remember(asked);
  }

  /** @param {Asked} asked */
  function remember(asked) {
    if (location.pathname !== page) return; // the reader has gone on
    if (order?.value) asked.set("sort", [order.value]);
    const query = write(location.search, names, asked);
    if (query === location.search) return;
    try {
      history.replaceState(history.state, "", `${page}${query}${location.hash}`);
    } catch {
      /* some browsers allow only so many in a minute: the next change is written */
    }
  }

  function recall() {
    const asked = read(location.search, names);
    fill(kinds, asked);
    const [sort = ""] = asked.get("sort") ?? [];
    if (order) order.value = [...order.options].some((one) => one.value === sort) ? sort : "";
    work();
  }

  /** What is under way is of no use once something else is asked. */
  function stop() {
    clearTimeout(waiting);
    cancelAnimationFrame(frame);
  }

  function soon() {
    stop();
    waiting = setTimeout(() => {
      frame = requestAnimationFrame(work);
    }, TYPING);
  }

  /** @param {Event} event */
  function onInput({ target }) {
    if (!(target instanceof HTMLInputElement || target instanceof HTMLSelectElement)) return;
    const kind = kinds.find((one) => one.box.contains(target));
    if (kind && target instanceof HTMLInputElement) agree(kind, target);
    if (/^(checkbox|radio|select-one)$/.test(target.type)) work();
    else soon();
  }

  form.addEventListener("input", onInput);
  form.addEventListener("change", (event) => {
    const field = hit(event, "input[type=number]");
    if (field instanceof HTMLInputElement) field.value = whole(field); // what is asked, and nothing else, stands there
  });
  order?.addEventListener("input", onInput);
  form.addEventListener("submit", (event) => {
    event.preventDefault();
    work();
  });
  addEventListener("popstate", function back() {
    if (!root.isConnected) removeEventListener("popstate", back);
    else if (location.pathname === page) recall();
  });
  root.classList.add("jb-finder--on");
  openAndClose(root, form);
  recall();
  return {
    ask: (/** @type {Asked} */ asked) => {
      fill(kinds, asked);
      work();
    },
    finish,
  };
}
