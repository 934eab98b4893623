/* A long list that readers filter: shared by the catalogue and the question bank. All facts of the items are read once
   from the page; a change then works on sets of bits and touches only the items that come or go. What is typed waits for a
   rest, so that nothing stands in the way of typing. The whole filter is in the address. */
import { read, write } from "../filter/address.js";
import { makeBar, number } from "../filter/bar.js";
import { makeDrawing } from "../filter/draw.js";
import { counts, find, makeIndex, relaxing } from "../filter/find.js";
import { agree, ask, fill, kindsOf, whole } from "../filter/form.js";
import { add, both, none } from "../filter/sets.js";

const TYPING = 120; // milliseconds of rest before words and numbers are looked for

/** What the page brings for the script. */
export const brought = (root, name) => JSON.parse(root.getAttribute(`data-jb-${name}`));

/** The parts of the page that hold items, each with the set of those. */
function partsOf(root, items) {
  const places = new Map(items.map((item, place) => [item, place]));
  return [...root.querySelectorAll("[data-jb-part]")].map((part) => {
    const set = none(items.length);
    part.querySelectorAll("[data-jb-in]").forEach((item) => add(set, places.get(item)));
    return [part, set];
  });
}

function showCounts(kinds, found) {
  for (const [name, numbers] of found) {
    const kind = kinds.find((one) => one.name === name);
    kind.inputs.forEach((input, place) => {
      const found = numbers.get(input.value);
      const text = number(found);
      const output = kind.outputs[place];
      if (output.textContent === text) return;
      output.textContent = text;
      output.closest("label").classList.toggle("jb-tick--none", !found);
    });
  }
}

/** On a phone the form opens by a button, and another one leads back to what was found. */
function openAndClose(root, form) {
  const open = root.querySelector("[data-jb-open]");
  const set = (on) => {
    open.ariaExpanded = String(on);
    form.classList.toggle("jb-filter--open", on);
  };
  open.addEventListener("click", () => set(open.ariaExpanded !== "true"));
  root.querySelector("[data-jb-done]").addEventListener("click", () => {
    set(false);
    const status = root.querySelector("[data-jb-status]");
    status.focus({ preventScroll: true });
    root.scrollIntoView({ block: "start" });
  });
  form.hidden = open.hidden = false;
}

/** Makes the filter of `root` work; `arrange(order, items)` puts the items in an order, and gives their places in it where
    the parts are not to be seen. What comes back asks at once, as in `ask(new Map([["time", ["-60"]]]))`, and `finish`
    does what otherwise waits for a frame. */
export function start(root, arrange = () => null) {
  const form = root.querySelector("form");
  const items = [...root.querySelectorAll("[data-jb-in]")];
  const kinds = kindsOf(form);
  const index = makeIndex(items, kinds, brought(root, "index"));
  const parts = partsOf(root, items);
  const order = root.querySelector("select[name=sort]");
  const names = [...kinds.map((kind) => kind.name), ...(order ? ["sort"] : [])];
  const page = location.pathname;
  const { draw, finish } = makeDrawing(root, items);
  const places = items.map((_, place) => place);
  let waiting = 0;
  let frame = 0;

  function change(taken, value) {
    const asked = ask(kinds);
    if (!taken) asked.clear();
    for (const name of taken || []) {
      if (value === undefined) asked.delete(name);
      else asked.set(name, asked.get(name).filter((one) => one !== value));
    }
    fill(kinds, asked);
    work();
  }

  const say = makeBar(root, kinds, brought(root, "words"), items.length, change);

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
    showCounts(kinds, counts(index, found));
    say(asked, found.number, found.number ? [] : relaxing(found), index.words.said((asked.get("words") || []).join(" ")));
    frame = requestAnimationFrame(() => { waiting = setTimeout(() => settle(asked), 0); });
  }

  /** What can wait until the frame is painted; to write an address makes the browser lay out the whole page. */
  function settle(asked) {
    finish();
    remember(asked);
  }

  function remember(asked) {
    if (location.pathname !== page) return; // the reader has gone on
    if (order?.value) asked.set("sort", [order.value]);
    const query = write(location.search, names, asked);
    if (query === location.search) return;
    try {
      history.replaceState(history.state, "", `${page}${query}${location.hash}`);
    } catch { /* some browsers allow only so many in a minute: the next change is written */ }
  }

  function recall() {
    const asked = read(location.search, names);
    fill(kinds, asked);
    if (order) order.value = [...order.options].some((one) => one.value === asked.get("sort")?.[0]) ? asked.get("sort")[0] : "";
    work();
  }

  /** What is under way is of no use once something else is asked. */
  function stop() {
    clearTimeout(waiting);
    cancelAnimationFrame(frame);
  }

  function soon() {
    stop();
    waiting = setTimeout(() => { frame = requestAnimationFrame(work); }, TYPING);
  }

  function onInput({ target }) {
    const kind = kinds.find((one) => one.box.contains(target));
    if (kind) agree(kind, target);
    if (/^(checkbox|radio|select-one)$/.test(target.type)) work();
    else soon();
  }

  form.addEventListener("input", onInput);
  form.addEventListener("change", ({ target }) => {
    if (target.type === "number") target.value = whole(target); // what is asked, and nothing else, stands there
  });
  order?.addEventListener("input", onInput);
  form.addEventListener("submit", (event) => { event.preventDefault(); work(); });
  addEventListener("popstate", function back() {
    if (!root.isConnected) removeEventListener("popstate", back);
    else if (location.pathname === page) recall();
  });
  root.classList.add("jb-finder--on");
  openAndClose(root, form);
  recall();
  return { ask: (asked) => { fill(kinds, asked); work(); }, finish };
}
