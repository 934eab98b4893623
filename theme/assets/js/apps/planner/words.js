/* The page's own texts: the template has put them there in the handbook's language. They stand in an attribute,
   because Material's instant navigation runs every <script> of a new page as JavaScript, whatever its type. */

/** The texts of an app's root. */
export const read = (root) => JSON.parse(root.dataset.jbWords);

/** A text with its {names} filled. */
export const fill = (text, values) => text.replace(/\{(\w+)\}/g, (all, name) => (Object.hasOwn(values, name) ? String(values[name]) : all));

/** The same texts for files: without the characters that part them from letters that run the other way. */
export const plain = (words) => Object.fromEntries(Object.entries(words).map(([key, text]) => [key, text.replace(/[\u2068\u2069]/g, "")]));

/** Minutes as 45 min, 2 h, 1 h 30 min. */
export function minutes(words, number) {
  const hours = Math.floor(number / 60), rest = number % 60;
  if (!hours) return fill(words.minutes, { minutes: rest });
  return fill(rest ? words.hours_minutes : words.hours, { hours, minutes: rest });
}

/** A duration as 45 min, 45–60 min, 1 h 30 min–2 h: as journeybook's own pages say it. */
export function duration(words, low, high) {
  if (low === high) return minutes(words, low);
  if (high < 120 && low < 60) return fill(words.range_minutes, { low, high });
  return fill(words.range, { low: minutes(words, low), high: minutes(words, high) });
}

/** How many people an activity is for. */
export function people(words, [least, most]) {
  if (!most) return fill(words.or_more, { least });
  return least === most ? String(least) : fill(words.range, { low: least, high: most });
}
