"""The catalogue of activities in a browser: what it finds is compared with what authors wrote."""

from __future__ import annotations

import random
import re
from collections.abc import Iterator, Mapping
from importlib.resources import files
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Page, expect

from handbooks import Sizes, write_handbook
from reference import ACTIVITIES, JOURNEYS
from sites import Open, Scheme, build_site, serving

Asked = Mapping[str, list[str]]
SHOWN = """() => [...document.querySelectorAll('[data-jb-in]')].filter(e => e.checkVisibility())
  .map(e => e.dataset.jbActivity)"""
NUMBERS = """() => Object.fromEntries([...document.querySelectorAll('#jb-filter [data-jb-count]')].map(e => {
  const input = e.closest('label').querySelector('input');
  return [`${input.name}=${input.value}`, Number(e.textContent)]; }))"""
RESTED = "() => !document.querySelector('.jb-finder[aria-busy]')"
AXE = files("axe_playwright_python").joinpath("axe.min.js").read_text("utf-8")
RUN_AXE = """async () => (await axe.run({resultTypes: ['violations'], runOnly: {type: 'tag', values:
  ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice']}})).violations
  .flatMap(v => v.nodes.map(n => `${v.id}: ${n.target.flat().join(' ')}`))"""

# The same facts, read from each card in turn.
WALK = """(asked) => {
  const choices = [...document.querySelectorAll('[data-jb-choice]')];
  const range = (text) => { const [a, b] = text.includes('-') ? text.split('-') : [text, text];
    return [Number(a || 0), b ? Number(b) : Infinity]; };
  const touches = (own, wanted) => own !== undefined
    && range(own)[0] <= range(wanted)[1] && range(own)[1] >= range(wanted)[0];
  const fits = (card, name, value) => name === 'time' ? touches(card.dataset.jbTime, value)
    : name === 'people' ? touches(card.dataset.jbPeople, value)
    : card.dataset.jbIn.split(' ').includes(
      choices.find(c => c.name === name && c.value === value)?.dataset.jbChoice);
  const cards = [...document.querySelectorAll('[data-jb-in]')];
  return cards.filter(card => Object.entries(asked).every(([name, values]) =>
    values.some(value => fits(card, name, value)))).map(card => card.dataset.jbActivity).sort();
}"""

SMALL = """() => [...document.querySelectorAll('#jb-filter :is(summary, label:not(.jb-kind-name), input[type=search], '
    + 'input[type=number], button), [data-jb-bar] :is(button, select), [data-jb-open]')]
  .filter(e => e.checkVisibility() && e.getBoundingClientRect().height < 43.5).map(e => e.outerHTML.slice(0, 90))"""
# Every choice that the form offers, and a reader who takes back everything and then makes choices one by one.
OFFERED = """() => [...document.querySelectorAll('#jb-filter :is([type=checkbox], [type=radio])')]
  .filter(e => e.value).map(e => [e.name, e.value])"""
CHOOSE = """([asked, order]) => {
  document.querySelector('[data-jb-reset]').click();
  const inputs = [...document.querySelectorAll('#jb-filter input')];
  for (const [name, values] of Object.entries(asked))
    for (const value of values) inputs.find(e => e.name === name && e.value === value).click();
  const select = document.querySelector('select[name=sort]');
  select.value = order;
  select.dispatchEvent(new Event('input', {bubbles: true}));
}"""


def minutes(text: str) -> int:
    """Minutes of a duration as the handbook's authors write them."""
    hours, rest = re.search(r"(\d+)\s*h", text), re.search(r"(\d+)\s*min", text)
    both = 60 * int(hours[1]) if hours else 0
    return both + int(rest[1]) if rest else both or int(text)


def span(value: Any) -> tuple[int, int] | None:
    """The least and the most of a duration or a group in YAML."""
    if not value:
        return None
    if isinstance(value, str):
        low, _, high = value.replace("-", "–").partition("–")
        unit = " min" if "min" in value and "min" not in low else ""
        return minutes(low + unit), minutes(high or low)
    low = value.get("min", value.get("max", "1"))
    return minutes(low), minutes(value.get("max", low))


def several(value: Any) -> list[str]:
    """A list, where one item stands for a list of one."""
    return value if isinstance(value, list) else [value] if value else []


def keys(id: str, kind: str) -> list[str]:
    """What an activity has of a kind, from its YAML and from the journeys that use it."""
    model = ACTIVITIES[id]
    uses = [(j, s) for j, way in JOURNEYS.items() for s in way["stages"] if id in several(s.get("activities"))]
    difficulty = model.get("difficulty", {})
    difficulty = {"participant": difficulty} if isinstance(difficulty, str) else difficulty
    found: dict[str, list[str]] = {
        "stage": [f"{j}.{s.get('id') or re.sub('[^a-z0-9]+', '-', s['title'].lower()).strip('-')}" for j, s in uses],
        "journey": [j for j, _ in uses],
        "tag": [tag.replace(" ", "-") for tag in several(model.get("tags"))],
        "difficulty": several(difficulty.get("participant")),
        "leading": several(difficulty.get("facilitator")),
    }
    return found.get(kind) or several(model.get(kind))


def fits(id: str, kind: str, value: str) -> bool:
    """Whether an activity fits one value of the address."""
    model = ACTIVITIES[id]
    if kind in ("time", "people"):
        own = span(model.get({"time": "duration", "people": "group"}[kind]))
        low, _, high = value.partition("-") if "-" in value else (value, "", value)
        return own is not None and own[0] <= int(high or 10**6) and own[1] >= int(low or 0)
    if kind == "words":
        materials = [m if isinstance(m, str) else m["title"] for m in several(model.get("materials"))]
        texts = [model["title"], model.get("summary", ""), model.get("purpose", ""), *several(model.get("objectives"))]
        words = re.findall(r"[^\W_]+", " ".join([*texts, *materials, *several(model.get("tags"))]).lower())
        return all(any(word.startswith(start) for word in words) for start in value.lower().split())
    return value in keys(id, kind)


def found(asked: Asked) -> list[str]:
    """The activities that fit all kinds, and of each kind one value."""
    return sorted(id for id in ACTIVITIES if all(any(fits(id, k, v) for v in vs) for k, vs in asked.items()))


def query(asked: Asked) -> str:
    """The address's query that asks this."""
    return "?" + "&".join(f"{kind}={','.join(values)}" for kind, values in asked.items())


def shown(page: Page) -> list[str]:
    """The ids of the cards that can be seen, in their order."""
    page.wait_for_function(RESTED)
    return list(page.evaluate(SHOWN))


def opened(page: Page) -> Page:
    """The page once its filter works."""
    expect(page.locator("[data-jb-status]")).not_to_be_empty()
    return page


ASKED: list[Asked] = [
    {"time": ["-30"]},
    {"time": ["45-50"]},
    {"time": ["70-"]},
    {"people": ["2"]},
    {"people": ["24"]},
    {"setting": ["hybrid"]},
    {"setting": ["online", "hybrid"], "energy": ["low", "high"]},
    {"stage": ["client-journey.delivery"]},
    {"time": ["-60"], "journey": ["onboarding"]},
    {"chapter": ["funnel-and-flywheel"]},
    {"participants": ["coordinator"], "leading": ["easy"]},
    {"people": ["12"], "difficulty": ["moderate"]},
    {"tag": ["kick-off", "trust"]},
    {"words": ["trust"]},
    {"words": ["sticky notes"], "time": ["-60"], "people": ["8"], "setting": ["in_person"]},
]


@pytest.mark.parametrize("asked", ASKED, ids=query)
def test_an_address_finds_what_authors_wrote(window: Open, asked: Asked) -> None:
    """An address with a filter shows the activities that fit all kinds of it, says how many, and keeps its query."""
    reader = window()
    page = opened(reader.open("toolkit/" + query(asked)))
    wanted = found(asked)
    assert 0 < len(wanted) < len(ACTIVITIES)
    assert sorted(shown(page)) == wanted
    expect(page.locator("[data-jb-status]")).to_have_text(f"{len(wanted)} of {len(ACTIVITIES)} activities")
    assert page.evaluate("decodeURIComponent(location.search)") == query(asked)
    assert reader.found() == []


@pytest.mark.parametrize("asked", [{}, ASKED[6], ASKED[8], ASKED[12]], ids=query)
def test_every_choice_says_how_many(window: Open, asked: Asked) -> None:
    """Beside every choice stands how many activities it would find, given what is asked of the other kinds."""
    page = opened(window().open("toolkit/" + query(asked)))
    numbers = page.evaluate(NUMBERS)
    assert {name.partition("=")[0] for name in numbers} >= {"time", "people", "stage", "setting", "tag", "journey"}
    for choice, number in numbers.items():
        kind, _, value = choice.partition("=")
        others = {k: v for k, v in asked.items() if k != kind}
        assert number == len(found(others | ({kind: [value]} if value else {}))), choice


def test_by_mouse(window: Open) -> None:
    """Ticks, usual values and fields work together; chips take them out again one by one, and “Show all” at once."""
    reader = window()
    page = opened(reader.open("toolkit/"))
    assert len(shown(page)) == len(ACTIVITIES)
    page.get_by_label("Up to 30 min").check()
    assert sorted(shown(page)) == found({"time": ["-30"]})
    page.get_by_label("to", exact=True).fill("45")
    number = page.get_by_label("How many are you?")
    for wrong in ("-1", "0", "1e99"):
        number.fill(wrong)
        number.blur()
        expect(number).to_have_value("")
    page.wait_for_function("location.search === '?time=-45'")
    number.fill("4")
    page.get_by_role("checkbox", name=re.compile("^Online")).check()
    page.wait_for_function("location.search === '?time=-45&people=4&setting=online'")
    assert sorted(shown(page)) == found({"time": ["-45"], "people": ["4"], "setting": ["online"]})
    page.get_by_role("button", name="Take out Up to 45 min").click()
    page.wait_for_function("location.search === '?people=4&setting=online'")
    assert sorted(shown(page)) == found({"people": ["4"], "setting": ["online"]})
    page.get_by_role("button", name="Show all").click()
    assert len(shown(page)) == len(ACTIVITIES)
    page.wait_for_function("location.search === ''")
    assert reader.found() == []


def test_by_keyboard(window: Open) -> None:
    """Space ticks, Enter opens a kind, Tab goes on into it, and where a chip is gone the focus is not lost."""
    page = opened(window().open("toolkit/"))
    page.get_by_label("Words").focus()
    page.keyboard.type("trust", delay=5)
    expect(page.locator("[data-jb-status]")).to_have_text(
        f"{len(found({'words': ['trust']}))} of {len(ACTIVITIES)} activities"
    )
    page.get_by_role("checkbox", name=re.compile("^Online")).focus()
    page.keyboard.press("Space")
    assert sorted(shown(page)) == found({"words": ["trust"], "setting": ["online"]})
    energy = page.locator("summary", has_text="Energy")
    energy.focus()
    page.keyboard.press("Enter")
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.name") == "energy"
    page.get_by_role("button", name="Take out Online").focus()
    page.keyboard.press("Enter")
    assert page.evaluate("document.activeElement.textContent.trim()") == "“trust”"
    page.keyboard.press("Enter")
    assert page.evaluate("'jbStatus' in document.activeElement.dataset")
    assert len(shown(page)) == len(ACTIVITIES)


def test_typing_is_never_lost(window: Open) -> None:
    """What is typed fast arrives letter by letter, and the list follows the whole of it."""
    page = opened(window().open("toolkit/"))
    field = page.get_by_label("Words")
    field.focus()
    page.keyboard.type("tru mentee sheet")
    expect(field).to_have_value("tru mentee sheet")
    page.wait_for_function("location.search === '?words=tru%20mentee%20sheet'")
    assert sorted(shown(page)) == found({"words": ["tru mentee sheet"]})


def test_nothing_found_says_what_to_relax(window: Open) -> None:
    """Where nothing fits, each single thing that would help is named with its number, and its button does it."""
    page = opened(window().open("toolkit/?time=-25&people=30&energy=high"))
    asked = {"time": ["-25"], "people": ["30"], "energy": ["high"]}
    assert (shown(page), found(asked)) == ([], [])
    ways = {kind: len(found({k: v for k, v in asked.items() if k != kind})) for kind in asked}
    said = page.locator("[data-jb-none] button")
    assert said.count() == len([number for number in ways.values() if number]) > 0
    names = {"time": "Up to 25 min", "people": "People: 30", "energy": "Energy: High"}
    kind = next(kind for kind, number in ways.items() if number)
    page.get_by_role("button", name=f"Without {names[kind]}: {ways[kind]}").click()
    assert len(shown(page)) == ways[kind]
    assert page.locator("[data-jb-none]").is_hidden()


def test_order(window: Open) -> None:
    """By time and by title all cards stand in one list under one heading; by number they go back to their chapters."""
    page = opened(window().open("toolkit/?setting=online"))
    by_number = shown(page)
    headings = page.locator(".jb-found h2:visible").all_inner_texts()
    page.get_by_label("Sort by").select_option("time")
    times = [span(ACTIVITIES[id]["duration"]) for id in shown(page)]
    assert (
        times
        == sorted(times, key=lambda both: both or (10**6, 0))
        != [span(ACTIVITIES[id]["duration"]) for id in by_number]
    )
    assert page.locator(".jb-found h2:visible").all_inner_texts() == ["By time, the shortest first"]
    page.get_by_label("Sort by").select_option("title")
    titles = [ACTIVITIES[id]["title"].lower() for id in shown(page)]
    assert titles == sorted(titles)
    page.wait_for_function("location.search === '?setting=online&sort=title'")
    page.get_by_label("Sort by").select_option("Number")
    assert (shown(page), page.locator(".jb-found h2:visible").all_inner_texts()) == (by_number, headings)


def test_back_and_reload(window: Open) -> None:
    """After a visit to an activity, the way back finds the filter and the order as they were; so does a reload."""
    reader = window()
    page = opened(reader.open("toolkit/"))
    page.get_by_role("checkbox", name=re.compile("^Online")).check()
    page.get_by_label("Sort by").select_option("title")
    page.wait_for_function("location.search === '?setting=online&sort=title'")
    before = shown(page)
    page.locator(".jb-card:visible a").first.click()
    page.wait_for_url(f"**/toolkit/{before[0]}/")
    page.go_back()
    for _ in range(2):
        expect(page.get_by_label("Sort by")).to_have_value("title")  # which a browser fills in before a script runs
        opened(page)
        expect(page.locator(".jb-card:visible a").first).to_have_attribute("href", re.compile(f"{before[0]}/"))
        page.wait_for_function(f"before => String(({SHOWN})()) === String(before)", arg=before)
        expect(page.get_by_role("checkbox", name=re.compile("^Online"))).to_be_checked()
        page.reload()
    assert reader.found() == []


def test_other_parts_of_the_address_stay(window: Open) -> None:
    """What an older handbook or another tool put into the address does no harm: the unknown is passed over."""
    reader = window()
    page = opened(
        reader.open("toolkit/?ref=mail&setting=under_water,online&time=soon&people=many#chapter-client-journey")
    )
    assert sorted(shown(page)) == found({"setting": ["online"]})
    page.wait_for_function("location.search === '?ref=mail&setting=online'")
    assert page.evaluate("location.hash") == "#chapter-client-journey"
    assert reader.found() == []


@pytest.mark.parametrize("address", ["toolkit/", "questions/"])
def test_without_scripts(window: Open, address: str) -> None:
    """Without JavaScript the whole list is there by chapter, and no control that does nothing."""
    page = window(scripts=False).open(address)
    assert page.locator("main :is(form, input, select, button, [role=status]):visible").count() == 0
    assert page.locator(".jb-found h2:visible").count() > 2
    assert page.locator("[data-jb-in]:visible").count() == page.locator("[data-jb-in]").count() > 20


def test_on_a_phone(window: Open) -> None:
    """On a phone a button opens the filter, and another leads back to what was found; every target is large."""
    page = opened(window(390).open("toolkit/"))
    form = page.locator("#jb-filter")
    expect(form).to_be_hidden()
    page.get_by_role("button", name="Change the filter").click()
    expect(form).to_be_visible()
    page.get_by_label("Up to 30 min").check()
    assert page.evaluate(SMALL) == []
    number = len(found({"time": ["-30"]}))
    page.get_by_role("button", name=f"Show what is found: {number}").click()
    expect(form).to_be_hidden()
    expect(page.locator("[data-jb-status]")).to_be_focused()
    assert sorted(shown(page)) == found({"time": ["-30"]})


@pytest.mark.parametrize(("width", "scheme"), [(390, "dark"), (1280, "light")])
@pytest.mark.parametrize(
    "address",
    [
        "toolkit/?time=-60&setting=online&tag=trust",
        "toolkit/?time=-25&people=30&energy=high",
        "toolkit/?sort=title",
        "questions/?audience=mentor&words=what",
        "questions/?words=zzzz&stage=client-journey.delivery",
    ],
)
def test_accessible_while_it_filters(window: Open, address: str, width: int, scheme: Scheme) -> None:
    """axe finds nothing, and nothing is wider than the screen, with the filter open and things asked, found or not."""
    reader = window(width, scheme)
    page = opened(reader.open(address))
    if width == 390:
        page.get_by_role("button", name="Change the filter").click()
    page.locator("#jb-filter details").evaluate_all("all => all.forEach(e => { e.open = true; })")
    high = page.evaluate("document.documentElement.scrollHeight")
    page.set_viewport_size({"width": width, "height": min(high, 4200)})  # what a bar lies on, a reader scrolls free
    page.evaluate(AXE)
    assert page.evaluate(RUN_AXE) == []
    assert reader.wider() == []


@pytest.fixture(scope="module")
def large(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """The address of a handbook with more activities than are drawn at once."""
    folder = write_handbook(
        tmp_path_factory.mktemp("large") / "book",
        Sizes(activities=260, journeys=3, workshops=0, chapters=5, sections=0),
    )
    site: Path = folder / "site"
    build_site(folder, site)
    with serving(site) as base:
        yield base


@pytest.mark.proof
def test_a_large_catalogue_finds_what_a_plain_walk_finds(window: Open, large: str) -> None:
    """Thirty filters one after the other leave exactly the cards that a walk over all cards' facts finds."""
    chance = random.Random(5)
    reader = window(base=large)
    page = opened(reader.open("toolkit/"))
    offered = page.evaluate(OFFERED)
    sizes = set()
    for _ in range(30):
        asked: dict[str, list[str]] = {}
        for kind, value in chance.sample(offered, chance.randint(1, 4)):
            many = kind not in ("time", "people")
            asked[kind] = [*asked.get(kind, []), value] if many else [value]  # a range has one value
        order = chance.choice(["", "time", "title"])
        page.evaluate(CHOOSE, [asked, order])
        seen = sorted(shown(page))
        assert seen == page.evaluate(WALK, asked), (asked, order)
        assert page.locator("[data-jb-status]").inner_text().startswith(f"{len(seen)} ")
        sizes.add(len(seen))
    assert len(sizes) > 10
    assert reader.found() == []
