/* “Add to plan” on cards and on activities' pages, and the way into the planner from a workshop's page. */
import { block, blocksOf, empty, read as readPlan, written } from "./planner/plan.js";
import { keep, keptPlan, planKey } from "./planner/store.js";
import { fill, read } from "./planner/words.js";

const planOf = (key) => readPlan(keptPlan(key)) ?? empty();

function addTo(key, id) {
  const plan = planOf(key);
  plan.days.at(-1).blocks.push(block("activity", { activity: id }));
  keep(key, JSON.stringify(written(plan)));
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

/** What stands in a button's place once the activity is in the plan. */
function there(button, title, planner, words) {
  const link = document.createElement("a");
  link.className = button.className;
  link.href = planner;
  link.textContent = words.there;
  link.ariaLabel = fill(words.there_it, { title });
  button.replaceWith(link);
  return link;
}

/** Puts the buttons on the page that `root` is on. */
export function mount(root) {
  const words = read(root), planner = new URL(root.dataset.jbPlanner, location.href).href, key = planKey(planner);
  const planned = new Set(blocksOf(planOf(key)).map((one) => one.activity));

  function offer(button, id, title) {
    if (planned.has(id)) return there(button, title, planner, words);
    button.addEventListener("click", (event) => {
      event.preventDefault();
      event.stopPropagation(); // instant navigation would follow the link all the same
      addTo(key, id);
      there(button, title, planner, words).focus();
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
}
