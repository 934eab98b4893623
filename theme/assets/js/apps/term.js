/* The first use of a term on a page shows what the term means, beside the text. Without this script, and where a browser
   knows no popovers, it is a link to the glossary; so it is with the keys that open a link elsewhere. */
import { datum } from "../dom.js";

const GAP = 6; // pixels between the word and its meaning
const EDGE = 8; // pixels to the edges of the window

/** @type {HTMLElement | undefined} */
let box;
/** The word whose meaning is shown. @type {HTMLAnchorElement | undefined} */
let shown;

/** The box of all words of the page; there is never more than one open. */
function theBox() {
  if (box) return box;
  box = document.createElement("div");
  box.popover = "auto"; // a tap elsewhere and Escape close it, and the browser gives the focus back
  box.className = "jb-term-box";
  box.setAttribute("role", "dialog");
  box.tabIndex = -1;
  box.addEventListener("toggle", (event) => {
    if (/** @type {ToggleEvent} */ (event).newState === "closed" && shown) shown.ariaExpanded = "false";
  });
  box.addEventListener("focusout", ({ relatedTarget }) => {
    if (relatedTarget instanceof Node && !box?.contains(relatedTarget)) box?.hidePopover();
  });
  return box;
}

/** @param {string} name @param {string} className @param {Node | string} content */
function element(name, className, content) {
  const made = document.createElement(name);
  made.className = className;
  made.append(content);
  return made;
}

/** Puts the box below the word, or above it where there is more room. @param {HTMLElement} box @param {HTMLElement} word */
function place(box, word) {
  const { bottom, left, right, top } = word.getClientRects()[0] ?? word.getBoundingClientRect();
  const { height, width } = box.getBoundingClientRect();
  const wide = document.documentElement.clientWidth;
  const isAbove = bottom + GAP + height > innerHeight && top > innerHeight - bottom;
  const begin = word.matches(":dir(rtl)") ? right - width : left;
  box.style.top = `${scrollY + (isAbove ? Math.max(EDGE, top - GAP - height) : bottom + GAP)}px`;
  box.style.left = `${scrollX + Math.max(EDGE, Math.min(begin, wide - EDGE - width))}px`;
}

/** @param {HTMLAnchorElement} word */
function show(word) {
  const box = theBox();
  const more = document.createElement("a");
  more.href = word.href;
  more.textContent = datum(word, "jbMore");
  const name = datum(word, "jbTerm");
  box.ariaLabel = name;
  box.replaceChildren(
    element("p", "jb-term-name", name),
    element("p", "jb-term-means", datum(word, "jbMeans")),
    element("p", "jb-term-more", more),
  );
  shown = word;
  word.ariaExpanded = "true";
  word.after(box); // so that the next stop of the keyboard is what follows the word
  box.showPopover();
  place(box, word);
  box.focus({ preventScroll: true });
}

/** @param {HTMLElement} word */
export function mount(word) {
  if (!(word instanceof HTMLAnchorElement) || !("popover" in HTMLElement.prototype)) return;
  let wasOpen = false; // before the pointer came down, which closes it by itself
  word.setAttribute("role", "button");
  word.ariaHasPopup = "dialog";
  word.ariaExpanded = "false";
  word.addEventListener("pointerdown", () => {
    wasOpen = word.ariaExpanded === "true";
  });
  word.addEventListener("click", (event) => {
    if (event.ctrlKey || event.metaKey || event.shiftKey || event.altKey) return;
    event.preventDefault();
    event.stopPropagation(); // Material would go there
    if (!wasOpen) show(word);
    wasOpen = false;
  });
  word.addEventListener("keydown", (event) => {
    if (event.key !== " ") return;
    event.preventDefault();
    show(word);
  });
}
