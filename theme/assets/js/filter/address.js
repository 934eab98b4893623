/* The filter in the address: `?time=-60&setting=online,hybrid&words=first+meeting`. What else is there stays. */

/** @import { Asked } from "./find.js" */

/** What an address asks of the named kinds. @param {string} search @param {string[]} names @returns {Asked} */
export function read(search, names) {
  const given = new URLSearchParams(search);
  const values = (/** @type {string} */ name) =>
    given.getAll(name).flatMap((text) => (name === "words" ? [text] : text.split(",")));
  return asking(names.map((name) => [name, values(name)]));
}

/** What is asked, without what is empty. @param {[string, string[]][]} kinds @returns {Asked} */
export function asking(kinds) {
  const found = kinds.map(([name, values]) => /** @type {const} */ ([name, values.filter((value) => value.trim())]));
  return new Map(found.filter(([, values]) => values.length));
}

/**
 * The query that asks this, with its question mark; empty where nothing is asked.
 * @param {string} search
 * @param {string[]} names
 * @param {Asked} asked
 */
export function write(search, names, asked) {
  const rest = new URLSearchParams(search);
  for (const name of names) rest.delete(name);
  const ours = names
    .filter((name) => asked.has(name))
    .map((name) => `${name}=${(asked.get(name) ?? []).map(encodeURIComponent).join(",")}`);
  const query = [rest.toString(), ...ours].filter(Boolean).join("&");
  return query && `?${query}`;
}
