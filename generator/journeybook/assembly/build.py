"""Make the artifacts of a handbook: every generated page, every file that goes with it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from functools import partial
from itertools import chain
from typing import Any

from journeybook.cards.deck import Decks
from journeybook.cards.pages import card_files, card_links, deck_pages
from journeybook.ground.stopwatch import timed
from journeybook.handbook.pictures import all_pictures
from journeybook.pages import addresses, handouts
from journeybook.pages.addresses import picture_path
from journeybook.pages.artifact import FileArtifact, PageArtifact
from journeybook.pages.assets import assets
from journeybook.pages.books import book_files
from journeybook.pages.calendar import calendars
from journeybook.pages.downloads import browser_forms, download_links, downloads, sheet_sizes, wide_file
from journeybook.pages.helpers import Helpers
from journeybook.pages.kinds import page_kinds
from journeybook.pages.page import Make, written
from journeybook.pages.plandata import plan_data, step_data
from journeybook.pages.running import run_of, run_view
from journeybook.pages.site import Site


@timed("pages")
def build(site: Site) -> list[PageArtifact]:
    """Make every generated page, with its figures drawn."""
    decks = _prepared(site)
    pages = [written(site, path, make) for path, make in _once(_makers(site, decks))]
    site.draw()
    return pages


def _prepared(site: Site) -> Decks:
    """Make all that templates ask for known to them."""
    prepare(site)
    decks = Decks(site)
    site.env.globals["card_mark"] = decks.mark
    site.env.globals["card_links"] = partial(card_links, site, decks)
    return decks


def paths(site: Site) -> set[str]:
    """Give the path of every generated page, and make none."""
    return {path for path, _ in _makers(site, Decks(site))}


def page_of(site: Site, path: str) -> PageArtifact | None:
    """Give the generated page of a path, or of the address of an author's page; its figures are not drawn."""
    found = (one for one in _makers(site, _prepared(site)) if path in (one[0], site.book.source_of(one[0])))
    return next((written(site, *one) for one in found), None)


def _makers(site: Site, decks: Decks) -> Iterator[tuple[str, Make]]:
    return chain(*(kind.pages(site) for kind in page_kinds()), deck_pages(decks))


def _once(pages: Iterable[tuple[str, Make]]) -> Iterator[tuple[str, Make]]:
    """Pass pages on; two kinds that make a page of one path are a mistake of ours, of which a reader would see one."""
    seen = set[str]()
    for path, make in pages:
        if path in seen:
            raise ValueError(f"two kinds of pages make {path}: give one of them another path")
        seen.add(path)
        yield path, make


def prepare(site: Site) -> None:
    """Make the helpers known to the templates."""
    site.naming = _names
    site.env.globals.update(_names(site))


def _names(site: Site) -> dict[str, Any]:
    return {
        **Helpers(site.book, site.words).names(),
        "download_links": partial(download_links, site),
        "browser_forms": browser_forms,
        "sheet_sizes": sheet_sizes(),
        "wide_file": wide_file,
        "places": handouts.places,
        "closeness": handouts.closeness,
        "handout_parts": partial(handouts.parts, site.words),
        "handout_address": partial(handouts.address, site),
        "run_of": partial(run_of, site),
    }


def files(site: Site) -> Iterator[FileArtifact]:
    """Make the stylesheet, the scripts, the fonts, the drawings as files and the files to download."""
    yield from assets(site.book.palette)
    with timed("diagrams"):
        drawings = list(downloads(site))
    yield from drawings
    yield from calendars(site)
    if addresses.PLANNER in addresses.indexes(site.book):
        yield plan_data(site)
        yield step_data(site)
    if site.book.activities or site.book.workshops:  # also what is retired can be run
        yield run_view(site)
    yield from card_files(site, Decks(site))
    yield from book_files(site.books)
    helpers = Helpers(site.book, site.words)
    root = site.book.settings.root
    for shelf in (site.book.journeys, site.book.activities, site.book.workshops):
        for entry in shelf:
            for resource in entry.model.resources:
                if resource.file:
                    source = (root / entry.document.file).parent / resource.file
                    yield FileArtifact(helpers.resource_path(entry, resource), source=source)
    for shown in all_pictures(site.book):
        yield FileArtifact(picture_path(site.book.settings, shown.entry, shown.picture), source=shown.file)
