"""A generated page: its template with its values, and the front matter that MkDocs, Material and its search read."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from functools import partial
from html import escape
from typing import Any

from journeybook.ground.stopwatch import timed
from journeybook.handbook import Entry
from journeybook.language.direction import direction_of
from journeybook.markdown.escape import inert
from journeybook.pages.artifact import Fills, PageArtifact
from journeybook.pages.scribe import Scribe
from journeybook.pages.site import Site

Values = Callable[[Site], Mapping[str, Any]]
"""Gives what a template shows, for a site that speaks as it does on that page."""


@dataclass(frozen=True)
class Page:
    """A page before it is written: its template, its front matter, and a function for its values.

    `template` is a name without its ending; `language` that of the entry which it shows, None for the handbook's own;
    `origin` the source file from the handbook's root, None where it is no one file.
    """

    template: str
    meta: Mapping[str, Any]
    values: Values
    language: str | None = None
    origin: str | None = None
    in_nav: bool = False


Make = Callable[[Site], Page]


def index(kind: str, title: str, values: Values, *, hide: tuple[str, ...] = ("toc",), template: str = "") -> Page:
    """Make a page of the navigation, whose template is named after its kind."""
    return Page(template or kind, {"title": shown(title), "jb": kind, "hide": list(hide)}, values, in_nav=True)


def of_entry(site: Site, kind: str, entry: Entry[Any], values: Values, *, contents: bool = False) -> Page:
    """Make the page of a journey, an activity or a workshop, with its tags; with `contents`, they are at the side."""
    model = entry.model
    meta = meta_of(site, kind, entry, entry.title, model.summary or "")
    meta |= {"hide": []} if contents else {}
    meta |= {"tags": [shown(tag) for tag in model.tags]} if model.tags else {}
    return _about(entry, kind, meta, values)


def beside(
    site: Site, kind: str, entry: Entry[Any], title: str, values: Values, *, summary: str = "", found: bool = True
) -> Page:
    """Make a page beside that of an entry, such as a handout; without `found`, search has the entry alone."""
    meta = meta_of(site, kind, entry, title, summary or entry.model.summary or "")
    return _about(entry, kind.replace("-", "_"), meta if found else meta | {"search": {"exclude": True}}, values)


def _about(entry: Entry[Any], template: str, meta: Mapping[str, Any], values: Values) -> Page:
    def all_values(site: Site) -> Mapping[str, Any]:
        return {"entry": entry, **values(site)}

    return Page(template, meta, all_values, entry.model.language, entry.document.file)


def meta_of(site: Site, kind: str, entry: Entry[Any], title: str, summary: str) -> dict[str, Any]:
    """Give the front matter of a page that shows an entry."""
    meta: dict[str, Any] = {"title": shown(title), "description": escape(summary), "jb": kind, "hide": ["toc"]}
    language = entry.model.language
    if language and language != site.words.language:
        meta |= {"lang": language, "dir": direction_of(language)}
    meta |= {"search": {"exclude": True}} if not entry.model.is_current else {}
    return meta


def shown(text: str) -> str:
    """Escape a text for front matter, which themes put into their HTML as it is."""
    return escape(inert(text), quote=False)


def written(site: Site, path: str, make: Make) -> PageArtifact:
    """Give the page of that path, made anew where one of its dependencies is another."""
    return site.results.get(("page", path), partial(_written, site, path, make))


def _written(site: Site, path: str, make: Make) -> PageArtifact:
    page = make(site)
    there = site.on_page(page.language)
    scribe = Scribe(there, path, Fills())
    with timed("pages", path):
        introduced = there.book.page_at(path) is not None
        body = there.render(f"{page.template}.md.j2", page=scribe, introduced=introduced, **page.values(there))
    meta = {key: value for key, value in page.meta.items() if value}
    return PageArtifact(path, meta, f"{_squeezed(body)}\n", scribe.fills, page.origin, page.in_nav)


def _squeezed(markdown: str) -> str:
    """Take out empty lines but for one in a row, and placeholders that stand for nothing."""
    lines = [line.rstrip() for line in markdown.strip().split("\n")]
    kept = [line for place, line in enumerate(lines) if line or (place and lines[place - 1])]
    return "\n".join(kept)
