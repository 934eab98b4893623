/* Free words: each begins a word of the item, or stands for others of its stem, or for the nearest where there is none
   of it. The page brings the index; pages/finder.py says how it is written. */
import "../search/forms.js";
import { add, all, join, keep, none } from "./sets.js";

/** @import { Bits } from "./sets.js" */

export const { fold } = globalThis.jbForms;
const { isUnspaced, wordForms } = globalThis.jbForms;

/** @param {string} part */
function numbers(part) {
  let at = 0;
  return part.split(" ").map((step) => (at += parseInt(step, 36)));
}

/** What a text of free words asks: `find` gives the items that have all of its words, each begun by one, or another of
    its stem; `said` gives what was put beside them, and in the place of which. Items of a word are read when they are
    first asked for.
    @param {{ words: string, items: string }} data @param {number} size
    @returns {{ find: (text: string) => Bits, said: (text: string) => SaidWords }} */
export function wordIndex(data, size) {
  const words = data.words ? data.words.split(" ") : [];
  const parts = data.items.split(";");
  /** @type {Map<number, number[]>} */
  const read = new Map();
  /** @type {Map<string, ReturnType<ReturnType<typeof wordForms>>>} */
  const meanings = new Map();
  /** @type {ReturnType<typeof wordForms> | undefined} */
  let meant;

  /** @param {number} place */
  function itemsOf(place) {
    const found = read.get(place) ?? numbers(parts[place]);
    read.set(place, found);
    return found;
  }

  /** @param {(word: string) => boolean} fits */
  function withAny(fits) {
    const set = none(size);
    for (const [place, word] of words.entries()) {
      if (fits(word)) for (const item of itemsOf(place)) add(set, item);
    }
    return set;
  }

  /** @param {string} word */
  function meaning(word) {
    meant ||= wordForms(new Map(words.map((one, place) => [one, parts[place].split(" ").length])));
    const found = meanings.get(word) ?? meant(word);
    meanings.set(word, found);
    return found;
  }

  /** @param {string} start */
  function having(start) {
    if (isUnspaced(start)) return withAny((word) => word.includes(start));
    const { found, words: others } = meaning(start);
    const own = withAny((word) => word.startsWith(start));
    if (!others.length) return own;
    return join(
      own,
      withAny((word) => (found ? others.includes(word) : others.some((other) => word.startsWith(other)))),
    );
  }

  /** @param {string} text */
  function said(text) {
    const typed = fold(text).filter((word) => !isUnspaced(word));
    const known = typed.map((word) => ({ word, ...meaning(word) }));
    return {
      also: known.flatMap(({ found, words: others }) => (found ? others : [])),
      instead: known
        .filter(({ found, words: others }) => !found && others.length)
        .map(({ word, words: others }) => ({ word, words: others })),
    };
  }

  return { find: (/** @type {string} */ text) => fold(text).map(having).reduce(keep, all(size)), said };
}
