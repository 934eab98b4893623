/* The view has an address: #run=3 is the third screen, ?run its beginning. */

/** The number of the screen that the address asks for, from 1; 0 for no particular one; null where it asks for none. */
export function wanted() {
  const hash = /^#run(?:=(\d+))?$/.exec(location.hash);
  if (hash) return Number(hash[1] ?? 0);
  const asked = new URLSearchParams(location.search).get("run");
  return asked === null ? null : Number.parseInt(asked, 10) || 0;
}

/** This page's address with a screen's number, or without one. @param {number} number */
export function addressOf(number) {
  const url = new URL(location.href);
  if (url.searchParams.has("run")) url.searchParams.delete("run"); // only then: it writes the query anew
  if (number || /^#run/.test(url.hash)) url.hash = number ? `run=${number}` : "";
  return url.href;
}
