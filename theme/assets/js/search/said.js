/* What a reader is told of a search whose words were not taken as they were typed. A script and no module, as forms.js:
   it leaves `jbSaid` behind. */
(() => {
  /**
   * One line of it; empty where nothing was changed.
   * @param {SaidWords | undefined} said
   * @param {SaySearch} say gives `also` with {words}, `instead` with {word} and {words}, `failed` and `loading`
   * @returns {string}
   */
  function line(said, say) {
    const { also = [], instead = [], failed = false, loading = false } = said || {};
    return [
      ...(failed ? [say("failed", {})] : []),
      ...(loading ? [say("loading", {})] : []),
      ...instead.map(({ word, words }) => say("instead", { word, words: words.join(", ") })),
      ...(also.length ? [say("also", { words: [...new Set(also)].join(", ") })] : []),
    ].join(" ");
  }

  Object.assign(globalThis, { jbSaid: line });
})();
