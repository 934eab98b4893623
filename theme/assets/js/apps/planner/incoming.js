/* What an address brings: `#plan=…` from a shared link, `?workshop=…` from a workshop's page, `?add=…` from an activity's. */
import { add as addBlock } from "./edits.js";
import * as plans from "./plan.js";
import { textOf } from "./record.js";
import { unpacked } from "./share.js";

/** @import { App } from "./app.js" */

/** Whether the address has a plan in its fragment. */
export const brings = () => location.hash.startsWith("#plan=");

/**
 * Takes in what the address brings, and takes it out of the address: loading the page again must not bring it twice.
 * @param {App} app
 */
export async function incoming(app) {
  const asked = new URLSearchParams(location.search);
  const fragment = location.hash.slice(1);
  const [workshop, add] = ["workshop", "add"].map((name) => asked.get(name));
  const shared = brings();
  if (!shared && !workshop && !add) return;
  history.replaceState(history.state, "", location.pathname);
  if (shared) await takeLink(app, fragment);
  if (workshop) takeWorkshop(app, workshop);
  if (add && app.data.activities.has(add)) {
    addBlock(app, plans.block("activity", { activity: add }), plans.lastOf(app.plan));
  }
}

/** @param {App} app @param {string} fragment */
async function takeLink(app, fragment) {
  take(app, await unpacked(fragment).catch(() => null), "from_link", "bad_link");
}

/**
 * Opens a value that should be a plan as a new one; says `why`, or that it is `wrong`.
 * @param {App} app
 * @param {unknown} value
 * @param {"from_link" | "from_file" | "from_workshop"} why
 * @param {"bad_link" | "bad_file" | "no_workshop"} wrong
 */
export function take(app, value, why, wrong) {
  const plan = plans.read(value);
  const { words } = app;
  if (!plan) return app.notice(words(plans.isNewer(value) ? "newer" : wrong));
  app.elsewhere.add(textOf(plan)); // it is where it came from
  app.leaveFor(app.shelf.add(plan), why);
  if (plans.isTooLarge(value)) app.notice(words("too_large", { days: plans.MOST_DAYS, blocks: plans.MOST_BLOCKS }));
}

/** Opens a copy of one of the handbook's workshops as a new plan. @param {App} app @param {string} id */
export function takeWorkshop(app, id) {
  const workshop = app.data.workshops.find((one) => one.id === id);
  take(app, workshop, "from_workshop", "no_workshop");
}
