/* What a plan needs: materials and handouts. */
import { one } from "../../dom.js";
import { materials } from "./materials.js";
import { activitiesOf } from "./names.js";
import { element, icon, link } from "./parts.js";

/** @import { Texts } from "../../texts.js" */
/** @import { Book } from "./data.js" */
/** @import { Line } from "./materials.js" */
/** @import { Plan } from "./plan.js" */

/** @param {string} text */
function cell(text, className = "") {
  return element("td", className, text);
}

/**
 * How a line is counted: 2 for each person.
 * @param {Pick<Line, "each" | "per">} line
 * @param {Texts<PlannerTexts>} words
 * @param {Book["number"]} number
 */
export function counted({ each, per }, words, number) {
  if (each === null) return "";
  if (per === "person") return words("per_person", { number: number(each) });
  return per === "group" ? words("per_group", { number: number(each) }) : words("per_room");
}

/**
 * Shows materials and handouts.
 * @param {HTMLElement} root
 * @param {Plan} plan
 * @param {Book} data
 * @param {Texts<PlannerTexts>} words
 */
export function showNeeds(root, plan, data, words) {
  const activities = activitiesOf(plan, data);
  const lines = materials(activities, plan.people);
  const table = one(root, "[data-jb-materials]", HTMLTableElement);
  table.hidden = !lines.length;
  table.tBodies[0].replaceChildren(
    ...lines.map((line) => {
      const row = element("tr");
      row.append(
        cell(line.number === null ? "" : data.number(line.number), "jb-count"),
        cell(line.title),
        cell(counted(line, words, data.number)),
        cell(line.activities.map((activity) => activity.title).join(" · ")),
      );
      return row;
    }),
  );
  one(root, "[data-jb-counted]").textContent = !lines.length
    ? words("no_materials")
    : plan.people
      ? words("counted_for", { number: data.number(plan.people) })
      : words("no_people");
  showHandouts(root, activities, data, words);
}

/**
 * @param {HTMLElement} root
 * @param {ActivityData[]} activities
 * @param {Book} data
 * @param {Texts<PlannerTexts>} words
 */
function showHandouts(root, activities, data, words) {
  const rows = activities.flatMap((activity) =>
    (activity.handouts ?? []).map(([, title, address]) => {
      const row = element("li");
      const page = data.address(address);
      row.append(icon("handout"), " ", link(page, title), " ", element("small", "", activity.title));
      return row;
    }),
  );
  one(root, "[data-jb-handouts]").replaceChildren(...rows);
  one(root, "[data-jb-no-handouts]").textContent = rows.length ? "" : words("no_handouts");
}
