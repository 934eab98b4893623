"""A change of the catalogue's filter over 2,000 activities against a plain walk over the same cards, in one Chromium.

    make bench-catalogue

The walk reads the same facts from each card's attributes, compares them with what is asked, and sets `hidden` on each
card; it counts nothing. Ours also works out the number beside every choice, the chips and the address. Both go from the
same state to the same state on the same page, in turns. The table gives medians for the script alone, for script and
layout until the first frame can be painted (the walk has all cards right by then, ours those of the first screens), and
until all cards are right. The ratio is what counts. Both must leave the same cards, or the run fails.
"""

from __future__ import annotations

import argparse
import json
import statistics
import sys
import tempfile
from pathlib import Path
from typing import Any

from playwright.sync_api import Page, sync_playwright

sys.path.insert(0, str(Path(__file__).parent.parent / "tests"))

from browser import QUIET, chromium_path
from handbooks import Sizes, write_handbook
from sites import build_site, serving

PARTS = ("script", "frame", "all")
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
  const app = (await import(script)).mount(document.querySelector('[data-jb-app]'));
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


def measure(page: Page, rounds: int) -> list[dict[str, Any]]:
    """The medians of every change, in milliseconds: see above."""
    rows = []
    for name, before, after in CHANGES:
        page.evaluate("([a, b]) => window.bench(a, b, 2)", [before, after])  # warm both
        found = page.evaluate("([a, b, n]) => window.bench(a, b, n)", [before, after, rounds])
        assert found["same"], f"{name}: the walk finds other cards"
        row: dict[str, Any] = {"change": name}
        for place, part in enumerate(PARTS):
            ours = statistics.median(times[place] for times in found["ours"])
            walk = statistics.median(times[place] for times in found["theirs"])
            row |= {f"ours_{part}": ours, f"walk_{part}": walk, f"ratio_{part}": ours / walk}
        rows.append(row)
    return rows


def main() -> int:
    """Print the table."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--activities", type=int, default=2_000)
    parser.add_argument("--rounds", type=int, default=15)
    parser.add_argument("--site", type=Path, help="a site that is built already")
    parser.add_argument("--json", action="store_true")
    given = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder, sync_playwright() as playwright:
        site = given.site or Path(folder) / "site"
        if not given.site:
            build_site(
                write_handbook(Path(folder) / "book", Sizes(given.activities, journeys=3, workshops=0, chapters=5)),
                site,
            )
        browser = playwright.chromium.launch(executable_path=chromium_path(), args=list(QUIET))
        with serving(site) as base:
            page = browser.new_page(viewport={"width": 1280, "height": 900})
            page.route("**/journeybook.js", lambda route: route.abort())  # it would mount the catalogue first
            page.goto(f"{base}toolkit/")
            page.evaluate(SETUP, f"{base}assets/journeybook/apps/catalogue.js")
            rows = measure(page, given.rounds)
            size = len(page.request.get(f"{base}toolkit/").body())
        browser.close()
    if given.json:
        print(json.dumps(rows, indent=2))
        return 0
    each = size / given.activities
    print(f"{given.activities} activities, page of {size / 1000:.0f} kB ({each:.0f} bytes an activity)\n")
    names = ("script", "to the frame", "all right")
    print("| change | " + " | ".join(f"{name}, ms | walk, ms | ratio" for name in names) + " |")
    print("|---|---|---|---|---|---|---|---|---|---|")
    for row in rows:
        cells = (f"{row[f'ours_{p}']:.1f} | {row[f'walk_{p}']:.1f} | {row[f'ratio_{p}']:.2f}" for p in PARTS)
        print(f"| {row['change']} | {' | '.join(cells)} |")
    for part in PARTS:
        print(f"\nmedian ratio, {part}: {statistics.median(row[f'ratio_{part}'] for row in rows):.2f}", end="")
    print()
    return 0


if __name__ == "__main__":
    sys.exit(main())
