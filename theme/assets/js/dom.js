/* The parts of a page that its template promises: where one is missing or of another kind, page and script do not fit, and
   an error says which part it is. */

/** @template {Element} E @typedef {new () => E} Kind */

const anyHtml = () => /** @type {Kind<any>} */ (HTMLElement);

/**
 * The first element that a selector finds.
 * @template {Element} [E=HTMLElement]
 * @param {ParentNode} root
 * @param {string} selector
 * @param {Kind<E>} [kind]
 * @returns {E}
 */
export const one = (root, selector, kind = anyHtml()) => be(root.querySelector(selector), kind, selector);

/**
 * All elements that a selector finds, in the order of the page.
 * @template {Element} [E=HTMLElement]
 * @param {ParentNode} root
 * @param {string} selector
 * @param {Kind<E>} [kind]
 * @returns {E[]}
 */
export const all = (root, selector, kind = anyHtml()) =>
  Array.from(root.querySelectorAll(selector), (found) => be(found, kind, selector));

/**
 * The element itself or the nearest one around it that a selector fits.
 * @template {Element} [E=HTMLElement]
 * @param {Element} inside
 * @param {string} selector
 * @param {Kind<E>} [kind]
 * @returns {E}
 */
export const around = (inside, selector, kind = anyHtml()) => be(inside.closest(selector), kind, selector);

/**
 * The same of what an event happened to, or null.
 * @param {Event} event
 * @param {string} selector
 * @returns {HTMLElement | null}
 */
export function hit({ target }, selector) {
  const found = target instanceof Element ? target.closest(selector) : null;
  return found instanceof HTMLElement ? found : null;
}

/**
 * A copy of a template's first element.
 * @param {ParentNode} root
 * @param {string} selector
 * @returns {HTMLElement}
 */
export function copyOf(root, selector) {
  const { content } = one(root, selector, HTMLTemplateElement);
  return be(content.firstElementChild?.cloneNode(true), /** @type {Kind<HTMLElement>} */ (HTMLElement), selector);
}

/**
 * What is kept under a name in an element's data.
 * @param {HTMLElement} element
 * @param {string} name
 * @returns {string}
 */
export function datum(element, name) {
  const value = element.dataset[name];
  if (value === undefined) throw new Error(`${element.localName} has no data ${name}`);
  return value;
}

/**
 * What listens to the window or the document for as long as an element is part of the page: instant navigation takes it
 * away without a word. With `first` it hears of an event before what the event happened to.
 * @param {HTMLElement} root
 * @returns {(target: EventTarget, name: string, does: (event: Event) => void, first?: boolean) => void}
 */
export function whileThere(root) {
  const controller = new AbortController();
  const { signal } = controller;
  return (target, name, does, first = false) =>
    target.addEventListener(
      name,
      (event) => {
        if (root.isConnected) does(event);
        else controller.abort();
      },
      { signal, capture: first },
    );
}

/**
 * @template {Element} E
 * @param {unknown} found
 * @param {Kind<E>} kind
 * @param {string} selector
 * @returns {E}
 */
function be(found, kind, selector) {
  if (found instanceof kind) return found;
  throw new Error(`this page has no ${kind.name} for ${selector}`);
}
