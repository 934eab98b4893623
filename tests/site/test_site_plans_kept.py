"""What a browser keeps of plans: with a full store, without one, from the first version, and what cannot be read."""

from __future__ import annotations

import json
import re
from typing import Any

import pytest
from playwright.sync_api import Page, expect

from audits import AXE, FAINT_TEXT, LEAST, RULES, RUN_AXE, SMALL_TARGETS
from planning import (
    ABSENT,
    FULL,
    HERE,
    KEY,
    OLD,
    TITLE,
    Visit,
    arrive,
    beside,
    choose,
    listed,
    names,
    once,
    open_file,
    own,
    plan,
    stored,
    text_of,
    titles,
)

pytestmark = pytest.mark.slow


def record(title: str, revision: int = 1, **more: Any) -> str:
    """A plan as the store has it."""
    return json.dumps({"revision": revision, "from": 0, "changed": 1_800_000_000_000, "plan": plan(title), **more})


NEVER = "Object.defineProperty(window, 'sessionStorage', { get() { throw new DOMException('no', 'SecurityError'); } });"
PLACE = "A place with a name that is longer than the room that is left"


def fill_store(page: Page) -> None:
    """Leave no room in the browser's store."""
    page.evaluate(
        """() => {
          for (let size = 2 ** 22, n = 0; size >= 1;) {
            try { localStorage.setItem(`filler ${n += 1}`, 'x'.repeat(size)); } catch { size = Math.floor(size / 2); }
          }
        }"""
    )


def go_away(page: Page) -> None:
    """Follow a link to another page of the handbook, and wait until it is there."""
    page.get_by_role("link", name="About").first.click()
    expect(page.locator("[data-jb-app=planner]")).to_have_count(0)


def empty_store(page: Page) -> None:
    """Make room again."""
    page.evaluate(
        "Object.keys(localStorage).filter((k) => k.startsWith('filler')).forEach((k) => delete localStorage[k])"
    )


def test_a_full_store(visit: Visit) -> None:
    """What has no room is told and offered as a file, lasts from page to page, and is kept once there is room."""
    reader = visit()
    page = reader.page
    own(page)
    fill_store(page)
    before = stored(page)
    page.get_by_label("Where").fill(PLACE)
    unkept = page.locator("[data-jb-unkept]")
    expect(unkept).to_contain_text("This browser does not keep your plan")
    assert stored(page) == before
    with page.expect_download() as caught:
        unkept.get_by_role("button", name="Save as a file").click()
    assert json.loads(text_of(caught.value))["location"].startswith("A place with a name")
    go_away(page)
    page.go_back()
    expect(page.get_by_label("Where")).to_have_value(PLACE)
    expect(unkept).not_to_be_empty()
    page.get_by_role("button", name="Delete this plan").click()
    page.get_by_role("button", name="Bring it back", exact=True).first.click()
    expect(page.get_by_label("Where")).to_have_value(PLACE)
    empty_store(page)
    page.get_by_label("Where").fill("Leeds")
    expect(unkept).to_be_empty()
    assert [json.loads(text)["plan"]["location"] for text in stored(page).values()] == ["Leeds"]
    assert reader.found() == []


@pytest.mark.parametrize("away", [False, True], ids=["here", "away"])
def test_a_full_store_and_another_window(visit: Visit, away: bool) -> None:
    """What has no room is not lost to another window's change, and does not overwrite it once there is room.

    That holds too where the reader was on another page of the handbook when the other window made its change.
    """
    first = visit()
    page = first.page
    own(page, "Mine, with a title that takes some room")
    second = beside(first)
    fill_store(page)
    page.get_by_label("Where").fill(PLACE)
    expect(page.locator("[data-jb-unkept]")).not_to_be_empty()
    if away:
        go_away(page)
    second.page.get_by_label(TITLE).fill("M")
    if away:
        page.go_back()
        expect(page.get_by_label("Where")).to_have_value(PLACE)
    expect(page.get_by_text("Both are kept")).to_be_visible()
    expect(page.get_by_label("Where")).to_have_value(PLACE)
    empty_store(page)
    page.get_by_label("Where").fill("Leeds")
    assert titles(page) == ["M", "Mine, with a title that takes some room (copy)"]


@pytest.mark.parametrize("init", [FULL, ABSENT, ABSENT + NEVER], ids=["full", "absent", "neither"])
def test_several_plans_where_nothing_is_kept(visit: Visit, init: str) -> None:
    """Without a store, own plans and workshops are in the menu as long as the page lasts, and say that."""
    page = visit(init=init).page
    own(page)
    open_file(page, plan("Theirs"))
    assert listed(page) == ["Mine", "Theirs"]
    choose(page, "Mine")
    assert names(page) == ["Vision map"]
    page.get_by_role("button", name="Delete this plan").click()
    page.get_by_role("button", name="Bring it back", exact=True).first.click()
    assert names(page) == ["Vision map"]
    assert page.locator("[data-jb-plans] [data-facts]").all_text_contents() == ["only on this page"] * 2
    expect(page.locator("[data-jb-unkept]")).to_contain_text("does not keep your plan")


def test_the_plan_of_the_first_version_is_taken_over(visit: Visit) -> None:
    """The one that was open is open, the earlier one in the menu, once; the old keys are gone and nothing else is."""
    old = {OLD: json.dumps(plan("Open", "vision-map")), f"{OLD} before": json.dumps(plan("Earlier")), f"{OLD} why": "x"}
    reader = visit(init=once({**old, "other": "thing"}))
    page = reader.page
    for _ in range(2):
        expect(page.get_by_label(TITLE)).to_have_value("Open")
        assert names(page) == ["Vision map"]
        assert titles(page) == listed(page) == ["Earlier", "Open"]
        arrive(reader)
    assert page.evaluate("localStorage.other") == "thing"
    assert not any(key.startswith("journeybook.plan") for key in page.evaluate("Object.keys(localStorage)"))
    assert reader.found() == []


def test_the_old_plan_is_taken_over_by_a_card_too(visit: Visit) -> None:
    """“Add to plan” on a card adds to the plan of the first version, and says its title."""
    page = visit("toolkit/", init=once({OLD: json.dumps(plan("Open", "vision-map"))})).page
    expect(page.get_by_text("“Add to plan” adds to your plan “Open”.")).to_be_visible()
    page.get_by_role("button", name="Add Life timeline to the plan").click()
    expect(page.get_by_role("link", name="Life timeline is in “Open”: open the planner")).to_be_focused()
    assert titles(page) == ["Open"]


def test_an_empty_old_plan_makes_no_new_one(visit: Visit) -> None:
    """The first version kept an empty plan for everybody who looked at the planner."""
    page = visit(
        init=once({OLD: json.dumps({"version": 1, "people": 12, "days": [{"start": "09:00", "blocks": []}]})})
    ).page
    assert listed(page) == [] and page.evaluate("Object.keys(localStorage)").count(OLD) == 0


def test_an_old_plan_stays_where_there_is_no_room(visit: Visit) -> None:
    """In a full store it is shown, its old key stays until the new one is kept, and it comes once."""
    old = json.dumps(plan("Open", "vision-map", location="x" * 150))
    deny = (
        f"const set = Storage.prototype.setItem; Storage.prototype.setItem = function (key, text) {{"
        f"if (key.startsWith({json.dumps(KEY)})) throw new DOMException('full', 'QuotaExceededError');"
        "set.call(this, key, text); };"
    )
    reader = visit(init=once({OLD: old}) + deny)
    page = reader.page
    expect(page.get_by_label(TITLE)).to_have_value("Open")
    expect(page.locator("[data-jb-unkept]")).not_to_be_empty()
    page.get_by_label("Where").fill("Leeds")
    go_away(page)
    page.go_back()
    expect(page.get_by_label("Where")).to_have_value("Leeds")
    assert listed(page) == ["Open"]
    assert page.evaluate(f"localStorage.getItem({json.dumps(OLD)})") == old


NEWER = {"version": 2, "title": "From tomorrow", "tracks": []}
PARTLY = {
    **plan("Partly", "vision-map"),
    "days": [{"start": "09:00", "blocks": [{"activity": "vision-map", "tracks": [1]}]}],
}
UNREADABLE = {
    "newer": record("", plan=NEWER),
    "partly": record("", plan=PARTLY),
    "cut-off": record("Cut off")[:-9],
    "empty": "",
    "list": "[]",
    "null": "null",
    "no-record": json.dumps(plan("No record")),
    "negative": record("Negative", revision=-1),
    "huge": record("Huge", revision=10**30),
    "far": record("Far", changed=8.65e15),
    "text": record("Text", changed="now"),
    "deep": '{"revision":1,"from":0,"changed":1,"plan":{"version":1,"days":' + "[" * 50_000 + "]" * 50_000 + "}}",
    "proto": '{"revision":1,"from":0,"changed":1,"plan":{"__proto__":{},"constructor":1,"version":1,"days":[]}}',
}


def test_what_cannot_be_read_stays(visit: Visit) -> None:
    """Newer and damaged plans stay to the letter, are told, and can be saved, deleted and brought back."""
    reader = visit(init=once({KEY + id: text for id, text in UNREADABLE.items()}))
    page = reader.page
    own(page)
    arrive(reader)
    kept = stored(page)
    assert {id: kept[id] for id in UNREADABLE} == UNREADABLE and len(kept) == len(UNREADABLE) + 1
    page.get_by_text(f"My plans (1, cannot be read: {len(UNREADABLE)})").click()
    expect(
        page.get_by_text("“From tomorrow” was made by a newer version of the planner and cannot be read")
    ).to_be_visible()
    with page.expect_download() as caught:
        page.get_by_role("button", name="Save as a file: “From tomorrow”").click()
    assert json.loads(text_of(caught.value)) == NEWER
    page.get_by_role("button", name="Open what can be read: “Partly”").click()
    expect(page.get_by_text("This is what could be read, as a plan of its own. Your plan “Mine”")).to_be_visible()
    page.get_by_label("Where").fill("Leeds")
    assert stored(page)["partly"] == UNREADABLE["partly"]
    page.get_by_role("button", name="Delete: “From tomorrow”").click()
    assert "newer" not in stored(page)
    page.keyboard.press("Enter")
    assert stored(page)["newer"] == UNREADABLE["newer"]
    expect(page.get_by_label(TITLE)).to_have_value("Partly")
    assert reader.found() == []


@pytest.mark.parametrize("key", [OLD, KEY + "theirs"], ids=["first version", "open"])
@pytest.mark.parametrize("text", [record("", plan=NEWER), "{"], ids=["newer", "damaged"])
def test_the_open_plan_cannot_be_read(visit: Visit, key: str, text: str) -> None:
    """Where it was the plan that was open, that is told at once, and a new plan with a key of its own is there."""
    last = {f"journeybook last plan {HERE}": "theirs"} if key != OLD else {}
    text = json.dumps(NEWER) if key == OLD and text != "{" else text
    page = visit(init=once({key: text, **last})).page
    expect(page.locator("[data-jb-notice]")).to_contain_text("cannot be read here")
    own(page)
    assert page.evaluate(f"localStorage.getItem({json.dumps(key)})") == text
    assert listed(page) == ["Mine"]


def test_a_newer_planner_in_another_window(visit: Visit) -> None:
    """What it has made of the plan is not overwritten by the older page: what is changed there becomes a copy."""
    page = visit().page
    own(page)
    newer = record("", revision=9, plan=NEWER)
    key = page.evaluate("Object.keys(localStorage).find((key) => key.startsWith('journeybook plan '))")
    page.evaluate(
        "([key, text]) => { localStorage.setItem(key, text); dispatchEvent(new StorageEvent('storage', {key})); }",
        [key, newer],
    )
    expect(
        page.get_by_text("A newer version of the planner, in another window, has changed this plan.")
    ).to_contain_text("What you change here becomes “Mine (copy)”.")
    assert list(stored(page).values()) == [newer]
    page.get_by_label("Where").fill("Leeds")
    kept = stored(page)
    assert kept.pop(key.removeprefix(KEY)) == newer
    assert [json.loads(text)["plan"]["title"] for text in kept.values()] == ["Mine (copy)"]


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("width", [390, 1280])
def test_the_menu_can_be_used_by_everybody(visit: Visit, width: int, scheme: str) -> None:
    """With long titles, damaged and deleted plans and what is not kept on the screen: axe, contrast, targets, width."""
    long = "W" * 120
    some = {id: UNREADABLE[id] for id in ("newer", "partly", "cut-off")}
    reader = visit(width=width, scheme=scheme, init=once({KEY + id: text for id, text in some.items()}))
    page = reader.page
    own(page, long)
    for title in ("Twice", "Twice", "Once"):
        open_file(page, plan(title, location=str(page.locator("[data-jb-plans] li").count())))
    page.get_by_role("button", name="Delete this plan").click()
    page.evaluate(FULL + "null")
    page.get_by_label("Where").fill("Leeds")
    page.locator("[data-jb-count]").click()
    expect(page.locator("[data-jb-plans] > li")).to_have_count(7)
    expect(page.locator("[data-jb-unkept]")).not_to_be_empty()
    page.evaluate(AXE)
    assert page.evaluate(RUN_AXE, RULES) == []
    assert page.evaluate(FAINT_TEXT)["faint"] == []
    assert reader.wider() == []
    if width == 390:
        assert page.evaluate(SMALL_TARGETS, LEAST[width] | {"within": "body"}) == []
    assert reader.found() == []


def test_the_browser_asks_before_a_plan_is_lost(visit: Visit) -> None:
    """Who leaves with changes that are kept nowhere, not in a file either, is asked; the notice stays in view."""
    reader = visit(init=FULL, width=390)
    page = reader.page
    page.reload()
    assert reader.held == 0
    own(page)
    page.mouse.wheel(0, 1200)
    expect(page.locator("[data-jb-unkept]")).to_be_in_viewport()
    page.reload()
    assert reader.held == 1
    expect(page.locator("[data-jb-results] li").first).to_be_visible()
    own(page)
    with page.expect_download():
        page.get_by_role("button", name="Save as a file").first.click()
    page.reload()
    assert reader.held == 1
    reader = visit()
    own(reader.page)
    reader.page.reload()
    assert reader.held == 0


def test_what_cannot_be_kept_is_not_added(visit: Visit) -> None:
    """A full store: the catalogue says that nothing was added, so it is in no plan, and the planner adds it."""
    reader = visit()
    page = reader.page
    own(page)
    fill_store(page)
    before = stored(page)
    arrive(reader, "toolkit/")
    card = page.locator('li.jb-card[data-jb-activity="progress-review"]')
    card.get_by_role("button").click()
    link = card.get_by_role("link", name=re.compile("Could not be added: this browser’s store is full"))
    expect(link).to_be_focused()
    assert stored(page) == before
    page.evaluate("window.stillHere = true")
    page.locator("main a[href$='planner/']:visible").first.click()
    expect(page.locator("[data-key]")).to_have_count(1)
    assert page.evaluate("window.stillHere")
    page.go_back()
    card.get_by_role("button").click()
    link.click()
    expect(page.locator("[data-key]")).to_have_count(2)
    expect(page.locator("[data-jb-unkept]")).not_to_be_empty()
