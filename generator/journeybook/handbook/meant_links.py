"""Guess which of a handbook's own links somebody meant, and find links that can stand as examples."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import PurePosixPath

from journeybook.handbook.book import Handbook
from journeybook.problems.nearest import nearest

_KINDS = {
    "workshops": "workshop",
    "workshop": "workshop",
    "activities": "activity",
    "activity": "activity",
    "toolkit": "activity",
    "journeys": "journey",
    "journey": "journey",
}
"""The kind of what lies in a folder, those that lie in others first; their names are typed as folders, too."""
_PAGES = (".md", ".html")
_SOURCES = (".md", ".html", ".yaml", ".yml")


def meant_link(book: Handbook, address: str) -> str | None:
    """Give the link of a thing whose page or file somebody wrote the path of, such as `chapter:guide`, or None."""
    path = PurePosixPath(address.partition("#")[0].partition("?")[0].strip().replace("\\", "/"))
    path = path.with_suffix("") if path.suffix in _SOURCES else path
    parts = [part for part in path.parts if part not in ("/", "..", ".")]
    parts = parts[:-1] if parts and parts[-1] == "index" else parts
    if not parts or ":" in address:
        return None
    kind = next((kind for folder, kind in _KINDS.items() if folder in parts[:-1]), "")
    named = (f"{other}:{parts[-1]}" for other, id in _all_things(book) if id == parts[-1] and kind in ("", other))
    return next(named, None) or _chapter_of(book, "/".join(parts))


def _all_things(book: Handbook) -> Iterator[tuple[str, str]]:
    """Give what there is of each kind, and then what is there and cannot be read so far."""
    yield from _things(book)
    for kind, shelf in (("activity", book.activities), ("journey", book.journeys), ("workshop", book.workshops)):
        yield from ((kind, id) for id in sorted(shelf.unreadable))


def _things(book: Handbook) -> Iterator[tuple[str, str]]:
    for kind, ids in (
        ("activity", book.activities.entries),
        ("journey", book.journeys.entries),
        ("workshop", book.workshops.entries),
        ("chapter", book.chapters),
        ("term", book.glossary.by_id),
    ):
        yield from ((kind, id) for id in ids)


def kinds_of(book: Handbook, id: str) -> list[str]:
    """Give the kinds of what has an id, in the order of links that can stand as examples."""
    return [kind for kind, known in _all_things(book) if known == id]


def _chapter_of(book: Handbook, path: str) -> str | None:
    page = book.pages.get(f"{path}.md") or book.pages.get(f"{path}/index.md")
    return f"chapter:{page.chapter}" if page and page.chapter in book.chapters else None


def meant_page(book: Handbook, address: str) -> str | None:
    """Give the address within the site of the one page that somebody wrote the file of: `meeting/listening/`."""
    path = PurePosixPath(address.partition("#")[0].partition("?")[0].strip().replace("\\", "/"))
    if path.suffix not in ("", *_PAGES) or ":" in address:
        return None
    parts = [part for part in path.parts if part not in ("/", "..", ".")]
    parts = parts[1:] if parts[:1] == [book.settings.content.name] else parts
    wanted = PurePosixPath(*parts).with_suffix("") if parts else PurePosixPath()
    pages = [PurePosixPath(one).with_suffix("") for one in book.pages]
    found = [one for one in pages if parts and one.parts[-len(parts) :] == wanted.parts]
    if len(found) != 1 or found[0].name in ("index", "README"):
        return None
    return f"{found[0]}/" if book.settings.directories else f"{found[0]}.html"


def example(book: Handbook, near: str = "", kinds: tuple[str, ...] = ()) -> str | None:
    """Give a link that leads somewhere in this handbook, to what is most like a word, or to what comes first."""
    things = [(kind, id) for kind, id in _things(book) if not kinds or kind in kinds]
    like = nearest(near, [id for _, id in things]) if near else None
    return next((f"{kind}:{id}" for kind, id in things if id == (like or id)), None)
