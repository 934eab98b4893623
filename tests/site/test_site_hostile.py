"""Texts that attack: as tags, attributes, templates, Markdown and addresses, in every field of every YAML file.

In two settings: with nothing of Material's features and Markdown's extensions, and with all that people use.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterator, Mapping
from contextlib import ExitStack
from pathlib import Path
from xml.etree import ElementTree as ET

import pytest
from playwright.sync_api import expect

from everything import APART, FEATURES, SETTINGS, known_features
from hostile import ATTACKS, write_hostile
from hostile_pages import KINDS, alive, hovered, loaded_from_elsewhere, look, told_in_titles
from site_html import pages_of
from sites import Open, build_site, open_search, serving

pytestmark = pytest.mark.proof

INDEXES = ("", "journeys/", "toolkit/", "toolkit/workshops/", "toolkit/planner/", "questions/", "guide/", "glossary/")
LEAST = {"journeys": 25, "toolkit": 20, "toolkit/workshops": 7, "guide": 1}
"""How many fields a page of each kind shows at least."""
slow = pytest.mark.slow
each_setting = pytest.mark.parametrize("setting", SETTINGS)


@pytest.fixture(scope="module")
def sites(tmp_path_factory: pytest.TempPathFactory) -> Mapping[str, Path]:
    """The hostile handbook, built strictly in each setting."""
    root = tmp_path_factory.mktemp("hostile")
    name = {"site_name": "Hostile", "site_url": "https://example.org/hostile/"}
    book = write_hostile(root / "handbook", ATTACKS, **name)
    for setting in SETTINGS:
        build_site(book, root / setting / "hostile", f"{setting}.yml")
    return {setting: root / setting / "hostile" for setting in SETTINGS}


@pytest.fixture(scope="module")
def bases(sites: Mapping[str, Path]) -> Iterator[Mapping[str, str]]:
    """The address of the hostile handbook in each setting."""
    with ExitStack() as stack:
        yield {setting: stack.enter_context(serving(site)) for setting, site in sites.items()}


def test_everything_is_everything() -> None:
    """What is on are all features that the installed Material knows, but for two that take others back."""
    assert set(FEATURES) | APART == known_features()


@slow
@each_setting
def test_attacks_are_shown_as_they_are_written(window: Open, bases: Mapping[str, str], setting: str) -> None:
    """On the pages of a journey, activity, handout, workshop and chapter, an attack is text: shown, and nothing else.

    Nothing runs, loads or could do so, and every field that the page shows reads as its author wrote it.
    """
    reader = window(base=bases[setting])
    wrong = []
    for attack, written in ATTACKS.items():
        for kind, least in (LEAST | {f"toolkit/{attack}/one": 8}).items():
            seen = look(reader, f"{kind}/" if kind.endswith("/one") else f"{kind}/{attack}/")
            if len(seen.fields(attack)) < least:
                seen.wrong.append("fields are missing")
            if kind != "guide" and not (seen.heading.startswith(written) and seen.title.startswith(written)):
                seen.wrong.append(f"the title is {seen.title}, the heading {seen.heading}")
            wrong += [f"{seen.address}: {each}" for each in seen.wrong]
    assert wrong == []


@slow
@each_setting
def test_attacks_in_indexes(window: Open, bases: Mapping[str, str], setting: str) -> None:
    """Indexes, which show the attacks of all pages next to each other, show them as they are written too."""
    reader = window(base=bases[setting])
    for address in INDEXES:
        seen = look(reader, address)
        assert seen.fields(""), address
        assert seen.wrong == [], address


@slow
@each_setting
def test_search_shows_attacks_as_text(window: Open, bases: Mapping[str, str], setting: str) -> None:
    """Search finds a page by the words of an attack, and its results show it without running anything."""
    reader = window(base=bases[setting])
    page = reader.open("")
    open_search(page)
    for words in ("onerror", "stars", "script", "bold"):
        page.locator(".md-search__input").fill("")
        page.keyboard.type(words, delay=5)
        expect(page.locator(".md-search-result__item").first).to_be_visible()
        assert page.locator(".md-search-result :is(img, script, svg[onload], b)").count() == 0
    assert reader.found() == []


@slow
def test_tooltips_show_text(window: Open, bases: Mapping[str, str]) -> None:
    """Whatever has a title, and whatever is too long for its place, shows its tooltip as text to those who point at it.

    Material makes HTML of both; that it does so here at all, its own `Min` of a run sheet tells.
    """
    reader = window(base=bases["on"])
    shown: list[str] = []
    for attack in ("tooltip", "attribute"):
        for kind in (*KINDS, f"toolkit/{attack}/one", "toolkit/workshops/run-sheet", "toolkit/workshops/agenda"):
            base, _, paper = kind.partition("workshops/")
            address = (
                f"{kind}/"
                if kind.endswith("/one")
                else f"{base}workshops/{attack}/{paper}/"
                if paper
                else f"{kind}/{attack}/"
            )
            found, wrong = hovered(reader, address)
            assert wrong == [], address
            shown += found
    assert any(ATTACKS["tooltip"].removeprefix("<") in text for text in shown)
    assert "Minutes" in shown


@slow
def test_diagrams_hold_attacks_as_text(sites: Mapping[str, Path]) -> None:
    """Every diagram of the hostile handbook is well-formed, has no handler, and names its stages as written."""
    pages = pages_of(sites["off"])
    for attack, written in ATTACKS.items():
        drawings = [ET.fromstring(svg) for svg in pages[f"journeys/{attack}/"].drawings]
        assert len(drawings) >= 2
        for drawing in drawings:
            names = ["".join(e.itertext()) for e in drawing.iter() if e.tag.endswith("}title")]
            assert any(written in name for name in names), attack
            assert [e.tag for e in drawing.iter() if any(a.lower().startswith("on") for a in e.attrib)] == []
            tags = {e.tag.rpartition("}")[2] for e in drawing.iter()}
            assert not tags & {"script", "foreignObject", "image", "style"}


@slow
@each_setting
def test_no_file_runs_or_loads_anything(sites: Mapping[str, Path], setting: str) -> None:
    """No file has an attribute that runs code or loads from another host, nor an address of a scheme that runs.

    No author's word is in a `title`, which themes show as HTML.
    """
    site = sites[setting]
    assert len(pages_of(site)) > 4 * len(ATTACKS)
    assert [*alive(site), *loaded_from_elsewhere(site), *told_in_titles(site)] == []
    docs = json.loads((site / "search" / "index.json").read_text("utf-8"))["docs"]
    tags = re.compile(r"<(script|img|svg|b)\b", re.I)
    told = [(doc["location"], " ".join([doc["title"], doc["text"], *doc.get("tags", [])])) for doc in docs]
    assert [location for location, text in told if tags.search(text)] == []


@slow
@pytest.mark.parametrize("width", [390, 1280])
@pytest.mark.parametrize("attack", ["long", "scripts", "closing"])
def test_long_words_stay_on_the_screen(window: Open, bases: Mapping[str, str], attack: str, width: int) -> None:
    """A word of 88 letters, or text without blanks, makes no page wider than a phone or a desk."""
    reader = window(width, base=bases["on"])
    wide = {}
    for kind in KINDS:
        reader.open(f"{kind}/{attack}/")
        wide[kind] = reader.wider()
    for address in INDEXES if attack == "long" else ():
        reader.open(address)
        wide[address] = reader.wider()
    assert {kind: found for kind, found in wide.items() if found} == {}
