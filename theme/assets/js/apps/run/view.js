/* What is seen: the dialog, made of the page's templates, and every change to it. It knows no keys and keeps no state. */
import { all, copyOf, one } from "../../dom.js";
import { timeOf } from "../../time.js";
import { clockTime, digits, left, runs, spent, toneOf, whole } from "./clock.js";
import { lateness } from "./plan.js";
import { minutesIn } from "./words.js";

/** @import { Clock, Tone } from "./clock.js" */
/** @import { Say } from "./words.js" */

const PARTS = /** @type {const} */ ([
  "frame",
  "name",
  "day",
  "pace",
  "now",
  "ask",
  "step",
  "room",
  "notes",
  "clock",
  "digits",
  "bar",
  "tone",
  "until",
  "keys",
  "strip",
  "before",
  "after",
  "said",
]);
const BUTTONS = /** @type {const} */ ([
  "notes",
  "sound",
  "full",
  "keys",
  "leave",
  "toggle",
  "more",
  "again",
  "back",
  "next",
]);

/**
 * A screen: what the room sees (`content`), and what it does not until it is asked for; its countdown, and when the
 * timetable has it, in minutes of the day.
 * @typedef {object} Screen
 * @property {string} title
 * @property {string} place
 * @property {string} [day]
 * @property {string} [date]
 * @property {DocumentFragment} content
 * @property {DocumentFragment[]} notes
 * @property {number} minutes
 * @property {number | null} start
 * @property {number | null} end
 * @property {number | null} opens
 * @property {number} spare
 * @property {boolean} pause
 * @property {boolean} waits
 */
/**
 * @typedef {{ dialog: HTMLDialogElement, say: Say, parts: Record<typeof PARTS[number], HTMLElement>, buttons:
 *   Record<typeof BUTTONS[number], HTMLElement> }} View
 */

/**
 * What is the facilitator's alone: the notes of a screen, and the sheet of its activity.
 * @param {HTMLElement} root
 * @param {HTMLTemplateElement} screen
 */
function notesOf(root, { nextElementSibling: next, dataset: { sheet } }) {
  const sheets = sheet
    ? all(root, `template[data-jb-sheet="${CSS.escape(sheet)}"]`, HTMLTemplateElement).slice(0, 1)
    : [];
  const own = next instanceof HTMLTemplateElement && next.matches("template[data-jb-notes]") ? [next] : [];
  return [...own, ...sheets].map(({ content }) => content);
}

const numberOr = (/** @type {string | undefined} */ text) => (text === undefined ? null : Number(text));

/** The screens of a page, in order. @param {HTMLElement} root @returns {Screen[]} */
export const screensOf = (root) =>
  all(root, "template[data-jb-screen]", HTMLTemplateElement).map((screen) => {
    const { title = "", place = "", day, date, minutes, start, end, opens, spare = "0" } = screen.dataset;
    return {
      title,
      place,
      day,
      date,
      content: screen.content,
      notes: notesOf(root, screen),
      minutes: Number(minutes),
      start: numberOr(start),
      end: numberOr(end),
      opens: numberOr(opens),
      spare: Number(spare),
      pause: "pause" in screen.dataset,
      waits: "waits" in screen.dataset,
    };
  });

/** @template {string} N @param {HTMLElement} dialog @param {string} attribute @param {readonly N[]} names */
const named = (dialog, attribute, names) =>
  /** @type {Record<N, HTMLElement>} */ (
    Object.fromEntries(names.map((name) => [name, one(dialog, `[data-jb-${attribute}=${name}]`)]))
  );

/**
 * The dialog with its named parts and its buttons, closed and in its place.
 * @param {HTMLElement} root
 * @param {Screen[]} screens
 * @param {Say} say
 */
export function build(root, screens, say) {
  const dialog = /** @type {HTMLDialogElement} */ (copyOf(root, "template[data-jb-run-dialog]"));
  /** @type {View} */
  const view = { dialog, say, parts: named(dialog, "run", PARTS), buttons: named(dialog, "do", BUTTONS) };
  for (const screen of screens) {
    const segment = document.createElement("i");
    segment.style.flexGrow = String(screen.minutes || 1);
    if (screen.pause) segment.dataset.pause = "";
    // A block begins where another one does not go on.
    if (screen.opens === null || screen.start === screen.opens) segment.dataset.opens = "";
    view.parts.strip.append(segment);
  }
  view.parts.name.textContent = root.dataset.title ?? "";
  const page = root.closest(".jb"); // it may be in another language than the view around it
  if (page instanceof HTMLElement && page.dir) {
    for (const part of /** @type {const} */ (["name", "day", "step", "notes"]))
      Object.assign(view.parts[part], { lang: page.lang, dir: page.dir });
  }
  view.buttons.full.hidden = !document.fullscreenEnabled;
  root.append(dialog);
  return view;
}

/**
 * Puts a screen in, as the room sees it: notes that were shown are those of another step, and are hidden again.
 * @param {View} view
 * @param {Screen[]} screens
 * @param {number} at
 */
export function show(view, screens, at) {
  const { parts, buttons, say } = view;
  const screen = screens[at];
  if (parts.notes.contains(document.activeElement)) parts.frame.focus({ preventScroll: true });
  hide(view);
  fill(parts.room, [screen.content]);
  const heading = one(parts.room, "h2");
  heading.id = "jb-run-step";
  parts.step.setAttribute("aria-labelledby", heading.id);
  parts.step.scrollTop = 0;
  parts.day.textContent = screen.day ?? "";
  parts.clock.hidden = !screen.minutes;
  buttons.notes.hidden = !screen.notes.length;
  parts.before.textContent = screens[at - 1]?.title ?? say("first");
  parts.after.textContent = screens[at + 1]?.title ?? say("finish");
  buttons.back.setAttribute("aria-disabled", String(at === 0)); // not disabled: that would lose the focus
  all(parts.strip, "i").forEach((segment, place) => {
    segment.dataset.is = place < at ? "past" : place === at ? "now" : "";
  });
}

/** Brings the times up to date; what comes back is how the countdown stands.
    @param {View} view @param {Screen} screen @param {Clock} clock @param {number} now @returns {Tone} */
export function tick(view, screen, clock, now) {
  const { parts, buttons, say } = view;
  write(parts.now, clockTime(new Date(now)));
  const begun = spent(clock, now) > 0 || runs(clock);
  const late = lateness(screen, clock, now);
  write(parts.pace, paceOf(say, screen, late, begun));
  parts.pace.dataset.is = late !== null && late > 0 ? "behind" : "";
  if (!screen.minutes) return "calm";

  const total = whole(clock, screen.minutes);
  const rest = left(clock, screen.minutes, now);
  const tone = toneOf(rest, total);
  parts.clock.dataset.tone = tone;
  parts.clock.dataset.runs = String(runs(clock));
  write(parts.digits, digits(rest));
  const minutes = minutesIn(say, Math.round(total / 60_000));
  write(parts.tone, runs(clock) || tone === "over" ? say(tone, { time: minutes }) : say(begun ? "paused" : "ready"));
  write(parts.until, say(rest > 0 ? "until" : "ended", { time: clockTime(new Date(now + rest)) }));
  parts.bar.style.inlineSize = `${Math.max(0, Math.min(1, rest / total)) * 100}%`;
  write(buttons.toggle, say(runs(clock) ? "pause" : begun ? "resume" : "start"));
  return tone;
}

/**
 * What is said of minutes behind; nobody is ahead in free time, before what has a start of its own.
 * @param {Say} say
 * @param {Screen} screen
 * @param {number | null} late
 * @param {boolean} begun
 */
function paceOf(say, screen, late, begun) {
  if (late === null) return "";
  if (late < 0 && screen.waits && !begun) return say("begins", { time: timeOf(screen.start ?? 0) });
  const time = minutesIn(say, Math.abs(late));
  return late ? say(late > 0 ? "behind" : "ahead", { time }) : say("ontime");
}

/** Shows or hides the keys. @param {View} view */
export function fold(view, open = view.parts.keys.hidden) {
  view.parts.keys.hidden = !open;
  view.buttons.keys.setAttribute("aria-expanded", String(open));
  if (open) view.parts.keys.focus({ preventScroll: true });
}

/**
 * Shows what of a screen is the facilitator's alone. Until then it is nowhere in the view.
 * @param {View} view
 * @param {Screen} screen
 */
export function reveal(view, screen) {
  const { notes, step } = view.parts;
  fill(notes, screen.notes);
  asked(view, true);
  notes.focus({ preventScroll: true });
  const below = notes.getBoundingClientRect().top - step.getBoundingClientRect().top;
  if (below > step.clientHeight / 2) step.scrollBy({ top: below });
}

/** Takes it away again. @param {View} view */
export function hide(view) {
  view.parts.notes.replaceChildren();
  asked(view, false);
}

/** @param {View} view @param {boolean} open */
function asked(view, open) {
  view.parts.notes.hidden = !open;
  view.buttons.notes.setAttribute("aria-expanded", String(open));
  write(view.parts.ask, view.say(open ? "hide" : "show"));
}

/**
 * Says something to those who listen; again, too, where it is the same as before.
 * @param {View} view
 * @param {string} text
 */
export function tell(view, text) {
  view.parts.said.textContent = "";
  view.parts.said.textContent = text;
}

/** @param {HTMLElement} part @param {string} text */
function write(part, text) {
  if (part.textContent !== text) part.textContent = text;
}

/** Puts copies of templates in. @param {HTMLElement} part @param {DocumentFragment[]} contents */
function fill(part, contents) {
  const copies = contents.map((content) => /** @type {DocumentFragment} */ (content.cloneNode(true)));
  for (const copy of copies) rename(copy);
  part.replaceChildren(...copies);
}

/**
 * The page may hold the same handout: no id may be there twice. Those of drawings are unique already.
 * @param {DocumentFragment} copy
 */
function rename(copy) {
  for (const element of copy.querySelectorAll("[id]:not(svg, svg *)")) {
    for (const user of copy.querySelectorAll(`[aria-labelledby="${CSS.escape(element.id)}"]`)) {
      user.setAttribute("aria-labelledby", `run-${element.id}`);
    }
    element.id = `run-${element.id}`;
  }
}
