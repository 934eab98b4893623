/* Questions to the site's search, answered by Material's own worker: what each of them finds. */
import assert from "node:assert/strict";
import { globSync, readFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { test } from "node:test";
import { createContext, runInContext } from "node:vm";
import "../../theme/assets/js/search/forms.js";
import "../../theme/assets/js/search/question.js";

const { jbQuestion } = globalThis;

/** @typedef {{ data: any, type: number }} Message */

// Node and Material are packages of one environment.
const ASSETS = "material/templates/assets/javascripts";
const [WORKER] = ["../..", "../../..", "../../../.."].flatMap((up) =>
  globSync(join(dirname(process.execPath), up, ASSETS, "workers/search.*.min.js")),
);

/** Material's worker with an index of these texts; gives what finds, by their places, those that have an answer.
    @param {string[]} texts @param {string} [lang] */
async function searching(texts, lang = "en") {
  /** @type {((event: { data: Message }) => void)[]} */
  const listeners = [];
  /** @type {((message: Message) => void)[]} */
  const waiting = [];
  /** @type {Record<string, unknown>} */
  const self = {
    console,
    addEventListener: (/** @type {string} */ _, /** @type {(typeof listeners)[0]} */ does) => listeners.push(does),
    postMessage: (/** @type {Message} */ message) => waiting.shift()?.(message),
    importScripts: (/** @type {string[]} */ ...paths) => {
      for (const path of paths) runInContext(readFileSync(join(dirname(WORKER), path), "utf-8"), context);
    },
  };
  self.self = self;
  const context = createContext(self);
  runInContext(readFileSync(WORKER, "utf-8"), context);
  /** @type {(message: Message) => Promise<Message>} */
  const send = (message) =>
    new Promise((resolve) => {
      waiting.push(resolve);
      for (const listener of listeners) listener({ data: message });
    });
  const docs = texts.map((text, place) => ({ location: `${place}/`, title: "", text: `<p>${text}</p>` }));
  const config = { lang: [lang], separator: jbQuestion.separator("[\\s\\-]+"), pipeline: ["stopWordFilter"] };
  const fields = { title: { boost: 1000 }, text: { boost: 1 }, tags: { boost: 1000000 } };
  await send({ type: 0, data: { config: { ...config, fields }, docs, options: {} } });
  const ask = jbQuestion.asking(docs, config);
  return async (/** @type {string} */ typed) => {
    const { asked, groups } = ask(typed);
    const { data } = await send({ type: 2, data: asked });
    const items = [...data.items].flat();
    for (const item of items) jbQuestion.settle(item, groups);
    /** @type {{ location: string, terms: Record<string, boolean> }[]} */
    const sorted = [...items].sort((/** @type {SearchItem} */ a, /** @type {SearchItem} */ b) =>
      a.location < b.location ? -1 : 1,
    );
    return {
      places: sorted.map(({ location }) => parseInt(location, 10)),
      missing: sorted.map(({ terms }) => Object.keys(terms).filter((word) => !terms[word])),
    };
  };
}

const TEXTS = [
  "Boundaries, at first. Stories!",
  "A “boundary” is kept (always).",
  "boundaries and boundary, story",
  "The mentor’s trust: feedback? R&amp;D costs €50 or 3.5",
  "Self-esteem; a follow-up/touchpoint workshop-plan",
  "The first meeting, where it begins.",
];

test("words of one stem find the same, however they are spelt and whatever sign follows them", async () => {
  const find = await searching(TEXTS);
  for (const typed of ["boundary", "boundaries", "boundry", "boundareis"]) {
    assert.deepEqual((await find(typed)).places, [0, 1, 2], typed);
  }
  const { places, missing } = await find("boundry mentr");
  assert.deepEqual(places, [0, 1, 2, 3]);
  assert.deepEqual(missing, [["mentr"], ["mentr"], ["mentr"], ["boundry"]]);
});

test("signs around and inside of words switch nothing off", async () => {
  const find = await searching(TEXTS);
  for (const [place, ...typed] of /** @type {[number, ...string[]][]} */ ([
    [
      3,
      "trust?",
      "(trust)",
      "‘trust’",
      "«trust»",
      "trsut!",
      "“trust”",
      "feedback!",
      "mentor's",
      "mentor’s",
      "title?trust",
    ],
    [3, "€50", "50", "3.5", "R&D", "trust:", "-?- trust", "trust~", "+trust", "trust -boundary", "trus*", "text:trust"],
    [4, "touchpiont?", "folow-up", "self-estem", "wrkshop-plan", "follow‑up", "esteem.", "tuchpoint/folow"],
    [5, "“first meeting”", '"first meeting"', "begin?", "meetng, pls?!"],
  ])) {
    for (const one of typed) assert.deepEqual((await find(one)).places, [place], one);
  }
  assert.ok((await find("Where do I read of self-estem, and of trust?")).places.includes(4));
  assert.deepEqual((await find("a trust")).places, [3]);
  assert.deepEqual((await find("? – &")).places, []);
  assert.deepEqual((await find("amp")).places, []);
});

const UNSPACED = ["การตั้งเป้าหมายร่วมกัน", "เรื่องอื่น", "我们的目标设定很重要", "旅程", "良いメンタリングとは", "Goals"];

for (const lang of ["th", "de", "en", "zh"]) {
  test(`a word of a script without spaces is found wherever it stands (${lang})`, async () => {
    const find = await searching(UNSPACED, lang);
    for (const [place, typed] of /** @type {[number, string][]} */ ([
      [0, "เป้าหมาย"],
      [0, "“เป้าหมาย”?"],
      [2, "目标"],
      [2, "目标设定"],
      [4, "メンタリング"],
    ])) {
      assert.deepEqual(await find(typed), { places: [place], missing: [[]] }, typed);
    }
    const { places, missing } = await find("เป้าหมาย goal");
    assert.deepEqual(places, [0, 5]);
    assert.deepEqual(missing, [["goal"], ["เป้าหมาย"]]);
  });
}
