/* Stands where Material looks for the worker of its search, and puts questions to that one, which lies beside it under
   the name `….material.min.js`. The index comes when somebody asks; what was changed in a question goes with its answer.

   On a page from a disk it runs in a frame, with iframe-worker in the place of the browser's workers: messages from a
   frame inside that one come here too, and have a source. */
(() => {
  const SETUP = 0, READY = 1, QUERY = 2, RESULT = 3; // the types of Material's messages
  const NOTHING = { items: [] };

  /** @typedef {{config: object, docs: object[], options: {suggest?: boolean}}} Index */

  const script = self.document?.currentScript;
  const here = (script?.src || self.location.href).replace(/\?.*$/, "");
  /** @type {Index} */
  let index;
  /** @type {Promise<(typed: string) => Promise<object>> | null} */
  let engine = null;
  let last = 0;

  /** @param {string} path @returns {string} */
  const beside = (path) => new URL(path, here).href;

  /** The whole index: what Material has brought is a stub without entries, where it is not that of a disk. */
  async function whole() {
    if (index.docs.length) return index;
    const answer = await fetch(beside("../../../search/index.json"));
    if (!answer.ok) throw new Error(`${answer.url}: ${answer.status}`);
    return { ...index, docs: (await answer.json()).docs };
  }

  /** Another worker; on a disk, one of the kind that this one is. */
  async function started(address) {
    if (!self.document) return new Worker(address);
    const shim = parent.document.querySelector('script[src*="iframe-worker"]');
    await importScripts(shim.src);
    return new IFrameWorker(address);
  }

  /** What sends a message to Material's worker and gives its answer; they come in the order of what they answer. */
  async function materials() {
    const worker = await started(here.replace(/\.min\.js$/, ".material.min.js"));
    const waiting = [];
    worker.onmessage = ({ data }) => waiting.shift().resolve(data);
    worker.onerror = ({ message }) => waiting.splice(0).forEach(({ reject }) => reject(new Error(message)));
    return (message) => new Promise((resolve, reject) => {
      waiting.push({ resolve, reject });
      worker.postMessage(message);
    });
  }

  /** What answers questions, once the index is there. */
  async function start() {
    await importScripts(beside("../../journeybook/search/forms.js"), beside("../../journeybook/search/question.js"));
    const [data, send] = [await whole(), await materials()];
    const ask = jbQuestion.asking(data.docs);
    await send({ type: SETUP, data });
    return async (typed) => {
      const { asked, said, groups } = ask(typed);
      const { data: found } = await send({ type: QUERY, data: asked });
      found.items.flat().forEach((item) => jbQuestion.settle(item, groups));
      // Material proposes how the last word goes on only where nothing was put behind it.
      const { suggest } = asked === typed || !found.suggest ? found : (await send({ type: QUERY, data: typed })).data;
      return { ...found, suggest, said };
    };
  }

  async function answer(typed) {
    const mine = last += 1;
    if (!typed.trim()) return postMessage({ type: RESULT, data: NOTHING });
    try {
      engine ||= start();
      const ask = await engine;
      const found = mine === last && (await ask(typed)); // what is typed meanwhile goes before
      if (mine === last) postMessage({ type: RESULT, data: found });
    } catch (error) {
      engine = null; // the next question tries again
      console.error(error);
      if (mine === last) postMessage({ type: RESULT, data: { ...NOTHING, said: { failed: true } } });
    }
  }

  addEventListener("message", ({ data, source }) => {
    if (source) return;
    if (data.type === QUERY) answer(data.data);
    if (data.type !== SETUP) return;
    index = data.data;
    engine = null;
    postMessage({ type: READY });
  });
})();
