/* What a reader is told of a search whose words were not taken as they were typed. A script and no module, as forms.js:
   it leaves `jbSaid` behind. */
(() => {
  /** @param {string} text @param {Record<string, string>} values @returns {string} */
  const filled = (text, values) => text.replace(/\{(\w+)\}/g, (whole, name) => (Object.hasOwn(values, name) ? values[name] : whole));

  /**
   * One line of it; empty where nothing was changed.
   * @param {{also?: string[], instead?: {word: string, words: string[]}[], failed?: boolean} | undefined} said
   * @param {Record<string, string>} texts `also` with {words}, `instead` with {word} and {words}, and `failed`
   * @returns {string}
   */
  function line(said, texts) {
    const { also = [], instead = [], failed = false } = said || {};
    return [
      ...(failed ? [texts.failed] : []),
      ...instead.map(({ word, words }) => filled(texts.instead, { word, words: words.join(", ") })),
      ...(also.length ? [filled(texts.also, { words: [...new Set(also)].join(", ") })] : []),
    ].join(" ");
  }

  Object.assign(globalThis, { jbSaid: line });
})();
