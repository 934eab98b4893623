"""The sheets that parts of a handbook come to: handouts, agendas and run sheets, each with its page."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Any, Literal

from journeybook.assembly.build import page_of
from journeybook.export.parts import PartError
from journeybook.handbook import Entry, Handbook
from journeybook.handbook.targets import Target
from journeybook.model import Activity, Workshop
from journeybook.model.handout import Handout
from journeybook.pages.addresses import agenda_of, handout_path, run_sheet_of
from journeybook.pages.mark import mark_of_page
from journeybook.pages.site import Site
from journeybook.problems import say

SheetKind = Literal["handout", "agenda", "run-sheet"]
_FACILITATOR = ("facilitator",)


@dataclass(frozen=True)
class HandedSheet:
    """A sheet to hand out: what it is, of what, and the path of the page that shows the same."""

    kind: SheetKind
    entry: Entry[Any]
    path: str
    handout: Handout | None = None


def sheets_of(book: Handbook, parts: Iterable[Target]) -> list[HandedSheet]:
    """Give the sheets of parts, each once: the handouts of activities, agenda and run sheet of workshops.

    Run sheets are only for editions that have facilitators. A PartError where a part has no sheet.
    """
    return list(dict.fromkeys(sheet for part in parts for sheet in _of_part(book, part)))


def has_run_sheets(book: Handbook) -> bool:
    """Tell whether the edition is for those who run workshops, too."""
    return book.edition is None or book.edition.shows(_FACILITATOR)


def mark_of_sheet(site: Site, path: str) -> str:
    """Give the version mark of a page that is made, as it stands on the page when it is printed."""
    page = page_of(site, path)
    assert page
    return mark_of_page(page.body, page.fills)


def _of_part(book: Handbook, part: Target) -> list[HandedSheet]:
    found = [*_of_handout(part), *_of_workshop(book, part)]
    if not found:
        raise PartError(_nothing(part))
    return found


def _of_handout(part: Target) -> Iterator[HandedSheet]:
    if part.entry and part.entry.kind is Activity:
        entry: Entry[Activity] = part.entry
        for handout in [part.handout] if part.handout else entry.model.handouts:
            yield HandedSheet("handout", entry, handout_path(entry, handout), handout)


def _of_workshop(book: Handbook, part: Target) -> Iterator[HandedSheet]:
    if part.entry and part.entry.kind is Workshop:
        entry: Entry[Workshop] = part.entry
        yield HandedSheet("agenda", entry, agenda_of(entry))
        if has_run_sheets(book):
            yield HandedSheet("run-sheet", entry, run_sheet_of(entry))


def _nothing(part: Target) -> str:
    if part.entry and part.entry.kind is Activity:
        return str(say("the activity ‘{id}’ has no handouts to write; name one that has", id=part.entry.id))
    return str(
        say(
            "this is no sheet: write `--only handout:activity/handout`, `--only activity:…` for all of its handouts, "
            "or `--only workshop:…` for its agenda and run sheet"
        )
    )
