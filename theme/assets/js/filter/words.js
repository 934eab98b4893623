/* Free words: each begins a word of the item, or stands for others of its stem, or for the nearest where there is none
   of it. The page brings the index; pages/finder.py says how it is written. */
import "../search/forms.js";
import { add, all, join, keep, none } from "./sets.js";

const { fold, isUnspaced, wordForms } = globalThis.jbForms;

function numbers(part) {
  let at = 0;
  return part.split(" ").map((step) => (at += parseInt(step, 36)));
}

/** What a text of free words asks: `find` gives the items that have all of its words, each begun by one, or another of
    its stem; `said` gives what was put beside them, and in the place of which. Items of a word are read when they are
    first asked for. */
export function wordIndex(data, size) {
  const words = data.words ? data.words.split(" ") : [];
  const parts = data.items.split(";");
  const read = new Map();
  const meanings = new Map();
  let meant;

  function itemsOf(place) {
    if (!read.has(place)) read.set(place, numbers(parts[place]));
    return read.get(place);
  }

  function withAny(fits) {
    const set = none(size);
    words.forEach((word, place) => { if (fits(word)) itemsOf(place).forEach((item) => add(set, item)); });
    return set;
  }

  function meaning(word) {
    meant ||= wordForms(new Map(words.map((one, place) => [one, parts[place].split(" ").length])));
    if (!meanings.has(word)) meanings.set(word, meant(word));
    return meanings.get(word);
  }

  function having(start) {
    if (isUnspaced(start)) return withAny((word) => word.includes(start));
    const { found, words: others } = meaning(start);
    const own = withAny((word) => word.startsWith(start));
    if (!others.length) return own;
    return join(own, withAny((word) => (found ? others.includes(word) : others.some((other) => word.startsWith(other)))));
  }

  function said(text) {
    const known = fold(text).map((word) => [word, isUnspaced(word) ? { found: true, words: [] } : meaning(word)]);
    return {
      also: known.flatMap(([, { found, words: others }]) => (found ? others : [])),
      instead: known.filter(([, { found, words: others }]) => !found && others.length)
        .map(([word, { words: others }]) => ({ word, words: others })),
    };
  }

  return { find: (text) => fold(text).map(having).reduce(keep, all(size)), said };
}
