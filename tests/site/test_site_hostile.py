"""Texts that attack: as tags, attributes, templates, Markdown and addresses, in every field of every YAML file."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from pathlib import Path
from xml.etree import ElementTree as ET

import pytest
from playwright.sync_api import Page, expect

from hostile import ATTACKS, LITERAL, write_hostile
from site_html import pages_of
from sites import Open, Reader, build_site, serving

KINDS = ("journeys", "toolkit", "toolkit/workshops", "guide")
INDEXES = ("", "journeys/", "toolkit/", "toolkit/workshops/", "questions/", "guide/")
# What the page says, diagrams left out, and whatever in it could run or load something.
READ = """() => {
  const body = document.querySelector('.md-content').cloneNode(true);
  body.querySelectorAll('svg, figure').forEach(e => e.remove());
  return body.textContent.replace(/\\s+/g, ' ');
}"""
ALIVE = """() => [...document.querySelectorAll('*')].flatMap(e => [...e.attributes].map(a => [e, a]))
  .filter(([e, a]) => /^on/i.test(a.name) || /^\\s*javascript:/i.test(a.value))
  .map(([e, a]) => `${e.tagName} ${a.name}=${a.value}`)
  .concat([...document.querySelectorAll('.md-content :is(script, img, iframe, style)')].map(e => e.outerHTML))"""


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The hostile handbook, built strictly."""
    root = tmp_path_factory.mktemp("hostile")
    build_site(write_hostile(root / "handbook"), root / "hostile")
    return root / "hostile"


@pytest.fixture(scope="module")
def hostile(site: Path) -> Iterator[str]:
    """The address of the hostile handbook."""
    with serving(site) as base:
        yield base


def shown(page: Page) -> tuple[set[str], list[str]]:
    """The fields that a page shows, and those of them that it does not show as they were written."""
    text = str(page.evaluate(READ))
    fields, wrong = set(), []
    own = page.url.rstrip("/").rpartition("/")[2]
    for match in re.finditer(r" @([\w.-]+)(~?);", text):
        fields.add(match[1])
        free = match[2] and own not in LITERAL  # Markdown, where some attacks are markup and their words are enough
        if not free and not text[: match.start()].endswith(tuple(ATTACKS.values())):
            wrong.append(f"{match[1]}: …{text[max(0, match.start() - 120) : match.start()]}")
    return fields, wrong


def read(reader: Reader, address: str) -> tuple[set[str], list[str]]:
    """The same, from an address, with everything that ran or could run."""
    page = reader.open(address)
    fields, wrong = shown(page)
    return fields, [*wrong, *page.evaluate(ALIVE), *reader.found()]


@pytest.mark.parametrize("attack", ATTACKS)
def test_attack_is_shown_as_it_is_written(window: Open, hostile: str, attack: str) -> None:
    """On the pages of a journey, activity, handout, workshop and chapter, an attack is text: shown, and nothing else.

    Nothing runs, loads or could do so, and every field that the page shows reads as its author wrote it.
    """
    reader = window(base=hostile)
    least = {"journeys": 25, "toolkit": 20, "toolkit/workshops": 7, "guide": 1}
    fields, wrong = read(reader, f"toolkit/{attack}/one/")
    assert wrong == [] and len(fields) >= 8, sorted(fields)
    expect(reader.page.locator("h1")).to_contain_text(ATTACKS[attack])
    for kind in KINDS:
        fields, wrong = read(reader, f"{kind}/{attack}/")
        assert wrong == [], kind
        assert len(fields) >= least[kind], (kind, sorted(fields))
        if kind != "guide":
            expect(reader.page.locator("h1")).to_contain_text(ATTACKS[attack])
            assert reader.page.title().startswith(ATTACKS[attack]), kind


@pytest.mark.parametrize("address", INDEXES, ids=lambda address: address or "home")
def test_attacks_in_indexes(window: Open, hostile: str, address: str) -> None:
    """Indexes, which show the attacks of all pages next to each other, show them as they are written too."""
    fields, wrong = read(window(base=hostile), address)
    assert wrong == []
    assert fields


def test_search_shows_attacks_as_text(window: Open, hostile: str) -> None:
    """Search finds a page by the words of an attack, and its results show it without running anything."""
    reader = window(base=hostile)
    page = reader.open("")
    page.locator(".md-search__input").click()
    for words in ("onerror", "stars", "script", "bold"):
        page.locator(".md-search__input").fill("")
        page.keyboard.type(words, delay=5)
        expect(page.locator(".md-search-result__item").first).to_be_visible()
        assert page.evaluate(ALIVE) == []
        assert page.locator(".md-search-result img, .md-search-result script").count() == 0
    assert reader.found() == []


@pytest.mark.slow
def test_diagrams_hold_attacks_as_text(site: Path) -> None:
    """Every diagram of the hostile handbook is well-formed, has no handler, and names its stages as written."""
    pages = pages_of(site)
    for attack, written in ATTACKS.items():
        drawings = [ET.fromstring(svg) for svg in pages[f"journeys/{attack}/"].drawings]
        assert len(drawings) >= 2
        for drawing in drawings:
            names = ["".join(e.itertext()) for e in drawing.iter() if e.tag.endswith("}title")]
            assert any(written in name for name in names), attack
            assert [e.tag for e in drawing.iter() if any(a.lower().startswith("on") for a in e.attrib)] == []
            assert not {e.tag.rpartition("}")[2] for e in drawing.iter()} & {
                "script",
                "foreignObject",
                "image",
                "style",
            }


@pytest.mark.slow
def test_no_handler_in_any_file(site: Path) -> None:
    """No file of the hostile handbook has an attribute that runs code, or an address of a scheme that does."""
    pages = pages_of(site)
    assert len(pages) > 4 * len(ATTACKS)
    attributes = [(p.path, e.tag, n, v) for p in pages.values() for e in p.elements for n, v in e.attributes.items()]
    assert [a for a in attributes if a[2].startswith("on") or a[3].strip().lower().startswith("javascript:")] == []
    docs = json.loads((site / "search" / "search_index.json").read_text("utf-8"))["docs"]
    alive = re.compile(r"<(script|img|svg|b)\b", re.I)
    told = [(doc["location"], " ".join([doc["title"], doc["text"], *doc.get("tags", [])])) for doc in docs]
    assert [location for location, text in told if alive.search(text)] == []


@pytest.mark.parametrize("width", [390, 1280])
@pytest.mark.parametrize("attack", ["long", "scripts", "closing"])
def test_long_words_stay_on_the_screen(window: Open, hostile: str, attack: str, width: int) -> None:
    """A word of 88 letters, or text without blanks, makes no page wider than a phone or a desk."""
    reader = window(width, base=hostile)
    wide = {}
    for kind in KINDS:
        reader.open(f"{kind}/{attack}/")
        wide[kind] = reader.wider()
    for address in INDEXES if attack == "long" else ():
        reader.open(address)
        wide[address] = reader.wider()
    assert {kind: found for kind, found in wide.items() if found} == {}
