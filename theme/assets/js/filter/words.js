/* Free words: each begins a word of the item. The page brings the index; pages/finder.py says how it is written. */
import { add, all, keep, none } from "./sets.js";

/** @import { Bits } from "./sets.js" */

// Scripts that put no space between words are looked for inside them.
const UNSPACED =
  /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}\p{Script=Lao}\p{Script=Khmer}\p{Script=Myanmar}]/u;

/**
 * The words of a text without accents and in lower case, as the page's index has them.
 * @param {string} text
 * @returns {string[]}
 */
export function fold(text) {
  const plain = text
    .normalize("NFKD")
    .toLowerCase()
    .replace(/\p{Mn}/gu, "")
    .normalize("NFC");
  return plain.match(/[\p{L}\p{N}]+/gu) || [];
}

/** @param {string} part */
function numbers(part) {
  let at = 0;
  return part.split(" ").map((step) => (at += parseInt(step, 36)));
}

/** What finds the items that have all words of a text. Items of a word are read when they are first asked for.
    @param {{ words: string, items: string }} data @param {number} size @returns {(text: string) => Bits} */
export function wordIndex(data, size) {
  const words = data.words ? data.words.split(" ") : [];
  const parts = data.items.split(";");
  /** @type {Map<number, number[]>} */
  const read = new Map();

  /** @param {number} place */
  function itemsOf(place) {
    const found = read.get(place) ?? numbers(parts[place]);
    read.set(place, found);
    return found;
  }

  /** @param {string} start */
  function having(start) {
    const set = none(size);
    const fits = UNSPACED.test(start)
      ? (/** @type {string} */ word) => word.includes(start)
      : (/** @type {string} */ word) => word.startsWith(start);
    for (const [place, word] of words.entries()) {
      if (fits(word)) for (const item of itemsOf(place)) add(set, item);
    }
    return set;
  }

  return (text) => fold(text).map(having).reduce(keep, all(size));
}
