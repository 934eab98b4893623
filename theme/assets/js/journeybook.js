/* Loads what a page needs and nothing else: `<div data-jb-app="planner">` gets `apps/planner.js`, whose `mount` is given
   that element. Pages read well without; where a module cannot be loaded (a page from a disk), they stay as they are. */
(() => {
  const { src: here } = /** @type {HTMLScriptElement} */ (document.currentScript);

  function start() {
    for (const root of /** @type {NodeListOf<HTMLElement>} */ (
      document.querySelectorAll("[data-jb-app]:not([data-jb-mounted])")
    )) {
      root.dataset.jbMounted = "";
      import(new URL(`apps/${root.dataset.jbApp}.js`, here).href)
        .then((app) => app.mount(root))
        .catch((error) => {
          if (location.protocol.startsWith("http")) console.error(error);
        });
    }
  }

  if (window.document$)
    window.document$.subscribe(start); // Material's instant navigation brings new pages
  else start();
})();
