"""A handbook to its artifacts: every generated page, every file that goes with it."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from functools import partial
from html import escape
from typing import Any

from journeybook.diagrams import right_to_left
from journeybook.handbook import Entry
from journeybook.pages import addresses, kinds
from journeybook.pages.artifact import FileArtifact, Fills, PageArtifact
from journeybook.pages.assets import assets
from journeybook.pages.downloads import download_links, downloads
from journeybook.pages.helpers import Helpers
from journeybook.pages.running import run_of
from journeybook.pages.scribe import Scribe
from journeybook.pages.site import Site


def build(site: Site) -> list[PageArtifact]:
    """Every generated page, with its figures drawn."""
    prepare(site)
    pages = [*_entries(site), *_indexes(site)]
    site.draw()
    return pages


def prepare(site: Site) -> None:
    """Make the helpers known to the templates."""
    site.env.globals.update(Helpers(site.book, site.words).names())
    site.env.globals["download_links"] = partial(download_links, site)
    site.env.globals["run_of"] = partial(run_of, site)


def files(site: Site) -> Iterator[FileArtifact]:
    """The stylesheet, the fonts, the drawings as files and the files to download."""
    yield from assets(site.book.palette)
    yield from downloads(site)
    helpers = Helpers(site.book, site.words)
    root = site.book.settings.root
    for shelf in (site.book.journeys, site.book.activities, site.book.workshops):
        for entry in shelf:
            for resource in entry.model.resources:
                if resource.file:
                    source = (root / entry.document.file).parent / resource.file
                    yield FileArtifact(helpers.resource_path(entry, resource), source=source)


def _entries(site: Site) -> Iterator[PageArtifact]:
    book = site.book
    for journey in book.journeys:
        yield _entry(site, "journey", journey, kinds.journey(site, journey))
    for activity in book.activities:
        yield _entry(site, "activity", activity, kinds.activity(site, activity))
    for workshop in book.workshops:
        yield _entry(site, "workshop", workshop, kinds.workshop(site, workshop))


def _entry(site: Site, kind: str, entry: Entry[Any], values: dict[str, Any]) -> PageArtifact:
    path, model = addresses.path_of(entry), entry.model
    # MkDocs, Material and its search show front matter as HTML.
    title, summary = escape(entry.title, quote=False), escape(model.summary or "")
    meta: dict[str, Any] = {"title": title, "description": summary, "jb": kind, "hide": ["toc"]}
    if kind == "activity":
        del meta["hide"]
    if model.language and model.language != site.words.language:
        meta |= {"lang": model.language, "dir": right_to_left(model.language)}
    meta |= {"tags": [escape(tag, quote=False) for tag in model.tags]} if model.tags else {}
    meta |= {"search": {"exclude": True}} if not model.is_current else {}
    return _page(site, path, f"{kind}.md.j2", meta, entry.document.file, {"entry": entry} | values)


def _indexes(site: Site) -> Iterator[PageArtifact]:
    book, words = site.book, site.words
    wanted: list[tuple[str, str, str, Callable[[Site], dict[str, Any]], bool]] = [
        (addresses.HOME, "home", book.settings.name, kinds.home, True),
        (addresses.JOURNEYS, "journeys", words("Journeys"), kinds.journeys, bool(book.journeys_in_order)),
        (addresses.TOOLKIT, "toolkit", words("Toolkit"), kinds.toolkit, bool(book.activities_in_order)),
        (addresses.WORKSHOPS, "workshops", words("Workshops"), kinds.workshops, bool(book.workshops_in_order)),
        (addresses.QUESTIONS, "questions", words("Questions"), kinds.questions, True),
    ]
    for path, kind, title, values, needed in wanted:
        found = values(site)
        if needed and (kind != "questions" or found["groups"]):
            hide = ["navigation", "toc"] if kind == "home" else ["toc"]
            meta = {"title": title, "jb": kind, "hide": hide}
            yield _page(site, path, f"{kind}.md.j2", meta, None, found, in_nav=True)


def _page(
    site: Site,
    path: str,
    template: str,
    meta: dict[str, Any],
    origin: str | None,
    values: dict[str, Any],
    *,
    in_nav: bool = False,
) -> PageArtifact:
    scribe = Scribe(site, path, Fills())
    body = site.render(template, page=scribe, introduced=path in site.book.pages, **values)
    shown = {key: value for key, value in meta.items() if value}
    return PageArtifact(path, shown, f"{_squeezed(body)}\n", scribe.fills, origin, in_nav)


def _squeezed(markdown: str) -> str:
    """No more than one empty line in a row, and no slot that holds nothing."""
    lines = [line.rstrip() for line in markdown.strip().split("\n")]
    kept = [line for place, line in enumerate(lines) if line or (place and lines[place - 1])]
    return "\n".join(kept)
