"""The planner in a real browser: by mouse, by keyboard and by touch; what it keeps, shares, prints and exports."""

from __future__ import annotations

import io
import json
import re
from pathlib import Path

import pytest
import yaml
from playwright.sync_api import Browser, Page, expect

from audits import AXE, FAINT_TEXT, LEAST, RULES, RUN_AXE, SMALL_TARGETS
from journeybook import checks
from journeybook.handbook import Settings, load
from journeybook.source.read import parse
from planning import (
    ABSENT,
    FULL,
    NO_CLIPBOARD,
    PLANNER,
    Visit,
    arrive,
    clocks,
    download,
    names,
    row,
    said,
    search_and_add,
    text_of,
)
from reference import ACTIVITIES, ROOT, WORKSHOPS
from site_html import HtmlPage
from sites import Reader

AWKWARD = [
    "Colon: and # hash",
    '"Quotes" and \\ backslash \\n',
    "'single' & <b>bold</b> {{ jinja }} {% if %}",
    "[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[",
    "- dash",
    "no",
    "1:30",
    "@at `tick` %percent !bang |pipe >fold ?query *star &anchor",
    "\u00a0tief\u2028getrennt\u200b\u202eRTL\u0007",
    "emoji 🧭 und 中文 ß İ",
    "\ufeffmark",
    "012",
    "{open",
    "~",
]


@pytest.mark.parametrize("width", [390, 1280])
def test_an_empty_day_says_so_where_its_fields_begin(visit: Visit, width: int) -> None:
    """“Nothing is planned yet.” stands at the edge; what the blocks of a day come to stands below their words."""
    page = visit(width=width).page
    left = """() => {
      const range = document.createRange(), name = document.querySelector('.jb-pl-dayname');
      range.selectNodeContents(document.querySelector('[data-state]').firstChild);
      return range.getBoundingClientRect().left - name.getBoundingClientRect().left;
    }"""
    expect(page.get_by_text("Nothing is planned yet.")).to_be_visible()
    assert abs(page.evaluate(left)) < 1
    page.get_by_role("button", name="Break", exact=True).click()
    expect(page.get_by_text("Ends at 09:15. 15 min altogether.")).to_be_visible()
    assert (page.evaluate(left) > 80) == (width == 1280)


def test_a_day_is_planned_with_the_mouse(visit: Visit) -> None:
    """Activities come from the search, clock times run along, minutes can be changed, and the day adds up."""
    reader = visit()
    page = reader.page
    search_and_add(page, "life time", "Life timeline")
    expect(said(page)).to_have_text("Life timeline added to Day 1, at 09:00.")
    page.get_by_role("button", name="Break", exact=True).click()
    expect(page.get_by_label("Name of this block")).to_be_focused()
    search_and_add(page, "6", "Vision map")
    page.get_by_role("button", name="Own block", exact=True).click()
    page.keyboard.type("Goodbye")
    assert names(page) == ["Life timeline", "Coffee", "Vision map", "Goodbye"]
    assert clocks(page) == ["09:00", "10:00", "10:15", "11:15"]
    expect(page.get_by_text("Ends at 11:30. 2 h 30 min altogether.")).to_be_visible()
    page.get_by_label("Minutes for Life timeline").fill("45")
    assert clocks(page) == ["09:00", "09:45", "10:00", "11:00"]
    page.get_by_label("Begins", exact=True).fill("14:30")
    assert clocks(page) == ["14:30", "15:15", "15:30", "16:30"]
    page.get_by_label("Minutes for Life timeline").fill("")
    page.get_by_label("Minutes for Life timeline").blur()
    assert page.get_by_label("Minutes for Life timeline").input_value() == "45", "what is no number goes back"
    assert reader.found() == []


def test_an_overfull_day_says_by_how_much(visit: Visit) -> None:
    """With an end, what is over and what is left is said in minutes; an end before the start and midnight likewise."""
    page = visit().page
    search_and_add(page, "vision map", "Vision map")
    end = page.get_by_label("Must end")
    end.fill("09:45")
    expect(page.get_by_text("15 min too long: it ends at 10:00 and not at 09:45.")).to_be_visible()
    end.fill("11:30")
    expect(page.get_by_text("Ends at 10:00. 1 h altogether, 1 h 30 min to spare.")).to_be_visible()
    end.fill("08:00")
    expect(page.get_by_text("This day is to end before it begins.")).to_be_visible()
    end.fill("")
    page.get_by_label("Minutes for Vision map").fill("901")
    expect(page.get_by_text("This day runs past midnight: make two days of it.")).to_be_visible()


def test_prerequisites_are_pointed_out(visit: Visit) -> None:
    """One that is missing can be added before, one that comes too late can be moved, and then nothing is said."""
    page = visit().page
    search_and_add(page, "vision map", "Vision map")
    expect(page.get_by_text("Needs “Life timeline” first, which is not in the plan.")).to_be_visible()
    search_and_add(page, "life", "Life timeline")
    expect(page.get_by_text("Needs “Life timeline” first, which comes later.")).to_be_visible()
    page.get_by_role("button", name="Move it before").click()
    assert names(page) == ["Life timeline", "Vision map"]
    expect(row(page, "Vision map").get_by_role("listitem")).to_have_count(0)
    page.get_by_role("button", name="Take Life timeline out").click()
    page.get_by_role("button", name="Add it before").click()
    assert names(page) == ["Life timeline", "Vision map"]
    people = page.get_by_label("People", exact=True)
    for wrong in ("-5", "0", "1.5", "99999999"):
        people.fill("8")
        people.fill(wrong)
        people.blur()
        expect(people).to_have_value("8")
    people.fill("")
    people.blur()
    expect(people).to_have_value("")
    people.fill("40")
    expect(page.get_by_text("Made for 1–16 people; you expect 40.")).to_be_visible()


def test_everything_works_by_keyboard(visit: Visit) -> None:
    """Without a mouse: search, add, move by arrow keys and by buttons, take out, undo; the focus is never lost."""
    reader = visit()
    page = reader.page
    page.get_by_role("button", name="Activity", exact=True).focus()
    page.keyboard.press("Enter")
    expect(page.get_by_label("Search by name")).to_be_focused()
    page.keyboard.type("opening")
    page.keyboard.press("Tab")
    expect(page.get_by_role("button", name="Add Opening conversation")).to_be_focused()
    page.keyboard.press("Enter")
    page.keyboard.press("Shift+Tab")
    page.keyboard.press("Control+a")
    page.keyboard.type("feedback both")
    page.keyboard.press("Tab")
    page.keyboard.press("Enter")
    assert names(page) == ["Opening conversation", "Feedback both ways"]
    handle = page.get_by_role("button", name="Move Feedback both ways: drag, or press the arrow keys")
    handle.focus()
    page.keyboard.press("ArrowUp")
    expect(said(page)).to_have_text("Feedback both ways now at 09:00 on Day 1, place 1 of 2.")
    expect(handle).to_be_focused()
    page.keyboard.press("ArrowUp")
    expect(said(page)).to_have_text("Feedback both ways is already first.")
    page.keyboard.press("ArrowDown")
    assert names(page) == ["Opening conversation", "Feedback both ways"]
    up = page.get_by_role("button", name="Move Feedback both ways up")
    up.focus()
    page.keyboard.press("Space")
    expect(up).to_be_focused()
    assert names(page) == ["Feedback both ways", "Opening conversation"]
    page.get_by_role("button", name="Take Feedback both ways out").focus()
    page.keyboard.press("Enter")
    expect(page.get_by_role("button", name="Take Opening conversation out")).to_be_focused()
    page.get_by_role("button", name="Undo").focus()
    page.keyboard.press("Enter")
    assert names(page) == ["Feedback both ways", "Opening conversation"]
    assert reader.found() == []


def test_undo_goes_back_to_the_beginning(visit: Visit) -> None:
    """Each change can be taken back, what is typed in one field at once, until the plan is as it was."""
    page = visit().page
    search_and_add(page, "vision map", "Vision map")
    page.get_by_label("Name of the workshop").press_sequentially("A day")
    undo = page.get_by_role("button", name="Undo")
    undo.click()
    expect(page.get_by_label("Name of the workshop")).to_have_value("")
    assert names(page) == ["Vision map"]
    undo.click()
    assert names(page) == []
    expect(undo).to_be_disabled()


def test_several_days(visit: Visit) -> None:
    """A second day has its own times; blocks are added to the chosen day and move over its edge."""
    page = visit().page
    search_and_add(page, "vision map", "Vision map")
    page.get_by_role("button", name="Add a day").click()
    expect(page.get_by_role("heading", name="Day 2")).to_be_visible()
    page.get_by_label("Begins", exact=True).nth(1).fill("13:00")
    search_and_add(page, "life", "Life timeline")
    assert clocks(page) == ["09:00", "13:00"]
    expect(page.get_by_text("Needs “Life timeline” first, which comes later.")).to_be_visible()
    page.get_by_role("button", name="Move Life timeline up").click()
    assert clocks(page) == ["09:00", "10:00"]
    page.get_by_role("combobox", name="Add to").select_option("Day 1")
    search_and_add(page, "closing", "Closing well")
    assert names(page) == ["Vision map", "Life timeline", "Closing well"]
    page.get_by_role("button", name="Take this day out").nth(1).click()
    expect(page.get_by_role("heading", name="Day 2")).to_have_count(0)


def drag(page: Page, name: str, to: str, *, below: bool) -> None:
    """Drag a block by its handle to just above or below another."""
    page.set_viewport_size({"width": 1280, "height": 2400})  # nothing is near an edge, where the page would scroll
    handle = page.get_by_role("button", name=f"Move {name}: drag")
    handle.scroll_into_view_if_needed()
    handle.click(trial=True)  # the page stands still
    page.wait_for_function("document.fonts.status === 'loaded'")
    page.wait_for_timeout(200)
    start = handle.bounding_box()
    target = row(page, to).bounding_box()
    assert start and target
    page.mouse.move(start["x"] + start["width"] / 2, start["y"] + start["height"] / 2)
    page.mouse.down()
    page.mouse.move(start["x"], target["y"] + target["height"] * (0.9 if below else 0.1), steps=8)
    expect(page.locator(".jb-pl-line")).to_have_count(1)


def test_blocks_are_dragged(visit: Visit) -> None:
    """A block goes where it is let go, a line shows where that is, and Escape leaves everything as it was."""
    page = visit(f"{PLANNER}?workshop=half-way-review").page
    before = names(page)
    assert before[0] == "Welcome back"
    drag(page, "Welcome back", before[2], below=True)
    page.mouse.up()
    assert names(page) == [before[1], before[2], before[0], *before[3:]]
    expect(said(page)).to_contain_text("Welcome back now at")
    drag(page, "Welcome back", before[1], below=False)
    page.keyboard.press("Escape")
    page.mouse.up()
    assert names(page) == [before[1], before[2], before[0], *before[3:]]
    expect(page.locator(".jb-pl-line")).to_have_count(0)


def test_blocks_are_dragged_by_touch(visit: Visit) -> None:
    """On a phone a finger on the handle moves the block and does not scroll the page."""
    page = visit(f"{PLANNER}?workshop=half-way-review", width=390, has_touch=True, is_mobile=True).page
    before = names(page)
    handle = page.get_by_role("button", name=f"Move {before[0]}: drag")
    handle.scroll_into_view_if_needed()
    handle.evaluate("e => e.scrollIntoView({block: 'center'})")
    start, target = handle.bounding_box(), row(page, before[1]).bounding_box()
    assert start and target
    scrolled = page.evaluate("scrollY")
    touch = page.context.new_cdp_session(page)
    x, y = start["x"] + 10, start["y"] + 10
    touch.send("Input.dispatchTouchEvent", {"type": "touchStart", "touchPoints": [{"x": x, "y": y}]})
    for part in range(1, 9):
        there = y + (target["y"] + target["height"] - 10 - y) * part / 8
        touch.send("Input.dispatchTouchEvent", {"type": "touchMove", "touchPoints": [{"x": x, "y": there}]})
    touch.send("Input.dispatchTouchEvent", {"type": "touchEnd", "touchPoints": []})
    page.wait_for_function(f"document.querySelector('[data-key] h3')?.textContent === {json.dumps(before[1])}")
    assert names(page) == [before[1], before[0], *before[2:]]
    assert abs(page.evaluate("scrollY") - scrolled) < 60, "a finger that scrolls would move the page by its whole way"


@pytest.mark.parametrize("id", WORKSHOPS)
def test_a_workshop_adds_up_as_in_the_build(visit: Visit, pages: dict[str, HtmlPage], id: str) -> None:
    """A reference workshop opened in the planner has the clock times, materials and handouts of its own page."""
    reader = visit(f"toolkit/workshops/{id}/")
    built = reader.page
    cells = (
        "[...document.querySelectorAll('table.jb-mat tbody tr')].map(r => [...r.cells].map(c => c.textContent.trim()))"
    )
    handouts = "[...document.querySelectorAll('.jb-used > li')].map(l => l.textContent.replace(/\\s+/g, ' ').trim())"
    times = "[...document.querySelectorAll('.jb-tt .jb-clock b')].map(b => b.textContent)"
    expected = [built.evaluate(cells), built.evaluate(handouts), built.evaluate(times)]
    built.get_by_role("link", name="Open in the planner").click()
    expect(built.get_by_label("Name of the workshop")).to_have_value(WORKSHOPS[id]["title"])
    ends = [re.search(r"Ends at (\d\d:\d\d)", text)[1] for text in built.locator("[data-state]").all_inner_texts()]  # type: ignore[index]
    found = [built.evaluate(cells), built.evaluate(handouts), sorted([*built.evaluate(times), *ends])]
    expected[2] = sorted(expected[2])  # the page has an end after each part, and the planner at its heading
    assert len(expected[0]) > 3 and found == expected
    assert "workshop=" not in built.url, "loading the page again does not bring it again"


def test_a_plan_survives_a_reload(visit: Visit) -> None:
    """What was planned, typed and chosen is there again after a reload."""
    reader = visit()
    page = reader.page
    search_and_add(page, "vision map", "Vision map")
    page.get_by_label("Name of the workshop").fill("An “afternoon”")
    page.get_by_text("Start, lead and notes").click()
    page.get_by_label("Who leads Vision map").fill("Ada")
    arrive(reader)
    expect(page.get_by_label("Name of the workshop")).to_have_value("An “afternoon”")
    assert names(page) == ["Vision map"]
    page.get_by_text("Start, lead and notes").click()
    expect(page.get_by_label("Who leads Vision map")).to_have_value("Ada")
    assert reader.found() == []


@pytest.mark.parametrize("init", [FULL, ABSENT], ids=["full", "absent"])
def test_a_browser_that_keeps_nothing(visit: Visit, init: str) -> None:
    """A full store and a private window: no error, the plan works, and the reader is told to save it."""
    elsewhere = visit("about/", init=init).found()  # Material itself cannot be without a store
    reader = visit(init=init)
    page = reader.page
    search_and_add(page, "vision map", "Vision map")
    unkept = page.locator("[data-jb-unkept]")
    expect(unkept).to_contain_text("This browser does not keep your plan: its store is full or switched off.")
    with page.expect_download() as file:
        unkept.get_by_role("button", name="Save as a file").click()
    assert json.loads(text_of(file.value))["days"][0]["blocks"] == [{"activity": "vision-map"}]
    page.get_by_text("My plans (1)").click()
    expect(page.get_by_text("only on this page")).to_be_visible()
    expect(page.get_by_text("Your plans are kept in this browser")).to_be_hidden()
    arrive(reader)
    assert names(page) == []
    arrive(reader, "toolkit/vision-map/")
    page.get_by_role("link", name="Add to plan", exact=True).click()
    said = "Could not be added: this browser’s store is full or switched off. Add it in the planner"
    page.get_by_role("link", name=f"Vision map: {said}").click()
    page.wait_for_url("**/toolkit/planner/")
    expect(page.locator("[data-key]")).to_have_count(1)
    expect(unkept).not_to_be_empty()
    assert set(reader.found()) <= set(elsewhere)


@pytest.mark.parametrize(
    "kept", ["", "nonsense", "[]", '{"version":1,"days":[7,null,{"blocks":[null,{"activity":"<x>"}]}]}']
)
def test_damaged_state_is_no_error(visit: Visit, kept: str) -> None:
    """Whatever the store holds, the planner opens and works."""
    key = "journeybook.plan /journeybook/toolkit/planner/"
    reader = visit(init=f"localStorage.setItem({json.dumps(key)}, {json.dumps(kept)});")
    search_and_add(reader.page, "vision map", "Vision map")
    assert names(reader.page)[-1] == "Vision map"
    assert reader.found() == []


def shared_link(page: Page) -> str:
    """The link that the planner makes."""
    page.get_by_role("button", name="Copy a link").click()
    link = page.get_by_label("Link to this plan.")
    expect(link).to_be_visible()
    return link.input_value()


def test_a_plan_is_shared_by_link(visit: Visit) -> None:
    """Who opens the link sees the same plan; the own one that was open is one button away, with all its changes."""
    page = visit(f"{PLANNER}?workshop=mentoring-kick-off", permissions=["clipboard-read", "clipboard-write"]).page
    link = shared_link(page)
    assert "/toolkit/planner/#plan=d" in link and len(link) < 2_500
    assert page.evaluate("navigator.clipboard.readText()") == link
    planned, times = names(page), clocks(page)

    other = visit()
    search_and_add(other.page, "vision map", "Vision map")
    other.page.get_by_label("Name of the workshop").fill("Mine")
    arrive(other, link.removeprefix(page.url.partition(PLANNER)[0]))
    expect(other.page.get_by_text("Your plan “Mine” is in “My plans”.")).to_be_visible()
    assert (names(other.page), clocks(other.page)) == (planned, times)
    assert other.page.url.endswith(PLANNER), "the fragment is taken in once"
    arrive(other)
    assert names(other.page) == planned, "the plan of the link is one of the reader's own"
    other.page.get_by_label("Minutes for Agenda by the mentee").fill("30")
    other.page.evaluate(f"location.hash = {json.dumps(link.partition('#')[2])}")
    expect(other.page.get_by_text("Your plan “Mentoring kick-off” is in “My plans”.")).to_be_visible()
    assert other.page.get_by_label("Minutes for Agenda by the mentee").input_value() != "30"
    other.page.get_by_role("button", name="Go back to it").click()
    expect(other.page.get_by_label("Minutes for Agenda by the mentee")).to_have_value("30")
    assert other.found() == []


def test_an_empty_plan_is_left_without_a_word(visit: Visit) -> None:
    """Nobody is told of a plan that is kept where there was none."""
    link = shared_link(visit(f"{PLANNER}?workshop=half-way-review", init=NO_CLIPBOARD).page)
    reader = visit(PLANNER + "#" + link.partition("#")[2])
    expect(reader.page.get_by_label("Name of the workshop")).to_have_value("Half-way review")
    expect(reader.page.locator("[data-jb-notice]")).to_be_empty()


@pytest.mark.parametrize("fragment", ["plan=d!!!", "plan=dAAAA", "plan=jbnVsbA", "plan=", "plan=jeyJ2ZXJzaW9uIjo5OX0"])
def test_a_broken_link_changes_nothing(visit: Visit, fragment: str) -> None:
    """A link that was cut off, or that comes from a newer version, says so and leaves the plan as it is."""
    reader = visit()
    search_and_add(reader.page, "vision map", "Vision map")
    arrive(reader, f"{PLANNER}?again#{fragment}")
    expect(reader.page.locator("[data-jb-notice]")).to_contain_text(re.compile("cannot be read"))
    assert names(reader.page) == ["Vision map"]
    assert reader.found() == []


def test_hostile_plans_are_only_text(visit: Visit) -> None:
    """Markup in a shared plan is shown as it is written and never run; what does not fit is left out."""
    evil = '<img src=x onerror="window.hurt=1">'
    block = {"title": evil, "minutes": -5, "lead": evil, "text": evil}
    plan = {
        "version": 1,
        "title": evil,
        "people": 10**9,
        "days": [{"start": "99:99", "blocks": [block, {"activity": evil}, {"activity": "nobody"}]}],
    }
    reader = visit()
    with reader.page.expect_file_chooser() as chooser:
        reader.page.get_by_role("button", name="Open a file").click()
    chooser.value.set_files({"name": "a.json", "mimeType": "application/json", "buffer": json.dumps(plan).encode()})
    expect(reader.page.get_by_label("Name of the workshop")).to_have_value(evil)
    expect(reader.page.get_by_text("This handbook has no activity “nobody”.")).to_be_visible()
    assert clocks(reader.page)[0] == "09:00"
    assert reader.page.evaluate("window.hurt") is None
    assert reader.found() == []


def test_a_plan_is_saved_and_opened_as_a_file(visit: Visit) -> None:
    """The file has a version, and opening it in another browser gives the same plan."""
    page = visit(f"{PLANNER}?workshop=mapping-your-client-journey").page
    file = download(page, "Save as a file")
    assert file.suggested_filename == "mapping-your-client-journey.plan.json"
    assert json.loads(text_of(file))["version"] == 1
    other = visit().page
    for content, told in ((b"{", "This file holds no plan."), (b'{"version": 2}', "newer version")):
        with other.expect_file_chooser() as chooser:
            other.get_by_role("button", name="Open a file").click()
        chooser.value.set_files({"name": "a.json", "mimeType": "application/json", "buffer": content})
        expect(other.locator("[data-jb-notice]")).to_contain_text(told)
    with other.expect_file_chooser() as chooser:
        other.get_by_role("button", name="Open a file").click()
    chooser.value.set_files(file.path())
    expect(other.get_by_label("Name of the workshop")).to_have_value("Mapping your client journey")
    assert (names(other), clocks(other)) == (names(page), clocks(page))
    assert text_of(download(other, "Save as a file")) == text_of(file)


SAID_BY_THE_PLANNER = ("JB415", "JB416", "JB441")
"""Who plans for other people than an activity is for, or before what comes first, is told so on the screen too; and
signs of Markdown are seen there as they were typed.
"""


def problems_with(folder: Path, name: str, text: str) -> list[str]:
    """What `journeybook check` says of the reference handbook with one more workshop."""
    toolkit = folder / "toolkit"
    if not toolkit.exists():
        import shutil

        shutil.copytree(ROOT / "toolkit", toolkit)
    (toolkit / "workshops" / name).write_text(text, encoding="utf-8")
    settings = Settings(
        root=folder, content=ROOT / "content", journeys=ROOT / "journeys", toolkit=toolkit, name="Reference"
    )
    found = [problem for problem in checks.run(load(settings)) if name in problem.file]
    return [f"{p.code} {p.file}:{p.line} {p.message}" for p in found if p.code not in SAID_BY_THE_PLANNER]


@pytest.mark.parametrize("id", WORKSHOPS)
def test_an_exported_workshop_is_the_workshop(visit: Visit, tmp_path: Path, id: str) -> None:
    """A reference workshop opened and exported is accepted by the checks, and its days are what its author wrote."""
    page = visit(f"{PLANNER}?workshop={id}").page
    file = download(page, "Export as YAML")
    assert file.suggested_filename == f"{id}.yaml"
    text = text_of(file)
    assert problems_with(tmp_path, file.suggested_filename, text) == []
    data = yaml.load(text, Loader=yaml.BaseLoader)
    author = WORKSHOPS[id]
    assert {key: data[key] for key in data if key != "days"} == {key: author[key] for key in data if key != "days"}
    usual = {key: value.get("duration") for key, value in ACTIVITIES.items()}
    for day, written in zip(data["days"], author["days"], strict=True):
        assert {k: v for k, v in day.items() if k != "blocks"} == {k: v for k, v in written.items() if k != "blocks"}
        for block, wanted in zip(day["blocks"], written["blocks"], strict=True):
            assert block == {key: str(value).strip() for key, value in wanted.items()}, usual.get(block.get("activity"))


def test_exported_yaml_holds_whatever_is_typed(visit: Visit, tmp_path: Path) -> None:
    """Titles, leads and notes full of signs come through journeybook's reader and PyYAML as the same text, unharmed."""
    notes = "A [link](activity:nobody), [one](activity:vision-map), ![p](x.png), [y](../z.md)\n\n\\[not] <b>b</b> [[["
    blocks = [{"title": t, "minutes": 5, "lead": t, "text": f"{t}\n{notes}"} for t in AWKWARD]
    blocks += [{"break": t, "minutes": 5} for t in AWKWARD]
    blocks += [{"activity": "vision-map", "title": "Own: name"}, {"activity": "nobody", "minutes": 7}, {"title": " "}]
    plan = {
        "version": 1,
        "title": AWKWARD[0],
        "location": AWKWARD[1],
        "timezone": "Nowhere/Land",
        "audience": ["mentor", "stranger"],
        "days": [{"date": "2027-02-31", "title": AWKWARD[4], "blocks": blocks}, {"blocks": []}],
    }
    page = visit().page
    with page.expect_file_chooser() as chooser:
        page.get_by_role("button", name="Open a file").click()
    chooser.value.set_files({"name": "a.json", "mimeType": "application/json", "buffer": json.dumps(plan).encode()})
    expect(page.get_by_label("Name of the workshop")).to_have_value(AWKWARD[0])
    file = download(page, "Export as YAML")
    text = text_of(file)
    told = problems_with(tmp_path, file.suggested_filename, text)
    assert all(one.startswith("JB4") for one in told), told  # advice on the signs themselves, which readers see
    document, problems = parse(text, "a.yaml")
    assert document is not None and problems == []
    independent = yaml.load(text, Loader=yaml.BaseLoader)
    assert document.data == independent
    [day] = independent["days"]
    clean = [" ".join(re.sub("[\x00-\x08\x0b-\x1f\x7f-\x9f\ufeff]", "", title).split()) for title in AWKWARD]
    assert [block["title"] for block in day["blocks"][: len(AWKWARD)]] == clean
    assert [block["break"] for block in day["blocks"][len(AWKWARD) : 2 * len(AWKWARD)]] == clean
    assert (
        "[one](activity:vision-map)" in day["blocks"][0]["text"]
        and "A \\[link](activity:nobody)" in day["blocks"][0]["text"]
    )
    assert "date" not in day and day["title"] == "- dash"
    assert all(
        line == "days:"
        or line.startswith("#")
        or re.fullmatch(r' *(- )?[a-z_]+: ("(?:[^"\\]|\\.)*"|\d+|\[.*\])|    blocks:', line)
        for line in text.splitlines()
    ), "every text is in quotes"


def test_an_overfull_day_is_exported_without_its_end(visit: Visit, tmp_path: Path) -> None:
    """The checks would refuse it with its end; a day past midnight is not exported at all, and both are said."""
    page = visit().page
    page.get_by_role("button", name="Export as YAML").click()
    expect(page.get_by_text("There is nothing to save yet")).to_be_visible()
    search_and_add(page, "life", "Life timeline")
    page.get_by_label("Must end").fill("09:30")
    file = download(page, "Export as YAML")
    expect(page.get_by_text("without an end for the days that are too long")).to_be_visible()
    assert "09:30" in text_of(file) and problems_with(tmp_path, "over.yaml", text_of(file)) == []
    assert file.suggested_filename == "my-workshop.yaml"
    page.get_by_label("Minutes for Life timeline").fill("1000")
    page.get_by_role("button", name="Export as YAML").click()
    expect(page.get_by_text("Day 1 runs past midnight, which a workshop cannot.")).to_be_visible()


def test_a_fixed_start_is_kept(visit: Visit, tmp_path: Path) -> None:
    """A block waits for its fixed start; one that has passed is told and left out of the file until it can be kept."""
    blocks = [
        {"activity": "vision-map", "minutes": 60},
        {"break": "Lunch", "start": "13:00", "minutes": 45},
        {"title": "Round", "start": "13:30", "minutes": 10},
    ]
    plan = {"version": 1, "title": "Fixed", "days": [{"start": "09:00", "blocks": blocks}]}
    page = visit().page
    with page.expect_file_chooser() as chooser:
        page.get_by_role("button", name="Open a file").click()
    chooser.value.set_files({"name": "a.json", "mimeType": "application/json", "buffer": json.dumps(plan).encode()})
    expect(page.locator("[data-free]").nth(1)).to_have_text("Free until 13:00")
    expect(page.get_by_text("13:30 has passed by then: it begins 15 min later.")).to_be_visible()
    assert page.locator(".jb-pl-blocks [data-clock]").all_inner_texts() == ["09:00", "13:00", "13:45"]

    def starts() -> list[str | None]:
        file = download(page, "Export as YAML")
        text = text_of(file)
        assert problems_with(tmp_path, file.suggested_filename, text) == []
        return [block.get("start") for block in yaml.safe_load(text)["days"][0]["blocks"]]

    assert starts() == [None, "13:00", None]
    page.get_by_text("Start, lead and notes").nth(2).click()
    page.get_by_label("Round begins at a fixed time").fill("14:00")
    expect(page.get_by_text("has passed by then")).to_have_count(0)
    assert starts() == [None, "13:00", "14:00"]
    expect(page.locator("[data-state]")).to_contain_text("14:10")
    expect(page.locator("[data-jb-sheet]")).to_contain_text("Free until 14:00")


def test_the_run_sheet_on_paper(visit: Visit) -> None:
    """Printed, there is the run sheet on A4 and nothing else: times, leads, steps, what to have ready; no button."""
    from pypdf import PdfReader

    page = visit(f"{PLANNER}?workshop=mentoring-kick-off").page
    expect(page.locator("[data-jb-sheet]")).to_contain_text("Sort in silence 10:10")
    found = PdfReader(io.BytesIO(page.pdf(format="A4", prefer_css_page_size=True)))
    width, height = (float(side) / 72 * 25.4 for side in found.pages[0].mediabox[2:])
    assert (round(width), round(height)) == (210, 297)
    assert len(found.pages) == 2
    text = re.sub(r"\s+", " ", " ".join(sheet.extract_text() for sheet in found.pages))
    for expected in (
        "Run sheet for facilitators",
        "Mentoring kick-off",
        "Thursday 14 January 2027",
        "09:30 to 13:00",
        "Roles and responsibilities",
        "Facilitator",
        "160 × Sticky notes",
        "Before people arrive",
        "Notes for next time",
        "End",
    ):
        assert re.sub(r"\W", "", expected) in re.sub(r"\W", "", text), expected
    for unwanted in ("Print the run sheet", "Add an activity", "Search", "Undo", "Put activities, breaks"):
        assert unwanted not in text
    page.evaluate("window.print = () => { window.printed = true; }")
    page.get_by_role("button", name="Print the run sheet").click()
    assert page.evaluate("window.printed")
    page.evaluate("dispatchEvent(new Event('beforeprint'))")
    assert page.title() == "Mentoring kick-off", "a PDF is named after the workshop"
    page.evaluate("dispatchEvent(new Event('afterprint'))")
    assert page.title().startswith("Planner")


def test_activities_are_added_from_their_pages_and_cards(visit: Visit) -> None:
    """A button on an activity's page and on every card adds it and becomes the way to the planner."""
    reader = visit("toolkit/")
    page = reader.page
    expect(page.get_by_role("button", name="to the plan")).to_have_count(len(ACTIVITIES))
    page.get_by_role("button", name="Add Vision map to the plan").focus()
    page.keyboard.press("Enter")
    there = page.get_by_role("link", name="Vision map is in your plan: open the planner")
    expect(there).to_be_focused()
    arrive(reader, "toolkit/life-timeline/")
    page.get_by_role("link", name="Add to plan", exact=True).click()
    page.get_by_role("link", name="Life timeline is in your plan: open the planner").click()
    page.wait_for_url("**/toolkit/planner/")
    expect(page.locator("[data-key]")).to_have_count(2)
    assert names(page) == ["Vision map", "Life timeline"]
    arrive(reader, f"{PLANNER}?add=closing-well")
    assert names(page) == ["Vision map", "Life timeline", "Closing well"]
    assert reader.found() == []


def test_another_window_is_followed(visit: Visit) -> None:
    """What a card adds in another window appears in the planner that is open."""
    page = visit().page
    other = Reader(page.url.partition(PLANNER)[0], page.context.new_page())
    arrive(other, "toolkit/")
    other.page.get_by_role("button", name="Add Vision map to the plan").click()
    expect(page.get_by_text("The plan was changed in another window.")).to_be_visible()
    assert names(page) == ["Vision map"]


def test_without_javascript(browser: Browser, served: str) -> None:
    """The page says what it is and offers the finished workshops; no button is there that does nothing."""
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto(served + PLANNER)
    expect(page.get_by_text("needs JavaScript")).to_be_visible()
    for workshop in WORKSHOPS.values():
        expect(page.get_by_role("link", name=workshop["title"])).to_be_visible()
    assert page.locator("main button:visible, main input:visible").count() == 0
    page.goto(served + "toolkit/vision-map/")
    assert page.get_by_text("Add to plan").first.is_hidden()
    context.close()


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("width", [390, 1280])
def test_a_full_plan_can_be_used_by_everybody(visit: Visit, width: int, scheme: str) -> None:
    """With days, warnings, notes and messages on the screen: axe is content, contrast and targets are large enough."""
    reader = visit(f"{PLANNER}?workshop=mentoring-kick-off", width=width, scheme=scheme)
    page = reader.page
    search_and_add(page, "vision map", "Vision map")
    page.get_by_label("Must end").fill("12:00")
    page.get_by_role("button", name="Add a day").click()
    page.get_by_text("Start, lead and notes").first.click()
    page.get_by_role("button", name="Copy a link").click()
    expect(page.get_by_label("Link to this plan.")).to_be_visible()
    page.evaluate("scrollTo(0, 0)")  # a link that is half below the header is a small target to axe
    page.evaluate(AXE)
    assert page.evaluate(RUN_AXE, RULES) == []
    assert page.evaluate(FAINT_TEXT)["faint"] == []
    assert reader.wider() == []
    assert page.evaluate(SMALL_TARGETS, LEAST[width] | {"within": "body"}) == []
    assert reader.found() == []
