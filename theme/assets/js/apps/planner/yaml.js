/* A plan as `toolkit/workshops/<id>.yaml`: only what that schema has, every text in double quotes, one line each. */
import { minutesOf, slots, sum, timeOf } from "./clock.js";
import { fill, minutes as inWords } from "./words.js";

const NAMED = new Map([['"', '\\"'], ["\\", "\\\\"], ["\n", "\\n"], ["\t", "\\t"]]);
// What YAML's readers may refuse, fold or show as nothing: controls, separators, invisible characters.
const SPECIAL = /["\\]|[^\P{C}]|[\u2028\u2029\u00a0\ufeff]|[^\S ]/gu;
const TAKEN = ["index", "workshops", "planner"];
const LINK = /(?<!!)\[[^[\]\\]*\]\(([a-z]+:[^()<>\s\\]+)\)/g;
const WEB = /^(https?:\/\/|mailto:)[\w.~%/?=&+@#:;,-]+$/;

function escaped(character) {
  const code = character.codePointAt(0);
  if (code >= 0xd800 && code <= 0xdfff) return "\\uFFFD"; // half of a character
  const digits = code.toString(16).toUpperCase();
  return NAMED.get(character) ?? (code > 0xffff ? `\\U${digits.padStart(8, "0")}` : `\\u${digits.padStart(4, "0")}`);
}

/** A text in double quotes. Brackets that are not closed are escaped too: journeybook bounds how many are open. */
export function quoted(text) {
  const inside = text.replace(SPECIAL, escaped);
  let open = 0, most = 0;
  for (const sign of inside) {
    open += "[{".includes(sign) ? 1 : "]}".includes(sign) ? -1 : 0;
    if (open < 0) break;
    most = Math.max(most, open);
  }
  if (open === 0 && most < 10) return `"${inside}"`;
  return `"${inside.replace(/[[\]{}]/g, (sign) => `\\x${sign.charCodeAt(0).toString(16).toUpperCase()}`)}"`;
}

/** One line of text as journeybook reads it: no control characters, single spaces. */
export const line = (text) => text.normalize("NFC").replace(/[\p{Cc}\ufeff]/gu, (c) => (/[\t\n\r]/.test(c) ? " " : "")).replace(/\s+/g, " ").trim();

/** Markdown as it may stand in YAML: links that the handbook has itself stay, all others are shown as they are typed. */
export function note(text, links) {
  const clean = text.normalize("NFC").replace(/\r\n?/g, "\n").replace(/[^\P{Cc}\n\t]|\ufeff/gu, "").trim();
  const kept = [];
  const held = clean.replace(LINK, (all, target) => (links.has(target) || WEB.test(target) ? `\u0000${kept.push(all) - 1}\u0000` : all));
  const safe = held.replace(/(\\*)\[/g, (all, slashes) => (slashes.length % 2 ? all : `${slashes}\\[`));
  return safe.replace(/\u0000(\d+)\u0000/g, (all, place) => kept[place]);
}

/** The link targets of the handbook's own workshops and activities: they were checked when it was built. */
export function knownLinks(data) {
  const texts = data.workshops.flatMap((plan) => plan.days.flatMap((day) => day.blocks.map((block) => block.text ?? "")));
  const targets = texts.flatMap((text) => [...text.matchAll(LINK)].map((found) => found[1]));
  const listed = [...data.activities.values()].map((activity) => `activity:${activity.id}`);
  return new Set([...targets, ...listed]);
}

/** The file's name without its ending: the title as an id. */
export function idOf(title, instead) {
  const slug = (text) => text.normalize("NFC").toLowerCase().replace(/[^\p{L}\p{M}\p{N}]+/gu, "-").replace(/^-+|-+$/g, "");
  const id = [...slug(title)].slice(0, 60).join("").replace(/-+$/, "").normalize("NFC") || slug(instead) || "my-workshop";
  return TAKEN.includes(id) ? `my-${id}` : id;
}

function* block({ block: one, late }, data, words, links, roles) {
  const title = line(one.title), known = data.activities.get(one.activity);
  const fields = [];
  if (known) fields.push(["activity", quoted(one.activity)], ["title", title && quoted(title)]);
  else if (one.kind === "break") fields.push(["break", quoted(title || words.break)]);
  else fields.push(["title", quoted(title || one.activity || words.own)]);
  fields.push(["start", late ? "" : one.start && quoted(one.start)]);
  fields.push(["minutes", known?.max && one.minutes === null ? "" : String(minutesOf(one, data))]);
  fields.push(["lead", line(one.lead) && quoted(line(one.lead))]);
  const text = note(one.text, links);
  fields.push(["text", text && quoted(text)]);
  const audience = one.audience.filter((role) => roles.has(role));
  fields.push(["audience", audience.length ? `[${audience.map(quoted).join(", ")}]` : ""]);
  const shown = fields.filter(([, value]) => value);
  for (const [place, [key, value]] of shown.entries()) yield `      ${place ? " " : "-"} ${key}: ${value}`;
}

function* day(one, name, data, words, links, roles) {
  const { over, reversed, end, left } = sum(one, data);
  yield `  - title: ${quoted(name)}`;
  if (one.date) yield `    date: ${quoted(one.date)}`;
  yield `    start: ${quoted(one.start)}`;
  if (one.end && !over && !reversed) yield `    end: ${quoted(one.end)}`;
  else if (one.end) yield `    # ${fill(words.yaml_over, { end: one.end, over: inWords(words, -left), until: timeOf(end) })}`;
  yield "    blocks:";
  for (const slot of slots(one, data)) yield* block(slot, data, words, links, roles);
}

/** The whole file. Days without blocks are left out; what a day is too long for is left out with a word on it, and a
    start that has passed without one. */
export function yaml(plan, data, words, nameOf) {
  const links = knownLinks(data), roles = rolesOf(data);
  const audience = plan.audience.filter((role) => roles.has(role));
  const lines = [`# ${words.yaml_head}`, `title: ${quoted(line(plan.title) || words.untitled)}`];
  if (audience.length) lines.push(`audience: [${audience.map(quoted).join(", ")}]`);
  if (plan.people) lines.push(`group_size: ${plan.people}`);
  if (line(plan.location)) lines.push(`location: ${quoted(line(plan.location))}`);
  if (isZone(plan.timezone)) lines.push(`timezone: ${quoted(plan.timezone)}`);
  lines.push("days:");
  for (const one of plan.days) if (one.blocks.length) lines.push(...day(one, line(nameOf(one)), data, words, links, roles));
  return `${lines.join("\n")}\n`;
}

function isZone(name) {
  try {
    return Boolean(name && new Intl.DateTimeFormat("en", { timeZone: name }));
  } catch {
    return false;
  }
}

const rolesOf = (data) => new Set(data.workshops.flatMap((plan) => [
  ...(plan.audience ?? []), ...plan.days.flatMap((one) => one.blocks.flatMap((each) => each.audience ?? [])),
]));
