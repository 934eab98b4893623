/* Cuts a slide out of a drawing's file: some stages, some lanes, on a sheet of its form. Stages and lanes stand where the
   file says (`data-parts`); what reaches over several of them, such as a curve or a line, is clipped. */
import { boxOf, leaves, textSize, widthOf } from "./boxes.js";

/** @typedef {import("./boxes.js").Box} Box */
/** @typedef {[number: number, title: string, left: number, right: number]} Stage */
/** @typedef {[name: string, top: number, bottom: number]} Lane */
/** @typedef {{ stages: Stage[], lanes: Lane[], width: number, height: number, mirrored: boolean }} Parts */
/** @typedef {{ width: number, height: number, points: number }} SheetSize pixels, and the least size of text */
/** @typedef {{ stages: Set<number>, lanes: Set<number>, sheets: SheetSize[], background: string }} Choice by places */
/** @typedef {{ left: number, right: number, shift: number, first: number, last: number }} Run stages side by side */
/** @typedef {{ top: number, bottom: number, shift: number, place: number }} Band a lane; the heads have the place -1 */
/** @typedef {{ runs: Run[], bands: Band[], left: number, width: number, height: number }} Cut */
/** @typedef {{ sheet: SheetSize, scale: number, points: number }} Fit */

const SVG = "http://www.w3.org/2000/svg";
const LARGEST = 2.2; // as files/fitting.py
const MARGIN = 0.05;
const A3 = 1122; // pixels: its short side
const FEW = 3; // stages that a slide begins with, at least, where lanes can be left out for them
const FOOT = 2.7; // times the size of the foot's text: a line and the air above it

class Drawing {
  /** @param {string} text the file */
  constructor(text) {
    this.root = new DOMParser().parseFromString(text, "image/svg+xml").documentElement;
    /** @type {Parts} */
    this.parts = JSON.parse(this.root.getAttribute("data-parts") ?? "null");
    if (!this.parts) throw new Error("this drawing does not say where its parts stand");
    const found = leaves(this.root).filter((group) => group.getAttribute("data-part") !== "paper");
    const placed = found.map((group) => ({ group, box: boxOf(group) }));
    this.foot = placed.filter(({ box }) => box.top >= this.parts.height);
    this.inside = placed.filter(({ box }) => box.top < this.parts.height);
    this.smallest = Math.min(...this.inside.map(({ group }) => textSize(group) || Infinity));
  }

  /** What is left of the drawing, and where it moves. @param {Choice} choice @returns {Cut} */
  cut({ stages, lanes }) {
    const bands = this.#bands(lanes);
    const height = bands.reduce((sum, { top, bottom }) => sum + bottom - top, 0);
    const runs = this.#runs(stages);
    const wide = runs.reduce((sum, { left, right }) => sum + right - left, 0) + this.#names();
    return { runs, bands, height, width: wide, left: this.parts.mirrored ? this.parts.width - wide : 0 };
  }

  /** Pixels beside the stages, where the names of lanes have a column of their own. */
  #names() {
    const { stages, width, mirrored } = this.parts;
    if (!stages.length) return 0;
    return mirrored
      ? width - Math.max(...stages.map(([, , , right]) => right))
      : Math.min(...stages.map(([, , left]) => left));
  }

  /** @param {Set<number>} chosen @returns {Band[]} */
  #bands(chosen) {
    const { lanes, height } = this.parts;
    if (!lanes.length) return [{ top: 0, bottom: height, shift: 0, place: -1 }];
    const bands = [{ top: 0, bottom: lanes[0][1], shift: 0, place: -1 }];
    let y = lanes[0][1];
    for (const [place, [, top, bottom]] of lanes.entries()) {
      if (!chosen.has(place)) continue;
      bands.push({ top, bottom, shift: y - top, place });
      y += bottom - top;
    }
    return bands;
  }

  /** @param {Set<number>} chosen @returns {Run[]} */
  #runs(chosen) {
    const { stages, width, mirrored } = this.parts;
    if (!stages.length) return [{ left: 0, right: width, shift: 0, first: 0, last: 0 }];
    /** @type {Run[]} */
    const runs = [];
    for (const [place, [, , left, right]] of stages.entries()) {
      if (!chosen.has(place)) continue;
      const before = runs.at(-1);
      if (before?.last === place - 1) {
        Object.assign(before, { last: place, left: Math.min(before.left, left), right: Math.max(before.right, right) });
      } else runs.push({ left, right, shift: 0, first: place, last: place });
    }
    let at = mirrored ? width - this.#names() : this.#names();
    for (const run of runs) {
      run.shift = mirrored ? at - run.right : at - run.left;
      at += mirrored ? run.left - run.right : run.right - run.left;
    }
    return runs;
  }

  /** The sheet on which the text is largest. @param {Choice} choice @returns {Fit} */
  fit(choice) {
    const cut = this.cut(choice);
    const fits = choice.sheets.map((sheet) => {
      const short = Math.min(sheet.width, sheet.height);
      const air = 2 * MARGIN * short;
      const high = sheet.height - air - FOOT * footSize(sheet);
      const scale = Math.min((sheet.width - air) / cut.width, high / cut.height, LARGEST * Math.max(1, short / A3));
      return { sheet, scale, points: this.smallest * scale * 0.75 };
    });
    return fits.reduce((best, fit) => (fit.points > best.points ? fit : best));
  }

  /** The slide, as the text of a file. @param {Choice} choice */
  slide(choice) {
    const cut = this.cut(choice);
    const { sheet, scale } = this.fit(choice);
    const air = MARGIN * Math.min(sheet.width, sheet.height);
    const room = sheet.height - 2 * air - FOOT * footSize(sheet);
    const left = cut.left + (cut.width - sheet.width / scale) / 2;
    const top = -(air + (room - cut.height * scale) / 2) / scale;
    const view = { left, top, right: left + sheet.width / scale, bottom: top + sheet.height / scale };
    const root = this.#frame(view, sheet, choice.background);
    for (const band of cut.bands) for (const part of this.#band(band, cut)) root.append(part);
    root.append(...this.#footOf(view, air / scale, footSize(sheet) / scale));
    return this.#said(root, choice.background);
  }

  /** @param {Box} view @param {SheetSize} sheet @param {string} background */
  #frame(view, sheet, background) {
    const root = /** @type {Element} */ (this.root.cloneNode(false));
    root.removeAttribute("data-parts");
    const box = [view.left, view.top, view.right - view.left, view.bottom - view.top].map((size) => size.toFixed(2));
    set(root, { viewBox: box.join(" "), width: sheet.width, height: sheet.height });
    for (const child of this.root.children) {
      const paper = child.getAttribute("data-part") === "paper";
      if (["title", "desc", "metadata", "style"].includes(child.localName)) root.append(child.cloneNode(true));
      if (!paper || background === "none") continue;
      const copy = /** @type {Element} */ (child.cloneNode(true));
      const [x, y, width, height] = box;
      set(/** @type {Element} */ (copy.firstElementChild), { x, y, width, height });
      root.append(copy);
    }
    return root;
  }

  /** What a lane has in the chosen stages. @param {Band} band @param {Cut} cut */
  *#band(band, cut) {
    const here = this.inside.filter(({ box }) => inBand(box, band));
    const named = here.filter(({ group }) => group.getAttribute("data-part") === "name");
    yield moved(named.map(copied), 0, band.shift);
    for (const run of cut.runs) {
      const own = here.filter((part) => !named.includes(part) && this.#isOf(part.box, run));
      const over = this.inside.filter(
        ({ group, box }) => !named.some((one) => one.group === group) && this.#goesOver(box, band),
      );
      if (over.length) yield this.#clipped(over, band, run);
      yield moved(own.map(copied), run.shift, band.shift);
    }
  }

  /** Whether a part belongs to one stage of a run. @param {Box} box @param {Run} run */
  #isOf(box, run) {
    if (!this.parts.stages.length) return true;
    const place = this.#stageOf(box);
    return place !== null && run.first <= place && place <= run.last;
  }

  /** The stage that a part belongs to by its middle; null where it reaches over several. @param {Box} box */
  #stageOf(box) {
    const middle = (box.left + box.right) / 2;
    const place = this.parts.stages.findIndex(([, , left, right]) => left <= middle && middle < right);
    if (place < 0) return null;
    const [, , left, right] = this.parts.stages[place];
    return box.right - box.left > 1.3 * (right - left) ? null : place;
  }

  /** Whether a part reaches over stages in this lane, or over lanes. @param {Box} box @param {Band} band */
  #goesOver(box, band) {
    if (!this.parts.stages.length) return false;
    if (inBand(box, band)) return this.#stageOf(box) === null;
    return isTall(box, this.parts) && box.top < band.bottom && box.bottom > band.top;
  }

  /** @param {{ group: Element }[]} parts @param {Band} band @param {Run} run */
  #clipped(parts, band, run) {
    const name = `cut-${band.place + 1}-${run.first}`;
    const clip = element("clipPath", { id: name });
    const place = { x: run.left, y: band.top - 2, width: run.right - run.left };
    clip.append(element("rect", { ...place, height: band.bottom - band.top + 4 }));
    const inside = element("g", { "clip-path": `url(#${name})` });
    inside.append(...parts.map(copied));
    return moved([clip, inside], run.shift, band.shift);
  }

  /** The line at the foot: whose it is, and when it was right. @param {Box} view @param {number} air @param {number} size */
  *#footOf(view, air, size) {
    const texts = this.foot.filter(({ group }) => textSize(group));
    const [first] = texts;
    if (!first) return;
    const said = ["title", "publisher"].map((name) => this.root.getElementsByTagNameNS("*", name));
    const whole = Array.from(said[0]).find((one) => one.prefix === "dc")?.textContent ?? "";
    const left = [whole, said[1][0]?.textContent ?? ""].filter(Boolean).join(" · ");
    const muted = texts.find(({ group }) => group !== first.group)?.group ?? first.group;
    const right = texts.find(({ box }) => this.#isAtEnd(box))?.group.querySelector("text")?.textContent ?? "";
    const y = view.bottom - air - 0.2 * size;
    const room = (view.right - view.left - 2 * air) * (right ? 0.6 : 1);
    yield line(muted, first.group, left, size, y, this.parts.mirrored ? view.right - air : view.left + air, room);
    const other = texts.find(({ box }) => this.#isAtEnd(box))?.group;
    if (other) yield line(muted, other, right, size, y, this.parts.mirrored ? view.left + air : view.right - air, room);
  }

  /** @param {Box} box */
  #isAtEnd(box) {
    const middle = this.parts.width / 2;
    return this.parts.mirrored ? box.right < middle : box.left > middle;
  }

  /** @param {Element} root @param {string} background */
  #said(root, background) {
    const text = new XMLSerializer().serializeToString(root);
    const paper = this.root.querySelector('[data-part="paper"] > rect')?.getAttribute("fill");
    return background === "white" && paper ? text.replaceAll(`"${paper}"`, '"#ffffff"') : text;
  }
}

/** The same drawing with narrow columns and with wide ones: a slide is cut out of the one that gives the larger text. */
export class Drawings {
  /** @param {string[]} texts the files */
  constructor(texts) {
    this.all = texts.map((text) => new Drawing(text));
    this.parts = this.all[0].parts;
  }

  /** @param {Choice} choice */
  #best(choice) {
    const better = (/** @type {Drawing} */ one, /** @type {Drawing} */ other) =>
      other.fit(choice).points > one.fit(choice).points + 0.1 ? other : one;
    return this.all.reduce(better);
  }

  /** The sheet on which the text is largest. @param {Choice} choice */
  fit(choice) {
    return this.#best(choice).fit(choice);
  }

  /** The slide, as the text of a file. @param {Choice} choice */
  slide(choice) {
    return this.#best(choice).slide(choice);
  }

  /** How many of the chosen stages, from the first one on, can be read together. @param {Choice} choice */
  mostStages(choice) {
    for (let count = choice.stages.size; count > 0; count--) {
      const fit = this.fit({ ...choice, stages: first(choice.stages, count) });
      if (isReadable(fit)) return count;
    }
    return 0;
  }

  /**
   * The first of the chosen stages and lanes that can be read together: all of them where they can; else as many lanes as
   * leave room for a few stages, or for one. Where not even that can be read, the choice itself.
   * @param {Choice} choice
   * @returns {Choice}
   */
  fitting(choice) {
    const few = Math.min(FEW, choice.stages.size);
    for (const least of [few, 1]) {
      for (let count = choice.lanes.size; count >= Math.min(1, choice.lanes.size); count--) {
        const some = { ...choice, lanes: first(choice.lanes, count) };
        const most = choice.stages.size ? this.mostStages(some) : Number(isReadable(this.fit(some)));
        if (most >= Math.max(least, 1)) return { ...some, stages: first(choice.stages, most) };
      }
    }
    return choice;
  }
}

/** So many of the smallest. @param {Set<number>} places @param {number} count */
const first = (places, count) => new Set([...places].sort((one, other) => one - other).slice(0, count));

/** Whether the text is as large as the sheet asks for. @param {Fit} fit */
export const isReadable = ({ sheet, points }) => points >= sheet.points - 0.01;

/** @param {SheetSize} sheet */
const footSize = (sheet) => Math.max((14 * Math.min(sheet.width, sheet.height)) / A3, sheet.points / 0.75);

/** @param {Box} box @param {Band} band */
function inBand(box, band) {
  const middle = (box.top + box.bottom) / 2;
  return band.top <= middle && middle < band.bottom;
}

/** Whether a part is higher than any lane. @param {Box} box @param {Parts} parts */
const isTall = (box, parts) =>
  parts.lanes.length > 0 && box.bottom - box.top > Math.max(...parts.lanes.map(([, top, bottom]) => bottom - top));

/** A copy of a part, inside its link. @param {{ group: Element }} part */
function copied({ group }) {
  const copy = /** @type {Element} */ (group.cloneNode(true));
  const link = group.parentElement;
  if (link?.localName !== "a") return copy;
  const around = /** @type {Element} */ (link.cloneNode(false));
  around.append(copy);
  return around;
}

/** @param {Element[]} parts @param {number} right @param {number} down */
function moved(parts, right, down) {
  const group = element("g", right || down ? { transform: `translate(${right.toFixed(2)} ${down.toFixed(2)})` } : {});
  group.append(...parts);
  return group;
}

/**
 * A line of the foot in the look of the drawing's own.
 * @param {Element} look
 * @param {Element} group
 * @param {string} said
 * @param {number} size
 * @param {number} y
 * @param {number} x
 * @param {number} room
 */
function line(look, group, said, size, y, x, room) {
  const copy = /** @type {Element} */ (look.cloneNode(false));
  const text = /** @type {Element} */ (group.querySelector("text")).cloneNode(false);
  const { fill } = { fill: look.querySelector("text")?.getAttribute("fill") ?? "" };
  set(copy, { "font-size": size.toFixed(2) });
  set(/** @type {Element} */ (text), { x: x.toFixed(2), y: y.toFixed(2), fill });
  text.textContent = shortened(said, copy, room);
  copy.append(text);
  return copy;
}

/** @param {string} said @param {Element} group @param {number} room */
function shortened(said, group, room) {
  if (widthOf(said, group) <= room) return said;
  const letters = Array.from(said);
  while (letters.length > 1 && widthOf(`${letters.join("")}…`, group) > room) letters.pop();
  return `${letters.join("").trimEnd()}…`;
}

/** @param {string} name @param {Record<string, string | number>} attributes */
function element(name, attributes) {
  const made = document.createElementNS(SVG, name);
  set(made, attributes);
  return made;
}

/** @param {Element} element @param {Record<string, string | number>} attributes */
function set(element, attributes) {
  for (const [name, value] of Object.entries(attributes)) element.setAttribute(name, String(value));
}
