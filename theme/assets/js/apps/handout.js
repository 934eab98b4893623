/* A handout that is filled in on the screen. What is typed is kept in this browser, under the page's address and the
   place's name, and printed on the lines. Where a browser keeps nothing, the page says so and works all the same. */
const KEPT = "journeybook handout";
const PAPER = "journeybook paper";

/* What a browser keeps: full, switched off or private, it never throws. */
function read(key) {
  try { return localStorage.getItem(key) || ""; } catch { return ""; }
}

function keep(key, value) {
  try {
    if (value) localStorage.setItem(key, value);
    else localStorage.removeItem(key);
    return true;
  } catch { return false; }
}

function canKeep() {
  const kept = keep(`${KEPT} ?`, "1");
  keep(`${KEPT} ?`, "");
  return kept;
}

/* One answer may have several controls: the numbers of a scale. */
function grouped(controls) {
  const groups = new Map();
  for (const control of controls) {
    const key = control.dataset.jbKey;
    groups.set(key, [...(groups.get(key) || []), control]);
  }
  return groups;
}

function answer(controls) {
  const [first] = controls;
  if (first.type === "radio") return controls.find((control) => control.checked)?.value || "";
  if (first.type === "checkbox") return first.checked ? "1" : "";
  return first.value;
}

function put(controls, value) {
  for (const control of controls) {
    if (control.type === "radio") control.checked = control.value === value;
    else if (control.type === "checkbox") control.checked = value === "1";
    else control.value = value;
    fit(control);
  }
}

/* A copy of the text gives the place its height and is what prints: paper is not as wide as the screen, and a text field
   does not grow there. There are lines enough for any width; those that are not needed are cut off. */
function fit(control) {
  const copy = control.parentElement.querySelector(".jb-typed");
  if (!copy) return;
  copy.textContent = control.value.endsWith("\n") ? `${control.value} ` : control.value;
  const lines = control.parentElement.querySelector(".jb-lines");
  if (!lines) return;
  const most = control.rows + control.value.split("\n").length + Math.ceil(control.value.length / 8);
  while (control.value && lines.childElementCount < most) lines.append(document.createElement("i"));
}

function addCopies(root) {
  for (const area of root.querySelectorAll("textarea")) {
    const copy = document.createElement("span");
    copy.className = "jb-typed";
    copy.ariaHidden = "true";
    area.after(copy);
    fit(area);
  }
}

function choosePaper(root) {
  const papers = [...root.querySelectorAll("[name=jb-paper]")];
  const before = papers.find((paper) => paper.value === read(PAPER));
  if (before) before.checked = true;
  for (const paper of papers) paper.addEventListener("change", () => keep(PAPER, paper.value));
}

/* A folded example would print its heading alone. */
function openSolution(root) {
  const tick = root.querySelector("#jb-print-solution");
  const solution = root.querySelector(".jb-solution");
  if (!tick) return;
  const open = () => { solution.open = tick.checked || solution.open; };
  tick.addEventListener("change", open);
  window.addEventListener("beforeprint", function beforePrint() {
    if (root.isConnected) open();
    else window.removeEventListener("beforeprint", beforePrint); // instant navigation took the page away
  });
}

/* A link to #print is a wish to print; going back to the page is none. */
function printIfAsked() {
  if (location.hash !== "#print") return;
  history.replaceState(history.state, "", location.pathname + location.search);
  document.fonts.ready.then(() => window.print());
}

/** Keeps what is written inside `root`, and makes its buttons work. */
export function mount(root) {
  const words = JSON.parse(root.dataset.jbWords);
  const page = new URL(".", location.href).pathname;
  const answers = grouped(root.querySelectorAll("[data-jb-key]"));
  const button = (name) => root.querySelector(`[data-jb-do=${name}]`);
  const status = root.querySelector("[data-jb-say]");
  const note = root.querySelector("[data-jb-private]");
  let cleared = new Map();

  function say(text) {
    if (status.textContent !== text) status.textContent = text;
  }

  function save(key) {
    const kept = keep(`${KEPT} ${page} ${key}`, answer(answers.get(key)));
    note.hidden = !kept;
    if (!kept) say(words.lost);
    return kept;
  }

  function setAll(values) {
    for (const [key, controls] of answers) put(controls, values.get(key) || "");
    return [...answers.keys()].map(save).every(Boolean);
  }

  function clear() {
    const now = new Map([...answers].map(([key, controls]) => [key, answer(controls)]));
    if ([...now.values()].some(Boolean)) cleared = now;
    button("undo").hidden = !cleared.size;
    if (setAll(new Map())) say(words.cleared);
  }

  function undo() {
    if (setAll(cleared)) say(words.undone);
    button("clear").focus(); // before the button that has the focus goes
    button("undo").hidden = true;
    cleared = new Map();
  }

  addCopies(root);
  for (const [key, controls] of answers) {
    if (answer(controls)) save(key); // written before this script came
    else put(controls, read(`${KEPT} ${page} ${key}`));
  }
  root.addEventListener("input", ({ target }) => {
    if (!target.dataset.jbKey) return;
    fit(target);
    if (save(target.dataset.jbKey)) say("");
  });
  for (const [name, act] of Object.entries({ print: () => window.print(), clear, undo })) {
    button(name).addEventListener("click", act);
    button(name).hidden = name === "undo";
  }
  note.hidden = !canKeep();
  if (note.hidden) say(words.lost);
  root.dataset.jbLive = "";
  choosePaper(root);
  openSolution(root);
  printIfAsked();
}
