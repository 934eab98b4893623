"""What each edition leaves out of a handbook, as a table for those who have to answer for it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from typing import Any

from journeybook.handbook.book import Handbook
from journeybook.handbook.editions import edition_of
from journeybook.model.editions import Edition

_MOST = 6  # names in a row


def report_of(book: Handbook) -> str:
    """Say of each edition for whom it is, and what it has not, or not all of: a line each, by name."""
    return "".join(f"{line}\n" for edition in book.editions for line in _lines(book, edition))


def _lines(book: Handbook, edition: Edition) -> Iterator[str]:
    if edition.audience is None:
        yield f"{edition.name}: {edition.title}: everything"
        return
    yield f"{edition.name}: {edition.title}: what is for everyone, or for {', '.join(sorted(edition.audience))}"
    carried = edition_of(book, edition)
    parts: tuple[tuple[str, Mapping[str, Any], Mapping[str, Any]], ...] = (
        ("pages", book.pages, carried.pages),
        ("journeys", book.journeys.entries, carried.journeys.entries),
        ("activities", book.activities.entries, carried.activities.entries),
        ("workshops", book.workshops.entries, carried.workshops.entries),
        ("terms", book.glossary.by_id, carried.glossary.by_id),
    )
    for kind, whole, there in parts:
        gone = sorted(whole.keys() - there.keys())
        cut = sorted(id for id in there if there[id] is not whole[id])
        if gone or cut:
            told = [*_named("left out", gone), *_named("in part", cut)]
            yield f"  {kind}: {len(there)} of {len(whole)}; {'; '.join(told)}"


def _named(what: str, names: Iterable[str]) -> Iterator[str]:
    listed = list(names)
    if listed:
        more = f" and {len(listed) - _MOST} more" if len(listed) > _MOST else ""
        yield f"{what}: {', '.join(listed[:_MOST])}{more}"
