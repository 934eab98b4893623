/* What scripts promise where no page is needed. */
import assert from "node:assert/strict";
import { test } from "node:test";
import { warnings } from "../../theme/assets/js/apps/planner/checks.js";
import { bookOf } from "../../theme/assets/js/apps/planner/data.js";
import {
  beside,
  block,
  day,
  empty,
  isNewer,
  isTooLarge,
  MOST_BLOCKS,
  MOST_DAYS,
  move,
  placeOf,
  read,
  written,
} from "../../theme/assets/js/apps/planner/plan.js";
import { fileOf, oldRecordOf, packRecord, recordOf } from "../../theme/assets/js/apps/planner/record.js";
import { packed, unpacked } from "../../theme/assets/js/apps/planner/share.js";
import { makeStore } from "../../theme/assets/js/apps/planner/store.js";
import { note, quoted } from "../../theme/assets/js/apps/planner/yaml.js";
import {
  again,
  digits,
  fresh,
  left,
  longer,
  runs,
  spent,
  started,
  stopped,
  toneOf,
} from "../../theme/assets/js/apps/run/clock.js";
import { all as allOf, around, datum, one } from "../../theme/assets/js/dom.js";
import { read as readAddress, write } from "../../theme/assets/js/filter/address.js";
import { bounds } from "../../theme/assets/js/filter/find.js";
import { add, all, both, changes, has, join, keep, none } from "../../theme/assets/js/filter/sets.js";
import { wordIndex } from "../../theme/assets/js/filter/words.js";
import { fill, registry } from "../../theme/assets/js/texts.js";
import { today } from "../../theme/assets/js/time.js";

/** @import { Texts } from "../../theme/assets/js/texts.js" */

test("a text that is not there is an error, not undefined", () => {
  /** @type {Texts<{ found: "number", none: never }>} */
  const words = registry({ found: "Found: {number}", none: "None \u2068here\u2069." });
  assert.equal(words("found", { number: 3 }), "Found: 3");
  assert.equal(words.plain()("none"), "None here.");
  assert.equal(words.raw("found"), "Found: {number}");
  // @ts-expect-error there is no such text
  assert.throws(() => words("lost"), /no text “lost”/);
  // @ts-expect-error nor such a thing of every object's
  assert.throws(() => words("constructor"), /no text/);
  // @ts-expect-error its number is missing
  assert.equal(words("found"), "Found: {number}");
  // @ts-expect-error and this is no value of its
  assert.equal(words("found", { amount: 3 }), "Found: {number}");
});

test("a part that a page lacks, or has as another kind, is named", () => {
  class Box {
    closest() {
      return null;
    }
  }
  const kind = /** @type {new () => Element} */ (/** @type {unknown} */ (Box));
  const box = new kind();
  const page = (/** @type {unknown[]} */ ...found) =>
    /** @type {ParentNode} */ (
      /** @type {unknown} */ ({
        querySelector: () => found[0] ?? null,
        querySelectorAll: () => found,
      })
    );
  assert.equal(one(page(box), "x", kind), box);
  assert.deepEqual(allOf(page(box, box), "x", kind), [box, box]);
  assert.throws(() => one(page(), "[data-x]", kind), /no Box for \[data-x\]/);
  assert.throws(() => one(page({}), "[data-x]", kind), /no Box/);
  assert.throws(() => allOf(page(box, {}), "y", kind), /no Box for y/);
  assert.throws(() => around(box, "z", kind), /no Box for z/);
  const element = /** @type {HTMLElement} */ ({ localName: "p", dataset: /** @type {DOMStringMap} */ ({ a: "" }) });
  assert.equal(datum(element, "a"), "");
  assert.throws(() => datum(element, "b"), /p has no data b/);
});

test("values are text, whatever their signs, and only their own names are filled", () => {
  assert.equal(fill("{a} {toString} {b}", { a: "$& {b}", b: 0 }), "$& {b} {toString} 0");
});

test("a plan is written and read back; what is no plan is none", () => {
  const plan = {
    ...empty(),
    title: "A",
    people: 3,
    days: [day({ blocks: [block("break", { minutes: 5 }), block("own", { title: "x", minutes: 5 })] })],
  };
  const back = read(JSON.parse(JSON.stringify(written(plan))));
  assert.deepEqual(back && written(back), written(plan));
  for (const value of [null, 1, "x", [], {}, { version: 1 }, { version: 2, days: [] }, { version: "1", days: [] }])
    assert.equal(read(value), null);
  assert.equal(
    read({ version: 1, days: [null, { blocks: [7, { minutes: "5", start: "25:00", activity: "../x" }] }] })?.days
      .length,
    2,
  );
  assert.deepEqual([isNewer({ version: 2 }), isNewer({ version: 1 }), isNewer(null)], [true, false, false]);
});

test("a plan has bounds", () => {
  const blocks = Array(MOST_BLOCKS + 1).fill({ title: "x" });
  const many = { version: 1, days: Array(MOST_DAYS + 1).fill({}) };
  assert.ok(
    isTooLarge({ version: 1, days: [{ blocks }] }) && isTooLarge(many) && !isTooLarge({ version: 1, days: [{}] }),
  );
  assert.equal(read(many)?.days.length, MOST_DAYS);
  assert.equal(read({ version: 1, days: [{ blocks }] })?.days[0].blocks.length, MOST_BLOCKS);
});

test("a block goes up and down, over the edge of its day", () => {
  const [a, b, c] = ["a", "b", "c"].map((title) => block("own", { title }));
  const days = [day({ blocks: [a, b] }), day({ blocks: [c] })];
  const plan = { ...empty(), days };
  const step = (/** @type {string} */ key, /** @type {number} */ by) => {
    const from = placeOf(plan, key);
    const to = from && beside(plan, from, by);
    if (to) move(plan, key, to.day, to.place);
    return days.map((one) => one.blocks.map(({ title }) => title).join("")).join("|");
  };
  assert.deepEqual(
    [step(a.key, -1), step(a.key, 1), step(a.key, 1), step(a.key, 1), step(a.key, 1), step(a.key, -1), step(a.key, -1)],
    ["ab|c", "ba|c", "b|ac", "b|ca", "b|ca", "b|ac", "ba|c"],
  );
});

test("a record is a plan, damaged or newer", () => {
  const known = { revision: 2, from: 1, changed: 5, plan: empty() };
  assert.equal(recordOf(packRecord(known)).state, "plan");
  assert.equal(oldRecordOf(JSON.stringify(written(empty()))).state, "plan");
  const more = { ...JSON.parse(packRecord(known)), plan: { ...written(empty()), unknown: 1 } };
  assert.equal(recordOf(JSON.stringify(more)).state, "damaged", "what would be lost is not taken for a plan");
  assert.equal(recordOf(JSON.stringify({ ...more, plan: { version: 9, title: "T" } })).state, "newer");
  for (const text of ["", "{", "null", "7", '{"revision":-1}']) assert.equal(recordOf(text).state, "damaged");
  assert.equal(fileOf({ text: "{" }), "{");
});

test("a plan in a link", async () => {
  const value = written({ ...empty(), title: "Ünï 研 🎉".repeat(50) });
  const fragment = await packed(value);
  assert.match(fragment, /^plan=d[\w-]+$/);
  assert.deepEqual(await unpacked(fragment), value);
  await assert.rejects(unpacked("plan=x"));
  const bomb = await packed("a".repeat(1_000_001));
  await assert.rejects(unpacked(bomb), RangeError);
});

test("a store that refuses keeps in memory", () => {
  /** @type {Map<string, string>} */
  const disk = new Map();
  let full = false;
  const storage = /** @type {Storage} */ (
    /** @type {unknown} */ ({
      getItem: (/** @type {string} */ key) => disk.get(key) ?? null,
      setItem(/** @type {string} */ key, /** @type {string} */ text) {
        if (full) throw new Error("full");
        disk.set(key, text);
      },
      removeItem: (/** @type {string} */ key) => disk.delete(key),
      key: (/** @type {number} */ place) => [...disk.keys()][place] ?? null,
      get length() {
        return disk.size;
      },
    })
  );
  const store = makeStore(() => storage);
  assert.equal(store.keep("a", "1"), true);
  full = true;
  assert.equal(store.keep("a", "2"), false);
  assert.deepEqual([store.stored("a"), store.text("a"), store.base("a"), store.keys("a")], ["1", "2", "1", ["a"]]);
  store.release("a");
  assert.equal(store.text("a"), "1");
  const none = makeStore(() => {
    throw new Error("no");
  });
  assert.deepEqual([none.keep("b", "1"), none.text("b"), none.keys("b")], [false, "1", ["b"]]);
});

test("what a plan has wrong", () => {
  const activities = [
    { id: "a", title: "A", address: "a/" },
    { id: "b", title: "B", address: "b/", before: ["a"] },
    /** @type {ActivityData} */ ({ id: "c", title: "C", address: "c/", retired: true, group: [4, 6, null] }),
  ];
  const book = bookOf(
    { version: 1, chapters: {}, activities, workshops: [] },
    new URL("https://a.example"),
    new URL("https://a.example/s"),
  );
  const found = (/** @type {string[]} */ ...ids) => {
    const plan = {
      ...empty(),
      people: 12,
      days: [day({ blocks: ids.map((activity) => block("activity", { activity })) })],
    };
    return [...warnings(plan, book).values()].map((list) => list.map(({ kind }) => kind).join(" "));
  };
  assert.deepEqual(found("b"), ["missing"]);
  assert.deepEqual(found("b", "a"), ["late", ""]);
  assert.deepEqual(found("a", "b", "c", "x"), ["", "", "retired crowd", "unknown"]);
});

test("notes keep the handbook's own links and show all others", () => {
  const links = new Set(["activity:a"]);
  assert.equal(
    note("[A](activity:a) [B](activity:b) [C](https://x.example/y) ![p](activity:a)", links),
    "[A](activity:a) \\[B](activity:b) [C](https://x.example/y) !\\[p](activity:a)",
  );
  assert.equal(note("\\[a \\\\[b [[c", links), "\\[a \\\\\\[b \\[\\[c");
  assert.equal(note("\\[A](activity:a)", links), "\\[A](activity:a)");
  assert.equal(note(" a\r\nb\0\ufeffc\td ", links), "a\nbc\td");
});

test("quotes hold every sign", () => {
  assert.equal(quoted('a"b\\c\nd\te'), '"a\\"b\\\\c\\nd\\te"');
  assert.equal(quoted("\u2028\u00a0\ufeff\0😀\ud800"), '"\\u2028\\u00A0\\uFEFF\\u0000😀\\uFFFD"');
  assert.deepEqual(
    ["[a]", "]", "[[[[[[[[[[a]]]]]]]]]]"].map(quoted).map((text) => text.includes("\\x5B") || text.includes("\\x5D")),
    [false, true, true],
  );
});

test("the clock of a step is a difference of wall-clock times", () => {
  const minute = 60_000;
  const clock = started(fresh(), 0);
  assert.deepEqual([spent(clock, minute), left(clock, 2, minute), spent(clock, -minute)], [minute, minute, 0]);
  assert.ok(!runs(stopped(clock, minute)) && spent(stopped(clock, minute), 9 * minute) === minute);
  assert.equal(left(longer(clock, 1, 3 * minute), 1, 3 * minute), minute, "over time, a minute from now");
  assert.deepEqual([again(clock, 7).since, again(fresh(), 7).since], [7, null]);
  assert.deepEqual(
    [0, 5, 20, 21].map((rest) => toneOf(rest, 100)),
    ["over", "last", "soon", "calm"],
  );
  assert.deepEqual([725_000, 1, 0, -42_000].map(digits), ["12:05", "0:01", "+0:00", "+0:42"]);
});

test("sets of bits", () => {
  for (const size of [0, 1, 31, 32, 33, 100]) {
    const odd = none(size);
    const everything = all(size);
    for (let item = 1; item < size; item += 2) add(odd, item);
    assert.deepEqual([both(everything, everything), both(odd, everything)], [size, size >> 1]);
    assert.equal(size > 1 && has(odd, 0), false);
    assert.deepEqual(keep(all(size), odd), odd);
    assert.deepEqual(join(none(size), odd), odd);
    /** @type {[number, boolean][]} */
    const seen = [];
    changes(none(size), odd, (item, is) => seen.push([item, is]));
    assert.deepEqual(
      seen.map(([item]) => item).sort((a, b) => a - b),
      Array.from({ length: size >> 1 }, (_, n) => 2 * n + 1),
    );
    assert.ok(seen.every(([, is]) => is));
  }
});

test("ranges in an address", () => {
  assert.deepEqual(["45-60", "60-45", "-60", "45-", "45", "", "-", "x", "1-2-3"].map(bounds), [
    [45, 60],
    [45, 60],
    [0, 60],
    [45, Infinity],
    [45, 45],
    null,
    null,
    null,
    null,
  ]);
  const [[day, never], [two, half], [hours, days]] = ["1d-", "2d-2.5d", "240-3d"].map((text) => bounds(text) ?? [0, 0]);
  assert.ok(day > 99_999 && never === Infinity, "a day is more than any minutes");
  assert.ok(day < two && two < half && hours === 240 && half < days, "days stand in their order");
  assert.deepEqual(["d", "d-", "1d2d", "1.5", "99999d"].map(bounds), [null, null, null, null, null]);
  const names = ["time", "setting", "words"];
  const asked = readAddress("?x=1&time=-60&setting=online,hybrid&setting=&words=a,b", names);
  assert.deepEqual(
    [...asked],
    [
      ["time", ["-60"]],
      ["setting", ["online", "hybrid"]],
      ["words", ["a,b"]],
    ],
  );
  assert.equal(write("?x=1&time=45", names, asked), "?x=1&time=-60&setting=online,hybrid&words=a%2Cb");
});

test("words begin words, are looked for inside scripts without spaces, and the nearest stands for none", () => {
  const { find, said } = wordIndex({ words: "cafe first 日本語", items: "0 2;1;2" }, 3);
  const items = (/** @type {string} */ text) => [0, 1, 2].filter((item) => has(find(text), item));
  assert.deepEqual(
    [items("Café"), items("fi"), items("本"), items(""), items("irst"), items("xyz")],
    [[0, 2], [1], [2], [0, 1, 2], [1], []],
  );
  assert.deepEqual(said("Café irst"), { also: [], instead: [{ word: "irst", words: ["first"] }] });
});

test("a misspelt word stands for the nearest and the others of its stem", () => {
  const counts = new Map(["boundary", "boundaries", "story", "stories", "walk"].map((word) => [word, 1]));
  assert.deepEqual(globalThis.jbForms.wordForms(counts)("boundry"), {
    found: false,
    words: ["boundary", "boundaries"],
  });
});

test("days are the reader's, and cross months and years", (context) => {
  context.mock.timers.enable({ apis: ["Date"], now: new Date(2026, 11, 5, 23, 59).getTime() });
  assert.equal(today(), "2026-12-05");
  assert.equal(today(30), "2027-01-04");
});
