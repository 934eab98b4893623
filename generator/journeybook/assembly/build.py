"""A handbook to its artifacts: every generated page, every file that goes with it."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from functools import partial
from html import escape
from typing import Any

from journeybook.cards.deck import Decks
from journeybook.cards.pages import DeckPage, card_files, card_links, deck_pages
from journeybook.ground.stopwatch import timed
from journeybook.handbook import Entry
from journeybook.language.direction import right_to_left
from journeybook.markdown.escape import inert
from journeybook.markdown.fields import plain
from journeybook.model import Activity, Workshop
from journeybook.model.handout import Handout
from journeybook.pages import addresses, bank, handouts, kinds, run_sheet, workshop_pages
from journeybook.pages.artifact import FileArtifact, Fills, PageArtifact
from journeybook.pages.assets import assets
from journeybook.pages.calendar import calendars
from journeybook.pages.downloads import download_links, downloads
from journeybook.pages.helpers import Helpers
from journeybook.pages.plandata import plan_data, step_data
from journeybook.pages.running import run_of, run_view
from journeybook.pages.scribe import Scribe
from journeybook.pages.site import Site

Values = Callable[[Site, Entry[Any]], dict[str, Any]]


@timed("pages")
def build(site: Site) -> list[PageArtifact]:
    """Every generated page, with its figures drawn."""
    prepare(site)
    decks = Decks(site)
    site.env.globals["card_mark"] = decks.mark
    site.env.globals["card_links"] = partial(card_links, site, decks)
    pages = [*_entries(site), *_indexes(site), *_decks(site, decks)]
    site.draw()
    return pages


def prepare(site: Site) -> None:
    """Make the helpers known to the templates."""
    site.naming = _names
    site.env.globals.update(_names(site))


def _names(site: Site) -> dict[str, Any]:
    return {
        **Helpers(site.book, site.words).names(),
        "download_links": partial(download_links, site),
        "places": handouts.places,
        "handout_parts": partial(handouts.parts, site.words),
        "handout_address": partial(handouts.address, site),
        "run_of": partial(run_of, site),
    }


def files(site: Site) -> Iterator[FileArtifact]:
    """The stylesheet, the fonts, the drawings as files and the files to download."""
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
        yield _kept(site, addresses.path_of(journey), _entry, "journey", journey, kinds.journey)
    for activity in book.activities:
        yield _kept(site, addresses.path_of(activity), _entry, "activity", activity, kinds.activity)
        for sheet in activity.model.handouts:
            yield _kept(site, addresses.handout_path(activity, sheet), _handout, activity, sheet)
    for workshop in book.workshops:
        yield _kept(site, addresses.path_of(workshop), _entry, "workshop", workshop, workshop_pages.workshop)
        yield _kept(site, addresses.run_sheet_of(workshop), _run_sheet, workshop)
        yield _kept(site, addresses.agenda_of(workshop), _agenda, workshop)


def _kept(site: Site, path: str, make: Callable[..., PageArtifact], *values: Any) -> PageArtifact:
    """A page, made anew where something that it rests on is another thing."""
    return site.kept.get(("page", path), partial(make, site, path, *values))


def _entry(site: Site, path: str, kind: str, entry: Entry[Any], values: Values) -> PageArtifact:
    model = entry.model
    meta = _meta(site, kind, entry, entry.title, model.summary or "")
    site = site.on_page(model.language)
    if kind == "activity":
        del meta["hide"]
    meta |= {"tags": [_shown(tag) for tag in model.tags]} if model.tags else {}
    return _page(site, path, f"{kind}.md.j2", meta, entry.document.file, {"entry": entry} | values(site, entry))


def _run_sheet(site: Site, path: str, entry: Entry[Workshop]) -> PageArtifact:
    title = site.words("Run sheet: {title}", title=entry.title)
    return _sheet(site, path, "run-sheet", title, entry, run_sheet.run_sheet)


def _agenda(site: Site, path: str, entry: Entry[Workshop]) -> PageArtifact:
    title = site.words("Agenda: {title}", title=entry.title)
    return _sheet(site, path, "agenda", title, entry, workshop_pages.agenda)


def _sheet(site: Site, path: str, kind: str, title: str, entry: Entry[Workshop], values: Values) -> PageArtifact:
    """A paper of a workshop. Search finds the workshop itself."""
    meta = _meta(site, kind, entry, title, entry.model.summary or "") | {"search": {"exclude": True}}
    template = f"{kind.replace('-', '_')}.md.j2"
    site = site.on_page(entry.model.language)
    return _page(site, path, template, meta, entry.document.file, {"entry": entry} | values(site, entry))


def _handout(site: Site, path: str, entry: Entry[Activity], sheet: Handout) -> PageArtifact:
    title = site.words("{title} (handout)", title=sheet.title)
    meta = _meta(site, "handout", entry, title, plain(sheet.intro or "") or entry.model.summary or "")
    site = site.on_page(entry.model.language)
    return _page(site, path, "handout.md.j2", meta, entry.document.file, {"entry": entry, "handout": sheet})


def _meta(site: Site, kind: str, entry: Entry[Any], title: str, summary: str) -> dict[str, Any]:
    """Front matter, which MkDocs, Material and its search show as HTML."""
    meta: dict[str, Any] = {
        "title": _shown(title),
        "description": escape(summary),
        "jb": kind,
        "hide": ["toc"],
    }
    language = entry.model.language
    if language and language != site.words.language:
        meta |= {"lang": language, "dir": right_to_left(language)}
    meta |= {"search": {"exclude": True}} if not entry.model.is_current else {}
    return meta


def _shown(text: str) -> str:
    """A text for front matter, which themes put into their HTML as it is."""
    return escape(inert(text), quote=False)


def _indexes(site: Site) -> Iterator[PageArtifact]:
    book, words = site.book, site.words
    wanted = {addresses.HOME} | addresses.indexes(book) | ({addresses.QUESTIONS} if bank.has_questions(book) else set())
    pages: list[tuple[str, str, str, Callable[[Site], dict[str, Any]]]] = [
        (addresses.HOME, "home", book.settings.name, kinds.home),
        (addresses.JOURNEYS, "journeys", words("Journeys"), kinds.journeys),
        (addresses.TOOLKIT, "toolkit", words("Toolkit"), kinds.toolkit),
        (addresses.WORKSHOPS, "workshops", words("Workshops"), workshop_pages.workshops),
        (addresses.PLANNER, "planner", words("Planner"), kinds.planner),
        (addresses.QUESTIONS, "questions", words("Questions"), bank.questions),
    ]
    for path, kind, title, values in pages:
        if path in wanted:
            yield _kept(site, path, _index, kind, title, values)


def _index(site: Site, path: str, kind: str, title: str, values: Callable[[Site], dict[str, Any]]) -> PageArtifact:
    hide = ["navigation", "toc"] if kind == "home" else ["toc"]
    meta = {"title": _shown(title), "jb": kind, "hide": hide}
    site = site.on_page()
    return _page(site, path, f"{kind}.md.j2", meta, None, values(site), in_nav=True)


def _decks(site: Site, decks: Decks) -> Iterator[PageArtifact]:
    for page in deck_pages(decks):
        yield site.kept.get(page, partial(_deck, site, page))


def _deck(site: Site, page: DeckPage) -> PageArtifact:
    """A page of cards. What they say is found where they come from."""
    meta = {"title": _shown(page.deck.title), "jb": "cards", "hide": ["toc"], "search": {"exclude": True}}
    return _page(site.on_page(), page.path, "cards.md.j2", meta, None, page.values(site))


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
    with timed("pages", path):
        body = site.render(template, page=scribe, introduced=path in site.book.pages, **values)
    shown = {key: value for key, value in meta.items() if value}
    return PageArtifact(path, shown, f"{_squeezed(body)}\n", scribe.fills, origin, in_nav)


def _squeezed(markdown: str) -> str:
    """No more than one empty line in a row, and no slot that holds nothing."""
    lines = [line.rstrip() for line in markdown.strip().split("\n")]
    kept = [line for place, line in enumerate(lines) if line or (place and lines[place - 1])]
    return "\n".join(kept)
