/* “Add to plan” on cards and on activities' pages, and the way into the planner from a workshop's page. */
import { deskOf } from "./planner/desk.js";
import { block, blocksOf, MOST_BLOCKS } from "./planner/plan.js";
import { shelfOf } from "./planner/shelf.js";
import { fill, read } from "./planner/words.js";

const LONG = 40; // characters of a plan's title, on a button

const has = (plan, id) => blocksOf(plan).some((one) => one.activity === id);

/** Adds an activity to the plan that was last open, unless it is there; says what came of it, and the plan's title. Nothing
    is added where the browser does not keep it: the planner would be empty when it is loaded. */
function addTo(planner, id) {
  const desk = deskOf(shelfOf(planner)), plan = desk.resume(), { blocks } = plan.days.at(-1), title = plan.title.trim();
  if (!has(plan, id)) {
    if (blocks.length >= MOST_BLOCKS) return { how: "full", title };
    const before = structuredClone(plan);
    blocks.push(block("activity", { activity: id }));
    if (!desk.offer(plan, before, () => plan.title)) return { how: "unkept", title };
  }
  return { how: "there", title };
}

function onCard(card, words) {
  const title = card.querySelector(".jb-card-title").textContent.trim();
  const button = document.createElement("button");
  button.type = "button";
  button.className = "jb-card-plan";
  button.textContent = words.add;
  button.ariaLabel = fill(words.add_it, { title });
  card.append(button);
  return { button, title };
}

/** A title as short as a button wants it. */
const short = (title) => ([...title].length > LONG ? `${[...title].slice(0, LONG).join("").trim()}…` : title);

/** The text and the label of what stands in a button's place then. */
function said({ how, title: plan }, title, words) {
  if (how !== "there") return [words[how], `${title}: ${words[how]}`];
  if (!plan) return [words.there, fill(words.there_it, { title })];
  return [fill(words.named, { plan: short(plan) }), fill(words.named_it, { title, plan: short(plan) })];
}

/** Puts the way to the planner in a button's place; what could not be added is added there. */
function show(result, button, title, planner, words, id) {
  const link = document.createElement("a");
  link.className = button.className;
  link.href = result.how === "unkept" ? `${planner}?add=${encodeURIComponent(id)}` : planner;
  [link.textContent, link.ariaLabel] = said(result, title, words);
  button.replaceWith(link);
  return link;
}

/** Puts the buttons on the page that `root` is on. */
export function mount(root) {
  const words = read(root), planner = new URL(root.dataset.jbPlanner, location.href).href;
  const entry = deskOf(shelfOf(planner)).wanted(), plan = entry?.state === "plan" ? entry.plan : null;
  const named = plan?.title.trim() ?? "";
  let offers = false;

  function offer(button, id, title) {
    if (plan && has(plan, id)) return show({ how: "there", title: named }, button, title, planner, words);
    offers = true;
    button.addEventListener("click", (event) => {
      event.preventDefault();
      event.stopPropagation(); // instant navigation would follow the link all the same
      show(addTo(planner, id), button, title, planner, words, id).focus();
    });
    return button;
  }

  for (const link of document.querySelectorAll("[data-jb-add]")) {
    link.hidden = false;
    offer(link, link.dataset.jbAdd, link.dataset.jbTitle);
  }
  for (const link of document.querySelectorAll("[data-jb-plan-open]")) link.hidden = false;
  for (const card of document.querySelectorAll("li.jb-card[data-jb-activity]:not(:has(.jb-card-plan))")) {
    const { button, title } = onCard(card, words);
    offer(button, card.dataset.jbActivity, title);
  }
  if (!named || !offers) return;
  root.textContent = fill(words.goes_to, { plan: named });
  root.hidden = false;
}
