/* The filter in the address: `?time=-60&setting=online,hybrid&words=first+meeting`. What else is there stays. */

/** What an address asks of the named kinds. */
export function read(search, names) {
  const given = new URLSearchParams(search);
  const values = (name) => given.getAll(name).flatMap((text) => (name === "words" ? [text] : text.split(",")));
  return new Map(names.map((name) => [name, values(name).filter((value) => value.trim())]).filter(([, found]) => found.length));
}

/** The query that asks this, with its question mark; empty where nothing is asked. */
export function write(search, names, asked) {
  const rest = new URLSearchParams(search);
  names.forEach((name) => rest.delete(name));
  const ours = names.filter((name) => asked.has(name))
    .map((name) => `${name}=${asked.get(name).map(encodeURIComponent).join(",")}`);
  const query = [rest.toString(), ...ours].filter(Boolean).join("&");
  return query && `?${query}`;
}
