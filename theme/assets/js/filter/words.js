/* Free words: each begins a word of the item. The page brings the index; pages/finder.py says how it is written. */
import { add, all, keep, none } from "./sets.js";

// Scripts that put no space between words are looked for inside them.
const UNSPACED = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}\p{Script=Lao}\p{Script=Khmer}\p{Script=Myanmar}]/u;

/** The words of a text without accents and in lower case, as the page's index has them. */
export function fold(text) {
  const plain = text.normalize("NFKD").toLowerCase().replace(/\p{Mn}/gu, "").normalize("NFC");
  return plain.match(/[\p{L}\p{N}]+/gu) || [];
}

function numbers(part) {
  let at = 0;
  return part.split(" ").map((step) => (at += parseInt(step, 36)));
}

/** What finds the items that have all words of a text. Items of a word are read when they are first asked for. */
export function wordIndex(data, size) {
  const words = data.words ? data.words.split(" ") : [];
  const parts = data.items.split(";");
  const read = new Map();

  function itemsOf(place) {
    if (!read.has(place)) read.set(place, numbers(parts[place]));
    return read.get(place);
  }

  function having(start) {
    const set = none(size);
    const fits = UNSPACED.test(start) ? (word) => word.includes(start) : (word) => word.startsWith(start);
    words.forEach((word, place) => { if (fits(word)) itemsOf(place).forEach((item) => add(set, item)); });
    return set;
  }

  return (text) => fold(text).map(having).reduce(keep, all(size));
}
