/* What to bring: the same rules as journeybook/handbook/materials.py, line by line, so that the numbers are the same. */
/**
 * A line of what to bring; `number` is null where it is not said or cannot be counted.
 * @typedef {object} Line
 * @property {string} title
 * @property {string} folded
 * @property {number | null} number
 * @property {MaterialData[1]} each
 * @property {MaterialData[2]} per
 * @property {ActivityData[]} activities
 */

const folded = (/** @type {MaterialData} */ [title, , , compared]) => compared ?? title.toLowerCase();

/** @param {string} one @param {string} other */
function byCodePoint(one, other) {
  const a = [...one];
  const b = [...other];
  for (let i = 0; i < Math.min(a.length, b.length); i += 1) {
    if (a[i] !== b[i]) return (a[i].codePointAt(0) ?? 0) - (b[i].codePointAt(0) ?? 0);
  }
  return a.length - b.length;
}

/**
 * How many small groups a number of people makes: of the size, or of the only number that the activity is for.
 * @param {ActivityData} activity
 * @param {number} people
 */
export function groupsOf(activity, people) {
  const each = activity.group?.[2];
  return each ? Math.ceil(people / each) : 1;
}

/**
 * How many of a material are needed; null where it is not said or cannot be counted.
 * @param {MaterialData} material
 * @param {ActivityData} activity
 * @param {number | null} people
 */
export function quantity([, each, per], activity, people) {
  if (each === null) return null;
  if (per === "person") return people ? each * people : null;
  if (per === "group") return people ? each * groupsOf(activity, people) : null;
  return each;
}

/**
 * The materials of activities; what is used twice is brought once, the larger number of it.
 * @param {ActivityData[]} activities
 * @param {number | null} people
 */
export function materials(activities, people) {
  /** @type {Map<string, Line>} */
  const lines = new Map();
  for (const activity of activities) {
    for (const material of activity.materials ?? []) {
      const [title, each, per] = material;
      const number = quantity(material, activity, people);
      const key = JSON.stringify([folded(material), per, each]);
      /** @type {Line} */
      const line = lines.get(key) ?? { title, folded: folded(material), number: null, each, per, activities: [] };
      if (number !== null) line.number = Math.max(number, line.number ?? 0);
      line.activities.push(activity);
      lines.set(key, line);
    }
  }
  return [...lines.values()].sort(
    (a, b) =>
      Number(a.number === null) - Number(b.number === null) ||
      (b.number ?? 0) - (a.number ?? 0) ||
      byCodePoint(a.folded, b.folded),
  );
}
