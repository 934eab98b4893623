"""A trainer's plans in a real browser: none is lost, whatever is opened, in how many windows, however she leaves."""

from __future__ import annotations

import json

import pytest
from playwright.sync_api import Page, expect

from planning import (
    PLANNER,
    TITLE,
    Visit,
    arrive,
    beside,
    choose,
    fragment,
    listed,
    names,
    open_file,
    own,
    plan,
    search_and_add,
    stored,
    titles,
)
from sites import Reader

pytestmark = pytest.mark.slow

# A window that is not told what others do, as one that sleeps.
DEAF = """for (const name of ['storage', 'visibilitychange', 'pageshow'])
  for (const target of [window, document]) target.addEventListener(name, (e) => e.stopImmediatePropagation(), true);"""


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


def test_the_browser_is_asked_to_keep_plans_for_long(visit: Visit) -> None:
    """Once, with the first change and not before: some browsers ask the reader in their turn."""
    page = visit(
        init="window.asked = 0; navigator.storage.persist = () => { window.asked += 1; return Promise.reject(); };"
    ).page
    assert page.evaluate("asked") == 0
    own(page)
    assert page.evaluate("asked") == 1


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
    second.page.evaluate("Object.keys(localStorage).forEach(key => delete localStorage[key])")
    first.page.evaluate("document.dispatchEvent(new Event('visibilitychange'))")
    expect(first.page.get_by_text("“Mine” was deleted in another window.")).to_be_visible()
    first.page.get_by_label("Where").fill("Leeds")
    expect(first.page.locator("[data-jb-notice]")).to_have_text(
        "Another window had deleted this plan. It is kept again, with your change."
    )
    assert titles(first.page) == ["Mine"]


def test_a_button_for_a_plan_that_has_gone(visit: Visit) -> None:
    """What another window has deleted in the meantime cannot be gone back to, and that is said."""
    reader = visit()
    page = reader.page
    own(page)
    open_file(page, plan("Theirs"))
    page.evaluate(
        "Object.keys(localStorage).filter(k => localStorage[k].includes('Mine')).forEach(k => delete localStorage[k])"
    )
    page.get_by_role("button", name="Go back to it").click()
    expect(page.get_by_text("That plan is no longer there: it was deleted in another window.")).to_be_visible()
    assert listed(page) == ["Theirs"] and reader.found() == []


def test_a_plan_comes_back_beside_what_took_its_place(visit: Visit) -> None:
    """A window whose plan was deleted elsewhere begins a new one; bringing the old one back leaves that as it is."""
    first = visit()
    own(first.page)
    second = beside(first)
    second.page.get_by_role("button", name="Delete this plan").click()
    arrive(first)
    first.page.get_by_label(TITLE).fill("New")
    second.page.get_by_role("button", name="Bring it back", exact=True).first.click()
    expect(second.page.get_by_label(TITLE)).to_have_value("Mine")
    assert titles(first.page) == ["Mine", "New"] and names(second.page) == ["Vision map"]


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
    expect(page.locator("[data-jb-said]"), "what was said of “Mine”, that it is open, is said no more").to_have_text("")
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
    assert names(reader.page) == ["Life timeline"] and titles(reader.page) == ["", "First"]


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
