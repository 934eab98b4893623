"""Workshops in a browser and on paper: the run sheet, the agenda, and the clock of an activity's steps."""

from __future__ import annotations

import io
import re
from collections import Counter
from pathlib import Path

import icalendar
import pytest
import yaml
from playwright.sync_api import Locator, Page, expect
from pypdf import PdfReader

from reference import ACTIVITIES, ROOT, WORKSHOPS
from sites import Open

KICK_OFF = "toolkit/workshops/mentoring-kick-off/"
MAPPING = "toolkit/workshops/mapping-your-client-journey/"
STEPS = ["0:00", "0:08", "0:15", "0:27", "0:37", "0:47"]
NO_STORE = """Object.defineProperty(window, "localStorage", {
  get() { throw new DOMException("private", "SecurityError"); },
});"""
FULL_STORE = """Storage.prototype.setItem = () => { throw new DOMException("full", "QuotaExceededError"); };"""


def clocks(page: Page) -> list[str]:
    """The times beside an activity's steps, once the app is there if it comes at all."""
    return [text.strip() for text in page.locator(".jb-steps [data-minute]").all_inner_texts()]


def classes(css: str) -> set[str]:
    """The classes of ours that a stylesheet selects by."""
    return set(re.findall(r"\.(jb-[\w-]+)", re.sub(r"/\*.*?\*/", "", css, flags=re.S)))


def field(page: Page) -> Locator:
    """The field for the start."""
    return page.get_by_label("Start at")


def pdf_of(page: Page) -> PdfReader:
    """The page as a browser prints it."""
    return PdfReader(io.BytesIO(page.pdf(format="A4", prefer_css_page_size=True)))


def letters(text: str) -> str:
    """Letters and digits alone: lines end elsewhere on paper."""
    return "".join(c for c in text if c.isalnum()).casefold()


def test_two_things_share_no_class() -> None:
    """What one app's stylesheet says reaches no other app, and what the view for a room says not the run sheet.

    Lines to write on are the same in handouts and on the run sheet.
    """
    folder = ROOT / "theme" / "assets" / "css"
    styled = {file: classes(file.read_text("utf-8")) for file in folder.rglob("*.css")}
    shared = set().union(*(found for file, found in styled.items() if file.parent.name != "apps"), {"jb-lines"})
    apps = Counter(name for file, found in styled.items() if file.parent.name == "apps" for name in found - shared)
    assert [name for name, count in apps.items() if count > 1] == []
    sheet = (ROOT / "theme" / "templates" / "run_sheet.md.j2").read_text("utf-8")
    view = styled[folder / "apps" / "run.css"] - shared
    assert len(view) > 20 and view & set(re.findall(r"jb-[\w-]+", sheet)) == set()


def test_headings_of_the_run_sheet_are_alike(window: Open) -> None:
    """No heading of a part of it has a surface or letters of its own."""
    page = window().open(f"{KICK_OFF}run-sheet/")
    looks = page.evaluate("""() => [...document.querySelectorAll('main h2')].map(e => { const s = getComputedStyle(e);
      return [s.font, s.backgroundColor, s.padding, s.borderInlineStart].join(); })""")
    assert len(looks) > 3 and len(set(looks)) == 1


def test_the_clock_of_the_steps_adds_up() -> None:
    """The times that the tests below expect are those of the activity's own minutes."""
    minutes = [int(step["minutes"]) for step in ACTIVITIES["vision-map"]["steps"]]
    sums = [sum(minutes[:place]) for place in range(len(minutes))]
    assert [f"{total // 60}:{total % 60:02d}" for total in sums] == STEPS


@pytest.mark.parametrize("address", ["?start=09:30", "?start=9.30", "#start=09:30", "?start=09%3A30#steps"])
def test_a_start_in_the_address_shows_the_time_of_day(window: Open, address: str) -> None:
    """Steps, bar and end show the time of day; the field has the start."""
    reader = window()
    page = reader.open(f"toolkit/vision-map/{address}")
    page.locator("[data-jb-end]", has_text="Ends at 10:22").wait_for()
    assert clocks(page) == ["09:30", "09:38", "09:45", "09:57", "10:07", "10:17"]
    assert page.locator(".jb-timebar b").all_inner_texts() == clocks(page)
    assert field(page).input_value() == "09:30"
    assert reader.found() == []


@pytest.mark.parametrize("address", ["", "?start=", "?start=25:00", "?start=noon", "?start=<b>", "#steps"])
def test_without_a_start_steps_count_from_zero(window: Open, address: str) -> None:
    """What is no time of day is no start, and nothing breaks."""
    reader = window()
    page = reader.open(f"toolkit/vision-map/{address}")
    field(page).wait_for()
    assert clocks(page) == STEPS and field(page).input_value() == ""
    assert page.locator("[data-jb-end]").inner_text() == ""
    assert reader.found() == []


def test_midnight_comes_between_two_steps(window: Open) -> None:
    """After 23:59 the clock goes on with 00:00."""
    page = window().open("toolkit/vision-map/?start=23:30")
    page.locator("[data-jb-end]", has_text="Ends at 00:22").wait_for()
    assert clocks(page) == ["23:30", "23:38", "23:45", "23:57", "00:07", "00:17"]


def test_the_field_puts_the_start_into_the_address(window: Open) -> None:
    """Typed by keyboard, it is in an address that can be shared and reloaded; emptied, both are as before."""
    page = window(390).open("toolkit/vision-map/")
    field(page).focus()
    field(page).fill("14:05")
    assert page.url.endswith("toolkit/vision-map/?start=14:05")
    assert clocks(page)[-1] == "14:52"
    page.reload()
    page.locator("[data-jb-end]", has_text="Ends at 14:57").wait_for()
    assert clocks(page)[0] == "14:05"
    field(page).fill("")
    assert page.url.endswith("toolkit/vision-map/") and clocks(page) == STEPS


def test_without_javascript_the_steps_count_from_zero(window: Open) -> None:
    """There is no field that does nothing, and the clock from 0:00 stays."""
    page = window(scripts=False).open("toolkit/vision-map/?start=09:30")
    assert clocks(page) == STEPS and not field(page).is_visible()


def test_hours_are_counted(window: Open) -> None:
    """After 59 minutes comes 1:00."""
    long = [id for id, a in ACTIVITIES.items() if sum(int(s.get("minutes", 0)) for s in a["steps"][:-1]) >= 60]
    assert long
    page = window(scripts=False).open(f"toolkit/{long[0]}/")
    assert re.fullmatch(r"[1-9]:\d\d", clocks(page)[-1])


@pytest.mark.parametrize("width", [390, 1280])
def test_a_timetable_leads_to_the_real_times_of_its_activities(window: Open, width: int) -> None:
    """Following an activity from the timetable shows it with the times of that day, without a reload of the page."""
    reader = window(width)
    page = reader.open(KICK_OFF)
    row = page.locator(".jb-tt > li", has=page.get_by_role("link", name="Opening conversation"))
    start = row.locator(".jb-clock").inner_text().strip()
    row.get_by_role("link", name="Opening conversation").click()
    page.wait_for_url(f"**/toolkit/opening-conversation/?start={start}")
    page.locator("[data-jb-end]", has_text="Ends at").wait_for()
    assert clocks(page)[0] == start
    assert reader.found() == []


def test_a_workshop_leads_to_its_papers(window: Open, handbook_site: Path) -> None:
    """Run sheet, agenda and calendar file are found by their names, and lead back."""
    reader = window(390)
    page = reader.open(MAPPING)
    page.get_by_role("link", name="Run sheet for facilitators").click()
    page.wait_for_url("**/run-sheet/")
    expect(page).to_have_title(re.compile("^Run sheet: Mapping your client journey"))
    page.locator("main").get_by_role("link", name="Mapping your client journey").click()
    page.wait_for_url(f"**/{MAPPING}")
    page.get_by_role("link", name="Agenda for participants").click()
    page.wait_for_url("**/agenda/")
    with page.expect_download() as caught:
        page.get_by_role("link", name="Add to calendar").click()
    assert caught.value.suggested_filename == "mapping-your-client-journey.ics"
    calendar = icalendar.Calendar.from_ical(Path(caught.value.path()).read_bytes())
    days = WORKSHOPS["mapping-your-client-journey"]["days"]
    assert [f"{e['DTSTART'].dt:%Y-%m-%d %H:%M}" for e in calendar.walk("VEVENT")] == [
        f"{day['date']} {day['start']}" for day in days
    ]
    assert all(str(e["URL"]).startswith("https://journeybook.github.io/") for e in calendar.walk("VEVENT"))
    assert reader.found() == []


def test_search_and_navigation_leave_the_papers_out(window: Open, handbook_site: Path) -> None:
    """Search finds a workshop once, and no navigation names its papers."""
    index = yaml.safe_load((handbook_site / "search" / "index.json").read_text("utf-8"))
    found = {entry["location"].partition("#")[0] for entry in index["docs"]}
    assert KICK_OFF in found and not [f for f in found if re.search("^toolkit/workshops/.+/.+", f)]
    page = window().open(f"{KICK_OFF}agenda/")
    assert page.locator(".md-nav--primary a[href$='/run-sheet/'], .md-nav--primary a[href$='/agenda/']").count() == 0
    assert page.locator(".md-nav--primary a[href$='/toolkit/']").count() > 0


@pytest.mark.parametrize("width", [390, 1280])
def test_ticks_stay_in_the_browser(window: Open, width: int) -> None:
    """A box that is ticked by keyboard is ticked after a reload, on this workshop's run sheet only."""
    reader = window(width)
    page = reader.open(f"{KICK_OFF}run-sheet/")
    page.get_by_role("button", name="Print the run sheet").wait_for()
    page.get_by_label("Done: Welcome").press("Space")
    page.get_by_label("16 Pen", exact=True).check()
    page.reload()
    page.get_by_role("button", name="Print the run sheet").wait_for()
    assert page.get_by_label("Done: Welcome").is_checked() and page.locator(".jb-tick :checked").count() == 2
    other = reader.open(f"{MAPPING}run-sheet/")
    other.get_by_role("button", name="Print the run sheet").wait_for()
    assert other.locator(".jb-tick :checked").count() == 0
    page = reader.open(f"{KICK_OFF}run-sheet/")
    page.get_by_role("button", name="Print the run sheet").wait_for()
    page.get_by_label("Done: Welcome").uncheck()
    page.get_by_label("16 Pen", exact=True).uncheck()
    assert page.evaluate("Object.keys(localStorage).filter(key => key.startsWith('jb-run-sheet'))") == []
    assert reader.found() == []


@pytest.mark.parametrize("store", [FULL_STORE, "localStorage.setItem('jb-run-sheet:' + location.pathname, '{');"])
def test_a_store_that_fails_is_no_error(window: Open, store: str) -> None:
    """A full store, or one with something else in it: boxes can be ticked as long as the page is open."""
    reader = window()
    reader.page.add_init_script(store)
    page = reader.open(f"{KICK_OFF}run-sheet/")
    page.get_by_role("button", name="Print the run sheet").wait_for()
    page.get_by_label("Done: Welcome").check()
    assert page.get_by_label("Done: Welcome").is_checked() and reader.found() == []
    page.evaluate("Storage.prototype.removeItem.call(localStorage, 'jb-run-sheet:' + location.pathname)")


def test_no_store_at_all_is_no_error_of_the_run_sheet(window: Open) -> None:
    """Where a browser forbids storing, the module itself works on."""
    reader = window()
    page = reader.open(f"{KICK_OFF}run-sheet/")
    page.get_by_role("button", name="Print the run sheet").wait_for()
    page.evaluate(NO_STORE)
    page.get_by_label("Done: Welcome").check()
    assert page.get_by_label("Done: Welcome").is_checked() and reader.found() == []


def test_the_button_prints(window: Open) -> None:
    """One press opens the print dialogue; without JavaScript there is no such button."""
    reader = window()
    reader.page.add_init_script("window.print = () => { window.printed = (window.printed ?? 0) + 1; };")
    page = reader.open(f"{KICK_OFF}run-sheet/")
    page.get_by_role("button", name="Print the run sheet").click()
    assert page.evaluate("window.printed") == 1
    plain = window(scripts=False).open(f"{KICK_OFF}run-sheet/")
    assert not plain.get_by_role("button", name="Print the run sheet", include_hidden=True).is_visible()


def test_the_run_sheet_on_paper_has_all_that_a_facilitator_needs(window: Open) -> None:
    """A4, and on it: every block with its time, every step, notes, cautions, leads and materials; no button."""
    found = pdf_of(window().open(f"{KICK_OFF}run-sheet/"))
    assert [float(side) for side in found.pages[0].mediabox[2:]] == pytest.approx([595, 842], abs=1.5)
    whole = "\n".join(page.extract_text() for page in found.pages)
    text, first = letters(whole), letters(found.pages[0].extract_text())
    for block in WORKSHOPS["mentoring-kick-off"]["days"][0]["blocks"]:
        activity = ACTIVITIES.get(block.get("activity", ""), {})
        assert letters(block.get("title") or block.get("break") or activity["title"]) in first
        assert letters(block.get("lead", "")) in first
        for step in activity.get("steps", []):
            assert letters(step["title"]) in text
        for note in ("facilitator_notes", "cautions"):
            words = re.sub(r"\[([^]]*)\]\([^)]*\)", r"\1", activity.get(note, "").strip().split(". ")[0])
            assert letters(words) in text or not words
    assert "09:30" in whole and "13:00" in whole and "16 × Pen" in whole
    assert letters("End. 3 h 15 min of work and 15 min of breaks, 3 h 30 min altogether.") in first
    assert "Print the run sheet" not in whole
    assert len(found.pages) <= 7


def test_the_agenda_on_paper_is_one_page_without_anything_of_the_facilitators(window: Open) -> None:
    """Times, titles, breaks, where and what to bring; no lead, text, note, caution or material."""
    found = pdf_of(window().open(f"{KICK_OFF}agenda/"))
    assert len(found.pages) == 1
    whole = found.pages[0].extract_text()
    workshop = WORKSHOPS["mentoring-kick-off"]
    text = letters(whole)
    for thing in (workshop["location"], *workshop["bring"], "Coffee", "Opening conversation", "End"):
        assert letters(thing) in text
    assert re.findall(r"\b\d\d:\d\d\b", whole)[-1] == "13:00"
    for block in workshop["days"][0]["blocks"]:
        activity = ACTIVITIES.get(block.get("activity", ""), {})
        secrets = [block.get("text", ""), activity.get("facilitator_notes", ""), activity.get("cautions", "")]
        assert [s for s in secrets if s and letters(s)[:40] in text] == []
    assert "Facilitator" not in whole and "Pen" not in whole.split()


def test_a_day_of_two_parts_says_what_it_comes_to(window: Open) -> None:
    """Morning and afternoon of one date are one day: one line of work, breaks and all of it."""
    page = window().open(MAPPING)
    assert page.locator(".jb-sums tbody tr").all_inner_texts() == [
        "Wednesday, 10 March 2027\t5 h 55 min\t1 h 30 min\t7 h 25 min"
    ]
    assert "09:30 to 16:55" in page.locator(".jb-glance").inner_text()
    assert "day" not in page.locator(".jb-fact-time").inner_text().casefold()


def test_every_workshop_of_the_handbook_has_its_papers(handbook_site: Path) -> None:
    """Each has a run sheet and an agenda, and each that has a date a calendar file."""
    for id, workshop in WORKSHOPS.items():
        folder = handbook_site / "toolkit" / "workshops" / id
        assert (folder / "run-sheet" / "index.html").is_file() and (folder / "agenda" / "index.html").is_file()
        assert (folder / f"{id}.ics").is_file() == any("date" in day for day in workshop["days"])
    assert (ROOT / "toolkit" / "workshops").is_dir()
