/* What is seen: the dialog, made of the page's templates, and every change to it. It knows no keys and keeps no state. */
import { clockTime, digits, left, runs, spent, toneOf, whole } from "./clock.js";
import { lateness } from "./plan.js";
import { minutesIn } from "./words.js";

/** The screens of a page, in order: what the room sees (`content`), and what it does not until it is asked for. */
export function screensOf(root) {
  const number = (text) => (text === undefined ? null : Number(text));
  const more = (screen) => [
    screen.nextElementSibling?.matches("template[data-jb-notes]") && screen.nextElementSibling,
    screen.dataset.sheet && root.querySelector(`template[data-jb-sheet="${CSS.escape(screen.dataset.sheet)}"]`),
  ];
  return [...root.querySelectorAll("template[data-jb-screen]")].map((screen) => ({
    ...screen.dataset,
    content: screen.content,
    notes: more(screen).filter(Boolean).map((template) => template.content),
    minutes: Number(screen.dataset.minutes),
    start: number(screen.dataset.start),
    end: number(screen.dataset.end),
    opens: number(screen.dataset.opens),
    spare: Number(screen.dataset.spare ?? 0),
  }));
}

/** The dialog with its named parts and its buttons, closed and in its place. */
export function build(root, screens, say) {
  const dialog = root.querySelector("template[data-jb-run-dialog]").content.firstElementChild.cloneNode(true);
  const view = { dialog, say, parts: {}, buttons: {} };
  for (const part of dialog.querySelectorAll("[data-jb-run]")) view.parts[part.dataset.jbRun] = part;
  for (const button of dialog.querySelectorAll("[data-jb-do]")) view.buttons[button.dataset.jbDo] = button;
  for (const screen of screens) {
    const segment = document.createElement("i");
    segment.style.flexGrow = screen.minutes || 1;
    if ("pause" in screen) segment.dataset.pause = "";
    // A block begins where another one does not go on.
    if (screen.opens === null || screen.start === screen.opens) segment.dataset.opens = "";
    view.parts.strip.append(segment);
  }
  view.parts.name.textContent = root.dataset.title;
  const { lang, dir } = root.closest(".jb") ?? {}; // the page may be in another language than the view around it
  if (dir) for (const part of ["name", "day", "step", "notes"]) Object.assign(view.parts[part], { lang, dir });
  view.buttons.full.hidden = !document.fullscreenEnabled;
  root.append(dialog);
  return view;
}

/** Puts a screen in, as the room sees it: notes that were shown are those of another step, and are hidden again. */
export function show(view, screens, at) {
  const { parts, buttons, say } = view;
  const screen = screens[at];
  if (parts.notes.contains(document.activeElement)) parts.frame.focus({ preventScroll: true });
  hide(view);
  fill(parts.room, [screen.content]);
  const heading = parts.room.querySelector("h2");
  heading.id = "jb-run-step";
  parts.step.setAttribute("aria-labelledby", heading.id);
  parts.step.scrollTop = 0;
  parts.day.textContent = screen.day ?? "";
  parts.clock.hidden = !screen.minutes;
  buttons.notes.hidden = !screen.notes.length;
  parts.before.textContent = screens[at - 1]?.title ?? say("first");
  parts.after.textContent = screens[at + 1]?.title ?? say("finish");
  buttons.back.setAttribute("aria-disabled", String(at === 0)); // not disabled: that would lose the focus
  [...parts.strip.children].forEach((segment, place) => {
    segment.dataset.is = place < at ? "past" : place === at ? "now" : "";
  });
}

/** Brings the times up to date; what comes back is how the countdown stands. */
export function tick(view, screen, clock, now) {
  const { parts, buttons, say } = view;
  write(parts.now, clockTime(new Date(now)));
  const begun = spent(clock, now) > 0 || runs(clock);
  const late = lateness(screen, clock, now);
  write(parts.pace, paceOf(say, screen, late, begun));
  parts.pace.dataset.is = late > 0 ? "behind" : "";
  if (!screen.minutes) return "calm";

  const all = whole(clock, screen.minutes);
  const rest = left(clock, screen.minutes, now);
  const tone = toneOf(rest, all);
  parts.clock.dataset.tone = tone;
  parts.clock.dataset.runs = runs(clock);
  write(parts.digits, digits(rest));
  write(parts.tone, runs(clock) || tone === "over" ? say(tone, { time: minutesIn(say, Math.round(all / 60_000)) }) : say(begun ? "paused" : "ready"));
  write(parts.until, say(rest > 0 ? "until" : "ended", { time: clockTime(new Date(now + rest)) }));
  parts.bar.style.inlineSize = `${Math.max(0, Math.min(1, rest / all)) * 100}%`;
  write(buttons.toggle, say(runs(clock) ? "pause" : begun ? "resume" : "start"));
  return tone;
}

/** What is said of minutes behind; nobody is ahead in free time, before what has a start of its own. */
function paceOf(say, screen, late, begun) {
  if (late === null) return "";
  if (late < 0 && "waits" in screen && !begun) return say("begins", { time: clockTime(new Date(2000, 0, 1, 0, screen.start)) });
  const time = minutesIn(say, Math.abs(late));
  return late ? say(late > 0 ? "behind" : "ahead", { time }) : say("ontime");
}

/** Shows or hides the keys. */
export function fold(view, open = view.parts.keys.hidden) {
  view.parts.keys.hidden = !open;
  view.buttons.keys.setAttribute("aria-expanded", String(open));
  if (open) view.parts.keys.focus({ preventScroll: true });
}

/** Shows what of a screen is the facilitator's alone. Until then it is nowhere in the view. */
export function reveal(view, screen) {
  const { notes, step } = view.parts;
  fill(notes, screen.notes);
  asked(view, true);
  notes.focus({ preventScroll: true });
  const below = notes.getBoundingClientRect().top - step.getBoundingClientRect().top;
  if (below > step.clientHeight / 2) step.scrollBy({ top: below });
}

/** Takes it away again. */
export function hide(view) {
  view.parts.notes.replaceChildren();
  asked(view, false);
}

function asked(view, open) {
  view.parts.notes.hidden = !open;
  view.buttons.notes.setAttribute("aria-expanded", String(open));
  write(view.parts.ask, view.say(open ? "hide" : "show"));
}

/** Says something to those who listen; again, too, where it is the same as before. */
export function tell(view, text) {
  view.parts.said.textContent = "";
  view.parts.said.textContent = text;
}

function write(part, text) {
  if (part.textContent !== text) part.textContent = text;
}

/** Puts copies of templates in. */
function fill(part, contents) {
  const copies = contents.map((content) => content.cloneNode(true));
  copies.forEach(renamed);
  part.replaceChildren(...copies);
}

/** The page may hold the same handout: no id may be there twice. Those of drawings are unique already. */
function renamed(copy) {
  for (const element of copy.querySelectorAll("[id]:not(svg, svg *)")) {
    for (const user of copy.querySelectorAll(`[aria-labelledby="${CSS.escape(element.id)}"]`)) {
      user.setAttribute("aria-labelledby", `run-${element.id}`);
    }
    element.id = `run-${element.id}`;
  }
}
