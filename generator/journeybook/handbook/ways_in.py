"""What each role finds in a handbook: what is written for it, in reading order."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from journeybook.handbook.audiences import audiences_of
from journeybook.handbook.chapters import HOMES, Chapter, ContentPage, generated_folders, is_way_in
from journeybook.handbook.entries import Entry
from journeybook.language.labels import LABELS
from journeybook.model import Activity, Journey, Workshop
from journeybook.model.types import slug

if TYPE_CHECKING:
    from journeybook.handbook.book import Handbook


EVERYBODY = "public"
"""The role that everybody has, who needs no page of their own."""


@dataclass(frozen=True)
class WayIn:
    """What is for one role: pages by their chapters, None for those of no chapter, which come last."""

    role: str
    pages: tuple[tuple[Chapter | None, tuple[ContentPage, ...]], ...]
    journeys: tuple[Entry[Journey], ...]
    activities: tuple[Entry[Activity], ...]
    workshops: tuple[Entry[Workshop], ...]

    def __bool__(self) -> bool:
        """Tell whether there is anything."""
        return bool(self.pages or self.journeys or self.activities or self.workshops)

    @property
    def names(self) -> tuple[str, ...]:
        """What it has, by paths and ids."""
        pages = (page.path for _, found in self.pages for page in found)
        entries: tuple[Entry[Any], ...] = (*self.journeys, *self.activities, *self.workshops)
        return (self.role, *pages, *(f"{entry.kind.__name__}:{entry.id}" for entry in entries))


def ways_in(book: Handbook) -> tuple[WayIn, ...]:
    """Give those of the roles for which there is something; of an edition, of its own roles alone.

    What names no role is for everyone, and no way in has it.
    """
    edition = book.edition
    roles = (role for role in book.settings.roles if role != EVERYBODY)
    own = [role for role in roles if edition is None or edition.audience is None or role in edition.audience]
    return tuple(found for found in (_way_in(book, role) for role in own) if found)


def _way_in(book: Handbook, role: str) -> WayIn:
    return WayIn(
        role,
        tuple(_pages(book, role)),
        tuple(entry for entry in book.journeys_in_order if role in entry.model.audience),
        tuple(entry for entry in book.activities_in_order if _joins(entry.model, role)),
        tuple(entry for entry in book.workshops_in_order if role in entry.model.audience),
    )


def _joins(activity: Activity, role: str) -> bool:
    """Tell whether an activity is for a role: by its audience, or else by who takes part."""
    if activity.audience:
        return role in activity.audience
    return not _names(role).isdisjoint(map(slug, activity.participants))


def _names(role: str) -> set[str]:
    """Give what people write for a role among those who take part: its id, or many of them."""
    return {role, f"{role}s", slug(LABELS.get(role, role))}


def _pages(book: Handbook, role: str) -> Iterator[tuple[Chapter | None, tuple[ContentPage, ...]]]:
    chapters = [(chapter, chapter.pages) for chapter in book.chapters.values()]
    inside = {page.path for _, pages in chapters for page in pages}
    made = generated_folders(book.settings)
    others = tuple(
        page
        for path, page in book.pages.items()
        if not (path in inside or path in HOMES or _first(path) in made or is_way_in(path, book.settings))
    )
    for chapter, pages in (*chapters, (None, others)):
        if found := tuple(page for page in pages if _is_for(book, page, role)):
            yield chapter, found


def _first(path: str) -> str:
    """Give the first folder of a path, or the name of a page at the top, which has the address of such a folder."""
    return path.partition("/")[0].removesuffix(".md")


def _is_for(book: Handbook, page: ContentPage, role: str) -> bool:
    if page.path.startswith(tuple(blog.posts for blog in book.settings.blogs)):  # the blog lists them
        return False
    asked = audiences_of(book, page)
    return bool(asked) and all(role in audience for audience in asked)
