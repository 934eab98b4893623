/* What the build knows: activities, chapters and workshops, fetched beside the page. */

/** The handbook's data, and how it shows addresses, numbers and dates. */
export async function load(root) {
  const { jbData, jbSteps, jbHome, jbLanguage } = root.dataset;
  const here = location.href, home = new URL(jbHome, here);
  const answer = await fetch(new URL(jbData, here));
  if (!answer.ok) throw new Error(`${jbData}: ${answer.status}`);
  const { activities, chapters, workshops } = await answer.json();
  const steps = new URL(jbSteps, here);
  return {
    activities: new Map(activities.map((activity) => [activity.id, activity])),
    chapters: new Map(Object.entries(chapters)), // a chapter may be called constructor, as anything else that has an id
    workshops,
    steps: new Map(),
    async fetchSteps() {
      const found = await fetch(steps);
      if (found.ok) this.steps = new Map(Object.entries(await found.json()));
    },
    address: (path) => new URL(path, home).href,
    number: (number) => new Intl.NumberFormat(language(jbLanguage)).format(number),
    moment: (time) => new Intl.DateTimeFormat(language(jbLanguage), { dateStyle: "medium", timeStyle: "medium" }).format(time),
    date: (date) => new Intl.DateTimeFormat(language(jbLanguage), { dateStyle: "full", timeZone: "UTC" }).format(new Date(date)),
  };
}

/** English dates have the day first, as in journeybook's own pages; a code that browsers do not know is left out. */
function language(code) {
  try {
    return new Intl.Locale(code === "en" ? "en-GB" : code.replaceAll("_", "-")).toString();
  } catch {
    return undefined;
  }
}
