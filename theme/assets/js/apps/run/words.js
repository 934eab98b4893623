/* The sentences of the view, in the handbook's language: the view carries them, with {names} to fill. */
import { all, datum, one } from "../../dom.js";
import { registry } from "../../texts.js";

/** @import { Texts } from "../../texts.js" */
/** @typedef {Texts<RunTexts>} Say */

/** What says a sentence by its key. @param {HTMLElement} root @returns {Say} */
export function speaker(root) {
  const { content } = one(root, "template[data-jb-words]", HTMLTemplateElement);
  return registry(
    Object.fromEntries(all(content, "[data-say]").map((line) => [datum(line, "say"), line.textContent ?? ""])),
  );
}

/** Minutes as 45 min, 2 h, 1 h 30 min. @param {Say} say @param {number} minutes */
export function minutesIn(say, minutes) {
  const hours = Math.floor(minutes / 60);
  const rest = minutes % 60;
  if (!hours) return say("minutes", { minutes: rest });
  return rest ? say("both", { hours, minutes: rest }) : say("hours", { hours });
}

/**
 * About how long milliseconds are: whole minutes, or tens of seconds below one.
 * @param {Say} say
 * @param {number} rest milliseconds
 */
export function about(say, rest) {
  if (rest >= 55_000) return minutesIn(say, Math.round(rest / 60_000));
  return say("seconds", {
    seconds: Math.max(5, Math.round(rest / (rest > 20_000 ? 10_000 : 5_000)) * (rest > 20_000 ? 10 : 5)),
  });
}
