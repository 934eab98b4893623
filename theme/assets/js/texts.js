/* The page's own texts: the template has put them there in the handbook's language. They stand in an attribute, because
   Material's instant navigation runs every <script> of a new page as JavaScript, whatever its type. */
import { datum } from "./dom.js";

/** @typedef {Record<string, string | number>} Values */

/**
 * What says a text by its key, with a value for every name in it. `plain` gives the same texts for files, without the
 * characters that part what is filled in from letters that run the other way; `raw` is a text that nothing is filled into.
 * @template T
 * @typedef {(<K extends keyof T>(key: K, ...values: [T[K]] extends [never] ? [] : [Record<T[K] & string, string | number>]) => string)
 *   & { plain: () => Texts<T>, raw: (key: keyof T) => string }} Texts
 */

/** A text with its {names} filled. @param {string} text @param {Values} values */
export const fill = (text, values) =>
  text.replace(/\{(\w+)\}/g, (whole, name) => (Object.hasOwn(values, name) ? String(values[name]) : whole));

/**
 * A registry of texts. To ask for one that the page does not have is an error: nobody is shown `undefined`.
 * @template T
 * @param {Record<string, string>} texts
 * @returns {Texts<T>}
 */
export function registry(texts) {
  const raw = (/** @type {keyof T} */ key) => {
    if (!Object.hasOwn(texts, key)) throw new Error(`this page has no text “${String(key)}”`);
    return texts[/** @type {string} */ (key)];
  };
  const plain = () =>
    registry(
      Object.fromEntries(Object.entries(texts).map(([key, text]) => [key, text.replace(/[\u2068\u2069]/g, "")])),
    );
  const say = (/** @type {keyof T} */ key, /** @type {Values} */ values = {}) => fill(raw(key), values);
  return /** @type {Texts<T>} */ (Object.assign(say, { plain, raw }));
}

/**
 * The texts that an app's root carries.
 * @template T
 * @param {HTMLElement} root
 * @returns {Texts<T>}
 */
export const textsOf = (root) => registry(JSON.parse(datum(root, "jbWords")));
