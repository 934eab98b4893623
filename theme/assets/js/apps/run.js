/* “Run it”: an activity or a workshop on a facilitator's screen, one step at a time with its countdown. The page carries
   its screens (parts/run.html.j2); the view around them and all scripts are loaded here at once, so that it then works
   without a network.

   A run is {at, clocks}: the screen that is shown, and the clock of each screen that was begun, by its place. */
import { addressOf, wanted } from "./run/address.js";
import { again, fresh, left, longer, runs, started, stopped } from "./run/clock.js";
import { forget, keep, recall } from "./run/memory.js";
import { beep, fillScreen, stayAwake, wakeSound } from "./run/room.js";
import { onSwipe } from "./run/swipe.js";
import { build, fold, hide, reveal, screensOf, show, tell, tick } from "./run/view.js";
import { about, minutesIn, speaker } from "./run/words.js";

const OFTEN = 250; // ms between two looks at the clock
// Tables without Object's own names: what is no key of theirs gives nothing.
const WORSE = { __proto__: null, calm: 0, soon: 1, last: 2, over: 3 };
const KEYS = {
  __proto__: null,
  ArrowRight: "next", ArrowDown: "next", PageDown: "next", Enter: "next", n: "next",
  ArrowLeft: "back", ArrowUp: "back", PageUp: "back", p: "back",
  " ": "toggle", "+": "more", r: "again", m: "notes", s: "sound", f: "full", "?": "keys", Escape: "leave",
};
const SCROLLS = { __proto__: null, ArrowDown: 1, PageDown: 1, ArrowUp: -1, PageUp: -1 };

/** Shows the button inside `root`, and opens the view where the address asks for it. */
export async function mount(root) {
  const answer = await fetch(new URL("../run-view.txt", import.meta.url));
  if (!answer.ok) throw new Error(`${answer.url}: ${answer.status}`);
  const view = await answer.text();
  if (!root.isConnected) return; // the reader has gone on
  root.insertAdjacentHTML("beforeend", view);
  const say = speaker(root);
  const screens = screensOf(root);
  const path = location.pathname;
  const run = { root, say, screens, view: build(root, screens, say), key: `jb-run:${path}`, sound: false };
  run.button = document.querySelector("[data-jb-run-open]");
  run.button.hidden = false;
  run.button.addEventListener("click", () => open(run, 0, true));
  run.view.dialog.addEventListener("click", (event) => press(run, event));
  run.view.dialog.addEventListener("close", () => closed(run));
  onSwipe(run.view.parts.frame, (way) => (way > 0 ? run.state.at + 1 < screens.length && acts.next(run) : acts.back(run)));
  // jb:back comes before Material's own answer, where back.js is on the page; popstate comes always.
  const follow = (event) => {
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

function goWhereAsked(run) {
  const number = wanted();
  run.addressed = number !== null;
  if (number === null) run.view.dialog.close();
  else if (!run.view.dialog.open) open(run, number, false);
  else if (number) go(run, number - 1);
}

/* Opening and leaving -------------------------------------------------------------------------------------------- */

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

/** Everything that goes on while the view is open; what comes back ends it. */
function listen(run) {
  const onKey = (event) => (run.root.isConnected ? key(run, event) : run.stop());
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

const clockOf = (run) => run.state.clocks[run.state.at] ?? fresh();

function setClock(run, clock) {
  run.state.clocks[run.state.at] = clock;
  run.tone = null; // what was told of the old clock says nothing of this one
  save(run);
}

const acts = {
  __proto__: null,
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
  again: (run) => run.screens[run.state.at].minutes && setClock(run, again(clockOf(run), Date.now())),
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
  full: (run) => document.fullscreenEnabled && fillScreen(run.view.parts.frame),
  leave: (run) => run.view.dialog.close(),
};

/** Folds a part; the focus goes back to the view where it was in what is gone. */
function put(run, change) {
  change(run.view);
  if (!run.view.parts.keys.hidden) return;
  run.view.parts.frame.focus({ preventScroll: true });
}

/** Shows another screen. The clock goes on there if it ran here; a screen that one comes back to goes on where it was. */
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

function enter(run) {
  const { title, place, minutes } = run.screens[run.state.at];
  show(run.view, run.screens, run.state.at);
  run.tone = null;
  save(run);
  const said = [place, title, minutes ? minutesIn(run.say, minutes) : ""];
  tell(run.view, said.filter(Boolean).join(". "));
}

function finish(run) {
  forget(run.key);
  run.view.dialog.close();
}

function save(run) {
  keep(run.key, run.state, Date.now());
  look(run);
}

/** Brings the times up to date, and tells once when time gets short, shorter, and is up. */
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

function press(run, event) {
  const button = event.target.closest("[data-jb-do]");
  if (!button || button.getAttribute("aria-disabled") === "true") return;
  acts[button.dataset.jbDo](run);
  // After a press by pointer the keys belong to the view again: space is pause, not this button once more.
  if (event.detail && button.dataset.jbDo !== "leave" && !button.hasAttribute("aria-expanded")) {
    run.view.parts.frame.focus({ preventScroll: true });
  }
}

function key(run, event) {
  event.stopPropagation();
  if (event.ctrlKey || event.altKey || event.metaKey) return;
  const name = KEYS[event.key.length === 1 ? event.key.toLowerCase() : event.key];
  if (!name) return;
  // A button, a link or a field that has the focus keeps the keys that work it.
  if ([" ", "Enter"].includes(event.key) && event.target.closest("button, a, summary")) return;
  if (event.key !== "Escape" && event.target.closest("input, select, textarea")) return;
  event.preventDefault();
  if (SCROLLS[event.key] && scrolled(run, event.key)) return;
  const unfolded = ["keys", "notes"].find((part) => !run.view.parts[part].hidden);
  if (name === "leave" && unfolded) acts[unfolded](run);
  else if (!event.repeat) acts[name](run); // a key that is held down turns one page
}

/** Scrolls where there is more text in that direction: it is read to its end before a key turns the page. */
function scrolled(run, name) {
  const { keys, step } = run.view.parts;
  const part = keys.hidden ? step : keys;
  const rest = SCROLLS[name] > 0 ? part.scrollHeight - part.clientHeight - part.scrollTop : part.scrollTop;
  if (rest <= 2) return false;
  part.scrollBy({ top: SCROLLS[name] * (name.startsWith("Page") ? part.clientHeight * 0.85 : 60) });
  return true;
}
