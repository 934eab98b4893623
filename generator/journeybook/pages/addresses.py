"""Where each page is. Addresses never change once published."""

from __future__ import annotations

import posixpath
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import PurePosixPath
from typing import Any
from urllib.parse import quote

from journeybook.handbook import Entry, Handbook, Settings
from journeybook.handbook.pictures import is_shared
from journeybook.handbook.reviews import has_reviews
from journeybook.handbook.targets import Target
from journeybook.model import Activity, Journey, Workshop
from journeybook.model.base import Resource
from journeybook.model.handout import Handout
from journeybook.model.illustration import Illustration

HOME = "index.md"
JOURNEYS = "journeys/index.md"
TOOLKIT = "toolkit/index.md"
WORKSHOPS = "toolkit/workshops/index.md"
PLANNER = "toolkit/planner/index.md"
QUESTIONS = "questions/index.md"
GLOSSARY = "glossary/index.md"
REVIEWS = "reviews/index.md"
WAYS_IN = "for/index.md"


def indexes(book: Handbook) -> set[str]:
    """Give the paths of the indexes that list something, and of the planner; the bank goes by its questions."""
    wanted: dict[str, Sequence[object]] = {
        JOURNEYS: book.journeys_in_order,
        TOOLKIT: book.activities_in_order,
        WORKSHOPS: book.workshops_in_order,
        PLANNER: book.activities_in_order,
        GLOSSARY: book.glossary.terms,
        WAYS_IN: book.ways_in,
    }
    reviews = {REVIEWS} if has_reviews(book) else set()
    return reviews | {path for path, entries in wanted.items() if entries}


def path_of(entry: Entry[Any]) -> str:
    """Give the path of an entry's page in the handbook's content."""
    if entry.kind is Journey:
        return f"journeys/{entry.id}/index.md"
    if entry.kind is Activity:
        return f"toolkit/{entry.id}/index.md"
    return f"toolkit/workshops/{entry.id}/index.md"


def picture_path(settings: Settings, entry: Entry[Any], picture: Illustration) -> str:
    """Give the path that a picture is copied to: beside the page of its entry, or, of a shared one, its own."""
    shared = is_shared(settings, entry, picture)
    return picture.file if shared else posixpath.join(posixpath.dirname(path_of(entry)), picture.file)


def resource_path(entry: Entry[Any], resource: Resource) -> str:
    """Give the path that a file to download is copied to: beside the page, under its own path."""
    return (PurePosixPath(path_of(entry)).parent / (resource.file or "")).as_posix()


def compare_of(entry: Entry[Journey]) -> str:
    """Give the path of the page that compares a journey with the one as it is."""
    return f"journeys/{entry.id}/compare/index.md"


def way_in_of(role: str) -> str:
    """Give the path of the page of a role."""
    return f"for/{role}/index.md"


def gone_anchor(key: str) -> str:
    """Give the anchor of a stage that is gone, on that page; no id of a stage has such a sign."""
    return f"gone_{key}"


def run_sheet_of(entry: Entry[Workshop]) -> str:
    """Give the path of a workshop's run sheet."""
    return f"toolkit/workshops/{entry.id}/run-sheet/index.md"


def agenda_of(entry: Entry[Workshop]) -> str:
    """Give the path of a workshop's agenda."""
    return f"toolkit/workshops/{entry.id}/agenda/index.md"


def calendar_of(entry: Entry[Workshop]) -> str:
    """Give the path of a workshop's calendar file, which is there for workshops with dates."""
    return f"toolkit/workshops/{entry.id}/{entry.id}.ics"


def handout_path(entry: Entry[Activity], handout: Handout) -> str:
    """Give the path of a handout's page: below its activity's."""
    return f"toolkit/{entry.id}/{handout.id}/index.md"


def target_path(target: Target) -> tuple[str, str]:
    """Give the path and the fragment of a target."""
    if target.captioned is not None:
        return target.captioned.path, target.captioned.what.name
    if target.entry is not None and target.handout is not None:
        return handout_path(target.entry, target.handout), ""
    if target.entry is not None:
        return path_of(target.entry), target.stage.key if target.stage else ""
    if target.chapter is not None:
        return target.chapter.opening.path, ""
    if target.term is not None:
        return GLOSSARY, target.term.id
    return HOME, ""


@dataclass(frozen=True)
class PageLinks:
    """Links from one page.

    `here` is the path of the page, or of the HTML that it is written to. `directories` is MkDocs's
    `use_directory_urls`; `pretty` leaves `index.html` out of addresses, which works only on a server.
    """

    here: str
    pretty: bool = True
    directories: bool = True

    def to(self, path: str, fragment: str = "") -> str:
        """Give the relative address of a page, for HTML: MkDocs does not touch links there."""
        if path == self.here and fragment:
            return "#" + quote(fragment)
        address = _relative(self.written(path), self.written(self.here))
        if self.pretty and posixpath.basename(address) == "index.html":
            folder = posixpath.dirname(address)
            address = f"{folder}/" if folder else "./"
        return quote(address) + (f"#{quote(fragment)}" if fragment else "")

    def file(self, path: str) -> str:
        """Give the relative address of a file that is no page."""
        return quote(_relative(path, self.written(self.here)))

    def written(self, path: str) -> str:
        """Give where MkDocs writes a page: `a/b.md` goes to `a/b/index.html` where addresses are pretty."""
        if path.endswith(".html"):
            return path
        stem, _ = posixpath.splitext(path)
        folder, name = posixpath.split(stem)
        if name == "README":
            stem = posixpath.join(folder, name := "index")
        return f"{stem}.html" if name == "index" or not self.directories else f"{stem}/index.html"


def _relative(path: str, here: str) -> str:
    """Give the relative path from one file to another, both seen from `/`: Python then needs no working folder."""
    return posixpath.relpath(f"/{path}", posixpath.dirname(f"/{here}"))


def markdown_link(here: str, path: str, fragment: str = "") -> str:
    """Give the relative address of a page, for Markdown, where MkDocs checks it and makes the link.

    The letters of an id stay as they are: MkDocs looks for the fragment, as it is written, among the ids of the page.
    """
    return quote(_relative(path, here)) + (f"#{fragment}" if fragment else "")
