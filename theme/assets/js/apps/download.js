/* PNG and PDF of a drawing, made from its SVG file by the reader's own browser: no server, no library.
   <button type="button" hidden data-jb-download="png" data-jb-svg="a.svg">; `pdf` opens the print dialogue, which saves
   as PDF. Buttons show only where this can work: a page from a disk may not read its own files.

   The drawing is a picture all the way: a site's policy (csp.txt) allows no style elements in pages, and it has some. */
import { all, datum } from "../dom.js";

/** A drawing as an address of its own, with its size in pixels. @typedef {{ source: string, width: number, height: number }} Drawing */

const SCALE = 2;

/** @param {string} address @returns {Promise<Drawing>} */
async function read(address) {
  const answer = await fetch(address);
  if (!answer.ok) throw new Error(`${address}: ${answer.status}`);
  return measured(await answer.text());
}

/** A drawing of the text of its file. @param {string} text @returns {Drawing} */
export function measured(text) {
  const [tag] = /<svg\b[^>]*>/.exec(text) ?? [""];
  const [width, height] = ["width", "height"].map((size) =>
    parseFloat(new RegExp(` ${size}="([^"]*)"`).exec(tag)?.[1] ?? ""),
  );
  return { source: `data:image/svg+xml,${encodeURIComponent(text)}`, width, height };
}

/** @param {Drawing} drawing @param {string} name */
async function png(drawing, name) {
  const picture = new Image();
  picture.src = drawing.source;
  await picture.decode();
  const canvas = document.createElement("canvas");
  canvas.width = Math.round(drawing.width * SCALE);
  canvas.height = Math.round(drawing.height * SCALE);
  canvas.getContext("2d")?.drawImage(picture, 0, 0, canvas.width, canvas.height);
  /** @type {Blob | null} */
  const blob = await new Promise((done) => canvas.toBlob(done, "image/png"));
  if (!blob) throw new Error(`${name}: too large for a picture`);
  save(blob, `${name}.png`);
}

/** @param {Blob} blob @param {string} name */
export function save(blob, name) {
  const link = document.createElement("a");
  link.href = URL.createObjectURL(blob);
  link.download = name;
  link.click();
  setTimeout(() => URL.revokeObjectURL(link.href), 60_000);
}

/** @param {Drawing} drawing @param {string} name */
async function pdf(drawing, name) {
  for (const old of all(document, "iframe[data-jb-paper]")) old.remove();
  const frame = document.createElement("iframe");
  frame.dataset.jbPaper = name;
  frame.tabIndex = -1;
  frame.ariaHidden = "true";
  frame.style.cssText = "position:fixed;width:0;height:0;border:0;visibility:hidden";
  frame.srcdoc = '<!doctype html><title></title><body style="margin:0"><img alt="" style="display:block">';
  const loaded = new Promise((done) => frame.addEventListener("load", done, { once: true }));
  document.body.append(frame);
  await loaded;
  const { contentDocument: paper } = frame;
  const opened = /** @type {(Window & typeof globalThis) | null} */ (frame.contentWindow);
  if (!paper || !opened) throw new Error("the browser opens no page to print");
  paper.title = name;
  const sheet = new opened.CSSStyleSheet();
  // A pixel more in height: rounding must not begin a second page.
  sheet.replaceSync(`@page{size:${drawing.width}px ${drawing.height + 1}px;margin:0}`);
  paper.adoptedStyleSheets = [sheet];
  const [picture] = paper.images;
  picture.src = drawing.source;
  await picture.decode();
  opened.print();
}

/** @type {Map<string, typeof png>} */
export const MAKERS = new Map([
  ["png", png],
  ["pdf", pdf],
]);

/** @param {HTMLButtonElement} button */
async function make(button) {
  const address = new URL(datum(button, "jbSvg"), location.href).href;
  const name = address.slice(address.lastIndexOf("/") + 1).replace(/\.svg$/, "");
  button.disabled = true;
  try {
    const maker = MAKERS.get(datum(button, "jbDownload"));
    if (!maker) throw new Error("nobody makes such a file");
    await maker(await read(address), name);
  } catch {
    location.assign(address); // the SVG itself is better than nothing
  } finally {
    button.disabled = false;
  }
}

/** Shows the buttons inside `root` and makes them work. @param {HTMLElement} root */
export function mount(root) {
  for (const button of all(root, "button[data-jb-download]", HTMLButtonElement)) {
    button.hidden = false;
    button.addEventListener("click", () => make(button));
  }
}
