/* What an address brings: `#plan=…` from a shared link, `?workshop=…` from a workshop's page, `?add=…` from an activity's. */
import * as plans from "./plan.js";
import { unpacked } from "./share.js";

/** Takes in what the address brings, and takes it out of the address: loading the page again must not bring it twice. */
export async function incoming(app) {
  const asked = new URLSearchParams(location.search), fragment = location.hash.slice(1);
  const [workshop, add] = ["workshop", "add"].map((name) => asked.get(name));
  const shared = fragment.startsWith("plan=");
  if (!shared && !workshop && !add) return;
  history.replaceState(history.state, "", location.pathname);
  if (shared) await takeLink(app, fragment);
  if (workshop) takeWorkshop(app, workshop);
  if (add && app.data.activities.has(add)) {
    app.change((plan) => plan.days.at(-1).blocks.push(plans.block("activity", { activity: add })));
  }
}

async function takeLink(app, fragment) {
  try {
    take(app, await unpacked(fragment), "replaced_link", "bad_link");
  } catch {
    app.notice(app.words.bad_link);
  }
}

/** Takes a value that should be a plan. */
export function take(app, value, why, wrong) {
  const plan = plans.read(value);
  if (plan) app.replace(plan, why);
  else app.notice(plans.isNewer(value) ? app.words.newer : app.words[wrong]);
}

/** Takes a copy of one of the handbook's workshops. */
export function takeWorkshop(app, id) {
  const workshop = app.data.workshops.find((one) => one.id === id);
  if (workshop) app.replace(plans.read(workshop), "replaced_workshop");
  else app.notice(app.words.no_workshop);
}
