/* Loads what a page needs and nothing else: `<div data-jb-app="planner">` gets `apps/planner.js`, whose `mount` is given
   that element. Pages read well without; where a module cannot be loaded (a page from a disk), they stay as they are. */
(() => {
  const here = document.currentScript.src;
  const { jbSaid } = globalThis; // search/said.js, which stands before this in the site's file

  function start() {
    for (const root of document.querySelectorAll("[data-jb-app]:not([data-jb-mounted])")) {
      root.dataset.jbMounted = "";
      import(new URL(`apps/${root.dataset.jbApp}.js`, here).href)
        .then((app) => app.mount(root))
        .catch((error) => { if (location.protocol.startsWith("http")) console.error(error); });
    }
  }

  /** Says under the search field what the worker of the search has changed in the question that this answers. */
  function tell({ items, said }) {
    const line = items && document.querySelector(".jb-search-said");
    const { jbAlso: also, jbInstead: instead, jbFailed: failed } = line?.dataset || {};
    const text = line && jbSaid(said, { also, instead, failed });
    if (line && line.textContent !== text) line.textContent = text;
  }

  if (window.document$) window.document$.subscribe(start); // Material's instant navigation brings new pages
  else start();
  window.component$?.subscribe(tell); // Material's, to which answers of the search come too
})();
