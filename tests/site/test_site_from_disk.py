"""A site that is opened from a disk, with the plugin `offline`: it asks no other host, and its search works."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from playwright.sync_api import Browser, expect

from sites import open_search
from small import MKDOCS_YML, SMALL, run, write

pytestmark = pytest.mark.slow

OFFLINE = SMALL | {"mkdocs.yml": MKDOCS_YML.replace("[search, ", "[search, offline, ")}
LOADED = re.compile(r"""<(?:script|link|img|iframe)\b[^>]*?\b(?:src|href)=["']?((?:https?:)?//[^"'\s>]+)""")


@pytest.mark.parametrize("builder", ["mkdocs", "zensical"])
def test_nothing_is_asked_of_another_host(browser: Browser, tmp_path: Path, builder: str) -> None:
    """With either builder no page names another host to load from; the shim is there, and what is searched is found."""
    folder = write(tmp_path, OFFLINE)
    ended = run(folder, "journeybook", "build", "--builder", builder)
    assert ended.returncode == 0, ended.stdout + ended.stderr
    pages = {str(path.relative_to(folder)): path.read_text("utf-8") for path in (folder / "site").rglob("*.html")}
    assert {page: found for page, text in pages.items() if (found := LOADED.findall(text))} == {}
    assert all("iframe-worker/shim.js" in text for text in pages.values())
    assert (folder / "site/assets/journeybook/iframe-worker/LICENSE.txt").is_file()
    page = browser.new_page()
    asked: list[str] = []
    page.on("request", lambda request: asked.append(request.url))
    page.goto((folder / "site/guide/index.html").as_uri())
    open_search(page)
    page.keyboard.type("A talk")
    found = page.locator(".md-search-result__link, [role=listbox] [role=option]")
    expect(found.filter(has_text="A talk").first).to_be_visible()
    if builder == "mkdocs":  # Zensical's search takes words as they are typed
        page.keyboard.type("s")
        expect(page.locator(".jb-search-said")).to_have_text("Nothing for ‘talks’; shown: talk.")
        expect(found.filter(has_text="A talk").first).to_be_visible()
    page.close()
    assert [url for url in asked if not url.startswith(("file:", "data:", "blob:", "about:"))] == []
