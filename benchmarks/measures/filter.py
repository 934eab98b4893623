"""A change of the catalogue's filter over 2,000 activities against a plain walk over the same cards, in one Chromium.

The walk reads the same facts from each card's attributes, compares them with what is asked, and sets `hidden` on each
card; it counts nothing. Ours also works out the number beside every choice, the chips and the address. Both go from the
same state to the same state on the same page, in turns: the script alone, script and layout until the first frame can
be painted (the walk has all cards right by then, ours those of the first screens), and until all cards are right. Both
must leave the same cards, or there is no result.
"""

from __future__ import annotations

import statistics
from collections.abc import Iterator

from playwright.sync_api import Page

from frame.bench import Bench
from frame.browsing import chromium_on
from frame.results import Result

TITLE = "A change of the catalogue’s filter"
PARTS = ("script, ms", "to the frame, ms", "all right, ms")
# From what to what the filter changes: as a reader does, one thing at a time.
CHANGES: list[tuple[str, dict[str, list[str]], dict[str, list[str]]]] = [
    ("tick online", {}, {"setting": ["online"]}),
    ("up to 1 h", {"setting": ["online"]}, {"setting": ["online"], "time": ["-60"]}),
    ("12 people", {"time": ["-60"]}, {"time": ["-60"], "people": ["12"]}),
    ("second tag", {"tag": ["trust"]}, {"tag": ["trust", "goals"]}),
    (
        "one more, with six asked",
        {"time": ["-45"], "people": ["6"], "setting": ["online"], "participants": ["mentor"], "energy": ["low"]},
        {
            "time": ["-45"],
            "people": ["6"],
            "setting": ["online"],
            "participants": ["mentor"],
            "energy": ["low", "medium"],
            "difficulty": ["easy"],
        },
    ),
    ("type a word", {"words": ["tru"]}, {"words": ["trust"]}),
    ("show all", {"time": ["-30"], "setting": ["online"]}, {}),
]

SETUP = """async (script) => {
  const app = (await import(script)).mount(document.querySelector('[data-jb-app=catalogue]'));
  const cards = [...document.querySelectorAll('[data-jb-in]')];
  const choices = [...document.querySelectorAll('[data-jb-choice]')];
  const places = (asked) => Object.entries(asked).filter(([name]) => !['time', 'people', 'words'].includes(name))
    .map(([name, values]) => choices.filter(c => c.name === name && values.includes(c.value))
      .map(c => c.dataset.jbChoice));
  const range = (text) => { const [a, b] = text.includes('-') ? text.split('-') : [text, text];
    return [Number(a || 0), b ? Number(b) : Infinity]; };
  function walk(asked) {
    const kinds = places(asked);
    const time = asked.time && range(asked.time[0]), people = asked.people && range(asked.people[0]);
    for (const card of cards) {
      const own = card.dataset.jbIn.split(' ');
      const touches = (text, asked) => { if (!text) return false; const [a, b] = range(text);
        return a <= asked[1] && b >= asked[0]; };
      card.hidden = !(kinds.every(kind => kind.some(place => own.includes(place)))
        && (!time || touches(card.dataset.jbTime, time)) && (!people || touches(card.dataset.jbPeople, people))
        && (!asked.words || card.textContent.toLowerCase().includes(asked.words[0])));
    }
  }
  const layout = () => document.body.offsetHeight;
  const ask = (asked) => app.ask(new Map(Object.entries(asked)));
  const settled = (asked) => { ask(asked); app.finish(); };
  const state = () => cards.map(c => c.hidden ? 0 : 1).join('');
  function timed(work, asked) {
    layout();
    const start = performance.now();
    work(asked);
    const script = performance.now() - start;
    layout();
    const frame = performance.now() - start;
    if (work === ask) { app.finish(); layout(); }
    return [script, frame, performance.now() - start];
  }
  window.bench = (from, to, rounds) => {
    const ours = [], theirs = [];
    let same = true;
    for (let round = 0; round < rounds; round += 1) {
      settled(from); ours.push(timed(ask, to)); const mine = state(); settled(from);
      walk(from); theirs.push(timed(walk, to)); same &&= to.words || mine === state(); walk(from);
    }
    return {ours, theirs, same: Boolean(same), found: cards.filter(c => !c.hidden).length};
  };
}"""


def timed_changes(page: Page, rounds: int) -> Iterator[tuple[str, dict[str, list[list[float]]]]]:
    """Give every change with the milliseconds of each round, ours and the walk's, for each part."""
    for name, before, after in CHANGES:
        page.evaluate("([a, b]) => window.bench(a, b, 2)", [before, after])  # warm both
        found = page.evaluate("([a, b, n]) => window.bench(a, b, n)", [before, after, rounds])
        assert found["same"], f"{name}: the walk finds other cards"
        yield name, found


def measure(bench: Bench) -> Result:
    """Give the median ratio over all changes, for each part."""
    sizes = bench.sizes(activities=2_000)
    result = Result(TITLE, __doc__ or "", vars(sizes))
    with chromium_on(bench.site(sizes)) as (browser, base):
        page = browser.new_page(viewport={"width": 1280, "height": 900})
        page.route("**/journeybook.js", lambda route: route.abort())  # it would mount the catalogue first
        page.goto(f"{base}toolkit/")
        page.evaluate(SETUP, f"{base}assets/journeybook/apps/catalogue.js")
        for name, found in timed_changes(page, 3 * bench.rounds):
            for row, side in ((name, "ours"), (f"{name}, walk", "theirs")):
                for times in found[side]:
                    result.add(row, dict(zip(PARTS, times, strict=True)))
    for part in PARTS:
        medians = {row: statistics.median(cells[part]) for row, cells in result.table.items()}
        result.compare(
            f"ours ÷ walk ({part}), over the changes", [medians[n] / medians[f"{n}, walk"] for n, *_ in CHANGES]
        )
    return result
