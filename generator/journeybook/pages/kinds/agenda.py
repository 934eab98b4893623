"""The pages of workshops’ agendas: what participants need."""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial

from journeybook.handbook import Entry
from journeybook.model import Workshop
from journeybook.pages.addresses import agenda_of
from journeybook.pages.page import Make, Page, beside
from journeybook.pages.site import Site
from journeybook.pages.workshop_pages import agenda


def pages(site: Site) -> Iterator[tuple[str, Make]]:
    """Give a page for each workshop."""
    return ((agenda_of(entry), partial(_page, entry=entry)) for entry in site.book.workshops)


def _page(site: Site, entry: Entry[Workshop]) -> Page:
    title = site.words("Agenda: {title}", title=entry.title)
    return beside(site, "agenda", entry, title, partial(agenda, entry=entry), found=False)
