/* What a word means among the words of a handbook: others of its stem, or where there is none of it, the nearest. It
   knows no language. Endings are what takes each other's place there behind the same letters, as “y” and “ies” do.

   A script and no module, for the worker of a page from a disk can load no modules: it leaves `jbForms` behind. Modules
   import this file and take it from there. */
(() => {
  const STEM = 4; // letters that words of one stem have in common, at least
  const END = 4; // letters of an ending, at most
  const RARE = 600; // endings take each other's place once for so many words, or it is chance
  const MOST = 6; // words that a reader is told of
  const NEAR = 3; // nearest words that are taken
  // Scripts that put no space between words are looked for inside them.
  const UNSPACED =
    /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}\p{Script=Lao}\p{Script=Khmer}\p{Script=Myanmar}]/u;

  /**
   * The words of a text without accents and in lower case.
   * @param {string} text
   * @returns {string[]}
   */
  function fold(text) {
    const plain = text
      .normalize("NFKD")
      .toLowerCase()
      .replace(/\p{Mn}/gu, "")
      .normalize("NFC");
    return plain.match(/[\p{L}\p{N}]+/gu) || [];
  }

  /**
   * Whether words of this script stand without spaces between them.
   * @param {string} text
   * @returns {boolean}
   */
  const isUnspaced = (text) => UNSPACED.test(text);

  /**
   * How many letters two words begin with alike.
   * @param {string} one
   * @param {string} other
   * @returns {number}
   */
  function alike(one, other) {
    let at = 0;
    while (at < one.length && one[at] === other[at]) at += 1;
    return at;
  }

  /**
   * The distance of two words: letters put in, left out, replaced, or in each other's place (Damerau 1964, as optimal
   * string alignment); `most + 1` for any that is more than `most`.
   * @param {string} one
   * @param {string} other
   * @param {number} most
   * @returns {number}
   */
  function distance(one, other, most) {
    if (Math.abs(one.length - other.length) > most) return most + 1;
    /** @type {number[]} */
    let before = [];
    let row = Array.from({ length: other.length + 1 }, (_, at) => at);
    for (let i = 1; i <= one.length; i += 1) {
      const next = [i];
      for (let j = 1; j <= other.length; j += 1) {
        const replaced = row[j - 1] + (one[i - 1] === other[j - 1] ? 0 : 1);
        next[j] = Math.min(replaced, row[j] + 1, next[j - 1] + 1);
        const turned = i > 1 && j > 1 && one[i - 1] === other[j - 2] && one[i - 2] === other[j - 1];
        if (turned) next[j] = Math.min(next[j], before[j - 2] + 1);
      }
      if (Math.min(...next) > most) return most + 1;
      [before, row] = [row, next];
    }
    return row[other.length];
  }

  /**
   * What finds out what a word means. It is given every folded word of the handbook with the number of places that it
   * is in. Its answer: whether the word itself, or one that begins with it, is there, and which others are meant.
   * @param {Map<string, number>} counts
   * @returns {(word: string) => {found: boolean, words: string[]}}
   */
  function wordForms(counts) {
    const words = [...counts.keys()].filter((word) => !/\p{N}/u.test(word) && !isUnspaced(word));
    const least = Math.max(2, Math.ceil(words.length / RARE));
    const known = new Set(words);
    /** @type {Map<string, boolean>} */
    const pairs = new Map();

    /**
     * Whether two endings take each other's place behind several stems. Compounds of one word count as one: only the last
     * letters of a stem are looked at.
     * @param {string} one
     * @param {string} other
     * @returns {boolean}
     */
    function takePlaces(one, other) {
      const stems = new Set();
      for (const word of words) {
        const stem = word.endsWith(one) ? word.slice(0, word.length - one.length) : "";
        if (stem.length >= STEM && known.has(stem + other)) stems.add(stem.slice(-STEM));
        if (stems.size >= least) return true;
      }
      return false;
    }

    /**
     * The same, remembered.
     * @param {string} one
     * @param {string} other
     * @returns {boolean}
     */
    function areEndings(one, other) {
      if (Math.max(one.length, other.length) > END) return false;
      const pair = [one, other].sort().join(" ");
      if (!pairs.has(pair)) pairs.set(pair, takePlaces(one, other));
      return Boolean(pairs.get(pair));
    }

    /**
     * The words that stand in most places.
     * @param {string[]} found
     * @param {number} most
     * @returns {string[]}
     */
    const foremost = (found, most) =>
      found.sort((a, b) => (counts.get(b) || 0) - (counts.get(a) || 0) || (a < b ? -1 : 1)).slice(0, most);

    /**
     * Others of a word's stem, but for those that begin with it.
     * @param {string} word
     * @returns {string[]}
     */
    function ofStem(word) {
      if (word.length < STEM) return [];
      const start = word.slice(0, STEM);
      return words.filter((other) => {
        if (!other.startsWith(start) || other.startsWith(word)) return false;
        const same = alike(word, other);
        return areEndings(word.slice(same), other.slice(same));
      });
    }

    /**
     * The words at the least distance, which is at most 2, and at most a third of the letters.
     * @param {string} word
     * @returns {string[]}
     */
    function nearest(word) {
      let most = Math.min(2, Math.floor(word.length / 3));
      /** @type {string[]} */
      let found = [];
      for (const other of word.length < STEM ? [] : words) {
        const far = distance(word, other, most);
        if (far < most) found = [];
        if (far <= most) {
          most = far;
          found.push(other);
        }
      }
      return found;
    }

    /**
     * Words that are like it for two thirds.
     * @param {string} word
     * @returns {string[]}
     */
    function beginsLike(word) {
      return words.filter((other) => {
        const same = alike(word, other);
        const longest = Math.max(word.length, other.length);
        return same >= STEM && same * 3 >= longest * 2 && longest - same <= END;
      });
    }

    /**
     * Words, and after them the others of their stems, so that a word means the same however it is misspelt.
     * @param {string[]} near
     * @returns {string[]}
     */
    const withStems = (near) => [...new Set([...near, ...foremost(near.flatMap(ofStem), MOST)])].slice(0, MOST);

    return (word) => {
      const whole = counts.has(word);
      const begun = whole || [...counts.keys()].some((other) => other.startsWith(word));
      if ((begun && !whole) || isUnspaced(word) || /\p{N}/u.test(word)) return { found: true, words: [] };
      const kin = foremost(ofStem(word), MOST);
      if (whole || kin.length) return { found: whole, words: kin };
      const near = foremost(nearest(word), NEAR);
      return { found: false, words: withStems(near.length ? near : foremost(beginsLike(word), NEAR)) };
    };
  }

  Object.assign(globalThis, { jbForms: { fold, isUnspaced, wordForms } });
})();
