"""“Run it”: the facilitator's view of an activity and a workshop, in a real browser with a clock of the test's own."""

from __future__ import annotations

import datetime as dt
import json
import re
from collections.abc import Callable, Iterator
from contextlib import ExitStack
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Browser, Locator, Page, expect

from audits import AXE, FAINT_TEXT, RULES, RUN_AXE
from reference import ACTIVITIES, WORKSHOPS
from sites import Reader, Scheme, build_site, serving
from small import MKDOCS_YML, SMALL, write

ACTIVITY = "toolkit/vision-map/"
WORKSHOP = "toolkit/workshops/mentoring-kick-off/"
STEPS = ACTIVITIES["vision-map"]["steps"]
MINUTES = [int(step["minutes"]) for step in STEPS]
MORNING = dt.datetime(2027, 1, 14, 9, 30)  # the day of the kick-off, local time
SECOND = 1_000
# How wide the dialog's text may be: nothing in it reaches over the window's edge.
OVER_THE_EDGE = """() => [...document.querySelectorAll('dialog[open] *')].filter(e => {
  const box = e.getBoundingClientRect();
  if (e.closest('.jb-sr, .jb-run-tools span') || !e.checkVisibility()) return false;
  return box.width && (box.left < -1 || box.right > innerWidth + 1);
}).map(e => e.outerHTML.slice(0, 100))"""
SMALL_BUTTONS = """() => [...document.querySelectorAll('dialog[open] button')].filter(e => e.checkVisibility())
  .map(e => [e.innerText, e.getBoundingClientRect()]).filter(([, box]) => box.height < 44 || box.width < 44)
  .map(([name, box]) => `${name} ${box.width} × ${box.height}`)"""

Visit = Callable[..., Page]


@pytest.fixture
def visit(browser: Browser, served: str) -> Iterator[Visit]:
    """Opens an address in a browser of its own, whose clock begins at `at` and is the test's; nothing may go wrong."""
    readers: list[Reader] = []
    with ExitStack() as stack:

        def visit(
            address: str,
            size: tuple[int, int] = (1280, 720),
            scheme: Scheme = "light",
            *,
            at: dt.datetime | None = MORNING,
            script: str = "",
            base: str = served,
            **options: Any,
        ) -> Page:
            viewport: Any = {"width": size[0], "height": size[1]}
            options = {"reduced_motion": "reduce", **options}
            context = stack.enter_context(browser.new_context(viewport=viewport, color_scheme=scheme, **options))
            context.set_default_timeout(15_000)
            page = context.new_page()
            if at:
                page.clock.install(time=at)
            if script:
                page.add_init_script(script)
            reader = Reader(base, page, options.get("java_script_enabled", True))
            readers.append(reader)
            page.goto(base + address, wait_until="load")
            if re.search(r"[#?&]run", address):
                expect(view(page)).to_be_visible()
            return page

        yield visit
        found = [wrong for reader in readers for wrong in reader.found()]
    assert found == []


def opener(page: Page) -> Locator:
    """The button that opens the view."""
    return page.get_by_role("button", name="Run it", exact=True)


def view(page: Page) -> Locator:
    """The open view."""
    return page.locator("dialog.jb-run[open]")


def do(page: Page, name: str) -> Locator:
    """A button of the view."""
    return view(page).locator(f'[data-jb-do="{name}"]')


def part(page: Page, name: str) -> Locator:
    """A part of the view."""
    return view(page).locator(f'[data-jb-run="{name}"]')


def at_step(page: Page, title: str) -> None:
    """The view shows the step of that title."""
    expect(view(page).get_by_role("heading", level=2, name=title, exact=True)).to_be_visible()


def passes(page: Page, seconds: float) -> None:
    """Time passes at once, as for a device that sleeps."""
    page.clock.fast_forward(int(seconds * SECOND))


def tone(page: Page) -> str | None:
    """How the countdown stands."""
    return part(page, "clock").get_attribute("data-tone")


def frozen(page: Page) -> None:
    """Stop the clock between the test's own steps, so that seconds can be asked for."""
    page.clock.pause_at(MORNING + dt.timedelta(hours=1))


def test_there_is_no_button_without_javascript(visit: Visit) -> None:
    """Without JavaScript nothing of the view is seen, neither its button nor its steps."""
    page = visit(ACTIVITY, at=None, java_script_enabled=False)
    expect(page.locator("[data-jb-run-open]")).to_be_hidden()
    expect(page.locator("dialog")).to_have_count(0)
    expect(page.get_by_text(STEPS[0]["text"][:30])).to_have_count(1)


def test_all_steps_by_keyboard(visit: Visit) -> None:
    """Enter opens the view; each key for next and previous moves by one step; Escape leaves, the focus comes back."""
    page = visit(ACTIVITY)
    opener(page).focus()
    page.keyboard.press("Enter")
    at_step(page, STEPS[0]["title"])
    for number, key in enumerate(("ArrowRight", "ArrowDown", "PageDown", "Enter", "n"), 1):
        page.keyboard.press(key)
        at_step(page, STEPS[number]["title"])
        assert page.url.endswith(f"#run={number + 1}")
        page.keyboard.press("m")
        text = view(page).locator(".jb-run-text").inner_text()
        assert STEPS[number]["text"][:20] in text
        page.keyboard.press("m")
    for number, key in zip((4, 3, 2, 1), ("ArrowLeft", "ArrowUp", "PageUp", "p"), strict=True):
        page.keyboard.press(key)
        at_step(page, STEPS[number]["title"])
    page.keyboard.press("Escape")
    expect(view(page)).to_have_count(0)
    expect(opener(page)).to_be_focused()
    page.wait_for_function("location.hash === ''")
    expect(page.locator("h1")).to_have_text("Vision map")


def test_keys_stay_in_the_view(visit: Visit) -> None:
    """Material's own keys (N for the next page, F for the search) are not heard, and Tab does not leave the view."""
    page = visit(f"{ACTIVITY}#run=1")
    at_step(page, STEPS[0]["title"])
    for key in ("n", "/", ".", ","):
        page.keyboard.press(key)
    at_step(page, STEPS[1]["title"])
    assert page.evaluate("!document.querySelector('[data-md-toggle=search]').checked")
    for _ in range(14):
        page.keyboard.press("Tab")
        inside = "document.activeElement === document.body || !!document.activeElement.closest('dialog[open]')"
        assert page.evaluate(inside)


def test_the_keys_are_shown(visit: Visit) -> None:
    """“?” shows the keys, Escape hides them again and leaves only after that."""
    page = visit(f"{ACTIVITY}#run=1")
    expect(view(page)).to_be_visible()
    page.keyboard.press("?")
    keys = view(page).get_by_role("region", name="Keys")
    expect(keys).to_contain_text("Start and pause the countdown")
    expect(do(page, "keys")).to_have_attribute("aria-expanded", "true")
    page.keyboard.press("Escape")
    expect(keys).to_be_hidden()
    page.keyboard.press("Escape")
    expect(view(page)).to_have_count(0)
    expect(opener(page)).to_be_focused()


def test_by_mouse(visit: Visit) -> None:
    """Everything can be pressed; after a press the space bar belongs to the countdown, not to the button."""
    page = visit(ACTIVITY)
    opener(page).click()
    expect(do(page, "back")).to_have_attribute("aria-disabled", "true")
    do(page, "next").click()
    at_step(page, STEPS[1]["title"])
    expect(do(page, "next")).to_contain_text(STEPS[2]["title"])
    expect(do(page, "toggle")).to_have_text("Start")
    page.keyboard.press("Space")
    expect(do(page, "toggle")).to_have_text("Pause")
    at_step(page, STEPS[1]["title"])
    do(page, "toggle").click()
    expect(do(page, "toggle")).to_have_text("Go on")
    do(page, "back").click()
    at_step(page, STEPS[0]["title"])
    do(page, "leave").click()
    expect(view(page)).to_have_count(0)
    expect(opener(page)).to_be_focused()


def test_notes_are_shown_on_demand(visit: Visit) -> None:
    """What the facilitator says and does is hidden until it is asked for, by button or key, and again at each step."""
    page = visit(f"{ACTIVITY}#run=1")
    activity = ACTIVITIES["vision-map"]
    told = (activity["facilitator_notes"], activity["cautions"], activity["materials"][0]["title"], STEPS[0]["text"])
    notes = view(page).get_by_role("region", name="For the facilitator")
    button = view(page).get_by_role("button", name=re.compile("notes$"))
    expect(button).to_have_text("Show notes")
    expect(button).to_have_attribute("aria-expanded", "false")
    expect(notes).to_have_count(0)
    button.click()
    expect(button).to_have_text("Hide notes")
    expect(button).to_have_attribute("aria-expanded", "true")
    expect(notes).to_be_focused()
    for wanted in told:
        expect(notes).to_contain_text(wanted[:30])
    expect(part(page, "digits")).to_be_visible()
    expect(view(page).get_by_role("heading", name=STEPS[0]["title"], exact=True)).to_be_in_viewport()
    page.keyboard.press("m")
    expect(notes).to_have_count(0)
    expect(button).to_have_text("Show notes")
    page.keyboard.press("m")
    expect(notes).to_be_visible()
    page.keyboard.press("Escape")
    expect(notes).to_have_count(0)
    at_step(page, STEPS[0]["title"])
    page.keyboard.press("?")
    page.keyboard.press("m")
    expect(view(page).get_by_role("region", name="Keys")).to_have_count(0)
    expect(notes).to_be_visible()
    page.keyboard.press("m")
    page.keyboard.press("m")
    page.keyboard.press("n")
    at_step(page, STEPS[1]["title"])
    expect(notes).to_have_count(0)
    expect(button).to_have_text("Show notes")
    inside = page.evaluate("!!document.activeElement.closest('dialog[open]')")
    assert inside, "the focus stays in the view"


@pytest.mark.parametrize("number", range(len(STEPS)))
def test_amber_red_and_over(visit: Visit, number: int) -> None:
    """The countdown turns at a fifth and at a twentieth of the step's time, and counts up after that, in words too."""
    page = visit(f"{ACTIVITY}#run={number + 1}")
    at_step(page, STEPS[number]["title"])
    seconds = MINUTES[number] * 60
    frozen(page)
    expect(part(page, "tone")).to_have_text("Not started")
    page.keyboard.press("Space")
    passes(page, seconds * 0.8 - 1)
    expect(part(page, "tone")).to_have_text(f"of {MINUTES[number]} min")
    assert tone(page) == "calm"
    passes(page, 1)
    expect(part(page, "tone")).to_have_text("Getting short")
    assert tone(page) == "soon"
    expect(part(page, "said")).to_contain_text(re.compile(r"^About \d+ (min|s) left\.$"))
    said = part(page, "said").inner_text()
    passes(page, seconds * 0.15 - 1)
    assert tone(page) == "soon"
    assert part(page, "said").inner_text() == said, "it is said once, not every second"
    passes(page, 1)
    expect(part(page, "tone")).to_have_text("Almost over")
    assert tone(page) == "last"
    passes(page, seconds * 0.05 + 42)
    expect(part(page, "digits")).to_have_text("+0:42")
    expect(part(page, "tone")).to_have_text("Over time")
    assert tone(page) == "over"
    expect(part(page, "said")).to_have_text("Time is up.")


def test_the_bar_shrinks(visit: Visit) -> None:
    """The bar is as long as the time that is left, and looks different in each state, not only by its colour."""
    page = visit(f"{ACTIVITY}#run=3")
    frozen(page)
    page.keyboard.press("Space")
    share = "(e) => e.getBoundingClientRect().width / e.parentElement.clientWidth"
    looks = []
    for seconds, left in ((0, 1), (360, 0.5), (260, 0.139), (80, 0.028)):
        passes(page, seconds)
        assert part(page, "bar").evaluate(share) == pytest.approx(left, abs=0.03)
        paint = """(e) => [getComputedStyle(e).backgroundImage,
          getComputedStyle(e.closest('.jb-run-clock')).backgroundColor]"""
        looks.append(tuple(part(page, "bar").evaluate(paint)))
    assert looks[0] == looks[1]
    assert len({image for image, _ in looks}) == 2, "amber is hatched"
    assert len({ground for _, ground in looks}) == 3, "calm, amber and red have three grounds"


def test_pause_more_time_and_again(visit: Visit) -> None:
    """Paused time does not count; a minute more is a minute more, and over time a minute from now; restart restarts."""
    page = visit(f"{ACTIVITY}#run=2")
    frozen(page)
    page.keyboard.press("Space")
    passes(page, 60)
    page.keyboard.press("Space")
    passes(page, 3600)
    expect(part(page, "tone")).to_have_text("Paused")
    expect(part(page, "digits")).to_have_text("6:00")
    page.keyboard.press("Space")
    do(page, "more").click()
    expect(part(page, "digits")).to_have_text("7:00")
    expect(part(page, "tone")).to_have_text("of 8 min")
    passes(page, 10 * 60)
    expect(part(page, "digits")).to_have_text("+3:00")
    page.keyboard.press("+")
    expect(part(page, "digits")).to_have_text("1:00")
    do(page, "again").click()
    expect(part(page, "digits")).to_have_text("7:00")
    expect(do(page, "toggle")).to_have_text("Pause")


def test_the_countdown_goes_on_with_the_next_step(visit: Visit) -> None:
    """Where the countdown runs, that of the next step begins at once; a step one comes back to goes on where it was."""
    page = visit(f"{ACTIVITY}#run=1")
    frozen(page)
    page.keyboard.press("ArrowRight")
    expect(do(page, "toggle")).to_have_text("Start")
    page.keyboard.press("ArrowLeft")
    page.keyboard.press("Space")
    passes(page, 120)
    page.keyboard.press("ArrowRight")
    expect(do(page, "toggle")).to_have_text("Pause")
    passes(page, 60)
    expect(part(page, "digits")).to_have_text("6:00")
    page.keyboard.press("ArrowLeft")
    expect(part(page, "digits")).to_have_text("6:00")
    passes(page, 60)
    expect(part(page, "digits")).to_have_text("5:00")


def test_the_end(visit: Visit) -> None:
    """After the steps come the debrief and the questions without a countdown; Finish leaves, the next run is new."""
    page = visit(f"{ACTIVITY}#run={len(STEPS)}")
    frozen(page)
    page.keyboard.press("Space")
    page.keyboard.press("ArrowRight")
    at_step(page, "Debrief")
    expect(part(page, "clock")).to_be_hidden()
    expect(view(page)).to_contain_text(ACTIVITIES["vision-map"]["questions"][0])
    expect(do(page, "next")).to_contain_text("Finish")
    do(page, "next").click()
    expect(view(page)).to_have_count(0)
    opener(page).click()
    at_step(page, STEPS[0]["title"])
    expect(do(page, "toggle")).to_have_text("Start")


def test_a_reload_keeps_the_run(visit: Visit) -> None:
    """Step and countdown are as they were after a reload, with the time that it took."""
    page = visit(ACTIVITY)
    opener(page).click()
    page.keyboard.press("ArrowRight")
    page.keyboard.press("Space")
    passes(page, 90)
    page.reload()
    at_step(page, STEPS[1]["title"])
    expect(do(page, "toggle")).to_have_text("Pause")
    expect(part(page, "digits")).to_have_text(re.compile(r"^5:[12]\d$"))
    page.keyboard.press("Space")
    paused = part(page, "digits").inner_text()
    page.reload()
    passes(page, 600)
    expect(part(page, "digits")).to_have_text(paused)
    expect(do(page, "toggle")).to_have_text("Go on")
    page.keyboard.press("Escape")
    expect(view(page)).to_have_count(0)
    opener(page).click()
    at_step(page, STEPS[1]["title"])


def test_back_leaves_and_forward_returns(visit: Visit) -> None:
    """The back button leaves the view, however many steps were taken, and the forward button opens it where it was."""
    page = visit(ACTIVITY)
    opener(page).click()
    page.keyboard.press("ArrowRight")
    page.keyboard.press("ArrowRight")
    page.go_back()
    expect(view(page)).to_have_count(0)
    assert page.url.endswith(ACTIVITY)
    expect(page.locator("h1")).to_have_text("Vision map")
    page.go_forward()
    at_step(page, STEPS[2]["title"])
    page.keyboard.press("Escape")
    expect(view(page)).to_have_count(0)
    page.wait_for_function("location.hash === ''")


@pytest.mark.parametrize(
    ("address", "number"),
    [("#run=3", 3), ("?run", 1), ("?run=2", 2), ("#run", 1), ("#run=99", 7), ("?a=b&run#run=4", 4)],
)
def test_an_address_opens_a_step(visit: Visit, address: str, number: int) -> None:
    """An address can name the view or a step of it; leaving it keeps the rest of the address."""
    page = visit(ACTIVITY + address)
    at_step(page, [*(step["title"] for step in STEPS), "Debrief"][number - 1])
    assert page.url.endswith(f"#run={number}")
    page.keyboard.press("Escape")
    expect(view(page)).to_have_count(0)
    page.wait_for_function("location.hash === '' && !location.search.includes('run')")
    assert ("a=b" in page.url) == ("a=b" in address)
    expect(opener(page)).to_be_focused()


def test_after_instant_navigation(visit: Visit) -> None:
    """On a page that came without a reload the view works, and a link in it leads on and back into the same step."""
    page = visit("toolkit/")
    page.evaluate("window.stillHere = true")
    page.locator(".jb-card a", has_text="Vision map").first.click()
    opener(page).click()
    at_step(page, STEPS[0]["title"])
    page.keyboard.press("m")
    view(page).locator(".jb-run-text a").first.click()
    page.wait_for_url("**/toolkit/life-timeline/")
    expect(page.locator("h1")).to_have_text(ACTIVITIES["life-timeline"]["title"])
    page.keyboard.press("ArrowRight")
    assert page.url.endswith("/toolkit/life-timeline/"), "the view is gone, and its keys with it"
    page.go_back()
    at_step(page, STEPS[0]["title"])
    assert page.evaluate("window.stillHere === true")


@pytest.mark.parametrize("address", [ACTIVITY, WORKSHOP])
def test_offline_after_the_page_is_loaded(visit: Visit, address: str) -> None:
    """Once the page is there, the view opens and works to its end without a network and without a single request."""
    page = visit(address)
    expect(opener(page)).to_be_visible()
    page.context.set_offline(True)
    asked: list[str] = []
    # Chromium asks for the icon whenever the address changes, as it does for a section's link.
    page.on("request", lambda request: asked.append(request.url) if "favicon" not in request.url else None)
    opener(page).click()
    screens = page.locator("template[data-jb-screen]").count()
    for _ in range(screens - 1):
        page.keyboard.press("ArrowRight")
        if part(page, "clock").is_visible() and do(page, "toggle").inner_text() == "Start":
            page.keyboard.press("Space")
    assert page.url.endswith(f"#run={screens}")
    do(page, "back").click()
    page.keyboard.press("?")
    page.keyboard.press("Escape")
    page.keyboard.press("Escape")
    expect(view(page)).to_have_count(0)
    assert asked == []


BROKEN = {
    "a full store": "Storage.prototype.setItem = () => { throw new DOMException('full', 'QuotaExceededError'); };",
    "no store": """Object.defineProperty(window, 'sessionStorage',
      {get() { throw new DOMException('no', 'SecurityError'); }});""",
    "nonsense in the store": """sessionStorage.setItem('jb-run:' + location.pathname,
      '{"at":"x","clocks":{"0":7}}');""",
    "no wake lock": "Object.defineProperty(navigator, 'wakeLock', {value: undefined});",
    "no sound": "delete window.AudioContext;",
    "no full screen": "Object.defineProperty(document, 'fullscreenEnabled', {value: false});",
}


@pytest.mark.parametrize("script", BROKEN.values(), ids=list(BROKEN))
def test_what_a_browser_may_lack(visit: Visit, script: str) -> None:
    """A full store, a private window or an old browser raise no error, and the view works as far as it can."""
    page = visit(ACTIVITY, script=script)
    opener(page).click()
    do(page, "sound").click()
    expect(do(page, "sound")).to_have_attribute("aria-pressed", "true")
    page.keyboard.press("Space")
    page.keyboard.press("ArrowRight")
    page.keyboard.press("f")
    at_step(page, STEPS[1]["title"])
    passes(page, 8 * 60)
    expect(part(page, "tone")).to_have_text("Over time")
    expect(do(page, "full")).to_be_visible(visible="fullscreenEnabled" not in script)
    do(page, "leave").click()
    expect(view(page)).to_have_count(0)


def test_the_screen_stays_awake_while_the_view_is_open(visit: Visit) -> None:
    """The device is asked to stay awake when the view opens, and no longer when it is left."""
    script = """window.held = 0; Object.defineProperty(navigator, 'wakeLock', {value: {request: async () => {
      window.held += 1; return {release: async () => { window.held -= 1; }}; }}});"""
    page = visit(ACTIVITY, script=script)
    assert page.evaluate("window.held") == 0
    opener(page).click()
    page.wait_for_function("window.held === 1")
    page.keyboard.press("Escape")
    page.wait_for_function("window.held === 0")


def test_full_screen_shows_the_view(visit: Visit) -> None:
    """Full screen is the view itself, which still hears its keys."""
    page = visit(f"{ACTIVITY}#run=1")
    do(page, "full").click()
    page.wait_for_function("document.fullscreenElement?.matches('.jb-run-screen')")
    page.keyboard.press("ArrowRight")
    at_step(page, STEPS[1]["title"])
    do(page, "leave").click()
    page.wait_for_function("document.fullscreenElement === null")
    expect(opener(page)).to_be_focused()


def test_sound_is_off_until_it_is_asked_for(visit: Visit) -> None:
    """Nothing is heard unless the sound was switched on; then each threshold is."""
    script = """window.tones = 0; const create = AudioContext.prototype.createOscillator;
      AudioContext.prototype.createOscillator = function () { window.tones += 1; return create.call(this); };"""
    page = visit(f"{ACTIVITY}#run=1", script=script)
    frozen(page)
    page.keyboard.press("Space")
    passes(page, 7 * 60)
    assert (tone(page), page.evaluate("window.tones")) == ("soon", 0)
    page.keyboard.press("s")
    passes(page, 40)
    assert (tone(page), page.evaluate("window.tones")) == ("last", 1 + 2)


PHONE: dict[str, Any] = {"has_touch": True, "is_mobile": True}


@pytest.mark.parametrize("size", [(390, 844), (844, 390)], ids=["upright", "lying"])
def test_on_a_phone_by_touch(visit: Visit, size: tuple[int, int]) -> None:
    """On a phone every button is 44 pixels and more, nothing is cut off, and taps do everything."""
    page = visit(WORKSHOP, size, **PHONE)
    opener(page).tap()
    at_step(page, "Welcome")
    for _ in range(3):
        assert page.evaluate(SMALL_BUTTONS) == []
        assert page.evaluate(OVER_THE_EDGE) == []
        if do(page, "toggle").is_visible() and do(page, "toggle").inner_text() == "Start":
            do(page, "toggle").tap()
            expect(do(page, "toggle")).to_have_text("Pause")
        do(page, "next").tap()
    expect(do(page, "toggle")).to_have_text("Pause")
    box = do(page, "next").bounding_box()
    assert box and box["y"] + box["height"] <= size[1]
    do(page, "notes").tap()
    expect(view(page).get_by_role("region", name="For the facilitator")).to_be_visible()
    do(page, "leave").tap()
    expect(view(page)).to_have_count(0)


def swipe(page: Page, start: tuple[int, int], end: tuple[int, int]) -> None:
    """Draw a finger over the screen."""
    client = page.context.new_cdp_session(page)
    points = [(start[0] + (end[0] - start[0]) * n / 4, start[1] + (end[1] - start[1]) * n / 4) for n in range(5)]
    for place, (x, y) in enumerate(points):
        kind = "touchMove" if place else "touchStart"
        client.send("Input.dispatchTouchEvent", {"type": kind, "touchPoints": [{"x": x, "y": y}]})
    client.send("Input.dispatchTouchEvent", {"type": "touchEnd", "touchPoints": []})
    client.detach()


def test_a_swipe_turns_the_page(visit: Visit) -> None:
    """To the side it turns to the next step or back, never past the ends; up and down it is scrolling."""
    page = visit(ACTIVITY, (390, 844), **PHONE)
    titles = [step["title"] for step in ACTIVITIES["vision-map"]["steps"]]
    opener(page).tap()
    at_step(page, titles[0])
    swipe(page, (100, 300), (300, 310))
    at_step(page, titles[0])
    swipe(page, (300, 300), (100, 310))
    at_step(page, titles[1])
    swipe(page, (200, 500), (180, 250))
    at_step(page, titles[1])
    swipe(page, (100, 300), (300, 290))
    at_step(page, titles[0])
    expect(view(page)).to_have_count(1)


def test_type_is_large_on_a_projector(visit: Visit) -> None:
    """At 1280 × 720 the countdown is larger than 100 pixels, the step's text than 28; the phone's is 17 and more."""
    sizes = "(e) => parseFloat(getComputedStyle(e).fontSize)"
    page = visit(f"{ACTIVITY}#run=3")
    page.keyboard.press("m")
    assert part(page, "digits").evaluate(sizes) > 100
    assert view(page).locator(".jb-run-text p").evaluate(sizes) > 28
    assert view(page).locator("h2").first.evaluate(sizes) > 50
    page = visit(f"{ACTIVITY}#run=3", (390, 844))
    page.keyboard.press("m")
    assert view(page).locator(".jb-run-text p").evaluate(sizes) > 17
    assert part(page, "digits").evaluate(sizes) > 80


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("width", [390, 1280])
@pytest.mark.parametrize("address", [ACTIVITY, WORKSHOP])
def test_accessibility(visit: Visit, address: str, width: int, scheme: Scheme) -> None:
    """axe finds nothing in the open view, and every text has 4.5:1: at rest, amber, red, over time, with notes."""
    page = visit(f"{address}#run=3", (width, 720), scheme)
    frozen(page)
    expect(view(page)).to_be_visible()
    page.evaluate(AXE)
    minutes = int(page.locator("template[data-jb-screen]").nth(2).get_attribute("data-minutes") or 0)
    tones = []
    for seconds in (0, minutes * 60 * 0.85, minutes * 60 * 0.12, 120):
        passes(page, seconds)
        tones.append(tone(page))
        # axe waits for timers of the page's own, so the clock goes on meanwhile.
        page.clock.resume()
        assert page.evaluate(RUN_AXE, RULES) == []
        assert page.evaluate(FAINT_TEXT)["faint"] == []
        frozen_at = page.evaluate("Date.now()") / 1000
        page.clock.pause_at(frozen_at + 1)
        if not seconds:
            page.keyboard.press("Space")
    assert tones == ["calm", "soon", "last", "over"]
    for key in ("m", "?"):
        page.keyboard.press(key)
        page.clock.resume()
        assert page.evaluate(RUN_AXE, RULES) == []


@pytest.mark.parametrize(("motion", "moves"), [("reduce", False), ("no-preference", True)])
def test_reduced_motion(visit: Visit, motion: str, moves: bool) -> None:
    """The bar glides only for readers who have nothing against motion."""
    page = visit(f"{ACTIVITY}#run=3", reduced_motion=motion)
    duration = part(page, "bar").evaluate("(e) => parseFloat(getComputedStyle(e).transitionDuration)")
    assert (duration > 0.01) == moves


def test_a_workshop_in_order(visit: Visit) -> None:
    """All blocks come in the timetable's order with their clock times, an activity's steps after its opening."""
    page = visit(f"{WORKSHOP}#run=1")
    wanted: list[tuple[str, int]] = []
    for block in WORKSHOPS["mentoring-kick-off"]["days"][0]["blocks"]:
        activity = ACTIVITIES.get(block.get("activity", ""))
        if not activity:
            wanted.append((block.get("break") or block["title"], int(block["minutes"])))
            continue
        wanted.append((activity["title"], 0))
        wanted += [(step["title"], int(step.get("minutes", 0))) for step in activity["steps"]]
        wanted += [("Debrief", 0)] if "debrief" in activity else []
    assert len(wanted) > 30
    minute = "09:30"
    for title, minutes in wanted:
        at_step(page, title)
        assert part(page, "clock").is_visible() == bool(minutes)
        hours = view(page).locator(".jb-run-part b").inner_text()
        assert re.fullmatch(r"\d\d:\d\d–\d\d:\d\d", hours) and hours >= minute
        minute = hours
        page.keyboard.press("ArrowRight")
    expect(view(page)).to_have_count(0)


def test_a_break_counts_down(visit: Visit) -> None:
    """A break has its countdown, and says when it ends."""
    page = visit(WORKSHOP)
    place = page.locator("template[data-jb-screen]").evaluate_all(
        "all => all.findIndex(t => t.dataset.title === 'Coffee')"
    )
    opener(page).click()
    page.evaluate("n => { location.hash = `run=${n}`; }", place + 1)
    at_step(page, "Coffee")
    expect(view(page)).to_contain_text("10:45–11:00")
    frozen(page)
    page.keyboard.press("Space")
    expect(part(page, "until")).to_have_text("until 10:45")
    passes(page, 12 * 60)
    expect(part(page, "digits")).to_have_text("3:00")
    assert tone(page) == "soon"


@pytest.mark.parametrize(
    ("at", "told"),
    [
        (MORNING, "On time"),
        (MORNING + dt.timedelta(minutes=7), "7 min behind"),
        (MORNING - dt.timedelta(minutes=12), "12 min ahead"),
        (MORNING + dt.timedelta(days=1), ""),
        (MORNING + dt.timedelta(hours=9), ""),
    ],
)
def test_ahead_or_behind(visit: Visit, at: dt.datetime, told: str) -> None:
    """The view says how far the room is ahead of the timetable or behind; on another day it says nothing."""
    page = visit(f"{WORKSHOP}#run=1", at=at)
    at_step(page, "Welcome")
    expect(part(page, "pace")).to_have_text(told)


def test_running_late_grows(visit: Visit) -> None:
    """Minutes over time, and minutes added, are minutes behind."""
    page = visit(f"{WORKSHOP}#run=1")
    page.keyboard.press("Space")
    expect(part(page, "pace")).to_have_text("On time")
    do(page, "more").click()
    do(page, "more").click()
    expect(part(page, "pace")).to_have_text("2 min behind")
    passes(page, 15 * 60 + 5)
    expect(part(page, "pace")).to_have_text("5 min behind")
    page.keyboard.press("ArrowRight")
    expect(part(page, "pace")).to_have_text("5 min behind")


HOSTILE = '<img src=x onerror="document.title=\'bad\'"> & "quotes"'
BOOK = SMALL | {
    "mkdocs.yml": MKDOCS_YML,
    "toolkit/talk.yaml": f"""
title: A talk
chapter: guide
duration: 20 min
steps:
  - Say hello, without a clock.
  - {{title: {json.dumps(HOSTILE)}, minutes: 5, text: "One **line** only."}}
  - title: Long
    text: |
      ![](handout:talk/sheet)

{"".join(f"      Line {n}.{chr(10)}{chr(10)}" for n in range(40))}
handouts:
  - {{id: sheet, title: A sheet, fields: [Name]}}
""",
    "toolkit/plain.yaml": "title: Nothing to run\nchapter: guide\n",
    "toolkit/workshops/two.yaml": """
title: Two days
days:
  - {title: Eve, start: "18:00", blocks: [{title: Hello, minutes: 10}, {activity: talk, minutes: 20}]}
  - {start: "09:00", blocks: [{activity: plain, minutes: 30, text: Just sit.}]}
""",
    "toolkit/workshops/gaps.yaml": """
title: Fixed starts
days:
  - date: 2027-01-14
    start: "09:00"
    blocks:
      - {title: Welcome, minutes: 15}
      - {title: Guest, start: "12:00", minutes: 30}
      - {break: Lunch, minutes: 30}
      - {title: Rooms, minutes: 10, audience: [facilitator]}
      - {activity: talk, start: "14:00", minutes: 20}
  - {date: 2027-01-14, start: "15:00", blocks: [{title: After, minutes: 30}]}
  - {date: 2027-01-15, start: "16:00", blocks: [{title: Farewell, minutes: 30}]}
""",
}


@pytest.fixture(scope="module")
def small(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """The address of a small handbook with what the reference one does not have."""
    folder: Path = write(tmp_path_factory.mktemp("run"), BOOK)
    build_site(folder, folder / "site")
    with serving(folder / "site") as base:
        yield base


def test_steps_without_minutes_and_titles(visit: Visit, small: str) -> None:
    """A step without minutes has no countdown and space does nothing; one without a title is called by its number."""
    page = visit("toolkit/talk/#run=1", base=small)
    at_step(page, "Step 1")
    expect(part(page, "clock")).to_be_hidden()
    page.keyboard.press("Space")
    page.keyboard.press("ArrowRight")
    expect(view(page).get_by_role("heading", level=2)).to_have_text(HOSTILE)
    expect(do(page, "toggle")).to_have_text("Start")
    expect(part(page, "before")).to_have_text("Step 1")
    assert page.title() != "bad"


def test_long_text_is_read_before_the_page_is_turned(visit: Visit, small: str) -> None:
    """Down and Page down scroll a long text to its end and turn the page only then; no id is on the page twice."""
    page = visit("toolkit/talk/#run=3", base=small)
    at_step(page, "Long")
    page.keyboard.press("m")
    ids = view(page).locator("[id]").evaluate_all("all => all.map(e => e.id)")
    assert "run-handout-sheet" in ids
    assert [id for id in ids if page.locator(f'[id="{id}"]').count() > 1] == []
    page.keyboard.press("ArrowDown")
    at_step(page, "Long")
    for _ in range(12):
        if not view(page).count():
            break
        page.keyboard.press("PageDown")
        page.wait_for_timeout(30)
    expect(view(page)).to_have_count(0)


def test_a_fixed_start_is_kept(visit: Visit, small: str) -> None:
    """Screens have the timetable’s own times after free time, and in free time nobody is ahead or behind."""
    page = visit("toolkit/workshops/gaps/#run=1", base=small, at=dt.datetime(2027, 1, 14, 9, 5))
    found = []
    for time, title in (
        ("9:16", "Welcome"),
        ("11:40", "Welcome"),
        ("11:50", "Guest"),
        ("12:00", "Guest"),
        ("12:30", "Lunch"),
        ("13:00", "For the facilitator"),
        ("13:50", "A talk"),
        ("14:05", "A talk"),
        ("14:10", "Long"),
        ("14:55", "Long"),
        ("14:55", "After"),
        ("15:10", "After"),
    ):
        hour, minute = map(int, time.split(":"))
        page.clock.set_fixed_time(dt.datetime(2027, 1, 14, hour, minute))
        while view(page).locator("h2").first.inner_text() != title:
            page.keyboard.press("n")
        page.evaluate("document.dispatchEvent(new Event('visibilitychange'))")
        found.append((title, view(page).locator(".jb-run-part b").inner_text(), part(page, "pace").inner_text()))
    assert found == [
        ("Welcome", "09:00–09:15", "On time"),
        ("Welcome", "09:00–09:15", "On time"),
        ("Guest", "12:00–12:30", "begins at 12:00"),
        ("Guest", "12:00–12:30", "On time"),
        ("Lunch", "12:30–13:00", "On time"),
        ("For the facilitator", "13:00–13:10", "On time"),
        ("A talk", "14:00–14:20", "begins at 14:00"),
        ("A talk", "14:00–14:20", "5 min behind"),
        ("Long", "14:00–14:20", "On time"),
        ("Long", "14:00–14:20", "On time"),
        ("After", "15:00–15:30", "begins at 15:00"),
        ("After", "15:00–15:30", "10 min behind"),
    ]


def test_what_has_nothing_to_run(visit: Visit, small: str) -> None:
    """An activity without steps has no button, but in a workshop its block has a countdown; days are named."""
    page = visit("toolkit/plain/", base=small)
    expect(page.locator("h1")).to_have_text("Nothing to run")
    expect(opener(page)).to_have_count(0)
    page = visit("toolkit/workshops/two/#run=1", base=small)
    expect(part(page, "day")).to_have_text("Eve")
    last = page.locator("template[data-jb-screen]").count()
    page.evaluate("n => { location.hash = `run=${n}`; }", last)
    at_step(page, "Nothing to run")
    page.keyboard.press("m")
    expect(view(page)).to_contain_text("Just sit.")
    expect(part(page, "day")).to_have_text("Day 2")
    expect(part(page, "digits")).to_have_text("30:00")


KEPT = {
    "mkdocs.yml": MKDOCS_YML,
    "content/guide/index.md": "# The guide\n",
    "toolkit/talk.yaml": """
title: A talk
chapter: guide
duration: 20 min
summary: Kept-summary.
space: Kept-space.
materials: [Kept-material]
facilitator_notes: Kept-notes.
cautions: Kept-cautions.
steps:
  - {title: In pairs, minutes: 5, grouping: pairs, text: Kept-step.}
  - Kept-untitled.
debrief: Kept-debrief.
questions:
  - What was new?
  - {text: Kept-question?, audience: [facilitator]}
""",
    "toolkit/circle.yaml": """
title: Kept-circle
chapter: guide
duration: 10 min
audience: [facilitator, coordinator]
steps:
  - {title: Kept-title, minutes: 10, grouping: plenary}
questions: [Kept-own-question?]
""",
    "toolkit/workshops/day.yaml": """
title: A day
days:
  - title: With everybody
    start: "09:00"
    blocks:
      - {title: Hello, minutes: 10, text: Kept-text., lead: Kept-lead}
      - {title: Kept-block, minutes: 10, audience: [facilitator], text: Kept-block-text., lead: Kept-block-lead}
      - {activity: talk, minutes: 20, lead: Kept-talk-lead}
      - {activity: circle}
      - {break: Coffee, minutes: 10, text: Kept-break.}
      - {title: Goodbye, minutes: 10}
  - title: Kept-day
    start: "13:00"
    blocks:
      - {title: Kept-evaluation, minutes: 30, audience: [coordinator]}
""",
}
SECRETS = set(re.findall(r"Kept-[a-z]+(?:-[a-z]+)*", "".join(KEPT.values()))) - {"Kept-day"}
"""Kept-day is told nowhere: a day that has nothing for the room has no name on its screen."""
# What assistive technology is told of the whole window: names and texts of what is not hidden or behind the dialog.
TREE = "Accessibility.getFullAXTree"


def seen_and_heard(page: Page) -> str:
    """All that the window shows in the view, and all that a screen reader can reach anywhere in it."""
    client = page.context.new_cdp_session(page)
    nodes = client.send(TREE)["nodes"]
    client.detach()
    heard = [
        node[key].get("value", "")
        for node in nodes
        if not node["ignored"]
        for key in ("name", "description")
        if key in node
    ]
    return "\n".join([view(page).inner_text(), view(page).text_content() or "", page.title(), *map(str, heard)])


@pytest.fixture(scope="module")
def kept(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """The address of a handbook in which every field that the room is not to see says so."""
    folder: Path = write(tmp_path_factory.mktemp("kept"), KEPT)
    build_site(folder, folder / "site")
    with serving(folder / "site") as base:
        yield base


@pytest.mark.proof
@pytest.mark.parametrize("size", [(390, 844), (1280, 720)], ids=["phone", "projector"])
def test_the_room_sees_what_the_agenda_says(visit: Visit, kept: str, size: tuple[int, int]) -> None:
    """At no step is there anything of the facilitator's to see or to hear, until asked; at the next step it is gone."""
    page = visit("toolkit/workshops/day/#run=1", size, base=kept)
    screens = page.locator("template[data-jb-screen]").count()
    titles, found = [], set()
    for number in range(1, screens + 1):
        page.wait_for_function("n => location.hash === `#run=${n}`", arg=number)
        before = seen_and_heard(page)
        assert "Kept" not in before, number
        titles.append(view(page).locator("h2").first.inner_text())
        if do(page, "notes").is_visible():
            page.keyboard.press("m")
            found |= {secret for secret in SECRETS if re.search(rf"{secret}(?!-?[a-z])", seen_and_heard(page))}
        page.keyboard.press("n")
    kept_back = "For the facilitator"
    talk = ["A talk", "In pairs", "Step 2", "Debrief"]
    assert titles == ["Hello", kept_back, *talk, *[kept_back] * 3, "Coffee", "Goodbye", kept_back]
    assert found == SECRETS


def test_the_room_sees_who_works_with_whom_and_is_asked(visit: Visit, kept: str) -> None:
    """Grouping and the questions for everybody are the room's, of an activity by itself too; a block alone has none."""
    page = visit("toolkit/talk/#run=1", base=kept)
    expect(view(page).locator(".jb-run-facts")).to_have_text("In pairs")
    page = visit("toolkit/talk/#run=3", base=kept)
    expect(view(page).locator(".jb-questions li")).to_have_text("What was new?")
    page = visit("toolkit/workshops/day/#run=11", base=kept)
    at_step(page, "Goodbye")
    expect(do(page, "notes")).to_be_hidden()
    page.keyboard.press("m")
    expect(part(page, "notes")).to_be_hidden()


def test_the_reference_handbook_keeps_the_facilitators_words(visit: Visit) -> None:
    """Nothing that is written for the facilitator is on the screen of a workshop, until it is asked for."""
    page = visit(f"{WORKSHOP}#run=1")
    wanted: set[str] = set()
    for block in WORKSHOPS["mentoring-kick-off"]["days"][0]["blocks"]:
        activity = ACTIVITIES.get(block.get("activity", ""), {})
        texts = [block.get("text"), activity.get("debrief"), *(step.get("text") for step in activity.get("steps", ()))]
        texts += [
            activity.get("facilitator_notes"),
            activity.get("cautions"),
            f"led by {block['lead']}" if "lead" in block else None,
        ]
        wanted |= {re.split(r"[\[*_`(:.,\n]", text)[0][:40] for text in texts if text}
    wanted = {text.strip() for text in wanted if len(text) > 7}
    assert len(wanted) > 40
    shown = ""
    for _ in range(page.locator("template[data-jb-screen]").count()):
        room = view(page).inner_text()
        assert {text for text in wanted if text in room} == set()
        page.keyboard.press("m")
        shown += view(page).inner_text()
        page.keyboard.press("n")
    assert {text for text in wanted if text not in shown} == set()
