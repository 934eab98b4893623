/* What a plan needs: materials and handouts. */
import { materials } from "./materials.js";
import { activitiesOf } from "./names.js";
import { element, icon, link } from "./parts.js";
import { fill } from "./words.js";

function cell(text, className = "") {
  return element("td", className, text);
}

/** How a line is counted: 2 for each person. */
export function counted({ each, per }, words, number) {
  if (each === null) return "";
  if (per === "person") return fill(words.per_person, { number: number(each) });
  return per === "group" ? fill(words.per_group, { number: number(each) }) : words.per_room;
}

/** Shows materials and handouts. */
export function showNeeds(root, plan, data, words) {
  const activities = activitiesOf(plan, data), lines = materials(activities, plan.people);
  const table = root.querySelector("[data-jb-materials]");
  table.hidden = !lines.length;
  table.tBodies[0].replaceChildren(...lines.map((line) => {
    const row = element("tr");
    row.append(cell(line.number === null ? "" : data.number(line.number), "jb-count"), cell(line.title),
      cell(counted(line, words, data.number)), cell(line.activities.map((activity) => activity.title).join(" · ")));
    return row;
  }));
  root.querySelector("[data-jb-counted]").textContent = !lines.length ? words.no_materials
    : plan.people ? fill(words.counted_for, { number: data.number(plan.people) }) : words.no_people;
  showHandouts(root, activities, data, words);
}

function showHandouts(root, activities, data, words) {
  const rows = activities.flatMap((activity) => (activity.handouts ?? []).map(([, title, address]) => {
    const row = element("li");
    const page = data.address(address);
    row.append(icon("handout"), " ", link(page, title), " ", element("small", "", activity.title));
    return row;
  }));
  root.querySelector("[data-jb-handouts]").replaceChildren(...rows);
  root.querySelector("[data-jb-no-handouts]").textContent = rows.length ? "" : words.no_handouts;
}
