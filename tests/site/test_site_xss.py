"""Cross-site scripting: every text field of every YAML file holds every input of `xss.txt`, and a browser looks.

The handbook is made from the models, so a new field is covered by itself. Short fields hold some inputs each, and there
are as many journeys, activities and workshops as it takes; Markdown fields hold them in paragraphs of their own. It is
built with nothing of Material's features and Markdown's extensions, and with all that people use.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterator, Mapping
from contextlib import ExitStack
from html.parser import HTMLParser
from itertools import pairwise
from pathlib import Path
from xml.etree import ElementTree as ET

import pypdf
import pytest
from pypdf.generic import DictionaryObject

from everything import SETTINGS
from hostile import LINES, PACKS, write_hostile
from hostile_pages import alive, loaded_from_elsewhere, look, told_in_titles
from journeybook.markdown.fields import render
from sites import Open, build_site, serving

pytestmark = pytest.mark.proof

ADDRESS = "https://example.org/xss/"
NAME = "<script>alert(1)</script> \"><img src=x onerror=alert(1)> {{ 7*7 }} ' onmouseover='alert(1)"
DEAD = {"script", "foreignObject", "image", "iframe", "animate", "set", "use", "handler"}
PAPER = {"off": {"downloads": ["svg", "png", "pdf"], "cards": ["a4"]}}
"""Every kind of download, in one setting: files beside the pages are the same in both."""
slow = pytest.mark.slow
each_setting = pytest.mark.parametrize("setting", SETTINGS)


@pytest.fixture(scope="module")
def sites(tmp_path_factory: pytest.TempPathFactory) -> Mapping[str, Path]:
    """The handbook, built strictly in each setting."""
    root = tmp_path_factory.mktemp("xss")
    names = {"site_name": NAME, "site_description": NAME, "site_author": NAME, "site_url": ADDRESS}
    book = write_hostile(root / "handbook", PACKS, PAPER, **names)
    for setting in SETTINGS:
        build_site(book, root / setting / "xss", f"{setting}.yml")
    return {setting: root / setting / "xss" for setting in SETTINGS}


@pytest.fixture(scope="module")
def bases(sites: Mapping[str, Path]) -> Iterator[Mapping[str, str]]:
    """The address of the handbook in each setting."""
    with ExitStack() as stack:
        yield {setting: stack.enter_context(serving(site)) for setting, site in sites.items()}


def addresses(site: Path, ending: str) -> list[str]:
    """Every file with that ending, as an address below the site."""
    return sorted(path.relative_to(site).as_posix() for path in site.rglob(f"*.{ending}"))


def test_there_are_enough_inputs() -> None:
    """At least sixty inputs, each in one of the packs as it is written."""
    assert len(set(LINES)) >= 60
    assert all(any(line in pack for pack in PACKS.values()) for line in LINES)


@slow
@each_setting
def test_nothing_runs_and_nothing_is_asked_for(
    window: Open, sites: Mapping[str, Path], bases: Mapping[str, str], setting: str
) -> None:
    """On no page does a script of an input run, a dialog open, a handler stand, or a request leave for another host.

    The heading of a page is the title with every input in it, character by character.
    """
    reader = window(base=bases[setting])
    pages = addresses(sites[setting], "html")
    assert len(pages) > 7 * len(PACKS)
    wrong = []
    for address in pages:
        seen = look(reader, address.removesuffix("index.html"))
        own = re.fullmatch(r"(?:journeys|toolkit|toolkit/workshops)/(x\d+)/index\.html", address)
        if own and not seen.heading.startswith(" ".join(PACKS[own[1]].split())):
            seen.wrong.append(f"the heading is {seen.heading}")
        if NAME not in seen.title:
            seen.wrong.append(f"the title is {seen.title}")
        wrong += [f"{address}: {each}" for each in seen.wrong]
    assert wrong == []


@slow
@each_setting
def test_no_page_runs_or_loads_anything(sites: Mapping[str, Path], setting: str) -> None:
    """Nor could any page, as it is written; and no author's word is in a `title`, which themes show as HTML."""
    site = sites[setting]
    assert [*alive(site), *loaded_from_elsewhere(site), *told_in_titles(site)] == []


ADDRESSED = """(fields) => {
  document.body.innerHTML = fields.join('');
  const links = [...document.querySelectorAll('a[href]')];
  const strange = links.filter(a => !['http:', 'https:', 'mailto:'].includes(a.protocol)
    || a.host !== location.host && !/^(https?:\\/\\/|mailto:)/i.test(a.getAttribute('href')));
  const loads = document.body.querySelectorAll('[src], [srcset], [poster], [data], [style], [title], script, iframe');
  return {links: links.length, wrong: [...strange, ...loads].map(e => e.outerHTML)};
}"""


@slow
def test_a_browser_agrees_on_the_addresses_of_fields(window: Open, bases: Mapping[str, str]) -> None:
    """Of what `check` would refuse, too, a browser makes no link but to its own host, http, https and mailto.

    Nor does it load anything.
    """
    reader = window(base=bases["off"])
    reader.page.goto(reader.base + "404.html", wait_until="load")
    reader.found()
    texts = [*LINES, *map("\n\n".join, pairwise(LINES)), "\n\n".join(LINES)]
    hidden = ["%s", "&#2;%s", "&#x3;%s", " &#1; %s", "&Tab;%s", "<%s>", "<\n%s>", "/&#2;%s", "&#0;%s", "\x02%s\x03"]
    for address in ("java&#2;script:alert(1)", "javascript&colon;alert(1)", "//evil.example", "\\\\\\\\evil.example"):
        texts += [f"[x]({form % address}) [y][href=a]\n\n[href=a]: {form % address}" for form in hidden]
    found = reader.page.evaluate(ADDRESSED, [render(text) for text in texts])
    assert found["wrong"] == [] and found["links"] >= 10
    reader.page.wait_for_timeout(100)
    assert reader.found() == []


@slow
def test_drawings_alone_are_dead(window: Open, sites: Mapping[str, Path], bases: Mapping[str, str]) -> None:
    """Each downloaded SVG, opened by itself, runs and asks for nothing."""
    reader, site = window(base=bases["off"]), sites["off"]
    reader.page.route("**/favicon.ico", lambda route: route.fulfill(status=204))  # a drawing brings none
    drawings = addresses(site, "svg")
    assert len([name for name in drawings if name.startswith("journeys/")]) > len(PACKS)
    for name in drawings:
        reader.page.goto(reader.base + name, wait_until="load")
        assert reader.found() == [], name
        parts = list(ET.parse(site / name).iter())
        assert not {part.tag.rpartition("}")[2] for part in parts} & DEAD, name
        assert [key for part in parts for key in part.attrib if key.lower().startswith("on")] == [], name
        addressed = [value for part in parts for key, value in part.attrib.items() if key.endswith("href")]
        assert not [value for value in addressed if re.match(r"(?!https?:|mailto:)[a-z][a-z0-9+.-]*:|[\\/]{2}", value)]
        styles = "".join(part.text or "" for part in parts if part.tag.endswith("}style"))
        assert "@import" not in styles and set(re.findall(r"url\([\"']?(\w+:)", styles)) <= {"data:"}, name


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


@slow
@each_setting
def test_the_search_index_is_text(sites: Mapping[str, Path], setting: str) -> None:
    """What search shows has the tags of Markdown and no others."""
    docs = json.loads((sites[setting] / "search" / "index.json").read_text("utf-8"))["docs"]
    harmless = {"p", "ul", "ol", "li", "dl", "dt", "dd", "pre", "code", "em", "strong", "blockquote", "br", "table"}
    harmless |= {"h1", "h2", "h3", "h4", "h5", "h6", "a"}
    for doc in docs:
        assert Tags(doc["text"]).found <= harmless, doc["location"]
        assert Tags(doc["title"]).found == set(), doc["location"]
        assert all(Tags(tag).found == set() for tag in doc.get("tags", []))


@slow
def test_paper_does_nothing(sites: Mapping[str, Path]) -> None:
    """No PDF has scripts, actions or files in it, and its links lead to the handbook."""
    site = sites["off"]
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


@slow
def test_calendars_have_their_own_properties_only(sites: Mapping[str, Path]) -> None:
    """A text does not begin a property or a component of its own."""
    site = sites["off"]
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
