/* Times of day, and days. */
const DAY = 24 * 60;

const two = (/** @type {number} */ number) => String(number).padStart(2, "0");

/**
 * The minute of the day that a text such as 9:30 or 09.30 names; null where it names none.
 * @param {string | null} text
 */
export function minuteOf(text) {
  const found = /^([01]?\d|2[0-3])[:.]([0-5]\d)$/.exec((text ?? "").trim());
  return found ? Number(found[1]) * 60 + Number(found[2]) : null;
}

/** The reader's day as dates are written, 2027-01-14, or the one so many days later. @param {number} [later] */
export function today(later = 0) {
  const now = new Date();
  const day = new Date(now.getFullYear(), now.getMonth(), now.getDate() + later);
  return `${day.getFullYear()}-${two(day.getMonth() + 1)}-${two(day.getDate())}`;
}

/** The time of day of a minute; after midnight it goes on with 00:00. @param {number} minute */
export function timeOf(minute) {
  const rest = ((minute % DAY) + DAY) % DAY;
  return `${two(Math.floor(rest / 60))}:${two(rest % 60)}`;
}
