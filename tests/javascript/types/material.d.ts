/** What Material's own script puts into the window: its instant navigation tells every new page. */
interface Window {
  readonly document$?: { subscribe(does: () => void): void };
}
