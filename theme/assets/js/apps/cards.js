/* The button that prints a deck. Paper and edge are chosen by the stylesheet alone. */
export function mount(root) {
  const button = root.querySelector("[data-jb-print]");
  button.hidden = false;
  button.addEventListener("click", () => window.print());
}
