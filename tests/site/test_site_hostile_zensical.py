"""The hostile handbook built by Zensical, with everything off and everything on: there, too, attacks are text."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from contextlib import ExitStack
from pathlib import Path

import pytest
from playwright.sync_api import expect

from everything import SETTINGS
from hostile import ATTACKS, write_hostile
from hostile_pages import KINDS, alive, hovered, loaded_from_elsewhere, look, told_in_titles
from site_html import pages_of
from sites import Open, serving
from small import journeybook

SOME = ("script", "attribute", "closing", "jinja", "slots", "attributes", "titled", "tooltip")
"""Attacks that its parser of Markdown, its templates or its script could take otherwise than MkDocs and Material do."""
pytestmark = pytest.mark.proof
each_setting = pytest.mark.parametrize("setting", SETTINGS)


@pytest.fixture(scope="module")
def sites(tmp_path_factory: pytest.TempPathFactory) -> Mapping[str, Path]:
    """The hostile handbook in each setting."""
    root = tmp_path_factory.mktemp("hostile-zensical")
    name = {"site_name": "Hostile", "site_url": "https://example.org/hostile/"}
    book = write_hostile(root / "handbook", SOME, **name)
    for setting in SETTINGS:
        site = ("-f", f"{setting}.yml", "-d", str(root / setting / "hostile"))
        ended = journeybook(book, "build", "--builder", "zensical", *site, timeout=600)
        assert ended.returncode == 0, ended.stderr
    return {setting: root / setting / "hostile" for setting in SETTINGS}


@pytest.fixture(scope="module")
def bases(sites: Mapping[str, Path]) -> Iterator[Mapping[str, str]]:
    """Its address in each setting."""
    with ExitStack() as stack:
        yield {setting: stack.enter_context(serving(site)) for setting, site in sites.items()}


@each_setting
def test_no_file_runs_or_loads_anything(sites: Mapping[str, Path], setting: str) -> None:
    """No page has an attribute that runs code, loads from another host, or shows an author's word as a `title`."""
    site = sites[setting]
    assert len(pages_of(site)) > 4 * len(SOME)
    assert [*alive(site), *loaded_from_elsewhere(site), *told_in_titles(site)] == []


@each_setting
def test_attacks_are_shown_as_they_are_written(window: Open, bases: Mapping[str, str], setting: str) -> None:
    """Nothing runs, loads or could do so, and what a page shows reads as its author wrote it."""
    reader = window(base=bases[setting])
    wrong = []
    for attack in SOME:
        for kind in KINDS:
            seen = look(reader, f"{kind}/{attack}/")
            assert seen.fields(attack), seen.address
            wrong += [f"{seen.address}: {each}" for each in seen.wrong]
    assert wrong == []


def test_tooltips_show_text(window: Open, bases: Mapping[str, str]) -> None:
    """Zensical's script makes HTML of titles, and of texts too long for their place, as Material's does."""
    reader = window(base=bases["on"])
    shown: list[str] = []
    for kind in KINDS:
        found, wrong = hovered(reader, f"{kind}/tooltip/")
        assert wrong == [], kind
        shown += found
    assert any(ATTACKS["tooltip"].removeprefix("<") in text for text in shown)


@each_setting
def test_search_shows_attacks_as_text(window: Open, bases: Mapping[str, str], setting: str) -> None:
    """Search finds pages by the words of an attack, and shows them without running anything."""
    reader = window(base=bases[setting])
    page = reader.open("")
    page.keyboard.press("/")
    for words in ("onerror", "script"):
        page.get_by_role("combobox").fill(words)
        results = page.get_by_role("listbox")
        expect(results.locator("li").first).to_be_visible()
        assert results.locator(":is(img, script, b, [onload], [onerror], [onclick])").count() == 0
    assert reader.found() == []
