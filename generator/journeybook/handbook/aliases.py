"""What parts of a handbook were called before, and what that leads to now."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace
from pathlib import PurePosixPath
from typing import TYPE_CHECKING, Any

from journeybook.handbook.chapters import INDEXES, ContentPage
from journeybook.markdown.references import Reference
from journeybook.model.types import slug

if TYPE_CHECKING:
    from journeybook.handbook.book import Handbook
    from journeybook.handbook.entries import Shelf

_OWN = {"handout": "activity", "toolkit": "chapter"}


@dataclass(frozen=True)
class Names:
    """The ids that something has had, by kind, each with the one that it has now.

    `parts` are those of stages and handouts, by the kind and the id of their journey or activity.
    """

    ids: Mapping[str, Mapping[str, str]] = field(default_factory=dict)
    parts: Mapping[tuple[str, str], Mapping[str, str]] = field(default_factory=dict)

    def __bool__(self) -> bool:
        """Tell whether anything was called otherwise."""
        return any(self.ids.values()) or bool(self.parts)


def names_of(book: Handbook) -> Names:
    """Find what was called otherwise. An id that something has now is none of them, whatever else had it before."""
    shelves: dict[str, Shelf[Any]] = {"activity": book.activities, "journey": book.journeys, "workshop": book.workshops}
    ids = {kind: _of_shelf(shelf) for kind, shelf in shelves.items()}
    ids["chapter"] = _of_chapters(book)
    parts: dict[tuple[str, str], Mapping[str, str]] = {}
    for journey in book.journeys:
        stages = journey.model.stages
        if found := _current((stage.key, stage.aliases) for stage in stages):
            parts["journey", journey.id] = found
    for activity in book.activities:
        if found := _current((handout.id or "", handout.aliases) for handout in activity.model.handouts):
            parts["activity", activity.id] = found
    return Names(ids, parts)


def _of_shelf(shelf: Shelf[Any]) -> dict[str, str]:
    found = _current((entry.id, entry.model.aliases) for entry in shelf)
    return {old: new for old, new in found.items() if old not in shelf.files}


def _current(named: Iterable[tuple[str, Iterable[str]]]) -> dict[str, str]:
    pairs = [(new, tuple(aliases)) for new, aliases in named]
    now = {new for new, _ in pairs}
    return {old: new for new, aliases in reversed(pairs) for old in reversed(aliases) if old not in now}


def _of_chapters(book: Handbook) -> dict[str, str]:
    found: dict[str, str] = {}
    for chapter in book.chapters.values():
        for path in chapter.opening.front.aliases if is_opening(chapter.opening) else ():
            folder, _, rest = path.partition("/")
            if rest in INDEXES and (id := slug(folder)) not in book.chapters:
                found.setdefault(id, chapter.id)
    return found


def is_opening(page: ContentPage) -> bool:
    """Tell whether a page opens a folder, which has moved with it where it was the index of another one."""
    return PurePosixPath(page.path).name in INDEXES


def current(book: Handbook, reference: Reference) -> Reference | None:
    """Give a reference with the ids that what it names has now; None where it has them."""
    names = book.names
    if not names:
        return None
    kind, target, fragment = reference.kind, reference.target, reference.fragment
    before = ""
    if kind == "questions":
        own, slash, target = target.partition("/")
        before = f"{own}{slash}"
    else:
        own = _OWN.get(kind, kind)
    id, slash, sheet = target.partition("/")
    new = names.ids.get(own, {}).get(id, id)
    parts = names.parts.get((own, new), {})
    if slash and kind == "handout":
        sheet = parts.get(sheet, sheet)
    elif own == "journey":
        fragment = parts.get(fragment, fragment)
    found = f"{before}{new}{slash}{sheet}"
    if (found, fragment) == (reference.target, reference.fragment):
        return None
    return replace(reference, target=found, fragment=fragment)
