/* A view with an address of its own (apps/run.js, apps/planner.js) answers for the back button before Material does, which
   would load the page anew. Browsers call the listeners of a window in the order in which they came, captured or not, so
   this file comes before Material's script. */
addEventListener("popstate", (event) => {
  const goesOn = document.dispatchEvent(new Event("jb:back", { cancelable: true }));
  if (!goesOn) event.stopImmediatePropagation();
});
