/* The page's own texts: the template has put them there in the handbook's language. */

/** The texts of an app's root. */
export const read = (root) => JSON.parse(root.querySelector("script[data-jb-words]").textContent);

/** A text with its {names} filled. */
export const fill = (text, values) => text.replace(/\{(\w+)\}/g, (all, name) => (name in values ? String(values[name]) : all));

/** Minutes as 45 min, 2 h, 1 h 30 min. */
export function minutes(words, number) {
  const hours = Math.floor(number / 60), rest = number % 60;
  if (!hours) return fill(words.minutes, { minutes: rest });
  return fill(rest ? words.hours_minutes : words.hours, { hours, minutes: rest });
}

/** From a least to a most, both ways of saying: 45–60 min. */
export function between(words, low, high, show) {
  return low === high ? show(low) : fill(words.range, { low: show(low), high: show(high) });
}

/** How many people an activity is for. */
export function people(words, [least, most]) {
  return most ? between(words, least, most, String) : fill(words.or_more, { least });
}
