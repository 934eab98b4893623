"""The pages of activities' handouts, one each."""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial

from journeybook.handbook import Entry
from journeybook.markdown.fields import plain
from journeybook.model import Activity
from journeybook.model.handout import Handout
from journeybook.pages.addresses import handout_path
from journeybook.pages.page import Make, Page, beside
from journeybook.pages.site import Site


def pages(site: Site) -> Iterator[tuple[str, Make]]:
    """Give a page for each handout."""
    for entry in site.book.activities:
        for handout in entry.model.handouts:
            yield handout_path(entry, handout), partial(_page, entry=entry, handout=handout)


def _page(site: Site, entry: Entry[Activity], handout: Handout) -> Page:
    title = site.words("{title} (handout)", title=handout.title)
    summary = plain(handout.intro or "") or entry.model.summary or ""
    return beside(site, "handout", entry, title, lambda site: {"handout": handout}, summary=summary)
