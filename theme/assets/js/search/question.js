/* A reader's question as it is put to Material's search: each word with others of its stem, or in the place of one that
   is not in the handbook the nearest that are. What the question says with signs or in quotes stays as it is.

   A script and no module, as forms.js, which comes before it: it leaves `jbQuestion` behind. */
(() => {
  const MOST = 8; // ways to write a word, with accents and without

  /**
   * Every word of the index as it stands there in lower case, with the number of places.
   * @param {SearchDoc[]} docs
   * @returns {Map<string, number>}
   */
  function spelt(docs) {
    /** @type {Map<string, number>} */
    const found = new Map();
    for (const { title, text, tags = [] } of docs) {
      const plain = `${title} ${text} ${tags.join(" ")}`.replace(/<[^>]*>|&#?\w+;/g, " ").toLowerCase();
      for (const word of plain.match(/[\p{L}\p{M}\p{N}]+/gu) || []) found.set(word, (found.get(word) || 0) + 1);
    }
    return found;
  }

  /**
   * What puts questions to an index of these entries.
   * @param {SearchDoc[]} docs
   * @returns {(typed: string) => AskedQuestion}
   */
  function asking(docs) {
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
      return [word, ...beside.map((other) => `${other}^1`)].join(" "); // with a weight, no star is put behind it
    }

    return (typed) => {
      /** @type {AskedQuestion} */
      const question = { asked: "", said: { also: [], instead: [] }, groups: [] };
      const parts = typed.split(/("[^"]*"?|\s+)/);
      question.asked = parts
        .map((part) => (/^[\p{L}\p{M}\p{N}]+$/u.test(part) && !isUnspaced(part) ? put(part, question) : part))
        .join("");
      return question;
    };
  }

  /**
   * Let a result speak of the words that were asked: one of them is missing only where all that stood for it are.
   * @param {SearchItem} item
   * @param {AskedGroup[]} groups
   */
  function settle(item, groups) {
    for (const { own, others } of groups) {
      const words = [own, ...others].filter((word) => Object.hasOwn(item.terms, word));
      const has = words.some((word) => item.terms[word]);
      for (const word of words) if (!item.terms[word]) delete item.terms[word];
      if (words.length && !has) item.terms[own] = false;
    }
  }

  Object.assign(globalThis, { jbQuestion: { asking, settle } });
})();
