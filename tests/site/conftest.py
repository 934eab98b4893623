"""What the tests of the built site share."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Browser

from planning import PLANNER, Visit, arrive
from site_html import HtmlPage, pages_of
from sites import HEIGHTS, Reader


@pytest.fixture(scope="session")
def pages(handbook_site: Path) -> dict[str, HtmlPage]:
    """Every page of the reference handbook by its address, parsed."""
    return pages_of(handbook_site)


@pytest.fixture
def visit(browser: Browser, served: str) -> Iterator[Visit]:
    """Opens the planner in a browser that has kept nothing yet; `init` runs before the page's own scripts."""
    contexts = []

    def visit(
        address: str = PLANNER, *, width: int = 1280, init: str = "", scheme: Any = "light", **more: Any
    ) -> Reader:
        viewport: Any = {"width": width, "height": HEIGHTS.get(width, 900)}
        context = browser.new_context(viewport=viewport, color_scheme=scheme, reduced_motion="reduce", **more)
        contexts.append(context)
        context.set_default_timeout(15_000)
        if init:
            context.add_init_script(init)
        reader = Reader(served, context.new_page())
        arrive(reader, address)
        return reader

    yield visit
    for context in contexts:
        context.close()
