/* A reader's question as it is put to Material's search: each word with others of its stem, or in the place of one that
   is not in the handbook the nearest that are. What is in quotes stays as it is, and so does a word with a sign of
   Material's search; other signs only part words, in the question as in the index.

   A script and no module, as forms.js, which comes before it: it leaves `jbQuestion` behind. */
(() => {
  const MOST = 8; // ways to write a word, with accents and without
  const QUOTES = /[“”„‟«»]/g;
  const SIGN = /[\p{P}\p{Sm}\p{Sc}\p{Sk}]/u;
  const WORD = /[\p{L}\p{M}\p{N}]+/gu;
  const KEPT = "*.,"; // a star stands for letters; points and commas are in numbers
  // What a reader means for the search itself: +word, -word, title:word, wor*, word~1, word^2.
  const MEANT =
    /^[+-][\p{L}\p{N}]|^(?:title|text|tags):[\p{L}\p{N}]|[\p{L}\p{N}]\*|\*[\p{L}\p{N}]|[\p{L}\p{N}][~^]\d+$/u;

  /**
   * The signs between words, as ranges of a regular expression without flags, for Material takes none.
   * @returns {string}
   */
  function signs() {
    const is = (/** @type {number} */ code) => {
      const sign = String.fromCharCode(code);
      return SIGN.test(sign) && !KEPT.includes(sign);
    };
    const written = (/** @type {number} */ code) => `\\u${code.toString(16).padStart(4, "0")}`;
    let ranges = "";
    for (let code = 0; code < 0x10000; code += 1) {
      if (!is(code)) continue;
      const first = code;
      while (is(code + 1)) code += 1;
      ranges += `${written(first)}-${written(code)}`;
    }
    return ranges;
  }

  /**
   * What stands between words: what the handbook says itself, and else every sign, but for those inside a number.
   * @param {string} own a regular expression
   * @returns {string} another
   */
  const separator = (own) => `(?:${own}|&#?\\w+;|[\\s\\u200b${signs()}]+|[.,](?!\\d))+`;

  /**
   * The text of an entry, without its marks.
   * @param {SearchDoc} doc
   * @returns {string}
   */
  const plainOf = ({ title, text, tags = [] }) =>
    `${title} ${text} ${tags.join(" ")}`.replace(/<[^>]*>|&#?\w+;/g, " ").toLowerCase();

  /**
   * Every word of the index as it stands there in lower case, with the number of places.
   * @param {SearchDoc[]} docs
   * @returns {Map<string, number>}
   */
  function spelt(docs) {
    /** @type {Map<string, number>} */
    const found = new Map();
    for (const doc of docs) {
      for (const word of plainOf(doc).match(WORD) || []) found.set(word, (found.get(word) || 0) + 1);
    }
    return found;
  }

  /**
   * What puts questions to an index of these entries.
   * @param {SearchDoc[]} docs
   * @param {SearchConfig} config of that index, with the separator from here
   * @returns {(typed: string) => AskedQuestion}
   */
  function asking(docs, config) {
    const between = new RegExp(config.separator, "g");
    const { fold, isUnspaced, wordForms } = jbForms;
    /** @param {string} word @returns {string} */
    const folded = (word) => fold(word).join("");
    /** @type {Map<string, number>} */
    const counts = new Map();
    /** @type {Map<string, string[]>} */
    const spellings = new Map();
    for (const [word, count] of spelt(docs)) {
      const plain = folded(word);
      counts.set(plain, (counts.get(plain) || 0) + count);
      spellings.set(plain, [...(spellings.get(plain) || []), word]);
    }
    const meant = wordForms(counts);

    /**
     * Other ways to write a word, which its own letters do not begin: with accents, or without.
     * @param {string} own
     * @returns {string[]}
     */
    function accented(own) {
      const plain = folded(own);
      const same = spellings.get(plain) || [];
      const longer = () =>
        [...spellings].flatMap(([word, ways]) => (plain.length > 2 && word.startsWith(plain) ? ways : []));
      const ways = same.length ? same : longer();
      if (!same.length && ways.some((way) => way.startsWith(own))) return []; // a word that is still being typed
      return ways.filter((way) => !way.startsWith(own)).slice(0, MOST);
    }

    /**
     * What stands for a word in the question, of which it is told what was changed.
     * @param {string} word
     * @param {AskedQuestion} question
     * @returns {string}
     */
    function put(word, question) {
      const own = word.toLowerCase();
      const { found, words } = meant(folded(word));
      const others = words.flatMap((plain) => spellings.get(plain) || []);
      if (!found && others.length) {
        question.said.instead.push({ word, words: others });
        question.groups.push({ own, others });
        return others.join(" ");
      }
      const beside = [...accented(own), ...others];
      if (!beside.length) return word;
      question.said.also.push(...beside);
      question.groups.push({ own, others: beside });
      return [word, ...beside].join(" ");
    }

    /**
     * What stands for a word of a script without spaces: it is looked for inside of what stands between signs. Only for
     * Japanese does Material part the index into words.
     * @param {string} word
     * @param {AskedQuestion} question
     * @returns {string}
     */
    function inside(word, question) {
      if (config.lang.includes("ja")) return word;
      const own = word.toLowerCase();
      const places = docs.filter((doc) => plainOf(doc).includes(own)).map(({ location }) => location);
      question.groups.push({ own, others: [], places: new Set(places) });
      return `*${word}`; // Material puts a star behind it
    }

    /**
     * The words of a part of a question, without single letters as in “mentee's”.
     * @param {string} part
     * @returns {string[]}
     */
    function wordsOf(part) {
      const words = part.replace(between, " ").trim().split(" ");
      const long = words.filter((word) => isUnspaced(word) || /\p{N}|../u.test(word));
      return long.length ? long : words;
    }

    /**
     * Whether a part of a question is put as it stands. In quotes, Material finds no word inside of others.
     * @param {string} part
     * @returns {boolean}
     */
    const stays = (part) => /^\s*$/.test(part) || (part.startsWith('"') ? !isUnspaced(part) : MEANT.test(part));

    return (typed) => {
      /** @type {AskedQuestion} */
      const question = { asked: "", said: { also: [], instead: [] }, groups: [] };
      /** @param {string} word */
      const asked = (word) => {
        if (isUnspaced(word)) return inside(word, question);
        // Among others, a letter begins no word: “a” would find everything. With a weight, no star is put behind it.
        if (/^\p{L}\p{M}*$/u.test(word) && /\s/.test(typed.trim())) return `${word}^1`;
        return /^[\p{L}\p{M}\p{N}]+$/u.test(word) ? put(word, question) : word;
      };
      const parts = typed.replace(QUOTES, '"').split(/("[^"]*"?|\s+)/);
      question.asked = parts.map((part) => (stays(part) ? part : wordsOf(part).map(asked).join(" "))).join("");
      return question;
    };
  }

  /**
   * Let a result speak of the words that were asked: one of them is missing only where all that stood for it are.
   * @param {SearchItem} item
   * @param {AskedGroup[]} groups
   */
  function settle(item, groups) {
    for (const { own, others, places } of groups) {
      // Material parts a word of Chinese into those that it knows.
      const asked = places ? Object.keys(item.terms).filter((word) => own.includes(word)) : [own, ...others];
      const words = asked.filter((word) => Object.hasOwn(item.terms, word));
      const has = places?.has(item.location) || words.some((word) => item.terms[word]);
      for (const word of words) if (!item.terms[word]) delete item.terms[word];
      if (words.length && !has) item.terms[own] = false;
    }
  }

  Object.assign(globalThis, { jbQuestion: { asking, separator, settle } });
})();
