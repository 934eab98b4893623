/* Stands where Material looks for the worker of its search, and puts questions to that one, which lies beside it under
   the name `….material.min.js`. The index comes when somebody asks; what was changed in a question goes with its answer.

   On a page from a disk it runs in a frame of that page, with iframe-worker in the place of the browser's workers. */
(() => {
  // The types of Material's messages.
  const SETUP = 0;
  const READY = 1;
  const QUERY = 2;
  const RESULT = 3;
  const NOTHING = { items: [] };
  const LOADING = { ...NOTHING, said: { loading: true } };

  /**
   * @typedef {{location: string, title: string, text: string, tags?: string[]}} Doc
   * @typedef {{config: SearchConfig, docs: Doc[], options: {suggest?: boolean}}} Index
   * @typedef {{items: SearchItem[][], suggest?: string[], said?: object}} Found
   * @typedef {{type: number, data?: any}} Message
   * @typedef {(message: Message) => Promise<Message>} Send
   */

  const script = /** @type {HTMLScriptElement | null | undefined} */ (self.document?.currentScript);
  const here = (script?.src || self.location.href).replace(/\?.*$/, "");
  /** @type {Index} */
  let index;
  /** @type {Promise<(typed: string) => Promise<Found>> | null} */
  let engine = null;
  let isLoaded = false;
  let last = 0;

  /**
   * An address, seen from this script.
   * @param {string} path
   * @returns {string}
   */
  const beside = (path) => new URL(path, here).href;

  /**
   * The whole index. What Material has brought is often a stub without entries, as set_aside in Python leaves it.
   * @returns {Promise<Index>}
   */
  async function whole() {
    if (index.docs.length) return index;
    const answer = await fetch(beside("../../../search/index.json"));
    if (!answer.ok) throw new Error(`${answer.url}: ${answer.status}`);
    return { ...index, docs: (await answer.json()).docs };
  }

  /**
   * Another worker; on a disk, one of the kind that this one is, which takes the page's messages for itself.
   * @param {string} address
   * @returns {Worker}
   */
  function started(address) {
    if (!self.document) return new Worker(address);
    const { onmessage, onerror } = parent;
    const worker = new parent.IFrameWorker(address);
    parent.addEventListener("message", /** @type {EventListener} */ (parent.onmessage));
    Object.assign(parent, { onmessage, onerror }); // this worker's own
    return worker;
  }

  /**
   * What sends a message to Material's worker and gives its answer; they come in the order of what they answer.
   * @returns {Send}
   */
  function materials() {
    const worker = started(here.replace(/\.min\.js$/, ".material.min.js"));
    /** @type {{resolve: (answer: Message) => void, reject: (error: Error) => void}[]} */
    const waiting = [];
    worker.onmessage = ({ data }) => waiting.shift()?.resolve(data);
    worker.onerror = ({ message }) => {
      for (const { reject } of waiting.splice(0)) reject(new Error(message));
    };
    return (message) =>
      new Promise((resolve, reject) => {
        waiting.push({ resolve, reject });
        worker.postMessage(message);
      });
  }

  /**
   * What answers questions, once the index is there.
   * @returns {Promise<(typed: string) => Promise<Found>>}
   */
  async function start() {
    await importScripts(beside("../../journeybook/search/forms.js"), beside("../../journeybook/search/question.js"));
    const [data, send] = [await whole(), materials()];
    const config = { ...data.config, separator: jbQuestion.separator(data.config.separator) };
    const ask = jbQuestion.asking(data.docs, config);
    await send({ type: SETUP, data: { ...data, config } });
    return async (typed) => {
      const { asked, said, groups } = ask(typed);
      const { data: found } = await send({ type: QUERY, data: asked });
      for (const item of found.items.flat()) jbQuestion.settle(item, groups);
      // Material proposes how the last word goes on only where nothing was put behind it.
      const { suggest } = asked === typed || !found.suggest ? found : (await send({ type: QUERY, data: typed })).data;
      return { ...found, suggest, said };
    };
  }

  /**
   * Answers what stands in the search field, if nothing else does by then.
   * @param {string} typed
   * @returns {Promise<void>}
   */
  async function answer(typed) {
    last += 1;
    const mine = last;
    if (!typed.trim()) {
      postMessage({ type: RESULT, data: NOTHING });
      return;
    }
    if (!isLoaded) postMessage({ type: RESULT, data: LOADING });
    try {
      engine ||= start();
      const ask = await engine;
      isLoaded = true;
      const found = mine === last && (await ask(typed)); // what is typed meanwhile goes before
      if (mine === last) postMessage({ type: RESULT, data: found });
    } catch (error) {
      engine = null; // the next question tries again
      isLoaded = false;
      console.error(error);
      if (mine === last) postMessage({ type: RESULT, data: { ...NOTHING, said: { failed: true } } });
    }
  }

  addEventListener("message", ({ data }) => {
    if (data.type === QUERY) answer(data.data);
    if (data.type !== SETUP) return;
    index = data.data;
    engine = null;
    isLoaded = false;
    postMessage({ type: READY });
  });
})();
