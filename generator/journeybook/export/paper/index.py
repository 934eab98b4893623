"""The index at the end of a book: on which sheets its activities and the terms of its glossary stand."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from html import escape
from itertools import groupby

from journeybook.export.markup import tag
from journeybook.export.paper.section import Section
from journeybook.pages import addresses
from journeybook.pages.site import Site
from journeybook.text.alphabet import alphabet_order, first_letter

ID = "bk-index"
_MOST = 24
"""Sheets at one word: more lead nobody anywhere."""


@dataclass
class IndexLine:
    """A line: where it is explained, and where else it stands, by anchors."""

    title: str
    main: str = ""
    others: list[str] = field(default_factory=list)


def index(site: Site, sections: Sequence[Section]) -> str:
    """Write the index; nothing where there is nothing to list."""
    return "".join(_index(site, [*_activities(site, sections), *_terms(site, sections)]))


def _index(site: Site, lines: list[IndexLine]) -> Iterator[str]:
    language, words = site.words.language, site.words
    if not lines:
        return
    yield f'<section class="jb bk-part bk-d0 bk-index" id="{ID}"><h1>{escape(words("Index"))}</h1>'
    yield f'<p class="bk-note">{escape(words("Where something is explained, the number is bold."))}</p>'
    yield '<div class="bk-columns">'
    in_order = sorted(lines, key=lambda line: alphabet_order(line.title, language))
    for letter, some in groupby(in_order, key=lambda line: first_letter(line.title, language)):
        yield f'<div class="bk-letter"><h2>{escape(letter)}</h2><ul>'
        yield from (_line(line) for line in some)
        yield "</ul></div>"
    yield "</div></section>"


def _line(line: IndexLine) -> str:
    places = [f'<b><a class="bk-at" href="#{line.main}"></a></b>'] if line.main else []
    places += [f'<a class="bk-at" href="#{id}"></a>' for id in line.others[:_MOST]]
    return f'<li>{escape(line.title)} <span class="bk-places">{", ".join(places)}</span></li>'


def _activities(site: Site, sections: Sequence[Section]) -> Iterator[IndexLine]:
    """Give the activities of the book, with one link from each other section."""
    starts = {part.part.path: part.id for part in sections}
    referred = _referred(sections)
    for entry in site.book.activities_in_order:
        start = starts.get(addresses.path_of(entry))
        if start:
            yield IndexLine(entry.model.title, start, referred.get(start, []))


def _referred(sections: Sequence[Section]) -> Mapping[str, list[str]]:
    """Give the first link to each section from the text of each other one."""
    found: dict[str, list[str]] = {}
    for part in sections:
        seen: set[str] = set()
        for number, link in enumerate(part.tree.iter(tag("a"))):
            target = link.get("href", "").removeprefix("#")
            if "bk-see" in link.get("class", "").split() and target not in seen:
                seen.add(target)
                link.attrib.setdefault("id", f"{part.id}-see{number}")
                found.setdefault(target, []).append(link.get("id", ""))
    return found


def _terms(site: Site, sections: Sequence[Section]) -> Iterator[IndexLine]:
    """Give the terms of the glossary that the book uses, with the first use in each section."""
    ids = {one: part for part in sections for element in part.tree.iter() if (one := element.get("id"))}
    explained = next((part for part in sections if part.page and part.page.kind == "jb-page-glossary"), None)
    found: dict[str, IndexLine] = {}
    for part in sections:
        for term, anchor in part.terms.items():
            if anchor not in ids:
                continue
            line = found.setdefault(term, IndexLine(term))
            link = next(one for one in part.tree.iter(tag("a")) if one.get("id") == anchor)
            target = link.get("href", "").removeprefix("#")
            if explained is not None and target.startswith(f"{explained.id}-"):
                line.main = target
            line.others.append(anchor)
    yield from found.values()
