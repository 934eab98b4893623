/* What a browser keeps for a page. Where it keeps nothing (a private window, a full store), this page's memory does, which
   lasts while one moves about the handbook by instant navigation. Nothing here throws. */

/** @typedef {ReturnType<typeof makeStore>} Store */

/**
 * Texts by their keys, in the Storage that `open` gives and, where that refuses one, in memory.
 * @param {() => Storage} open
 */
export function makeStore(open) {
  /**
   * To each key its text, and what the browser had when it refused the first.
   * @type {Map<string, { text: string, base: string | null }>}
   */
  const memory = new Map();
  /** @template T @param {(storage: Storage) => T} does @param {T} otherwise */
  const ask = (does, otherwise) => {
    try {
      return does(open());
    } catch {
      return otherwise;
    }
  };
  const store = {
    /** The text that the browser itself has, or null. @param {string} key */
    stored: (key) => ask((storage) => storage.getItem(key), null),

    /** The text as this page kept it last, or null. @param {string} key */
    text: (key) => memory.get(key)?.text ?? store.stored(key),

    /** What the browser had when this page last agreed with it. @param {string} key @returns {string | null} */
    base(key) {
      const held = memory.get(key);
      return held ? held.base : store.stored(key);
    },

    /** Keeps a text; false where only this page's memory does. @param {string} key @param {string} text */
    keep(key, text) {
      const kept = ask((storage) => {
        storage.setItem(key, text);
        return true;
      }, false);
      if (kept) memory.delete(key);
      else memory.set(key, { text, base: store.base(key) });
      return kept;
    },

    /** Lets go of what only this page's memory has. @param {string} key */
    release: (key) => memory.delete(key),

    /** Forgets a text. @param {string} key */
    forget(key) {
      memory.delete(key);
      ask((storage) => storage.removeItem(key), undefined);
    },

    /** All keys that begin so. @param {string} beginning */
    keys(beginning) {
      const stored = ask(
        (storage) => Array.from({ length: storage.length }, (_, place) => storage.key(place) ?? ""),
        [],
      );
      return [...new Set([...stored, ...memory.keys()])].filter((key) => key.startsWith(beginning));
    },
  };
  return store;
}

/** What lasts in this browser. */
export const browser = makeStore(() => localStorage);

/** What lasts as long as this window, and is its own. */
export const ofWindow = makeStore(() => sessionStorage);

let asked = false;

/**
 * Asks the browser, once, to keep all that for long: some clear a site's store after a while or where room is short.
 */
export function askToLast() {
  if (!asked) navigator.storage?.persist?.().catch(() => undefined); // its answer changes nothing here
  asked = true;
}
