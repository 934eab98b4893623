/* A handout that is filled in on the screen. What is typed is kept in this browser, under the page's address and the
   place's name, and printed on the lines. Where a browser keeps nothing, the page says so and works all the same.

   The next person may sit at the same computer: what is cleared can come back only until somebody writes or leaves, and
   all windows of a handout show the same. */
import { all, datum, one, whileThere } from "../dom.js";
import { textsOf } from "../texts.js";

/** @import { Texts } from "../texts.js" */

/** @typedef {HTMLInputElement | HTMLTextAreaElement} Control */

const KEPT = "journeybook handout";
const PAPER = "journeybook paper";

/* What a browser keeps: full, switched off or private, it never throws. */
/** @param {string} key */
function read(key) {
  try {
    return localStorage.getItem(key) || "";
  } catch {
    return "";
  }
}

/** @param {string} key @param {string} value */
function keep(key, value) {
  try {
    if (value) localStorage.setItem(key, value);
    else localStorage.removeItem(key);
    return true;
  } catch {
    return false;
  }
}

/** What is kept under keys that begin so, by its key. @param {string} beginning @returns {Map<string, string>} */
function keptUnder(beginning) {
  try {
    const keys = Array.from({ length: localStorage.length }, (_, place) => localStorage.key(place) ?? "");
    return new Map(keys.filter((key) => key.startsWith(beginning)).map((key) => [key, read(key)]));
  } catch {
    return new Map();
  }
}

function canKeep() {
  const kept = keep(`${KEPT} ?`, "1");
  keep(`${KEPT} ?`, "");
  return kept;
}

/** @param {HTMLElement} element @returns {element is Control} */
const isControl = (element) => element instanceof HTMLInputElement || element instanceof HTMLTextAreaElement;

/** @param {Control} control @returns {control is HTMLInputElement} */
const canTick = (control) =>
  control instanceof HTMLInputElement && (control.type === "radio" || control.type === "checkbox");

/** One answer may have several controls: the numbers of a scale. @param {HTMLElement} root */
function grouped(root) {
  /** @type {Map<string, Control[]>} */
  const groups = new Map();
  for (const control of all(root, "[data-jb-key]", HTMLElement).filter(isControl)) {
    const key = datum(control, "jbKey");
    groups.set(key, [...(groups.get(key) || []), control]);
  }
  return groups;
}

/** @param {Control[]} controls */
function answer(controls) {
  const [first] = controls;
  if (!canTick(first)) return first.value;
  if (first.type === "checkbox") return first.checked ? "1" : "";
  return controls.filter(canTick).find((control) => control.checked)?.value ?? "";
}

/** @param {Control[]} controls @param {string} value */
function put(controls, value) {
  for (const control of controls) {
    if (canTick(control)) control.checked = control.type === "radio" ? control.value === value : value === "1";
    else control.value = value;
    fit(control);
  }
}

/**
 * A copy of the text gives the place its height and is what prints: paper is not as wide as the screen, and a text
 * field does not grow there. There are lines enough for any width; those that are not needed are cut off.
 * @param {Control} control
 */
function fit(control) {
  const copy = control.parentElement?.querySelector(".jb-typed");
  if (!copy || !(control instanceof HTMLTextAreaElement)) return;
  copy.textContent = control.value.endsWith("\n") ? `${control.value} ` : control.value;
  const lines = control.parentElement?.querySelector(".jb-lines");
  if (!lines) return;
  const most = control.rows + control.value.split("\n").length + Math.ceil(control.value.length / 8);
  while (control.value && lines.childElementCount < most) lines.append(document.createElement("i"));
}

/** @param {HTMLElement} root */
function addCopies(root) {
  for (const area of all(root, "textarea", HTMLTextAreaElement)) {
    const copy = document.createElement("span");
    copy.className = "jb-typed";
    copy.ariaHidden = "true";
    area.after(copy);
    fit(area);
  }
}

/** @param {HTMLElement} root */
function choosePaper(root) {
  const papers = all(root, "[name=jb-paper]", HTMLInputElement);
  const before = papers.find((paper) => paper.value === read(PAPER));
  if (before) before.checked = true;
  for (const paper of papers) paper.addEventListener("change", () => keep(PAPER, paper.value));
}

/** A folded example would print its heading alone. @param {HTMLElement} root */
function openSolution(root) {
  if (!root.querySelector("#jb-print-solution")) return;
  const tick = one(root, "#jb-print-solution", HTMLInputElement);
  const solution = one(root, ".jb-solution", HTMLDetailsElement);
  const open = () => {
    solution.open = tick.checked || solution.open;
  };
  tick.addEventListener("change", open);
  window.addEventListener("beforeprint", function beforePrint() {
    if (root.isConnected) open();
    else window.removeEventListener("beforeprint", beforePrint); // instant navigation took the page away
  });
}

/** A link to #print is a wish to print; going back to the page is none. */
function printIfAsked() {
  if (location.hash !== "#print") return;
  history.replaceState(history.state, "", location.pathname + location.search);
  document.fonts.ready.then(() => window.print());
}

/**
 * Other windows change what is kept; what they did while this page was frozen is found when it comes back. `leave` ends
 * what is not to outlast this reader's visit.
 * @param {HTMLElement} root
 * @param {() => void} follow
 * @param {() => void} leave
 */
function watch(root, follow, leave) {
  const on = whileThere(root);
  on(window, "storage", (event) => {
    const { key } = /** @type {StorageEvent} */ (event);
    if (key === null || key.startsWith(`${KEPT} `)) follow();
  });
  on(window, "pageshow", (event) => {
    if (/** @type {PageTransitionEvent} */ (event).persisted) follow();
  });
  on(document, "visibilitychange", () => {
    if (!document.hidden) follow();
  });
  on(window, "pagehide", leave);
}

/** Keeps what is written inside `root`, and makes its buttons work. @param {HTMLElement} root */
export function mount(root) {
  /** @type {Texts<HandoutTexts>} */
  const words = textsOf(root);
  const pathOf = (/** @type {string} */ address) => new URL(".", new URL(address, location.href)).pathname;
  const sheet = `${KEPT} ${pathOf(".")} `;
  const book = `${KEPT} ${pathOf(datum(root, "jbHome"))}`;
  const answers = new Map([...grouped(root)].map(([name, controls]) => [sheet + name, controls]));
  const button = (/** @type {string} */ name) => one(root, `[data-jb-do=${name}]`);
  const status = one(root, "[data-jb-say]");
  const note = one(root, "[data-jb-private]");
  const able = canKeep();
  /** The keys whose answers are on this page alone. @type {Set<string>} */
  const lost = new Set();
  /** What can come back, by its key. @type {Map<string, string>} */
  let cleared = new Map();

  /** @param {string} text */
  function say(text) {
    if (status.textContent !== text) status.textContent = text;
  }

  /** @param {string} key @param {string} value */
  function save(key, value) {
    const kept = keep(key, value);
    if (kept) lost.delete(key);
    else lost.add(key);
    note.hidden = !able || lost.size > 0;
    if (!kept) say(words("lost"));
    return kept;
  }

  /** @param {string} key @param {string} value */
  function set(key, value) {
    put(answers.get(key) ?? [], value);
    return save(key, value);
  }

  /** @param {Map<string, string>} values */
  function offer(values) {
    cleared = values;
    button("undo").hidden = !cleared.size;
  }

  function showOthers() {
    button("clear-all").hidden = ![...keptUnder(book).keys()].some((key) => !key.startsWith(sheet));
  }

  /** @param {string} beginning @param {string} said */
  function clear(beginning, said) {
    const now = keptUnder(beginning);
    for (const [key, controls] of answers) if (answer(controls)) now.set(key, answer(controls));
    if (now.size) offer(now);
    if ([...new Set([...now.keys(), ...answers.keys()])].map((key) => set(key, "")).every(Boolean)) say(said);
    button("clear").focus(); // before the button that has the focus goes
    showOthers();
  }

  function undo() {
    if ([...cleared].map(([key, value]) => set(key, value)).every(Boolean)) say(words("undone"));
    button("clear").focus();
    offer(new Map());
    showOthers();
  }

  function follow() {
    for (const [key, controls] of answers) {
      const there = read(key);
      if (lost.has(key) || there === answer(controls)) continue;
      put(controls, there);
      offer(new Map());
      say("");
    }
    showOthers();
  }

  addCopies(root);
  for (const [key, controls] of answers) {
    if (answer(controls))
      save(key, answer(controls)); // written before this script came
    else put(controls, read(key));
  }
  root.addEventListener("input", ({ target }) => {
    if (!(target instanceof HTMLElement && isControl(target) && target.dataset.jbKey)) return;
    const key = sheet + target.dataset.jbKey;
    fit(target);
    offer(new Map());
    if (save(key, answer(answers.get(key) ?? [target]))) say("");
  });
  const does = {
    print: () => window.print(),
    clear: () => clear(sheet, words("cleared")),
    "clear-all": () => clear(book, words("cleared_all")),
    undo,
  };
  for (const [name, act] of Object.entries(does)) {
    button(name).addEventListener("click", act);
    button(name).hidden = name === "undo";
  }
  note.hidden = !able || lost.size > 0;
  if (note.hidden) say(words("lost"));
  root.dataset.jbLive = "";
  showOthers();
  watch(root, follow, () => offer(new Map()));
  choosePaper(root);
  openSolution(root);
  printIfAsked();
}
