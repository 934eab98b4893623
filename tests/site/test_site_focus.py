"""What has the focus, or is led to, can be seen: nothing that sticks to the window lies over it (WCAG 2.2, 2.4.11)."""

from __future__ import annotations

from typing import Any

import pytest
from playwright.sync_api import Page, expect

from sites import Open

pytestmark = pytest.mark.proof

PLANNER = "toolkit/planner/"
HANDOUT = "toolkit/progress-review/review/"
JOURNEY = "journeys/client-journey/"
ADDRESSES = {"planner": PLANNER, "catalogue": "toolkit/", "handout": HANDOUT, "journey": JOURNEY}
MOST = 300
"""More than any of these pages has to tab through."""

# What sticks over an element, looked for in nine points of what the window shows of it; and whether it shows anything.
COVERED = """element => {
  const boxes = [...element.getClientRects()].sort((a, b) => b.width * b.height - a.width * a.height);
  if (!boxes.length) return ['it has no place'];
  const [box] = boxes;
  const left = Math.max(0, box.left), right = Math.min(innerWidth, box.right);
  const top = Math.max(0, box.top), bottom = Math.min(innerHeight, box.bottom);
  if (right - left < 1 || bottom - top < 1) return [`it lies beside the window, from ${box.top} to ${box.bottom}`];
  const found = new Set();
  for (const down of [.1, .5, .9]) for (const along of [.1, .5, .9]) {
    const at = document.elementFromPoint(left + (right - left) * along, top + (bottom - top) * down);
    for (let over = at; over && !over.contains(element); over = over.parentElement)
      if (/sticky|fixed/.test(getComputedStyle(over).position)) found.add(`${over.tagName}.${over.className}`);
  }
  return [...found];
}"""
FOCUSED = """() => {
  const element = document.activeElement, around = '.md-header, .md-tabs, .md-sidebar, .md-skip, .md-top, .md-footer';
  return element === document.body || element.closest(around) ? null : element;
}"""
STILL = "new Promise(done => requestAnimationFrame(() => requestAnimationFrame(done)))"


def walk(page: Page, key: str) -> tuple[int, list[str]]:
    """How many elements of the page a key leads to, and which of them something lies over."""
    seen, covered = 0, []
    for _ in range(MOST):
        page.keyboard.press(key)
        page.evaluate(STILL)
        element = page.evaluate_handle(FOCUSED).as_element()
        if element is None:
            if seen and page.evaluate("document.activeElement === document.body"):
                break
            continue
        seen += 1
        over = element.evaluate(COVERED)
        if over:
            covered.append(f"{element.evaluate('e => e.outerHTML.slice(0, 90)')}: {over}")
    return seen, covered


@pytest.mark.parametrize("key", ["Tab", "Shift+Tab"])
@pytest.mark.parametrize("width", [1280, 390])
@pytest.mark.parametrize("kind", ADDRESSES)
def test_the_focus_is_seen(window: Open, kind: str, width: int, key: str) -> None:
    """From the first to the last and back again, the header and the line of stages lie over nothing that has focus."""
    page = window(width).open(ADDRESSES[kind])
    if kind == "planner":
        expect(page.locator("[data-jb-search]")).to_be_visible()
    seen, covered = walk(page, key)
    assert seen > 15 and covered == []


@pytest.mark.parametrize("width", [1280, 390])
def test_the_search_field_of_the_planner(window: Open, width: int) -> None:
    """Where an activity is to be added, the field to search in is seen whole, with its label."""
    page = window(width).open(PLANNER)
    page.locator("[data-blocks]").first.wait_for(state="attached")
    page.get_by_role("button", name="Activity", exact=True).last.click()
    field = page.locator("[data-jb-search]")
    expect(field).to_be_focused()
    page.evaluate(STILL)
    label = page.locator("label", has=field)
    assert field.evaluate(COVERED) == [] and label.evaluate(COVERED) == []


TARGETS: list[Any] = [
    (JOURNEY, ["#awareness", "#delivery", "#retention", "#view-blueprint"]),
    ("toolkit/vision-map/", ["#steps", "#materials", "#handout-map"]),
    (HANDOUT, ["#print", "#f2"]),
    ("authoring/journeys/", ["#views", "#branches"]),
]


@pytest.mark.parametrize("width", [1280, 390])
@pytest.mark.parametrize(("address", "targets"), TARGETS)
def test_what_a_link_leads_to_is_seen(window: Open, address: str, targets: list[str], width: int) -> None:
    """An address with a fragment shows its target clear of the header, and not far below it."""
    for target in targets:
        page = window(width).open(address + target)
        page.evaluate(STILL)
        element = page.locator(target).first
        assert element.evaluate(COVERED) == [], target
        at_end = page.evaluate("innerHeight + scrollY >= document.documentElement.scrollHeight - 2")
        assert at_end or element.evaluate("e => e.getBoundingClientRect().top") < 230, target
