"""The planner's page in a browser: what tests of it do and read again and again."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from playwright.sync_api import Download, Locator, Page, expect

from sites import READY, Reader

PLANNER = "toolkit/planner/"
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
