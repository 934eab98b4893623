"""The whole built site, file by file, without a browser."""

from __future__ import annotations

import json
import posixpath
import re
from collections import Counter
from collections.abc import Iterator
from itertools import pairwise
from pathlib import Path
from urllib.parse import unquote, urlsplit
from xml.etree import ElementTree as ET

import pytest

from reference import ACTIVITIES, JOURNEYS, ROOT, WORKSHOPS
from site_html import HtmlPage

SITE_URL = "https://journeybook.github.io/journeybook/"
EDIT = "https://github.com/journeybook/journeybook/edit/main/"
Pages = dict[str, HtmlPage]


@pytest.fixture(scope="module")
def searched(handbook_site: Path) -> dict[str, dict[str, str]]:
    """The entries of the search index by their addresses."""
    docs = json.loads((handbook_site / "search" / "index.json").read_text("utf-8"))["docs"]
    return {doc["location"]: doc for doc in docs}


def inside(page: str, address: str) -> str | None:
    """An address as seen from the site's folder, with its fragment; None where it leads to another host."""
    if address.startswith(SITE_URL):
        return address.removeprefix(SITE_URL)
    parts = urlsplit(address)
    if parts.scheme or parts.netloc:
        return None
    if parts.path.startswith("/"):
        prefix = urlsplit(SITE_URL).path
        assert address.startswith(prefix), f"{page}: {address} is outside of the site"
        assert "//" not in parts.path, f"{page}: {address} would lead to another host from a site at a host's root"
        return address.removeprefix(prefix).removeprefix(".")
    folder = page if page.endswith("/") or not page else posixpath.dirname(page)
    joined = posixpath.normpath(posixpath.join(folder, unquote(parts.path))) if parts.path else page
    slash = "/" if parts.path.endswith(("/", ".")) and joined != "." else ""
    return ("" if joined == "." else joined) + slash + (f"#{parts.fragment}" if parts.fragment else "")


def broken(site: Path, pages: Pages) -> Iterator[str]:
    """What each address that leads nowhere is, and where."""
    for page in pages.values():
        for what, address in page.addresses():
            target = inside(page.path, address)
            if target is None:
                continue
            path, _, fragment = target.partition("#")
            path = path.partition("?")[0]
            file = site / path / "index.html" if path.endswith("/") or not path else site / path
            if not file.is_file():
                yield f"{page.path}: {what} {address}: no file {path}"
            elif fragment and file.suffix == ".html":
                there = pages[file.relative_to(site).as_posix().removesuffix("index.html")]
                if unquote(fragment) not in there.ids:
                    yield f"{page.path}: {what} {address}: no anchor there"


def test_every_link_leads_somewhere(handbook_site: Path, pages: Pages) -> None:
    """Every internal href, xlink:href, src and anchor of every page leads to a file, and to an id in it."""
    assert sum(1 for page in pages.values() for _ in page.addresses()) > 2_000
    assert list(broken(handbook_site, pages)) == []


def test_no_address_is_left_unresolved(pages: Pages) -> None:
    """No link keeps one of our own kinds of address, a path to Markdown or YAML, or a scheme that runs code."""
    bad = re.compile(
        r"^(journey|activity|workshop|chapter|toolkit|handout|questions|javascript|data):|\.(md|yaml)(#|$)"
    )
    kept = {f"{p.path}: {a}" for p in pages.values() for _, a in p.addresses() if bad.search(a.removeprefix(EDIT))}
    assert {a for a in kept if EDIT not in a} == set()


def test_stylesheets_find_their_files(handbook_site: Path) -> None:
    """Every url() of every stylesheet leads to a file of the site, so that no font or icon comes from elsewhere."""
    found = 0
    for sheet in handbook_site.rglob("*.css"):
        for address in re.findall(r"url\(\s*[\"']?([^\"')]+)", sheet.read_text("utf-8")):
            if not address.startswith(("data:", "#")):
                found += 1
                assert (sheet.parent / address.partition("?")[0].partition("#")[0]).is_file(), f"{sheet}: {address}"
    assert found > 10


def test_ids_are_unique(pages: Pages) -> None:
    """No id appears twice on a page, even where several diagrams, handouts and question lists are on it."""
    twice = {path: [i for i, n in Counter(page.ids).items() if n > 1] for path, page in pages.items()}
    assert {path: ids for path, ids in twice.items() if ids} == {}


def test_references_by_id_find_their_element(pages: Pages) -> None:
    """Every label, aria-labelledby, aria-describedby and aria-controls names an id that is on its page.

    All but Material's own label of a contents list that it leaves out where it is empty.
    """
    wrong = []
    for page in pages.values():
        ids = set(page.ids)
        for element in page.elements:
            if element.attributes.get("for") == "__toc":
                continue
            for name in ("for", "aria-labelledby", "aria-describedby", "aria-controls"):
                wrong += [f"{page.path}: {name}={i}" for i in element.attributes.get(name, "").split() if i not in ids]
    assert wrong == []


def test_every_page_names_itself(pages: Pages) -> None:
    """Each page has one h1 with text, a language, a title of its own with the handbook's name, and a description."""
    for page in pages.values():
        assert page.one("h1").words, page.path
        assert page.one("html").attributes["lang"] == "en", page.path
        title = next(e.words for e in page.all("title") if any(i.tag == "head" for i in e.inside))
        assert "The Mentoring Journey Handbook" in title, page.path
    titles = Counter(page.all("title")[0].words for path, page in pages.items() if path != "404.html")
    assert [title for title, number in titles.items() if number > 1] == []


def test_headings_skip_no_level(pages: Pages) -> None:
    """Below the h1, headings go down one level at a time, so that a screen reader's outline has no holes."""
    wrong = []
    for page in pages.values():
        levels = [int(e.tag[1]) for e in page.elements if re.fullmatch("h[1-6]", e.tag)]
        wrong += [f"{page.path}: h{a} → h{b}" for a, b in pairwise(levels) if b > a + 1]
    assert wrong == []


def test_tables_name_their_columns(pages: Pages) -> None:
    """Every column heading of a table of ours says that it is one; those of authors are Markdown's."""
    heads = [e for page in pages.values() for e in page.all("th")]
    assert len(heads) > 50
    around = [(e, [i.classes()[0] for i in e.inside if i.classes()]) for e in heads]
    ours = [e for e, names in around if any(name.startswith("jb-") and name != "jb-captioned" for name in names)]
    assert [e.words for e in ours if e.attributes.get("scope") not in ("col", "row")] == []


def test_sitemap_has_every_page(handbook_site: Path, pages: Pages) -> None:
    """The sitemap lists all pages but 404, and nothing else."""
    tree = ET.parse(handbook_site / "sitemap.xml")
    listed = [(e.text or "").removeprefix(SITE_URL) for e in tree.iter() if e.tag.endswith("}loc")]
    assert sorted(listed) == sorted(set(pages) - {"404.html"})


def test_every_source_has_its_page(pages: Pages) -> None:
    """Each journey, activity and workshop of the handbook is a page with its title as the heading."""
    for folder, files in (("journeys", JOURNEYS), ("toolkit", ACTIVITIES), ("toolkit/workshops", WORKSHOPS)):
        for id, model in files.items():
            assert pages[f"{folder}/{id}/"].one("h1").words == model["title"]


def test_search_finds_every_page(pages: Pages, searched: dict[str, dict[str, str]]) -> None:
    """Every page is in the search index but 404, and what says nothing new: papers of workshops, cards, reviews."""
    papers = {path for path in pages if re.fullmatch(r"toolkit/workshops/[^/]+/(run-sheet|agenda)/|\w+/cards/", path)}
    papers.add("reviews/")
    assert len(papers) > 3
    assert set(pages) - {"404.html"} - papers - set(searched) == set()


def test_search_entries_lead_to_headings(pages: Pages, searched: dict[str, dict[str, str]]) -> None:
    """Every entry of the search index leads to an id that is on its page, and only a page's first entry has none."""
    wrong = []
    for location in searched:
        path, _, fragment = location.partition("#")
        if fragment and unquote(fragment) not in pages[path].ids:
            wrong.append(location)
    assert wrong == []


def test_search_finds_what_authors_wrote(searched: dict[str, dict[str, str]]) -> None:
    """The search index holds the text of every step, summary, touchpoint, pain and question."""
    whole = _letters(" ".join(doc["title"] + " " + doc["text"] for doc in searched.values()))
    texts = [step["title"] for a in ACTIVITIES.values() for step in a["steps"] if "title" in step]
    texts += [model["summary"] for model in (*ACTIVITIES.values(), *JOURNEYS.values(), *WORKSHOPS.values())]
    texts += [t["title"] for j in JOURNEYS.values() for s in j["stages"] for t in s.get("touchpoints", [])]
    texts += [q if isinstance(q, str) else q["text"] for a in ACTIVITIES.values() for q in a.get("questions", [])]
    assert len(texts) > 300
    assert [text for text in texts if _letters(text) not in whole] == []


def test_search_has_no_diagrams(pages: Pages, searched: dict[str, dict[str, str]]) -> None:
    """No entry of the search index holds a diagram: neither its description, nor its caption, nor its SVG."""
    captions = [e for page in pages.values() for e in page.all("figcaption")]
    of_diagrams = [e for e in captions if not any("jb-captioned" in i.classes() for i in e.inside)]
    said = [e.words for e in (*(e for page in pages.values() for e in page.all("desc")), *of_diagrams)]
    diagrams = [text for text in said if len(text) > 40]  # a shorter one is a title, which may well be elsewhere
    whole = _letters(" ".join(doc["text"] for doc in searched.values()))
    assert len(diagrams) > 10
    assert [text for text in diagrams if _letters(text) in whole] == []
    assert not re.search("<svg|xlink|jd-", " ".join(doc["text"] for doc in searched.values()))


def test_edit_buttons_lead_to_the_source(pages: Pages) -> None:
    """The edit button of a chapter leads to its Markdown, that of a journey, activity or workshop to its YAML."""
    found = {}
    for page in pages.values():
        for link in page.all("a"):
            if link.attributes.get("rel") == "edit":
                address = link.attributes["href"]
                assert address.startswith(EDIT), f"{page.path}: {address}"
                found[page.path] = address.removeprefix(EDIT)
    assert [source for source in found.values() if not (ROOT / source).is_file()] == []
    for file in (*ROOT.glob("journeys/*.yaml"), *ROOT.glob("toolkit/*/*.yaml")):
        source = file.relative_to(ROOT).as_posix()
        folder = {"journeys": "journeys", "workshops": "toolkit/workshops"}.get(file.parent.name, "toolkit")
        assert found[f"{folder}/{file.stem}/"] == source
    for file in ROOT.glob("content/**/*.md"):
        path = file.relative_to(ROOT / "content").as_posix().removesuffix("index.md")
        assert found[path.replace(".md", "/")] == file.relative_to(ROOT).as_posix()


def test_generated_indexes_have_no_edit_button(pages: Pages) -> None:
    """A page that is made of many files, such as the toolkit, offers no button to edit a file that does not exist."""
    for path in ("journeys/", "toolkit/", "toolkit/workshops/", "questions/", "404.html"):
        assert [e for e in pages[path].all("a") if e.attributes.get("rel") == "edit"] == []


def test_section_number_in_navigation_and_on_page(pages: Pages) -> None:
    """Section 1.4 is “Introducing the client journey”: in the navigation, above its heading and in the heading."""
    page = pages["client-journey/introducing/"]
    links = [e for e in pages["client-journey/"].all("a", "md-nav__link") if e.attributes["href"] == "introducing/"]
    assert {e.words for e in links} == {"1.4 Introducing the client journey"}
    assert page.one("h1").words == "Introducing the client journey"
    assert page.all("p", "jb-eyebrow")[0].words == "Section 1.4"


def test_empty_link_says_number_and_title(pages: Pages) -> None:
    """An empty link to the vision map reads “toolkit activity 6, Vision map” and leads to its page."""
    links = [e for e in pages["client-journey/introducing/"].all("a") if "Vision map" in e.words]
    named = [e for e in links if e.words == "toolkit activity 6, Vision map"]
    assert [e.attributes["href"] for e in named] == ["../../toolkit/vision-map/"]


def test_activity_numbers_on_cards_and_pages(pages: Pages) -> None:
    """An activity has the number of its YAML on its own page and on its card in the toolkit."""
    numbered = {id: a["number"] for id, a in ACTIVITIES.items() if "number" in a}
    assert len(numbered) > 10
    for id, number in numbered.items():
        assert f"Activity {number}" in pages[f"toolkit/{id}/"].all("p", "jb-eyebrow")[0].words
    cards = {}
    for card in pages["toolkit/"].all("li", "jb-card"):
        link = next(e for e in pages["toolkit/"].all("a") if card in e.inside)
        top = next(e for e in pages["toolkit/"].all("p", "jb-card-top") if card in e.inside)
        cards[link.attributes["href"].strip("/")] = top.words
    assert [id for id, number in numbered.items() if not re.match(rf"Activity {number}\b", cards[id])] == []


def test_workshop_clock_times(pages: Pages) -> None:
    """The kick-off's timetable goes from 09:30 to its end block by block, each as long as its YAML says."""
    day = WORKSHOPS["mentoring-kick-off"]["days"][0]
    hour, minute = map(int, day["start"].split(":"))
    times, now = [], hour * 60 + minute
    for block in day["blocks"]:
        times.append(f"{now // 60:02d}:{now % 60:02d}")
        now += int(block["minutes"])
    times.append(f"{now // 60:02d}:{now % 60:02d}")
    page = pages["toolkit/workshops/mentoring-kick-off/"]
    assert [e.words for e in page.all("p", "jb-clock")] == times


def test_workshop_counts_materials(pages: Pages) -> None:
    """A material that is counted for each of sixteen people is listed sixteen times, and for each group by its size."""
    page = pages["toolkit/workshops/mentoring-kick-off/"]
    rows = [e for e in page.all("tr") if any("jb-mat" in i.classes() for i in e.inside)]
    cells = [[e.words for e in page.all("td") if row in e.inside] for row in rows]
    counted = {cell[1]: cell[0] for cell in cells if cell}
    wanted = {}
    for block in WORKSHOPS["mentoring-kick-off"]["days"][0]["blocks"]:
        for material in ACTIVITIES.get(block.get("activity", ""), {}).get("materials", []):
            if material.get("per") == "person":
                wanted[material["title"]] = str(16 * int(material["quantity"]))
    assert wanted
    assert {title: counted[title] for title in wanted} == wanted


def test_all_questions_are_in_the_bank(pages: Pages) -> None:
    """The question bank holds every question of every activity and every stage."""
    text = _letters(pages["questions/"].one("article").text)
    stages = [stage for journey in JOURNEYS.values() for stage in journey["stages"]]
    asked = [q for holder in (*ACTIVITIES.values(), *stages) for q in holder.get("questions", [])]
    texts = [q if isinstance(q, str) else q["text"] for q in asked]
    assert len(texts) > 100
    assert [t for t in texts if _letters(t) not in text] == []


def test_diagrams_are_well_formed_and_tell_every_stage(pages: Pages) -> None:
    """All drawings of every journey are well-formed XML and name every stage, in the order of the YAML."""
    for id, journey in JOURNEYS.items():
        page = pages[f"journeys/{id}/"]
        titles = [stage["title"] for stage in journey["stages"]]
        drawings = [ET.fromstring(svg) for svg in page.drawings]
        whole = [d for d in drawings if "jd-head" not in d.attrib["class"].split()]  # a head has the lanes' names only
        assert len(whole) >= len(journey.get("views", ["path"])), id
        for drawing in whole:
            shown = _letters("".join(e.text or "" for e in drawing.iter() if e.tag.endswith("}text")))
            assert [t for t in titles if _letters(t) not in shown] == [], f"{id}: {drawing.attrib['class']}"
            told = next(e.text or "" for e in drawing.iter() if e.tag.endswith("}desc"))
            places = [told.find(title) for title in titles]
            assert -1 not in places and places == sorted(places), f"{id}: {told}"


def test_diagrams_have_no_colours_of_their_own(pages: Pages) -> None:
    """No drawing carries a colour: both schemes dress the same SVG by the stylesheet alone."""
    svgs = [svg for page in pages.values() for svg in page.drawings]
    assert len(svgs) > 20
    assert [svg[:200] for svg in svgs if re.search(r'\b(fill|stroke|style)="(?!none|--part:)', svg)] == []


def test_pages_stay_small(pages: Pages) -> None:
    """No activity's page carries the whole navigation: fewer links there than activities in the handbook."""
    for id in ACTIVITIES:
        links = [e for e in pages[f"toolkit/{id}/"].all("a") if any("md-nav" in i.classes() for i in e.inside)]
        assert len(links) < 60, f"{id}: {len(links)} links"


def _letters(text: str) -> str:
    """Letters and digits alone: line breaks, hyphens of diagrams, entities and typographic marks do not count."""
    text = re.sub(r"<[^>]+>|&\w+;|&#\d+;", " ", text)
    return "".join(c for c in text if c.isalnum()).casefold()
