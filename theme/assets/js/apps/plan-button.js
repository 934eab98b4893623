/* “Add to plan” on cards and on activities' pages, and the way into the planner from a workshop's page. */
import { all, datum, one } from "../dom.js";
import { textsOf } from "../texts.js";
import { deskOf } from "./planner/desk.js";
import { block, blocksOf, lastOf, MOST_BLOCKS } from "./planner/plan.js";
import { shelfOf } from "./planner/shelf.js";

/** @import { Texts } from "../texts.js" */
/** @import { Plan } from "./planner/plan.js" */

/** What came of adding, and the plan's title. @typedef {{ how: "there" | "full" | "unkept", title: string }} Result */

const LONG = 40; // characters of a plan's title, on a button

const has = (/** @type {Plan} */ plan, /** @type {string} */ id) => blocksOf(plan).some((one) => one.activity === id);

/**
 * Adds an activity to the plan that was last open, unless it is there; says what came of it, and the plan's title.
 * Nothing is added where the browser does not keep it: the planner would be empty when it is loaded.
 * @param {string} planner
 * @param {string} id
 * @returns {Result}
 */
function addTo(planner, id) {
  const desk = deskOf(shelfOf(planner));
  const plan = desk.resume();
  const { blocks } = lastOf(plan);
  const title = plan.title.trim();
  if (!has(plan, id)) {
    if (blocks.length >= MOST_BLOCKS) return { how: "full", title };
    const before = structuredClone(plan);
    blocks.push(block("activity", { activity: id }));
    if (!desk.offer(plan, before, () => plan.title)) return { how: "unkept", title };
  }
  return { how: "there", title };
}

/** @param {HTMLElement} card @param {Texts<PlanButtonTexts>} words */
function onCard(card, words) {
  const title = (one(card, ".jb-card-title").textContent ?? "").replaceAll("\u00ad", "").trim();
  const button = document.createElement("button");
  button.type = "button";
  button.className = "jb-card-plan";
  button.textContent = words("add");
  button.ariaLabel = words("add_it", { title });
  card.append(button);
  return { button, title };
}

/** A title as short as a button wants it. */
const short = (/** @type {string} */ title) =>
  [...title].length > LONG ? `${[...title].slice(0, LONG).join("").trim()}…` : title;

/**
 * The text and the label of what stands in a button's place then.
 * @param {Result} result
 * @param {string} title
 * @param {Texts<PlanButtonTexts>} words
 */
function said({ how, title: plan }, title, words) {
  if (how !== "there") return [words(how), `${title}: ${words(how)}`];
  if (!plan) return [words("there"), words("there_it", { title })];
  return [words("named", { plan: short(plan) }), words("named_it", { title, plan: short(plan) })];
}

/**
 * Puts the way to the planner in a button's place; what could not be added is added there.
 * @param {Result} result
 * @param {HTMLElement} button
 * @param {string} title
 * @param {string} planner
 * @param {Texts<PlanButtonTexts>} words
 * @param {string} id
 */
function show(result, button, title, planner, words, id) {
  const link = document.createElement("a");
  link.className = button.className;
  link.href = result.how === "unkept" ? `${planner}?add=${encodeURIComponent(id)}` : planner;
  [link.textContent, link.ariaLabel] = said(result, title, words);
  button.replaceWith(link);
  return link;
}

/** Puts the buttons on the page that `root` is on. @param {HTMLElement} root */
export function mount(root) {
  /** @type {Texts<PlanButtonTexts>} */
  const words = textsOf(root);
  const planner = new URL(datum(root, "jbPlanner"), location.href).href;
  const entry = deskOf(shelfOf(planner)).wanted();
  const plan = entry?.state === "plan" ? entry.plan : null;
  const named = plan?.title.trim() ?? "";
  let offers = false;

  /** @param {HTMLElement} button @param {string} id @param {string} title */
  function offer(button, id, title) {
    if (plan && has(plan, id)) return show({ how: "there", title: named }, button, title, planner, words, id);
    offers = true;
    button.addEventListener("click", (event) => {
      event.preventDefault();
      event.stopPropagation(); // instant navigation would follow the link all the same
      show(addTo(planner, id), button, title, planner, words, id).focus();
    });
    return button;
  }

  for (const link of all(document, "[data-jb-add]")) {
    link.hidden = false;
    offer(link, datum(link, "jbAdd"), datum(link, "jbTitle"));
  }
  for (const link of all(document, "[data-jb-plan-open]")) link.hidden = false;
  for (const card of all(document, "li.jb-card[data-jb-activity]:not(:has(.jb-card-plan))")) {
    const { button, title } = onCard(card, words);
    offer(button, datum(card, "jbActivity"), title);
  }
  if (!named || !offers) return;
  root.textContent = words("goes_to", { plan: named });
  root.hidden = false;
}
