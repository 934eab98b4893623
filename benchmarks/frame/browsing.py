"""A site in a browser; the server and the Chromium are those of the tests."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from playwright.sync_api import Browser, sync_playwright

from browser import QUIET, chromium_path
from sites import serving


@contextmanager
def chromium_on(site: Path) -> Iterator[tuple[Browser, str]]:
    """Run a Chromium; give it, and the address of the site with its slash at the end."""
    with sync_playwright() as playwright, serving(site) as base:
        browser = playwright.chromium.launch(executable_path=chromium_path(), args=list(QUIET))
        yield browser, base
        browser.close()
