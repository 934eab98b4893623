"""A trainer's plans in a real browser: none is lost, whatever is opened, in how many windows, however she leaves."""

from __future__ import annotations

import base64
import json
from typing import Any

import pytest
from playwright.sync_api import Page, expect

from audits import AXE, FAINT_TEXT, RULES, RUN_AXE, SMALL_TARGETS
from planning import ABSENT, FULL, PLANNER, Visit, arrive, names, search_and_add, text_of
from sites import Reader

pytestmark = pytest.mark.slow

HERE = "/journeybook/toolkit/planner/"
KEY = f"journeybook plan {HERE} "
OLD = f"journeybook.plan {HERE}"
TITLE = "Name of the workshop"
# A window that is not told what others do, as one that sleeps.
DEAF = """for (const name of ['storage', 'visibilitychange', 'pageshow'])
  for (const target of [window, document]) target.addEventListener(name, (e) => e.stopImmediatePropagation(), true);"""
NEVER = "Object.defineProperty(window, 'sessionStorage', { get() { throw new DOMException('no', 'SecurityError'); } });"


def plan(title: str, *activities: str, **more: Any) -> dict[str, Any]:
    """A plan of one day, in the form of files and links."""
    blocks = [{"activity": id} for id in activities]
    return {"version": 1, "title": title, "days": [{"start": "09:00", "blocks": blocks}], **more}


def record(title: str, revision: int = 1, **more: Any) -> str:
    """A plan as the store has it."""
    return json.dumps({"revision": revision, "from": 0, "changed": 1_800_000_000_000, "plan": plan(title), **more})


def fragment(value: Any) -> str:
    """The fragment of a link to a plan."""
    return "#plan=j" + base64.urlsafe_b64encode(json.dumps(value).encode()).decode().rstrip("=")


def open_file(page: Page, value: Any) -> None:
    """Open a plan from a file."""
    with page.expect_file_chooser() as chooser:
        page.get_by_role("button", name="Open a file").click()
    content = {"name": "a.plan.json", "mimeType": "application/json", "buffer": json.dumps(value).encode()}
    chooser.value.set_files(content)  # type: ignore[arg-type]
    expect(page.get_by_label(TITLE)).to_have_value(value["title"])


def own(page: Page, title: str = "Mine") -> None:
    """Make a plan by hand: a title and an activity."""
    page.get_by_label(TITLE).fill(title)
    search_and_add(page, "vision map", "Vision map")


def listed(page: Page) -> list[str]:
    """The titles in the menu, whether it is open or folded."""
    return sorted(page.locator("[data-jb-plans] [data-name]").all_text_contents())


def choose(page: Page, title: str) -> None:
    """Open a plan by the menu."""
    page.locator("[data-jb-count]").click()
    page.locator("[data-jb-plans] [data-do=open-plan]").filter(has=page.get_by_text(title, exact=True)).click()
    expect(page.get_by_label(TITLE)).to_have_value(title)


def stored(page: Page) -> dict[str, str]:
    """What the browser has of this handbook's plans, by the part of the key that tells them apart."""
    kept: dict[str, str] = page.evaluate("({...localStorage})")
    return {key.removeprefix(KEY): text for key, text in kept.items() if key.startswith((KEY, OLD))}


def titles(page: Page) -> list[str]:
    """The titles of the plans in the browser's store."""
    return sorted(json.loads(text)["plan"]["title"] for text in stored(page).values())


def beside(reader: Reader, address: str = PLANNER, init: str = "") -> Reader:
    """Another window of the same browser."""
    other = Reader(reader.base, reader.page.context.new_page())
    if init:
        other.page.add_init_script(init)
    arrive(other, address)
    return other


def bring(reader: Reader, what: str, title: str) -> None:
    """Open a workshop, a link or a file of that title."""
    if what == "workshop":
        arrive(reader, f"{PLANNER}?workshop={title.lower().replace(' ', '-')}")
    elif what == "link":
        arrive(reader, PLANNER + fragment(plan(title, "life-timeline")))
    else:
        open_file(reader.page, plan(title, "closing-well"))
    expect(reader.page.get_by_label(TITLE)).to_have_value(title)


TWO_WORKSHOPS = [("workshop", "Half-way review"), ("workshop", "Mentoring kick-off")]
TWO_LINKS = [("link", "Link one"), ("link", "Link two")]
TWO_FILES = [("file", "File one"), ("file", "File two")]
MIXED = [TWO_LINKS[0], TWO_WORKSHOPS[0], TWO_FILES[0], TWO_WORKSHOPS[1], TWO_LINKS[1], TWO_FILES[1]]


@pytest.mark.parametrize("opened", [TWO_WORKSHOPS, TWO_LINKS, TWO_FILES, MIXED], ids=["shops", "links", "files", "mix"])
def test_what_is_opened_is_a_plan_of_its_own(visit: Visit, opened: list[tuple[str, str]]) -> None:
    """Workshops, links and files in a row, each changed: all are in the menu with their changes, the own plan first."""
    reader = visit()
    page = reader.page
    own(page)
    for what, title in opened:
        bring(reader, what, title)
        page.get_by_label("Where").fill(f"For {title}")
    expected = sorted(["Mine", *(title for _, title in opened)])
    assert listed(page) == titles(page) == expected
    arrive(reader)
    expect(page.get_by_label(TITLE)).to_have_value(opened[-1][1])
    choose(page, "Mine")
    assert names(page) == ["Vision map"]
    for _, title in opened:
        choose(page, title)
        expect(page.get_by_label("Where")).to_have_value(f"For {title}")
    assert reader.found() == []


def test_a_link_that_is_pasted_into_the_open_planner(visit: Visit) -> None:
    """The page is not loaded again then; the plan that was open is one button away, and the menu has both."""
    reader = visit()
    page = reader.page
    own(page)
    page.evaluate(f"location.hash = {json.dumps(fragment(plan('Theirs')))}")
    expect(page.get_by_text("This is the plan from the link. Your plan “Mine” is in “My plans”.")).to_be_visible()
    assert page.url.endswith(PLANNER)
    page.get_by_role("button", name="Go back to it").click()
    expect(page.get_by_label(TITLE)).to_have_value("Mine")
    assert listed(page) == ["Mine", "Theirs"]


def test_what_is_opened_again_unchanged_is_not_kept_twice(visit: Visit) -> None:
    """The same link twice is one plan; once it was changed, the link brings a new one beside it."""
    reader = visit()
    page, link = reader.page, PLANNER + fragment(plan("Theirs"))
    page.clock.set_fixed_time("2026-11-28T10:00:00")
    for _ in range(2):
        arrive(reader, link)
        expect(page.get_by_label(TITLE)).to_have_value("Theirs")
        arrive(reader, "about/")
    arrive(reader)
    assert listed(page) == ["Theirs"]
    page.get_by_label("Where").fill("Leeds")
    page.clock.set_fixed_time("2026-11-28T10:00:07")
    arrive(reader, link)
    expect(page.get_by_label("Where")).to_have_value("")
    assert listed(page) == ["Theirs", "Theirs"]
    page.locator("[data-jb-count]").click()
    said = page.locator("[data-jb-plans] [data-facts]").all_inner_texts()
    assert said == ["28 Nov 2026, 10:00:07", "28 Nov 2026, 10:00:00"], "two of one title say when they were changed"


CHANGE_AND_LEAVE = """([field, value, leave]) => {
  const find = (within) => document.querySelector(`${within} ${field}`);
  const input = find('.jb-pl-facts') ?? find('.jb-pl-plan');
  input.value = value;
  input.dispatchEvent(new Event('input', {bubbles: true}));
  new Function(leave)();
}"""


def test_nothing_is_lost_by_leaving_in_the_same_task(visit: Visit) -> None:
    """Twelve changes of twelve kinds, the page left in the very task that makes each: 12 of 12 are kept."""
    reader = visit()
    page = reader.page
    own(page)
    page.get_by_role("button", name="Own block", exact=True).click()
    typed = {
        "[data-plan=title]": "Evening",
        "[data-plan=location]": "Leeds",
        "[data-plan=people]": "23",
        "[data-day-field=title]": "The day",
        "[data-day-field=date]": "2027-01-14",
        "[data-day-field=start]": "10:15",
        "[data-day-field=end]": "17:45",
        "[data-field=minutes]": "37",
        "[data-field=start]": "11:20",
        "[data-field=lead]": "Ann",
        "[data-field=text]": "Open the windows",
        "li:last-child > * [data-field=title]": "Goodbye",
    }
    leave = ["location.assign('../../about/')", "location.reload()", "document.querySelector('a.md-logo').click()"]
    for place, (field, value) in enumerate(typed.items()):
        with page.expect_event("framenavigated"):
            page.evaluate(CHANGE_AND_LEAVE, [field, value, leave[place % len(leave)]])
        arrive(reader)
    kept = [page.locator(f".jb-pl-facts {f}, .jb-pl-plan {f}").first.input_value() for f in typed]
    assert kept == list(typed.values())
    with page.expect_event("framenavigated"):
        page.evaluate("document.querySelector('[data-do=add-break]').click(); location.assign('../../about/')")
    arrive(reader)
    assert names(page) == ["Vision map", "Goodbye", "Coffee"]


def test_each_window_has_its_own_plan(visit: Visit) -> None:
    """Two windows with two plans keep to theirs through changes and reloads; a third opens what was open last."""
    first = visit()
    own(first.page, "First")
    second = beside(first)
    expect(second.page.get_by_label(TITLE)).to_have_value("First")
    second.page.get_by_role("button", name="New plan").click()
    own(second.page, "Second")
    first.page.get_by_label("Where").fill("Leeds")
    for window, title in ((first, "First"), (second, "Second")):
        arrive(window)
        expect(window.page.get_by_label(TITLE)).to_have_value(title)
        assert listed(window.page) == ["First", "Second"]
    expect(beside(first).page.get_by_label(TITLE)).to_have_value("Second")


@pytest.mark.parametrize("order", [(0, 1), (1, 0)], ids=["first", "second"])
def test_two_windows_on_one_plan(visit: Visit, order: tuple[int, int]) -> None:
    """What one changes the other shows, and then changes in its turn: one plan with the changes of both."""
    first = visit()
    own(first.page)
    windows = [first.page, beside(first).page]
    one, other = (windows[place] for place in order)
    one.get_by_label("Where").fill("Leeds")
    expect(other.get_by_label("Where")).to_have_value("Leeds")
    expect(other.get_by_text("The plan was changed in another window.")).to_be_visible()
    search_and_add(other, "closing", "Closing well")
    expect(one.locator("[data-key]")).to_have_count(2)
    one.get_by_label("People", exact=True).fill("9")
    expect(other.get_by_label("People", exact=True)).to_have_value("9")
    assert titles(one) == ["Mine"] and listed(one) == listed(other) == ["Mine"]
    for window in windows:
        assert names(window) == ["Vision map", "Closing well"]
        expect(window.get_by_label("Where")).to_have_value("Leeds")


@pytest.mark.parametrize("deaf", [0, 1], ids=["first", "second"])
def test_two_windows_that_do_not_know_of_each_other(visit: Visit, deaf: int) -> None:
    """One that slept through the other's change does not overwrite it: its own goes on as a copy, and that is said."""
    first = visit(init=DEAF if deaf == 0 else "")
    own(first.page)
    second = beside(first, init=DEAF if deaf == 1 else "")
    windows = [first.page, second.page]
    asleep, awake = windows[deaf], windows[1 - deaf]
    awake.get_by_label("Where").fill("Leeds")
    asleep.get_by_label("Where").fill("York")
    told = "Another window changed this plan at the same time. Both are kept: yours goes on here as “Mine (copy)”."
    expect(asleep.get_by_text(told)).to_be_visible()
    expect(asleep.get_by_label(TITLE)).to_have_value("Mine (copy)")
    expect(awake.get_by_label("Where")).to_have_value("Leeds")
    assert titles(awake) == listed(asleep) == ["Mine", "Mine (copy)"]
    asleep.get_by_label("Where").press_sequentially("shire")
    arrive(Reader(first.base, asleep))
    expect(asleep.get_by_label("Where")).to_have_value("Yorkshire")
    choose(asleep, "Mine")
    expect(asleep.get_by_label("Where")).to_have_value("Leeds")


def test_a_change_that_was_overtaken_is_kept(visit: Visit) -> None:
    """Two windows write in one moment and the other one's stays: this one finds that and keeps its own beside it."""
    page = visit().page
    own(page)
    page.evaluate(
        """() => {
          const key = Object.keys(localStorage).find((key) => key.startsWith('journeybook plan '));
          const kept = JSON.parse(localStorage.getItem(key));
          kept.from = kept.revision - 1; // it knew of all but the last change
          kept.revision += 3;
          kept.plan.title = 'Theirs';
          localStorage.setItem(key, JSON.stringify(kept));
          dispatchEvent(new StorageEvent('storage', {key}));
        }"""
    )
    expect(page.get_by_label(TITLE)).to_have_value("Mine (copy)")
    assert titles(page) == ["Mine (copy)", "Theirs"] and names(page) == ["Vision map"]


def test_a_plan_that_another_window_deletes(visit: Visit) -> None:
    """It stays on the screen, that is said, and it is kept again by a button; the other window brings it back too."""
    first = visit()
    own(first.page)
    second = beside(first)
    second.page.get_by_role("button", name="Delete this plan").click()
    expect(first.page.get_by_text("“Mine” was deleted in another window.")).to_be_visible()
    assert titles(first.page) == [] and names(first.page) == ["Vision map"]
    first.page.get_by_role("button", name="Keep it").click()
    assert titles(first.page) == listed(first.page) == ["Mine"]
    second.page.get_by_role("button", name="Bring it back", exact=True).first.click()
    assert titles(first.page) == ["Mine", "Mine"]


def test_a_plan_is_deleted_and_brought_back(visit: Visit) -> None:
    """Another plan is open then; one key brings it back at once, and after loading the page again the menu does."""
    reader = visit()
    page = reader.page
    own(page)
    own_text = stored(page)
    page.get_by_role("button", name="New plan").click()
    expect(page.get_by_label(TITLE)).to_be_focused()
    expect(page.get_by_role("button", name="Delete this plan")).to_be_disabled()
    page.get_by_label(TITLE).fill("Another")
    choose(page, "Mine")
    page.get_by_role("button", name="Delete this plan").click()
    expect(page.get_by_text("“Mine” is deleted.").first).to_be_visible()
    expect(page.get_by_label(TITLE)).to_have_value("Another")
    expect(page.locator("[data-jb-notice] button")).to_be_focused()
    assert titles(page) == listed(page) == ["Another"]
    page.keyboard.press("Enter")
    expect(page.get_by_label(TITLE)).to_have_value("Mine")
    assert own_text.items() <= stored(page).items(), "as it was, to the letter"
    page.get_by_role("button", name="Delete this plan").click()
    arrive(reader)
    expect(page.get_by_label(TITLE)).to_have_value("Another")
    page.locator("[data-jb-count]").click()
    page.get_by_role("button", name="Bring it back: “Mine”").click()
    expect(page.get_by_label(TITLE)).to_have_value("Mine")
    assert titles(page) == ["Another", "Mine"]
    for _ in range(2):
        page.get_by_role("button", name="Delete this plan").click()
    expect(page.get_by_label(TITLE)).to_have_value("")
    assert titles(page) == []
    assert reader.found() == []


def test_undo_keeps_to_its_plan(visit: Visit) -> None:
    """Undo goes back in the plan that is open and never into another; who comes back to a plan can go on undoing."""
    page = visit().page
    own(page)
    undo = page.get_by_role("button", name="Undo")
    page.get_by_role("button", name="New plan").click()
    expect(undo).to_be_disabled()
    page.get_by_label(TITLE).fill("Other")
    undo.click()
    expect(undo).to_be_disabled()
    page.get_by_label(TITLE).fill("Other")
    choose(page, "Mine")
    undo.click()
    assert names(page) == [] and titles(page) == ["Mine", "Other"]
    assert all(not json.loads(text)["plan"]["days"][0]["blocks"] for text in stored(page).values())


def fill_store(page: Page) -> None:
    """Leave no room in the browser's store."""
    page.evaluate(
        """() => {
          for (let size = 2 ** 22, n = 0; size >= 1;) {
            try { localStorage.setItem(`filler ${n += 1}`, 'x'.repeat(size)); } catch { size = Math.floor(size / 2); }
          }
        }"""
    )


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
    page.get_by_label("Where").fill("A place with a name that is longer than the room that is left")
    unkept = page.locator("[data-jb-unkept]")
    expect(unkept).to_contain_text("This browser does not keep your plan")
    assert stored(page) == before
    with page.expect_download() as caught:
        unkept.get_by_role("button", name="Save as a file").click()
    assert json.loads(text_of(caught.value))["location"].startswith("A place with a name")
    page.get_by_role("link", name="About").first.click()
    page.wait_for_url("**/about/")
    page.go_back()
    expect(page.get_by_label("Where")).to_have_value("A place with a name that is longer than the room that is left")
    expect(unkept).not_to_be_empty()
    empty_store(page)
    page.get_by_label("Where").fill("Leeds")
    expect(unkept).to_be_empty()
    assert [json.loads(text)["plan"]["location"] for text in stored(page).values()] == ["Leeds"]
    assert reader.found() == []


def test_a_full_store_and_another_window(visit: Visit) -> None:
    """What has no room is not lost to another window's change, and does not overwrite it once there is room."""
    first = visit()
    own(first.page, "Mine, with a title that takes some room")
    second = beside(first)
    fill_store(first.page)
    first.page.get_by_label("Where").fill("A place with a name that is longer than the room that is left")
    expect(first.page.locator("[data-jb-unkept]")).not_to_be_empty()
    second.page.get_by_label(TITLE).fill("M")
    expect(first.page.get_by_text("Both are kept")).to_be_visible()
    expect(first.page.get_by_label("Where")).to_have_value(
        "A place with a name that is longer than the room that is left"
    )
    empty_store(first.page)
    first.page.get_by_label("Where").fill("Leeds")
    assert titles(first.page) == ["M", "Mine, with a title that takes some room (copy)"]


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


def once(values: dict[str, str]) -> str:
    """What puts values into the store before the page is loaded for the first time."""
    return (
        f"if (!sessionStorage.getItem('put')) for (const [key, text] of Object.entries({json.dumps(values)}))"
        "localStorage.setItem(key, text); sessionStorage.setItem('put', 'yes');"
    )


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
    page.get_by_role("link", name="About").first.click()
    page.wait_for_url("**/about/")
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
    ).to_be_visible()
    assert list(stored(page).values()) == [newer]
    page.get_by_label("Where").fill("Leeds")
    kept = stored(page)
    assert kept.pop(key.removeprefix(KEY)) == newer
    assert [json.loads(text)["plan"]["title"] for text in kept.values()] == ["Mine (copy)"]


def test_the_menu_by_keyboard_alone(visit: Visit) -> None:
    """Open, choose, close, new, delete, bring back: without a mouse, the focus never lost, and each is said."""
    reader = visit()
    page = reader.page
    own(page)
    page.get_by_role("button", name="New plan").focus()
    page.keyboard.press("Enter")
    page.keyboard.type("Other")
    page.locator("[data-jb-count]").focus()
    page.keyboard.press("Enter")
    page.keyboard.press("Tab")
    expect(page.locator("[data-jb-plans] button").first).to_be_focused()
    assert page.evaluate("document.activeElement.ariaCurrent") == "true"
    page.keyboard.press("Tab")
    page.keyboard.press("Enter")
    expect(page.get_by_label(TITLE)).to_have_value("Mine")
    expect(page.locator("[data-jb-count]")).to_be_focused()
    expect(page.locator("[data-jb-said]")).to_have_text("“Mine” is open.")
    expect(page.locator("[data-jb-plans]")).to_be_hidden()
    page.keyboard.press("Enter")
    page.keyboard.press("Tab")
    page.keyboard.press("Escape")
    expect(page.locator("[data-jb-plans]")).to_be_hidden()
    expect(page.locator("[data-jb-count]")).to_be_focused()
    page.keyboard.press("Tab")
    page.keyboard.press("Tab")
    expect(page.get_by_role("button", name="Delete this plan")).to_be_focused()
    page.keyboard.press("Space")
    page.keyboard.press("Space")
    expect(page.get_by_label(TITLE)).to_have_value("Mine")
    expect(page.locator("[data-jb-said]")).to_have_text("“Mine” is back.")
    assert reader.found() == []


def test_cards_add_to_the_plan_that_was_open_last(visit: Visit) -> None:
    """In a window of its own a card adds to the plan that was open last, says its title, and that window shows it."""
    reader = visit()
    page = reader.page
    own(page, "First")
    page.get_by_role("button", name="New plan").click()
    page.get_by_label(TITLE).fill("The second, with a name that is too long for a card of the catalogue")
    cards = beside(reader, "toolkit/").page
    cards.get_by_role("button", name="Add Life timeline to the plan").click()
    there = cards.get_by_role("link", name="Life timeline is in “The second, with a name that is too long…”: open")
    expect(there).to_be_focused()
    expect(page.get_by_text("The plan was changed in another window.")).to_be_visible()
    assert names(page) == ["Life timeline"]
    choose(page, "First")
    cards.get_by_role("button", name="Add Closing well to the plan").click()
    there.click()
    cards.wait_for_url("**/toolkit/planner/")
    expect(cards.locator("[data-key]")).to_have_count(2)
    assert names(cards) == ["Life timeline", "Closing well"], "the window that began with the second plan stays with it"
    assert names(page) == ["Vision map"]


def test_cards_begin_the_plan_that_another_window_has_just_opened(visit: Visit) -> None:
    """A new plan without anything is where a card of another window adds to, not the plan before it."""
    reader = visit()
    own(reader.page, "First")
    reader.page.get_by_role("button", name="New plan").click()
    cards = beside(reader, "toolkit/").page
    cards.get_by_role("button", name="Add Life timeline to the plan").click()
    expect(reader.page.locator("[data-key]")).to_have_count(1)
    assert names(reader.page) == ["Life timeline"] and titles_of_all(reader.page) == ["", "First"]


def titles_of_all(page: Page) -> list[str]:
    """The titles in the store, where one has none."""
    return sorted(json.loads(text)["plan"].get("title", "") for text in stored(page).values())


def test_a_plan_has_bounds_that_are_told(visit: Visit) -> None:
    """The 32nd day and the 201st block of a day would not be read again: they are refused, with the reason."""
    reader = visit()
    page = reader.page
    days = [{"start": "09:00", "blocks": []} for _ in range(31)]
    days[-1]["blocks"] = [{"title": f"Block {n}", "minutes": 1} for n in range(200)]
    open_file(page, {"version": 1, "title": "Large", "days": days})
    before = stored(page)
    page.get_by_role("button", name="Add a day").click()
    expect(page.get_by_text("The plan is full: it has at most 31 days.")).to_be_visible()
    search_and_add_to_last(page)
    expect(page.get_by_text("Day 31 is full: a day has at most 200 blocks.")).to_be_visible()
    assert stored(page) == before
    arrive(reader, f"{PLANNER}?add=vision-map")
    expect(page.get_by_text("Day 31 is full")).to_be_visible()
    arrive(reader, "toolkit/")
    page.get_by_role("button", name="Add Life timeline to the plan").click()
    expect(page.get_by_role("link", name="Life timeline: Your plan is full: open the planner")).to_be_visible()
    assert stored(page) == before


def search_and_add_to_last(page: Page) -> None:
    """Add an activity to the last day."""
    page.get_by_role("combobox", name="Add to").select_option("Day 31")
    search_and_add(page, "vision map", "Vision map")


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
        assert page.evaluate(SMALL_TARGETS) == []
    assert reader.found() == []
