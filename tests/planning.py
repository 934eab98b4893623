"""The planner's page in a browser: what tests of it do and read again and again."""

from __future__ import annotations

import base64
import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

from playwright.sync_api import Download, Locator, Page, expect

from sites import READY, Reader

PLANNER = "toolkit/planner/"
HERE = "/journeybook/toolkit/planner/"
KEY = f"journeybook plan {HERE} "
OLD = f"journeybook.plan {HERE}"
TITLE = "Name of the workshop"
Visit = Callable[..., Reader]
FULL = "Storage.prototype.setItem = () => { throw new DOMException('full', 'QuotaExceededError'); };"
ABSENT = "Object.defineProperty(window, 'localStorage', { get() { throw new DOMException('no', 'SecurityError'); } });"
NO_CLIPBOARD = "Object.defineProperty(navigator, 'clipboard', { value: undefined });"


def arrive(reader: Reader, address: str = PLANNER) -> Page:
    """Go to a page; the planner is there once it shows its list."""
    reader.page.goto(reader.base + address)
    reader.page.evaluate(READY)
    if address.startswith(PLANNER):
        expect(reader.page.locator("[data-jb-results] li").first).to_be_visible()
    return reader.page


def clocks(page: Page) -> list[str]:
    """The clock times of all blocks."""
    return page.locator("[data-clock]").all_inner_texts()


def names(page: Page) -> list[str]:
    """The blocks' names in order."""
    return page.evaluate(
        "[...document.querySelectorAll('[data-key]')].map(r => r.querySelector('h3')?.textContent"
        " ?? r.querySelector('[data-field=title]').value)"
    )


def search_and_add(page: Page, words: str, title: str) -> None:
    """Find an activity by words, and add it by its button."""
    page.get_by_label("Search by name").fill(words)
    page.get_by_role("button", name=f"Add {title}", exact=True).click()


def said(page: Page) -> Locator:
    """What a screen reader is told."""
    return page.locator("[data-jb-said]")


def row(page: Page, name: str) -> Locator:
    """The block of that name."""
    return page.locator("[data-key]").filter(has=page.get_by_role("button", name=f"Take {name} out", exact=True))


def download(page: Page, name: str) -> Download:
    """What a button gives as a file."""
    with page.expect_download() as caught:
        page.get_by_role("button", name=name, exact=True).click()
    return caught.value


def text_of(file: Download) -> str:
    """The text of a file."""
    return Path(file.path()).read_text("utf-8")


def plan(title: str, *activities: str, **more: Any) -> dict[str, Any]:
    """A plan of one day, in the form of files and links."""
    blocks = [{"activity": id} for id in activities]
    return {"version": 1, "title": title, "days": [{"start": "09:00", "blocks": blocks}], **more}


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
    return sorted(json.loads(text)["plan"].get("title", "") for text in stored(page).values())


def beside(reader: Reader, address: str = PLANNER, init: str = "") -> Reader:
    """Another window of the same browser."""
    other = Reader(reader.base, reader.page.context.new_page())
    if init:
        other.page.add_init_script(init)
    arrive(other, address)
    return other


def once(values: dict[str, str]) -> str:
    """What puts values into the store before the page is loaded for the first time."""
    return (
        f"if (!sessionStorage.getItem('put')) for (const [key, text] of Object.entries({json.dumps(values)}))"
        "localStorage.setItem(key, text); sessionStorage.setItem('put', 'yes');"
    )
