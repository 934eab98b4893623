"""What the pages of roles are called, and where they are."""

from __future__ import annotations

from journeybook.pages.addresses import way_in_of
from journeybook.pages.site import Site


def title(site: Site, role: str) -> str:
    """Say whom the page of a role is for."""
    return site.words("For {roles}", roles=site.words.label(role))


def titles(site: Site) -> list[tuple[str, str]]:
    """Give the path of each page of a role, and what it is called: as its author does, where it has one."""
    own = ((way_in_of(way.role), way.role) for way in site.book.ways_in)
    pages = ((path, role, site.book.page_at(path)) for path, role in own)
    return [(path, page.title if page and page.is_titled else title(site, role)) for path, role, page in pages]
