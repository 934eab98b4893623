/* Loads what a page needs and nothing else: `<div data-jb-app="planner">` gets `apps/planner.js`, whose `mount` is given
   that element, and `data-jb-mounted="done"` once that has run. Pages read well without; where a module cannot be loaded
   (a page from a disk), they stay as they are. */
(() => {
  const { src: here } = /** @type {HTMLScriptElement} */ (document.currentScript);
  const { jbSaid } = globalThis; // search/said.js, which stands before this in the site's file

  /** Brings what stands for the page into view in its list, where the browser has not (scroll-initial-target); the page stays. */
  function showCurrent() {
    for (const now of document.querySelectorAll(
      ".jb-tabs-more > .md-tabs__item--active, .jb-shelf-nav [aria-current]",
    )) {
      const list = now.closest(".jb-tabs-more, .jb-shelf-nav");
      if (!list) continue;
      const edge = parseFloat(getComputedStyle(list).scrollPaddingTop) || 0; // where its text fades
      const [inner, outer] = [now.getBoundingClientRect(), list.getBoundingClientRect()];
      const across = Math.max(0, inner.right - outer.right) + Math.min(0, inner.left - outer.left);
      const down = Math.max(0, inner.bottom - outer.bottom + edge) + Math.min(0, inner.top - outer.top - edge);
      if (list.matches(".jb-shelf-nav")) list.scrollBy(0, down);
      else list.scrollBy(across, 0);
    }
  }

  /** Puts the line that says edition and version into the margin of every printed sheet; Firefox has none, and prints it once. */
  function foot() {
    const line = document.querySelector(".jb-sheet-foot");
    if (!(line instanceof HTMLElement) || CSS.supports("-moz-appearance", "none")) return;
    document.documentElement.style.setProperty("--jb-foot", JSON.stringify(line.textContent));
    line.hidden = true;
  }

  function start() {
    showCurrent();
    foot();
    for (const root of /** @type {NodeListOf<HTMLElement>} */ (
      document.querySelectorAll("[data-jb-app]:not([data-jb-mounted])")
    )) {
      root.dataset.jbMounted = "";
      import(new URL(`apps/${root.dataset.jbApp}.js`, here).href)
        .then((app) => app.mount(root))
        .catch((error) => {
          if (location.protocol.startsWith("http")) console.error(error);
        })
        .finally(() => {
          root.dataset.jbMounted = "done";
        });
    }
  }

  /**
   * Says under the search field what the worker of the search has changed in the question that this answers. Where it
   * could not answer, or cannot yet, Material's line, that nothing was found, is not shown.
   * @param {{ items?: unknown, said?: SaidWords }} answer
   */
  function tell({ items, said }) {
    const line = document.querySelector(".jb-search-said");
    if (!items || !(line instanceof HTMLElement)) return;
    const count = line.previousElementSibling;
    if (count instanceof HTMLElement) count.hidden = Boolean(said?.failed || said?.loading);
    const { jbAlso = "", jbInstead = "", jbFailed = "", jbLoading = "" } = line.dataset;
    const texts = { also: jbAlso, instead: jbInstead, failed: jbFailed, loading: jbLoading };
    const text = jbSaid(said, (key, values) =>
      texts[key].replace(/\{(\w+)\}/g, (whole, name) => (Object.hasOwn(values, name) ? values[name] : whole)),
    );
    if (line.textContent !== text) line.textContent = text;
  }

  foot(); // also where Material brings no page, as from a disk
  if (window.document$)
    window.document$.subscribe(start); // Material's instant navigation brings new pages
  else start();
  window.component$?.subscribe(tell); // Material's, to which answers of the search come too
})();
