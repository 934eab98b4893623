/* What the build knows: activities, chapters and workshops, fetched beside the page. */
import { datum } from "../../dom.js";

/**
 * The handbook's data, and how it shows addresses, numbers and dates.
 * @typedef {object} Book
 * @property {Map<string, ActivityData>} activities
 * @property {Map<string, string>} chapters
 * @property {WorkshopData[]} workshops
 * @property {Map<string, StepsData[string]>} steps
 * @property {() => Promise<void>} fetchSteps
 * @property {(path: string) => string} address
 * @property {(number: number) => string} number
 * @property {(time: number | undefined) => string} moment
 * @property {(date: string) => string} date
 */

/** Fetches it. @param {HTMLElement} root @returns {Promise<Book>} */
export async function load(root) {
  const [file, stepsFile, homePath, code] = ["jbData", "jbSteps", "jbHome", "jbLanguage"].map((name) =>
    datum(root, name),
  );
  const here = location.href;
  const home = new URL(homePath, here);
  const answer = await fetch(new URL(file, here));
  if (!answer.ok) throw new Error(`${file}: ${answer.status}`);
  const steps = new URL(stepsFile, here);
  return bookOf(await answer.json(), home, steps, language(code));
}

/**
 * A book of what was fetched.
 * @param {BookData} found
 * @param {URL} home
 * @param {URL} steps
 * @param {string} [tongue]
 * @returns {Book}
 */
export const bookOf = ({ activities, chapters, workshops }, home, steps, tongue) => ({
  activities: new Map(activities.map((activity) => [activity.id, activity])),
  chapters: new Map(Object.entries(chapters)), // a chapter may be called constructor, as anything else that has an id
  workshops,
  steps: new Map(),
  async fetchSteps() {
    const found = await fetch(steps);
    if (found.ok) this.steps = new Map(Object.entries(/** @type {StepsData} */ (await found.json())));
  },
  address: (path) => new URL(path, home).href,
  number: (number) => new Intl.NumberFormat(tongue).format(number),
  moment: (time) => new Intl.DateTimeFormat(tongue, { dateStyle: "medium", timeStyle: "medium" }).format(time),
  date: (date) => new Intl.DateTimeFormat(tongue, { dateStyle: "full", timeZone: "UTC" }).format(new Date(date)),
});

/**
 * English dates have the day first, as in journeybook's own pages; a code that browsers do not know is left out.
 * @param {string} code
 */
function language(code) {
  try {
    return new Intl.Locale(code === "en" ? "en-GB" : code.replaceAll("_", "-")).toString();
  } catch {
    return undefined;
  }
}
