"""A whole book as one HTML document, which needs nothing else: pictures and fonts are in it."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from html import escape
from xml.etree import ElementTree as ET

from journeybook.cards.fonts import families, font_faces
from journeybook.diagrams.files.letters import RULE
from journeybook.diagrams.paint.written import SVG
from journeybook.export.form import Wanted
from journeybook.export.imprint import version_of
from journeybook.export.links import BookLinks
from journeybook.export.markup import XHTML, tag
from journeybook.export.order import book_order
from journeybook.export.paper import index
from journeybook.export.paper.fields import form_face, handout_names
from journeybook.export.paper.front import book_name, colours, contents, cover, edition_title, heads
from journeybook.export.paper.glyphs import refuse_boxes
from journeybook.export.paper.section import Section, drop_anchors, heading, land, section
from journeybook.export.paper.sheet import page_rules
from journeybook.ground.theme_dir import theme_dir
from journeybook.pages.foreign import settle, unmarked

_LINE = 8  # millimetres that a line to write on takes
_MOST_ROWS = 40
_LINKED = re.compile(r'href="#([^"]+)"')
_HIDDEN = re.compile(r"<[^>]*>|url\([^)]*\)")


def book_html(wanted: Wanted) -> str:
    """Write a book as HTML for WeasyPrint; a PaperError where no font has one of its characters."""
    return "".join(_document(wanted))


def _document(wanted: Wanted) -> Iterator[str]:
    site = wanted.site
    sections = _sections(wanted)
    land(sections)
    _mark_name(sections, book_name(site))
    language = site.words.language
    at_the_end = "" if wanted.sheet else settle(index.index(site, sections), language)
    drop_anchors(sections, _LINKED.findall(at_the_end))
    written = [_written(part, language) for part in sections]
    body = "".join(written) + at_the_end
    lines = [(part.part.title, part.part.depth, part.id) for part in sections]
    lines += [(site.words("Index"), 0, index.ID)] if at_the_end else []
    front = settle("".join(contents(site, lines)), language) if len(lines) > 1 else ""
    marked = version_of([part.page.mark for part in sections if part.page])
    if wanted.sheet:  # within its section, before which a sheet would end
        begun, close, rest = body.partition(">")
        body = f"{begun}{close}{settle(''.join(heads(site, marked)), language)}{rest}"
    else:
        front = settle("".join(cover(wanted, sections, marked)), language) + front
    title = book_name(site)
    shown = _HIDDEN.sub(" ", front + body)
    of_pages = zip((part.part.title for part in sections), (_HIDDEN.sub(" ", html) for html in written), strict=True)
    refuse_boxes([*of_pages, (title, shown)])
    name, faces = escape(title), form_face() if "bk-field" in body else ""
    yield f'<!doctype html><html lang="{escape(language)}" dir="{site.words.direction}"><meta charset="utf-8">'
    yield f"<title>{' · '.join(filter(None, (name, escape(edition_title(site)))))}</title>"
    yield f'<meta name="author" content="{name}"><meta name="description" content="{escape(_about(wanted))}">'
    yield f"<style>{font_faces(shown, site.cache)}{faces}{_style(wanted)}</style><body>{front}{body}"


def _about(wanted: Wanted) -> str:
    return wanted.site.book.settings.summary


def _sections(wanted: Wanted) -> list[Section]:
    order = book_order(wanted)
    ids = [f"p{number}" for number in range(1, len(order) + 1)]
    places: Mapping[str, str] = {
        wanted.pages[part.path].address: f"#{id}" for part, id in zip(order, ids, strict=True) if part.path
    }
    links, forms = BookLinks(places, wanted.site.address), handout_names(wanted.site)
    found = []
    for part, id in zip(order, ids, strict=True):
        page = wanted.pages.get(part.path)
        made = heading(part, id) if page is None else section(wanted, part, page, id, links, forms.get(part.path, ""))
        found.append(made)
    return found


def _mark_name(sections: Sequence[Section], name: str) -> None:
    """Mark the heading that says the book's name, which all sheets have at their head."""
    for part in sections:
        for heading_of_page in part.tree.iter(tag("h1")):
            if "".join(heading_of_page.itertext()).strip() == name:
                heading_of_page.set("class", "bk-same")


def _written(part: Section, language: str) -> str:
    """Write a section as HTML, which has no namespaces."""
    for element in part.tree.iter():
        if isinstance(element.tag, str):
            element.tag = element.tag.removeprefix(f"{{{XHTML}}}").removeprefix(f"{{{SVG}}}")
    html = ET.tostring(part.tree, encoding="unicode", method="html")
    return html if part.page else settle(html, language)


def _style(wanted: Wanted) -> str:
    site = wanted.site
    before, _, after = unmarked(site.words("page {number}", number="\0")).partition("\0")
    see = f'.bk-see::after{{content:" ("{_css(before)} target-counter(attr(href),page){_css(after)}")"}}'
    written = (theme_dir() / "export" / "book.css").read_text("utf-8")
    rules = page_rules(wanted.paper, site.words.direction)
    letters = f'.bk-drawing p{{{RULE};font-family:"Inter",sans-serif}}'
    lines = "".join(f'.bk-field[rows="{rows}"]{{height:{_LINE * rows}mm}}' for rows in range(1, _MOST_ROWS + 1))
    return families(f"{rules}{written}{letters}{see}{lines}{colours(site)}")


def _css(text: str) -> str:
    """Write a text as a string of CSS."""
    return '"' + re.sub(r'["\\\n<]', lambda found: f"\\{ord(found[0]):x} ", text) + '"'
