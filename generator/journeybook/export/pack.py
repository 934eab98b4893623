"""The files of workshops' packs: run sheet, agenda, handouts, cards, and the calendar."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import replace

from journeybook.cards.deck import Decks
from journeybook.cards.pdf import deck_pdf
from journeybook.export.form import Wanted
from journeybook.export.parts import PartError
from journeybook.export.sheets import has_run_sheets
from journeybook.handbook import Entry
from journeybook.handbook.timetable import slots
from journeybook.model import Activity, Workshop
from journeybook.pages.addresses import agenda_of, calendar_of, handout_path, run_sheet_of
from journeybook.pages.calendar import calendars
from journeybook.problems import say

MakePdf = Callable[[Wanted], bytes]


def pack(wanted: Wanted, make: MakePdf) -> dict[str, bytes]:
    """Give the files of the workshops that are wanted by their paths; several have a folder each.

    `make` makes the PDF of a page. A PartError where something else than a workshop is wanted.
    """
    entries = [_workshop(wanted, place) for place in range(len(wanted.only))]
    found: dict[str, bytes] = {}
    for entry in entries:
        folder = f"{entry.id}/" if len(entries) > 1 else ""
        found |= {f"{folder}{name}": content for name, content in _files(wanted, entry, make)}
    return found


def _workshop(wanted: Wanted, place: int) -> Entry[Workshop]:
    entry = wanted.only[place].entry
    if entry is None or entry.kind is not Workshop:
        raise PartError(str(say("a pack is of a workshop: write `--only workshop:…` with its id")))
    return entry


def _files(wanted: Wanted, entry: Entry[Workshop], make: MakePdf) -> Iterator[tuple[str, bytes]]:
    site, activities = wanted.site, _activities(wanted, entry)
    sheets = {"run-sheet.pdf": run_sheet_of(entry)} if has_run_sheets(site.book) else {}
    sheets["agenda.pdf"] = agenda_of(entry)
    for activity in activities:
        for handout in activity.model.handouts:
            sheets[f"handouts/{activity.id}-{handout.id}.pdf"] = handout_path(activity, handout)
    for name, path in sheets.items():
        if path in wanted.pages:
            yield name, make(replace(wanted, only=(), sheet=path))
    deck, ids = Decks(site).deck("activities"), {activity.id for activity in activities}
    cards = tuple(card for card in deck.cards if getattr(card, "id", "") in ids)
    if cards:
        yield "cards.pdf", deck_pdf(site, replace(deck, cards=cards), wanted.paper)
    for file in calendars(site):
        if file.path == calendar_of(entry):
            yield "calendar.ics", file.read()


def _activities(wanted: Wanted, entry: Entry[Workshop]) -> list[Entry[Activity]]:
    """Give the activities of a workshop in the order in which they are done, each once."""
    book = wanted.site.book
    found = (slot.activity for day in entry.model.days for slot in slots(book, day))
    return list(dict.fromkeys(activity for activity in found if activity))
