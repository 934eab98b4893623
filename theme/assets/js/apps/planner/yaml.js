/* A plan as `toolkit/workshops/<id>.yaml`: only what that schema has, every text in double quotes, one line each. */
import { minutesOf, slots, sum } from "./clock.js";
import { DEVICE_NAMES, MOST_NAME_BYTES, RESERVED_NAMES } from "./rules.js";
import { minutes as inWords } from "./words.js";

/** @import { Texts } from "../../texts.js" */
/** @import { Slot } from "./clock.js" */
/** @import { Book } from "./data.js" */
/** @import { Day, Plan } from "./plan.js" */

/**
 * What may stand in a file: links that the handbook has, and roles.
 * @typedef {{ links: Set<string>, roles: Set<string> }} Known
 */

const NAMED = new Map([
  ['"', '\\"'],
  ["\\", "\\\\"],
  ["\n", "\\n"],
  ["\t", "\\t"],
]);
// What YAML's readers may refuse, fold or show as nothing: controls, separators, invisible characters.
const SPECIAL = /["\\]|[^\P{C}]|[\u2028\u2029\u00a0\ufeff]|[^\S ]/gu;
// What journeybook takes out of every text, and marks of the order of bytes: controls and noncharacters.
const DROPPED = /[^\P{Cc}\n\t\r]|[\ufdd0-\ufdef\ufffe\uffff\ufeff]/gu;
const LINK = /(?<!!)\[[^[\]\\]*\]\(([a-z]+:[^()<>\s\\]+)\)/g;
const WEB = /^(https?:\/\/|mailto:)[\w.~%/?=&+@#:;,-]+$/;

/** @param {string} character */
function escaped(character) {
  const code = character.codePointAt(0) ?? 0;
  if (code >= 0xd800 && code <= 0xdfff) return "\\uFFFD"; // half of a character
  const digits = code.toString(16).toUpperCase();
  return NAMED.get(character) ?? (code > 0xffff ? `\\U${digits.padStart(8, "0")}` : `\\u${digits.padStart(4, "0")}`);
}

/**
 * A text in double quotes. Brackets that are not closed are escaped too: journeybook bounds how many are open.
 * @param {string} text
 */
export function quoted(text) {
  const inside = text.replace(SPECIAL, escaped);
  let open = 0;
  let most = 0;
  for (const sign of inside) {
    open += "[{".includes(sign) ? 1 : "]}".includes(sign) ? -1 : 0;
    if (open < 0) break;
    most = Math.max(most, open);
  }
  if (open === 0 && most < 10) return `"${inside}"`;
  return `"${inside.replace(/[[\]{}]/g, (sign) => `\\x${sign.charCodeAt(0).toString(16).toUpperCase()}`)}"`;
}

/** One line of text as journeybook reads it: no control characters, single spaces. @param {string} text */
export const line = (text) => text.normalize("NFC").replace(DROPPED, "").replace(/\s+/g, " ").trim();

/** Markdown in which no bracket begins a link. @param {string} text */
const escapedBrackets = (text) =>
  text.replace(/(\\*)\[/g, (all, /** @type {string} */ slashes) => (slashes.length % 2 ? all : `${slashes}\\[`));

/**
 * Markdown as it may stand in YAML: links that the handbook has itself stay, all others are shown as they are typed.
 * @param {string} text
 * @param {Set<string>} links
 */
export function note(text, links) {
  const clean = text.normalize("NFC").replace(/\r\n?/g, "\n").replace(DROPPED, "").trim();
  const kept = [...clean.matchAll(LINK)].filter(([, target]) => links.has(target) || WEB.test(target));
  let safe = "";
  let end = 0;
  for (const { 0: link, index } of kept) {
    safe += escapedBrackets(clean.slice(end, index)) + link;
    end = index + link.length;
  }
  return safe + escapedBrackets(clean.slice(end));
}

/**
 * The link targets of the handbook's own workshops and activities: they were checked when it was built.
 * @param {Book} data
 */
export function knownLinks(data) {
  const texts = data.workshops.flatMap((plan) =>
    plan.days.flatMap((day) => (day.blocks ?? []).map((block) => block.text ?? "")),
  );
  const targets = texts.flatMap((text) => [...text.matchAll(LINK)].map((found) => found[1]));
  const listed = [...data.activities.values()].map((activity) => `activity:${activity.id}`);
  return new Set([...targets, ...listed]);
}

/** The characters of a text that begin it and have no more bytes than the name of a file. @param {string} text */
function cut(text) {
  const encoder = new TextEncoder();
  let found = "";
  let left = MOST_NAME_BYTES;
  for (const character of text) {
    left -= encoder.encode(character).length;
    if (left < 0) break;
    found += character;
  }
  return found;
}

/**
 * The file's name without its ending: the title as an id, which journeybook and every system take.
 * @param {string} title
 * @param {string} instead
 */
export function idOf(title, instead) {
  const slug = (/** @type {string} */ text) =>
    cut(
      text
        .normalize("NFC")
        .toLowerCase()
        .replace(/[^\p{L}\p{M}\p{N}]+/gu, "-")
        .replace(/^-+/, ""),
    ).replace(/-+$/, "");
  const id = slug(title) || slug(instead) || "my-workshop";
  return [...RESERVED_NAMES, ...DEVICE_NAMES].includes(id) ? `my-${id}` : id;
}

/** @param {Slot} slot @param {Book} data @param {Texts<PlannerTexts>} words @param {Known} known */
function* block({ block: one, late }, data, words, { links, roles }) {
  const title = line(one.title);
  const known = data.activities.get(one.activity);
  /** @type {[string, string][]} */
  const fields = [];
  if (known) fields.push(["activity", quoted(one.activity)], ["title", title && quoted(title)]);
  else if (one.kind === "break") fields.push(["break", quoted(title || words("break"))]);
  else fields.push(["title", quoted(title || one.activity || words("own"))]);
  fields.push(["start", late ? "" : one.start && quoted(one.start)]);
  fields.push(["minutes", known?.minutes && one.minutes === null ? "" : String(minutesOf(one, data))]);
  fields.push(["lead", line(one.lead) && quoted(line(one.lead))]);
  const text = note(one.text, links);
  fields.push(["text", text && quoted(text)]);
  const audience = one.audience.filter((role) => roles.has(role));
  fields.push(["audience", audience.length ? `[${audience.map(quoted).join(", ")}]` : ""]);
  const shown = fields.filter(([, value]) => value);
  for (const [place, [key, value]] of shown.entries()) yield `      ${place ? " " : "-"} ${key}: ${value}`;
}

/** @param {Day} one @param {string} name @param {Book} data @param {Texts<PlannerTexts>} words @param {Known} known */
function* day(one, name, data, words, known) {
  const { over, reversed, left } = sum(one, data);
  yield `  - title: ${quoted(name)}`;
  if (one.date) yield `    date: ${quoted(one.date)}`;
  yield `    start: ${quoted(one.start)}`;
  if (one.end && !over && !reversed) yield `    end: ${quoted(one.end)}`;
  else if (one.end) yield `    # ${words("yaml_over", { end: one.end, over: inWords(words, Math.abs(left ?? 0)) })}`;
  yield "    blocks:";
  for (const slot of slots(one, data)) yield* block(slot, data, words, known);
}

/**
 * The whole file. Days without blocks are left out; what a day is too long for is left out with a word on it, and a
 * start that has passed without one.
 * @param {Plan} plan
 * @param {Book} data
 * @param {Texts<PlannerTexts>} words
 */
export function yaml(plan, data, words) {
  const known = { links: knownLinks(data), roles: rolesOf(data) };
  const audience = plan.audience.filter((role) => known.roles.has(role));
  const lines = [`# ${words("yaml_head")}`, `title: ${quoted(line(plan.title) || words("untitled"))}`];
  if (audience.length) lines.push(`audience: [${audience.map(quoted).join(", ")}]`);
  if (plan.people) lines.push(`group_size: ${plan.people}`);
  if (line(plan.location)) lines.push(`location: ${quoted(line(plan.location))}`);
  if (isZone(plan.timezone, data)) lines.push(`timezone: ${quoted(plan.timezone)}`);
  lines.push("days:");
  for (const [place, one] of plan.days.entries()) {
    const name = line(one.title) || words("day", { number: place + 1 });
    if (one.blocks.length) lines.push(...day(one, name, data, words, known));
  }
  return `${lines.join("\n")}\n`;
}

/**
 * Whether journeybook takes it for the name of a time zone: one that the handbook has, or that is spelt as browsers spell
 * it. Those know “europe/london” and “+01” too, which it refuses.
 * @param {string} name
 * @param {Book} data
 */
function isZone(name, data) {
  if (!name || data.workshops.some((workshop) => workshop.timezone === name)) return Boolean(name);
  try {
    return new Intl.DateTimeFormat("en", { timeZone: name }).resolvedOptions().timeZone === name;
  } catch {
    return false;
  }
}

const rolesOf = (/** @type {Book} */ data) =>
  new Set(
    data.workshops.flatMap((plan) => [
      ...(plan.audience ?? []),
      ...plan.days.flatMap((one) => (one.blocks ?? []).flatMap((each) => each.audience ?? [])),
    ]),
  );
