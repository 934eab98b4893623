"""Cross-site scripting: every text field of every YAML file holds every input of `xss.txt`, and a browser looks.

The handbook is made from the models, so a new field is covered by itself. Short fields hold some inputs each, and there
are as many journeys, activities and workshops as it takes; Markdown fields hold them in paragraphs of their own.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from html.parser import HTMLParser
from pathlib import Path
from typing import Any
from xml.etree import ElementTree as ET

import pypdf
import pytest
import yaml
from pypdf.generic import DictionaryObject

from hostile import data_of
from journeybook.markdown import fields
from journeybook.model import Activity, Journey, Workshop
from sites import ROOT, Open, Reader, build_site, serving

LINES = (ROOT / "tests" / "xss.txt").read_text("utf-8").splitlines()
ADDRESS = "https://example.org/xss/"
LENGTH = 330  # of the 400 characters that a plain field may have; the name of the field comes on top
NAME = "<script>alert(1)</script> \"><img src=x onerror=alert(1)> {{ 7*7 }} ' onmouseover='alert(1)"
DEAD = {"script", "foreignObject", "image", "iframe", "animate", "set", "use", "handler"}
# What an inline handler or a link would need to run: everything that a reader can do to a part of a page.
TOUCH = """() => {
  for (const e of document.querySelectorAll('*'))
    for (const name of ['mouseover', 'mouseenter', 'focus', 'error', 'load', 'toggle', 'begin', 'start', 'pointerdown'])
      e.dispatchEvent(new Event(name));
}"""
ALIVE = """() => [...document.querySelectorAll('*')].flatMap(e => [...e.attributes].map(a => [e, a]))
  .filter(([e, a]) => /^on/i.test(a.name) || /^[\\s\\x00-\\x1f]*(javascript|data|vbscript):/i.test(a.value)
    && !/^(content|title|aria-label|alt|value|placeholder)$/.test(a.name))
  .map(([e, a]) => `${e.tagName} ${a.name}=${a.value}`)
  .concat([...document.querySelectorAll('article :is(script:not([src]), img, iframe, object, embed, style, base)')]
    .map(e => e.outerHTML.slice(0, 200)))"""


def packs() -> list[str]:
    """The inputs, as many on a line as a plain field holds."""
    found = [""]
    for line in LINES:
        if len(found[-1]) + len(line) >= LENGTH:
            found.append("")
        found[-1] = f"{found[-1]} {line}".strip()
    return found


PACKS = packs()


def _with_all(value: Any, pack: str) -> Any:
    """Data in which every Markdown field has each input of the pack in a paragraph, besides all of them in a row."""
    if isinstance(value, dict):
        return {key: _with_all(item, pack) for key, item in value.items()}
    if isinstance(value, list):
        return [_with_all(item, pack) for item in value]
    if isinstance(value, str) and value.endswith("~;"):
        good = [line for line in LINES if line in pack and not fields.links(line)]
        return "\n\n".join([*good, f"- {good[0]}", " ".join(good), f"> {good[-1]}"])
    return value


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The handbook, built strictly, with every kind of download."""
    root = tmp_path_factory.mktemp("xss")
    two = {"id": "two", "title": "Two"}
    files: dict[str, Any] = {
        "journeys/plain.yaml": {"title": "Plain", "stages": ["One", two]},
        "toolkit/plain.yaml": {"title": "Plain", "chapter": "guide"},
        "content/guide/index.md": "# The guide\n\n![](toolkit:guide)\n",
        "mkdocs.yml": {
            "site_name": NAME,
            "site_description": NAME,
            "site_author": NAME,
            "site_url": ADDRESS,
            "docs_dir": "content",
            "theme": {"name": "material"},
            "plugins": ["search", {"journeybook": {"downloads": ["svg", "png", "pdf"], "cards": ["a4"]}}],
        },
    }
    for number, pack in enumerate(PACKS):
        journey = next(data_of(Journey, pack, "journey"))
        files[f"journeys/x{number}.yaml"] = journey | {"stages": [*journey["stages"], two]}
        files[f"toolkit/x{number}.yaml"] = next(data_of(Activity, pack, "activity")) | {"number": number + 1}
        files[f"toolkit/workshops/x{number}.yaml"] = next(data_of(Workshop, pack, "workshop"))
        embeds = f"[](activity:x{number})\n\n![](journey:x{number})\n\n![](questions:)\n\n![](handout:x{number})\n"
        front = yaml.safe_dump({"questions": [pack], "title": f"Page {number}"}, allow_unicode=True)
        files[f"content/guide/x{number}.md"] = f"---\n{front}---\n\n{embeds}"
        for name in ("journeys", "toolkit", "toolkit/workshops"):
            files[f"{name}/files/slides.txt"] = "slides"
    for path, content in files.items():
        file = root / "handbook" / path
        file.parent.mkdir(parents=True, exist_ok=True)
        if path.startswith(("journeys/x", "toolkit/")) and isinstance(content, dict):
            content = _with_all(content, PACKS[int(re.findall("[0-9]+", path)[-1])] if "/x" in path else "")
        text = content if isinstance(content, str) else yaml.safe_dump(content, allow_unicode=True, sort_keys=False)
        file.write_text(text, encoding="utf-8")
    build_site(root / "handbook", root / "xss")
    return root / "xss"


@pytest.fixture(scope="module")
def served_xss(site: Path) -> Iterator[str]:
    """Its address."""
    with serving(site) as base:
        yield base


def addresses(site: Path, ending: str) -> list[str]:
    """Every file with that ending, as an address below the site."""
    return sorted(path.relative_to(site).as_posix() for path in site.rglob(f"*.{ending}"))


def looked_at(reader: Reader, address: str) -> list[str]:
    """What ran, was asked for, or could run at an address, once everything on it has been touched."""
    page = reader.page
    page.goto(reader.base + address, wait_until="load")
    page.evaluate(TOUCH)
    return [f"{address}: {wrong}" for wrong in [*reader.found(), *page.evaluate(ALIVE)]]


def test_there_are_enough_inputs() -> None:
    """At least sixty inputs, each in one of the packs as it is written."""
    assert len(set(LINES)) >= 60
    assert all(any(line in pack for pack in PACKS) for line in LINES)


def test_nothing_runs_and_nothing_is_asked_for(window: Open, site: Path, served_xss: str) -> None:
    """On no page does a script of an input run, a dialog open, a handler stand, or a request leave for another host."""
    reader = window(base=served_xss)
    pages = addresses(site, "html")
    assert len(pages) > 7 * len(PACKS)
    assert [wrong for address in pages for wrong in looked_at(reader, address)] == []


def test_drawings_alone_are_dead(window: Open, site: Path, served_xss: str) -> None:
    """Each downloaded SVG, opened by itself, runs and asks for nothing."""
    reader = window(base=served_xss)
    reader.page.route("**/favicon.ico", lambda route: route.fulfill(status=204))  # a drawing brings none
    drawings = addresses(site, "svg")
    assert len([name for name in drawings if name.startswith("journeys/")]) > len(PACKS)
    assert [wrong for address in drawings for wrong in looked_at(reader, address)] == []
    for name in drawings:
        parts = list(ET.parse(site / name).iter())
        assert not {part.tag.rpartition("}")[2] for part in parts} & DEAD, name
        assert [key for part in parts for key in part.attrib if key.lower().startswith("on")] == [], name
        styles = "".join(part.text or "" for part in parts if part.tag.endswith("}style"))
        assert "@import" not in styles and set(re.findall(r"url\([\"']?(\w+:)", styles)) <= {"data:"}, name


def test_titles_show_what_was_typed(window: Open, site: Path, served_xss: str) -> None:
    """The heading of each page is the title with every input in it, character by character."""
    reader = window(base=served_xss)
    for number, pack in enumerate(PACKS):
        for kind in ("journeys", "toolkit", "toolkit/workshops"):
            page = reader.open(f"{kind}/x{number}/")
            shown = page.locator("article h1").first.evaluate("e => e.firstChild.textContent + e.textContent")
            assert " ".join(pack.split()) in " ".join(shown.split()), (kind, number)
    assert NAME in reader.open("").title()


class Tags(HTMLParser):
    """The tags of some HTML."""

    def __init__(self, text: str) -> None:
        super().__init__()
        self.found: set[str] = set()
        self.feed(text)
        self.close()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.found.add(tag)
        self.found |= {name for name, _ in attrs if name.startswith("on")}


@pytest.mark.slow
def test_the_search_index_is_text(site: Path) -> None:
    """What search shows has the tags of Markdown and no others."""
    docs = json.loads((site / "search" / "search_index.json").read_text("utf-8"))["docs"]
    harmless = {"p", "ul", "ol", "li", "dl", "dt", "dd", "pre", "code", "em", "strong", "blockquote", "br", "table"}
    harmless |= {"h1", "h2", "h3", "h4", "h5", "h6", "a"}
    for doc in docs:
        assert Tags(doc["text"]).found <= harmless, doc["location"]
        assert Tags(doc["title"]).found == set(), doc["location"]
        assert all(Tags(tag).found == set() for tag in doc.get("tags", []))


@pytest.mark.slow
def test_paper_does_nothing(site: Path) -> None:
    """No PDF has scripts, actions or files in it, and its links lead to the handbook."""
    names = addresses(site, "pdf")
    assert len(names) > len(PACKS)
    for name in names:
        raw = (site / name).read_bytes()
        reader = pypdf.PdfReader(site / name)
        assert not re.search(rb"/(JavaScript|JS|Launch|OpenAction|AA|EmbeddedFile|RichMedia)\b", raw), name
        for page in reader.pages:
            for note in page.get("/Annots", []):
                action = note.get_object().get("/A", DictionaryObject())
                assert str(action.get("/URI", ADDRESS)).startswith(ADDRESS), name


@pytest.mark.slow
def test_calendars_have_their_own_properties_only(site: Path) -> None:
    """A text does not begin a property or a component of its own."""
    names = addresses(site, "ics")
    assert len(names) == len(PACKS)
    known = {"BEGIN", "END", "VERSION", "PRODID", "CALSCALE", "METHOD", "UID", "DTSTAMP", "DTSTART", "DTEND", "SUMMARY"}
    known |= {"DESCRIPTION", "LOCATION", "URL", "SEQUENCE", "LAST-MODIFIED", "CATEGORIES"}
    for name in names:
        lines = re.sub("\r\n[ \t]", "", (site / name).read_bytes().decode()).split("\r\n")
        kinds = {re.split("[;:]", line)[0] for line in lines if line}
        assert {kind for kind in kinds if not kind.startswith(("X-", "TZ", "RRULE", "RDATE"))} <= known, name
        parts = {line for line in lines if line.startswith("BEGIN:")}
        assert parts <= {f"BEGIN:{part}" for part in ("VCALENDAR", "VEVENT", "VTIMEZONE", "STANDARD", "DAYLIGHT")}
