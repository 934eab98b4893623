/* “Run it”: an activity or a workshop on a facilitator's screen, one step at a time with its countdown. The page carries
   its screens (parts/run.html.j2); the view around them and all scripts are loaded here at once, so that it then works
   without a network. */
import { all, datum, hit } from "../dom.js";
import { addressOf, wanted } from "./run/address.js";
import { again, fresh, left, longer, runs, started, stopped } from "./run/clock.js";
import { forget, keep, recall } from "./run/memory.js";
import { beep, fillScreen, stayAwake, wakeSound } from "./run/room.js";
import { onSwipe } from "./run/swipe.js";
import { build, fold, hide, reveal, screensOf, show, tell, tick } from "./run/view.js";
import { about, minutesIn, speaker } from "./run/words.js";

/** @import { Clock, Tone } from "./run/clock.js" */
/** @import { State } from "./run/memory.js" */
/** @import { Screen, View } from "./run/view.js" */
/** @import { Say } from "./run/words.js" */

/**
 * All of it: the page's screens, the view, what is kept and under which key, and what was last told of the clock.
 * @typedef {object} Run
 * @property {HTMLElement} root
 * @property {HTMLElement} button
 * @property {Say} say
 * @property {Screen[]} screens
 * @property {View} view
 * @property {string} key
 * @property {State} state
 * @property {boolean} sound
 * @property {boolean} addressed whether the address asks for the view
 * @property {boolean} pushed whether it has an entry of its own in the history
 * @property {Tone | null} tone
 * @property {() => void} stop
 */

const OFTEN = 250; // ms between two looks at the clock
/** @type {Record<Tone, number>} */
const WORSE = { calm: 0, soon: 1, last: 2, over: 3 };
/** @type {Map<string, Act>} */
const KEYS = new Map([
  ...named("next", "ArrowRight", "ArrowDown", "PageDown", "Enter", "n"),
  ...named("back", "ArrowLeft", "ArrowUp", "PageUp", "p"),
  ...named("toggle", " "),
  ...named("more", "+"),
  ...named("again", "r"),
  ...named("notes", "m"),
  ...named("sound", "s"),
  ...named("full", "f"),
  ...named("keys", "?"),
  ...named("leave", "Escape"),
]);
const SCROLLS = new Map([
  ["ArrowDown", 1],
  ["PageDown", 1],
  ["ArrowUp", -1],
  ["PageUp", -1],
]);

/** What keys do. @param {Act} act @param {string[]} keys @returns {[string, Act][]} */
function named(act, ...keys) {
  return keys.map((key) => [key, act]);
}

/** Shows the button inside `root`, and opens the view where the address asks for it. @param {HTMLElement} root */
export async function mount(root) {
  const answer = await fetch(new URL("../run-view.txt", import.meta.url));
  if (!answer.ok) throw new Error(`${answer.url}: ${answer.status}`);
  const view = await answer.text();
  if (!root.isConnected) return; // the reader has gone on
  root.insertAdjacentHTML("beforeend", view);
  const say = speaker(root);
  const screens = screensOf(root);
  const path = location.pathname;
  const [button] = all(document, "[data-jb-run-open]");
  /** @type {Run} */
  const run = {
    root,
    button,
    say,
    screens,
    view: build(root, screens, say),
    key: `jb-run:${path}`,
    state: { at: 0, clocks: {} },
    sound: false,
    addressed: false,
    pushed: false,
    tone: null,
    stop() {
      /* nothing goes on */
    },
  };
  run.button.hidden = false;
  run.button.addEventListener("click", () => open(run, 0, true));
  run.view.dialog.addEventListener("click", (event) => press(run, event));
  run.view.dialog.addEventListener("close", () => closed(run));
  onSwipe(run.view.parts.frame, (way) => {
    if (way < 0) acts.back(run);
    else if (run.state.at + 1 < screens.length) acts.next(run);
  });
  // jb:back (back.js) comes before Material's own answer to the back button; popstate comes always.
  const follow = (/** @type {Event} */ event) => {
    if (!root.isConnected) {
      document.removeEventListener("jb:back", follow);
      removeEventListener("popstate", follow);
    } else if (location.pathname === path && (run.addressed || wanted() !== null)) {
      event.preventDefault();
      goWhereAsked(run);
    }
  };
  document.addEventListener("jb:back", follow);
  addEventListener("popstate", follow);
  goWhereAsked(run);
}

/** @param {Run} run */
function goWhereAsked(run) {
  const number = wanted();
  run.addressed = number !== null;
  if (number === null) run.view.dialog.close();
  else if (!run.view.dialog.open) open(run, number, false);
  else if (number) go(run, number - 1);
}

/* Opening and leaving -------------------------------------------------------------------------------------------- */

/** @param {Run} run @param {number} number @param {boolean} pushes */
function open(run, number, pushes) {
  run.state = recall(run.key, Date.now()) ?? { at: 0, clocks: {} };
  if (number) run.state.at = number - 1;
  run.state.at = Math.min(Math.max(run.state.at, 0), run.screens.length - 1);
  run.pushed = pushes;
  history[pushes ? "pushState" : "replaceState"](null, "", addressOf(run.state.at + 1));
  run.addressed = true;
  run.view.dialog.showModal();
  run.stop = listen(run);
  enter(run);
  run.view.parts.frame.focus({ preventScroll: true });
}

/** Everything that goes on while the view is open; what comes back ends it. @param {Run} run */
function listen(run) {
  const onKey = (/** @type {KeyboardEvent} */ event) => (run.root.isConnected ? key(run, event) : run.stop());
  const onTime = () => (run.root.isConnected ? look(run) : run.stop());
  const timer = setInterval(onTime, OFTEN);
  const rest = stayAwake();
  // Captured: Material has keys of its own, such as N for the next page.
  addEventListener("keydown", onKey, true);
  document.addEventListener("visibilitychange", onTime);
  return () => {
    clearInterval(timer);
    rest();
    removeEventListener("keydown", onKey, true);
    document.removeEventListener("visibilitychange", onTime);
  };
}

/** @param {Run} run */
function closed(run) {
  run.stop();
  const home = () => run.button.focus();
  if (wanted() !== null) {
    if (run.pushed) history.back();
    else {
      history.replaceState(null, "", addressOf(0));
      run.addressed = false;
    }
  }
  home();
  if (document.fullscreenElement) document.exitFullscreen().then(home, home);
}

/* What one can do ------------------------------------------------------------------------------------------------ */

const clockOf = (/** @type {Run} */ run) => run.state.clocks[run.state.at] ?? fresh();

/** @param {Run} run @param {Clock} clock */
function setClock(run, clock) {
  run.state.clocks[run.state.at] = clock;
  run.tone = null; // what was told of the old clock says nothing of this one
  save(run);
}

/** @typedef {"next" | "back" | "toggle" | "more" | "again" | "notes" | "keys" | "sound" | "full" | "leave"} Act */

/** @type {Record<Act, (run: Run) => void>} */
const acts = {
  next: (run) => (run.state.at + 1 < run.screens.length ? go(run, run.state.at + 1) : finish(run)),
  back: (run) => go(run, run.state.at - 1),
  toggle(run) {
    if (!run.screens[run.state.at].minutes) return;
    const clock = clockOf(run);
    setClock(run, (runs(clock) ? stopped : started)(clock, Date.now()));
    if (runs(clock)) tell(run.view, run.say("paused"));
  },
  more(run) {
    const { minutes } = run.screens[run.state.at];
    if (minutes) setClock(run, longer(clockOf(run), minutes, Date.now()));
  },
  again(run) {
    if (run.screens[run.state.at].minutes) setClock(run, again(clockOf(run), Date.now()));
  },
  notes(run) {
    if (run.view.buttons.notes.hidden) return;
    fold(run.view, false);
    if (run.view.parts.notes.hidden) reveal(run.view, run.screens[run.state.at]);
    else put(run, hide);
  },
  keys: (run) => put(run, fold),
  sound(run) {
    run.sound = !run.sound;
    run.view.buttons.sound.setAttribute("aria-pressed", String(run.sound));
    if (run.sound) wakeSound();
    if (run.sound) beep(1);
  },
  full(run) {
    if (document.fullscreenEnabled) fillScreen(run.view.parts.frame);
  },
  leave: (run) => run.view.dialog.close(),
};

/**
 * Folds a part; the focus goes back to the view where it was in what is gone.
 * @param {Run} run
 * @param {(view: View) => void} change
 */
function put(run, change) {
  change(run.view);
  if (!run.view.parts.keys.hidden) return;
  run.view.parts.frame.focus({ preventScroll: true });
}

/**
 * Shows another screen. The clock goes on there if it ran here; a screen that one comes back to goes on where it was.
 * @param {Run} run
 * @param {number} at
 */
function go(run, at) {
  if (at < 0 || at >= run.screens.length || at === run.state.at) return;
  const now = Date.now();
  const goesOn = runs(clockOf(run));
  run.state.clocks[run.state.at] = stopped(clockOf(run), now);
  run.state.at = at;
  if (goesOn) run.state.clocks[at] = started(clockOf(run), now);
  history.replaceState(null, "", addressOf(at + 1));
  enter(run);
}

/** @param {Run} run */
function enter(run) {
  const { title, place, minutes } = run.screens[run.state.at];
  show(run.view, run.screens, run.state.at);
  run.tone = null;
  save(run);
  const said = [place, title, minutes ? minutesIn(run.say, minutes) : ""];
  tell(run.view, said.filter(Boolean).join(". "));
}

/** @param {Run} run */
function finish(run) {
  forget(run.key);
  run.view.dialog.close();
}

/** @param {Run} run */
function save(run) {
  keep(run.key, run.state, Date.now());
  look(run);
}

/** Brings the times up to date, and tells once when time gets short, shorter, and is up. @param {Run} run */
function look(run) {
  const now = Date.now();
  const screen = run.screens[run.state.at];
  const tone = tick(run.view, screen, clockOf(run), now);
  const told = run.tone;
  run.tone = tone;
  if (told === null || WORSE[tone] <= WORSE[told]) return;
  const rest = left(clockOf(run), screen.minutes, now);
  tell(run.view, tone === "over" ? run.say("up") : run.say("left", { time: about(run.say, rest) }));
  if (run.sound) beep(WORSE[tone]);
}

/* Keys and presses ----------------------------------------------------------------------------------------------- */

/** @param {string} name @returns {name is Act} */
const isAct = (name) => Object.hasOwn(acts, name);

/** @param {Run} run @param {MouseEvent} event */
function press(run, event) {
  const button = hit(event, "[data-jb-do]");
  if (!button || button.getAttribute("aria-disabled") === "true") return;
  const act = datum(button, "jbDo");
  if (!isAct(act)) throw new Error(`nothing is done by ${act}`);
  acts[act](run);
  // After a press by pointer the keys belong to the view again: space is pause, not this button once more.
  if (event.detail && act !== "leave" && !button.hasAttribute("aria-expanded")) {
    run.view.parts.frame.focus({ preventScroll: true });
  }
}

/** @param {Run} run @param {KeyboardEvent} event */
function key(run, event) {
  event.stopPropagation();
  if (event.ctrlKey || event.altKey || event.metaKey) return;
  const name = KEYS.get(event.key.length === 1 ? event.key.toLowerCase() : event.key);
  if (!name) return;
  // A button, a link or a field that has the focus keeps the keys that work it.
  if ([" ", "Enter"].includes(event.key) && hit(event, "button, a, summary")) return;
  if (event.key !== "Escape" && hit(event, "input, select, textarea")) return;
  event.preventDefault();
  const way = SCROLLS.get(event.key);
  if (way && scrolled(run, way, event.key.startsWith("Page"))) return;
  const unfolded = /** @type {const} */ (["keys", "notes"]).find((part) => !run.view.parts[part].hidden);
  if (name === "leave" && unfolded) acts[unfolded](run);
  else if (!event.repeat) acts[name](run); // a key that is held down turns one page
}

/**
 * Scrolls where there is more text in that direction: it is read to its end before a key turns the page.
 * @param {Run} run
 * @param {number} way
 * @param {boolean} far
 */
function scrolled(run, way, far) {
  const { keys, step } = run.view.parts;
  const part = keys.hidden ? step : keys;
  const rest = way > 0 ? part.scrollHeight - part.clientHeight - part.scrollTop : part.scrollTop;
  if (rest <= 2) return false;
  part.scrollBy({ top: way * (far ? part.clientHeight * 0.85 : 60) });
  return true;
}
